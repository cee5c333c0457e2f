"""Format B.1.6 to B.1.10: guidance and what behaviour makes it necessary (Lampiran Bab III huruf D)."""

from dataclasses import dataclass

from kinerja.dokumen.isian.bagian import IsianBerpihak, Orang, TandaTangan


@dataclass(frozen=True, kw_only=True)
class BarisCoaching:
    """One indicator through the three tables; `penyesuaian` reads YA, TIDAK, or nothing yet."""

    indikator: str
    baseline: str
    target: str
    strategi: str
    progres: str
    masalah: str
    penyebab: str
    langkah: str = ""
    penyesuaian: str = ""


@dataclass(frozen=True, kw_only=True)
class BarisMentoring:
    keahlian: str
    jangka_waktu: str
    perubahan: str
    ukuran: str


@dataclass(frozen=True, kw_only=True)
class BarisJurnal:
    waktu_tempat: str
    materi: str
    rencana_aksi: str
    target: str


@dataclass(frozen=True, kw_only=True)
class KelompokKriteria:
    """The criteria about one subject, with what was answered."""

    subjek: str
    daftar: tuple[str, ...]
    jawaban: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class NilaiKompetensi:
    nama: str
    nilai: str = ""
    alasan: str = ""


@dataclass(frozen=True, kw_only=True)
class KelompokKompetensi:
    nama: str
    daftar: tuple[NilaiKompetensi, ...] = ()


@dataclass(frozen=True, kw_only=True)
class IsianBimbingan(IsianBerpihak):
    pembimbing: Orang
    ttd_pegawai: TandaTangan | None = None
    ttd_pembimbing: TandaTangan | None = None


@dataclass(frozen=True, kw_only=True)
class FormatB16(IsianBimbingan):
    """Pelaksanaan Coaching."""

    daftar_butir: tuple[BarisCoaching, ...]
    peluang: str


@dataclass(frozen=True, kw_only=True)
class FormatB17(IsianBimbingan):
    """Pelaksanaan Mentoring."""

    daftar_tujuan: tuple[BarisMentoring, ...]
    daftar_jurnal: tuple[BarisJurnal, ...]


@dataclass(frozen=True, kw_only=True)
class FormatB18(IsianBerpihak):
    """Umpan Balik Pelaksanaan Bimbingan Kinerja."""

    daftar_kelompok: tuple[KelompokKriteria, ...]
    ttd_pegawai: TandaTangan | None = None


@dataclass(frozen=True, kw_only=True)
class FormatB19(IsianBerpihak):
    """Evaluasi Kompetensi Pegawai sebagai Tindak Lanjut Bimbingan Kinerja; `daftar_skala` is printed below it."""

    pembimbing: Orang
    daftar_kelompok: tuple[KelompokKompetensi, ...]
    rekomendasi: str
    ttd_pembimbing: TandaTangan | None = None


@dataclass(frozen=True, kw_only=True)
class FormatB110(IsianBerpihak):
    """Laporan Permasalahan Perilaku Kerja."""

    nilai_dasar: tuple[str, ...]
    ekspektasi_khusus: str
    permasalahan: str
    serupa: bool
    upaya: str
    bukti: str
    ttd_penilai: TandaTangan | None = None
