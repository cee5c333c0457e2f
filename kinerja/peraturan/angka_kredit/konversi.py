"""From the predikat of some months to angka kredit: coefficient × percentage × months ÷ 12."""

from decimal import ROUND_HALF_UP, Decimal

from kinerja.peraturan.identitas import JenjangJF
from kinerja.peraturan.parameter import angka_kredit_jf
from kinerja.peraturan.predikat import Predikat
from kinerja.peraturan.rujukan import berdasarkan

_SEN = Decimal("0.01")


@berdasarkan("PermenPANRB 1/2023", "Pasal 36")
@berdasarkan("Perban BKN 3/2023", "Konversi predikat kinerja ke angka kredit")
def persentase_predikat(*, predikat: Predikat) -> int:
    """Percentage of the yearly coefficient that a predikat is worth (T90)."""
    return angka_kredit_jf()["persentase"][predikat]


@berdasarkan("Perban BKN 3/2023", "Koefisien angka kredit tahunan")
def koefisien_tahunan(*, jenjang: JenjangJF) -> Decimal:
    """Angka kredit that a level expects of a whole year (T90)."""
    return Decimal(angka_kredit_jf()["jenjang"][jenjang]["koefisien"])


@berdasarkan("PermenPANRB 1/2023", "Pasal 36")
@berdasarkan("Perban BKN 3/2023", "Konversi predikat kinerja ke angka kredit")
def angka_kredit_konversi(*, jenjang: JenjangJF, predikat: Predikat, bulan: int) -> Decimal:
    """Angka kredit of `bulan` months (1–12) on a level, rounded half up to two decimals once, at the end (T91)."""
    penuh = koefisien_tahunan(jenjang=jenjang) * persentase_predikat(predikat=predikat)
    return (penuh * bulan / 1200).quantize(_SEN, ROUND_HALF_UP)
