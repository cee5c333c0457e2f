"""What guidance and counselling ask. A row about counselling names nobody: screens are read over shoulders."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils import timezone

from kinerja.bimbingan.istilah import KeadaanBimbingan, KeadaanKonseling
from kinerja.bimbingan.models import Bimbingan, Konseling
from kinerja.kepegawaian.models import Pegawai
from kinerja.lib.tanggal import format_waktu
from kinerja.www.beranda.bacaan import Bacaan
from kinerja.www.beranda.tugas.bentuk import Tugas


def tugas_bimbingan(pegawai: Pegawai, bacaan: Bacaan, on: date) -> Iterator[Tugas]:
    for satu in bacaan.bimbingan:
        yield _step(satu, pegawai)
    for satu in bacaan.bimbingan_evaluasi:
        yield Tugas(
            f"Evaluasi kompetensi {satu.pegawai.nama}",
            reverse("bimbingan:kompetensi_edit", args=[satu.pk]),
            "Isi",
            "sasaran",
            f"Sesudah bimbingan tentang {satu.topik}.",
        )
    for satu in bacaan.bimbingan_lapor:
        yield Tugas(
            f"Laporkan bimbingan {satu.pegawai.nama} kepada atasan",
            f"{reverse('bimbingan:bimbingan_detail', args=[satu.pk])}#sesudah",
            "Laporkan",
            "kirim",
        )
    for satu in bacaan.bimbingan_putus:
        yield Tugas(
            f"Tentukan tindak lanjut bimbingan {satu.pegawai.nama}",
            f"{reverse('bimbingan:bimbingan_detail', args=[satu.pk])}#sesudah",
            "Tentukan",
            "timbangan",
            f"Bimbingan tentang {satu.topik} sudah dilaporkan kepada Anda.",
        )
    yield from _counselling(pegawai, bacaan, on)


def _counselling(pegawai: Pegawai, bacaan: Bacaan, on: date) -> Iterator[Tugas]:
    for kasus in bacaan.konseling:
        judul, aksi = _case(kasus, pegawai)
        yield Tugas(judul, reverse("bimbingan:konseling_detail", args=[kasus.pk]), aksi, "jabat")
    zona = timezone.get_current_timezone()
    for temu in bacaan.temu:
        lewat = temu.at.astimezone(zona).date() < on
        yield Tugas(
            "Catat apakah pertemuan konseling terlaksana" if lewat else "Pertemuan konseling",
            reverse("bimbingan:konseling_detail", args=[temu.konseling_id]),
            "Catat" if lewat else "Buka",
            "jadwal",
            f"{format_waktu(temu.at, zone=zona)}, {temu.tempat}.",
        )


def _case(kasus: Konseling, pegawai: Pegawai) -> tuple[str, str]:
    if kasus.keadaan == KeadaanKonseling.MENUNGGU:
        return "Jawab permintaan konseling", "Jawab"
    if kasus.konselor_id != pegawai.pk:
        return "Baca rekaman konseling sebelum dikirim", "Baca"
    if kasus.shown_at is None:
        return "Tentukan waktu pertemuan konseling", "Tentukan"
    return "Kirim rekaman hasil konseling", "Kirim"


def tugas_laporan_perilaku(bacaan: Bacaan) -> Iterator[Tugas]:
    if bacaan.laporan_perilaku:
        yield Tugas(
            "Putuskan laporan perilaku kerja",
            reverse("bimbingan:laporan_list"),
            "Putuskan",
            "timbangan",
            f"{len(bacaan.laporan_perilaku)} laporan menunggu unit kepegawaian.",
        )


def tugas_rekaman(bacaan: Bacaan) -> Iterator[Tugas]:
    for satu in bacaan.rekaman:
        yield Tugas(
            "Putuskan tindak lanjut rekaman konseling",
            reverse("bimbingan:rekaman_detail", args=[satu.pk]),
            "Putuskan",
            "timbangan",
            f"Dikirim konselor {format_waktu(satu.sent_at, zone=timezone.get_current_timezone())}.",
            kelompok="Putuskan tindak lanjut {n} rekaman konseling",
            href_kelompok=f"{reverse('bimbingan:laporan_list')}#rekaman",
        )


def _step(b: Bimbingan, pegawai: Pegawai) -> Tugas:
    alamat = reverse("bimbingan:bimbingan_detail", args=[b.pk])
    if b.keadaan == KeadaanBimbingan.DIUSULKAN:
        return Tugas(
            f"Bersediakah Anda membimbing {b.pegawai.nama}?", alamat, "Jawab", "jabat", f"Tentang {b.topik}."
        )
    if b.keadaan == KeadaanBimbingan.DITANDATANGANI:
        return Tugas(
            f"Tandatangani {b.get_bentuk_display().lower()}: {b.topik}", alamat, "Baca", "tanda_tangan"
        )
    if b.keadaan == KeadaanBimbingan.SELESAI:
        return Tugas(
            f"Beri umpan balik atas bimbingan {b.pembimbing.nama}",
            reverse("bimbingan:umpan_balik", args=[b.pk]),
            "Isi",
            "bicara",
            "Sembilan pertanyaan, diserahkan kepada atasannya.",
        )
    if b.pembimbing_id == pegawai.pk:
        return Tugas(
            f"Lengkapi dan tandatangani coaching {b.pegawai.nama}",
            alamat,
            "Lengkapi",
            "tanda_tangan",
            b.topik,
        )
    return Tugas(
        f"Isi bagian Anda: {b.topik}",
        alamat,
        "Isi",
        "tim",
        f"Sebelum {b.get_bentuk_display().lower()} dengan {b.pembimbing.nama}.",
    )
