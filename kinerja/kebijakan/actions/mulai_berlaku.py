"""From which day a new version may hold: never inside a stretch of time that is being evaluated (T62)."""

from __future__ import annotations

from datetime import date, timedelta

from kinerja.kebijakan.models import Kebijakan, StatusKebijakan
from kinerja.kebijakan.queries import kebijakan_untuk
from kinerja.kepegawaian.models import UnitKerja
from kinerja.lib.tanggal import format_tanggal
from kinerja.peraturan.jadwal import JenisPeriode, Periode, daftar_periode

# A day that begins a period of every rhythm comes at the latest with the next year.
_PALING_BANYAK_LONCAT = 400
_PALING_JAUH_TAHUN = 10


def tanggal_paling_awal(unit: UnitKerja, *, frekuensi_evaluasi: str, mulai: date) -> date:
    """The first day from `mulai` on that cuts no period of the rhythm so far or of the new one."""
    on = mulai
    for _ in range(_PALING_BANYAK_LONCAT):
        terpotong = _cut(unit, frekuensi_evaluasi=frekuensi_evaluasi, on=on)
        if terpotong is None:
            return on
        on = terpotong.selesai + timedelta(days=1)
    return on


def alasan_tanggal_ditolak(
    unit: UnitKerja, *, frekuensi_evaluasi: str, berlaku_on: date, hari_ini: date
) -> str | None:
    """Why the version may not hold from that day, with the day that would do; None when it may."""
    if berlaku_on < hari_ini:
        return (
            f"Kebijakan baru berlaku ke depan. Pilih {_tawaran(unit, frekuensi_evaluasi, hari_ini)} atau sesudahnya; "
            "yang sudah dinilai tetap memakai kebijakan lama."
        )
    if berlaku_on.year > hari_ini.year + _PALING_JAUH_TAHUN:
        return f"{format_tanggal(berlaku_on)} terlalu jauh. Pilih tanggal sampai akhir {hari_ini.year + _PALING_JAUH_TAHUN}."
    terakhir = _last(unit)
    if terakhir and berlaku_on < terakhir.berlaku_on:
        return (
            f"Versi {terakhir.versi} sudah ditetapkan mulai {format_tanggal(terakhir.berlaku_on)}. Penggantinya tidak dapat "
            f"lebih awal; pilih {_tawaran(unit, frekuensi_evaluasi, terakhir.berlaku_on)}."
        )
    terpotong = _cut(unit, frekuensi_evaluasi=frekuensi_evaluasi, on=berlaku_on)
    if terpotong is None:
        return None
    return (
        f"Pada {format_tanggal(berlaku_on)} periode {terpotong.nama} sedang berjalan; pegawai tidak dinilai dengan dua cara "
        f"dalam satu periode. Tanggal terdekat: {_tawaran(unit, frekuensi_evaluasi, berlaku_on)}."
    )


def _tawaran(unit: UnitKerja, frekuensi_evaluasi: str, mulai: date) -> str:
    return format_tanggal(tanggal_paling_awal(unit, frekuensi_evaluasi=frekuensi_evaluasi, mulai=mulai))


def _last(unit: UnitKerja) -> Kebijakan | None:
    daftar = Kebijakan.objects.filter(unit_kerja=unit, status=StatusKebijakan.DITETAPKAN)
    return daftar.order_by("-berlaku_on", "-versi").first()


def _cut(unit: UnitKerja, *, frekuensi_evaluasi: str, on: date) -> Periode | None:
    """The period that is running the day before and goes on; where nobody was evaluated yet nothing is cut."""
    lama = kebijakan_untuk(unit, on=on - timedelta(days=1))
    if lama is None:
        return None
    jenis = {lama.frekuensi_evaluasi, frekuensi_evaluasi} & set(JenisPeriode)
    daftar = [
        periode
        for satu in sorted(jenis)
        for periode in daftar_periode(tahun=on.year, jenis=JenisPeriode(satu))
        if periode.mulai < on <= periode.selesai
    ]
    return max(daftar, key=lambda periode: periode.selesai, default=None)
