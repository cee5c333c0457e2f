"""Who answers, who reads, who words the statements: pure questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinerja.kepegawaian.istilah import JenisPeran
from kinerja.kepegawaian.lingkup import lingkup
from kinerja.kesiapan.istilah import KeadaanDenyut
from kinerja.pantau.lingkup import jalur_pantau

if TYPE_CHECKING:
    from datetime import date

    from django.contrib.auth.models import AnonymousUser

    from kinerja.akun.models import User
    from kinerja.kepegawaian.models import Instansi
    from kinerja.kesiapan.models import Denyut


def can_read_kesiapan(user: User | AnonymousUser, *, on: date) -> bool:
    """Who leads, manages or heads units: for all below them."""
    return bool(jalur_pantau(user, on=on))


def can_edit_pernyataan(user: User | AnonymousUser, instansi: Instansi) -> bool:
    """The admin of the whole instansi: everybody in it is asked the same."""
    jalur = instansi.daftar_unit.filter(induk=None).order_by("id").values_list("jalur", flat=True).first()
    return jalur in lingkup(user).jalur_peran(JenisPeran.ADMIN_INSTANSI)


def can_answer_denyut(user: User | AnonymousUser, denyut: Denyut) -> bool:
    pegawai = lingkup(user).pegawai
    return (
        pegawai is not None
        and pegawai.instansi_id == denyut.instansi_id
        and denyut.keadaan != KeadaanDenyut.DISIAPKAN
    )
