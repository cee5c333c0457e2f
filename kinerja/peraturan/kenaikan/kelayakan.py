"""All conditions together: who may be proposed, with every yes and every no. People decide."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kinerja.peraturan.identitas import JenjangJF
from kinerja.peraturan.kenaikan.syarat import (
    Syarat,
    syarat_angka_kredit_jenjang,
    syarat_angka_kredit_pangkat,
    syarat_lowongan,
    syarat_masa_pangkat,
    syarat_predikat_jenjang,
    syarat_predikat_pangkat_jf,
    syarat_predikat_reguler,
    syarat_uji_kompetensi,
)
from kinerja.peraturan.predikat import Predikat
from kinerja.peraturan.rujukan import berdasarkan


@dataclass(frozen=True, slots=True)
class KeadaanKarier:
    """What is known of one person; None where nothing is. `angka_kredit` is cumulative on the present level."""

    golongan: str
    tmt_pangkat: date | None
    riwayat: Mapping[int, Predikat]
    jenjang: JenjangJF | None = None
    angka_kredit: Decimal | None = None
    ada_lowongan: bool | None = None
    lulus_uji_kompetensi: bool | None = None


@dataclass(frozen=True, slots=True)
class Kelayakan:
    """The conditions in the order of the law."""

    daftar_syarat: tuple[Syarat, ...]

    @property
    def is_layak(self) -> bool:
        return all(syarat.terpenuhi for syarat in self.daftar_syarat)

    @property
    def daftar_kurang(self) -> tuple[Syarat, ...]:
        return tuple(syarat for syarat in self.daftar_syarat if not syarat.terpenuhi)

    @property
    def kalimat(self) -> str:
        if self.is_layak:
            return "Semua syarat yang tercatat terpenuhi; pengusulan diputuskan pejabat yang berwenang."
        kurang = " ".join(syarat.alasan for syarat in self.daftar_kurang)
        return f"{len(self.daftar_kurang)} dari {len(self.daftar_syarat)} syarat belum terpenuhi. {kurang}"


@berdasarkan("Perban BKN 3/2023", "Syarat kenaikan pangkat pejabat fungsional")
def kelayakan_pangkat_jf(keadaan: KeadaanKarier, *, pada: date) -> Kelayakan:
    """Kenaikan pangkat on a functional post; somebody without a level fails the one condition of having it."""
    if keadaan.jenjang is None:
        return _not_functional()
    return Kelayakan(
        (
            syarat_masa_pangkat(tmt_pangkat=keadaan.tmt_pangkat, pada=pada),
            syarat_angka_kredit_pangkat(
                jenjang=keadaan.jenjang, golongan=keadaan.golongan, angka_kredit=keadaan.angka_kredit
            ),
            syarat_predikat_pangkat_jf(riwayat=keadaan.riwayat, pada=pada),
        )
    )


@berdasarkan("Perban BKN 3/2023", "Syarat kenaikan jenjang jabatan fungsional")
def kelayakan_jenjang(keadaan: KeadaanKarier, *, pada: date) -> Kelayakan:
    """Kenaikan jenjang of a functional post."""
    if keadaan.jenjang is None:
        return _not_functional()
    return Kelayakan(
        (
            syarat_angka_kredit_jenjang(jenjang=keadaan.jenjang, angka_kredit=keadaan.angka_kredit),
            syarat_lowongan(ada_lowongan=keadaan.ada_lowongan),
            syarat_uji_kompetensi(is_lulus=keadaan.lulus_uji_kompetensi),
            syarat_predikat_jenjang(riwayat=keadaan.riwayat, pada=pada),
        )
    )


@berdasarkan("Perban BKN 2/2025", "Syarat kenaikan pangkat reguler")
def kelayakan_pangkat_reguler(
    keadaan: KeadaanKarier, *, pada: date, masa_tahun: int | None = None
) -> Kelayakan:
    """Kenaikan pangkat reguler; `masa_tahun` in the pangkat is a setting of the instansi and unasked for by default (T96)."""
    predikat = syarat_predikat_reguler(riwayat=keadaan.riwayat, pada=pada)
    if masa_tahun is None:
        return Kelayakan((predikat,))
    masa = syarat_masa_pangkat(tmt_pangkat=keadaan.tmt_pangkat, pada=pada, tahun=masa_tahun)
    return Kelayakan((masa, predikat))


def _not_functional() -> Kelayakan:
    syarat = Syarat(
        "Menduduki jabatan fungsional",
        "Jenjang jabatan fungsional belum tercatat.",
        terpenuhi=False,
        is_tercatat=False,
    )
    return Kelayakan((syarat,))
