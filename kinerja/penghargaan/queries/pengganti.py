"""Who may take a step of an award in the place of somebody who is a nominee himself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import F, Value

from kinerja.kepegawaian.models import Peran
from kinerja.penghargaan.models import ProgramPenghargaan
from kinerja.penghargaan.models.program import MEMUTUS

if TYPE_CHECKING:
    from kinerja.akun.models import User

SEBANYAK = 3


def daftar_pengganti(program: ProgramPenghargaan, *, kecuali: User) -> list[str]:
    """A few who decide on this program and whom it does not concern."""
    calon = program.daftar_calon.order_by().values("pegawai__user")
    disiplin = program.daftar_disiplin.order_by().values("pegawai__user")
    daftar = (
        Peran.objects.filter(jenis__in=MEMUTUS, selesai_on=None, user__is_active=True)
        .alias(jalur_program=Value(program.unit_kerja.jalur))
        .filter(jalur_program__startswith=F("unit_kerja__jalur"))
        .exclude(user__in=calon.filter(pegawai__user__isnull=False))
        .exclude(user__in=disiplin.filter(pegawai__user__isnull=False))
        .exclude(user=kecuali)
    )
    # The nearest first: who has his role over the unit itself knows its people.
    nama = daftar.order_by("-unit_kerja__jalur", "user__nama", "id").values_list("user__nama", flat=True)
    return list(dict.fromkeys(nama))[:SEBANYAK]
