"""Bab II in tables: the SKP with all that is written into it, and worked examples per post."""

from kinerja.perencanaan.models.skp import (
    SKP,
    CatatanDialog,
    EkspektasiPerilaku,
    IndikatorKinerja,
    JenisDialog,
    LampiranSKP,
    ManualIndikator,
    RencanaAksi,
    RencanaHasilKerja,
    SelMatriks,
    SKPQuerySet,
    VersiSKP,
    Workblock,
)
from kinerja.perencanaan.models.templat import HasilTemplat, IndikatorTemplat, TemplatSKP

__all__ = [
    "SKP",
    "CatatanDialog",
    "EkspektasiPerilaku",
    "HasilTemplat",
    "IndikatorKinerja",
    "IndikatorTemplat",
    "JenisDialog",
    "LampiranSKP",
    "ManualIndikator",
    "RencanaAksi",
    "RencanaHasilKerja",
    "SKPQuerySet",
    "SelMatriks",
    "TemplatSKP",
    "VersiSKP",
    "Workblock",
]
