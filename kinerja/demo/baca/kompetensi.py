"""The sample dictionary of competences and the levels that kinds of posts require."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from kinerja.demo.baca.berkas import FOLDER_ISI, read_yaml
from kinerja.kompetensi.istilah import JenisKompetensi


@dataclass(frozen=True, kw_only=True, slots=True)
class KompetensiContoh:
    """`tingkat` are the words of levels 1 to 5."""

    kode: str
    nama: str
    jenis: JenisKompetensi
    definisi: str
    tingkat: tuple[str, ...]
    sumber: str


@dataclass(frozen=True, kw_only=True, slots=True)
class StandarContoh:
    """`umum` is a level by kind of post or by jenjang; `teknis` lists start of a post's name, code, level."""

    sumber: str
    umum: dict[str, int]
    teknis: tuple[tuple[str, str, int], ...]

    def untuk(self, nama: str, *, jenis: str, jenjang: str) -> dict[str, int]:
        """Technical competences of a post by code; the general level stands under ""."""
        hasil = {kode: tingkat for awal, kode, tingkat in self.teknis if nama.startswith(awal)}
        umum = self.umum.get(jenjang or jenis)
        return {"": umum, **hasil} if umum else hasil


@lru_cache
def daftar_kompetensi() -> tuple[KompetensiContoh, ...]:
    isi = read_yaml(FOLDER_ISI / "kompetensi.yaml")
    return tuple(
        KompetensiContoh(
            **{**satu, "jenis": JenisKompetensi(satu["jenis"]), "tingkat": tuple(satu["tingkat"])},
            sumber=isi["sumber_teknis" if satu["jenis"] == JenisKompetensi.TEKNIS else "sumber"],
        )
        for satu in isi["kompetensi"]
    )


@lru_cache
def standar_contoh() -> StandarContoh:
    isi = read_yaml(FOLDER_ISI / "kompetensi.yaml")
    return StandarContoh(
        sumber=isi["sumber_standar"],
        umum=isi["standar"],
        teknis=tuple((satu["jabatan"], satu["kode"], satu["tingkat"]) for satu in isi["teknis"]),
    )
