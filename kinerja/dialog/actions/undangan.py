"""The letters on a talk: one to each of the two whenever its hour is agreed or called off, claimed before it leaves."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from django.db import transaction

from kinerja.dialog.istilah import DI_KALENDER, KeadaanDialog, KeadaanUndangan
from kinerja.dialog.models import DialogKinerja, UndanganDialog
from kinerja.kepegawaian.models import Pegawai
from kinerja.lib.pos import RAGU
from kinerja.notifikasi.models import PilihanNotifikasi
from kinerja.notifikasi.queries import pilihan_dari
from kinerja.pekerjaan.actions import enqueue

KIRIM_UNDANGAN = "dialog.kirim_undangan"
JENIS_KABAR = "dialog"


def invite(dialog: DialogKinerja, *, at: datetime) -> None:
    """Part of the caller's transaction: nothing is sent for what did not happen."""
    UndanganDialog.objects.bulk_create(
        UndanganDialog(dialog=dialog, penerima=orang, revisi=dialog.revisi, created_at=at)
        for orang in (dialog.pegawai, dialog.penilai)
    )
    enqueue(KIRIM_UNDANGAN, by=None, at=at, kunci=f"{dialog.pk}-{dialog.revisi}")


@transaction.atomic
def claim_undangan(nomor: int, *, at: datetime) -> UndanganDialog | None:
    """Takes a letter that should leave now. None when it is not needed any more, has to wait, or is with somebody else."""
    satu = UndanganDialog.objects.get(pk=nomor)
    semua = UndanganDialog.objects.filter(dialog=satu.dialog_id, penerima=satu.penerima_id)
    daftar = {baris.pk: baris for baris in semua.select_for_update().order_by("revisi")}
    undangan = daftar[nomor]
    keadaan = {baris.keadaan for baris in daftar.values()}
    if undangan.keadaan != KeadaanUndangan.MENUNGGU or KeadaanUndangan.MENGIRIM in keadaan:
        return None  # the next letter leaves when one knows of the last one
    undangan.dialog = DialogKinerja.objects.with_people().get(pk=undangan.dialog_id)
    terbaru = max(baris.revisi for baris in daftar.values())
    if undangan.revisi != terbaru or not _is_needed(
        undangan, di_kalender=not keadaan.isdisjoint(DI_KALENDER), at=at
    ):
        mark_undangan(undangan, KeadaanUndangan.TIDAK_PERLU)
        return None
    if _is_quiet(undangan, at):
        return None
    undangan.diambil_at = at
    undangan.save(update_fields=["diambil_at"])
    mark_undangan(undangan, KeadaanUndangan.MENGIRIM)
    return undangan


def _is_needed(undangan: UndanganDialog, *, di_kalender: bool, at: datetime) -> bool:
    """An hour to come, for somebody who wants letters on it; its end, for whoever may have it in his calendar."""
    dialog = undangan.dialog
    if dialog.selesai_at <= at or not _is_wanted(undangan.penerima):
        return False
    return dialog.keadaan == KeadaanDialog.DISEPAKATI or (
        dialog.keadaan == KeadaanDialog.BATAL and di_kalender
    )


def _is_wanted(penerima: Pegawai) -> bool:
    pilihan = _pilihan(penerima)
    berhenti = penerima.user is not None and not penerima.user.is_active
    return bool(penerima.email) and not berhenti and pilihan.surat and JENIS_KABAR not in pilihan.mati


def _is_quiet(undangan: UndanganDialog, at: datetime) -> bool:
    """An agreed hour need not wait for the letter of the day, but it wakes nobody."""
    jam = at.astimezone(ZoneInfo(undangan.dialog.instansi.zona_waktu)).hour
    return _pilihan(undangan.penerima).sunyi(jam)


def _pilihan(penerima: Pegawai) -> PilihanNotifikasi:
    return pilihan_dari(penerima.user_id) if penerima.user_id else PilihanNotifikasi()


def mark_undangan(undangan: UndanganDialog, keadaan: KeadaanUndangan) -> None:
    undangan.keadaan = keadaan.value
    undangan.save(update_fields=["keadaan"])


def give_up_uncertain(*, at: datetime) -> None:
    """Nobody knows whether these left. They are not sent again: the page and the letter of the day tell the same hour."""
    ragu = UndanganDialog.objects.filter(keadaan=KeadaanUndangan.MENGIRIM, diambil_at__lt=at - RAGU)
    ragu.update(keadaan=KeadaanUndangan.TIDAK_PASTI)
