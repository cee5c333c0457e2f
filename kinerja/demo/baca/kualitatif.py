"""Plans that are written with expectations instead of figures, and what a ketua tim asks of her members."""

from dataclasses import dataclass
from functools import lru_cache

from kinerja.demo.baca.berkas import FOLDER_ISI, Peta, read_yaml
from kinerja.peraturan.skp import JenisHasilKerja, Perspektif


@dataclass(frozen=True, kw_only=True, slots=True)
class IndikatorKualitatif:
    """`realisasi` holds the owner's sentence at the end of each quarter."""

    teks: str
    perspektif: Perspektif | None
    realisasi: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class HasilKualitatif:
    teks: str
    jenis: JenisHasilKerja
    bukti: str
    daftar_indikator: tuple[IndikatorKualitatif, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Tim:
    """Cells by the slug of a member, in the order of the leader's indicators."""

    ketua: str
    anggota: dict[str, tuple[str, ...]]


@lru_cache
def rencana_kualitatif() -> dict[str, tuple[HasilKualitatif, ...]]:
    """By the slug of the owner."""
    return {
        orang["slug"]: tuple(_hasil(satu) for satu in orang["hasil"])
        for orang in read_yaml(FOLDER_ISI / "kualitatif.yaml")
    }


@lru_cache
def daftar_tim() -> tuple[Tim, ...]:
    return tuple(
        Tim(ketua=satu["ketua"], anggota={a["slug"]: tuple(a["sel"]) for a in satu["anggota"]})
        for satu in read_yaml(FOLDER_ISI / "tim.yaml")
    )


def _hasil(satu: Peta) -> HasilKualitatif:
    return HasilKualitatif(
        teks=satu["teks"],
        jenis=JenisHasilKerja(satu["jenis"]),
        bukti=satu["bukti"],
        daftar_indikator=tuple(
            IndikatorKualitatif(
                teks=i["teks"],
                perspektif=Perspektif(i["perspektif"]) if "perspektif" in i else None,
                realisasi=tuple(i["realisasi"]),
            )
            for i in satu["indikator"]
        ),
    )
