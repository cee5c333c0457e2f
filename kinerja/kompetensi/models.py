"""The dictionary of competences, what each level looks like, and the level that a post requires: data with a source."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from django.db import models
from django.db.models import Q

from kinerja.kepegawaian.lingkup import instansi_ids
from kinerja.kepegawaian.models import Instansi, Jabatan
from kinerja.kompetensi.istilah import JenisKompetensi
from kinerja.lib.pilihan import choices

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser
    from django.db.models.manager import Manager

    from kinerja.akun.models import User

_TINGKAT_SAH = Q(tingkat__gte=1, tingkat__lte=5)


class KompetensiQuerySet(models.QuerySet["Kompetensi"]):
    def visible_to(self, user: User | AnonymousUser) -> KompetensiQuerySet:
        """Everybody reads the dictionary of his own instansi: one cannot grow towards words one may not see."""
        return self.filter(instansi_id__in=instansi_ids(user))


class StandarQuerySet(models.QuerySet["StandarKompetensi"]):
    def visible_to(self, user: User | AnonymousUser) -> StandarQuerySet:
        return self.filter(jabatan__unit_kerja__instansi_id__in=instansi_ids(user))


class Kompetensi(models.Model):
    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="daftar_kompetensi")
    kode = models.CharField(max_length=40)
    nama = models.CharField(max_length=120)
    jenis = models.CharField(max_length=20, choices=choices(JenisKompetensi))
    definisi = models.TextField(blank=True)
    sumber = models.CharField(max_length=300, help_text="Naskah atau dokumen asal kompetensi ini.")

    objects: ClassVar[Manager[Kompetensi]] = KompetensiQuerySet.as_manager()

    class Meta:
        ordering = ["jenis", "kode"]
        constraints = [
            models.UniqueConstraint(fields=["instansi", "kode"], name="kompetensi_kode_satu_per_instansi")
        ]

    def __str__(self) -> str:
        return self.nama


class TingkatKompetensi(models.Model):
    """What somebody does who has reached the level: the anchor that a rater reads."""

    kompetensi = models.ForeignKey(Kompetensi, on_delete=models.CASCADE, related_name="daftar_tingkat")
    tingkat = models.PositiveSmallIntegerField()
    uraian = models.TextField()

    class Meta:
        ordering = ["kompetensi_id", "tingkat"]
        constraints = [
            models.UniqueConstraint(fields=["kompetensi", "tingkat"], name="kompetensi_satu_per_tingkat"),
            models.CheckConstraint(condition=_TINGKAT_SAH, name="kompetensi_tingkat_1_sampai_5"),
        ]

    def __str__(self) -> str:
        return f"{self.kompetensi} tingkat {self.tingkat}"


class StandarKompetensi(models.Model):
    """The level that a post requires."""

    jabatan = models.ForeignKey(Jabatan, on_delete=models.CASCADE, related_name="daftar_standar")
    kompetensi = models.ForeignKey(Kompetensi, on_delete=models.PROTECT, related_name="daftar_standar")
    tingkat = models.PositiveSmallIntegerField()
    sumber = models.CharField(max_length=200, help_text="Dokumen standar kompetensi jabatan.")

    objects: ClassVar[Manager[StandarKompetensi]] = StandarQuerySet.as_manager()

    class Meta:
        ordering = ["jabatan_id", "kompetensi__jenis", "kompetensi__kode"]
        constraints = [
            models.UniqueConstraint(fields=["jabatan", "kompetensi"], name="standar_satu_per_jabatan"),
            models.CheckConstraint(condition=_TINGKAT_SAH, name="standar_tingkat_1_sampai_5"),
        ]

    def __str__(self) -> str:
        return f"{self.jabatan}: {self.kompetensi} tingkat {self.tingkat}"
