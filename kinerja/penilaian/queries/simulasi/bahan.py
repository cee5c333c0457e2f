"""What a trial is made with: the methods, the units the draft would hold for, the periods to choose from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from kinerja.kebijakan.models import (
    AspekKebijakan,
    Kebijakan,
    Periode,
    StatusKebijakan,
    SumberKebijakan,
    Tahap,
)
from kinerja.kebijakan.queries import kebijakan_terdekat, metode_dari
from kinerja.kepegawaian.models import UnitKerja
from kinerja.lib.sekaligus import attach, read_together
from kinerja.metode.metode_sumber import Metode
from kinerja.penilaian.models import Evaluasi
from kinerja.penilaian.queries.masukan import metode_hitung

if TYPE_CHECKING:
    from django.db.models import QuerySet


@dataclass(frozen=True, kw_only=True)
class Bahan:
    """What the trial is made with: methods by number of the policy, the units the draft would hold for."""

    draf: Kebijakan
    metode: Mapping[int | None, Metode]
    sesudah: Metode
    unit: Mapping[int, UnitKerja]
    pilihan: tuple[Periode, ...]
    patok_berubah: bool


def bahan_simulasi(draf: Kebijakan, *, on: date) -> Bahan:
    """One query."""
    unit = draf.unit_kerja
    sebidang = {"kebijakan__unit_kerja__instansi": unit.instansi_id}
    baca = read_together(
        kebijakan=Kebijakan.objects.filter(unit_kerja__instansi=unit.instansi_id).select_related(
            "unit_kerja"
        ),
        sumber=SumberKebijakan.objects.filter(**sebidang),
        aspek=AspekKebijakan.objects.filter(**sebidang),
        unit=UnitKerja.objects.filter(instansi=unit.instansi_id, jalur__startswith=unit.jalur).order_by(
            "jalur"
        ),
        periode=_periods(draf, on=on),
    )
    attach(baca["kebijakan"], "daftar_sumber", baca["sumber"], oleh="kebijakan_id")
    attach(baca["kebijakan"], "daftar_aspek", baca["aspek"], oleh="kebijakan_id")
    metode = {satu.pk: metode_dari(satu) for satu in baca["kebijakan"]}
    dasar = metode_dari(None)
    lama = _predecessor(draf, baca["kebijakan"])
    dulu = metode[lama.pk] if lama else dasar
    return Bahan(
        draf=draf,
        metode={nomor: metode_hitung(satu) for nomor, satu in metode.items()} | {None: metode_hitung(dasar)},
        sesudah=metode_hitung(metode[draf.pk]),
        unit=_own_units(draf, baca["unit"], baca["kebijakan"]),
        pilihan=tuple(baca["periode"]),
        patok_berubah=(dulu.patok, dulu.target_jp) != (metode[draf.pk].patok, metode[draf.pk].target_jp),
    )


def _periods(draf: Kebijakan, *, on: date) -> QuerySet[Periode]:
    """Ended ones with evaluations below the unit, the newest first; the year's after its last quarter's."""
    ada = Evaluasi.objects.filter(skp__unit_kerja__jalur__startswith=draf.unit_kerja.jalur)
    return Periode.objects.filter(
        instansi=draf.unit_kerja.instansi_id,
        tahap__in=(Tahap.PERIODIK, Tahap.TAHUNAN),
        selesai_on__lt=on,
        pk__in=ada.order_by().values("periode"),
    ).order_by("-selesai_on", "tahap", "-id")


def _predecessor(draf: Kebijakan, semua: Iterable[Kebijakan]) -> Kebijakan | None:
    berlaku = [k for k in semua if k.ditetapkan and k.pk != draf.pk and k.berlaku_on <= draf.berlaku_on]
    urut = sorted(berlaku, key=lambda k: (k.unit_kerja.jalur, k.berlaku_on, k.versi))
    return kebijakan_terdekat(urut, draf.unit_kerja.jalur)


def _own_units(
    draf: Kebijakan, daftar_unit: Iterable[UnitKerja], semua: Iterable[Kebijakan]
) -> dict[int, UnitKerja]:
    """Without those that have a nearer policy of their own on the day the draft would begin."""
    lebih_dekat = tuple(
        k.unit_kerja.jalur
        for k in semua
        if k.status == StatusKebijakan.DITETAPKAN
        and k.berlaku_on <= draf.berlaku_on
        and k.unit_kerja_id != draf.unit_kerja_id
        and k.unit_kerja.jalur.startswith(draf.unit_kerja.jalur)
    )
    return {u.pk: u for u in daftar_unit if not u.jalur.startswith(lebih_dekat)}


def pilih_periode(bahan: Bahan, nomor: int | None, *, on: date) -> Periode | None:
    """The chosen one; else the last whose window is over, so that most of it is decided."""
    if dipilih := next((satu for satu in bahan.pilihan if satu.pk == nomor), None):
        return dipilih
    selesai = (satu for satu in bahan.pilihan if satu.ditutup_at or satu.jendela_selesai_on < on)
    return next(selesai, next(iter(bahan.pilihan), None))
