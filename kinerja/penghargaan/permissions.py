"""Who may do what with awards, thanks and examples: pure questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinerja.kepegawaian.istilah import JenisPeran, StatusPegawai
from kinerja.kepegawaian.lingkup import lingkup
from kinerja.penghargaan.models.program import MEMUTUS

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from kinerja.akun.models import User
    from kinerja.kepegawaian.models import Pegawai, UnitKerja
    from kinerja.penghargaan.models import KaryaTeladan, ProgramPenghargaan
    from kinerja.penilaian.models import Evaluasi


def _holds(user: User | AnonymousUser, unit: UnitKerja, *daftar_peran: JenisPeran) -> bool:
    return any(unit.jalur.startswith(jalur) for jalur in lingkup(user).jalur_peran(*daftar_peran))


def can_manage_unit(user: User | AnonymousUser, unit: UnitKerja) -> bool:
    return _holds(user, unit, JenisPeran.ADMIN_INSTANSI)


def can_manage(user: User | AnonymousUser, program: ProgramPenghargaan) -> bool:
    return can_manage_unit(user, program.unit_kerja)


def can_decide(user: User | AnonymousUser, program: ProgramPenghargaan) -> bool:
    """The admin, or the leader of the unit or of one above."""
    return _holds(user, program.unit_kerja, *MEMUTUS)


def can_nominate(user: User | AnonymousUser, program: ProgramPenghargaan) -> bool:
    """Any colleague of the instansi."""
    pegawai = lingkup(user).pegawai
    return pegawai is not None and pegawai.instansi_id == program.instansi_id


def can_thank(user: User | AnonymousUser, kepada: Pegawai) -> bool:
    pegawai = lingkup(user).pegawai
    return (
        pegawai is not None
        and pegawai.instansi_id == kepada.instansi_id
        and kepada.status != StatusPegawai.BERHENTI
    )


def can_propose_karya(user: User | AnonymousUser, evaluasi: Evaluasi) -> bool:
    """The owner, whoever rated him, and the admin of his unit."""
    pegawai = lingkup(user).pegawai
    dekat = pegawai is not None and pegawai.pk in (evaluasi.skp.pegawai_id, evaluasi.penilai_id)
    return dekat or can_manage_unit(user, evaluasi.skp.unit_kerja)


def owns_karya(user: User | AnonymousUser, karya: KaryaTeladan) -> bool:
    pegawai = lingkup(user).pegawai
    return pegawai is not None and pegawai.pk == karya.pegawai_id
