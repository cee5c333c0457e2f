"""An SKP as the rules see it: plain values, no database."""

from dataclasses import dataclass, field

from kinerja.peraturan.capaian import Target
from kinerja.peraturan.skp.istilah import (
    Aspek,
    JenisHasilKerja,
    JenisLampiran,
    KategoriSKP,
    Pendekatan,
    Perspektif,
)


@dataclass(frozen=True, slots=True)
class Indikator:
    """One ukuran keberhasilan; in the qualitative approach `uraian` tells the target, too."""

    uraian: str
    aspek: tuple[Aspek, ...] = ()
    satuan: str = ""
    target: Target | None = None
    perspektif: Perspektif | None = None


@dataclass(frozen=True, slots=True)
class RencanaHasil:
    """One rencana hasil kerja and where it comes from.

    `penugasan_jabatan`: from a Plt., a Plh. or a structural post held by a JF.
    `is_perjanjian_kinerja`: a sasaran of the unit's perjanjian kinerja.
    """

    uraian: str
    jenis: JenisHasilKerja = JenisHasilKerja.UTAMA
    daftar_indikator: tuple[Indikator, ...] = ()
    has_rhk_pimpinan: bool = False
    penugasan_jabatan: bool = False
    is_perjanjian_kinerja: bool = False


@dataclass(frozen=True, slots=True)
class RencanaSKP:
    """One SKP: who it is for (kategori), how it is written (pendekatan), and what it promises."""

    kategori: KategoriSKP
    pendekatan: Pendekatan
    daftar_hasil: tuple[RencanaHasil, ...] = ()
    lampiran: frozenset[JenisLampiran] = field(default_factory=frozenset)

    @property
    def perspektif(self) -> frozenset[Perspektif]:
        """The perspectives that at least one indicator serves."""
        return frozenset(
            indikator.perspektif
            for hasil in self.daftar_hasil
            for indikator in hasil.daftar_indikator
            if indikator.perspektif is not None
        )
