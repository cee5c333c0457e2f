"""The days that bind an evaluation, on the working calendar of the employee's unit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from kinerja.kebijakan.models import HariLibur
from kinerja.kebijakan.queries import kalender_dari, kalender_untuk
from kinerja.kepegawaian.models import UnitKerja
from kinerja.lib.sekaligus import read_together
from kinerja.peraturan import jadwal
from kinerja.peraturan.alur import StatusEvaluasi
from kinerja.peraturan.jadwal import KalenderKerja, sisa_hari_kerja

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kinerja.kebijakan.models import Periode
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

    def simpan(self, unit: UnitKerja, *, tahun: int, libur: Iterable[HariLibur]) -> None:
        """What the caller has read along with the rest."""
        self._tersimpan[unit.instansi_id, unit.hari_kerja, tahun] = kalender_dari(unit, libur)

    def untuk(self, unit: UnitKerja, *, tahun: int) -> KalenderKerja:
        kunci = (unit.instansi_id, unit.hari_kerja, tahun)
        if kunci not in self._tersimpan:
            self._tersimpan[kunci] = kalender_untuk(unit, tahun=tahun)
        return self._tersimpan[kunci]


def batas_serah(evaluasi: Evaluasi, kalender: DaftarKalender) -> date | None:
    """Last day to hand the signed document over."""
    if evaluasi.ditetapkan_at is None:
        return None
    mulai = evaluasi.instansi.tanggal(evaluasi.ditetapkan_at)
    hitung = jadwal.batas_penyerahan_atasan if evaluasi.oleh_atasan else jadwal.batas_penyerahan
    return hitung(ditandatangani_on=mulai, kalender=_kalender(evaluasi, kalender, mulai))


def batas_terima(evaluasi: Evaluasi, kalender: DaftarKalender) -> date | None:
    """Last day for the employee to sign for receipt."""
    if evaluasi.diserahkan_at is None:
        return None
    mulai = evaluasi.instansi.tanggal(evaluasi.diserahkan_at)
    hitung = jadwal.batas_tanda_terima_atasan if evaluasi.oleh_atasan else jadwal.batas_tanda_terima
    return hitung(diterima_on=mulai, kalender=_kalender(evaluasi, kalender, mulai))


def batas_keberatan(evaluasi: Evaluasi, kalender: DaftarKalender) -> date | None:
    """Last day to object; None when it was not received, or when it was final from the start."""
    if evaluasi.diterima_at is None or evaluasi.final_sejak_awal:
        return None
    mulai = evaluasi.instansi.tanggal(evaluasi.diterima_at)
    return jadwal.batas_keberatan(diterima_on=mulai, kalender=_kalender(evaluasi, kalender, mulai))


def batas_tutup(evaluasi: Evaluasi, kalender: DaftarKalender) -> date | None:
    """The evaluation may become final when this day has passed."""
    if evaluasi.status == StatusEvaluasi.DISERAHKAN:
        return batas_terima(evaluasi, kalender)
    if evaluasi.status == StatusEvaluasi.DITERIMA:
        return batas_keberatan(evaluasi, kalender)
    return None


def batas_lapor(periode: Periode) -> date:
    """Last day to report the results of a period to the PyB, on the calendar of the house itself. One query."""
    selesai_on = periode.jendela_selesai_on
    libur = HariLibur.objects.filter(
        instansi=periode.instansi_id, tanggal__year__in=(selesai_on.year, selesai_on.year + 1)
    )
    pusat = UnitKerja.objects.filter(instansi=periode.instansi_id, induk=None).order_by("id")
    baca = read_together(pusat=pusat, libur=libur.order_by("id"))
    kalender = kalender_dari(baca["pusat"][0], baca["libur"])
    return jadwal.batas_pelaporan(akhir_masa_evaluasi=selesai_on, kalender=kalender)


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
