"""Asking whether trainings helped, and keeping the answers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.jejak import actions as jejak
from kinerja.pekerjaan.actions import enqueue
from kinerja.pengembangan.models import DampakPelatihan
from kinerja.pengembangan.permissions import can_plan_alokasi

if TYPE_CHECKING:
    from kinerja.akun.models import User
    from kinerja.kepegawaian.models import Instansi
    from kinerja.pekerjaan.models import Pekerjaan
    from kinerja.pengembangan.queries.dampak import DampakDihitung

HITUNG_DAMPAK = "pengembangan.dampak"


@transaction.atomic
def request_dampak(instansi: Instansi, *, by: User, at: datetime) -> Pekerjaan:
    """A second press while it runs gives back the same job."""
    if not can_plan_alokasi(by, instansi):
        raise PermissionDenied
    pekerjaan = enqueue(
        HITUNG_DAMPAK, by=by, at=at, argumen={"instansi": instansi.pk}, kunci=str(instansi.pk)
    )
    if pekerjaan.dibuat_at == at:
        jejak.record("dampak.hitung", instansi, by=by, at=at, rincian={"pekerjaan": pekerjaan.pk})
    return pekerjaan


def store_dampak(instansi: Instansi, daftar: Sequence[DampakDihitung], *, at: datetime) -> None:
    """Part of the caller's transaction; what no longer holds is gone."""
    DampakPelatihan.objects.filter(instansi=instansi).delete()
    DampakPelatihan.objects.bulk_create(
        DampakPelatihan(
            instansi=instansi,
            pelatihan=satu.pelatihan,
            ukuran=satu.ukuran,
            label=satu.label,
            kesimpulan=satu.dampak.kesimpulan.value,
            peserta=satu.dampak.peserta,
            pembanding=satu.dampak.pembanding,
            selisih=satu.dampak.uji.selisih if satu.dampak.uji else None,
            bawah=satu.dampak.uji.bawah if satu.dampak.uji else None,
            atas=satu.dampak.uji.atas if satu.dampak.uji else None,
            kalimat=satu.dampak.kalimat,
            dihitung_at=at,
        )
        for satu in daftar
    )
