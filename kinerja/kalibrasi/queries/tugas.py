"""What a participant still owes before a meeting."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kinerja.kalibrasi.istilah import KeadaanSidang, PeranSidang
from kinerja.kalibrasi.models import Peserta, Sidang, Tanda
from kinerja.kalibrasi.queries.orang import terlihat

if TYPE_CHECKING:
    from datetime import date

    from django.db.models import QuerySet

    from kinerja.kepegawaian.models import Pegawai
    from kinerja.penilaian.models import Evaluasi


@dataclass(frozen=True)
class TugasTanda:
    sidang: Sidang
    belum: int


def belum_ditandai(peserta: Peserta, *, on: date) -> QuerySet[Evaluasi]:
    """Rated by somebody else, seen by him, and without his mark. His own ratings are his word already."""
    sudah = Tanda.objects.filter(peserta=peserta).order_by().values("evaluasi")
    daftar = terlihat(peserta.sidang, peserta.pegawai, on=on).exclude(predikat="")
    return daftar.exclude(penilai_id=peserta.pegawai_id).exclude(pk__in=sudah)


def tugas_tanda(pegawai: Pegawai, *, on: date) -> list[TugasTanda]:
    """One query for whoever takes part in nothing, and one more for each meeting that is being prepared."""
    daftar = (
        Peserta.objects.filter(pegawai=pegawai, sidang__keadaan=KeadaanSidang.DISIAPKAN)
        .exclude(peran=PeranSidang.NOTULIS)
        .select_related("pegawai", "sidang__unit_kerja", "sidang__periode")
        .order_by("sidang__batas_tanda_on", "id")
    )
    semua = [TugasTanda(p.sidang, belum_ditandai(p, on=on).count()) for p in daftar]
    return [tugas for tugas in semua if tugas.belum]
