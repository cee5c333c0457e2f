"""Owed to the plan: writing it, checking it, recording against it, answering who asks for a word."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.urls import reverse

from kinerja.kepegawaian.models import Pegawai, Penempatan
from kinerja.kepegawaian.queries.penilai import penempatan_kini
from kinerja.lib.tanggal import format_tanggal
from kinerja.pelaksanaan.models import PermintaanUmpanBalik
from kinerja.pelaksanaan.queries import kurang_isian
from kinerja.peraturan.alur import StatusSKP
from kinerja.peraturan.jadwal import batas_penetapan_skp
from kinerja.perencanaan.models import SKP
from kinerja.www.beranda.bacaan import Bacaan
from kinerja.www.beranda.tugas.bentuk import Tugas


def tugas_skp(pegawai: Pegawai, daftar: list[SKP], on: date) -> Iterator[Tugas]:
    batas = batas_penetapan_skp(tahun=on.year)
    milik_saya = [skp for skp in daftar if skp.pegawai_id == pegawai.pk]
    if not milik_saya and pegawai.jenis_asn and pegawai.status in ("aktif", "tugas_belajar"):
        yield _susun(penempatan_kini(pegawai, on=on), batas, on)
    for skp in daftar:
        if pegawai.pk not in (skp.pegawai_id, skp.penilai_id):
            yield _turun_tangan(skp, batas)
        elif skp.pegawai_id != pegawai.pk:
            yield Tugas(
                f"Periksa SKP {skp.pegawai.nama}",
                reverse("perencanaan:skp_detail", args=[skp.pk]),
                "Periksa",
                "rencana",
                "Sudah diajukan dan menunggu Anda.",
                batas,
                on > batas,
                "Periksa {n} SKP yang diajukan",
                reverse("penilaian:tim"),
            )
        elif skp.status in _KETERANGAN_SKP:
            menyusul = skp.mulai_on > batas
            yield Tugas(
                f"Lanjutkan SKP {skp.tahun}",
                reverse("perencanaan:skp_detail", args=[skp.pk]),
                "Lanjutkan",
                "rencana",
                _KETERANGAN_SKP[skp.status],
                None if menyusul else batas,
                on > batas and not menyusul,
            )


def _turun_tangan(skp: SKP, batas: date) -> Tugas:
    penilai = skp.penilai.nama if skp.penilai else "Penilainya"
    return Tugas(
        f"Turun tangan memutus SKP {skp.pegawai.nama}",
        reverse("perencanaan:skp_detail", args=[skp.pk]),
        "Periksa",
        "rencana",
        f"{penilai} belum menetapkannya. Sesudah batas itu Anda, atasannya, boleh memutus.",
        batas,
        terlambat=True,
        kelompok="Turun tangan memutus {n} SKP",
        href_kelompok=f"{reverse('penilaian:tim')}#skp-di-bawah",
    )


def _susun(penempatan: Penempatan | None, batas: date, on: date) -> Tugas:
    """Who came after the end of January is not late."""
    judul, alamat = f"Susun SKP {batas.year}", reverse("perencanaan:skp_create")
    if penempatan is not None and penempatan.mulai_on > batas:
        mulai = f"Anda bertugas sejak {format_tanggal(penempatan.mulai_on)}. Sepakati rencana dengan penilai."
        return Tugas(judul, alamat, "Mulai", "rencana", mulai)
    aturan = "SKP ditetapkan paling lambat akhir Januari."
    return Tugas(judul, alamat, "Mulai", "rencana", aturan, batas, on > batas)


_KETERANGAN_SKP: dict[str, str] = {
    StatusSKP.DRAF: "Masih draf, belum diajukan.",
    StatusSKP.DIKEMBALIKAN: "Dikembalikan penilai dengan catatan.",
    StatusSKP.PERUBAHAN: "Sedang Anda ubah; ajukan lagi setelah selesai.",
}


def tugas_realisasi(daftar_skp: list[SKP], bacaan: Bacaan, on: date) -> Iterator[Tugas]:
    for belum in kurang_isian(daftar_skp, bacaan.periode, bacaan.isian(), on=on):
        yield Tugas(
            f"Catat realisasi {belum.periode.nama}",
            f"{reverse('pelaksanaan:realisasi_list')}?periode={belum.periode.pk}",
            "Catat",
            "catat",
            f"{belum.kurang} dari {belum.seluruhnya} indikator belum diisi.",
            belum.batas_on,
            belum.terlambat,
            "Catat realisasi {n} bulan",
            reverse("pelaksanaan:realisasi_list"),
        )


def tugas_permintaan(daftar: list[PermintaanUmpanBalik]) -> Iterator[Tugas]:
    for permintaan in daftar:
        yield Tugas(
            f"Beri umpan balik untuk {permintaan.skp.pegawai.nama}",
            f"{reverse('pelaksanaan:umpan_balik_give', args=[permintaan.skp_id])}?permintaan={permintaan.pk}",
            "Tulis",
            "bicara",
            permintaan.pesan or "Ia meminta pendapat Anda.",
        )
