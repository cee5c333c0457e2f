"""How the predikat of a team spread, beside the curve of the organisation's result: advice, never a limit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, QuerySet

from kinerja.peraturan.distribusi import TitikKurva, pola_distribusi, saran_distribusi
from kinerja.peraturan.predikat import Predikat

if TYPE_CHECKING:
    from kinerja.penilaian.models import Evaluasi
    from kinerja.penilaian.queries.capaian import CapaianBerlaku


@dataclass(frozen=True, kw_only=True)
class Sebaran:
    capaian: CapaianBerlaku
    pola: tuple[TitikKurva, ...]
    jumlah: dict[Predikat, int]
    saran: tuple[str, ...]


def sebaran(jumlah: dict[Predikat, int], capaian: CapaianBerlaku | None) -> Sebaran | None:
    """None without an organisation's result: there is no curve to compare with."""
    if capaian is None:
        return None
    return Sebaran(
        capaian=capaian,
        pola=pola_distribusi(capaian=capaian.nilai),
        jumlah=jumlah,
        saran=saran_distribusi(capaian=capaian.nilai, jumlah_per_predikat=jumlah) if jumlah else (),
    )


def hitung_predikat(daftar: QuerySet[Evaluasi]) -> dict[Predikat, int]:
    baris = daftar.exclude(predikat="").order_by().values_list("predikat").annotate(n=Count("id"))
    return {Predikat(kode): n for kode, n in baris}
