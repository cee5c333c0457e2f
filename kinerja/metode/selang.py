"""How far an index could lie from what everybody served would say."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from math import sqrt

import scipy

_SERATUS, _TERENDAH = 100.0, 25.0


@dataclass(frozen=True, slots=True)
class Selang:
    """The 95 % interval of an index, in its own points."""

    bawah: Decimal
    atas: Decimal


def selang_ikm(*, ikm: Decimal, sebaran: Mapping[tuple[int, int], int]) -> Selang | None:
    """95 % confidence interval of an IKM (T54); `sebaran` is (sum of marks, elements marked) → people.

    Student's t over each person's own mean (NIST/SEMATECH e-Handbook, 1.3.5.2 "Confidence Limits for the Mean"). When
    all agree, the spread says nothing: then the rule of three (Hanley & Lippman-Hand, JAMA 1983) bounds how many could
    still think otherwise, 3/n, and they could be at the other end of the scale. None for fewer than two people.
    """
    orang = [(25 * jumlah / n, kali) for (jumlah, n), kali in sebaran.items() if n and kali]
    banyak = sum(kali for _, kali in orang)
    if banyak < 2:
        return None
    tengah = sum(nilai * kali for nilai, kali in orang) / banyak
    ragam = sum((nilai - tengah) ** 2 * kali for nilai, kali in orang) / (banyak - 1)
    if ragam < 1e-9:
        jauh = min(3 / banyak, 1.0)
        return _clamped(
            float(ikm) - jauh * (float(ikm) - _TERENDAH), float(ikm) + jauh * (_SERATUS - float(ikm))
        )
    lebar = float(scipy.special.stdtrit(banyak - 1, 0.975)) * sqrt(ragam / banyak)
    return _clamped(float(ikm) - lebar, float(ikm) + lebar)


def _clamped(bawah: float, atas: float) -> Selang:
    return Selang(_rounded(max(bawah, _TERENDAH)), _rounded(min(atas, _SERATUS)))


def _rounded(nilai: float) -> Decimal:
    return Decimal(repr(nilai)).quantize(Decimal("0.01"), ROUND_HALF_UP)
