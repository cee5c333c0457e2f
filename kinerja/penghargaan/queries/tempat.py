"""Where the people of an award worked in the year that is honoured, and what they showed of it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db.models import QuerySet

from kinerja.kepegawaian.models import Pegawai, Penempatan
from kinerja.penghargaan.istilah import KeadaanKarya
from kinerja.penghargaan.models import CalonPenghargaan, KaryaTeladan, ProgramPenghargaan

Orang = Collection[int] | QuerySet[CalonPenghargaan, int]


def daftar_tempat(program: ProgramPenghargaan, orang: Orang) -> QuerySet[Penempatan]:
    """Posts within the program's units in its year; the last one of each person is the one that counts."""
    return (
        Penempatan.objects.filter(
            pegawai__in=orang,
            unit_kerja__jalur__startswith=program.unit_kerja.jalur,
            mulai_on__lte=date(program.tahun, 12, 31),
        )
        .exclude(selesai_on__lt=date(program.tahun, 1, 1))
        .select_related("jabatan", "unit_kerja")
        .order_by("mulai_on", "-jenis", "id")
    )


def tempat_of(program: ProgramPenghargaan, pegawai: Pegawai) -> Penempatan | None:
    return daftar_tempat(program, [pegawai.pk]).last()


def karya_bernama(program: ProgramPenghargaan, orang: Orang) -> QuerySet[KaryaTeladan]:
    """What each shared of that year under his own name: the whole instansi reads it, so the jury may."""
    return (
        KaryaTeladan.objects.filter(
            pegawai__in=orang,
            instansi=program.instansi_id,
            keadaan=KeadaanKarya.TAMPIL,
            anonim=False,
            evaluasi__periode__tahun=program.tahun,
        )
        .only("id", "pegawai", "judul")
        .order_by("-dijawab_at", "-id")
    )
