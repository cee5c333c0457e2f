"""The table of readiness: a unit, those right below it, and what last month was like."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Case, Q, When

from kinerja.kepegawaian.models import UnitKerja
from kinerja.kesiapan.istilah import KeadaanDenyut
from kinerja.kesiapan.models import PotretKesiapan, RangkumanDenyut
from kinerja.kesiapan.queries.bulan import bulan_dari, bulan_lalu
from kinerja.kesiapan.queries.ukuran import Ukuran, alasan_kosong, angka_potret, saran, setuju

if TYPE_CHECKING:
    from kinerja.akun.models import User

TERBANYAK = 100
# Fewer days are better, of everything else more is.
_TERBALIK = (Ukuran.HARI,)


@dataclass(frozen=True, kw_only=True)
class BarisKesiapan:
    unit: UnitKerja
    angka: dict[Ukuran, float | None]
    lalu: dict[Ukuran, float | None]
    alasan: dict[Ukuran, str]
    saran: str
    on: date | None = None

    @property
    def tanpa_angka(self) -> bool:
        return all(nilai is None for nilai in self.angka.values())

    def selisih(self, ukuran: Ukuran) -> float | None:
        kini, dulu = self.angka[ukuran], self.lalu[ukuran]
        return None if kini is None or dulu is None else kini - dulu

    def arah(self, ukuran: Ukuran) -> str:
        """Better, worse or the same; empty where there is nothing to compare."""
        selisih = self.selisih(ukuran)
        if selisih is None:
            return ""
        if selisih == 0:
            return "sama"
        return "turun" if (selisih < 0) != (ukuran in _TERBALIK) else "naik"


@dataclass(frozen=True, kw_only=True)
class PapanKesiapan:
    pokok: BarisKesiapan | None
    daftar: list[BarisKesiapan]
    terpotong: bool = False


def papan_kesiapan(
    user: User, unit: UnitKerja, *, on: date, cari: str = "", urut: str = "nama"
) -> PapanKesiapan:
    """Two queries, however many units: the pictures of two months, and the pulses of two closed ones."""
    bulan = bulan_dari(on)
    dalam = Q(unit_kerja=unit) | (
        Q(unit_kerja__jalur__startswith=unit.jalur, unit_kerja__nama__icontains=cari)
        if cari
        else Q(unit_kerja__induk=unit)
    )
    potret = _pictures(user, unit, dalam, on)
    nomor = [unit.pk, *(p for p in potret if p != unit.pk)][: TERBANYAK + 1]
    denyut = _pulses(user, nomor, on)
    ada = any(isi.get(bulan_lalu(bulan)) is not None for isi in denyut.values())
    baris = [
        _row(potret[satu], denyut.get(satu, {}), bulan, ada_denyut=ada) for satu in nomor if satu in potret
    ]
    pokok = next((satu for satu in baris if satu.unit.pk == unit.pk), None)
    daftar = sorted((satu for satu in baris if satu is not pokok), key=lambda b: b.unit.nama)
    return PapanKesiapan(pokok=pokok, daftar=_sorted(daftar, urut), terpotong=len(potret) > TERBANYAK)


def _pictures(user: User, unit: UnitKerja, dalam: Q, on: date) -> dict[int, dict[date, PotretKesiapan]]:
    bulan = bulan_dari(on)
    daftar = (
        PotretKesiapan.objects.visible_to(user, on=on)
        .filter(dalam, bulan__in=(bulan, bulan_lalu(bulan)), unit_kerja__dibubarkan_on=None)
        .select_related("unit_kerja")
        .order_by(
            Case(When(unit_kerja=unit, then=0), default=1), "unit_kerja__nama", "unit_kerja_id", "bulan"
        )
    )
    hasil: dict[int, dict[date, PotretKesiapan]] = defaultdict(dict)
    for satu in daftar[: 2 * TERBANYAK + 4]:
        hasil[satu.unit_kerja_id][satu.bulan] = satu
    return hasil


def _pulses(user: User, nomor: Iterable[int], on: date) -> dict[int, dict[date, int | None]]:
    """The share that agreed, by unit and month: last month closed just now, the one before it to compare."""
    lalu = bulan_lalu(on)
    daftar = (
        RangkumanDenyut.objects.visible_to(user, on=on)
        .filter(
            unit_kerja__in=list(nomor),
            denyut__keadaan=KeadaanDenyut.DITUTUP,
            denyut__bulan__in=(lalu, bulan_lalu(lalu)),
        )
        .select_related("denyut")
        .order_by("unit_kerja_id", "denyut__bulan", "nomor")
    )
    kelompok: dict[tuple[int, date], list[RangkumanDenyut]] = defaultdict(list)
    for satu in daftar:
        kelompok[satu.unit_kerja_id, satu.denyut.bulan].append(satu)
    hasil: dict[int, dict[date, int | None]] = defaultdict(dict)
    pernyataan = {satu.denyut.bulan: satu.denyut.pernyataan for isi in kelompok.values() for satu in isi}
    sama = pernyataan.get(lalu) == pernyataan.get(bulan_lalu(lalu))
    for (satu_unit, bulan_denyut), isi in kelompok.items():
        if sama or bulan_denyut == lalu:
            hasil[satu_unit][bulan_denyut] = setuju(isi)
    return hasil


def _row(
    potret: dict[date, PotretKesiapan], denyut: dict[date, int | None], bulan: date, *, ada_denyut: bool
) -> BarisKesiapan:
    lalu = bulan_lalu(bulan)
    kini = potret.get(bulan)
    angka = angka_potret(kini, denyut.get(lalu))
    return BarisKesiapan(
        unit=next(iter(potret.values())).unit_kerja,
        angka=angka,
        lalu=angka_potret(potret.get(lalu), denyut.get(bulan_lalu(lalu))),
        alasan=alasan_kosong(kini, ada_denyut=ada_denyut),
        saran=saran(angka),
        on=kini.on if kini else None,
    )


def _sorted(daftar: list[BarisKesiapan], urut: str) -> list[BarisKesiapan]:
    """What needs care first; what is hidden last."""
    if urut not in set(Ukuran):
        return daftar
    ukuran = Ukuran(urut)

    def kunci(baris: BarisKesiapan) -> tuple[bool, float]:
        nilai = baris.angka[ukuran]
        if nilai is None:
            return True, 0
        return False, -nilai if ukuran in _TERBALIK else nilai

    return sorted(daftar, key=kunci)
