"""Who may do what in guidance and counselling: pure questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinerja.bimbingan.istilah import KeadaanBimbingan, KeadaanLaporan
from kinerja.kepegawaian.lingkup import lingkup
from kinerja.kepegawaian.permissions import can_manage_kepegawaian
from kinerja.perencanaan.permissions import is_penilai

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from kinerja.akun.models import User
    from kinerja.bimbingan.models import Bimbingan, Konseling, LaporanPerilaku, RekamanKonseling
    from kinerja.perencanaan.models import SKP


def is_person(user: User | AnonymousUser, pegawai_id: int | None) -> bool:
    saya = lingkup(user).pegawai
    return saya is not None and saya.pk == pegawai_id


def can_propose(user: User | AnonymousUser, skp: SKP) -> bool:
    """Guidance is begun by the penilai, for his own people."""
    return is_penilai(user, skp)


def can_answer(user: User | AnonymousUser, bimbingan: Bimbingan) -> bool:
    return is_person(user, bimbingan.pembimbing_id) and bimbingan.keadaan == KeadaanBimbingan.DIUSULKAN


def is_pembimbing(user: User | AnonymousUser, bimbingan: Bimbingan) -> bool:
    return is_person(user, bimbingan.pembimbing_id)


def is_dibimbing(user: User | AnonymousUser, bimbingan: Bimbingan) -> bool:
    return is_person(user, bimbingan.pegawai_id)


def can_write(user: User | AnonymousUser, bimbingan: Bimbingan) -> bool:
    return is_pembimbing(user, bimbingan) or is_dibimbing(user, bimbingan)


def can_end(user: User | AnonymousUser, bimbingan: Bimbingan) -> bool:
    return is_pembimbing(user, bimbingan) or is_penilai(user, bimbingan.skp)


def can_report(user: User | AnonymousUser, bimbingan: Bimbingan) -> bool:
    """The penilai tells his superior (huruf j), whoever the guide was."""
    return is_penilai(user, bimbingan.skp)


def can_decide_follow_up(user: User | AnonymousUser, bimbingan: Bimbingan) -> bool:
    return bimbingan.reported_at is not None and is_person(user, bimbingan.skp.atasan_penilai_id)


def can_decide_laporan(user: User | AnonymousUser, laporan: LaporanPerilaku) -> bool:
    """The unit of personnel; nobody decides about himself."""
    if is_person(user, laporan.pegawai_id) or laporan.keadaan != KeadaanLaporan.DIAJUKAN:
        return False
    return can_manage_kepegawaian(user, jalur=laporan.skp.unit_kerja.jalur)


def is_konselor(user: User | AnonymousUser, konseling: Konseling) -> bool:
    return is_person(user, konseling.konselor_id)


def is_client(user: User | AnonymousUser, konseling: Konseling) -> bool:
    return is_person(user, konseling.pegawai_id)


def can_talk(user: User | AnonymousUser, konseling: Konseling) -> bool:
    """The two of them, and nobody else for whatever reason."""
    return is_konselor(user, konseling) or is_client(user, konseling)


def can_decide_rekaman(user: User | AnonymousUser, rekaman: RekamanKonseling) -> bool:
    """The superior of the penilai, or personnel when the counsellor was independent (huruf e)."""
    if is_person(user, rekaman.konseling.pegawai_id) or is_person(user, rekaman.konseling.konselor_id):
        return False
    if rekaman.kepada_kepegawaian:
        return can_manage_kepegawaian(user, jalur=rekaman.unit_kerja.jalur)
    return is_person(user, rekaman.kepada_atasan_id)
