"""The time limits of planning, evaluation, hand-over, objection and reporting."""

from datetime import date

from kinerja.peraturan.jadwal.kalender import KalenderKerja, hari_kerja_berikutnya
from kinerja.peraturan.parameter import daftar_tenggat
from kinerja.peraturan.rujukan import berdasarkan


@berdasarkan("PermenPANRB 6/2022", "Pasal 14 ayat (1)", halaman=10)
@berdasarkan("PermenPANRB 6/2022", "Lampiran Bab II huruf C angka 4", halaman=65)
def batas_penetapan_skp(*, tahun: int) -> date:
    """Last day to set the SKP of a performance year."""
    return date(tahun, 1, 31)


@berdasarkan("PermenPANRB 6/2022", "Lampiran Bab IV huruf A angka 8 huruf b", halaman=90)
def batas_evaluasi_tahunan(*, tahun: int) -> date:
    """Last day of the annual evaluation of a performance year: the end of the next January."""
    return date(tahun + 1, 1, 31)


@berdasarkan("PermenPANRB 6/2022", "Lampiran Bab IV huruf B angka 1 huruf f", halaman=94)
def tahun_capaian_organisasi(*, tahun: int, terbit_on: date | None) -> int:
    """The year whose capaian organisasi counts for the annual predikat: last year's if this one is late or missing."""
    tepat_waktu = terbit_on is not None and terbit_on <= batas_evaluasi_tahunan(tahun=tahun)
    return tahun if tepat_waktu else tahun - 1


@berdasarkan("PermenPANRB 6/2022", "Lampiran Bab V huruf A angka 5", halaman=114)
def batas_penyerahan(*, ditandatangani_on: date, kalender: KalenderKerja) -> date:
    """Last day for the penilai to hand the signed document to the employee."""
    return _limit("penyerahan", ditandatangani_on, kalender)


@berdasarkan("PermenPANRB 6/2022", "Lampiran Bab V huruf A angka 6", halaman=114)
def batas_tanda_terima(*, diterima_on: date, kalender: KalenderKerja) -> date:
    """Last day for the employee to sign and return the document."""
    return _limit("tanda_terima", diterima_on, kalender)


@berdasarkan("PermenPANRB 6/2022", "Lampiran Bab V huruf B angka 2", halaman=117)
def batas_keberatan(*, diterima_on: date, kalender: KalenderKerja) -> date:
    """Last day for the employee to object."""
    return _limit("keberatan", diterima_on, kalender)


@berdasarkan("PermenPANRB 6/2022", "Lampiran Bab V huruf B angka 6", halaman=117)
def batas_putusan_keberatan(*, keberatan_diterima_on: date, kalender: KalenderKerja) -> date:
    """Last day for the atasan penilai to decide an objection; the law is silent on a late decision (T14)."""
    return _limit("putusan_keberatan", keberatan_diterima_on, kalender)


@berdasarkan("PermenPANRB 6/2022", "Lampiran Bab V huruf A angka 7 dan 11", halaman=115)
def batas_pelaporan(*, akhir_masa_evaluasi: date, kalender: KalenderKerja) -> date:
    """Last day to report to the PyB, even when an objection is still open (T15)."""
    return _limit("pelaporan", akhir_masa_evaluasi, kalender)


@berdasarkan("PermenPANRB 6/2022", "Lampiran Bab V huruf A angka 8", halaman=115)
def batas_tanda_tangan_atasan(*, akhir_masa_evaluasi: date, kalender: KalenderKerja) -> date:
    """Last day for the atasan to sign in place of a penilai who did not evaluate in time."""
    return _limit("tanda_tangan_atasan", akhir_masa_evaluasi, kalender)


@berdasarkan("PermenPANRB 6/2022", "Lampiran Bab V huruf A angka 9", halaman=116)
def batas_penyerahan_atasan(*, ditandatangani_on: date, kalender: KalenderKerja) -> date:
    """Last day to hand over a document that the atasan signed."""
    return _limit("penyerahan_atasan", ditandatangani_on, kalender)


@berdasarkan("PermenPANRB 6/2022", "Lampiran Bab V huruf A angka 10", halaman=116)
def batas_tanda_terima_atasan(*, diterima_on: date, kalender: KalenderKerja) -> date:
    """Last day to sign and return a document that the atasan signed."""
    return _limit("tanda_terima_atasan", diterima_on, kalender)


def _limit(tenggat: str, mulai: date, kalender: KalenderKerja) -> date:
    jumlah = daftar_tenggat()[tenggat]["hari_kerja"]
    return hari_kerja_berikutnya(mulai=mulai, jumlah=jumlah, kalender=kalender)
