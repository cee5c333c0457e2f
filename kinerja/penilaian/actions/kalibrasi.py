"""A rating that its penilai changes in a calibration meeting: for a reason the employee reads, before the hand-over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.akun.models import User
from kinerja.jejak import actions as jejak
from kinerja.penilaian import permissions
from kinerja.penilaian.actions.dasar import CannotEvaluate, lock
from kinerja.penilaian.models import Evaluasi
from kinerja.penilaian.queries.timbangan import jejak_predikat, predikat_dari
from kinerja.peraturan.alur import StatusEvaluasi
from kinerja.peraturan.predikat import Rating, predikat_kinerja

ALASAN_TERPENDEK = 20
DAPAT_DIKALIBRASI = (StatusEvaluasi.DINILAI, StatusEvaluasi.DITETAPKAN)


class CannotCalibrate(CannotEvaluate):
    """The rating cannot be changed in a meeting now; the message says why, and which way is left."""


@dataclass(frozen=True, kw_only=True)
class IsianKalibrasi:
    """`dari_…`: what the rating was when the change was proposed; another one in between calls for another look."""

    dari_hasil: Rating
    dari_perilaku: Rating
    rating_hasil: Rating
    rating_perilaku: Rating
    alasan: str
    diusulkan_sebagai: str  # the part of the proposer in the meeting, in words; never his name


@transaction.atomic
def change_in_calibration(evaluasi: Evaluasi, isian: IsianKalibrasi, *, by: User, at: datetime) -> Evaluasi:
    """The penilai decides; the predikat follows from the quadrant. Later edits of an open form find the row moved on."""
    evaluasi = lock(evaluasi)
    if not permissions.can_rate(by, evaluasi):
        raise PermissionDenied
    if halangan := obstacle(evaluasi) or _mismatch(evaluasi, isian):
        raise CannotCalibrate(halangan)
    lama = {
        "rating_hasil": evaluasi.rating_hasil,
        "rating_perilaku": evaluasi.rating_perilaku,
        "predikat": evaluasi.predikat,
    }
    _apply(evaluasi, isian, lama, by=by, at=at)
    rincian = {f"{nama}_lama": isi for nama, isi in lama.items()}
    rincian |= {nama: getattr(evaluasi, nama) for nama in lama}
    rincian |= {"alasan": isian.alasan.strip(), "diusulkan_sebagai": isian.diusulkan_sebagai}
    dasar = str(predikat_kinerja.rujukan[0])
    jejak.record("evaluasi.kalibrasi", evaluasi, by=by, at=at, rincian=rincian, dasar=dasar)
    return evaluasi


def obstacle(evaluasi: Evaluasi) -> str:
    """Why a meeting cannot change this evaluation now, in a sentence; empty when it can."""
    status = StatusEvaluasi(evaluasi.status)
    if status is StatusEvaluasi.DIBUKA or not evaluasi.predikat:
        return "Pegawai ini belum selesai dinilai, jadi belum ada rating yang dapat diubah. Tunggu penilainya menilai."
    if status not in DAPAT_DIKALIBRASI:
        return (
            "Hasil ini sudah diserahkan kepada pegawai, jadi tidak dapat diubah lagi dalam kalibrasi. "
            "Sesudah penyerahan, perubahan hanya lewat keberatan pegawai."
        )
    return ""


def _mismatch(evaluasi: Evaluasi, isian: IsianKalibrasi) -> str:
    if len(isian.alasan.strip()) < ALASAN_TERPENDEK:
        return (
            f"Tuliskan alasannya, paling sedikit {ALASAN_TERPENDEK} huruf: pegawai akan membacanya pada halaman "
            "“Mengapa predikat saya ini?”."
        )
    if (evaluasi.rating_hasil, evaluasi.rating_perilaku) != (isian.dari_hasil, isian.dari_perilaku):
        return (
            "Rating pegawai ini sudah berubah sejak usul ini dibuat, jadi usulnya tidak cocok lagi. "
            "Tolak usul ini, lalu ajukan yang baru bila masih perlu."
        )
    if (isian.rating_hasil, isian.rating_perilaku) == (isian.dari_hasil, isian.dari_perilaku):
        return "Rating yang diusulkan sama dengan yang sekarang, jadi tidak ada yang berubah."
    return ""


def _apply(
    evaluasi: Evaluasi, isian: IsianKalibrasi, lama: dict[str, str], *, by: User, at: datetime
) -> None:
    predikat = predikat_dari(isian.rating_hasil, isian.rating_perilaku, gagal_studi=evaluasi.gagal_studi)
    assert predikat is not None
    # A departure from the suggestion keeps its reason: where the rating moves, the reason of the meeting takes over.
    for nama in ("hasil", "perilaku"):
        rating = getattr(isian, f"rating_{nama}")
        if getattr(evaluasi, f"rating_{nama}") != rating:
            setattr(evaluasi, f"rating_{nama}", rating)
            setattr(evaluasi, f"alasan_{nama}", isian.alasan.strip())
    evaluasi.predikat = predikat
    evaluasi.revisi += 1
    perubahan = {
        "from": lama,
        "to": {nama: str(getattr(evaluasi, nama)) for nama in lama},
        "reason": isian.alasan.strip(),
        "proposed_by": isian.diusulkan_sebagai,
        "accepted_by": by.nama,
        "at": at.isoformat(),
    }
    evaluasi.jejak_hitung = {
        **evaluasi.jejak_hitung,
        "predikat": jejak_predikat(predikat, gagal_studi=evaluasi.gagal_studi),
        "kalibrasi": [*evaluasi.jejak_hitung.get("kalibrasi", []), perubahan],
    }
    kolom = ["rating_hasil", "rating_perilaku", "alasan_hasil", "alasan_perilaku", "predikat", "revisi"]
    evaluasi.save(update_fields=[*kolom, "jejak_hitung"])
