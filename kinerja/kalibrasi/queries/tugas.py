"""What a participant still owes before a meeting."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q

from kinerja.kalibrasi.istilah import KeadaanSidang, KeadaanUsulan, PeranSidang
from kinerja.kalibrasi.models import Peserta, Sidang, Tanda, Usulan
from kinerja.kalibrasi.queries.orang import terlihat
from kinerja.penilaian.actions.kalibrasi import DAPAT_DIKALIBRASI

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from django.db.models import QuerySet

    from kinerja.kepegawaian.models import Pegawai
    from kinerja.penilaian.models import Evaluasi


@dataclass(frozen=True)
class TugasTanda:
    sidang: Sidang
    belum: int


def belum_ditandai(peserta: Peserta, *, on: date) -> QuerySet[Evaluasi]:
    """Rated by somebody else, still open to change, and without his mark. His own ratings are his word already."""
    sudah = Tanda.objects.filter(peserta=peserta).order_by().values("evaluasi")
    daftar = (
        terlihat(peserta.sidang, peserta.pegawai, on=on)
        .exclude(predikat="")
        .filter(status__in=DAPAT_DIKALIBRASI)
    )
    return daftar.exclude(penilai_id=peserta.pegawai_id).exclude(pk__in=sudah)


def peserta_disiapkan(pegawai: Pegawai) -> QuerySet[Peserta]:
    """His seats in meetings that are being prepared and in which he marks."""
    return (
        Peserta.objects.filter(pegawai=pegawai, sidang__keadaan=KeadaanSidang.DISIAPKAN)
        .exclude(peran=PeranSidang.NOTULIS)
        .select_related("pegawai", "sidang__unit_kerja", "sidang__periode")
        .order_by("sidang__batas_tanda_on", "id")
    )


def tugas_tanda(daftar: Iterable[Peserta], *, on: date) -> list[TugasTanda]:
    """One query for each meeting that is being prepared."""
    semua = [TugasTanda(p.sidang, belum_ditandai(p, on=on).count()) for p in daftar]
    return [tugas for tugas in semua if tugas.belum]


def usulan_menunggu(pegawai: Pegawai) -> QuerySet[Usulan]:
    """Proposals in a running meeting that this penilai has to answer."""
    milik = Q(evaluasi__penilai=pegawai, evaluasi__oleh_atasan=False)
    milik |= Q(evaluasi__atasan_penilai=pegawai, evaluasi__oleh_atasan=True)
    return (
        Usulan.objects.filter(
            milik, keadaan=KeadaanUsulan.MENUNGGU, sidang__keadaan=KeadaanSidang.BERLANGSUNG
        )
        .select_related("sidang__unit_kerja", "sidang__periode")
        .order_by("sidang_id", "id")
    )
