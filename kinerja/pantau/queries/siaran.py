"""What is sent to a screen that watches: the figures of its key, drawn once for all who watch the same."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kinerja.kepegawaian.models import Instansi
from kinerja.pantau.models import Hitungan, Kedudukan
from kinerja.pantau.queries.hitungan import Papan, papan_tim, papan_unit
from kinerja.pantau.queries.saat import daftar_saat
from kinerja.pantau.queries.tampilan import Tampilan, susunan, tampilan


@dataclass(frozen=True)
class Siaran:
    tampilan: Tampilan
    susunan: str
    unit_ids: frozenset[int]

    def isi(self, *, sejak: Tampilan | None = None) -> bytes:
        return self.tampilan.sejak(sejak).json(susunan=self.susunan)


def papan_kunci(kunci: str, instansi_id: int, *, at: datetime) -> Papan:
    nomor = int(kunci[1:])
    if kunci.startswith("u"):
        return papan_unit(nomor)
    hari = Instansi.objects.get(pk=instansi_id).tanggal(at)
    return papan_tim(nomor, daftar_saat({instansi_id: hari})[instansi_id])


def siaran(kunci: str, instansi_id: int, *, at: datetime) -> Siaran:
    papan = papan_kunci(kunci, instansi_id, at=at)
    unit = papan.unit_ids | ({int(kunci[1:])} if kunci.startswith("u") else frozenset())
    return Siaran(tampilan(papan), susunan(papan), unit)


def versi_kini() -> int:
    return Kedudukan.objects.filter(pk=1).order_by("pk").values_list("versi", flat=True).first() or 0


def unit_sejak(versi: int) -> set[int]:
    """Units whose figures, or the sums above them, changed after that version."""
    return set(
        Hitungan.objects.filter(versi__gt=versi).order_by("pk").values_list("unit_kerja_id", flat=True)
    )
