"""Where a realisation stands against its target range."""

from dataclasses import dataclass
from decimal import Decimal

from kinerja.peraturan.istilah import Istilah
from kinerja.peraturan.predikat import Rating
from kinerja.peraturan.rujukan import berdasarkan


class Arah(Istilah):
    """Which side of the range is the good one."""

    NAIK = "naik", "Makin tinggi makin baik"
    TURUN = "turun", "Makin rendah makin baik"
    DALAM_RENTANG = "dalam_rentang", "Harus berada di dalam rentang"


@dataclass(frozen=True, slots=True)
class Target:
    """A target range in the indicator's own unit; a side that is None is open."""

    bawah: Decimal | None
    atas: Decimal | None
    arah: Arah = Arah.NAIK

    @property
    def is_empty(self) -> bool:
        return self.bawah is None and self.atas is None

    @property
    def is_reversed(self) -> bool:
        return self.bawah is not None and self.atas is not None and self.bawah > self.atas


@berdasarkan("PermenPANRB 6/2022", "Lampiran Bab IV huruf B angka 3 huruf a angka 1)", halaman=97)
@berdasarkan("PermenPANRB 6/2022", "Lampiran Bab II Tahap Ketujuh huruf a angka 7", halaman=51)
def capaian_indikator(*, target: Target, realisasi: Decimal | None) -> Rating | None:
    """Suggested rating of one indicator; both edges belong to the range (T4).

    None when it cannot be said: no realisation yet, no measurable target, or a range that is upside down.
    """
    if realisasi is None or target.is_empty or target.is_reversed:
        return None
    if target.bawah is not None and realisasi < target.bawah:
        return Rating.DI_ATAS if target.arah is Arah.TURUN else Rating.DI_BAWAH
    if target.atas is not None and realisasi > target.atas:
        return Rating.DI_ATAS if target.arah is Arah.NAIK else Rating.DI_BAWAH
    return Rating.SESUAI
