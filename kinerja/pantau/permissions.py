"""Who may watch what: pure questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinerja.kepegawaian.lingkup import lingkup
from kinerja.kepegawaian.models import HubunganPenilai
from kinerja.pantau.lingkup import jalur_pantau

if TYPE_CHECKING:
    from datetime import date

    from django.contrib.auth.models import AnonymousUser

    from kinerja.akun.models import User
    from kinerja.kepegawaian.models import UnitKerja


def can_watch_unit(user: User | AnonymousUser, unit: UnitKerja, *, on: date) -> bool:
    return unit.jalur.startswith(tuple(jalur_pantau(user, on=on)))


def can_watch_team(user: User | AnonymousUser) -> bool:
    """Whoever assesses somebody now."""
    pegawai = lingkup(user).pegawai
    if pegawai is None:
        return False
    tercatat = getattr(user, "jumlah_tim", None)  # counted with the account at the door
    if tercatat is not None:
        return bool(tercatat)
    return HubunganPenilai.objects.filter(penilai=pegawai, selesai_on__isnull=True).exists()


def can_watch(user: User | AnonymousUser, *, on: date) -> bool:
    return bool(jalur_pantau(user, on=on)) or can_watch_team(user)
