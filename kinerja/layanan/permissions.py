"""Who runs a service point, and who may judge what came in: pure questions."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kinerja.kepegawaian.lingkup import berlaku_pada, lingkup
from kinerja.kepegawaian.permissions import can_manage_kepegawaian

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from kinerja.akun.models import User
    from kinerja.kepegawaian.models import UnitKerja
    from kinerja.layanan.models import LayananPublik


def jalur_pengelola(user: User | AnonymousUser, *, on: date) -> list[str]:
    """Subtrees whose service points he runs: as admin, or as head of the unit. Read once a request."""
    tersimpan: dict[date, list[str]] = user.__dict__.setdefault("_jalur_layanan", {})
    if on not in tersimpan:
        tersimpan[on] = [*_as_admin(user), *_as_head(user, on)]
    return tersimpan[on]


def _as_admin(user: User | AnonymousUser) -> list[str]:
    return [jalur for jalur in _all_paths(user) if can_manage_kepegawaian(user, jalur=jalur)]


def _all_paths(user: User | AnonymousUser) -> list[str]:
    return [jalur for daftar in lingkup(user).jalur.values() for jalur in daftar]


def _as_head(user: User | AnonymousUser, on: date) -> list[str]:
    pegawai = lingkup(user).pegawai
    if pegawai is None:
        return []
    daftar = pegawai.daftar_penempatan.filter(berlaku_pada(on), jabatan__kepala=True).order_by("id")
    return list(daftar.values_list("unit_kerja__jalur", flat=True))


def can_run_services(user: User | AnonymousUser, *, on: date) -> bool:
    return bool(jalur_pengelola(user, on=on))


def can_create_layanan(user: User | AnonymousUser, unit: UnitKerja, *, on: date) -> bool:
    return any(unit.jalur.startswith(jalur) for jalur in jalur_pengelola(user, on=on))


def can_manage_layanan(user: User | AnonymousUser, layanan: LayananPublik, *, on: date) -> bool:
    """Its settings, its poster, its codes, and who serves there."""
    return can_create_layanan(user, layanan.unit_kerja, on=on)


def can_moderate(user: User | AnonymousUser, layanan: LayananPublik, *, on: date) -> bool:
    """Whoever runs it, except when he serves there himself: nobody sorts the votes on his own work."""
    pegawai = lingkup(user).pegawai
    if not can_manage_layanan(user, layanan, on=on):
        return False
    return pegawai is None or not layanan.daftar_petugas.filter(berlaku_pada(on), pegawai=pegawai).exists()


def can_reply(user: User | AnonymousUser, layanan: LayananPublik, *, on: date) -> bool:
    return can_manage_layanan(user, layanan, on=on)
