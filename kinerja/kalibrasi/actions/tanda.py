"""A mark before the meeting: what one participant would do, unseen by the others."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from kinerja.akun.models import User
from kinerja.jejak import actions as jejak
from kinerja.kalibrasi.actions.dasar import CannotCalibrate, lock_sidang, require_voice
from kinerja.kalibrasi.istilah import KeadaanSidang
from kinerja.kalibrasi.models import Sidang, Tanda
from kinerja.metode.kalibrasi import ArahTanda
from kinerja.penilaian.models import Evaluasi


class CannotMark(CannotCalibrate):
    """The mark cannot be kept; the message says why."""


@dataclass(frozen=True, kw_only=True)
class IsianTanda:
    hasil: ArahTanda | None = None
    perilaku: ArahTanda | None = None
    bahas: bool = False
    komentar: str = ""


@transaction.atomic
def mark_person(sidang: Sidang, evaluasi: Evaluasi, isian: IsianTanda, *, by: User, at: datetime) -> Tanda:
    """Saving again replaces one's own mark. The trail notes that there is one, never what it says."""
    sidang = lock_sidang(sidang)
    peserta = require_voice(sidang, evaluasi, by=by, at=at)
    if sidang.keadaan != KeadaanSidang.DISIAPKAN:
        raise CannotMark(
            "Sidang sudah dibuka dan tanda semua peserta sudah terlihat, jadi tanda tidak dapat ditambah atau diubah. "
            "Sampaikan dalam sidang, atau usulkan perubahan."
        )
    if not (isian.hasil or isian.perilaku or isian.bahas):
        raise CannotMark(
            "Pilih naik, tetap, atau turun untuk salah satu rating, atau centang “Perlu dibahas”."
        )
    if not evaluasi.predikat and (isian.hasil or isian.perilaku):
        raise CannotMark(
            "Pegawai ini belum selesai dinilai, jadi belum ada rating yang dapat ditandai. "
            "Anda dapat mencentang “Perlu dibahas”."
        )
    tanda, _ = Tanda.objects.update_or_create(
        peserta=peserta,
        evaluasi=evaluasi,
        defaults={
            "sidang": sidang,
            "hasil": isian.hasil or "",
            "perilaku": isian.perilaku or "",
            "bahas": isian.bahas,
            "komentar": isian.komentar.strip(),
            "saved_at": at,
        },
    )
    jejak.record("kalibrasi.tandai", sidang, by=by, at=at, rincian={"evaluasi": evaluasi.pk})
    return tanda
