"""What is on the table and what is written down."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.akun.models import User
from kinerja.dialog.actions.dasar import CannotTalk, DialogBerubah, lock_dialog, require_pair
from kinerja.dialog.istilah import KeadaanDialog
from kinerja.dialog.models import ButirAgenda, CatatanPribadi, DialogKinerja
from kinerja.jejak import actions as jejak

BUTIR_TERBANYAK = 30


@transaction.atomic
def add_butir(dialog: DialogKinerja, *, teks: str, by: User, at: datetime) -> ButirAgenda:
    dialog, pegawai = lock_dialog(dialog, by=by)
    require_pair(dialog)
    if not dialog.terbuka:
        raise CannotTalk("Dialog ini sudah berakhir. Simpan butir itu untuk agenda dialog berikutnya.")
    if not teks.strip():
        raise CannotTalk("Tulis dahulu apa yang ingin dibicarakan.")
    if dialog.daftar_agenda.count() >= BUTIR_TERBANYAK:
        raise CannotTalk(
            f"Agenda sudah {BUTIR_TERBANYAK} butir. Bahas yang terpenting dahulu, sisanya lain kali."
        )
    butir = ButirAgenda.objects.create(dialog=dialog, penulis=pegawai, teks=teks.strip(), added_at=at)
    jejak.record("dialog.agenda", dialog, by=by, at=at)
    return butir


@transaction.atomic
def remove_butir(butir: ButirAgenda, *, by: User, at: datetime) -> None:
    """Only one's own, and only before it was talked about."""
    dialog, pegawai = lock_dialog(butir.dialog, by=by)
    kini = ButirAgenda.objects.filter(pk=butir.pk).first()
    if kini is None:
        return
    if kini.penulis_id != pegawai.pk:
        raise PermissionDenied
    if kini.dibahas_at or not dialog.terbuka:
        raise CannotTalk("Butir ini sudah dibahas atau dialognya sudah berakhir, jadi tidak dihapus lagi.")
    kini.delete()
    jejak.record("dialog.agenda_hapus", dialog, by=by, at=at)


@transaction.atomic
def tick_butir(butir: ButirAgenda, *, dibahas: bool, by: User, at: datetime) -> None:
    dialog, _ = lock_dialog(butir.dialog, by=by)
    require_pair(dialog)
    _require_agreed(dialog, "Butir agenda dicentang")
    butir.dibahas_at = at if dibahas else None
    butir.save(update_fields=["dibahas_at"])
    jejak.record("dialog.bahas", dialog, by=by, at=at)


@transaction.atomic
def save_catatan(dialog: DialogKinerja, *, teks: str, revisi: int, by: User, at: datetime) -> DialogKinerja:
    """The notes of both; whoever comes second sees what the first one wrote before he saves."""
    dialog, _ = lock_dialog(dialog, by=by)
    require_pair(dialog)
    _require_agreed(dialog, "Catatan bersama ditulis")
    if revisi != dialog.revisi_catatan:
        raise DialogBerubah(
            "Catatan ini baru saja disimpan lawan bicara Anda atau dari tab lain. Tulisan Anda masih ada di bawah; "
            "gabungkan dengan yang tersimpan, lalu simpan lagi."
        )
    dialog.catatan = teks.strip()
    dialog.revisi_catatan += 1
    dialog.save(update_fields=["catatan", "revisi_catatan"])
    jejak.record("dialog.catatan", dialog, by=by, at=at, rincian={"revisi": dialog.revisi_catatan})
    return dialog


@transaction.atomic
def save_catatan_pribadi(dialog: DialogKinerja, *, teks: str, by: User, at: datetime) -> None:
    """Deliberately without a line in the trail: not even that there is such a note is anybody's business."""
    dialog, pegawai = lock_dialog(dialog, by=by)
    if not teks.strip():
        CatatanPribadi.objects.filter(dialog=dialog, penulis=pegawai).delete()
        return
    CatatanPribadi.objects.update_or_create(
        dialog=dialog, penulis=pegawai, defaults={"teks": teks.strip(), "saved_at": at}
    )


def _require_agreed(dialog: DialogKinerja, apa: str) -> None:
    if dialog.keadaan not in (KeadaanDialog.DISEPAKATI, KeadaanDialog.SELESAI):
        raise CannotTalk(f"{apa} setelah waktu dialog disepakati.")
