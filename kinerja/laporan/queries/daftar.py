"""Every report by its kind, and the filters a person can set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models.functions import Length

from kinerja.kebijakan.models import Periode, Tahap
from kinerja.kepegawaian.lingkup import di_bawah, instansi_ids
from kinerja.kepegawaian.models import UnitKerja
from kinerja.laporan.istilah import JenisLaporan
from kinerja.laporan.lingkup import jalur_peran, remember, unit_dikepalai
from kinerja.laporan.queries.bentuk import Laporan, Saringan
from kinerja.laporan.queries.bkn import BKN_ANGKA_KREDIT, BKN_PERIODIK, BKN_SKP
from kinerja.laporan.queries.evaluasi import PYB
from kinerja.laporan.queries.layanan import IKM
from kinerja.laporan.queries.orang import ANGKA_KREDIT, JP, TINDAK_LANJUT
from kinerja.laporan.queries.unit import REKAP, SEBARAN
from kinerja.lib.sekaligus import read_together

if TYPE_CHECKING:
    from kinerja.akun.models import User

DAFTAR: dict[JenisLaporan, Laporan] = {
    satu.jenis: satu
    for satu in (
        PYB, REKAP, SEBARAN, JP, IKM, ANGKA_KREDIT, TINDAK_LANJUT, BKN_SKP, BKN_PERIODIK, BKN_ANGKA_KREDIT,
    )
}  # fmt: skip
assert set(DAFTAR) == set(JenisLaporan)

_UNIT_TERBANYAK = 400


class TidakAdaInstansi(Exception):
    """The account belongs to no instansi, so there is nothing to report."""


@dataclass(frozen=True, kw_only=True)
class Pilihan:
    """What the filters offer. Of a large instansi the units nearest to the root; a deeper one comes by its address."""

    instansi_id: int
    daftar_unit: list[UnitKerja]
    daftar_periode: list[Periode]
    bawaan: UnitKerja | None

    @property
    def daftar_tahun(self) -> list[int]:
        return sorted({satu.tahun for satu in self.daftar_periode}, reverse=True)

    def periode_untuk(self, laporan: Laporan) -> list[Periode]:
        return [satu for satu in self.daftar_periode if satu.tahap in laporan.tahap]


def pilihan(user: User, *, on: date, unit_id: int | None = None) -> Pilihan:
    """One query. Roles and heads are offered their units, everybody else those of the house."""
    instansi = next(iter(sorted(instansi_ids(user))), None)
    if instansi is None:
        raise TidakAdaInstansi
    jalur = jalur_peran(user)
    unit = UnitKerja.objects.visible_to(user).filter(instansi_id=instansi)
    if jalur:
        unit = UnitKerja.objects.filter(di_bawah(jalur, kolom="jalur"))
    dekat = unit.order_by(Length("jalur"), "jalur").values("pk")[:_UNIT_TERBANYAK]
    baca = read_together(
        unit=UnitKerja.objects.filter(pk__in=dekat).order_by("jalur"),
        periode=Periode.objects.filter(
            instansi_id=instansi, tahap__in=(Tahap.PERIODIK, Tahap.TAHUNAN), mulai_on__lte=on
        ).order_by("-selesai_on", "tahap", "id"),
        kepala=unit_dikepalai(user, on=on),
    )
    dari = remember(user, baca["kepala"], on=on)
    daftar: list[UnitKerja] = baca["unit"]
    if unit_id is not None and unit_id not in {satu.pk for satu in daftar}:
        daftar += unit.filter(pk=unit_id)
    kepala = next((satu for satu in daftar if satu.pk in dari.unit_kepala), None)
    return Pilihan(
        instansi_id=instansi,
        daftar_unit=daftar,
        daftar_periode=baca["periode"],
        bawaan=daftar[0] if dari.jalur and daftar else kepala,
    )


def saringan_as_dict(saringan: Saringan) -> dict[str, Any]:
    """For a job: numbers only."""
    return {
        "jenis": saringan.jenis.value,
        "instansi": saringan.instansi_id,
        "tahun": saringan.tahun,
        "unit": saringan.unit.pk if saringan.unit else None,
        "cabang": saringan.cabang,
        "periode": saringan.periode.pk if saringan.periode else None,
    }


def saringan_from_dict(isi: Mapping[str, Any]) -> Saringan:
    """Numbers become records again; who may read what is asked when the rows are."""
    return Saringan(
        jenis=JenisLaporan(isi["jenis"]),
        instansi_id=isi["instansi"],
        tahun=isi["tahun"],
        unit=UnitKerja.objects.filter(pk=isi["unit"]).first() if isi["unit"] else None,
        cabang=isi["cabang"],
        periode=Periode.objects.filter(pk=isi["periode"]).first() if isi["periode"] else None,
    )
