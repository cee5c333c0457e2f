"""What follows a question: answers, further questions, and that it is clear."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.akun.models import User
from kinerja.jejak import actions as jejak
from kinerja.tanya import permissions
from kinerja.tanya.actions.pertanyaan import CannotAsk, lock_tanya, tell_who_answers
from kinerja.tanya.istilah import JenisPesan, KeadaanTanya
from kinerja.tanya.models import Pertanyaan, PesanTanya
from kinerja.tanya.queries.batas import batas_jawab
from kinerja.tanya.queries.penggerak import penggerak_terdekat


@transaction.atomic
def answer_tanya(pertanyaan: Pertanyaan, *, teks: str, dilihat: int, by: User, at: datetime) -> Pertanyaan:
    """`dilihat`: how many words had been exchanged on the page he wrote from. Nobody answers what he has not read."""
    pertanyaan = lock_tanya(pertanyaan)
    if not permissions.can_answer(by, pertanyaan, on=pertanyaan.instansi.tanggal(at)):
        raise PermissionDenied
    if pertanyaan.keadaan == KeadaanTanya.DITARIK:
        raise CannotAsk("Pertanyaan ini sudah ditarik oleh yang bertanya, jadi tidak perlu dijawab lagi.")
    if pertanyaan.daftar_pesan.count() != dilihat:
        raise CannotAsk(
            "Ada yang baru ditulis sejak halaman ini dibuka. Bacalah dahulu di bawah; tulisan Anda masih ada."
        )
    if not teks.strip():
        raise CannotAsk("Tulis dahulu jawabannya.")
    _say(pertanyaan, JenisPesan.JAWABAN, teks, by=by, at=at)
    pertanyaan.keadaan, pertanyaan.answered_at, pertanyaan.closed_at = KeadaanTanya.DIJAWAB.value, at, None
    pertanyaan.save(update_fields=["keadaan", "answered_at", "closed_at"])
    terlambat = pertanyaan.instansi.tanggal(at) > pertanyaan.batas_on
    jejak.record("tanya.jawab", pertanyaan, by=by, at=at, rincian={"terlambat": terlambat})
    return pertanyaan


@transaction.atomic
def ask_again(pertanyaan: Pertanyaan, *, teks: str, by: User, at: datetime) -> Pertanyaan:
    """The answer did not settle it, or something was forgotten: it waits again, from the penggerak on."""
    pertanyaan = _lock_own(pertanyaan, by=by)
    if pertanyaan.keadaan == KeadaanTanya.DITARIK:
        raise CannotAsk("Pertanyaan ini sudah Anda tarik. Tulis pertanyaan baru.")
    if not teks.strip():
        raise CannotAsk("Tulis dahulu apa yang belum jelas.")
    _say(pertanyaan, JenisPesan.LANJUTAN, teks, by=by, at=at)
    if not pertanyaan.menunggu:
        on = pertanyaan.instansi.tanggal(at)
        pertanyaan.keadaan, pertanyaan.closed_at = KeadaanTanya.MENUNGGU.value, None
        pertanyaan.batas_on = batas_jawab(pertanyaan.unit_kerja, mulai=on)
        ada = penggerak_terdekat(pertanyaan.unit_kerja, kecuali=pertanyaan.penanya, on=on)
        pertanyaan.naik_at = None if ada else at
        pertanyaan.save(update_fields=["keadaan", "closed_at", "batas_on", "naik_at"])
    tell_who_answers("tanya.lagi", pertanyaan, by=by, at=at)
    return pertanyaan


@transaction.atomic
def settle_tanya(pertanyaan: Pertanyaan, *, by: User, at: datetime) -> Pertanyaan:
    pertanyaan = _lock_own(pertanyaan, by=by)
    if pertanyaan.keadaan != KeadaanTanya.DIJAWAB:
        raise CannotAsk(f"Pertanyaan ini {pertanyaan.get_keadaan_display().lower()}.")
    _close(pertanyaan, KeadaanTanya.JELAS, at)
    jejak.record("tanya.jelas", pertanyaan, by=by, at=at)
    return pertanyaan


@transaction.atomic
def withdraw_tanya(pertanyaan: Pertanyaan, *, by: User, at: datetime) -> Pertanyaan:
    pertanyaan = _lock_own(pertanyaan, by=by)
    if not pertanyaan.menunggu:
        raise CannotAsk(
            f"Pertanyaan ini {pertanyaan.get_keadaan_display().lower()}, jadi tidak dapat ditarik lagi."
        )
    _close(pertanyaan, KeadaanTanya.DITARIK, at)
    jejak.record("tanya.tarik", pertanyaan, by=by, at=at)
    return pertanyaan


def _lock_own(pertanyaan: Pertanyaan, *, by: User) -> Pertanyaan:
    pertanyaan = lock_tanya(pertanyaan)
    if not permissions.is_asker(by, pertanyaan):
        raise PermissionDenied
    return pertanyaan


def _say(pertanyaan: Pertanyaan, jenis: JenisPesan, teks: str, *, by: User, at: datetime) -> None:
    PesanTanya.objects.create(pertanyaan=pertanyaan, jenis=jenis, oleh=by, teks=teks.strip(), at=at)


def _close(pertanyaan: Pertanyaan, keadaan: KeadaanTanya, at: datetime) -> None:
    pertanyaan.keadaan, pertanyaan.closed_at = keadaan.value, at
    pertanyaan.save(update_fields=["keadaan", "closed_at"])
