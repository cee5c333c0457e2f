"""Lines of support in lampiran SKP, each with what became of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from kinerja.dukungan.models import JanjiDukungan
from kinerja.pelaksanaan.permissions import BERJALAN
from kinerja.peraturan.skp import JenisLampiran
from kinerja.perencanaan.models import LampiranSKP


@dataclass(frozen=True, kw_only=True)
class BarisJanji:
    lampiran: LampiranSKP
    janji: JanjiDukungan | None

    @property
    def diterima(self) -> bool:
        return self.janji is not None and self.janji.diterima_on is not None


def lampiran_dukungan(milik: Q, *, tahun: int) -> dict[str, QuerySet[Any]]:
    """Of the plans of the year that `milik` names, such as Q(skp__pegawai=…); `baris_janji` joins the two."""
    return {
        "lampiran": LampiranSKP.objects.filter(
            milik, jenis=JenisLampiran.DUKUNGAN_SUMBER_DAYA, skp__tahun=tahun, skp__status__in=BERJALAN
        )
        .select_related("skp__pegawai", "skp__penilai", "skp__penempatan__jabatan")
        .order_by("skp__pegawai__nama", "skp_id", "urutan", "id"),
        "janji": JanjiDukungan.objects.filter(milik, skp__tahun=tahun).order_by("id"),
    }


def baris_janji(lampiran: Iterable[LampiranSKP], janji: Iterable[JanjiDukungan]) -> list[BarisJanji]:
    per_baris = {(satu.skp_id, satu.teks): satu for satu in janji}
    return [BarisJanji(lampiran=satu, janji=per_baris.get((satu.skp_id, satu.teks))) for satu in lampiran]
