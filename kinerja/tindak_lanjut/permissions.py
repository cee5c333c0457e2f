"""Who objects, explains and decides: pure questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinerja.kepegawaian.istilah import JenisPeran
from kinerja.kepegawaian.lingkup import instansi_ids, lingkup
from kinerja.kepegawaian.permissions import can_manage_kepegawaian
from kinerja.penilaian.permissions import is_owner

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from kinerja.akun.models import User
    from kinerja.kebijakan.models import Periode
    from kinerja.penilaian.models import Evaluasi
    from kinerja.tindak_lanjut.models import Keberatan, UsulanTindakLanjut


def can_file(user: User | AnonymousUser, evaluasi: Evaluasi) -> bool:
    return is_owner(user, evaluasi)


def can_explain(user: User | AnonymousUser, keberatan: Keberatan) -> bool:
    pegawai = lingkup(user).pegawai
    return pegawai is not None and pegawai.pk == keberatan.evaluasi.penilai_id


def can_decide(user: User | AnonymousUser, keberatan: Keberatan) -> bool:
    """The atasan penilai, never the employee or the penilai himself."""
    pegawai = lingkup(user).pegawai
    evaluasi = keberatan.evaluasi
    return (
        pegawai is not None
        and pegawai.pk == keberatan.pemutus_id
        and pegawai.pk not in (evaluasi.skp.pegawai_id, evaluasi.penilai_id)
    )


def can_read_papan(user: User | AnonymousUser) -> bool:
    return lingkup(user).punya(JenisPeran.ADMIN_INSTANSI)


def can_request(user: User | AnonymousUser, periode: Periode) -> bool:
    return can_read_papan(user) and periode.instansi_id in instansi_ids(user)


def can_decide_usulan(user: User | AnonymousUser, usulan: UsulanTindakLanjut) -> bool:
    """The admin of the unit, never about himself."""
    pegawai = lingkup(user).pegawai
    skp = usulan.evaluasi.skp
    if pegawai is not None and pegawai.pk == skp.pegawai_id:
        return False
    return can_manage_kepegawaian(user, jalur=skp.unit_kerja.jalur)
