"""Which policy, calendar and period hold for a unit on a day."""

from __future__ import annotations

from datetime import date

from kinerja.kebijakan.models import HariLibur, Kebijakan, Periode, Tahap
from kinerja.kepegawaian.models import UnitKerja
from kinerja.peraturan.jadwal import KalenderKerja


def kebijakan_untuk(unit: UnitKerja, *, on: date) -> Kebijakan | None:
    """The nearest policy above the unit that is in force; the newest one of the same unit wins."""
    nomor_jalur = [int(bagian) for bagian in unit.jalur.strip("/").split("/")]
    daftar = (
        Kebijakan.objects.filter(unit_kerja_id__in=nomor_jalur, berlaku_on__lte=on)
        .select_related("unit_kerja")
        .order_by("berlaku_on", "versi")
    )
    kedalaman = {nomor: urutan for urutan, nomor in enumerate(nomor_jalur)}
    return max(daftar, key=lambda k: (kedalaman[k.unit_kerja_id], k.berlaku_on, k.versi), default=None)


def kalender_untuk(unit: UnitKerja, *, tahun: int) -> KalenderKerja:
    """Working days of the unit, with the holidays of its instansi in that year and the next."""
    libur = HariLibur.objects.filter(instansi_id=unit.instansi_id, tanggal__year__in=(tahun, tahun + 1))
    return KalenderKerja(
        hari_kerja_per_minggu=6 if unit.hari_kerja == 6 else 5,
        libur=frozenset(libur.order_by("tanggal").values_list("tanggal", flat=True)),
    )


def periode_berjalan(instansi_id: int, *, tahap: Tahap, on: date) -> Periode | None:
    """The period of a kind that contains the day."""
    return (
        Periode.objects.filter(instansi_id=instansi_id, tahap=tahap, mulai_on__lte=on, selesai_on__gte=on)
        .order_by("urutan")
        .first()
    )
