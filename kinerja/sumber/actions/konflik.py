"""Pairs that do not rate one another."""

from __future__ import annotations

from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.akun.models import User
from kinerja.jejak import actions as jejak
from kinerja.kepegawaian.models import Pegawai
from kinerja.lib.baris import lock_row
from kinerja.sumber.istilah import JenisKonflik
from kinerja.sumber.models import Konflik
from kinerja.sumber.permissions import can_manage_konflik


class CannotNoteKonflik(Exception):
    """The pair cannot be noted or ended; the message says why."""


def add_konflik(satu: Pegawai, lain: Pegawai, *, jenis: JenisKonflik, on: date) -> Konflik | None:
    """Inside an action that has asked for permission and holds the transaction. Nobody is in conflict with himself."""
    if satu.pk == lain.pk:
        return None
    pertama, kedua = sorted((satu, lain), key=lambda pegawai: pegawai.pk)
    konflik, _ = Konflik.objects.get_or_create(
        satu=pertama, lain=kedua, jenis=jenis, selesai_on=None, defaults={"mulai_on": on}
    )
    return konflik


@transaction.atomic
def note_konflik(satu: Pegawai, lain: Pegawai, *, jenis: JenisKonflik, by: User, at: datetime) -> Konflik:
    """By hand, for what the system cannot know. Noting it twice changes nothing."""
    on = satu.instansi.tanggal(at)
    if not can_manage_konflik(by, (satu, lain), on=on):
        raise PermissionDenied
    if satu.instansi_id != lain.instansi_id:
        raise CannotNoteKonflik("Kedua orang itu tidak bekerja di instansi yang sama.")
    if jenis is JenisKonflik.KEBERATAN:
        raise CannotNoteKonflik("Pasangan karena keberatan dicatat sendiri ketika keberatan diajukan.")
    berjalan = Konflik.objects.filter(
        satu__in=(satu, lain), lain__in=(satu, lain), jenis=jenis, selesai_on=None
    )
    if lama := berjalan.order_by("id").first():
        return lama
    konflik = add_konflik(satu, lain, jenis=jenis, on=on)
    if konflik is None:
        raise CannotNoteKonflik("Tulis dua orang yang berbeda.")
    jejak.record("konflik.catat", konflik, by=by, at=at, rincian=_details(konflik))
    return konflik


@transaction.atomic
def end_konflik(konflik: Konflik, *, by: User, at: datetime) -> None:
    """From tomorrow on they may rate one another again. What follows an objection stays."""
    konflik = lock_row(Konflik.objects.select_related("satu__instansi", "lain"), konflik.pk)
    on = konflik.satu.instansi.tanggal(at)
    if not can_manage_konflik(by, (konflik.satu, konflik.lain), on=on):
        raise PermissionDenied
    if konflik.jenis == JenisKonflik.KEBERATAN:
        raise CannotNoteKonflik(
            "Pasangan karena keberatan tetap berlaku, supaya orang tidak takut mengajukan keberatan."
        )
    if konflik.selesai_on is not None:
        return
    konflik.selesai_on = on
    konflik.save(update_fields=["selesai_on"])
    jejak.record("konflik.akhiri", konflik, by=by, at=at, rincian=_details(konflik))


def _details(konflik: Konflik) -> dict[str, object]:
    return {"jenis": konflik.jenis, "pegawai": [konflik.satu_id, konflik.lain_id]}
