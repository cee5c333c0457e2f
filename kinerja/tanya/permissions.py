"""Who appoints, who answers, who publishes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinerja.kepegawaian.lingkup import lingkup
from kinerja.kepegawaian.permissions import can_import, can_manage_kepegawaian, is_admin
from kinerja.tanya.istilah import TERJAWAB
from kinerja.tanya.models import Penggerak, Pertanyaan

if TYPE_CHECKING:
    from datetime import date

    from django.contrib.auth.models import AnonymousUser

    from kinerja.akun.models import User
    from kinerja.kepegawaian.models import Instansi, UnitKerja


def can_appoint(user: User | AnonymousUser, unit: UnitKerja) -> bool:
    return can_manage_kepegawaian(user, jalur=unit.jalur)


def is_asker(user: User | AnonymousUser, pertanyaan: Pertanyaan) -> bool:
    pegawai = lingkup(user).pegawai
    return pegawai is not None and pegawai.pk == pertanyaan.penanya_id


def can_answer(user: User | AnonymousUser, pertanyaan: Pertanyaan, *, on: date) -> bool:
    """Whether it is one of his to answer; what state it is in is another question."""
    return Pertanyaan.objects.filter(pk=pertanyaan.pk).answerable_by(user, on=on).exists()


def answers_questions(user: User | AnonymousUser, *, on: date) -> bool:
    """Somebody asks him: he is penggerak of a unit, or admin."""
    pegawai = lingkup(user).pegawai
    return is_admin(user) or (
        pegawai is not None and Penggerak.objects.berlaku(on).filter(pegawai=pegawai).exists()
    )


def can_propose_faq(user: User | AnonymousUser, pertanyaan: Pertanyaan, *, on: date) -> bool:
    return pertanyaan.keadaan in TERJAWAB and can_answer(user, pertanyaan, on=on)


def can_publish_faq(user: User | AnonymousUser, instansi: Instansi) -> bool:
    """A FAQ speaks to the whole house, so the admin of all of it does."""
    return can_import(user, instansi)
