"""Dates and times as they are written in Indonesian letters."""

import re
from datetime import date, datetime, tzinfo

DAFTAR_BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
DAFTAR_HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")

# Indonesia has three zones without daylight saving; letters use these abbreviations.
_SINGKATAN_ZONA = {7: "WIB", 8: "WITA", 9: "WIT"}
_ANGKA_BULAN = {nama.lower(): nomor for nomor, nama in enumerate(DAFTAR_BULAN, start=1)}
_ANGKA_BULAN |= {nama[:3].lower(): nomor for nomor, nama in enumerate(DAFTAR_BULAN, start=1)}
_ANGKA_BULAN |= {"agt": 8, "agu": 8, "sept": 9, "nop": 11, "nopember": 11, "pebruari": 2, "peb": 2}
_TAHUN_DULU = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_HARI_DULU = re.compile(r"(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4})")
_DENGAN_NAMA = re.compile(r"(\d{1,2})[\s-]+([A-Za-z]+)\.?[\s-]+(\d{4})")


class TanggalTidakSah(ValueError):
    """What was typed cannot be read as a date; the message is fit for the user."""


def nama_bulan(bulan: int) -> str:
    return DAFTAR_BULAN[bulan - 1]


def nama_hari(on: date) -> str:
    return DAFTAR_HARI[on.weekday()]


def format_tanggal(on: date) -> str:
    return f"{on.day} {nama_bulan(on.month)} {on.year}"


def format_bulan(on: date) -> str:
    return f"{nama_bulan(on.month)} {on.year}"


def format_waktu(at: datetime, *, zone: tzinfo) -> str:
    """Write "31 Januari 2026 pukul 14.05 WIB" in the zone of the instansi."""
    setempat = at.astimezone(zone)
    jarak = setempat.utcoffset()
    singkatan = _SINGKATAN_ZONA.get(round(jarak.total_seconds() / 3600)) if jarak else None
    return (
        f"{format_tanggal(setempat)} pukul {setempat:%H.%M} {singkatan or setempat.tzname() or ''}".rstrip()
    )


def format_hari_waktu(at: datetime, *, zone: tzinfo) -> str:
    """Write "Senin, 9 Maret 2026 pukul 10.00 WIB": an appointment is kept by its weekday."""
    return f"{nama_hari(at.astimezone(zone))}, {format_waktu(at, zone=zone)}"


def format_rentang_waktu(mulai: datetime, selesai: datetime, *, zone: tzinfo) -> str:
    """Write "Senin, 2 Maret 2026, 09.00–11.30 WIB"; an end on another day says its day too."""
    awal, akhir = mulai.astimezone(zone), selesai.astimezone(zone)
    sampai = f"{akhir:%H.%M}" if awal.date() == akhir.date() else format_waktu(akhir, zone=zone)
    jarak = awal.utcoffset()
    singkatan = _SINGKATAN_ZONA.get(round(jarak.total_seconds() / 3600), "") if jarak else ""
    hari = f"{nama_hari(awal)}, {format_tanggal(awal)}"
    return f"{hari}, {awal:%H.%M}–{sampai} {singkatan}".rstrip()


def format_rentang_tanggal(mulai: date, selesai: date) -> str:
    """Write a span of days without repeating the month or the year that both ends share."""
    if mulai == selesai:
        return format_tanggal(mulai)
    if (mulai.year, mulai.month) == (selesai.year, selesai.month):
        return f"{mulai.day}–{format_tanggal(selesai)}"
    if mulai.year == selesai.year:
        return f"{mulai.day} {nama_bulan(mulai.month)}–{format_tanggal(selesai)}"
    return f"{format_tanggal(mulai)}–{format_tanggal(selesai)}"


def parse_tanggal(teks: str) -> date:
    """Read 2026-01-31, 31/01/2026, 31-01-2026, 31.1.2026, "31 Januari 2026" or "31 Jan 2026"."""
    tahun, bulan, hari = _parts(teks.strip().replace("\u00a0", " "), asli=teks)
    try:
        return date(tahun, bulan, hari)
    except ValueError:
        raise TanggalTidakSah(
            f"Tanggal “{teks.strip()}” tidak ada di kalender. Periksa lagi hari, bulan, dan tahunnya."
        ) from None


def format_tenggat(tenggat: date, *, on: date) -> str:
    """Say how far a deadline is: "3 hari lagi", "besok", "hari ini", "terlambat 2 hari"."""
    sisa = (tenggat - on).days
    if sisa < 0:
        return f"terlambat {-sisa} hari"
    return {0: "hari ini", 1: "besok"}.get(sisa, f"{sisa} hari lagi")


def _parts(teks: str, *, asli: str) -> tuple[int, int, int]:
    if cocok := _TAHUN_DULU.fullmatch(teks):
        return int(cocok[1]), int(cocok[2]), int(cocok[3])
    if cocok := _HARI_DULU.fullmatch(teks):
        return int(cocok[3]), int(cocok[2]), int(cocok[1])
    if (cocok := _DENGAN_NAMA.fullmatch(teks)) and (bulan := _ANGKA_BULAN.get(cocok[2].lower())):
        return int(cocok[3]), bulan, int(cocok[1])
    raise TanggalTidakSah(
        f"“{asli.strip()[:40]}” belum terbaca sebagai tanggal. Tulis seperti 31/01/2026 atau 31 Januari 2026."
        if asli.strip()
        else "Tanggal belum diisi. Tulis seperti 31/01/2026 atau 31 Januari 2026."
    )
