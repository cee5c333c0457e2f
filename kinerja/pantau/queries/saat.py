"""The day and the periods for which is counted: they change at midnight and when an admin opens a period."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from kinerja.kebijakan.models import Periode, Tahap
from kinerja.pelaksanaan.queries import batas_waktu
from kinerja.penilaian.queries.periode import periode_terpilih


@dataclass(frozen=True, kw_only=True)
class Saat:
    """`isi`: the month being documented; `ub`: the quarter in which feedback is given; `nilai`: what is evaluated."""

    instansi_id: int
    on: date
    isi: Periode | None
    ub: Periode | None
    nilai: Periode | None
    daftar_periode: tuple[Periode, ...]

    @property
    def tahun(self) -> int:
        return self.on.year

    @property
    def sidik(self) -> str:
        """Equal as long as the same things are counted."""
        return "|".join(str(p.pk) if p else "-" for p in (self.isi, self.ub, self.nilai)) + f"|{self.on}"

    @property
    def batas_ub(self) -> tuple[datetime, datetime] | None:
        return batas_waktu(self.ub) if self.ub else None


def saat_dari(daftar: Iterable[Periode], *, instansi_id: int, on: date) -> Saat:
    """Out of the periods of this year and the last one."""
    semua = sorted(daftar, key=lambda p: (p.selesai_on, p.tahap, -p.pk), reverse=True)
    berjalan = [p for p in semua if p.mulai_on <= on <= p.selesai_on]
    dinilai = [p for p in semua if p.tahap != Tahap.DOKUMENTASI and p.mulai_on <= on]
    return Saat(
        instansi_id=instansi_id,
        on=on,
        isi=next((p for p in berjalan if p.tahap == Tahap.DOKUMENTASI and p.terbuka), None),
        ub=next((p for p in berjalan if p.tahap == Tahap.PERIODIK), None),
        nilai=periode_terpilih(dinilai, "", on=on),
        daftar_periode=tuple(reversed(semua)),
    )


def daftar_saat(hari: dict[int, date]) -> dict[int, Saat]:
    """Per instansi, given the day it is there; in one query."""
    daftar = Periode.objects.filter(instansi__in=hari).select_related("instansi").order_by("id")
    per: dict[int, list[Periode]] = {nomor: [] for nomor in hari}
    for periode in daftar.filter(tahun__gte=min(on.year for on in hari.values()) - 1) if hari else ():
        if periode.tahun >= hari[periode.instansi_id].year - 1:
            per[periode.instansi_id].append(periode)
    return {nomor: saat_dari(isi, instansi_id=nomor, on=hari[nomor]) for nomor, isi in per.items()}
