"""What a report says of itself: how it was filtered, and that a unit is no more."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from django.utils import timezone

from kinerja.lib.angka import format_angka
from kinerja.lib.tanggal import format_tanggal, format_waktu

if TYPE_CHECKING:
    from kinerja.laporan.queries.bentuk import Laporan, Saringan


def keterangan(
    laporan: Laporan, saringan: Saringan, *, at: datetime, jumlah: int
) -> tuple[tuple[str, str], ...]:
    unit = saringan.unit
    baris = [
        ("Periode", saringan.periode.nama if saringan.periode else "")
        if laporan.per_periode
        else ("Tahun", str(saringan.tahun)),
        ("Unit", "semua yang boleh dibaca" if unit is None else unit.nama),
        ("Cakupan", "dengan unit di bawahnya" if saringan.cabang else "unit ini saja") if unit else ("", ""),
        ("Catatan", dissolved_remark(saringan)),
        ("Dasar", laporan.dasar),
        ("Jumlah baris", format_angka(jumlah)),
        ("Dibuat", format_waktu(at, zone=timezone.get_current_timezone())),
    ]
    return tuple((nama, isi) for nama, isi in baris if isi)


def dissolved_remark(saringan: Saringan) -> str:
    """Empty while the unit works."""
    unit = saringan.unit
    if unit is None or unit.dibubarkan_on is None:
        return ""
    bubar = unit.dibubarkan_on
    awal = saringan.periode.mulai_on if saringan.periode else date(saringan.tahun, 1, 1)
    kalimat = f"{unit.nama} dibubarkan pada {format_tanggal(bubar)}."
    if awal > bubar:
        return f"{kalimat} Sesudah itu tidak ada lagi yang dilaporkan; pilih tahun sebelum unit dibubarkan."
    return f"{kalimat} Laporan ini memuat masa ketika unit itu masih ada."
