"""Who may do what with a plan: pure questions about a person and a plan."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kinerja.kepegawaian.lingkup import lingkup
from kinerja.kepegawaian.permissions import can_import, can_manage_kepegawaian
from kinerja.peraturan.alur import LangkahSKP, StatusSKP, langkah_tersedia
from kinerja.peraturan.kewenangan import Pejabat, mitra_dialog

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from kinerja.akun.models import User
    from kinerja.kepegawaian.models import Instansi, Penempatan
    from kinerja.perencanaan.models import SKP

_DISUSUN = frozenset({StatusSKP.DRAF, StatusSKP.DIKEMBALIKAN, StatusSKP.PERUBAHAN})
_TERTUTUP = frozenset({StatusSKP.DIEVALUASI, StatusSKP.DITUTUP})


def owns(user: User | AnonymousUser, skp: SKP) -> bool:
    pegawai = lingkup(user).pegawai
    return pegawai is not None and pegawai.pk == skp.pegawai_id


def is_penilai(user: User | AnonymousUser, skp: SKP) -> bool:
    pegawai = lingkup(user).pegawai
    return pegawai is not None and pegawai.pk == skp.penilai_id


def is_disusun(skp: SKP) -> bool:
    """Whether the content of the plan is open at all."""
    return skp.status in _DISUSUN


def can_create_skp(user: User | AnonymousUser, penempatan: Penempatan) -> bool:
    """The holder of the placement, or the admin of his unit."""
    pegawai = lingkup(user).pegawai
    if pegawai is not None and pegawai.pk == penempatan.pegawai_id:
        return True
    return can_manage_kepegawaian(user, jalur=penempatan.unit_kerja.jalur)


def can_edit_skp(user: User | AnonymousUser, skp: SKP) -> bool:
    return owns(user, skp) and is_disusun(skp)


def can_edit_ekspektasi(user: User | AnonymousUser, skp: SKP) -> bool:
    """The special expectation is the leader's word; the employee may write down what was agreed."""
    if is_penilai(user, skp):
        return is_disusun(skp) or skp.status == StatusSKP.DIAJUKAN
    return can_edit_skp(user, skp)


def can_submit_skp(user: User | AnonymousUser, skp: SKP) -> bool:
    return owns(user, skp) and _allows(skp, LangkahSKP.AJUKAN)


def can_withdraw_skp(user: User | AnonymousUser, skp: SKP) -> bool:
    return owns(user, skp) and _allows(skp, LangkahSKP.TARIK)


def can_return_skp(user: User | AnonymousUser, skp: SKP, *, on: date) -> bool:
    return decides(user, skp, on=on) and _allows(skp, LangkahSKP.KEMBALIKAN)


def can_approve_skp(user: User | AnonymousUser, skp: SKP, *, on: date) -> bool:
    return decides(user, skp, on=on) and _allows(skp, LangkahSKP.TETAPKAN)


def can_change_skp(user: User | AnonymousUser, skp: SKP) -> bool:
    """Either side of the dialogue may open a change of a plan that is set."""
    return (owns(user, skp) or is_penilai(user, skp)) and _allows(skp, LangkahSKP.UBAH)


def can_cancel_change(user: User | AnonymousUser, skp: SKP) -> bool:
    return owns(user, skp) and _allows(skp, LangkahSKP.BATALKAN)


def can_add_dialog(user: User | AnonymousUser, skp: SKP) -> bool:
    """The employee, his penilai and the atasan penilai, until the plan is closed."""
    pegawai = lingkup(user).pegawai
    if pegawai is None or skp.status == StatusSKP.DITUTUP:
        return False
    return pegawai.pk in (skp.pegawai_id, skp.penilai_id, skp.atasan_penilai_id)


def can_link_rhk(user: User | AnonymousUser, skp: SKP) -> bool:
    """Filling in a link that waited changes nothing of the content, so it needs no change of a set plan."""
    return (owns(user, skp) or is_penilai(user, skp)) and skp.status not in _TERTUTUP


def can_manage_templat(user: User | AnonymousUser, instansi: Instansi) -> bool:
    """Examples belong to the whole instansi, so to its admin."""
    return can_import(user, instansi)


def can_edit_matriks(user: User | AnonymousUser, skp: SKP) -> bool:
    return owns(user, skp) and skp.status not in _TERTUTUP


def decides(user: User | AnonymousUser, skp: SKP, *, on: date) -> bool:
    """The penilai; his own atasan, too, once the law's date has passed and the plan was never set."""
    pegawai = lingkup(user).pegawai
    if pegawai is None or pegawai.pk == skp.pegawai_id:
        return False
    if pegawai.pk == skp.penilai_id:
        return True
    mitra = mitra_dialog(tahun=skp.tahun, pada=on, is_ditetapkan=skp.versi > 0)
    return mitra is Pejabat.ATASAN_PEJABAT_PENILAI and pegawai.pk == skp.atasan_penilai_id


def _allows(skp: SKP, langkah: LangkahSKP) -> bool:
    return langkah in langkah_tersedia(status=StatusSKP(skp.status), versi=skp.versi)
