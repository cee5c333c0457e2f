"""Needs that a decision about a result leaves behind, until the decision is carried out."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.jejak import actions as jejak
from kinerja.kepegawaian.permissions import can_manage_kepegawaian
from kinerja.lib.baris import lock_row
from kinerja.pengembangan.models import KebutuhanTercatat

if TYPE_CHECKING:
    from kinerja.akun.models import User
    from kinerja.penilaian.models import Evaluasi


@transaction.atomic
def record_kebutuhan(
    evaluasi: Evaluasi,
    *,
    alasan: str,
    alasan_umum: str,
    daftar_aspek: Collection[str],
    by: User,
    at: datetime,
) -> KebutuhanTercatat:
    """Once for each result; asked for again, it is the same one. Select the plan with its unit and person."""
    skp = evaluasi.skp
    if not can_manage_kepegawaian(by, jalur=skp.unit_kerja.jalur):
        raise PermissionDenied
    satu, baru = KebutuhanTercatat.objects.get_or_create(
        evaluasi=evaluasi,
        defaults={
            "pegawai": skp.pegawai,
            "alasan": alasan.strip(),
            "alasan_umum": alasan_umum.strip(),
            "daftar_aspek": _named(evaluasi, daftar_aspek),
            "dicatat_oleh": by,
            "dicatat_at": at,
        },
    )
    if baru:
        rincian = {"pegawai": skp.pegawai.nama, "periode": str(evaluasi.periode)}
        jejak.record("kebutuhan.catat", satu, by=by, at=at, rincian=rincian)
    return satu


@transaction.atomic
def close_kebutuhan(nomor: int, *, by: User, at: datetime) -> None:
    """What was decided has been done, so it asks for nothing any more."""
    try:
        satu = lock_row(KebutuhanTercatat.objects.select_related("evaluasi__skp__unit_kerja"), nomor)
    except KebutuhanTercatat.DoesNotExist:
        return
    if satu.selesai_at is not None:
        return
    if not can_manage_kepegawaian(by, jalur=satu.evaluasi.skp.unit_kerja.jalur):
        raise PermissionDenied
    satu.selesai_at = at
    satu.save(update_fields=["selesai_at"])
    jejak.record("kebutuhan.selesai", satu, by=by, at=at)


def _named(evaluasi: Evaluasi, daftar_aspek: Collection[str]) -> list[dict[str, str]]:
    """In the words of the result."""
    nama = {satu["nilai"]: satu["label"] for satu in evaluasi.jejak_hitung.get("daftar_perilaku", [])}
    return [{"kode": kode, "label": nama.get(kode, kode)} for kode in daftar_aspek]
