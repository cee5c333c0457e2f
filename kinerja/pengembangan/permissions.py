"""Who drafts, agrees, and plans for a whole house: pure questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinerja.kepegawaian.lingkup import lingkup
from kinerja.kepegawaian.permissions import can_import
from kinerja.kepegawaian.queries.penilai import yang_dinilai
from kinerja.pengembangan.istilah import DAPAT_DIUBAH, KeadaanRencana

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from kinerja.akun.models import User
    from kinerja.kepegawaian.models import Instansi, Pegawai
    from kinerja.pengembangan.models import RencanaPengembangan


def is_owner(user: User | AnonymousUser, pegawai: Pegawai) -> bool:
    saya = lingkup(user).pegawai
    return saya is not None and saya.pk == pegawai.pk


def can_read_words(user: User | AnonymousUser, pegawai: Pegawai) -> bool:
    """What colleagues said of him, in words or exact figures: himself and who assesses him now; no role."""
    saya = lingkup(user).pegawai
    if saya is None:
        return False
    return saya.pk == pegawai.pk or yang_dinilai(saya.pk).filter(penempatan__pegawai=pegawai).exists()


def can_read_origin(user: User | AnonymousUser, rencana: RencanaPengembangan) -> bool:
    """The reasons an item was taken over with may quote feedback: its owner and the penilai it was agreed with."""
    saya = lingkup(user).pegawai
    return saya is not None and saya.pk in (rencana.pegawai_id, rencana.penilai_id)


def can_edit_rencana(user: User | AnonymousUser, rencana: RencanaPengembangan) -> bool:
    """Its owner, as long as it does not lie with his penilai."""
    return is_owner(user, rencana.pegawai) and rencana.keadaan in DAPAT_DIUBAH


def can_answer_rencana(user: User | AnonymousUser, rencana: RencanaPengembangan) -> bool:
    """The penilai it was handed to; never the owner himself, whatever else he is."""
    saya = lingkup(user).pegawai
    return (
        saya is not None
        and saya.pk != rencana.pegawai_id
        and saya.pk == rencana.penilai_id
        and rencana.keadaan == KeadaanRencana.DIAJUKAN
    )


def can_report_butir(user: User | AnonymousUser, rencana: RencanaPengembangan) -> bool:
    """How an agreed item goes: its owner and his penilai both may say."""
    saya = lingkup(user).pegawai
    return (
        saya is not None
        and saya.pk in (rencana.pegawai_id, rencana.penilai_id)
        and rencana.keadaan == KeadaanRencana.DISEPAKATI
    )


def can_plan_alokasi(user: User | AnonymousUser, instansi: Instansi) -> bool:
    """One budget holds for everybody, so it is the whole instansi's admin's."""
    return can_import(user, instansi)
