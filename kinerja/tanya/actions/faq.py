"""From one answer to an answer for everybody. What was published is in the trail with every change of it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.akun.models import User
from kinerja.jejak import actions as jejak
from kinerja.lib.baris import lock_row
from kinerja.tanya import permissions
from kinerja.tanya.actions.pertanyaan import lock_tanya
from kinerja.tanya.istilah import KeadaanFAQ
from kinerja.tanya.models import FAQ, Pertanyaan


class CannotPublish(Exception):
    """The step does not fit the FAQ as it stands; the message says why and what to do."""


class StaleFAQ(CannotPublish):
    """Somebody saved it in between; the caller keeps what was typed."""


@dataclass(frozen=True, kw_only=True)
class IsianFAQ:
    judul: str
    jawaban: str
    topik: str = ""
    urutan: int = 10


@transaction.atomic
def propose_faq(pertanyaan: Pertanyaan, *, isian: IsianFAQ, by: User, at: datetime) -> FAQ:
    """Its words are not in the trail yet: before the admin has read them they may still name somebody."""
    pertanyaan = lock_tanya(pertanyaan)
    if not permissions.can_propose_faq(by, pertanyaan, on=pertanyaan.instansi.tanggal(at)):
        raise PermissionDenied
    if FAQ.objects.filter(pertanyaan=pertanyaan).exists():
        raise CannotPublish("Pertanyaan ini sudah diusulkan menjadi FAQ. Buka daftar FAQ untuk melihatnya.")
    _refuse(isian)
    faq = FAQ.objects.create(
        instansi=pertanyaan.instansi,
        pertanyaan=pertanyaan,
        diusulkan_oleh=by,
        diusulkan_at=at,
        diubah_at=at,
        **_clean(isian),
    )
    jejak.record("faq.usulkan", faq, by=by, at=at)
    return faq


@transaction.atomic
def edit_faq(faq: FAQ, *, isian: IsianFAQ, versi: str, by: User, at: datetime) -> FAQ:
    """`versi`: that of the words which the writer had before him."""
    faq = _lock(faq, by=by)
    if versi != faq.versi:
        raise StaleFAQ(
            "FAQ ini sudah disimpan dari tab atau perangkat lain. Isian Anda masih ada di bawah; "
            "bandingkan dengan yang tersimpan, lalu simpan lagi."
        )
    _refuse(isian)
    lama = {nama: getattr(faq, nama) for nama in asdict(isian)}
    baru = _clean(isian)
    berubah = {nama: [lama[nama], nilai] for nama, nilai in baru.items() if lama[nama] != nilai}
    if not berubah:
        return faq
    for nama, nilai in baru.items():
        setattr(faq, nama, nilai)
    faq.diubah_at = at
    faq.save(update_fields=[*baru, "diubah_at"])
    terbuka = faq.diterbitkan_at is not None
    jejak.record("faq.ubah", faq, by=by, at=at, rincian=berubah if terbuka else {})
    return faq


@transaction.atomic
def publish_faq(faq: FAQ, *, by: User, at: datetime) -> FAQ:
    """Also once more, after it was withdrawn."""
    faq = _lock(faq, by=by)
    if faq.keadaan == KeadaanFAQ.TERBIT:
        raise CannotPublish("FAQ ini sudah terbit.")
    faq.keadaan, faq.diterbitkan_at = KeadaanFAQ.TERBIT.value, at
    faq.save(update_fields=["keadaan", "diterbitkan_at"])
    rincian = {"judul": faq.judul, "jawaban": faq.jawaban, "topik": faq.topik}
    jejak.record("faq.terbitkan", faq, by=by, at=at, rincian=rincian)
    return faq


@transaction.atomic
def withdraw_faq(faq: FAQ, *, by: User, at: datetime) -> FAQ:
    """Nobody finds it any more; the admin may publish it again."""
    faq = _lock(faq, by=by)
    if faq.keadaan == KeadaanFAQ.DITARIK:
        raise CannotPublish("FAQ ini sudah ditarik.")
    faq.keadaan = KeadaanFAQ.DITARIK.value
    faq.save(update_fields=["keadaan"])
    jejak.record("faq.tarik", faq, by=by, at=at)
    return faq


def _lock(faq: FAQ, *, by: User) -> FAQ:
    faq = lock_row(FAQ.objects.select_related("instansi"), faq.pk)
    if not permissions.can_publish_faq(by, faq.instansi):
        raise PermissionDenied
    return faq


def _refuse(isian: IsianFAQ) -> None:
    if not isian.judul.strip() or not isian.jawaban.strip():
        raise CannotPublish("Tulis pertanyaan dan jawabannya dengan kalimat yang dapat dibaca siapa saja.")


def _clean(isian: IsianFAQ) -> dict[str, str | int]:
    return asdict(isian) | {"judul": isian.judul.strip(), "jawaban": isian.jawaban.strip()}
