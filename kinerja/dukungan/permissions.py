"""Who asks, who answers, who ticks off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinerja.dukungan.istilah import BELUM_DIJAWAB, DI_PENILAI
from kinerja.kepegawaian.lingkup import lingkup
from kinerja.kepegawaian.queries.penilai import yang_dinilai

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from kinerja.akun.models import User
    from kinerja.dukungan.models import PermintaanDukungan
    from kinerja.perencanaan.models import SKP


def is_owner(user: User | AnonymousUser, permintaan: PermintaanDukungan) -> bool:
    pegawai = lingkup(user).pegawai
    return pegawai is not None and pegawai.pk == permintaan.pegawai_id


def can_answer(user: User | AnonymousUser, permintaan: PermintaanDukungan) -> bool:
    """The penilai of the day; the official it was passed on to; and whoever it rose to."""
    pegawai = lingkup(user).pegawai
    if pegawai is None or permintaan.keadaan not in BELUM_DIJAWAB:
        return False
    if pegawai.pk == permintaan.naik_kepada_id:
        return True
    if permintaan.keadaan not in DI_PENILAI:
        return pegawai.pk == permintaan.penjawab_id
    return yang_dinilai(pegawai.pk).filter(penempatan__pegawai_id=permintaan.pegawai_id).exists()


def has_part(user: User | AnonymousUser, permintaan: PermintaanDukungan) -> bool:
    """An official of the request, whether or not there is still something to answer."""
    pegawai = lingkup(user).pegawai
    if pegawai is None or pegawai.pk == permintaan.pegawai_id:
        return False
    if pegawai.pk in (permintaan.penjawab_id, permintaan.naik_kepada_id):
        return True
    return yang_dinilai(pegawai.pk).filter(penempatan__pegawai_id=permintaan.pegawai_id).exists()


def can_tick(user: User | AnonymousUser, skp: SKP) -> bool:
    pegawai = lingkup(user).pegawai
    return pegawai is not None and pegawai.pk == skp.pegawai_id


def can_note(user: User | AnonymousUser, skp: SKP) -> bool:
    pegawai = lingkup(user).pegawai
    return pegawai is not None and pegawai.pk == skp.penilai_id
