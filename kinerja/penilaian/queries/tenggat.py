"""The days that bind an evaluation, on the working calendar of the employee's unit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.utils import timezone

from kinerja.kebijakan.queries import kalender_untuk
from kinerja.peraturan import jadwal
from kinerja.peraturan.alur import StatusEvaluasi
from kinerja.peraturan.jadwal import KalenderKerja, sisa_hari_kerja

if TYPE_CHECKING:
    from kinerja.kepegawaian.models import Instansi, UnitKerja
    from kinerja.penilaian.models import Evaluasi


@dataclass(frozen=True)
class Tenggat:
    """A last day, and the working days that are left until then."""

    label: str
    batas_on: date
    sisa: int
    terlambat: bool


class DaftarKalender:
    """Reads each calendar once: a list of a hundred evaluations asks for one or two."""

    def __init__(self) -> None:
        self._tersimpan: dict[tuple[int, int, int], KalenderKerja] = {}

    def untuk(self, unit: UnitKerja, *, tahun: int) -> KalenderKerja:
        kunci = (unit.instansi_id, unit.hari_kerja, tahun)
        if kunci not in self._tersimpan:
            self._tersimpan[kunci] = kalender_untuk(unit, tahun=tahun)
        return self._tersimpan[kunci]


def tanggal(at: datetime, instansi: Instansi) -> date:
    """The day on the wall of the office."""
    return timezone.localdate(at, timezone=ZoneInfo(instansi.zona_waktu))


def batas_serah(evaluasi: Evaluasi, kalender: DaftarKalender) -> date | None:
    """Last day to hand the signed document over."""
    if evaluasi.ditetapkan_at is None:
        return None
    mulai = tanggal(evaluasi.ditetapkan_at, evaluasi.instansi)
    hitung = jadwal.batas_penyerahan_atasan if evaluasi.oleh_atasan else jadwal.batas_penyerahan
    return hitung(ditandatangani_on=mulai, kalender=_kalender(evaluasi, kalender, mulai))


def batas_terima(evaluasi: Evaluasi, kalender: DaftarKalender) -> date | None:
    """Last day for the employee to sign for receipt."""
    if evaluasi.diserahkan_at is None:
        return None
    mulai = tanggal(evaluasi.diserahkan_at, evaluasi.instansi)
    hitung = jadwal.batas_tanda_terima_atasan if evaluasi.oleh_atasan else jadwal.batas_tanda_terima
    return hitung(diterima_on=mulai, kalender=_kalender(evaluasi, kalender, mulai))


def batas_keberatan(evaluasi: Evaluasi, kalender: DaftarKalender) -> date | None:
    """Last day to object; None when it was not received, or when it was final from the start."""
    if evaluasi.diterima_at is None or evaluasi.final_sejak_awal:
        return None
    mulai = tanggal(evaluasi.diterima_at, evaluasi.instansi)
    return jadwal.batas_keberatan(diterima_on=mulai, kalender=_kalender(evaluasi, kalender, mulai))


def batas_tutup(evaluasi: Evaluasi, kalender: DaftarKalender) -> date | None:
    """The evaluation may become final when this day has passed."""
    if evaluasi.status == StatusEvaluasi.DISERAHKAN:
        return batas_terima(evaluasi, kalender)
    if evaluasi.status == StatusEvaluasi.DITERIMA:
        return batas_keberatan(evaluasi, kalender)
    return None


def tenggat(label: str, batas_on: date, *, on: date, kalender: KalenderKerja) -> Tenggat:
    sisa = sisa_hari_kerja(pada=on, batas=batas_on, kalender=kalender)
    return Tenggat(label=label, batas_on=batas_on, sisa=sisa, terlambat=on > batas_on)


def tenggat_berikut(evaluasi: Evaluasi, *, on: date, kalender: DaftarKalender) -> Tenggat | None:
    """The clock that runs now."""
    label, batas_on = {
        StatusEvaluasi.DIBUKA: ("Akhir masa evaluasi", evaluasi.periode.jendela_selesai_on),
        StatusEvaluasi.DINILAI: ("Akhir masa evaluasi", evaluasi.periode.jendela_selesai_on),
        StatusEvaluasi.DITETAPKAN: ("Batas penyerahan", batas_serah(evaluasi, kalender)),
        StatusEvaluasi.DISERAHKAN: ("Batas tanda terima", batas_terima(evaluasi, kalender)),
        StatusEvaluasi.DITERIMA: ("Batas keberatan", batas_keberatan(evaluasi, kalender)),
    }.get(StatusEvaluasi(evaluasi.status), ("", None))
    if batas_on is None:
        return None
    return tenggat(label, batas_on, on=on, kalender=_kalender(evaluasi, kalender, on))


def penilai_diam(evaluasi: Evaluasi, *, on: date) -> bool:
    """The window has passed and the penilai has not signed (Lampiran Bab V huruf A angka 8)."""
    belum = evaluasi.status in (StatusEvaluasi.DIBUKA, StatusEvaluasi.DINILAI)
    return belum and not evaluasi.oleh_atasan and on > evaluasi.periode.jendela_selesai_on


def _kalender(evaluasi: Evaluasi, kalender: DaftarKalender, on: date) -> KalenderKerja:
    return kalender.untuk(evaluasi.skp.unit_kerja, tahun=on.year)
