"""What recognition asks: a vote, an answer, or simply to read what somebody said."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse

from kinerja.lib.tanggal import format_tanggal
from kinerja.penghargaan.istilah import KeadaanProgram
from kinerja.www.beranda.bacaan import Bacaan
from kinerja.www.beranda.tugas.bentuk import Tugas


def tugas_penghargaan(bacaan: Bacaan) -> Iterator[Tugas]:
    dinding = reverse("penghargaan:penghargaan_wall")
    for juri in bacaan.juri:
        yield Tugas(
            f"Beri suara sebagai juri {juri.program.nama}",
            reverse("penghargaan:suara_give", args=[juri.program_id]),
            "Beri suara",
            "timbangan",
            "Suara Anda rahasia; calon yang berbenturan dengan Anda tidak ikut Anda nilai.",
            juri.program.juri_selesai_on,
        )
    for penerima in bacaan.penerima:
        judul = f"Anda menerima {penerima.program.nama} {penerima.program.tahun}"
        yield Tugas(judul, dinding, "Jawab", "hadiah", "Bolehkah nama Anda tampil di dinding penghargaan?")
    for karya in bacaan.karya:
        alamat = reverse("penghargaan:karya_answer", args=[karya.pk])
        yield Tugas(
            f"Boleh karya Anda menjadi contoh: {karya.judul}",
            alamat,
            "Baca",
            "bintang",
            "Anda yang memutuskan.",
        )
    if bacaan.ucapan:
        yield _ucapan([satu.dari.nama for satu in bacaan.ucapan])


def tugas_program(bacaan: Bacaan) -> Iterator[Tugas]:
    """For the leader or the admin, whoever comes first."""
    for program in bacaan.program:
        putuskan = program.keadaan == KeadaanProgram.DIHITUNG
        yield Tugas(
            f"{'Putuskan penerima' if putuskan else 'Hitung suara juri'} {program}",
            reverse("penghargaan:program_detail", args=[program.pk]),
            "Putuskan" if putuskan else "Hitung",
            "timbangan",
            "Suara juri sudah dihitung; para calon menunggu putusan."
            if putuskan
            else f"Masa penilaian juri berakhir {format_tanggal(program.juri_selesai_on)}.",
        )


def _ucapan(dari: list[str]) -> Tugas:
    """One row, however many: a kind word is no chore."""
    judul = f"{dari[0]} berterima kasih kepada Anda"
    if len(dari) > 1:
        judul = f"{len(dari)} rekan berterima kasih kepada Anda"
    return Tugas(
        judul, reverse("penghargaan:ucapan_list"), "Baca", "terima_kasih", "Hanya Anda yang membacanya."
    )
