"""Who objects, explains and decides: pure questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinerja.kepegawaian.lingkup import lingkup
from kinerja.penilaian.permissions import is_owner

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from kinerja.akun.models import User
    from kinerja.penilaian.models import Evaluasi
    from kinerja.tindak_lanjut.models import Keberatan


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
