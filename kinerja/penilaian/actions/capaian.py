"""Setting the organisation's result of a unit."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.akun.models import User
from kinerja.jejak import actions as jejak
from kinerja.kebijakan.models import Periode, Tahap
from kinerja.kepegawaian.models import UnitKerja
from kinerja.penilaian import permissions
from kinerja.penilaian.models import CapaianUnit
from kinerja.peraturan.distribusi import pola_distribusi
from kinerja.peraturan.predikat import CapaianOrganisasi


class CannotSetCapaian(Exception):
    """The organisation's result cannot be set; the message says why."""


@transaction.atomic
def set_capaian(
    unit: UnitKerja, *, periode: Periode, nilai: CapaianOrganisasi, dasar: str, by: User, at: datetime
) -> CapaianUnit:
    """Evaluations that were signed keep the result they were made under."""
    if not permissions.can_set_capaian(by, unit, on=unit.instansi.tanggal(at)):
        raise PermissionDenied
    if periode.tahap == Tahap.DOKUMENTASI or periode.instansi_id != unit.instansi_id:
        raise CannotSetCapaian("Capaian organisasi hanya untuk periode evaluasi instansi ini.")
    if not dasar.strip():
        raise CannotSetCapaian(
            "Tuliskan dasarnya, misalnya nomor laporan capaian rencana aksi Perjanjian Kinerja."
        )
    lama = (
        CapaianUnit.objects.filter(unit_kerja=unit, periode=periode).values_list("nilai", flat=True).first()
    )
    capaian, _ = CapaianUnit.objects.update_or_create(
        unit_kerja=unit,
        periode=periode,
        defaults={"nilai": nilai, "dasar": dasar.strip(), "ditetapkan_at": at, "ditetapkan_oleh": by},
    )
    jejak.record(
        "capaian.tetapkan",
        unit,
        by=by,
        at=at,
        rincian={"periode": str(periode), "lama": lama or "", "baru": nilai.value, "dasar": dasar.strip()},
        dasar=str(pola_distribusi.rujukan[0]),
    )
    return capaian
