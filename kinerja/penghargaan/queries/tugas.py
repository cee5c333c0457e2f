"""What recognition asks of a person on the first page of the day: lists for the one query of that page."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from kinerja.kepegawaian.lingkup import di_bawah
from kinerja.kepegawaian.models import Pegawai
from kinerja.penghargaan.istilah import KeadaanKarya, KeadaanProgram, Tampil
from kinerja.penghargaan.models import (
    CalonPenghargaan,
    JuriPenghargaan,
    KaryaTeladan,
    PenerimaPenghargaan,
    ProgramPenghargaan,
    TerimaKasih,
)


def tugas_penghargaan(pegawai: Pegawai, *, on: date) -> dict[str, QuerySet[Any]]:
    """Votes owed, notes that came, awards to answer for, and work that somebody would like to show."""
    return {
        "juri": JuriPenghargaan.objects.aktif()
        .filter(
            pegawai=pegawai,
            suara=None,
            program__keadaan=KeadaanProgram.DIBUKA,
            program__juri_mulai_on__lte=on,
            program__juri_selesai_on__gte=on,
        )
        .select_related("program")
        .order_by("program__juri_selesai_on", "id"),
        "ucapan": TerimaKasih.objects.sampai()
        .filter(kepada=pegawai, dibaca_at=None)
        .select_related("dari")
        .order_by("dikirim_at", "id"),
        "penerima": PenerimaPenghargaan.objects.filter(pegawai=pegawai, tampil=Tampil.MENUNGGU)
        .select_related("program")
        .order_by("id"),
        "karya": KaryaTeladan.objects.filter(pegawai=pegawai, keadaan=KeadaanKarya.MENUNGGU).order_by("id"),
    }


def program_menunggu(
    daftar_jalur: list[str], *, pegawai_id: int | None, on: date
) -> QuerySet[ProgramPenghargaan]:
    """To be counted or decided by the leader or the admin; who is on the ballot himself is not asked."""
    calon = CalonPenghargaan.objects.on_ballot().order_by()
    dihitung = Q(keadaan=KeadaanProgram.DIHITUNG)
    lewat = Q(
        keadaan=KeadaanProgram.DIBUKA, juri_selesai_on__lt=on, pk__in=calon.values("program")
    )  # without anybody on the ballot there is nothing to count
    return (
        ProgramPenghargaan.objects.filter(di_bawah(daftar_jalur, kolom="unit_kerja__jalur"), dihitung | lewat)
        .exclude(pk__in=calon.filter(pegawai=pegawai_id).values("program"))
        .order_by("juri_selesai_on", "id")
    )
