"""What a person owes now, from every stage of the year: overdue first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from django.urls import reverse
from django.utils import timezone

from kinerja.akun.models import User
from kinerja.kepegawaian.lingkup import lingkup
from kinerja.lib.tanggal import format_waktu
from kinerja.pekerjaan.models import Pekerjaan
from kinerja.www.beranda.bacaan import Bacaan
from kinerja.www.beranda.tugas import (
    acara,
    bimbingan,
    dialog,
    dukungan,
    kesiapan,
    pelatihan,
    pengembangan,
    penghargaan,
    penilaian,
    perencanaan,
    talenta,
    tanya,
    tindak_lanjut,
)
from kinerja.www.beranda.tugas.bentuk import Tugas

TERBANYAK_SEJENIS = 3


def daftar_tugas(user: User, *, on: date, bacaan: Bacaan) -> list[Tugas]:
    """`bacaan`: what the home page read of the database already."""
    pegawai = lingkup(user).pegawai
    daftar: list[Tugas] = list(_laporan(len(bacaan.laporan)))
    daftar += _terjadwal(len(bacaan.terjadwal))
    daftar += _sepi(bacaan.sepi)
    daftar += tindak_lanjut.tugas_papan(bacaan.papan)
    daftar += pelatihan.tugas_sertifikat(bacaan)
    daftar += talenta.tugas_suksesi(bacaan.calon, on)
    daftar += bimbingan.tugas_laporan_perilaku(bacaan)
    daftar += bimbingan.tugas_rekaman(bacaan)
    daftar += penghargaan.tugas_program(bacaan)
    daftar += tanya.tugas_tanya(bacaan, on)
    if pegawai is not None:
        daftar += perencanaan.tugas_skp(pegawai, bacaan.skp, on)
        daftar += perencanaan.tugas_realisasi(bacaan.milik(pegawai), bacaan, on)
        daftar += perencanaan.tugas_permintaan(bacaan.permintaan)
        daftar += dialog.tugas_dialog(pegawai, bacaan, on)
        daftar += dukungan.tugas_dukungan(pegawai, bacaan, on)
        daftar += tindak_lanjut.tugas_pembinaan(pegawai, bacaan, on)
        daftar += pelatihan.tugas_pelatihan(pegawai, bacaan)
        daftar += penilaian.tugas_evaluasi(pegawai, bacaan, on)
        daftar += penilaian.tugas_sumber(pegawai, bacaan, on)
        daftar += penilaian.tugas_statistik(bacaan.statistik)
        daftar += penilaian.tugas_kalibrasi(bacaan, on)
        daftar += pengembangan.tugas_pengembangan(pegawai, bacaan.pengembangan)
        daftar += penghargaan.tugas_penghargaan(bacaan)
        daftar += bimbingan.tugas_bimbingan(pegawai, bacaan, on)
        daftar += kesiapan.tugas_denyut(bacaan.denyut)
        daftar += acara.tugas_acara(bacaan, on)
    return sorted(_kelompokkan(daftar), key=lambda t: (not t.terlambat, t.batas_on or date.max, t.judul))


def _kelompokkan(daftar: list[Tugas]) -> list[Tugas]:
    """One row for many of the same kind, with the earliest limit: a leader of two hundred still sees a short list."""
    sejenis: dict[str, list[Tugas]] = {}
    for tugas in daftar:
        sejenis.setdefault(tugas.kelompok or f"{tugas.judul}{tugas.href}", []).append(tugas)
    hasil: list[Tugas] = []
    for isi in sejenis.values():
        if len(isi) <= TERBANYAK_SEJENIS or not isi[0].kelompok:
            hasil += isi
            continue
        pertama = min(isi, key=lambda t: t.batas_on or date.max)
        judul = pertama.kelompok.format(n=len(isi))
        terlambat = any(t.terlambat for t in isi)
        hasil.append(
            replace(pertama, judul=judul, href=pertama.href_kelompok, aksi="Lihat", terlambat=terlambat)
        )
    return hasil


def _laporan(jumlah: int) -> Iterator[Tugas]:
    if jumlah:
        yield Tugas(
            "Periksa laporan “atasan saya salah”",
            reverse("kepegawaian:laporan_list"),
            "Periksa",
            "unit",
            f"{jumlah} laporan menunggu.",
        )


def _terjadwal(jumlah: int) -> Iterator[Tugas]:
    if jumlah:
        yield Tugas(
            "Periksa pekerjaan terjadwal yang belum berhasil",
            f"{reverse('pekerjaan:pekerjaan_list')}#terjadwal",
            "Periksa",
            "awas",
            f"{jumlah} pekerjaan yang seharusnya berjalan sendiri.",
        )


def _sepi(daftar: list[Pekerjaan]) -> Iterator[Tugas]:
    for terakhir in daftar:
        yield Tugas(
            "Minta pekerjaan di belakang layar dijalankan lagi",
            reverse("pekerjaan:pekerjaan_list"),
            "Lihat",
            "awas",
            f"Sejak {format_waktu(terakhir.dibuat_at, zone=timezone.get_current_timezone())} surat, pengingat, dan laporan menunggu.",
        )
