"""Whom a meeting is about, who takes part in it, and whom one participant does not get to see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q

from kinerja.kalibrasi.istilah import PeranSidang
from kinerja.penilaian.models import Evaluasi
from kinerja.sumber.models import AnggotaTim, Konflik

if TYPE_CHECKING:
    from datetime import date

    from django.db.models import QuerySet

    from kinerja.kalibrasi.models import Sidang
    from kinerja.kebijakan.models import Periode
    from kinerja.kepegawaian.models import Pegawai, UnitKerja


def dibahas(unit: UnitKerja, periode: Periode, *, ketua_id: int) -> QuerySet[Evaluasi]:
    """Everybody of the unit who is evaluated in the period, but its head: he is rated from above."""
    daftar = Evaluasi.objects.filter(periode=periode, skp__unit_kerja__jalur__startswith=unit.jalur)
    return daftar.exclude(skp__pegawai_id=ketua_id)


def terlihat(sidang: Sidang, pegawai: Pegawai | None, *, on: date) -> QuerySet[Evaluasi]:
    """Never oneself, never those who assess oneself, and nobody one is in conflict with."""
    daftar = dibahas(sidang.unit_kerja, sidang.periode, ketua_id=sidang.ketua_id)
    if pegawai is None:
        return daftar
    saya = Evaluasi.objects.filter(skp__pegawai=pegawai, periode=sidang.periode).order_by()
    konflik = Konflik.objects.berlaku(on).order_by()
    tertutup = (
        Q(skp__pegawai=pegawai)
        | Q(skp__pegawai__in=saya.values("penilai"))
        | Q(skp__pegawai__in=saya.exclude(atasan_penilai=None).values("atasan_penilai"))
        | Q(skp__pegawai__in=konflik.filter(satu=pegawai).values("lain"))
        | Q(skp__pegawai__in=konflik.filter(lain=pegawai).values("satu"))
    )
    return daftar.exclude(tertutup)


def peserta_seharusnya(
    unit: UnitKerja, periode: Periode, *, ketua_id: int, on: date
) -> dict[int, PeranSidang]:
    """By person: the officials of those who are talked about, and the evaluation team of the unit."""
    baris = list(
        dibahas(unit, periode, ketua_id=ketua_id)
        .order_by()
        .values_list("penilai_id", "atasan_penilai_id")
        .distinct()
    )
    hasil = dict.fromkeys(_team(unit, on=on), PeranSidang.TIM_EVALUASI)
    hasil |= dict.fromkeys((atasan for _, atasan in baris if atasan), PeranSidang.ATASAN_PENILAI)
    hasil |= dict.fromkeys((penilai for penilai, _ in baris), PeranSidang.PENILAI)
    return hasil | {ketua_id: PeranSidang.KETUA}


def _team(unit: UnitKerja, *, on: date) -> list[int]:
    """Members of the team of this unit, of one above it, or of one below."""
    atas = [int(bagian) for bagian in unit.jalur.strip("/").split("/")]
    daftar = AnggotaTim.objects.filter(
        Q(tim__unit_kerja__in=atas) | Q(tim__unit_kerja__jalur__startswith=unit.jalur),
        Q(keluar_on=None) | Q(keluar_on__gt=on),
        tim__mulai_on__lte=on,
        tim__selesai_on__gte=on,
    )
    return list(daftar.order_by("id").values_list("pegawai_id", flat=True))
