"""The conditions, each with its answer and the reason for it in one sentence."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kinerja.peraturan.angka_kredit import (
    daftar_golongan_jenjang,
    jenjang_berikutnya,
    kebutuhan_jenjang,
    kebutuhan_pangkat,
)
from kinerja.peraturan.angka_kredit.kekurangan import KebutuhanAngkaKredit
from kinerja.peraturan.identitas import JenjangJF
from kinerja.peraturan.jadwal import batas_evaluasi_tahunan
from kinerja.peraturan.jadwal.periode import NAMA_BULAN
from kinerja.peraturan.pembinaan import bulan_sesudah
from kinerja.peraturan.predikat import Predikat
from kinerja.peraturan.rujukan import DAFTAR_ATURAN, Rujukan, berdasarkan

PERIODE_BULANAN_SEJAK = date(2025, 10, 1)
_TAHUN_PANGKAT_JF = 2


@dataclass(frozen=True, slots=True)
class Syarat:
    """One condition; `is_tercatat` is False when the answer is no because nothing is known, `aturan` is the rule that asks."""

    nama: str
    alasan: str
    terpenuhi: bool
    is_tercatat: bool = True
    aturan: str = ""

    @property
    def jawaban(self) -> str:
        """ya, tidak, or kosong where nothing is recorded."""
        return "ya" if self.terpenuhi else "tidak" if self.is_tercatat else "kosong"

    @property
    def daftar_rujukan(self) -> tuple[Rujukan, ...]:
        """Where the law asks for it."""
        return DAFTAR_ATURAN[self.aturan].rujukan if self.aturan else ()


@berdasarkan("Perban BKN 4/2025", "Periode kenaikan pangkat setiap bulan")
def periode_kenaikan_pangkat(*, pada: date) -> date:
    """The next period from this day on: the first of each month since October 2025 (T96)."""
    mulai = max(pada, PERIODE_BULANAN_SEJAK)
    if mulai.day == 1:
        return mulai
    return date(mulai.year + mulai.month // 12, mulai.month % 12 + 1, 1)


@berdasarkan("PermenPANRB 6/2022", "Lampiran Bab IV huruf A angka 8 huruf b", halaman=90)
def tahun_predikat(*, pada: date, riwayat: Mapping[int, Predikat], jumlah: int) -> tuple[int, ...]:
    """The last years that count, newest first; last year's predikat may still be missing until 31 January (T96)."""
    akhir = pada.year - 1
    if akhir not in riwayat and pada <= batas_evaluasi_tahunan(tahun=akhir):
        akhir -= 1
    return tuple(range(akhir, akhir - jumlah, -1))


@berdasarkan("Perban BKN 3/2023", "Syarat kenaikan pangkat pejabat fungsional")
def syarat_masa_pangkat(*, tmt_pangkat: date | None, pada: date, tahun: int = _TAHUN_PANGKAT_JF) -> Syarat:
    """At least two years in the present pangkat; another span is a setting of the instansi, never of this rule."""
    nama, aturan = f"Paling sedikit {tahun} tahun dalam pangkat", "syarat_masa_pangkat"
    if tmt_pangkat is None:
        return _unknown(nama, "Tanggal mulai pangkat terakhir belum tercatat.", aturan)
    genap = bulan_sesudah(tmt_pangkat, bulan=12 * tahun)
    kapan = "; genap pada" if pada < genap else ", genap sejak"
    alasan = f"Pangkat terakhir sejak {_tanggal(tmt_pangkat)}{kapan} {_tanggal(genap)}."
    return Syarat(nama, alasan, terpenuhi=pada >= genap, aturan=aturan)


@berdasarkan("Perban BKN 3/2023", "Syarat kenaikan pangkat pejabat fungsional")
def syarat_predikat_pangkat_jf(*, riwayat: Mapping[int, Predikat], pada: date) -> Syarat:
    """Predikat at least Baik in each of the last two years."""
    return _predikat(riwayat, pada, jumlah=2, aturan="syarat_predikat_pangkat_jf")


@berdasarkan("Perban BKN 2/2025", "Syarat kenaikan pangkat reguler")
def syarat_predikat_reguler(*, riwayat: Mapping[int, Predikat], pada: date) -> Syarat:
    """Predikat at least Baik in each of the last two years."""
    return _predikat(riwayat, pada, jumlah=2, aturan="syarat_predikat_reguler")


@berdasarkan("Perban BKN 3/2023", "Syarat kenaikan jenjang jabatan fungsional")
def syarat_predikat_jenjang(*, riwayat: Mapping[int, Predikat], pada: date) -> Syarat:
    """Predikat at least Baik in the last year."""
    return _predikat(riwayat, pada, jumlah=1, aturan="syarat_predikat_jenjang")


