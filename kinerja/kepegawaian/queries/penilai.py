"""Who heads which unit, and who therefore assesses whom unless somebody decides otherwise."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from django.db.models import QuerySet

from kinerja.kepegawaian.istilah import JenisPenempatan, StatusPegawai
from kinerja.kepegawaian.lingkup import berlaku_pada
from kinerja.kepegawaian.models import HubunganPenilai, Pegawai, Penempatan, UnitKerja

# A Plt. leads where nobody is appointed; a Plh. only stands in for a head who comes back.
_URUTAN = {JenisPenempatan.DEFINITIF: 0, JenisPenempatan.PLT: 1, JenisPenempatan.PLH: 2}


@dataclass(frozen=True, order=True)
class Kepala:
    """Somebody who leads a unit; the lowest one in order counts."""

    urutan: int
    penempatan_id: int
    pegawai_id: int


@dataclass(frozen=True)
class PetaKepala:
    """The heads of an instansi on one day; a plan for a move edits a copy of it."""

    daftar: dict[int, tuple[Kepala, ...]]

    def kepala(self, unit_id: int) -> int | None:
        return min(self.daftar[unit_id]).pegawai_id if self.daftar.get(unit_id) else None

    def bawaan(self, jalur: str, *, kepala: bool, pegawai_id: int) -> int | None:
        """The head of the unit, or of the nearest unit above for one who heads it himself."""
        nomor_unit = list(reversed(_nodes(jalur)))[1 if kepala else 0 :]
        daftar = (self.kepala(nomor) for nomor in nomor_unit)
        return next((nomor for nomor in daftar if nomor is not None and nomor != pegawai_id), None)

    def without(self, penempatan: Penempatan) -> PetaKepala:
        unit_id = penempatan.unit_kerja_id
        sisa = tuple(k for k in self.daftar.get(unit_id, ()) if k.penempatan_id != penempatan.pk)
        return replace(self, daftar={**self.daftar, unit_id: sisa})

    def plus(self, unit_id: int, *, jenis: JenisPenempatan, pegawai_id: int) -> PetaKepala:
        """With one more head, whose placement does not exist yet."""
        baru = Kepala(_URUTAN[jenis], 0, pegawai_id)
        return replace(self, daftar={**self.daftar, unit_id: (*self.daftar.get(unit_id, ()), baru)})


def _nodes(jalur: str) -> list[int]:
    return [int(bagian) for bagian in jalur.strip("/").split("/") if bagian]


def peta_kepala(instansi_id: int, *, on: date) -> PetaKepala:
    baris = (
        Penempatan.objects.berlaku(on)
        .filter(unit_kerja__instansi_id=instansi_id, jabatan__kepala=True)
        .exclude(pegawai__status=StatusPegawai.BERHENTI)
        .order_by("id")
        .values_list("unit_kerja_id", "jenis", "id", "pegawai_id")
    )
    daftar: dict[int, tuple[Kepala, ...]] = {}
    for unit_id, jenis, nomor, pegawai_id in baris:
        kepala = Kepala(_URUTAN[JenisPenempatan(jenis)], nomor, pegawai_id)
        daftar[unit_id] = (*daftar.get(unit_id, ()), kepala)
    return PetaKepala(daftar)


def kepala_unit(unit: UnitKerja, *, on: date) -> Pegawai | None:
    nomor = peta_kepala(unit.instansi_id, on=on).kepala(unit.pk)
    return Pegawai.objects.filter(pk=nomor).order_by("id").first() if nomor else None


def daftar_pemimpin(unit: UnitKerja, *, on: date) -> list[Penempatan]:
    """Who leads the unit on a day, definitive before Plt. before Plh.; then who leads each unit above it."""
    jalur = _nodes(unit.jalur)
    daftar = (
        Penempatan.objects.berlaku(on)
        .filter(unit_kerja__in=jalur, jabatan__kepala=True)
        .exclude(pegawai__status=StatusPegawai.BERHENTI)
        .with_people()
        .order_by("id")
    )
    return sorted(
        daftar, key=lambda satu: (-jalur.index(satu.unit_kerja_id), _URUTAN[JenisPenempatan(satu.jenis)])
    )


def penilai_kini(penempatan: Penempatan) -> HubunganPenilai | None:
    """The running relation of a placement."""
    return (
        HubunganPenilai.objects.filter(penempatan=penempatan, selesai_on__isnull=True)
        .select_related("penilai")
        .order_by("-mulai_on", "-id")
        .first()
    )


def penilai_pada(penempatan: Penempatan, *, on: date) -> HubunganPenilai | None:
    """The relation of a placement in force on a day, which may be long past."""
    return (
        HubunganPenilai.objects.filter(berlaku_pada(on), penempatan=penempatan)
        .select_related("penilai")
        .order_by("-mulai_on", "-id")
        .first()
    )


def yang_dinilai(pegawai_id: int) -> QuerySet[HubunganPenilai, int]:
    """The people whom an official assesses now, to be asked inside another question."""
    daftar = HubunganPenilai.objects.filter(penilai_id=pegawai_id, selesai_on__isnull=True)
    return daftar.order_by().values_list("penempatan__pegawai_id", flat=True)


def atasan_dari(pegawai_id: int, *, on: date) -> int | None:
    """Who assesses this official himself: the atasan penilai of the people he assesses."""
    return (
        HubunganPenilai.objects.filter(
            berlaku_pada(on),
            penempatan__in=Penempatan.objects.berlaku(on).filter(
                pegawai_id=pegawai_id, jenis=JenisPenempatan.DEFINITIF
            ),
        )
        .order_by("-mulai_on", "-id")
        .values_list("penilai_id", flat=True)
        .first()
    )


def rantai_penilai(pegawai_id: int, *, on: date) -> list[int]:
    """The officials above somebody, one after the other; ends where the chain ends or repeats."""
    rantai: list[int] = []
    nomor = atasan_dari(pegawai_id, on=on)
    while nomor is not None and nomor not in rantai:
        rantai.append(nomor)
        nomor = atasan_dari(nomor, on=on)
    return rantai


def penempatan_kini(pegawai: Pegawai, *, on: date) -> Penempatan | None:
    """The definitive post in force on a day."""
    return (
        Penempatan.objects.berlaku(on)
        .filter(pegawai=pegawai, jenis=JenisPenempatan.DEFINITIF)
        .with_people()
        .order_by("-mulai_on", "-id")
        .first()
    )
