"""Recognition: programs with their nominees, jury and winners; thanks between colleagues; work shown as an example."""

from kinerja.penghargaan.models.apresiasi import KaryaTeladan, TerimaKasih
from kinerja.penghargaan.models.juri import JuriPenghargaan, SuaraPenghargaan
from kinerja.penghargaan.models.program import (
    CalonPenghargaan,
    CatatanDisiplin,
    PenerimaPenghargaan,
    ProgramPenghargaan,
    UsulanPenghargaan,
)

__all__ = [
    "CalonPenghargaan",
    "CatatanDisiplin",
    "JuriPenghargaan",
    "KaryaTeladan",
    "PenerimaPenghargaan",
    "ProgramPenghargaan",
    "SuaraPenghargaan",
    "TerimaKasih",
    "UsulanPenghargaan",
]
