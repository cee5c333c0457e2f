"""Who plans events, and who may say that he comes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from kinerja.acara.models import Acara
from kinerja.kepegawaian.istilah import JenisPeran
from kinerja.kepegawaian.lingkup import lingkup
from kinerja.kepegawaian.models import UnitKerja
from kinerja.kepegawaian.permissions import can_import
from kinerja.lib.sekaligus import read_rows_together
from kinerja.tanya.models import Penggerak

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from kinerja.akun.models import User
    from kinerja.kepegawaian.models import Instansi


def jalur_kelola(user: User | AnonymousUser, *, on: date) -> list[str]:
    """The units, each with everything below it, for which he holds events: the admin's, and those he is penggerak of."""
    jalur, pegawai = lingkup(user).jalur_peran(JenisPeran.ADMIN_INSTANSI), lingkup(user).pegawai
    if pegawai is None:
        return jalur
    penggerak = Penggerak.objects.berlaku(on).filter(pegawai=pegawai).order_by("unit_kerja__jalur")
    return [*jalur, *penggerak.values_list("unit_kerja__jalur", flat=True)]


def can_plan_acara(user: User | AnonymousUser, daftar_jalur: Iterable[str], *, on: date) -> bool:
    """Only for units that are all in his hands: an invitation speaks to everybody in them."""
    return _all_below(daftar_jalur, jalur_kelola(user, on=on))


def can_manage_acara(user: User | AnonymousUser, acara: Acara, *, on: date) -> bool:
    """Whoever may invite all these units may also move it, call it off, take attendance and sum it up."""
    kelola, pegawai = lingkup(user).jalur_peran(JenisPeran.ADMIN_INSTANSI), lingkup(user).pegawai
    if pegawai is not None:
        penggerak = Penggerak.objects.berlaku(on).filter(pegawai=pegawai).order_by().values("unit_kerja")
        sasaran = acara.daftar_sasaran.order_by().values("unit_kerja")
        unit = UnitKerja.objects.order_by("jalur").values_list("jalur")
        baca = read_rows_together(
            penggerak=unit.filter(pk__in=penggerak), sasaran=unit.filter(pk__in=sasaran)
        )
        kelola = [*kelola, *(jalur for (jalur,) in baca["penggerak"])]
        acara.jalur_sasaran = [jalur for (jalur,) in baca["sasaran"]]
    return _all_below(acara.jalur_sasaran, kelola)


def _all_below(daftar_jalur: Iterable[str], kelola: list[str]) -> bool:
    return bool(kelola) and all(any(jalur.startswith(atas) for atas in kelola) for jalur in daftar_jalur)


def can_plan_sosialisasi(user: User | AnonymousUser, instansi: Instansi) -> bool:
    """The plan of a year speaks for the whole instansi, so it belongs to its admin."""
    return can_import(user, instansi)


def is_admin_of_whole(user: User | AnonymousUser) -> bool:
    """Whether to point to that plan at all; asks nothing of the database."""
    puncak = re.compile(r"/\d+/")
    return any(puncak.fullmatch(jalur) for jalur in lingkup(user).jalur_peran(JenisPeran.ADMIN_INSTANSI))


def is_invited(user: User | AnonymousUser, acara: Acara) -> bool:
    pegawai = lingkup(user).pegawai
    return pegawai is not None and Acara.objects.invited(pegawai.pk).filter(pk=acara.pk).exists()
