"""Who may do what in a calibration meeting: pure questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinerja.kalibrasi.istilah import PeranSidang
from kinerja.kepegawaian.istilah import JenisPeran
from kinerja.kepegawaian.lingkup import lingkup
from kinerja.kepegawaian.models import Penempatan

if TYPE_CHECKING:
    from datetime import date

    from django.contrib.auth.models import AnonymousUser

    from kinerja.akun.models import User
    from kinerja.kalibrasi.models import Peserta, Sidang
    from kinerja.kepegawaian.models import UnitKerja


def can_convene(user: User | AnonymousUser, unit: UnitKerja, *, on: date) -> bool:
    """The admin of the unit, or the one who leads it."""
    dari = lingkup(user)
    if any(unit.jalur.startswith(atas) for atas in dari.jalur_peran(JenisPeran.ADMIN_INSTANSI)):
        return True
    return dari.pegawai is not None and unit.pk in unit_dipimpin(dari.pegawai.pk, on=on)


def unit_dipimpin(pegawai_id: int, *, on: date) -> set[int]:
    daftar = Penempatan.objects.berlaku(on).filter(pegawai_id=pegawai_id, jabatan__kepala=True)
    return set(daftar.order_by("id").values_list("jabatan__unit_kerja_id", flat=True))


def peserta_of(user: User | AnonymousUser, daftar: list[Peserta]) -> Peserta | None:
    pegawai = lingkup(user).pegawai
    return next((p for p in daftar if pegawai is not None and p.pegawai_id == pegawai.pk), None)


def has_voice(user: User | AnonymousUser, sidang: Sidang) -> bool:
    """Takes part, and not as the clerk."""
    pegawai = lingkup(user).pegawai
    if pegawai is None:
        return False
    ikut = sidang.daftar_peserta.filter(pegawai=pegawai).exclude(peran=PeranSidang.NOTULIS)
    return ikut.exists()


def can_chair(user: User | AnonymousUser, sidang: Sidang) -> bool:
    pegawai = lingkup(user).pegawai
    return pegawai is not None and pegawai.pk == sidang.ketua_id


def can_write_minutes(user: User | AnonymousUser, sidang: Sidang) -> bool:
    """The chair, and the clerk."""
    pegawai = lingkup(user).pegawai
    if pegawai is None:
        return False
    notulis = sidang.daftar_peserta.filter(pegawai=pegawai, peran=PeranSidang.NOTULIS)
    return pegawai.pk == sidang.ketua_id or notulis.exists()
