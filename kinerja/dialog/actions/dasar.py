"""What every action on a talk begins with."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied

from kinerja.akun.models import User
from kinerja.dialog import permissions
from kinerja.dialog.models import DialogKinerja
from kinerja.kepegawaian.models import Pegawai
from kinerja.lib.baris import lock_row


class CannotTalk(Exception):
    """It cannot be done with this talk; the message says why, and what to do instead."""


class DialogBerubah(CannotTalk):
    """The other one was quicker; the message says so, and nothing typed is lost."""


def lock_dialog(dialog: DialogKinerja, *, by: User) -> tuple[DialogKinerja, Pegawai]:
    """The talk as it stands now, and which of the two is acting."""
    dialog = lock_row(DialogKinerja.objects.with_people(), dialog.pk)
    pegawai = permissions.speaker(by, dialog)
    if pegawai is None:
        raise PermissionDenied
    return dialog, pegawai


def require_pair(dialog: DialogKinerja) -> None:
    if not permissions.is_pair(dialog):
        raise CannotTalk(
            f"{dialog.penilai.nama} tidak lagi menilai {dialog.pegawai.nama} di tempat ini, jadi dialog ini tinggal "
            "dibaca atau dibatalkan. Kesepakatan yang masih terbuka ikut ke penilai yang baru."
        )
