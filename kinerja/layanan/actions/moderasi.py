"""What came in is looked at by a person: crowds are let through or dropped, sentences shown or hidden, answers given."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from kinerja.akun.models import User
from kinerja.jejak import actions as jejak
from kinerja.layanan.istilah import StatusKalimat, StatusSuara, StatusSumber
from kinerja.layanan.models import LayananPublik, Suara, SumberSuara, Tanggapan
from kinerja.layanan.permissions import can_moderate, can_reply
from kinerja.lib.baris import lock_row


class CannotModerate(Exception):
    """The step is not possible; the message says why."""


@transaction.atomic
def release_sumber(sumber: SumberSuara, *, by: User, at: datetime) -> int:
    """A real crowd: every vote of it counts. Also brings back what was dropped by mistake."""
    return _decide(sumber, StatusSumber.DILEPAS, StatusSuara.DIHITUNG, alasan="", by=by, at=at)


@transaction.atomic
def drop_sumber(sumber: SumberSuara, *, alasan: str, by: User, at: datetime) -> int:
    if not alasan.strip():
        raise CannotModerate("Tulis mengapa kumpulan suara ini dibuang; auditor membacanya.")
    return _decide(sumber, StatusSumber.DIBUANG, StatusSuara.DIBUANG, alasan=alasan, by=by, at=at)


def _decide(
    sumber: SumberSuara, status: StatusSumber, suara: StatusSuara, *, alasan: str, by: User, at: datetime
) -> int:
    sumber = lock_row(SumberSuara.objects.select_related("layanan__unit_kerja__instansi"), sumber.pk)
    if not can_moderate(by, sumber.layanan, on=timezone.localdate(at)):
        raise PermissionDenied
    if sumber.status in (StatusSumber.TERBUKA, status):
        raise CannotModerate("Kumpulan suara ini sudah diputus. Muat ulang halamannya.")
    sumber.status, sumber.diputus_at, sumber.diputus_oleh, sumber.alasan = status, at, by, alasan.strip()
    sumber.save(update_fields=["status", "diputus_at", "diputus_oleh", "alasan"])
    jumlah = Suara.objects.filter(sumber=sumber).update(status=suara)
    rincian = {"hari": sumber.hari, "jumlah": jumlah, "alasan": sumber.alasan}
    jejak.record(f"suara.{status.value}", sumber.layanan, by=by, at=at, rincian=rincian)
    return jumlah


@transaction.atomic
def show_kalimat(suara: Suara, *, by: User, at: datetime) -> None:
    _set_kalimat(suara, StatusKalimat.TAMPIL, alasan="", by=by, at=at)


@transaction.atomic
def hide_kalimat(suara: Suara, *, alasan: str, by: User, at: datetime) -> None:
    """The marks of the vote still count: an angry word does not make a bad service good."""
    if not alasan.strip():
        raise CannotModerate("Tulis mengapa kalimat ini tidak ditampilkan, misalnya “menyebut nama orang”.")
    _set_kalimat(suara, StatusKalimat.SEMBUNYI, alasan=alasan.strip(), by=by, at=at)


def _set_kalimat(suara: Suara, status: StatusKalimat, *, alasan: str, by: User, at: datetime) -> None:
    layanan = suara.layanan
    if not can_moderate(by, layanan, on=timezone.localdate(at)):
        raise PermissionDenied
    suara.status_kalimat, suara.alasan_sembunyi = status, alasan
    suara.save(update_fields=["status_kalimat", "alasan_sembunyi"])
    rincian = {"suara": suara.pk, "alasan": alasan}
    jejak.record(f"kalimat.{status.value}", layanan, by=by, at=at, rincian=rincian)


@transaction.atomic
def write_tanggapan(
    layanan: LayananPublik, *, isi: str, suara: Suara | None = None, by: User, at: datetime
) -> Tanggapan:
    """The unit's right of reply; an answer to a sentence is read where the sentence is."""
    if not can_reply(by, layanan, on=timezone.localdate(at)):
        raise PermissionDenied
    if suara is not None and suara.status_kalimat != StatusKalimat.TAMPIL:
        raise CannotModerate(
            "Tampilkan dahulu kalimatnya; tanggapan tanpa kalimat tidak dapat dipahami pembaca."
        )
    tanggapan = Tanggapan.objects.create(layanan=layanan, suara=suara, isi=isi, penulis=by, ditulis_at=at)
    jejak.record("layanan.tanggapi", layanan, by=by, at=at, rincian={"tanggapan": tanggapan.pk})
    return tanggapan
