"""Who answers, who draws and closes a round, who forms a team."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinerja.kepegawaian.lingkup import lingkup
from kinerja.kepegawaian.permissions import can_manage_kepegawaian, can_manage_pegawai

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from django.contrib.auth.models import AnonymousUser

    from kinerja.akun.models import User
    from kinerja.kepegawaian.models import Pegawai, UnitKerja
    from kinerja.perencanaan.models import SKP
    from kinerja.sumber.models import HakMenilai, NilaiTim


def can_manage_putaran(user: User | AnonymousUser, unit: UnitKerja) -> bool:
    """Draws, closes, and sees how many have answered; nobody sees what."""
    return can_manage_kepegawaian(user, jalur=unit.jalur)


def can_manage_tim(user: User | AnonymousUser, unit: UnitKerja) -> bool:
    return can_manage_kepegawaian(user, jalur=unit.jalur)


def can_manage_konflik(user: User | AnonymousUser, pasangan: Iterable[Pegawai], *, on: date) -> bool:
    """Admin of one of the two; never one of them himself, who would choose who does not rate him."""
    daftar = list(pasangan)
    return all(pegawai.user_id != user.pk for pegawai in daftar) and any(
        can_manage_pegawai(user, pegawai, on=on) for pegawai in daftar
    )


def can_answer(user: User | AnonymousUser, hak: HakMenilai) -> bool:
    pegawai = lingkup(user).pegawai
    return pegawai is not None and pegawai.pk == hak.penilai_id


def can_rate_as_tim(user: User | AnonymousUser, nilai: NilaiTim) -> bool:
    pegawai = lingkup(user).pegawai
    return pegawai is not None and pegawai.pk == nilai.anggota.pegawai_id and nilai.anggota.keluar_on is None


def can_rate_himself(user: User | AnonymousUser, skp: SKP) -> bool:
    pegawai = lingkup(user).pegawai
    return pegawai is not None and pegawai.pk == skp.pegawai_id


def can_read_result(user: User | AnonymousUser, skp: SKP) -> bool:
    """The person himself and the two officials above him; roles open nothing here."""
    pegawai = lingkup(user).pegawai
    return pegawai is not None and pegawai.pk in (skp.pegawai_id, skp.penilai_id, skp.atasan_penilai_id)
