"""What a person was told, what he wants to be told, and the letters that carried it."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from kinerja.lib.pilihan import choices
from kinerja.notifikasi.istilah import PER_KODE, JenisKabar, KeadaanSurat

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser
    from django.db.models.manager import Manager

    from kinerja.akun.models import User

JAM_SURAT, SUNYI_MULAI, SUNYI_SELESAI = 7, 20, 6


class Surat(models.Model):
    """The digest of one person on one day: at most one, whatever happens to the worker or the server."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    keadaan = models.CharField(
        max_length=12, choices=choices(KeadaanSurat), default=KeadaanSurat.MENGIRIM.value
    )
    nomor = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    created_at = models.DateTimeField()
    selesai_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-on", "-id"]
        constraints = [models.UniqueConstraint(fields=["user", "on"], name="surat_satu_sehari")]
        indexes = [models.Index(fields=["keadaan", "created_at"], name="surat_keadaan")]

    def __str__(self) -> str:
        return f"Surat {self.user_id} {self.on}"


class NotifikasiQuerySet(models.QuerySet["Notifikasi"]):
    def visible_to(self, user: User | AnonymousUser) -> NotifikasiQuerySet:
        """One's own, whatever one's role."""
        return self.filter(user_id=user.pk) if user.is_authenticated else self.none()

    def unread(self) -> NotifikasiQuerySet:
        return self.filter(dibaca_at=None)

    def unsent(self) -> NotifikasiQuerySet:
        """What a letter should carry: not read yet, and in no letter."""
        return self.filter(dibaca_at=None, surat=None)


class Notifikasi(models.Model):
    """That something is there and where: never a rating, a predikat or anybody's words.

    `kunci` names the occasion. Whoever tells of the same occasion again tells nothing.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="daftar_notifikasi", db_index=False
    )
    jenis = models.CharField(max_length=20)
    judul = models.CharField(max_length=160)
    isi = models.CharField(max_length=300, blank=True)
    tautan = models.CharField(max_length=300, blank=True)
    kunci = models.CharField(max_length=120)
    created_at = models.DateTimeField()
    dibaca_at = models.DateTimeField(null=True)
    surat = models.ForeignKey(Surat, on_delete=models.SET_NULL, null=True, related_name="daftar_notifikasi")

    objects: ClassVar[Manager[Notifikasi]] = NotifikasiQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        constraints = [models.UniqueConstraint(fields=["user", "kunci"], name="notifikasi_sekali")]
        indexes = [
            models.Index(fields=["user", "-id"], name="notifikasi_milik"),
            models.Index(fields=["user"], condition=Q(dibaca_at=None), name="notifikasi_belum_dibaca"),
            models.Index(
                fields=["user"], condition=Q(dibaca_at=None, surat=None), name="notifikasi_belum_bersurat"
            ),
            models.Index(fields=["created_at"], name="notifikasi_waktu"),
        ]

    def __str__(self) -> str:
        return self.judul

    @property
    def macam(self) -> JenisKabar | None:
        """None for a kind of an older version."""
        return PER_KODE.get(self.jenis)


class PilihanNotifikasi(models.Model):
    """What a person wants of it. No row: everything, by mail at seven, nothing at night."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="pilihan_notifikasi"
    )
    mati = models.JSONField(default=list, blank=True)  # codes of kinds; the legal ones never count
    surat = models.BooleanField(default=True)
    jam = models.PositiveSmallIntegerField(default=JAM_SURAT)
    sunyi_mulai = models.PositiveSmallIntegerField(default=SUNYI_MULAI)
    sunyi_selesai = models.PositiveSmallIntegerField(default=SUNYI_SELESAI)

    class Meta:
        ordering = ["user_id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(jam__lte=23, sunyi_mulai__lte=23, sunyi_selesai__lte=23), name="pilihan_jam_sah"
            )
        ]

    def __str__(self) -> str:
        return f"Pilihan notifikasi {self.user_id}"

    def may_send(self, jam: int) -> bool:
        """Whether a letter may leave at this hour on the person's wall."""
        return self.surat and jam >= self.jam and not self.sunyi(jam)

    def sunyi(self, jam: int) -> bool:
        """The same hour twice means no quiet hours; a span may go past midnight."""
        if self.sunyi_mulai <= self.sunyi_selesai:
            return self.sunyi_mulai <= jam < self.sunyi_selesai
        return jam >= self.sunyi_mulai or jam < self.sunyi_selesai
