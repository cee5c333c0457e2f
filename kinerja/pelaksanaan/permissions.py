"""Who records, who gives feedback, who takes over: pure questions, asked by actions and by buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinerja.kepegawaian.lingkup import instansi_ids, lingkup
from kinerja.peraturan.alur import StatusSKP

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from kinerja.akun.models import User
    from kinerja.pelaksanaan.models import PermintaanUmpanBalik
    from kinerja.perencanaan.models import SKP

BERJALAN = (StatusSKP.DITETAPKAN, StatusSKP.PERUBAHAN)


def is_owner(user: User | AnonymousUser, skp: SKP) -> bool:
    pegawai = lingkup(user).pegawai
    return pegawai is not None and pegawai.pk == skp.pegawai_id


def is_penilai(user: User | AnonymousUser, skp: SKP) -> bool:
    pegawai = lingkup(user).pegawai
    return pegawai is not None and pegawai.pk == skp.penilai_id


def can_record_realisasi(user: User | AnonymousUser, skp: SKP) -> bool:
    return is_owner(user, skp)


def can_give_feedback(user: User | AnonymousUser, skp: SKP) -> bool:
    """The officials of the plan and every colleague of the instansi; nobody to himself."""
    pegawai = lingkup(user).pegawai
    if pegawai is None or pegawai.pk == skp.pegawai_id:
        return False
    return pegawai.pk in (skp.penilai_id, skp.atasan_penilai_id) or skp.instansi_id in instansi_ids(user)


def can_request_feedback(user: User | AnonymousUser, skp: SKP) -> bool:
    return is_owner(user, skp) or is_penilai(user, skp)


def can_answer_request(user: User | AnonymousUser, permintaan: PermintaanUmpanBalik) -> bool:
    pegawai = lingkup(user).pegawai
    return pegawai is not None and pegawai.pk == permintaan.kepada_id


def can_take_over_rhk(user: User | AnonymousUser, skp: SKP) -> bool:
    return is_penilai(user, skp)
