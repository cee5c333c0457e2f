"""What lampiran SKP promised: ticked off by the person, with a word of the penilai."""

from __future__ import annotations

from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.akun.models import User
from kinerja.dukungan import permissions
from kinerja.dukungan.actions.permintaan import CannotSupport
from kinerja.dukungan.models import JanjiDukungan
from kinerja.jejak import actions as jejak
from kinerja.lib.baris import lock_row
from kinerja.peraturan.skp import JenisLampiran
from kinerja.perencanaan.models import SKP, LampiranSKP


@transaction.atomic
def receive_janji(lampiran: LampiranSKP, *, diterima_on: date, by: User, at: datetime) -> JanjiDukungan:
    janji = _lock(lampiran)
    if not permissions.can_tick(by, janji.skp):
        raise PermissionDenied
    hari_ini = janji.skp.instansi.tanggal(at)
    if diterima_on > hari_ini:
        raise CannotSupport("Tanggal diterima belum tiba. Tandai sesudah dukungannya benar-benar datang.")
    if diterima_on.year < janji.skp.tahun - 1:
        raise CannotSupport(f"Tanggal diterima terlalu jauh sebelum SKP {janji.skp.tahun}.")
    janji.diterima_on, janji.received_at = diterima_on, at
    janji.save(update_fields=["diterima_on", "received_at"])
    jejak.record("dukungan.janji_diterima", janji, by=by, at=at, rincian={"diterima_on": diterima_on})
    return janji


@transaction.atomic
def unreceive_janji(lampiran: LampiranSKP, *, by: User, at: datetime) -> JanjiDukungan:
    """The tick was a slip; the trail keeps it."""
    janji = _lock(lampiran)
    if not permissions.can_tick(by, janji.skp):
        raise PermissionDenied
    janji.diterima_on, janji.received_at = None, None
    janji.save(update_fields=["diterima_on", "received_at"])
    jejak.record("dukungan.janji_belum", janji, by=by, at=at)
    return janji


@transaction.atomic
def note_janji(lampiran: LampiranSKP, *, catatan: str, by: User, at: datetime) -> JanjiDukungan:
    janji = _lock(lampiran)
    if not permissions.can_note(by, janji.skp):
        raise PermissionDenied
    janji.catatan_penilai = catatan.strip()
    janji.save(update_fields=["catatan_penilai"])
    jejak.record("dukungan.janji_catatan", janji, by=by, at=at)
    return janji


def _lock(lampiran: LampiranSKP) -> JanjiDukungan:
    """The plan is locked, so that a line has one row however many press at once."""
    if lampiran.jenis != JenisLampiran.DUKUNGAN_SUMBER_DAYA:
        raise CannotSupport("Baris ini bukan dukungan sumber daya.")
    skp = lock_row(SKP.objects.select_related("instansi"), lampiran.skp_id)
    janji, _ = JanjiDukungan.objects.get_or_create(skp=skp, teks=lampiran.teks)
    janji.skp = skp
    return janji
