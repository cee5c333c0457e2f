"""Who judges, and the one ballot of each: secret for good, for only the count leaves this table."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from django.conf import settings
from django.db import models

from kinerja.kepegawaian.lingkup import lingkup
from kinerja.kepegawaian.models import Pegawai
from kinerja.penghargaan.models.program import ProgramPenghargaan, ProgramQuerySet

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser
    from django.db.models.manager import Manager

    from kinerja.akun.models import User


class JuriQuerySet(models.QuerySet["JuriPenghargaan"]):
    def visible_to(self, user: User | AnonymousUser) -> JuriQuerySet:
        """Who judges is no secret: the whole instansi reads it."""
        terlihat = ProgramQuerySet(ProgramPenghargaan).visible_to(user).order_by().values("pk")
        return self.filter(program__in=terlihat)

    def aktif(self) -> JuriQuerySet:
        return self.filter(keluar_at=None)


class JuriPenghargaan(models.Model):
    program = models.ForeignKey(ProgramPenghargaan, on_delete=models.CASCADE, related_name="daftar_juri")
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="daftar_juri_penghargaan")
    ditunjuk_at = models.DateTimeField()
    ditunjuk_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    keluar_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[Manager[JuriPenghargaan]] = JuriQuerySet.as_manager()

    class Meta:
        ordering = ["program_id", "pegawai__nama", "id"]
        constraints = [models.UniqueConstraint(fields=["program", "pegawai"], name="juri_satu_per_program")]

    def __str__(self) -> str:
        return f"{self.pegawai} menilai {self.program}"


class SuaraQuerySet(models.QuerySet["SuaraPenghargaan"]):
    def visible_to(self, user: User | AnonymousUser) -> SuaraQuerySet:
        """Only one's own, before the count and after."""
        pegawai = lingkup(user).pegawai
        return self.filter(juri__pegawai=pegawai) if pegawai else self.none()


class SuaraPenghargaan(models.Model):
    """The ballot of one juror: the nominees he agrees to. A second ballot of his cannot exist."""

    juri = models.OneToOneField(
        JuriPenghargaan, on_delete=models.CASCADE, primary_key=True, related_name="suara"
    )
    setuju = models.JSONField(default=list)  # ids of nominees; only those he was free to judge are counted
    disimpan_at = models.DateTimeField()

    objects: ClassVar[Manager[SuaraPenghargaan]] = SuaraQuerySet.as_manager()

    class Meta:
        ordering = ["juri_id"]

    def __str__(self) -> str:
        return f"Suara juri {self.juri_id}"
