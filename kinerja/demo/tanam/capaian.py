"""The organisation's results of every period that has ended, and which one counts for whom."""

from __future__ import annotations

from datetime import timedelta

from kinerja.demo.baca import daftar_capaian
from kinerja.demo.tanam.dunia import Dunia
from kinerja.demo.tanam.kalender import admin_of
from kinerja.kebijakan.models import Tahap
from kinerja.kepegawaian.models import UnitKerja
from kinerja.penilaian.models import CapaianUnit
from kinerja.penilaian.queries.capaian import CapaianBerlaku
from kinerja.peraturan.predikat import CapaianOrganisasi

TabelCapaian = dict[tuple[int, int], CapaianUnit]


def plant_capaian(dunia: Dunia) -> None:
    unit = {u.kode: u for u in UnitKerja.objects.select_related("instansi").order_by("id")}
    nilai = {u.kode: CapaianOrganisasi.BAIK for u in unit.values() if u.induk_id is None}
    nilai |= {c.unit: c.nilai for c in daftar_capaian()}
    admin = {u.instansi_id: admin_of(u.instansi) for u in dunia.akar.values()}
    CapaianUnit.objects.bulk_create(
        CapaianUnit(
            unit_kerja=unit[kode],
            periode=periode,
            nilai=capaian,
            dasar="Laporan kinerja unit dan hasil reviu Inspektorat",
            ditetapkan_at=dunia.pukul(periode.selesai_on + timedelta(days=4), 15),
            ditetapkan_oleh=admin[periode.instansi_id],
        )
        for periode in dunia.daftar_periode
        if periode.tahap != Tahap.DOKUMENTASI and periode.selesai_on < dunia.on
        for kode, capaian in nilai.items()
        if unit[kode].instansi_id == periode.instansi_id
    )


def tabel_capaian() -> TabelCapaian:
    daftar = CapaianUnit.objects.select_related("unit_kerja", "periode").order_by("id")
    return {(c.unit_kerja_id, c.periode_id): c for c in daftar}


def capaian_untuk(unit: UnitKerja, periode_id: int, tabel: TabelCapaian) -> CapaianBerlaku | None:
    """The unit's own result, or the nearest one above it."""
    for nomor in reversed([int(bagian) for bagian in unit.jalur.strip("/").split("/")]):
        if capaian := tabel.get((nomor, periode_id)):
            keterangan = (
                ()
                if nomor == unit.pk
                else (
                    f"{unit.nama} tidak punya capaian sendiri, jadi dipakai capaian "
                    f"{capaian.unit_kerja.nama} di atasnya.",
                )
            )
            return CapaianBerlaku(
                nilai=CapaianOrganisasi(capaian.nilai),
                unit_nama=capaian.unit_kerja.nama,
                periode_nama=capaian.periode.nama,
                keterangan=keterangan,
            )
    return None
