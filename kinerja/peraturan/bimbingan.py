"""Bimbingan and konseling kinerja: what the forms ask, and who may read what comes of them (pages 78–88)."""

from dataclasses import dataclass

from kinerja.peraturan.istilah import Istilah
from kinerja.peraturan.rujukan import berdasarkan


class BentukBimbingan(Istilah):
    """The four forms of bimbingan kinerja."""

    COACHING = "coaching", "Coaching"
    MENTORING = "mentoring", "Mentoring"
    FORMAL = "formal_training", "Formal training"
    INFORMAL = "informal_training", "Informal training"


class BentukMentoring(Istilah):
    """The four ways of mentoring on pages 81 and 82."""

    SHADOWING = "shadowing_events", "Shadowing events"
    WORK_SHARING = "work_sharing", "Work sharing"
    HANDS_ON = "hands_on_training", "Hands-on-training"
    INTRODUCING = "introducing", "Introducing"


class Konselor(Istilah):
    """Who may counsel."""

    INDEPENDEN = "independen", "Konselor independen yang ditunjuk instansi"
    PENILAI = "penilai", "Pejabat penilai kinerja yang telah dilatih konseling"
    FUNGSI = "fungsi_konseling", "Pejabat yang memiliki fungsi memberikan konseling"


class Penerima(Istilah):
    """Who is told."""

    ATASAN_PIMPINAN = "atasan_pimpinan", "Atasan dari pimpinan"
    PENILAI = "penilai", "Pejabat penilai kinerja"
    ATASAN_PENILAI = "atasan_penilai", "Atasan dari pejabat penilai kinerja"
    KEPEGAWAIAN = "kepegawaian", "PyB atau pimpinan unit kerja yang membidangi pengelolaan kepegawaian"


class SubjekUmpanBalik(Istilah):
    """Whom a criterion of Format B.1.8 is about."""

    PEGAWAI = "pegawai", "Tentang pegawai"
    PEMBIMBING = "pembimbing", "Tentang pimpinan/pihak lain yang diberikan penugasan khusus"
    KEDUANYA = "keduanya", "Tentang pegawai dan pimpinan/pihak lain yang diberikan penugasan khusus"


@dataclass(frozen=True, slots=True)
class KriteriaBimbingan:
    """One row of Format B.1.8."""

    nomor: int
    subjek: SubjekUmpanBalik
    teks: str


@dataclass(frozen=True, slots=True)
class NilaiKompetensi:
    """One step of the scale of Format B.1.9."""

    nilai: int
    nama: str
    uraian: str
    cetak: str  # as page 84 and 85 print it


@berdasarkan("PermenPANRB 6/2022", "Lampiran Bab III, Format B.1.8", halaman=83)
def kriteria_bimbingan() -> tuple[KriteriaBimbingan, ...]:
    """The nine criteria by which an employee answers the guidance."""
    return tuple(
        KriteriaBimbingan(nomor, subjek, teks)
        for nomor, (subjek, teks) in enumerate(
            ((subjek, teks) for subjek, daftar in _KRITERIA.items() for teks in daftar), start=1
        )
    )


@berdasarkan("PermenPANRB 6/2022", "Lampiran Bab III, Format B.1.9", halaman=84)
def skala_kompetensi() -> tuple[NilaiKompetensi, ...]:
    """The five steps of the competence evaluation after guidance: a rating, not the level of a competence."""
    return tuple(NilaiKompetensi(nilai, *isi) for nilai, isi in enumerate(_SKALA, start=1))


