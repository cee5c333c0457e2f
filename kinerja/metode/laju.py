"""Where an indicator should stand today, so that progress can be coloured before the year is over."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from kinerja.peraturan.capaian import Arah, Target, capaian_indikator
from kinerja.peraturan.predikat import Rating


class SifatLaju(StrEnum):
    """How an indicator moves through the year."""

    AKUMULASI = "akumulasi"  # counts up from zero: patients served
    TETAP = "tetap"  # holds at any moment: waiting time, percentage
    MENUJU = "menuju"  # walks from the baseline to the target


class StatusLaju(StrEnum):
    """The colour of an indicator's progress; `TERTINGGAL` calls for a talk."""

    BELUM_ADA_DATA = "belum_ada_data"
    TERTINGGAL = "tertinggal"
    SEDIKIT_TERTINGGAL = "sedikit_tertinggal"
    SESUAI_LAJU = "sesuai_laju"
    MELAMPAUI = "melampaui"


@dataclass(frozen=True, kw_only=True)
class RencanaLaju:
    """The course that was planned; `target_bulanan` counts from the month of `mulai`."""

    mulai: date
    selesai: date
    sifat: SifatLaju = SifatLaju.AKUMULASI
    target_bulanan: Sequence[Decimal] = ()
    baseline: Decimal = Decimal(0)


def bagian_rencana(rencana: RencanaLaju, *, on: date) -> Decimal:
    """Share of the plan that should be done at the end of day `on`, from 0 to 1."""
    if on < rencana.mulai:
        return Decimal(0)
    if on >= rencana.selesai:
        return Decimal(1)
    seluruhnya = sum(rencana.target_bulanan, Decimal(0))
    if seluruhnya <= 0:
        return Decimal((on - rencana.mulai).days + 1) / Decimal((rencana.selesai - rencana.mulai).days + 1)
    return min(_planned_until(rencana, on=on) / seluruhnya, Decimal(1))


def target_sampai(target: Target, rencana: RencanaLaju, *, on: date) -> Target:
    """The target range as it stands on a day: the same shape, with its edges moved."""
    if rencana.sifat is SifatLaju.TETAP:
        return target
    awal = rencana.baseline if rencana.sifat is SifatLaju.MENUJU else Decimal(0)
    bagian = bagian_rencana(rencana, on=on)
    bawah, atas = _moved(target.bawah, awal, bagian), _moved(target.atas, awal, bagian)
    # A count that must end inside its range may run ahead of the day; only the year's ceiling holds it.
    if rencana.sifat is SifatLaju.AKUMULASI and target.arah is Arah.DALAM_RENTANG:
        atas = target.atas
    return replace(target, bawah=bawah, atas=atas)


def status_laju(
    target: Target,
    rencana: RencanaLaju,
    *,
    realisasi: Decimal | None,
    on: date,
    toleransi: Decimal = Decimal("0.1"),
) -> StatusLaju:
    """Compare the realisation with the target of that day; `toleransi` is a share of the missed edge."""
    harapan = target_sampai(target, rencana, on=on)
    capaian = capaian_indikator(target=harapan, realisasi=realisasi)
    if capaian is None or realisasi is None:
        return StatusLaju.BELUM_ADA_DATA
    if capaian is Rating.DI_ATAS:
        return StatusLaju.MELAMPAUI
    if capaian is Rating.SESUAI:
        return StatusLaju.SESUAI_LAJU
    tepi = harapan.bawah if harapan.bawah is not None and realisasi < harapan.bawah else harapan.atas
    if tepi is not None and abs(realisasi - tepi) <= abs(tepi) * toleransi:
        return StatusLaju.SEDIKIT_TERTINGGAL
    return StatusLaju.TERTINGGAL


def _moved(tepi: Decimal | None, awal: Decimal, bagian: Decimal) -> Decimal | None:
    return None if tepi is None else awal + (tepi - awal) * bagian


def _planned_until(rencana: RencanaLaju, *, on: date) -> Decimal:
    """Whole months before `on`, and the share of its own month that has passed since the plan began."""
    lewat = Decimal(0)
    mulai = rencana.mulai
    for target in rencana.target_bulanan:
        akhir_bulan = mulai.replace(day=monthrange(mulai.year, mulai.month)[1])
        if on <= akhir_bulan:
            return lewat + target * ((on - mulai).days + 1) / ((akhir_bulan - mulai).days + 1)
        lewat += target
        mulai = akhir_bulan + timedelta(days=1)
    return lewat
