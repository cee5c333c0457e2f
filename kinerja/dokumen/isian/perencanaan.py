"""Format A.1.1 to A.1.8: what is agreed before the work begins (Lampiran Bab II)."""

from dataclasses import dataclass

from kinerja.dokumen.isian.bagian import Isian, IsianHasilKerja, Orang, TandaTangan


@dataclass(frozen=True, kw_only=True)
class IsianSKP(IsianHasilKerja):
    """Both sides sign an SKP."""

    ttd_pegawai: TandaTangan | None = None


class FormatA11(IsianSKP):
    """SKP, kualitatif, pejabat pimpinan tinggi dan pimpinan unit kerja mandiri."""


class FormatA12(IsianSKP):
    """SKP, kuantitatif, pejabat pimpinan tinggi dan pimpinan unit kerja mandiri."""


class FormatA16(IsianSKP):
    """SKP, kualitatif, pejabat administrasi dan pejabat fungsional."""


class FormatA17(IsianSKP):
    """SKP, kuantitatif, pejabat administrasi dan pejabat fungsional."""


@dataclass(frozen=True, kw_only=True)
class ManualIndikator:
    """One indicator explained. ``kualitas_kendali`` and ``periode_pelaporan`` name the box to tick."""

    rencana: str
    indikator: str
    tujuan: str = ""
    definisi: str = ""
    formula: str = ""
    satuan: str = ""
    kualitas_kendali: str = ""
    sumber_data: str = ""
    periode_pelaporan: str = ""


@dataclass(frozen=True, kw_only=True)
class FormatA13(Isian):
    """Manual Indikator Kinerja; each indicator starts a page."""

    daftar_manual: tuple[ManualIndikator, ...]


@dataclass(frozen=True, kw_only=True)
class Workblock:
    """One initiative; the numbering runs on from rutin to transformatif."""

    judul_inisiatif: str
    indikator_dan_target: str = ""
    pemilik_strategi: str = ""
    pihak_terlibat: str = ""
    waktu_penyelesaian: str = ""
    penerima_manfaat: str = ""
    tujuan: str = ""
    anggaran: str = ""
    strategi_rutin: tuple[str, ...] = ()
    strategi_transformatif: tuple[str, ...] = ()
    keluaran_rutin: tuple[str, ...] = ()
    keluaran_transformatif: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class FormatA14(Isian):
    """Workblock; each initiative starts a page."""

    daftar_workblock: tuple[Workblock, ...]


@dataclass(frozen=True, kw_only=True)
class BarisMatriks:
    """One employee; a cell holds zero or more roles, and an empty cell prints TIDAK ADA PERAN."""

    nama: str
    jabatan: str
    daftar_peran: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, kw_only=True)
class Matriks:
    """One tier: the leader on the top row, with his indicators (or, for a ketua tim, his results)."""

    nama: str
    jabatan: str
    daftar_indikator: tuple[str, ...]
    daftar_baris: tuple[BarisMatriks, ...]


@dataclass(frozen=True, kw_only=True)
class FormatA15(Isian):
    """Matriks Pembagian Peran dan Hasil: the first tier, then one matrix per ketua tim."""

    daftar_matriks: tuple[Matriks, ...]


@dataclass(frozen=True, kw_only=True)
class FormatA18(Isian):
    """Lampiran SKP. The form names nobody above; the two people are there for the signatures."""

    pegawai: Orang
    pejabat_penilai: Orang
    dukungan_sumber_daya: tuple[str, ...] = ()
    skema_pertanggungjawaban: tuple[str, ...] = ()
    konsekuensi: tuple[str, ...] = ()
    ttd_pegawai: TandaTangan | None = None
    ttd_penilai: TandaTangan | None = None
