"""The flat tables: sample results, feedback, bad wording, regions, results of units."""

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from kinerja.demo.baca.berkas import FOLDER_ISI, read_csv, read_yaml
from kinerja.peraturan.capaian import Arah, Target
from kinerja.peraturan.predikat import CapaianOrganisasi
from kinerja.peraturan.skp import Aspek, JenisHasilKerja
from kinerja.perencanaan.queries.templat import BERKAS_AWAL


@dataclass(frozen=True, kw_only=True, slots=True)
class ContohRHK:
    kode: str
    jabatan: str
    jenis: JenisHasilKerja
    rhk: str
    aspek: Aspek
    indikator: str
    target: Target
    satuan: str
    bukti_dukung: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ContohUmpanBalik:
    """`mutu` is "konstruktif" or "buruk"; only a bad one has a reason."""

    mutu: str
    pemberi: str
    kalimat: str
    alasan_bila_buruk: str


@dataclass(frozen=True, kw_only=True, slots=True)
class IndikatorBuruk:
    contoh_buruk: str
    alasan: str
    perbaikan: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Wilayah:
    kode: str
    nama_resmi: str
    nama_umum: str
    tingkat: str


@dataclass(frozen=True, kw_only=True, slots=True)
class CapaianUnit:
    unit: str
    tahun: int
    nilai: CapaianOrganisasi


@lru_cache
def daftar_rhk(jabatan: str = "") -> tuple[ContohRHK, ...]:
    """All sample results, or those of one post: the set that comes with the product."""
    return tuple(_rhk(baris) for baris in read_csv(BERKAS_AWAL) if jabatan in ("", baris["jabatan"]))


@lru_cache
def daftar_umpan_balik() -> tuple[ContohUmpanBalik, ...]:
    return tuple(ContohUmpanBalik(**baris) for baris in read_csv("umpan_balik.csv"))


@lru_cache
def daftar_indikator_buruk() -> tuple[IndikatorBuruk, ...]:
    return tuple(IndikatorBuruk(**baris) for baris in read_csv("indikator_buruk.csv"))


@lru_cache
def daftar_wilayah() -> tuple[Wilayah, ...]:
    return tuple(Wilayah(**baris) for baris in read_csv("wilayah_4_daerah.csv"))


@lru_cache
def daftar_capaian() -> tuple[CapaianUnit, ...]:
    return tuple(
        CapaianUnit(unit=satu["unit"], tahun=satu["tahun"], nilai=CapaianOrganisasi(satu["nilai"]))
        for satu in read_yaml(FOLDER_ISI / "capaian.yaml")
    )


def _rhk(baris: dict[str, str]) -> ContohRHK:
    return ContohRHK(
        kode=baris["kode"],
        jabatan=baris["jabatan"],
        jenis=JenisHasilKerja(baris["jenis"].lower()),
        rhk=baris["rhk"],
        aspek=Aspek(baris["aspek"].lower()),
        indikator=baris["indikator"],
        target=Target(Decimal(baris["target_bawah"]), Decimal(baris["target_atas"]), Arah(baris["arah"])),
        satuan=baris["satuan"],
        bukti_dukung=baris["bukti_dukung"],
    )
