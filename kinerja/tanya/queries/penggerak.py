"""Whom somebody may ask: the nearest unit up the tree that has a penggerak."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kinerja.kepegawaian.istilah import JenisPenempatan
from kinerja.kepegawaian.models import Pegawai, Penempatan, UnitKerja
from kinerja.kepegawaian.queries.penilai import penempatan_kini
from kinerja.tanya.models import Penggerak


@dataclass(frozen=True, kw_only=True)
class PenggerakSaya:
    """`unit` is where he works; the penggerak may be there for a unit above it, and there may be none."""

    unit: UnitKerja
    daftar: tuple[Penggerak, ...]

    @property
    def unit_penggerak(self) -> UnitKerja | None:
        return self.daftar[0].unit_kerja if self.daftar else None


def penggerak_saya(pegawai: Pegawai, *, on: date) -> PenggerakSaya:
    """Two queries."""
    penempatan = penempatan_kini(pegawai, on=on)
    if penempatan is not None:
        unit = penempatan.unit_kerja
    else:  # who has no post of his own, as a pejabat negara, belongs to the whole house
        unit = UnitKerja.objects.filter(instansi_id=pegawai.instansi_id, induk=None).order_by("id")[0]
    return PenggerakSaya(unit=unit, daftar=penggerak_terdekat(unit, kecuali=pegawai, on=on))


def penggerak_terdekat(unit: UnitKerja, *, kecuali: Pegawai, on: date) -> tuple[Penggerak, ...]:
    """Nobody asks himself: a penggerak asks the next one up the tree."""
    daftar = list(
        Penggerak.objects.berlaku(on)
        .filter(unit_kerja__in=unit_ke_atas(unit))
        .exclude(pegawai=kecuali)
        .select_related("pegawai", "unit_kerja")
        .order_by("pegawai__nama", "id")
    )
    terdekat = max((len(satu.unit_kerja.jalur) for satu in daftar), default=0)
    return tuple(satu for satu in daftar if len(satu.unit_kerja.jalur) == terdekat)


def unit_ke_atas(unit: UnitKerja) -> list[int]:
    """The unit and those above it."""
    return [int(bagian) for bagian in unit.jalur.strip("/").split("/")]


def tempat_lain(daftar: Iterable[Penggerak], *, on: date) -> dict[int, UnitKerja]:
    """By number of a person: where he works now, of those who have left the branch that they are there for."""
    daftar = list(daftar)
    kini = Penempatan.objects.berlaku(on).filter(
        pegawai__in=[satu.pegawai_id for satu in daftar], jenis=JenisPenempatan.DEFINITIF
    )
    tempat = {satu.pegawai_id: satu.unit_kerja for satu in kini.select_related("unit_kerja").order_by("id")}
    return {
        satu.pegawai_id: unit
        for satu in daftar
        if (unit := tempat.get(satu.pegawai_id)) is not None and not _one_branch(unit, satu.unit_kerja)
    }


def _one_branch(satu: UnitKerja, lain: UnitKerja) -> bool:
    return satu.jalur.startswith(lain.jalur) or lain.jalur.startswith(satu.jalur)
