"""Proposing a change in the meeting, and the answer of the penilai: in law he decides."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.akun.models import User
from kinerja.jejak import actions as jejak
from kinerja.kalibrasi.actions.dasar import CannotCalibrate, lock_sidang, require_voice
from kinerja.kalibrasi.istilah import KeadaanSidang, KeadaanUsulan
from kinerja.kalibrasi.models import Sidang, Usulan
from kinerja.lib.baris import lock_row
from kinerja.penilaian.actions import CannotEvaluate, IsianKalibrasi, change_in_calibration
from kinerja.penilaian.actions.dasar import lock
from kinerja.penilaian.actions.kalibrasi import ALASAN_TERPENDEK, obstacle
from kinerja.penilaian.models import Evaluasi
from kinerja.penilaian.permissions import can_rate
from kinerja.peraturan.predikat import Rating

JAWABAN_TERPENDEK = 10


class CannotPropose(CannotCalibrate):
    """The change cannot be proposed; the message says why."""


class CannotAnswer(CannotCalibrate):
    """The proposal cannot be answered like this; the message says why."""


@dataclass(frozen=True, kw_only=True)
class IsianUsulan:
    rating_hasil: Rating
    rating_perilaku: Rating
    alasan: str


@transaction.atomic
def propose_usulan(
    sidang: Sidang, evaluasi: Evaluasi, isian: IsianUsulan, *, by: User, at: datetime
) -> Usulan:
    sidang = lock_sidang(sidang)
    peserta = require_voice(sidang, evaluasi, by=by, at=at)
    _require_running(sidang, CannotPropose)
    evaluasi = lock(evaluasi)
    if halangan := obstacle(evaluasi) or _refusal(evaluasi, isian):
        raise CannotPropose(halangan)
    usulan = Usulan.objects.create(
        sidang=sidang,
        evaluasi=evaluasi,
        pengusul=peserta,
        dari_hasil=evaluasi.rating_hasil,
        dari_perilaku=evaluasi.rating_perilaku,
        rating_hasil=isian.rating_hasil,
        rating_perilaku=isian.rating_perilaku,
        alasan=isian.alasan.strip(),
        proposed_at=at,
    )
    jejak.record("kalibrasi.usulkan", evaluasi, by=by, at=at, rincian=_details(usulan))
    return usulan


def _refusal(evaluasi: Evaluasi, isian: IsianUsulan) -> str:
    if len(isian.alasan.strip()) < ALASAN_TERPENDEK:
        return (
            f"Tuliskan alasannya, paling sedikit {ALASAN_TERPENDEK} huruf: bukti apa yang membuat ratingnya perlu "
            "berubah? Bila penilai menerima, pegawai membacanya."
        )
    if (isian.rating_hasil, isian.rating_perilaku) == (evaluasi.rating_hasil, evaluasi.rating_perilaku):
        return (
            "Kedua rating sama dengan yang sekarang. Ubah salah satu, atau tidak perlu mengusulkan apa pun."
        )
    if evaluasi.daftar_usulan.filter(keadaan=KeadaanUsulan.MENUNGGU).exists():
        return "Sudah ada usul untuk pegawai ini yang menunggu jawaban penilainya. Bahas usul itu dahulu."
    return ""


@transaction.atomic
def accept_usulan(usulan: Usulan, *, by: User, at: datetime) -> Usulan:
    """The rating moves through the penilai's own action, and nothing moves when that refuses."""
    usulan = _begin(usulan, by=by)
    isian = IsianKalibrasi(
        dari_hasil=Rating(usulan.dari_hasil),
        dari_perilaku=Rating(usulan.dari_perilaku),
        rating_hasil=Rating(usulan.rating_hasil),
        rating_perilaku=Rating(usulan.rating_perilaku),
        alasan=usulan.alasan,
        diusulkan_sebagai=usulan.pengusul.get_peran_display(),
    )
    try:
        change_in_calibration(usulan.evaluasi, isian, by=by, at=at)
    except CannotEvaluate as error:
        raise CannotAnswer(str(error)) from None
    return _answer(usulan, KeadaanUsulan.DITERIMA, by=by, at=at)


@transaction.atomic
def decline_usulan(usulan: Usulan, *, jawaban: str, by: User, at: datetime) -> Usulan:
    usulan = _begin(usulan, by=by)
    if len(jawaban.strip()) < JAWABAN_TERPENDEK:
        raise CannotAnswer(
            f"Tuliskan alasan Anda menolak, paling sedikit {JAWABAN_TERPENDEK} huruf. Alasan ini tercetak pada berita acara."
        )
    usulan.jawaban = jawaban.strip()
    return _answer(usulan, KeadaanUsulan.DITOLAK, by=by, at=at)


def _begin(usulan: Usulan, *, by: User) -> Usulan:
    """The meeting first, then the proposal, then the evaluation: one order of locks for everybody."""
    sidang = lock_sidang(usulan.sidang)
    usulan = lock_row(
        Usulan.objects.select_related("evaluasi__skp", "evaluasi__periode", "pengusul"), usulan.pk
    )
    if not can_rate(by, usulan.evaluasi):
        raise PermissionDenied
    _require_running(sidang, CannotAnswer)
    if usulan.keadaan != KeadaanUsulan.MENUNGGU:
        raise CannotAnswer(f"Usul ini sudah dijawab: {KeadaanUsulan(usulan.keadaan).label.lower()}.")
    return usulan


def _answer(usulan: Usulan, keadaan: KeadaanUsulan, *, by: User, at: datetime) -> Usulan:
    usulan.keadaan = keadaan
    usulan.answered_at, usulan.answered_by = at, by
    usulan.save(update_fields=["keadaan", "jawaban", "answered_at", "answered_by"])
    tindakan = "kalibrasi.terima" if keadaan is KeadaanUsulan.DITERIMA else "kalibrasi.tolak"
    rincian = _details(usulan) | ({"jawaban": usulan.jawaban} if usulan.jawaban else {})
    jejak.record(tindakan, usulan.evaluasi, by=by, at=at, rincian=rincian)
    return usulan


def _require_running(sidang: Sidang, galat: type[CannotCalibrate]) -> None:
    if sidang.keadaan == KeadaanSidang.DISIAPKAN:
        raise galat("Sidang belum dibuka. Sebelum sidang, berikan tanda; usul perubahan dibuat dalam sidang.")
    if sidang.keadaan == KeadaanSidang.SELESAI:
        raise galat("Sidang sudah selesai, jadi tidak ada lagi yang dapat diusulkan atau dijawab di sini.")


def _details(usulan: Usulan) -> dict[str, object]:
    return {
        "sidang": usulan.sidang_id,
        "dari": [usulan.dari_hasil, usulan.dari_perilaku],
        "menjadi": [usulan.rating_hasil, usulan.rating_perilaku],
        "alasan": usulan.alasan,
    }
