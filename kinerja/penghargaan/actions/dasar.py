"""What every action of an award begins with."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied

from kinerja.kepegawaian.lingkup import lingkup
from kinerja.lib.baris import lock_row
from kinerja.penghargaan import permissions
from kinerja.penghargaan.models import ProgramPenghargaan
from kinerja.penghargaan.queries.pengganti import daftar_pengganti

if TYPE_CHECKING:
    from kinerja.akun.models import User


class CannotAward(Exception):
    """This step cannot be taken now; the message says why, and what can be done instead."""


def lock_program(program: ProgramPenghargaan) -> ProgramPenghargaan:
    """Votes, nominations and the count queue up behind the program."""
    return lock_row(ProgramPenghargaan.objects.select_related("unit_kerja", "instansi"), program.pk)


def lock_managed(program: ProgramPenghargaan, *, by: User) -> ProgramPenghargaan:
    program = lock_program(program)
    if not permissions.can_manage(by, program):
        raise PermissionDenied
    return program


def lock_impartial(
    program: ProgramPenghargaan, *, by: User, error: type[CannotAward] = CannotAward
) -> ProgramPenghargaan:
    """Choosing the judges and counting is half of deciding: who decides may, and never who is on the ballot."""
    program = lock_program(program)
    if not permissions.can_decide(by, program):
        raise PermissionDenied
    if is_on_ballot(program, by):
        raise error(
            f"Anda sendiri termasuk calon, jadi orang lain yang mengurusnya. {who_instead(program, by)}"
        )
    return program


def lock_unconcerned(program: ProgramPenghargaan, *, by: User) -> ProgramPenghargaan:
    """Conditions and discipline decide who is on the ballot: who is considered or noted himself leaves them alone."""
    program = lock_impartial(program, by=by)
    if halangan := concern_of(program, by):
        raise CannotAward(halangan)
    return program


def concern_of(program: ProgramPenghargaan, by: User) -> str:
    """Why somebody leaves the conditions to others, and to whom; empty when they do not concern him."""
    pegawai = lingkup(by).pegawai
    if pegawai and program.daftar_calon.filter(pegawai=pegawai).exists():
        sebab = "Anda sendiri dipertimbangkan dalam program ini, jadi orang lain yang mengurus syaratnya."
    elif pegawai and program.daftar_disiplin.filter(pegawai=pegawai).exists():
        sebab = "Catatan disiplin program ini menyangkut Anda sendiri, jadi orang lain yang mengurusnya."
    else:
        return ""
    return f"{sebab} {who_instead(program, by)}"


def require_no_gain(program: ProgramPenghargaan, *, by: User) -> None:
    """At the end of an action that changed who is on the ballot: nobody puts himself there."""
    if is_on_ballot(program, by):
        raise CannotAward(
            "Dengan perubahan ini Anda sendiri menjadi calon, jadi orang lain yang menyimpannya. "
            f"{who_instead(program, by)}"
        )


def who_instead(program: ProgramPenghargaan, by: User) -> str:
    """Who may take the step in the place of somebody who is concerned himself."""
    nama = daftar_pengganti(program, kecuali=by)
    if not nama:
        return "Belum ada orang lain yang berwenang di sini; minta pengelola aplikasi memberi peran admin atau pimpinan kepada satu orang lagi."
    return f"Yang dapat melakukannya: {', '.join(nama)}."


def is_on_ballot(program: ProgramPenghargaan, user: User) -> bool:
    pegawai = lingkup(user).pegawai
    return pegawai is not None and program.daftar_calon.on_ballot().filter(pegawai=pegawai).exists()


def has_votes(program: ProgramPenghargaan) -> bool:
    return program.daftar_juri.filter(suara__isnull=False).exists()


def day_of(program: ProgramPenghargaan, at: datetime) -> date:
    return program.instansi.tanggal(at)
