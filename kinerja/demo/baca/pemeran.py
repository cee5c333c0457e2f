"""The named cast that plays in demo, tests and screenshots."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from kinerja.demo.baca.berkas import FOLDER_ISI, Peta, read_yaml
from kinerja.peraturan.identitas import JenisASN, JenisJabatan, JenjangJF, nama_pangkat


@dataclass(frozen=True, kw_only=True, slots=True)
class Peran:
    """A role beside the post: admin_instansi, pimpinan or auditor, over a unit and all below it."""

    jenis: str
    unit: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Penempatan:
    """A post held from a day to a day; `jenis` is definitif, plt or plh, `penilai` a NIP."""

    jabatan: str
    jenis_jabatan: JenisJabatan | None
    unit: str
    penilai: str | None
    mulai_on: date
    jenis: str = "definitif"
    jenjang: JenjangJF | None = None
    kepala: bool = False
    selesai_on: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Pemeran:
    """`jenis_asn` is None for a pejabat negara; `daftar_penempatan` begins with the present definitive post."""

    slug: str
    nama: str
    nip: str
    jenis_asn: JenisASN | None
    golongan: str
    instansi: str
    cerita: str
    daftar_penempatan: tuple[Penempatan, ...]
    panggilan: str = ""
    status: str = "aktif"
    rhk: str = ""
    daftar_peran: tuple[Peran, ...] = ()

    @property
    def penempatan(self) -> Penempatan:
        return self.daftar_penempatan[0]

    @property
    def pangkat_golongan(self) -> str:
        pangkat = nama_pangkat(golongan=self.golongan) if self.golongan else ""
        return f"{pangkat} ({self.golongan})" if pangkat else self.golongan


@lru_cache
def daftar_pemeran() -> tuple[Pemeran, ...]:
    return tuple(_pemeran(peta) for peta in read_yaml(FOLDER_ISI / "pemeran.yaml"))


def find_pemeran(kunci: str) -> Pemeran:
    """One of the cast, by slug or by NIP."""
    return next(orang for orang in daftar_pemeran() if kunci in (orang.slug, orang.nip))


_KUNCI_PENEMPATAN = ("jabatan", "jenis_jabatan", "jenjang", "kepala", "unit", "penilai", "mulai_on")


def _pemeran(peta: Peta) -> Pemeran:
    kini = {kunci: peta.pop(kunci) for kunci in _KUNCI_PENEMPATAN if kunci in peta}
    jenis_asn = peta.pop("jenis_asn")
    return Pemeran(
        jenis_asn=JenisASN(jenis_asn) if jenis_asn else None,
        golongan=peta.pop("golongan") or "",
        daftar_penempatan=tuple(_penempatan(**satu) for satu in (kini, *peta.pop("lain", []))),
        daftar_peran=tuple(Peran(**satu) for satu in peta.pop("peran", [])),
        **peta,
    )


def _penempatan(*, jenis_jabatan: str | None, jenjang: str | None = None, **lain: object) -> Penempatan:
    return Penempatan(
        jenis_jabatan=JenisJabatan(jenis_jabatan) if jenis_jabatan else None,
        jenjang=JenjangJF(jenjang) if jenjang else None,
        **lain,  # type: ignore[arg-type]  # straight from YAML; a test checks every value
    )
