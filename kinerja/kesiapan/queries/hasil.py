"""What a closed month said of a unit: three statements, and the sentences that may be read there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Prefetch, QuerySet

from kinerja.kesiapan.istilah import KeadaanDenyut
from kinerja.kesiapan.models import Denyut, KalimatDenyut, RangkumanDenyut

if TYPE_CHECKING:
    from datetime import date

    from kinerja.akun.models import User
    from kinerja.kepegawaian.models import UnitKerja


@dataclass(frozen=True, kw_only=True)
class HasilPernyataan:
    teks: str
    rangkuman: RangkumanDenyut | None  # None: too few, or too few beside it
    lalu: int | None = None  # the share that agreed a month before, to the same words

    @property
    def setuju(self) -> int | None:
        return _share(self.rangkuman) if self.rangkuman else None


def denyut_terakhir(user: User, unit: UnitKerja, *, on: date) -> list[Denyut]:
    """The two months closed last, newest first, each with what this unit's people said."""
    milik = RangkumanDenyut.objects.visible_to(user, on=on).filter(unit_kerja=unit).order_by("nomor")
    daftar = Denyut.objects.visible_to(user).filter(instansi=unit.instansi_id, keadaan=KeadaanDenyut.DITUTUP)
    return list(
        daftar.order_by("-bulan").prefetch_related(Prefetch("daftar_rangkuman", milik, to_attr="milik_unit"))[
            :2
        ]
    )


def hasil_denyut(daftar: list[Denyut]) -> list[HasilPernyataan]:
    """Of the newest; compared where the words are still the same."""
    if not daftar:
        return []
    kini, lalu = daftar[0], daftar[1] if len(daftar) > 1 else None
    dulu = {lalu.pernyataan[r.nomor - 1]: _share(r) for r in _of_unit(lalu)} if lalu else {}
    per_nomor = {satu.nomor: satu for satu in _of_unit(kini)}
    return [
        HasilPernyataan(teks=teks, rangkuman=per_nomor.get(nomor), lalu=dulu.get(teks))
        for nomor, teks in enumerate(kini.pernyataan, start=1)
    ]


def _share(rangkuman: RangkumanDenyut) -> int:
    return round(rangkuman.setuju * 100 / rangkuman.n)


def _of_unit(denyut: Denyut) -> list[RangkumanDenyut]:
    milik: list[RangkumanDenyut] = getattr(denyut, "milik_unit", [])
    return milik


def kalimat_denyut(user: User, denyut: Denyut, unit: UnitKerja, *, on: date) -> QuerySet[KalimatDenyut]:
    """Those of the unit and of all below it, in an order that says nothing."""
    daftar = KalimatDenyut.objects.visible_to(user, on=on).filter(
        denyut=denyut, unit_kerja__jalur__startswith=unit.jalur
    )
    return daftar.order_by("id")
