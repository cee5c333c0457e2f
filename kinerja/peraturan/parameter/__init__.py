"""Values that change while the logic stays, each with its date and its source."""

import tomllib
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Required, TypedDict, cast


class Tenggat(TypedDict):
    """One time limit in working days."""

    hari_kerja: int
    berlaku_sejak: date
    naskah: str
    tempat: str
    halaman: int


class Batas(TypedDict, total=False):
    """Share of the people that should carry one of `predikat`; `paling_sedikit_orang` counts heads."""

    predikat: list[str]
    paling_banyak_persen: int
    paling_sedikit_persen: int
    paling_sedikit_orang: int


class Distribusi(TypedDict):
    """Advice on the distribution of predikat, by capaian organisasi."""

    naskah: str
    berlaku_sejak: date
    tim_paling_kecil: int
    batas: dict[str, list[Batas]]


class JenjangDisiplin(TypedDict):
    """One step of the ladder: from how many days of unexcused absence in a year, and what it points to."""

    dari: int
    tingkat: str
    hukuman: str


class Disiplin(TypedDict):
    """The ladder of PP 94/2021 for unexcused absence, and the run of days that stands by itself."""

    naskah: str
    berlaku_sejak: date
    berturut: int
    jenjang: list[JenjangDisiplin]


class JenjangAngkaKredit(TypedDict, total=False):
    """One level of a functional post; the highest of a category has neither `jenjang` nor `berikutnya`."""

    golongan: Required[list[str]]
    koefisien: Required[str]
    pangkat: Required[int]
    jenjang: int
    berikutnya: str


class AngkaKredit(TypedDict):
    """Percentages by predikat and the row of every level."""

    naskah: str
    berlaku_sejak: date
    persentase: dict[str, int]
    jenjang: dict[str, JenjangAngkaKredit]


class JamPelajaran(TypedDict):
    """Learning hours of a year."""

    berlaku_sejak: date
    pns_paling_sedikit: int
    pppk_paling_banyak: int


@cache
def _read(berkas: str) -> str:
    return files(__name__).joinpath(berkas).read_text(encoding="utf-8")


@cache
def daftar_tenggat() -> dict[str, Tenggat]:
    """The time limits of `tenggat.toml` by name."""
    return cast("dict[str, Tenggat]", tomllib.loads(_read("tenggat.toml")))


@cache
def distribusi_predikat() -> Distribusi:
    """The percentages of `distribusi.toml`."""
    return cast("Distribusi", tomllib.loads(_read("distribusi.toml")))


@cache
def disiplin_kehadiran() -> Disiplin:
    """The days of `disiplin.toml`."""
    return cast("Disiplin", tomllib.loads(_read("disiplin.toml")))


@cache
def angka_kredit_jf() -> AngkaKredit:
    """The table of `angka_kredit.toml`."""
    return cast("AngkaKredit", tomllib.loads(_read("angka_kredit.toml")))


@cache
def jangka_pembinaan() -> dict[str, dict[str, int]]:
    """The spans in months of `pembinaan.toml`, by kind of civil servant."""
    return cast("dict[str, dict[str, int]]", tomllib.loads(_read("pembinaan.toml")))


@cache
def jam_pelajaran() -> JamPelajaran:
    """The hours of `jam_pelajaran.toml`."""
    return cast("JamPelajaran", tomllib.loads(_read("jam_pelajaran.toml")))
