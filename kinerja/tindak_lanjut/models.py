"""Bab V: objections. Their outcome closes the evaluation for good."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from kinerja.kepegawaian.lingkup import lingkup
from kinerja.kepegawaian.models import Pegawai
from kinerja.lib.pilihan import Pilihan, choices
from kinerja.penilaian.models import Evaluasi
from kinerja.peraturan.predikat import Predikat, Rating
from kinerja.perencanaan.lingkup import terlihat_oleh

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser
    from django.db.models.manager import Manager

    from kinerja.akun.models import User


class Putusan(Pilihan):
    MENGUATKAN = "menguatkan", "Menguatkan"
    MENGUBAH = "mengubah", "Mengubah"

    @property
    def hasil(self) -> str:
        """What came out of it, as a reader says it."""
        return "penilaian diubah" if self is Putusan.MENGUBAH else "penilaian dikuatkan"


class KeberatanQuerySet(models.QuerySet["Keberatan"]):
    def visible_to(self, user: User | AnonymousUser) -> KeberatanQuerySet:
        pegawai = lingkup(user).pegawai
        q = terlihat_oleh(user, awalan="evaluasi__skp__")
        return self.filter(q | Q(pemutus=pegawai)) if pegawai else self.filter(q)


class Keberatan(models.Model):
    """An objection to an evaluation (Pasal 29): reasons of one side, explanation of the other, one decision."""

    instansi = models.ForeignKey("kepegawaian.Instansi", on_delete=models.PROTECT, related_name="+")
    evaluasi = models.OneToOneField(Evaluasi, on_delete=models.PROTECT, related_name="keberatan")
    pemutus = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="daftar_keberatan")
    alasan = models.TextField()
    filed_at = models.DateTimeField()
    batas_putusan_on = models.DateField()
    penjelasan_penilai = models.TextField(blank=True)
    explained_at = models.DateTimeField(null=True, blank=True)
    putusan = models.CharField(max_length=12, choices=choices(Putusan), blank=True)
    pertimbangan = models.TextField(blank=True)  # Keputusan dan Rekomendasi of D.1.3
    rating_hasil_lama = models.CharField(max_length=25, choices=choices(Rating), blank=True)
    rating_perilaku_lama = models.CharField(max_length=25, choices=choices(Rating), blank=True)
    predikat_lama = models.CharField(max_length=20, choices=choices(Predikat), blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects: ClassVar[Manager[Keberatan]] = KeberatanQuerySet.as_manager()

    class Meta:
        ordering = ["-filed_at", "-id"]

    def __str__(self) -> str:
        return f"Keberatan atas {self.evaluasi}"

    @property
    def hasil_putusan(self) -> str:
        return Putusan(self.putusan).hasil if self.putusan else ""
