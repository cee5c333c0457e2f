"""The method of each place."""

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from kinerja.demo.baca.berkas import FOLDER_ISI, read_yaml

# source → (weight in percent, minimum number)
Bobot = dict[str, tuple[int, int]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Aspek:
    kode: str
    nama: str
    jenis: str
    uraian: str = ""
    kompetensi: str = ""
    sumber: list[str] = field(default_factory=list)
    jangkar: list[str] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True, slots=True)
class Kebijakan:
    """A policy as `isi/kebijakan.yaml` tells it; `unsur` names the element of the public survey behind a value."""

    unit: str
    dasar: str
    frekuensi_evaluasi: str
    sumber: Bobot
    hasil: Bobot = field(default_factory=dict)
    unsur: dict[str, str] = field(default_factory=dict)
    aspek: tuple[Aspek, ...] = ()
    target_jp: int = 20
    jarak_dialog_hari: int = 90
    batas_dukungan_hari: int = 5
    tindak_lanjut: list[dict[str, Any]] = field(default_factory=list)


@lru_cache
def daftar_kebijakan() -> tuple[Kebijakan, ...]:
    return tuple(
        Kebijakan(**isi | {"aspek": tuple(Aspek(**aspek) for aspek in isi.get("aspek", []))})
        for isi in read_yaml(FOLDER_ISI / "kebijakan.yaml")
    )
