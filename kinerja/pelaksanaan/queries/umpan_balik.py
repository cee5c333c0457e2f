"""Feedback in order: per result and per value, and counted for the evaluation."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from kinerja.kebijakan.models import Periode
from kinerja.pelaksanaan.models import UmpanBalik
from kinerja.peraturan.perilaku import NilaiDasar
from kinerja.perencanaan.models import SKP


@dataclass(frozen=True, kw_only=True)
class KelompokUmpanBalik:
    """Everything that was said about one result or one value, oldest first."""

    judul: str
    jenis: str
    daftar: tuple[UmpanBalik, ...]


@dataclass(frozen=True, kw_only=True)
class RingkasanUmpanBalik:
    """How often each tone was heard (`Nada` → count), per result id and per value."""

    per_rhk: dict[int, Counter[str]]
    per_nilai: dict[str, Counter[str]]

    @property
    def jumlah(self) -> int:
        return sum(sum(hitungan.values()) for hitungan in [*self.per_rhk.values(), *self.per_nilai.values()])


def ringkasan_umpan_balik(skp: SKP, periode: Periode) -> RingkasanUmpanBalik:
    """Counts of the feedback given in the days of the period, counted in the zone of the instansi."""
    mulai, sesudah = batas_waktu(periode)
    baris = (
        UmpanBalik.objects.filter(skp=skp, given_at__gte=mulai, given_at__lt=sesudah)
        .order_by("id")
        .values_list("rhk_id", "nilai", "nada")
    )
    per_rhk: dict[int, Counter[str]] = defaultdict(Counter)
    per_nilai: dict[str, Counter[str]] = defaultdict(Counter)
    for rhk_id, nilai, nada in baris:
        if rhk_id is None:
            per_nilai[nilai][nada] += 1
        else:
            per_rhk[rhk_id][nada] += 1
    return RingkasanUmpanBalik(per_rhk=dict(per_rhk), per_nilai=dict(per_nilai))


def batas_waktu(periode: Periode) -> tuple[datetime, datetime]:
    """The first instant of the period, and the first one after it."""
    zona = ZoneInfo(periode.instansi.zona_waktu)
    return (
        datetime.combine(periode.mulai_on, time.min, zona),
        datetime.combine(periode.selesai_on + timedelta(days=1), time.min, zona),
    )


def kelompok_umpan_balik(daftar: Iterable[UmpanBalik]) -> list[KelompokUmpanBalik]:
    """Results in the order of the plan, then the values in the order of the law."""
    per_rhk: dict[int, list[UmpanBalik]] = defaultdict(list)
    per_nilai: dict[str, list[UmpanBalik]] = defaultdict(list)
    for satu in daftar:
        if satu.rhk_id is None:
            per_nilai[satu.nilai].append(satu)
        else:
            per_rhk[satu.rhk_id].append(satu)
    hasil = sorted(per_rhk.values(), key=lambda isi: _plan_order(isi[0]))
    nilai = [(satu, per_nilai[satu]) for satu in NilaiDasar if satu in per_nilai]
    return [
        *(KelompokUmpanBalik(judul=isi[0].sasaran, jenis="Hasil kerja", daftar=tuple(isi)) for isi in hasil),
        *(KelompokUmpanBalik(judul=satu.label, jenis="Perilaku", daftar=tuple(isi)) for satu, isi in nilai),
    ]


def _plan_order(umpan_balik: UmpanBalik) -> tuple[bool, int, int]:
    rhk = umpan_balik.rhk
    return (rhk.jenis != "utama", rhk.urutan, rhk.pk) if rhk else (True, 0, 0)
