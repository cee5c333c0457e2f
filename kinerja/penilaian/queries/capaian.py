"""The organisation's result that counts for somebody: the unit his penilai leads, or the nearest one above it (T30)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet

from kinerja.kebijakan.models import Periode, Tahap
from kinerja.kepegawaian.lingkup import berlaku_pada
from kinerja.kepegawaian.models import Penempatan, UnitKerja
from kinerja.penilaian.models import CapaianUnit, Evaluasi
from kinerja.peraturan.jadwal import tahun_capaian_organisasi
from kinerja.peraturan.predikat import CapaianOrganisasi

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, kw_only=True)
class CapaianBerlaku:
    """The result that counts, of which unit and period, and why it is this one."""

    nilai: CapaianOrganisasi
    unit_nama: str
    periode_nama: str
    keterangan: tuple[str, ...] = ()


def unit_pimpinan(penilai_ids: Iterable[int], *, on: date) -> dict[int, list[UnitKerja]]:
    """Per penilai the units he leads on a day, his definitive post first."""
    return unit_dari(daftar_penempatan(penilai_ids, on=on))


def daftar_penempatan(penilai_ids: Iterable[int], *, on: date) -> QuerySet[Penempatan]:
    """What `unit_dari` needs; a page that reads more reads it along."""
    return (
        Penempatan.objects.filter(berlaku_pada(on), pegawai_id__in=set(penilai_ids))
        .select_related("jabatan__unit_kerja")
        .order_by("-jabatan__kepala", "jenis", "id")
    )


def unit_dari(baris: Iterable[Penempatan]) -> dict[int, list[UnitKerja]]:
    hasil: dict[int, list[UnitKerja]] = {}
    for penempatan in baris:
        hasil.setdefault(penempatan.pegawai_id, []).append(penempatan.jabatan.unit_kerja)
    return hasil


def unit_yang_dihitung(daftar_unit: list[UnitKerja], unit_pegawai: UnitKerja) -> UnitKerja:
    """Of the units a penilai leads the nearest one above the employee (a Plt leads two)."""
    atas = [unit for unit in daftar_unit if unit_pegawai.jalur.startswith(unit.jalur)]
    return max(atas, key=lambda unit: len(unit.jalur)) if atas else (daftar_unit or [unit_pegawai])[0]


def capaian_berlaku(
    evaluasi: Evaluasi,
    *,
    on: date,
    penempatan: Iterable[Penempatan] | None = None,
    terbaca: Iterable[CapaianUnit] | None = None,
) -> CapaianBerlaku | None:
    """What counts for this evaluation on this day; None when nothing has been set.

    `terbaca`: what was read along with the rest for the unit of the plan; a unit elsewhere is looked up.
    """
    if penempatan is None:
        penempatan = daftar_penempatan([evaluasi.penilai_id], on=on)
    dipimpin = unit_dari(penempatan).get(evaluasi.penilai_id, [])
    unit = unit_yang_dihitung(dipimpin, evaluasi.skp.unit_kerja)
    di_atasnya = evaluasi.skp.unit_kerja.jalur.startswith(unit.jalur)
    return capaian_unit(unit, evaluasi.periode, terbaca=terbaca if di_atasnya else None)


def capaian_unit(
    unit: UnitKerja, periode: Periode, *, terbaca: Iterable[CapaianUnit] | None = None
) -> CapaianBerlaku | None:
    semua = daftar_capaian(unit, periode) if terbaca is None else terbaca
    daftar = [capaian for capaian in semua if unit.jalur.startswith(capaian.unit_kerja.jalur)]
    kini = _terdekat(unit, [c for c in daftar if c.periode_id == periode.pk])
    if periode.tahap != Tahap.TAHUNAN:
        return _tulis(kini, unit) if kini else None
    terbit_on = kini.periode.instansi.tanggal(kini.ditetapkan_at) if kini else None
    if kini and tahun_capaian_organisasi(tahun=periode.tahun, terbit_on=terbit_on) == periode.tahun:
        return _tulis(kini, unit)
    lama = _terdekat(unit, [c for c in daftar if c.periode.tahun == periode.tahun - 1])
    sebab = (
        f"Capaian organisasi {periode.tahun} belum terbit sampai akhir Januari {periode.tahun + 1}, "
        f"jadi dipakai capaian {periode.tahun - 1}."
    )
    return _tulis(lama, unit, sebab) if lama else None


def daftar_capaian(unit: UnitKerja, periode: Periode) -> QuerySet[CapaianUnit]:
    """Of the unit and of all above it."""
    nomor = [int(bagian) for bagian in unit.jalur.strip("/").split("/")]
    sama = Q(periode=periode)
    if periode.tahap == Tahap.TAHUNAN:
        sama |= Q(periode__tahap=Tahap.TAHUNAN, periode__tahun=periode.tahun - 1)
    daftar = CapaianUnit.objects.filter(sama, unit_kerja_id__in=nomor)
    return daftar.select_related("unit_kerja", "periode__instansi").order_by("id")


def _terdekat(unit: UnitKerja, daftar: list[CapaianUnit]) -> CapaianUnit | None:
    return max(daftar, key=lambda capaian: len(capaian.unit_kerja.jalur), default=None)


def _tulis(capaian: CapaianUnit, unit: UnitKerja, sebab: str = "") -> CapaianBerlaku:
    keterangan = [sebab] if sebab else []
    if capaian.unit_kerja_id != unit.pk:
        keterangan.append(
            f"{unit.nama} tidak punya capaian sendiri, jadi dipakai capaian {capaian.unit_kerja.nama} di atasnya."
        )
    return CapaianBerlaku(
        nilai=CapaianOrganisasi(capaian.nilai),
        unit_nama=capaian.unit_kerja.nama,
        periode_nama=capaian.periode.nama,
        keterangan=tuple(keterangan),
    )
