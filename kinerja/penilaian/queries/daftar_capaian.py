"""The units with a head, their result in a period, and whether this person may set it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from kinerja.kepegawaian.istilah import JenisPeran
from kinerja.kepegawaian.lingkup import lingkup
from kinerja.kepegawaian.models import UnitKerja
from kinerja.penilaian.models import CapaianUnit
from kinerja.penilaian.permissions import unit_dipimpin_bawahan

if TYPE_CHECKING:
    from kinerja.akun.models import User
    from kinerja.kebijakan.models import Periode


@dataclass(frozen=True, kw_only=True)
class BarisCapaian:
    unit: UnitKerja
    capaian: CapaianUnit | None
    boleh: bool


def daftar_capaian(user: User, *, periode: Periode, on: date) -> list[BarisCapaian]:
    """One's own to set first; the rest of the house may be read."""
    dari = lingkup(user)
    jalur_admin = dari.jalur_peran(JenisPeran.ADMIN_INSTANSI)
    milik = unit_dipimpin_bawahan(dari.pegawai.pk, on=on) if dari.pegawai else set()
    ada = {c.unit_kerja_id: c for c in CapaianUnit.objects.filter(periode=periode).order_by("id")}
    daftar = UnitKerja.objects.visible_to(user).filter(
        instansi_id=periode.instansi_id, dibubarkan_on__isnull=True, daftar_jabatan__kepala=True
    )
    baris = [
        BarisCapaian(
            unit=unit,
            capaian=ada.get(unit.pk),
            boleh=unit.pk in milik or any(unit.jalur.startswith(atas) for atas in jalur_admin),
        )
        for unit in daftar.distinct().order_by("jalur")
    ]
    return sorted(baris, key=lambda b: not b.boleh)
