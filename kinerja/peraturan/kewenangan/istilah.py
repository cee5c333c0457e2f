"""Who is meant when the law says pejabat, and what can happen to people."""

from dataclasses import dataclass
from datetime import date

from kinerja.peraturan.identitas import JenisJabatan
from kinerja.peraturan.istilah import Istilah


class JenisInstansi(Istilah):
    """The two kinds of agency the law tells apart."""

    PUSAT = "pusat", "Instansi Pusat"
    DAERAH = "daerah", "Instansi Daerah"


class Pejabat(Istilah):
    """The official who sets, discusses or evaluates."""

    PEJABAT_PENILAI = "pejabat_penilai", "Pejabat Penilai Kinerja"
    PEJABAT_PENILAI_BARU = "pejabat_penilai_baru", "Pejabat Penilai Kinerja yang baru"
    ATASAN_PEJABAT_PENILAI = "atasan_pejabat_penilai", "Atasan Pejabat Penilai Kinerja"
    PIMPINAN_UNIT_PLT = "pimpinan_unit_plt", "Pimpinan unit kerja tempat melapor sebagai Plt."
    MENTERI_KOORDINATOR = "menteri_koordinator", "Menteri yang mengoordinasikan"
    PIMPINAN_INSTANSI = "pimpinan_instansi", "Pimpinan Instansi Pemerintah"
    JPT_MADYA = "jpt_madya", "Pejabat pimpinan tinggi madya"
    JPT_KOORDINATOR = "jpt_koordinator", "Pejabat pimpinan tinggi yang mengoordinasikan"
    KEPALA_DAERAH = "kepala_daerah", "Kepala Daerah"
    PIMPINAN_PERANGKAT_DAERAH = (
        "pimpinan_perangkat_daerah",
        "Pimpinan perangkat daerah yang mengoordinasikan",
    )


class KeadaanPenilai(Istilah):
    """Whether the penilai can and did evaluate."""

    BERTUGAS = "bertugas", "Bertugas"
    BERHALANGAN_TETAP = "berhalangan_tetap", "Berhalangan tetap"
    MELEWATI_BATAS = "melewati_batas", "Belum menilai sampai batas waktu"


class KeadaanPegawai(Istilah):
    """What an employee is doing; the last four are outside performance planning."""

    BEKERJA = "bekerja", "Bekerja"
    CUTI = "cuti", "Cuti"
    TUGAS_BELAJAR = "tugas_belajar", "Tugas belajar"
    DIPERBANTUKAN = "diperbantukan", "Diperbantukan atau dipekerjakan di luar instansi"
    PEJABAT_NEGARA = "pejabat_negara", "Pejabat negara atau pimpinan/anggota lembaga nonstruktural"
    DIBERHENTIKAN_SEMENTARA = "diberhentikan_sementara", "Diberhentikan sementara"
    CLTN = "cltn", "Cuti di luar tanggungan negara"
    MPP = "mpp", "Masa persiapan pensiun"


class BentukPenugasan(Istilah):
    """How an employee comes to an assignment (page 46)."""

    PENUNJUKAN = "penunjukan", "Penunjukan oleh pimpinan"
    SUKARELA = "sukarela", "Pengajuan sukarela"


class JenisEvaluasi(Istilah):
    """The two cycles of evaluation (Pasal 23)."""

    PERIODIK = "periodik", "Evaluasi periodik"
    TAHUNAN = "tahunan", "Evaluasi tahunan"


@dataclass(frozen=True, slots=True)
class Kedudukan:
    """Where an employee stands, as far as the law asks."""

    jenis_instansi: JenisInstansi
    jenis_jabatan: JenisJabatan
    is_unit_mandiri: bool = False


@dataclass(frozen=True, slots=True)
class Masa:
    """A span of time; both days belong to it."""

    mulai: date
    selesai: date

    def __contains__(self, hari: date) -> bool:
        return self.mulai <= hari <= self.selesai
