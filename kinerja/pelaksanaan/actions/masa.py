"""Until when a realisation and its evidence may be written."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from kinerja.kebijakan.models import Periode, Tahap
from kinerja.lib.tanggal import format_tanggal
from kinerja.pelaksanaan.models import KunciRealisasi
from kinerja.pelaksanaan.permissions import BERJALAN
from kinerja.perencanaan.models import SKP


class CannotRecordRealisasi(Exception):
    """The realisation or its evidence cannot be recorded; the message says why and what to do."""


def hari_setempat(skp: SKP, at: datetime) -> date:
    """The day where the work is done, which decides about lateness."""
    return at.astimezone(ZoneInfo(skp.instansi.zona_waktu)).date()


def check_terbuka(skp: SKP, periode: Periode, *, on: date) -> None:
    """Late is allowed and marked; refused is only what has no open period or is already evaluated."""
    nama = periode.nama
    if skp.status not in BERJALAN:
        raise CannotRecordRealisasi(
            f"SKP ini berstatus “{skp.get_status_display()}”. Realisasi dicatat pada SKP yang sudah ditetapkan."
        )
    if periode.tahap != Tahap.DOKUMENTASI or periode.instansi_id != skp.instansi_id or _outside(skp, periode):
        raise CannotRecordRealisasi(
            f"Periode {nama} berada di luar masa SKP ini. Pilih periode lain di halaman realisasi."
        )
    if on < periode.jendela_mulai_on:
        raise CannotRecordRealisasi(
            f"Periode {nama} baru dapat diisi mulai {format_tanggal(periode.jendela_mulai_on)}."
        )
    if not periode.terbuka:
        keadaan = "sudah ditutup" if periode.ditutup_at else "belum dibuka"
        raise CannotRecordRealisasi(
            f"Periode {nama} {keadaan} oleh admin instansi. Bila masih ada yang perlu dicatat, minta admin membukanya."
        )
    if is_terkunci(skp, periode):
        raise CannotRecordRealisasi(
            f"Hasil evaluasi yang mencakup {nama} sudah ditetapkan, jadi realisasinya tidak dapat diubah lagi. "
            "Bila ada yang keliru, sampaikan kepada penilai atau tulis dalam keberatan."
        )


def is_terkunci(skp: SKP, periode: Periode) -> bool:
    return KunciRealisasi.objects.filter(
        skp=skp, periode__mulai_on__lte=periode.selesai_on, periode__selesai_on__gte=periode.selesai_on
    ).exists()


def _outside(skp: SKP, periode: Periode) -> bool:
    akhir = skp.closed_on or skp.selesai_on
    return periode.tahun != skp.tahun or periode.mulai_on > akhir or periode.selesai_on < skp.mulai_on
