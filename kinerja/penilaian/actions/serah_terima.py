"""From the signature to the closed document: set, hand over, sign for receipt, close for good."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q

from kinerja.akun.models import User
from kinerja.jejak import actions as jejak
from kinerja.kebijakan.models import Tahap
from kinerja.kepegawaian.istilah import JenisPeran
from kinerja.kepegawaian.lingkup import di_bawah, lingkup
from kinerja.lib.tanggal import format_tanggal
from kinerja.pelaksanaan.actions import lock_realisasi
from kinerja.penilaian import permissions
from kinerja.penilaian.actions.dasar import CannotEvaluate, lock
from kinerja.penilaian.models import Evaluasi
from kinerja.penilaian.queries.tenggat import DaftarKalender, batas_serah, batas_terima, batas_tutup
from kinerja.peraturan import jadwal
from kinerja.peraturan.alur import (
    LangkahEvaluasi,
    LangkahSKP,
    LangkahTidakSah,
    StatusEvaluasi,
    StatusSKP,
    status_berikutnya,
)
from kinerja.peraturan.keberatan import keberatan_terbuka


class CannotMoveEvaluasi(CannotEvaluate):
    """The evaluation does not allow this step now; the message tells what it allows."""


@transaction.atomic
def approve_evaluasi(evaluasi: Evaluasi, *, by: User, at: datetime) -> Evaluasi:
    """The penilai signs; from here on nothing of the content can be changed by him."""
    evaluasi = lock(evaluasi)
    if not permissions.can_rate(by, evaluasi):
        raise PermissionDenied
    _step(evaluasi, LangkahEvaluasi.TETAPKAN)
    if not evaluasi.predikat:
        raise CannotMoveEvaluasi(
            "Evaluasi ini baru berupa draf. Buka lagi, tekan “Nilai”, lalu tetapkan setelah predikatnya terbentuk."
        )
    evaluasi.ditetapkan_at = at
    evaluasi.save(update_fields=["status", "ditetapkan_at"])
    _mark_plan(evaluasi)
    lock_realisasi(evaluasi.skp, periode=evaluasi.periode, by=by, at=at)
    jejak.record(
        "evaluasi.tetapkan",
        evaluasi,
        by=by,
        at=at,
        rincian={"predikat": evaluasi.predikat, "oleh_atasan": evaluasi.oleh_atasan},
        dasar=str(jadwal.batas_penyerahan.rujukan[0]),
    )
    return evaluasi


@transaction.atomic
def hand_over_evaluasi(evaluasi: Evaluasi, *, by: User, at: datetime) -> Evaluasi:
    evaluasi = lock(evaluasi)
    if not permissions.can_rate(by, evaluasi):
        raise PermissionDenied
    batas_on = batas_serah(evaluasi, DaftarKalender())
    _step(evaluasi, LangkahEvaluasi.SERAHKAN)
    evaluasi.diserahkan_at = at
    evaluasi.save(update_fields=["status", "diserahkan_at"])
    hitung = jadwal.batas_penyerahan_atasan if evaluasi.oleh_atasan else jadwal.batas_penyerahan
    _record("evaluasi.serahkan", evaluasi, by=by, at=at, batas_on=batas_on, dasar=str(hitung.rujukan[0]))
    return evaluasi


@transaction.atomic
def receive_evaluasi(evaluasi: Evaluasi, *, by: User, at: datetime) -> Evaluasi:
    """Signing for receipt is not agreeing. What was final from the start closes here."""
    evaluasi = lock(evaluasi)
    if not permissions.is_owner(by, evaluasi):
        raise PermissionDenied
    batas_on = batas_terima(evaluasi, DaftarKalender())
    _step(evaluasi, LangkahEvaluasi.TERIMA)
    evaluasi.diterima_at = at
    evaluasi.save(update_fields=["status", "diterima_at"])
    hitung = jadwal.batas_tanda_terima_atasan if evaluasi.oleh_atasan else jadwal.batas_tanda_terima
    _record("evaluasi.terima", evaluasi, by=by, at=at, batas_on=batas_on, dasar=str(hitung.rujukan[0]))
    if evaluasi.final_sejak_awal:
        _close(evaluasi, by=by, at=at)
    return evaluasi


@transaction.atomic
def close_evaluasi(evaluasi: Evaluasi, *, by: User | None, at: datetime) -> Evaluasi:
    """Final, once the days to sign or to object have passed. `by` None is the clock."""
    evaluasi = lock(evaluasi)
    if by is not None and not permissions.is_admin_of(by, jalur=evaluasi.skp.unit_kerja.jalur):
        raise PermissionDenied
    batas_on = batas_tutup(evaluasi, DaftarKalender())
    if batas_on is not None and evaluasi.instansi.tanggal(at) <= batas_on:
        raise CannotMoveEvaluasi(
            f"Pegawai masih punya waktu sampai {format_tanggal(batas_on)}. Sesudah itu hasilnya menjadi final."
        )
    _close(evaluasi, by=by, at=at)
    return evaluasi


def close_due(*, by: User | None, at: datetime) -> list[Evaluasi]:
    """Closes whatever is due: everywhere for the clock, in his own scope for an admin."""
    q = Q()
    if by is not None:
        jalur = lingkup(by).jalur_peran(JenisPeran.ADMIN_INSTANSI)
        if not jalur:
            raise PermissionDenied
        q = di_bawah(jalur, kolom="skp__unit_kerja__jalur")
    return [close_evaluasi(evaluasi, by=by, at=at) for evaluasi in due_evaluasi(q, at=at)]


def due_evaluasi(q: Q, *, at: datetime) -> list[Evaluasi]:
    """Those of `q` whose days to sign or to object have passed."""
    menunggu = (StatusEvaluasi.DISERAHKAN, StatusEvaluasi.DITERIMA)
    daftar = Evaluasi.objects.filter(q, status__in=menunggu).select_related("instansi", "skp__unit_kerja")
    kalender = DaftarKalender()
    jatuh = []
    for evaluasi in daftar.defer("jejak_hitung", "jejak_saran", "masukan").order_by("id").iterator():
        batas_on = batas_tutup(evaluasi, kalender)
        # Received and final from the start is closed at once, so no limit means: nothing to wait for.
        if batas_on is None or evaluasi.instansi.tanggal(at) > batas_on:
            jatuh.append(evaluasi)
    return jatuh


def _close(evaluasi: Evaluasi, *, by: User | None, at: datetime) -> None:
    _step(evaluasi, LangkahEvaluasi.TUTUP)
    evaluasi.final_at = at
    evaluasi.save(update_fields=["status", "final_at"])
    jejak.record("evaluasi.final", evaluasi, by=by, at=at, dasar=str(keberatan_terbuka.rujukan[-1]))


def _step(evaluasi: Evaluasi, langkah: LangkahEvaluasi) -> None:
    try:
        evaluasi.status = status_berikutnya(StatusEvaluasi(evaluasi.status), langkah)
    except LangkahTidakSah as error:
        raise CannotMoveEvaluasi(str(error)) from None


def _mark_plan(evaluasi: Evaluasi) -> None:
    """The annual evaluation ends the plan's year."""
    skp = evaluasi.skp
    if evaluasi.periode.tahap == Tahap.TAHUNAN and skp.status == StatusSKP.DITETAPKAN:
        skp.status = status_berikutnya(StatusSKP(skp.status), LangkahSKP.EVALUASI)
        skp.save(update_fields=["status"])


def _record(
    tindakan: str, evaluasi: Evaluasi, *, by: User, at: datetime, batas_on: object, dasar: str
) -> None:
    rincian = {"batas": str(batas_on), "terlambat": str(evaluasi.instansi.tanggal(at)) > str(batas_on)}
    jejak.record(tindakan, evaluasi, by=by, at=at, rincian=rincian, dasar=dasar)
