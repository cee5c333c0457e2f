"""Who may do what in a talk: the two of them, while they are a pair."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinerja.kepegawaian.istilah import JenisPeran
from kinerja.kepegawaian.lingkup import lingkup
from kinerja.kepegawaian.models import HubunganPenilai, Penempatan
from kinerja.kepegawaian.queries.penilai import yang_dinilai

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from kinerja.akun.models import User
    from kinerja.dialog.models import DialogKinerja, Kesepakatan
    from kinerja.kepegawaian.models import Pegawai


def speaker(user: User | AnonymousUser, dialog: DialogKinerja) -> Pegawai | None:
    """The person of this user when he is one of the two."""
    pegawai = lingkup(user).pegawai
    return pegawai if pegawai and pegawai.pk in (dialog.pegawai_id, dialog.penilai_id) else None


def can_propose(user: User | AnonymousUser, hubungan: HubunganPenilai) -> bool:
    pegawai = lingkup(user).pegawai
    if pegawai is None or hubungan.selesai_on is not None:
        return False
    return pegawai.pk in (hubungan.penilai_id, hubungan.penempatan.pegawai_id)


def is_pair(dialog: DialogKinerja) -> bool:
    """Whether the one still assesses the other in that post."""
    return HubunganPenilai.objects.filter(
        penempatan_id=dialog.penempatan_id, penilai_id=dialog.penilai_id, selesai_on__isnull=True
    ).exists()


def can_close(user: User | AnonymousUser, kesepakatan: Kesepakatan) -> bool:
    """The person, and whoever assesses him now."""
    pegawai = lingkup(user).pegawai
    if pegawai is None:
        return False
    return (
        pegawai.pk == kesepakatan.pegawai_id
        or yang_dinilai(pegawai.pk).filter(penempatan__pegawai_id=kesepakatan.pegawai_id).exists()
    )


def can_count(user: User | AnonymousUser) -> bool:
    """Leaders of units, and whoever assesses somebody who assesses others: they see how many talks there were."""
    dari = lingkup(user)
    if dari.punya(JenisPeran.PIMPINAN):
        return True
    if dari.pegawai is None:
        return False
    penilai = HubunganPenilai.objects.filter(selesai_on__isnull=True).order_by().values("penilai")
    bawahan = Penempatan.objects.filter(
        daftar_penilai__penilai=dari.pegawai, daftar_penilai__selesai_on__isnull=True, pegawai__in=penilai
    )
    return bawahan.exists()
