"""What follows guidance: the employee answers (Format B.1.8), the guide evaluates competences (Format B.1.9)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from django.db import models
from django.db.models import Q

from kinerja.bimbingan.models.bimbingan import Bimbingan, BimbinganQuerySet
from kinerja.kepegawaian.lingkup import lingkup
from kinerja.kepegawaian.models import Pegawai

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser
    from django.db.models.manager import Manager

    from kinerja.akun.models import User


class UmpanBalikBimbinganQuerySet(models.QuerySet["UmpanBalikBimbingan"]):
    def visible_to(self, user: User | AnonymousUser) -> UmpanBalikBimbinganQuerySet:
        """Whoever wrote it, and the superior of the guide: never the guide, whatever else he is."""
        saya = lingkup(user).pegawai
        if saya is None:
            return self.none()
        terlihat = self.filter(Q(bimbingan__pegawai=saya) | Q(kepada=saya))
        return terlihat.exclude(bimbingan__pembimbing=saya)


class UmpanBalikBimbingan(models.Model):
    """`kepada` is who stood above the guide on the day it was sent."""

    bimbingan = models.OneToOneField(Bimbingan, on_delete=models.PROTECT, related_name="umpan_balik")
    kepada = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    jawaban = models.JSONField(default=list)  # [{nomor, jawaban, catatan}]
    sent_at = models.DateTimeField()

    objects: ClassVar[Manager[UmpanBalikBimbingan]] = UmpanBalikBimbinganQuerySet.as_manager()

    class Meta:
        ordering = ["-sent_at", "-id"]

    def __str__(self) -> str:
        return f"Umpan balik atas {self.bimbingan}"


class EvaluasiKompetensiQuerySet(models.QuerySet["EvaluasiKompetensi"]):
    def visible_to(self, user: User | AnonymousUser) -> EvaluasiKompetensiQuerySet:
        terlihat = BimbinganQuerySet(Bimbingan).visible_to(user)
        return self.filter(bimbingan__in=terlihat.order_by().values("pk"))


class EvaluasiKompetensi(models.Model):
    bimbingan = models.OneToOneField(Bimbingan, on_delete=models.PROTECT, related_name="evaluasi_kompetensi")
    daftar_nilai = models.JSONField(
        default=list
    )  # [{kelompok, nama, nilai, alasan}] in the order of the form
    rekomendasi = models.TextField()
    made_at = models.DateTimeField()

    objects: ClassVar[Manager[EvaluasiKompetensi]] = EvaluasiKompetensiQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-id"]

    def __str__(self) -> str:
        return f"Evaluasi kompetensi sesudah {self.bimbingan}"
