"""Where the points of the trend stand in its picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kinerja.layanan.queries import TitikTren

LEBAR, TINGGI, TEPI = 320, 120, 24
_ROMAWI = ("I", "II", "III", "IV")
_BAWAH, _ATAS = 25.0, 100.0


@dataclass(frozen=True)
class Titik:
    x: float
    y: float
    label: str
    angka_romawi: str
    tahun: str  # only where a year begins
    tren: TitikTren


def titik_tren(daftar: Sequence[TitikTren]) -> list[Titik]:
    langkah = (LEBAR - 2 * TEPI) / max(len(daftar) - 1, 1)
    return [
        Titik(
            x=round(TEPI + nomor * langkah, 1),
            y=_y(float(satu.nilai.ikm or 0)),
            label=_label(satu),
            angka_romawi=_ROMAWI[satu.triwulan - 1],
            tahun=str(satu.tahun) if nomor == 0 or satu.triwulan == 1 else "",
            tren=satu,
        )
        for nomor, satu in enumerate(daftar)
    ]


def _y(ikm: float) -> float:
    bagian = (ikm - _BAWAH) / (_ATAS - _BAWAH)
    return round(TINGGI - TEPI - bagian * (TINGGI - 2 * TEPI), 1)


def _label(satu: TitikTren) -> str:
    return f"Tw {satu.triwulan} {satu.tahun}"
