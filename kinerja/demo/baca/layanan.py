"""Service points of the demo, and what people say there."""

from dataclasses import dataclass
from functools import lru_cache

from kinerja.demo.baca.berkas import FOLDER_ISI, read_csv, read_yaml
from kinerja.peraturan.skm import UnsurSKM


@dataclass(frozen=True, kw_only=True, slots=True)
class TitikLayanan:
    """`rerata` is about what comes out, `setahun` how many vote in a year, `petugas` are slugs of the cast."""

    slug: str
    unit: str
    nama: str
    uraian: str
    populasi: int
    setahun: int
    rerata: float
    lemah: tuple[UnsurSKM, ...]
    petugas: tuple[str, ...]
    bentuk: str = "skm9"


@dataclass(frozen=True, kw_only=True, slots=True)
class KomentarMasyarakat:
    """`sentimen` is positif, negatif, saran, netral or spam."""

    unsur_skm: str
    sentimen: str
    komentar: str


@lru_cache
def daftar_layanan() -> tuple[TitikLayanan, ...]:
    return tuple(
        TitikLayanan(
            **{
                **satu,
                "lemah": tuple(UnsurSKM(kode) for kode in satu["lemah"]),
                "petugas": tuple(satu["petugas"]),
            }
        )
        for satu in read_yaml(FOLDER_ISI / "layanan.yaml")
    )


@lru_cache
def daftar_komentar() -> tuple[KomentarMasyarakat, ...]:
    return tuple(KomentarMasyarakat(**baris) for baris in read_csv("komentar_masyarakat.csv"))
