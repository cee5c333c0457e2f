"""Other systems: what they may read or send, and what they are told."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from kinerja.integrasi.istilah import KeadaanPengiriman, Peristiwa
from kinerja.kepegawaian.istilah import JenisPeran
from kinerja.kepegawaian.lingkup import lingkup
from kinerja.kepegawaian.models import Instansi, UnitKerja
from kinerja.lib.pilihan import choices

if TYPE_CHECKING:
    from datetime import datetime

    from django.contrib.auth.models import AnonymousUser
    from django.db.models.manager import Manager

    from kinerja.akun.models import User


def _instansi_of_admin(user: User | AnonymousUser) -> models.QuerySet[UnitKerja, int]:
    """A token opens the whole instansi, so only the admin of all of it deals with them."""
    jalur = lingkup(user).jalur_peran(JenisPeran.ADMIN_INSTANSI)
    akar = UnitKerja.objects.filter(induk=None, jalur__in=jalur)
    return akar.order_by().values_list("instansi_id", flat=True)


class SistemQuerySet(models.QuerySet["Sistem"]):
    def visible_to(self, user: User | AnonymousUser) -> SistemQuerySet:
        return self.filter(instansi_id__in=_instansi_of_admin(user))


class TokenQuerySet(models.QuerySet["TokenAPI"]):
    def visible_to(self, user: User | AnonymousUser) -> TokenQuerySet:
        return self.filter(sistem__instansi_id__in=_instansi_of_admin(user))


class WebhookQuerySet(models.QuerySet["Webhook"]):
    def visible_to(self, user: User | AnonymousUser) -> WebhookQuerySet:
        return self.filter(sistem__instansi_id__in=_instansi_of_admin(user))


class PengirimanQuerySet(models.QuerySet["Pengiriman"]):
    def visible_to(self, user: User | AnonymousUser) -> PengirimanQuerySet:
        return self.filter(webhook__sistem__instansi_id__in=_instansi_of_admin(user))

    def due(self, at: datetime) -> PengirimanQuerySet:
        return self.filter(keadaan=KeadaanPengiriman.ANTRE, coba_at__lte=at, webhook__stopped_at=None)


class Sistem(models.Model):
    """Another information system of the instansi, such as its attendance machine or its data warehouse."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="daftar_sistem")
    nama = models.CharField(max_length=100)
    tujuan = models.CharField(max_length=300)
    kontak = models.CharField(max_length=150, blank=True)
    created_at = models.DateTimeField()
    dibuat_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects: ClassVar[Manager[Sistem]] = SistemQuerySet.as_manager()

    class Meta:
        ordering = ["nama", "id"]
        constraints = [
            models.UniqueConstraint(fields=["instansi", "nama"], name="sistem_nama_satu_per_instansi")
        ]

    def __str__(self) -> str:
        return self.nama


class TokenAPI(models.Model):
    """A key for one system. Only its fingerprint is kept; what it writes, it writes in the name of who made it."""

    sistem = models.ForeignKey(Sistem, on_delete=models.PROTECT, related_name="daftar_token")
    nama = models.CharField(max_length=100)
    awalan = models.CharField(max_length=12)
    sidik = models.CharField(max_length=64, unique=True)
    daftar_cakupan = models.JSONField(default=list)
    sampai_on = models.DateField()  # its last day
    created_at = models.DateTimeField()
    dibuat_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    last_used_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[Manager[TokenAPI]] = TokenQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.sistem} · {self.nama}"


class JawabanTersimpan(models.Model):
    """The answer to a write, so that the same request sent again changes nothing."""

    token = models.ForeignKey(TokenAPI, on_delete=models.CASCADE, related_name="+")
    kunci = models.CharField(max_length=100)
    sidik = models.CharField(max_length=64)  # of the address and the body
    status = models.PositiveSmallIntegerField(default=0)
    isi = models.JSONField(default=dict)
    created_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["token", "kunci"], name="jawaban_satu_per_kunci")]

    def __str__(self) -> str:
        return f"{self.token_id}: {self.kunci}"


class Webhook(models.Model):
    """An address that is told of events. Its secret signs each message, so it is kept encrypted, not hashed."""

    sistem = models.ForeignKey(Sistem, on_delete=models.PROTECT, related_name="daftar_webhook")
    alamat = models.URLField(max_length=500)
    daftar_peristiwa = models.JSONField(default=list)
    rahasia = models.TextField()
    mulai_id = models.BigIntegerField(default=0)  # the trail from here on
    created_at = models.DateTimeField()
    dibuat_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    stopped_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[Manager[Webhook]] = WebhookQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.alamat


class Pengiriman(models.Model):
    """One message to one address: sent until it is taken, or until days have passed."""

    kode = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    webhook = models.ForeignKey(Webhook, on_delete=models.PROTECT, related_name="daftar_pengiriman")
    catatan_id = models.BigIntegerField(null=True)  # empty for a test
    peristiwa = models.CharField(max_length=40, choices=choices(Peristiwa))
    isi = models.JSONField(default=dict)
    keadaan = models.CharField(
        max_length=10, choices=choices(KeadaanPengiriman), default=KeadaanPengiriman.ANTRE
    )
    percobaan = models.PositiveSmallIntegerField(default=0)
    coba_at = models.DateTimeField()
    jawaban = models.PositiveSmallIntegerField(null=True)
    galat = models.CharField(max_length=200, blank=True)
    created_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)

    objects: ClassVar[Manager[Pengiriman]] = PengirimanQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["webhook", "catatan_id"], name="pengiriman_satu_per_catatan")
        ]
        indexes = [
            models.Index(fields=["coba_at"], condition=Q(keadaan="antre"), name="pengiriman_antre"),
            models.Index(fields=["webhook", "-id"], name="pengiriman_webhook"),
        ]

    def __str__(self) -> str:
        return f"{self.peristiwa} → {self.webhook}"
