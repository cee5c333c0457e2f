"""Who asks for the statistics, who reads whose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinerja.kebijakan.models import Tahap
from kinerja.kebijakan.permissions import can_manage_kalender
from kinerja.kepegawaian.istilah import JenisPeran
from kinerja.kepegawaian.lingkup import lingkup
from kinerja.kepegawaian.models import UnitKerja
from kinerja.kepegawaian.permissions import is_admin
from kinerja.statistik.models import jalur_tim

if TYPE_CHECKING:
    from datetime import date

    from django.contrib.auth.models import AnonymousUser

    from kinerja.akun.models import User
    from kinerja.kebijakan.models import Periode
    from kinerja.statistik.models import StatistikPenilai


def can_request_statistik(user: User | AnonymousUser, periode: Periode) -> bool:
    return periode.tahap != Tahap.DOKUMENTASI and can_manage_kalender(user, periode.instansi)


def can_mark_read(user: User | AnonymousUser, statistik: StatistikPenilai) -> bool:
    pegawai = lingkup(user).pegawai
    return pegawai is not None and pegawai.pk == statistik.penilai_id


def can_see_raters(user: User | AnonymousUser, *, on: date) -> bool:
    return is_admin(user) or bool(jalur_tim(user, on=on))


def instansi_dipantau(user: User | AnonymousUser) -> int | None:
    """The instansi whose equity this person watches: as admin or auditor of all of it."""
    jalur = lingkup(user).jalur_peran(JenisPeran.ADMIN_INSTANSI, JenisPeran.AUDITOR)
    daftar = UnitKerja.objects.filter(induk=None, jalur__in=jalur).order_by("id")
    return daftar.values_list("instansi_id", flat=True).first()
