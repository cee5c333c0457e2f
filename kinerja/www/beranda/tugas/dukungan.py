"""Help that waits for an answer, and help that should have come by now."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.urls import reverse

from kinerja.dukungan.istilah import KeadaanDukungan
from kinerja.kepegawaian.models import Pegawai
from kinerja.www.beranda.bacaan import Bacaan
from kinerja.www.beranda.tugas.bentuk import Tugas


def tugas_dukungan(pegawai: Pegawai, bacaan: Bacaan, on: date) -> Iterator[Tugas]:
    for satu in bacaan.dukungan:
        alamat = reverse("dukungan:dukungan_detail", args=[satu.pk])
        if satu.pegawai_id == pegawai.pk:
            yield Tugas("Sudahkah dukungan Anda datang?", alamat, "Tandai", "pelampung", satu.uraian)
            continue
        naik = satu.naik_kepada_id == pegawai.pk
        yield Tugas(
            f"Jawab permintaan {satu.get_jenis_display().lower()} {satu.pegawai.nama}",
            alamat,
            "Jawab",
            "pelampung",
            f"Belum dijawab {satu.penjawab.nama} sampai lewat batas."
            if naik
            else _said(satu.keadaan, satu.uraian),
            satu.batas_on,
            on > satu.batas_on,
            "Jawab {n} permintaan dukungan",
            f"{reverse('dukungan:dukungan_list')}#menunggu",
        )


def _said(keadaan: str, uraian: str) -> str:
    return f"Dijanjikan tetapi belum datang: {uraian}" if keadaan == KeadaanDukungan.BELUM_DATANG else uraian
