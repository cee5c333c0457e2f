"""Where the year stands today, for the strip on the home page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet

from kinerja.kebijakan.models import Periode, Tahap
from kinerja.lib.tanggal import format_tanggal
from kinerja.peraturan.jadwal import batas_penetapan_skp


@dataclass(frozen=True)
class Siklus:
    fase: str
    sisa: int | None
    keterangan: str


def daftar_periode_sekitar(instansi_id: int, *, on: date) -> QuerySet[Periode]:
    """Everything that is open, soon opens, or closed within the last month."""
    return Periode.objects.filter(
        instansi_id=instansi_id,
        jendela_selesai_on__gte=on - timedelta(days=31),
        mulai_on__lte=on + timedelta(days=366),
    ).order_by("jendela_mulai_on", "id")


def siklus_hari_ini(daftar_periode: list[Periode], *, on: date) -> Siklus:
    """Planning until the end of January, assessment while a window is open, execution in between."""
    jendela = [p for p in daftar_periode if p.tahap != Tahap.DOKUMENTASI and p.jendela_selesai_on >= on]
    terbuka = [p for p in jendela if p.jendela_mulai_on <= on]
    batas = batas_penetapan_skp(tahun=on.year)
    if terbuka:
        akhir = min(terbuka, key=lambda p: p.jendela_selesai_on)
        return Siklus("penilaian", (akhir.jendela_selesai_on - on).days, f"untuk menilai {akhir.nama}.")
    if on <= batas:
        return Siklus("perencanaan", (batas - on).days, f"untuk menetapkan SKP {on.year}.")
    if not jendela:
        return Siklus("pelaksanaan", None, "Catat kemajuan kapan saja.")
    berikut = jendela[0]
    return Siklus(
        "pelaksanaan",
        (berikut.jendela_mulai_on - on).days,
        f"sampai penilaian {berikut.nama} dimulai, {format_tanggal(berikut.jendela_mulai_on)}.",
    )