@berdasarkan("PermenPANRB 6/2022", "Lampiran Bab III, Format B.1.9 kolom kompetensi pegawai", halaman=84)
def kompetensi_dievaluasi() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The rows that Format B.1.9 prints; technical competences follow the post and are written in by hand."""
    return _KOMPETENSI


@berdasarkan("PermenPANRB 6/2022", "Lampiran Bab III angka 5 huruf c) angka 1) huruf (c) dan (d)", halaman=86)
def kekurangan_laporan_perilaku(*, dikomunikasikan: bool, jumlah_umpan_balik: int) -> tuple[str, ...]:
    """What must have happened before behaviour is reported: it was said to the person, and feedback proves it."""
    kurang = []
    if not dikomunikasikan:
        kurang.append("Permasalahannya wajib disampaikan dahulu kepada pegawai.")
    if not jumlah_umpan_balik:
        kurang.append("Bukti pemberian umpan balik berkelanjutan wajib dilampirkan.")
    return tuple(kurang)


@berdasarkan("PermenPANRB 6/2022", "Lampiran Bab III huruf g angka 1)", halaman=83)
def penerima_umpan_balik_bimbingan() -> Penerima:
    """Who receives Format B.1.8: the superior of the guide, not the guide."""
    return Penerima.ATASAN_PIMPINAN


@berdasarkan("PermenPANRB 6/2022", "Lampiran Bab III huruf i dan huruf j", halaman=85)
def penerima_rekaman_bimbingan(*, pembimbing_adalah_penilai: bool) -> tuple[Penerima, ...]:
    """Who is told of Format B.1.6, B.1.7 and B.1.9, in order."""
    if pembimbing_adalah_penilai:
        return (Penerima.ATASAN_PENILAI,)
    return (Penerima.PENILAI, Penerima.ATASAN_PENILAI)


@berdasarkan("PermenPANRB 6/2022", "Lampiran Bab III angka 5 huruf d)", halaman=87)
def penerima_rekaman_konseling(*, konselor: Konselor) -> tuple[Penerima, ...]:
    """Who is told what came of counselling; the notes of the talk itself stay between two people (T97)."""
    return {
        Konselor.PENILAI: (Penerima.ATASAN_PENILAI,),
        Konselor.FUNGSI: (Penerima.PENILAI, Penerima.ATASAN_PENILAI),
        Konselor.INDEPENDEN: (Penerima.KEPEGAWAIAN,),
    }[konselor]


_KRITERIA = {
    SubjekUmpanBalik.PEGAWAI: (
        "Saya merasa diperhatikan dan dipahami",
        "Saya merasa tindakan/langkah yang telah saya lakukan dihargai",
        "Saya merasa dapat dengan bebas mengemukakan pendapat/pemikiran saya",
    ),
    SubjekUmpanBalik.PEMBIMBING: (
        "Saya merasa bahwa pandangan yang diberikan berdasarkan data/fakta yang akurat",
        "Saya merasa bahwa pandangan/pendapat yang diberikan kepada saya bersifat positif",
        "Lebih banyak menggunakan metode bertanya dibandingkan menggurui",
    ),
    SubjekUmpanBalik.KEDUANYA: (
        "Saya merasa dibantu dalam mencari solusi dan aksi tindak lanjut",
        "Saya tahu apa yang harus saya lakukan setelah mengikuti kegiatan bimbingan kinerja ini",
        "Saya memahami maksud dan tujuan kegiatan bimbingan kinerja ini",
    ),
}
_KOMPETENSI = (
    (
        "Manajerial",
        (
            "Integritas",
            "Kerjasama",
            "Komunikasi",
            "Orientasi pada Hasil",
            "Pelayanan Publik",
            "Pengembangan Diri dan Orang Lain",
            "Mengelola Perubahan",
            "Pengambilan Keputusan",
        ),
    ),
    ("Sosio Kultural", ("Perekat dan Pemersatu Bangsa",)),
    ("Teknis", ()),
)
_STANDAR = "standar kompetensi yang dipersyaratkan pada jabatan pegawai yang bersangkutan"
_SKALA = (
    (
        "Sangat Kurang",
        "Jauh di bawah standar kompetensi jabatan: tidak ada indikator kompetensi yang dipenuhi.",
        f"Diberikan apabila pegawai yang dinilai kompetensinya jauh dibawah {_STANDAR} (Tidak ada Indikator "
        "Kompetensi yang dipenuhi)",
    ),
    (
        "Kurang Memadai",
        "Di bawah standar kompetensi jabatan: 1–2 indikator kompetensi dipenuhi.",
        f"Diberikan apabila pegawai yang dinilai kompetensinya dibawah {_STANDAR} (1-2 Indikator Kompetensi yang "
        "dipenuhi)",
    ),
    (
        "Memadai",
        "Sesuai standar kompetensi jabatan: 3 indikator kompetensi dipenuhi.",
        f"Diberikan apabila pegawai yang dinilai kompetensinya sesuai {_STANDAR} (3 Indikator Kompetensi yang dipenuhi)",
    ),
    (
        "Di Atas Memadai",
        "Di atas standar kompetensi jabatan: 3 indikator dipenuhi dan menunjukkan perilaku di atas levelnya.",
        f"Diberikan apabila pegawai yang dinilai kompetensinya diatas {_STANDAR} (3 Indikator Kompetensi dipenuhi dan "
        "menunjukkan perilaku di atas level kompetensinya)",
    ),
    (
        "Istimewa",
        "Jauh di atas standar kompetensi jabatan: 3 indikator dipenuhi dan menunjukkan perilaku jauh di atas levelnya.",
        f"Diberikan apabila pegawai yang dinilai kompetensinya jauh diatas {_STANDAR} (3 Indikator Perilaku dipenuhi "
        "dan menunjukkan perilaku jauh di atas level kompetensinya)",
    ),
)
