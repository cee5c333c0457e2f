"""The steps of a plan: hand in, take back, return, set, change."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from kinerja.jejak import actions as jejak
from kinerja.kepegawaian.lingkup import lingkup
from kinerja.peraturan.alur import LangkahSKP, LangkahTidakSah, StatusSKP, status_berikutnya
from kinerja.peraturan.skp import Kekurangan, kelengkapan_skp
from kinerja.perencanaan import permissions
from kinerja.perencanaan.actions.dasar import CannotChangeSKP, lock
from kinerja.perencanaan.actions.pemulihan import restore_content
from kinerja.perencanaan.actions.tautan import link_waiting_to
from kinerja.perencanaan.models import SKP, CatatanDialog, JenisDialog, VersiSKP
from kinerja.perencanaan.queries import potret_skp, rencana_dari

if TYPE_CHECKING:
    from kinerja.akun.models import User


class CannotSubmitSKP(CannotChangeSKP):
    """What the law demands is missing; `daftar_kekurangan` names each with its article."""

    def __init__(self, daftar_kekurangan: Sequence[Kekurangan]) -> None:
        self.daftar_kekurangan = tuple(daftar_kekurangan)
        isi = "\n".join(f"{k.pesan} ({k.rujukan})" for k in self.daftar_kekurangan)
        super().__init__(f"SKP belum dapat diajukan. Lengkapi dulu:\n{isi}")


class CannotReturnSKP(CannotChangeSKP):
    """Returning needs words that help."""


@transaction.atomic
def submit_skp(skp: SKP, *, by: User, at: datetime, revisi: int | None = None) -> SKP:
    """Hands the plan to the penilai. Pressing twice does no harm."""
    skp = lock(skp)
    if not permissions.owns(by, skp):
        raise PermissionDenied
    if skp.status == StatusSKP.DIAJUKAN:
        return skp
    skp = lock(skp, revisi=revisi)
    if skp.penilai_id is None:
        raise CannotChangeSKP(
            "Pejabat penilai Anda belum tercatat, jadi belum ada yang dapat menerima SKP ini. "
            "Laporkan lewat “Atasan saya salah” agar admin memperbaikinya."
        )
    if kekurangan := kelengkapan_skp(rencana=rencana_dari(skp)):
        raise CannotSubmitSKP(kekurangan)
    _step(skp, LangkahSKP.AJUKAN)
    skp.submitted_at = at
    skp.save(update_fields=["status", "submitted_at"])
    _note(skp, JenisDialog.AJUAN, skp.alasan_perubahan, by=by, at=at)
    jejak.record("skp.submit", skp, by=by, at=at)
    return skp


@transaction.atomic
def withdraw_skp(skp: SKP, *, by: User, at: datetime) -> SKP:
    """Takes a plan back before the penilai has decided."""
    skp = lock(skp)
    if not permissions.owns(by, skp):
        raise PermissionDenied
    _step(skp, LangkahSKP.TARIK)
    skp.save(update_fields=["status"])
    jejak.record("skp.withdraw", skp, by=by, at=at)
    return skp


@transaction.atomic
def return_skp(skp: SKP, *, catatan: str, by: User, at: datetime, revisi: int | None = None) -> SKP:
    """Back to the employee with remarks."""
    skp = lock(skp, revisi=revisi)
    _require_decider(skp, by=by, at=at)
    if not catatan.strip():
        raise CannotReturnSKP(
            "Catatan belum diisi. Tulis apa yang perlu diperbaiki agar pegawai tahu langkah berikutnya."
        )
    _step(skp, LangkahSKP.KEMBALIKAN)
    skp.catatan_penilai = catatan.strip()
    skp.save(update_fields=["status", "catatan_penilai"])
    _note(skp, JenisDialog.PENGEMBALIAN, catatan, by=by, at=at)
    jejak.record("skp.return", skp, by=by, at=at, rincian={"catatan": catatan.strip()})
    return skp


@transaction.atomic
def approve_skp(skp: SKP, *, by: User, at: datetime, revisi: int | None = None, catatan: str = "") -> SKP:
    """Sets the plan: a new version with its snapshot. Waiting results below are linked."""
    skp = lock(skp)
    _require_decider(skp, by=by, at=at)
    if skp.status == StatusSKP.DITETAPKAN:
        return skp
    skp = lock(skp, revisi=revisi)
    penetap = lingkup(by).pegawai
    if penetap is None:
        raise PermissionDenied
    _step(skp, LangkahSKP.TETAPKAN)
    skp.versi += 1
    alasan, skp.alasan_perubahan = skp.alasan_perubahan, ""
    skp.approved_at, skp.catatan_penilai = at, ""
    skp.save(update_fields=["status", "versi", "alasan_perubahan", "approved_at", "catatan_penilai"])
    VersiSKP.objects.create(
        skp=skp,
        nomor=skp.versi,
        isi=potret_skp(_with_everything(skp)),
        alasan=alasan,
        penilai=penetap,
        ditetapkan_at=at,
        ditetapkan_oleh=by,
    )
    _note(skp, JenisDialog.PENETAPAN, catatan, by=by, at=at)
    terhubung = link_waiting_to(skp)
    jejak.record(
        "skp.approve", skp, by=by, at=at, rincian={"versi": skp.versi, "rhk_terhubung": len(terhubung)}
    )
    return skp


@transaction.atomic
def start_change(skp: SKP, *, alasan: str, by: User, at: datetime) -> SKP:
    """Opens a plan that is set, with the reason that the next version will carry."""
    skp = lock(skp)
    if not (permissions.owns(by, skp) or permissions.is_penilai(by, skp)):
        raise PermissionDenied
    if not alasan.strip():
        raise CannotChangeSKP("Alasan perubahan belum diisi. Tulis singkat apa yang berubah dan mengapa.")
    _step(skp, LangkahSKP.UBAH)
    skp.alasan_perubahan = alasan.strip()
    skp.revisi += 1
    skp.save(update_fields=["status", "alasan_perubahan", "revisi"])
    _note(skp, JenisDialog.CATATAN, f"Perubahan SKP dibuka: {alasan.strip()}", by=by, at=at)
    jejak.record("skp.change", skp, by=by, at=at, rincian={"alasan": alasan.strip()})
    return skp


@transaction.atomic
def cancel_change(skp: SKP, *, by: User, at: datetime) -> SKP:
    """Drops the change: the content of the version that is set comes back."""
    skp = lock(skp)
    if not permissions.owns(by, skp):
        raise PermissionDenied
    _step(skp, LangkahSKP.BATALKAN)
    versi = skp.daftar_versi.get(nomor=skp.versi)
    restore_content(skp, versi.isi)
    skp.alasan_perubahan = skp.catatan_penilai = ""
    skp.revisi += 1
    skp.save(update_fields=["status", "alasan_perubahan", "catatan_penilai", "revisi", "pendekatan"])
    jejak.record("skp.cancel_change", skp, by=by, at=at, rincian={"versi": skp.versi})
    return skp


@transaction.atomic
def add_dialog_note(skp: SKP, *, teks: str, by: User, at: datetime) -> CatatanDialog:
    """A line in the talk about the plan."""
    skp = lock(skp)
    if not permissions.can_add_dialog(by, skp):
        raise PermissionDenied
    if not teks.strip():
        raise CannotChangeSKP("Catatan dialog masih kosong. Tulis dulu yang ingin disampaikan.")
    catatan = _note(skp, JenisDialog.CATATAN, teks, by=by, at=at)
    jejak.record("skp.dialog", skp, by=by, at=at)
    return catatan


def _step(skp: SKP, langkah: LangkahSKP) -> None:
    try:
        skp.status = status_berikutnya(StatusSKP(skp.status), langkah, versi=skp.versi)
    except LangkahTidakSah as tidak_sah:
        raise CannotChangeSKP(str(tidak_sah)) from None


def _require_decider(skp: SKP, *, by: User, at: datetime) -> None:
    if not permissions.decides(by, skp, on=timezone.localdate(at)):
        raise PermissionDenied


def _note(skp: SKP, jenis: JenisDialog, teks: str, *, by: User, at: datetime) -> CatatanDialog:
    return CatatanDialog.objects.create(skp=skp, penulis=by, jenis=jenis, teks=teks.strip(), created_at=at)


def _with_everything(skp: SKP) -> SKP:
    semua = SKP.objects.with_content().prefetch_related("daftar_rhk__daftar_indikator__daftar_sel")
    return semua.get(pk=skp.pk)
