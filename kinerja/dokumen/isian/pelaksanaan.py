"""Format B.1.1 to B.1.5: what is recorded while the work goes on (Lampiran Bab III)."""

from dataclasses import dataclass

from kinerja.dokumen.isian.bagian import IsianBerpihak, IsianHasilKerja, TandaTangan


@dataclass(frozen=True, kw_only=True)
class RencanaAksi:
    """The steps towards one result; ``daftar_realisasi`` is printed by Format B.1.2 only."""

    rencana: str
    daftar_aksi: tuple[str, ...] = ()
    daftar_realisasi: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class IsianRencanaAksi(IsianBerpihak):
    """Only the employee signs."""

    daftar_rencana_aksi: tuple[RencanaAksi, ...]
    ttd_pegawai: TandaTangan | None = None


class FormatB11(IsianRencanaAksi):
    """Rencana Aksi."""


class FormatB12(IsianRencanaAksi):
    """Pendokumentasian Kinerja."""


@dataclass(frozen=True, kw_only=True)
class IsianUmpanBalik(IsianHasilKerja):
    """Both sides sign a record of feedback; ``periode`` reads like ``TRIWULAN II``."""

    periode: str
    ttd_pegawai: TandaTangan | None = None


class FormatB13(IsianUmpanBalik):
    """Rekaman umpan balik, kualitatif."""


class FormatB14(IsianUmpanBalik):
    """Rekaman umpan balik, kuantitatif, pejabat pimpinan tinggi dan pimpinan unit kerja mandiri."""


class FormatB15(IsianUmpanBalik):
    """Rekaman umpan balik, kuantitatif, pejabat administrasi dan pejabat fungsional."""
