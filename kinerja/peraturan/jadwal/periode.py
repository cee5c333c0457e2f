"""The periods of documentation and evaluation."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from kinerja.peraturan.istilah import Istilah
from kinerja.peraturan.rujukan import berdasarkan


class JenisPeriode(Istilah):
    """The periods of Pasal 16 ayat (3), shortest first."""

    HARIAN = "harian", "Harian"
    MINGGUAN = "mingguan", "Mingguan"
    BULANAN = "bulanan", "Bulanan"
    TRIWULANAN = "triwulanan", "Triwulanan"
    SEMESTERAN = "semesteran", "Semesteran"
    TAHUNAN = "tahunan", "Tahunan"


@dataclass(frozen=True, slots=True)
class Periode:
    """One period; `urutan` counts from 1 within its year and both days belong to it."""

    urutan: int
    nama: str
    mulai: date
    selesai: date


NAMA_BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
_ROMAWI = ("I", "II", "III", "IV")
_PANJANG_BULAN = {
    JenisPeriode.BULANAN: 1,
    JenisPeriode.TRIWULANAN: 3,
    JenisPeriode.SEMESTERAN: 6,
    JenisPeriode.TAHUNAN: 12,
}
_EVALUASI_PERIODIK = frozenset({JenisPeriode.BULANAN, JenisPeriode.TRIWULANAN})


@berdasarkan("PermenPANRB 6/2022", "Pasal 16 ayat (3)", halaman=11)
@berdasarkan("PermenPANRB 6/2022", "Pasal 24 ayat (2)", halaman=14)
def daftar_periode(*, tahun: int, jenis: JenisPeriode) -> tuple[Periode, ...]:
    """All periods of a year, in order, without gap or overlap; weeks are cut at both ends of the year (T16)."""
    if jenis in _PANJANG_BULAN:
        return tuple(_of_months(tahun, jenis))
    return tuple(_of_days(tahun, jenis))


@berdasarkan("PermenPANRB 6/2022", "Pasal 24 ayat (2)", halaman=14)
def kesesuaian_periode_evaluasi(*, jenis: JenisPeriode) -> str | None:
    """A note when an agency's evaluation period is not one the law offers; None when it is (T17)."""
    if jenis in _EVALUASI_PERIODIK:
        return None
    return (
        f"Evaluasi periodik {jenis.label.lower()} tidak disebut dalam Pasal 24 ayat (2) PermenPANRB 6/2022, yang memberi "
        "dua pilihan: bulanan atau triwulanan. Periode ini tetap dapat dipakai sebagai tambahan; tetapkan juga periode "
        "triwulanan, atau mintalah pendapat tertulis BKN."
    )


@berdasarkan("PermenPANRB 6/2022", "Pasal 16 ayat (4)", halaman=11)
def kesesuaian_periode_pendokumentasian(
    *, pendokumentasian: JenisPeriode, evaluasi: JenisPeriode
) -> str | None:
    """A note when work would be documented less often than it is evaluated; None when the two fit (T26)."""
    urutan = list(JenisPeriode)
    if urutan.index(pendokumentasian) <= urutan.index(evaluasi):
        return None
    return (
        f"Pendokumentasian {pendokumentasian.label.lower()} lebih jarang daripada evaluasi {evaluasi.label.lower()}, "
        "sehingga penilai belum punya realisasi saat menilai. Pilih periode yang sama atau lebih pendek."
    )


def _of_months(tahun: int, jenis: JenisPeriode) -> Iterator[Periode]:
    panjang = _PANJANG_BULAN[jenis]
    for urutan, awal in enumerate(range(1, 13, panjang), start=1):
        akhir = awal + panjang - 1
        selesai = date(tahun, akhir, monthrange(tahun, akhir)[1])
        yield Periode(urutan, _name(tahun, jenis, urutan), date(tahun, awal, 1), selesai)


def _of_days(tahun: int, jenis: JenisPeriode) -> Iterator[Periode]:
    mulai, urutan, akhir_tahun = date(tahun, 1, 1), 1, date(tahun, 12, 31)
    while mulai <= akhir_tahun:
        panjang = 6 - mulai.weekday() if jenis is JenisPeriode.MINGGUAN else 0
        selesai = min(mulai + timedelta(days=panjang), akhir_tahun)
        nama = f"Minggu ke-{urutan} {tahun}" if jenis is JenisPeriode.MINGGUAN else _day_name(mulai)
        yield Periode(urutan, nama, mulai, selesai)
        mulai, urutan = selesai + timedelta(days=1), urutan + 1


def _name(tahun: int, jenis: JenisPeriode, urutan: int) -> str:
    match jenis:
        case JenisPeriode.BULANAN:
            return f"{NAMA_BULAN[urutan - 1]} {tahun}"
        case JenisPeriode.TRIWULANAN:
            return f"Triwulan {_ROMAWI[urutan - 1]} {tahun}"
        case JenisPeriode.SEMESTERAN:
            return f"Semester {_ROMAWI[urutan - 1]} {tahun}"
        case _:
            return f"Tahun {tahun}"


def _day_name(hari: date) -> str:
    return f"{hari.day} {NAMA_BULAN[hari.month - 1]} {hari.year}"
