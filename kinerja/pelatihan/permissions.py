"""Who may do what with trainings: pure questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinerja.kepegawaian.lingkup import lingkup
from kinerja.kepegawaian.permissions import can_import
from kinerja.kepegawaian.queries.penilai import atasan_dari

if TYPE_CHECKING:
    from datetime import date

    from django.contrib.auth.models import AnonymousUser

    from kinerja.akun.models import User
    from kinerja.kepegawaian.models import Instansi, Pegawai
    from kinerja.pelatihan.models import KelasPelatihan, PesertaPelatihan, Sertifikat


def can_manage_pelatihan(user: User | AnonymousUser, instansi: Instansi) -> bool:
    """Catalogue, classes and seats belong to the whole instansi, so to its admin."""
    return can_import(user, instansi)


def can_run_kelas(user: User | AnonymousUser, kelas: KelasPelatihan) -> bool:
    """Attendance and results: the admin, or whoever was put in charge of the class."""
    pegawai = lingkup(user).pegawai
    if pegawai is not None and kelas.petugas_id == pegawai.pk:
        return True
    return can_manage_pelatihan(user, kelas.pelatihan.instansi)


def is_penilai_of(user: User | AnonymousUser, pegawai_id: int, *, on: date) -> bool:
    """Today's penilai: after a move it is the new one who answers."""
    pegawai = lingkup(user).pegawai
    return pegawai is not None and atasan_dari(pegawai_id, on=on) == pegawai.pk


def can_register(user: User | AnonymousUser, pegawai: Pegawai, *, on: date) -> bool:
    """Oneself, one's people, and the admin who carries out a plan."""
    return (
        pegawai.user_id == user.pk
        or is_penilai_of(user, pegawai.pk, on=on)
        or can_manage_pelatihan(user, pegawai.instansi)
    )


def can_withdraw(user: User | AnonymousUser, peserta: PesertaPelatihan) -> bool:
    return peserta.pegawai.user_id == user.pk or can_manage_pelatihan(user, peserta.kelas.pelatihan.instansi)


def can_check_sertifikat(user: User | AnonymousUser, sertifikat: Sertifikat) -> bool:
    """Nobody declares his own certificate genuine."""
    return sertifikat.pegawai.user_id != user.pk and can_manage_pelatihan(user, sertifikat.pegawai.instansi)
