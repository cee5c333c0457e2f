"""Requests that wait for the word of the penilai, certificates to be checked, and two questions three months later."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse

from kinerja.kepegawaian.models import Pegawai
from kinerja.pelatihan.istilah import KeadaanPeserta
from kinerja.www.beranda.bacaan import Bacaan
from kinerja.www.beranda.tugas.bentuk import Tugas


def tugas_pelatihan(pegawai: Pegawai, bacaan: Bacaan) -> Iterator[Tugas]:
    for peserta in bacaan.pelatihan:
        nama, kelas = peserta.pegawai.nama, peserta.kelas
        if peserta.keadaan == KeadaanPeserta.DIAJUKAN:
            yield Tugas(
                f"Setujui ajuan pelatihan {nama}",
                reverse("pelatihan:peserta_detail", args=[peserta.pk]),
                "Periksa",
                "buku",
                f"{kelas.pelatihan.nama}, {kelas.masa}.",
                kelas.batas_daftar_on,
                kelompok="Setujui {n} ajuan pelatihan",
                href_kelompok=reverse("pelatihan:tim_list"),
            )
            continue
        siapa = "" if peserta.pegawai_id == pegawai.pk else f" bagi {nama}"
        yield Tugas(
            f"Adakah bedanya{siapa}?",
            reverse("pelatihan:tindak_lanjut_answer", args=[peserta.pk]),
            "Jawab",
            "buku",
            f"Dua pertanyaan tentang {kelas.pelatihan.nama}, satu menit.",
            kelompok="Jawab dua pertanyaan tentang {n} pelatihan",
            href_kelompok=reverse("pelatihan:tim_list" if siapa else "pelatihan:pelatihan_list"),
        )


def tugas_sertifikat(bacaan: Bacaan) -> Iterator[Tugas]:
    if bacaan.sertifikat:
        yield Tugas(
            "Periksa sertifikat dari luar",
            reverse("pelatihan:sertifikat_queue"),
            "Periksa",
            "sertifikat",
            "JP pemiliknya dihitung sesudah Anda sahkan.",
        )
