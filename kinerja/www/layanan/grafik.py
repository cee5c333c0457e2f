"""Where the points of the trend stand in its picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kinerja.layanan.queries import TitikTren

LEBAR, TINGGI, TEPI = 320, 120, 24
_BAWAH, _ATAS = 25.0, 100.0


@dataclass(frozen=True)
class Titik:
    x: float
    y: float
    label: str
    tren: TitikTren


def titik_tren(daftar: Sequence[TitikTren]) -> list[Titik]:
    langkah = (LEBAR - 2 * TEPI) / max(len(daftar) - 1, 1)
    return [
        Titik(round(TEPI + nomor * langkah, 1), _y(float(satu.nilai.ikm or 0)), _label(satu), satu)
        for nomor, satu in enumerate(daftar)
    ]


def _y(ikm: float) -> float:
    bagian = (ikm - _BAWAH) / (_ATAS - _BAWAH)
    return round(TINGGI - TEPI - bagian * (TINGGI - 2 * TEPI), 1)


def _label(satu: TitikTren) -> str:
    return f"Tw {satu.triwulan} {satu.tahun}"
