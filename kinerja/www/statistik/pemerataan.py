"""The stored equity report, laid out for its table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kinerja.peraturan.predikat import Predikat

JENJANG = (Predikat.BAIK.label, Predikat.SANGAT_BAIK.label)
_LANJUTAN = {
    "Jenis kelamin": "Lihat apakah kedua kelompok memegang jabatan dan beban yang sebanding.",
    "Kelompok umur": "Lihat apakah pelatihan dan tugas baru sampai ke semua umur.",
    "Jenis jabatan": "Lihat apakah indikator tiap jenis jabatan sama beratnya, dan siapa yang menilainya.",
    "Unit kerja": "Bandingkan dengan capaian unitnya, lalu dengan statistik penilai di unit itu.",
}


@dataclass(frozen=True)
class Bagian:
    """A share with its interval in percent, and how far it lies from everybody else's."""

    persen: float
    bawah: float
    atas: float
    selisih: (
        float | None
    )  # percentage points; None for the second of two groups, whose comparison is the first's
    selisih_bawah: float
    selisih_atas: float
    p: float
    tanda: bool


@dataclass(frozen=True)
class Kelompok:
    nama: str
    n: int
    gabungan: str
    daftar_bagian: tuple[Bagian | None, ...]  # in the order of JENJANG


@dataclass(frozen=True)
class Ciri:
    nama: str
    kalimat: str
    daftar_kelompok: list[Kelompok]
    daftar_tanda: list[str]  # what deserves a talk, in sentences
    lanjutan: str


def daftar_ciri(isi: dict[str, Any]) -> list[Ciri]:
    return [
        Ciri(
            nama=ciri["ciri"],
            kalimat=ciri["kalimat"],
            daftar_kelompok=[_group(kelompok) for kelompok in ciri["daftar_kelompok"]],
            daftar_tanda=[banding["kalimat"] for banding in _flagged(ciri)],
            lanjutan=_LANJUTAN.get(ciri["ciri"], ""),
        )
        for ciri in isi["ciri"]
    ]


def _flagged(ciri: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for kelompok in ciri["daftar_kelompok"]:
        yield from (banding for banding in kelompok["daftar_banding"] if banding["tanda"])


def _group(kelompok: dict[str, Any]) -> Kelompok:
    banding = {satu["jenjang"]: satu for satu in kelompok["daftar_banding"] if satu["jenis"] == "bagian"}
    bagian = {satu["jenjang"]: satu for satu in kelompok["daftar_bagian"]}
    return Kelompok(
        nama=kelompok["nama"],
        n=kelompok["n"],
        gabungan=", ".join(kelompok["gabungan"]),
        daftar_bagian=tuple(_share(bagian[j], banding.get(j)) if j in bagian else None for j in JENJANG),
    )


def _share(bagian: dict[str, Any], banding: dict[str, Any] | None) -> Bagian:
    return Bagian(
        persen=100 * bagian["nilai"],
        bawah=100 * bagian["bawah"],
        atas=100 * bagian["atas"],
        selisih=100 * banding["selisih"] if banding else None,
        selisih_bawah=100 * banding["bawah"] if banding else 0.0,
        selisih_atas=100 * banding["atas"] if banding else 0.0,
        p=banding["p_disesuaikan"] if banding else 1.0,
        tanda=bool(banding and banding["tanda"]),
    )
