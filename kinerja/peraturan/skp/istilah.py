"""The vocabulary of an SKP, as the forms A.1.1 to A.1.8 print it."""

from kinerja.peraturan.istilah import Istilah


class JenisHasilKerja(Istilah):
    """Priority of a result: high is utama, low is tambahan (pages 27 and 49)."""

    UTAMA = "utama", "Utama"
    TAMBAHAN = "tambahan", "Tambahan"


class Aspek(Istilah):
    """What an indicator measures; several may be merged in one (Pasal 9, page 51)."""

    KUANTITAS = "kuantitas", "Kuantitas", "Kuantitas"
    KUALITAS = "kualitas", "Kualitas", "Kualitas"
    WAKTU = "waktu", "Waktu", "Waktu"
    BIAYA = "biaya", "Biaya", "Biaya"


class Perspektif(Istilah):
    """The four perspectives of a JPT or unit kerja mandiri (page 29)."""

    PENERIMA_LAYANAN = "penerima_layanan", "Penerima Layanan", "Penerima Layanan"
    PROSES_BISNIS = "proses_bisnis", "Proses Bisnis", "Proses Bisnis"
    PENGUATAN_INTERNAL = "penguatan_internal", "Penguatan Internal", "Penguatan Internal"
    ANGGARAN = "anggaran", "Anggaran", "Anggaran"


class Pendekatan(Istilah):
    """How indicators are written, never how they are computed (page 50)."""

    KUALITATIF = "kualitatif", "Kualitatif"
    KUANTITATIF = "kuantitatif", "Kuantitatif"


class KategoriSKP(Istilah):
    """Which forms an employee uses: those of a head (JPT, unit kerja mandiri) or of everybody else."""

    PIMPINAN = "pimpinan", "Pimpinan (JPT dan unit kerja mandiri)"
    PEGAWAI = "pegawai", "Pegawai (JA dan JF)"


class JenisLampiran(Istilah):
    """The three sections of Format A.1.8 (page 61)."""

    DUKUNGAN_SUMBER_DAYA = "dukungan_sumber_daya", "Dukungan sumber daya"
    SKEMA_PERTANGGUNGJAWABAN = "skema_pertanggungjawaban", "Skema pertanggungjawaban"
    KONSEKUENSI = "konsekuensi", "Konsekuensi"


class TingkatKendali(Istilah):
    """Quality and level of control of a result, widest first (pages 28 and 44)."""

    OUTCOME = "outcome", "Outcome", "Outcome"
    OUTCOME_ANTARA = "outcome_antara", "Outcome antara", "Outcome Antara"
    KENDALI_RENDAH = "kendali_rendah", "Output kendali rendah", "Output kendali rendah"
    KENDALI_SEDANG = "kendali_sedang", "Output kendali sedang", "Output kendali sedang"
    KENDALI_TINGGI = "kendali_tinggi", "Output kendali tinggi", "Output kendali tinggi"


class PeriodePelaporan(Istilah):
    """How often an indicator is reported, as Format A.1.3 prints it (page 38)."""

    BULANAN = "bulanan", "Bulanan", "Bulanan"
    TRIWULANAN = "triwulanan", "Triwulanan", "Triwulanan"
    SEMESTERAN = "semesteran", "Semesteran", "Semesteran"
    TAHUNAN = "tahunan", "Tahunan", "Tahunan"
