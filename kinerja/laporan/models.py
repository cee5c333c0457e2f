"""Files that somebody asked for: being made, ready until a day, or given up."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from kinerja.laporan.istilah import BentukBerkas, JenisLaporan, KeadaanUnduhan
from kinerja.lib.pilihan import choices
from kinerja.pekerjaan.istilah import BELUM_USAI
from kinerja.pekerjaan.models import Pekerjaan

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser
    from django.db.models.manager import Manager

    from kinerja.akun.models import User


class UnduhanQuerySet(models.QuerySet["Unduhan"]):
    def visible_to(self, user: User | AnonymousUser) -> UnduhanQuerySet:
        """One's own, whatever one's role: the file holds what its owner may read."""
        return self.filter(pemilik_id=user.pk) if user.is_authenticated else self.none()

    def in_preparation(self) -> UnduhanQuerySet:
        return self.exclude(keadaan=KeadaanUnduhan.SIAP).filter(pekerjaan__status__in=BELUM_USAI)


class Unduhan(models.Model):
    pemilik = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    instansi = models.ForeignKey("kepegawaian.Instansi", on_delete=models.PROTECT, related_name="+")
    jenis = models.CharField(max_length=20, choices=choices(JenisLaporan))
    bentuk = models.CharField(max_length=4, choices=choices(BentukBerkas))
    judul = models.CharField(max_length=250)
    saringan = models.JSONField(default=dict)
    daftar_jalur = models.JSONField(default=list)  # of the roles with which it was asked for
    keadaan = models.CharField(
        max_length=12, choices=choices(KeadaanUnduhan), default=KeadaanUnduhan.DISIAPKAN
    )
    jumlah = models.PositiveIntegerField(default=0)
    nama_berkas = models.CharField(max_length=200)
    ukuran = models.PositiveBigIntegerField(default=0)
    galat = models.CharField(max_length=300, blank=True)
    diminta_at = models.DateTimeField()
    siap_at = models.DateTimeField(null=True, blank=True)
    dihapus_at = models.DateTimeField()  # when the daily job takes it away
    pekerjaan = models.OneToOneField(
        Pekerjaan, on_delete=models.SET_NULL, null=True, blank=True, related_name="unduhan"
    )

    objects: ClassVar[Manager[Unduhan]] = UnduhanQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["pemilik", "-id"], name="unduhan_milik"),
            models.Index(fields=["dihapus_at"], name="unduhan_dihapus"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(keadaan="siap") | Q(siap_at__isnull=False), name="unduhan_siap_bertanggal"
            )
        ]

    def __str__(self) -> str:
        return self.nama_berkas

    @property
    def kini(self) -> KeadaanUnduhan:
        """A job may give up, be cancelled or tried again without a word to this row."""
        if self.keadaan == KeadaanUnduhan.SIAP:
            return KeadaanUnduhan.SIAP
        jalan = self.pekerjaan is not None and not self.pekerjaan.usai
        return KeadaanUnduhan.DISIAPKAN if jalan else KeadaanUnduhan.GAGAL
