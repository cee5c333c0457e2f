"""The list from which a promotion may be considered. A rule proposes, a person decides, and the reason stands beside it."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.akun.models import User
from kinerja.jejak import actions as jejak
from kinerja.karier.models import CalonPromosi
from kinerja.karier.permissions import can_list_for_promotion
from kinerja.kepegawaian.models import Pegawai
from kinerja.lib.baris import lock_row


class CannotList(Exception):
    """The list cannot be changed like this; the message says why."""


@transaction.atomic
def list_for_promotion(
    pegawai: Pegawai, *, tahun: int, alasan: str, dasar: str = "", by: User, at: datetime
) -> CalonPromosi:
    """`alasan` is the sentence of the rule or of the official, `dasar` the rule or result behind it."""
    pegawai = lock_row(Pegawai.objects.select_related("instansi"), pegawai.pk)
    if not can_list_for_promotion(by, pegawai, on=pegawai.instansi.tanggal(at)):
        raise PermissionDenied
    if not alasan.strip():
        raise CannotList("Tulis alasannya; orangnya ikut membaca.")
    if CalonPromosi.objects.standing().filter(pegawai=pegawai, tahun=tahun).exists():
        raise CannotList(f"{pegawai.nama} sudah ada pada daftar pertimbangan promosi {tahun}.")
    calon = CalonPromosi.objects.create(
        pegawai=pegawai,
        tahun=tahun,
        alasan=alasan.strip(),
        dasar=dasar[:200],
        listed_at=at,
        listed_by=by,
    )
    rincian = {"tahun": tahun, "alasan": calon.alasan, "dasar": calon.dasar}
    jejak.record("karier.promosi_catat", calon, by=by, at=at, rincian=rincian)
    return calon


@transaction.atomic
def withdraw_promotion(calon: CalonPromosi, *, alasan: str, by: User, at: datetime) -> None:
    calon = lock_row(CalonPromosi.objects.select_related("pegawai__instansi"), calon.pk)
    if not can_list_for_promotion(by, calon.pegawai, on=calon.pegawai.instansi.tanggal(at)):
        raise PermissionDenied
    if calon.withdrawn_at is not None:
        raise CannotList("Nama ini sudah dikeluarkan dari daftar.")
    if not alasan.strip():
        raise CannotList("Tulis mengapa nama ini dikeluarkan; orangnya ikut membaca.")
    calon.withdrawn_at, calon.alasan_dicabut = at, alasan.strip()
    calon.save(update_fields=["withdrawn_at", "alasan_dicabut"])
    jejak.record("karier.promosi_cabut", calon, by=by, at=at, rincian={"alasan": calon.alasan_dicabut})