@berdasarkan("Perban BKN 3/2023", "Angka kredit kumulatif kenaikan pangkat dan jenjang")
def syarat_angka_kredit_pangkat(*, jenjang: JenjangJF, golongan: str, angka_kredit: Decimal | None) -> Syarat:
    """Enough angka kredit for the next pangkat on this level (T93)."""
    nama, aturan = "Angka kredit untuk pangkat berikutnya", "syarat_angka_kredit_pangkat"
    kebutuhan = kebutuhan_pangkat(jenjang=jenjang, golongan=golongan, dimiliki=angka_kredit or Decimal(0))
    if golongan and golongan not in daftar_golongan_jenjang(jenjang=jenjang):
        alasan = (
            f"Golongan ruang {golongan} tidak termasuk jenjang {jenjang.label}. Periksa dahulu data keduanya."
        )
        return Syarat(nama, alasan, terpenuhi=False, aturan=aturan)
    if kebutuhan is None:
        atas = jenjang_berikutnya(jenjang=jenjang)
        lanjut = f"naik ke jenjang {atas.label} lebih dulu" if atas else "ini jenjang tertinggi"
        alasan = f"Tidak ada pangkat berikutnya sesudah {golongan} pada jenjang {jenjang.label}: {lanjut}."
        return Syarat(nama, alasan, terpenuhi=False, aturan=aturan)
    return _angka_kredit(nama, kebutuhan, angka_kredit, aturan)


@berdasarkan("Perban BKN 3/2023", "Angka kredit kumulatif kenaikan pangkat dan jenjang")
def syarat_angka_kredit_jenjang(*, jenjang: JenjangJF, angka_kredit: Decimal | None) -> Syarat:
    """Enough cumulative angka kredit for the level above."""
    nama, aturan = "Angka kredit kumulatif untuk jenjang berikutnya", "syarat_angka_kredit_jenjang"
    kebutuhan = kebutuhan_jenjang(jenjang=jenjang, dimiliki=angka_kredit or Decimal(0))
    if kebutuhan is None:
        alasan = f"Tidak ada jenjang di atas {jenjang.label} dalam kategori ini."
        return Syarat(nama, alasan, terpenuhi=False, aturan=aturan)
    return _angka_kredit(nama, kebutuhan, angka_kredit, aturan)


@berdasarkan("Perban BKN 3/2023", "Syarat kenaikan jenjang jabatan fungsional")
def syarat_lowongan(*, ada_lowongan: bool | None) -> Syarat:
    """A vacancy on the level above; None while nobody has said."""
    nama, aturan = "Tersedia lowongan pada jenjang berikutnya", "syarat_lowongan"
    if ada_lowongan is None:
        return _unknown(nama, "Unit kepegawaian belum mencatat ada tidaknya lowongan.", aturan)
    alasan = "Ada lowongan." if ada_lowongan else "Belum ada lowongan."
    return Syarat(nama, alasan, terpenuhi=ada_lowongan, aturan=aturan)


@berdasarkan("Perban BKN 3/2023", "Syarat kenaikan jenjang jabatan fungsional")
def syarat_uji_kompetensi(*, is_lulus: bool | None) -> Syarat:
    """Passed the uji kompetensi for the level above; None while there is no result."""
    nama, aturan = "Lulus uji kompetensi", "syarat_uji_kompetensi"
    if is_lulus is None:
        return _unknown(nama, "Hasil uji kompetensi belum tercatat.", aturan)
    alasan = "Lulus uji kompetensi." if is_lulus else "Belum lulus uji kompetensi."
    return Syarat(nama, alasan, terpenuhi=is_lulus, aturan=aturan)


def _unknown(nama: str, alasan: str, aturan: str) -> Syarat:
    return Syarat(nama, alasan, terpenuhi=False, is_tercatat=False, aturan=aturan)


def _predikat(riwayat: Mapping[int, Predikat], pada: date, *, jumlah: int, aturan: str) -> Syarat:
    nama = f"Predikat paling rendah Baik dalam {jumlah} tahun terakhir"
    daftar_tahun = tahun_predikat(pada=pada, riwayat=riwayat, jumlah=jumlah)
    kosong = [str(tahun) for tahun in daftar_tahun if tahun not in riwayat]
    rinci = ", ".join(f"{tahun} {riwayat[tahun].label}" for tahun in daftar_tahun if tahun in riwayat)
    cukup = all(
        predikat.mencapai(Predikat.BAIK) for tahun, predikat in riwayat.items() if tahun in daftar_tahun
    )
    if kosong and cukup:
        alasan = f"Predikat tahun {' dan '.join(kosong)} belum tercatat."
        return _unknown(nama, f"{alasan} Yang ada: {rinci}." if rinci else alasan, aturan)
    return Syarat(nama, f"Predikat {rinci}.", terpenuhi=cukup, aturan=aturan)


def _angka_kredit(
    nama: str, kebutuhan: KebutuhanAngkaKredit, angka_kredit: Decimal | None, aturan: str
) -> Syarat:
    if angka_kredit is None:
        return _unknown(nama, "Angka kredit belum tercatat.", aturan)
    return Syarat(nama, kebutuhan.kalimat, terpenuhi=kebutuhan.terpenuhi, aturan=aturan)


def _tanggal(hari: date) -> str:
    return f"{hari.day} {NAMA_BULAN[hari.month - 1]} {hari.year}"
