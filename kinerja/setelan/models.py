"""Values that an instansi has put in place of a default, each with the source or reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from django.conf import settings
from django.db import models

from kinerja.kepegawaian.lingkup import instansi_ids
from kinerja.kepegawaian.models import Instansi

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser
    from django.db.models.manager import Manager

    from kinerja.akun.models import User


class SetelanQuerySet(models.QuerySet["Setelan"]):
    def visible_to(self, user: User | AnonymousUser) -> SetelanQuerySet:
        """The numbers that touch people are read by all of them."""
        return self.filter(instansi_id__in=instansi_ids(user))


class Setelan(models.Model):
    """One value in place of its default; without a row the default holds. The trail keeps what stood before."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="daftar_setelan")
    kelompok = models.CharField(max_length=40)
    kode = models.CharField(max_length=60)
    nilai = models.TextField(blank=True)  # as `Butir.write` writes it
    sumber = models.CharField(max_length=300, blank=True)
    alasan = models.CharField(max_length=500, blank=True)
    diubah_at = models.DateTimeField()
    diubah_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects: ClassVar[Manager[Setelan]] = SetelanQuerySet.as_manager()

    class Meta:
        ordering = ["kelompok", "kode"]
        constraints = [
            models.UniqueConstraint(fields=["instansi", "kelompok", "kode"], name="setelan_satu_nilai"),
            models.CheckConstraint(
                condition=~models.Q(sumber="") | ~models.Q(alasan=""), name="setelan_bersumber_atau_beralasan"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kelompok}.{self.kode} = {self.nilai}"
