"""What the last weeks looked like, from the line that is kept each day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from kinerja.pantau.istilah import SEMUA_KOLOM, Tahapan
from kinerja.pantau.models import Tangkapan
from kinerja.pantau.queries.hitungan import Angka

LAMA = timedelta(days=92)
LEBAR, TINGGI = 600, 120


@dataclass(frozen=True, kw_only=True)
class TitikTren:
    on: date
    persen: dict[str, int]


@dataclass(frozen=True, kw_only=True)
class Tren:
    daftar: tuple[TitikTren, ...]

    def garis(self, tahapan: str) -> str:
        """Points of a polyline in a picture of 600 × 120."""
        if len(self.daftar) < 2:
            return ""
        mulai = self.daftar[0].on
        lama = (self.daftar[-1].on - mulai).days
        return " ".join(
            f"{round((t.on - mulai).days / lama * LEBAR, 1)},{round(TINGGI - t.persen[tahapan] / 100 * TINGGI, 1)}"
            for t in self.daftar
        )

    @property
    def mingguan(self) -> list[TitikTren]:
        """One point a week, newest first, for the table beside the picture."""
        return list(reversed(self.daftar))[::7]


def tren_unit(unit_id: int, *, on: date) -> Tren:
    """One query; days on which nothing was kept are left out."""
    daftar = Tangkapan.objects.filter(unit_kerja=unit_id, on__gt=on - LAMA, on__lte=on).order_by("on")
    titik = []
    for hari, *nilai in daftar.values_list("on", *SEMUA_KOLOM):
        angka = Angka(isi=dict(zip(SEMUA_KOLOM, nilai, strict=True)))
        titik.append(TitikTren(on=hari, persen={t.value: angka.persen(t) or 0 for t in Tahapan}))
    return Tren(daftar=tuple(titik))
