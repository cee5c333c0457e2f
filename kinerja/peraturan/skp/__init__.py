"""What a plan (SKP) must contain, and what it should."""

from kinerja.peraturan.skp.istilah import (
    Aspek,
    JenisHasilKerja,
    JenisLampiran,
    KategoriSKP,
    Pendekatan,
    PeriodePelaporan,
    Perspektif,
    TingkatKendali,
)
from kinerja.peraturan.skp.kelengkapan import kelengkapan_skp
from kinerja.peraturan.skp.nasihat import kata_mutlak, nasihat_skp, tingkat_kendali_sebaiknya
from kinerja.peraturan.skp.rencana import Indikator, RencanaHasil, RencanaSKP
from kinerja.peraturan.skp.temuan import Kekurangan, Nasihat

__all__ = [
    "Aspek",
    "Indikator",
    "JenisHasilKerja",
    "JenisLampiran",
    "KategoriSKP",
    "Kekurangan",
    "Nasihat",
    "Pendekatan",
    "PeriodePelaporan",
    "Perspektif",
    "RencanaHasil",
    "RencanaSKP",
    "TingkatKendali",
    "kata_mutlak",
    "kelengkapan_skp",
    "nasihat_skp",
    "tingkat_kendali_sebaiknya",
]
