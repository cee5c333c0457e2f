"""One job: what was asked for, how far it is, and who holds it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, ClassVar

from django.conf import settings
from django.db import models

from kinerja.lib.pilihan import choices
from kinerja.pekerjaan.istilah import BELUM_USAI, TERJADWAL, USAI, StatusPekerjaan

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser
    from django.db.models.manager import Manager

    from kinerja.akun.models import User

TERLALU_SEPI = timedelta(minutes=15)


class PekerjaanQuerySet(models.QuerySet["Pekerjaan"]):
    def visible_to(self, user: User | AnonymousUser) -> PekerjaanQuerySet:
        """One's own, whatever one's role."""
        return self.filter(diminta_oleh_id=user.pk) if user.is_authenticated else self.none()

    def unfinished(self) -> PekerjaanQuerySet:
        return self.filter(status__in=BELUM_USAI)

    def failed_scheduled(self) -> PekerjaanQuerySet:
        """What the clock started and could not end; a later run of the same kind that ended takes its place."""
        lebih_baru = Pekerjaan.objects.filter(
            jenis=models.OuterRef("jenis"), kunci=TERJADWAL, status__in=USAI, pk__gt=models.OuterRef("pk")
        )
        gagal = self.filter(diminta_oleh=None, kunci=TERJADWAL, status=StatusPekerjaan.GAGAL)
        return gagal.filter(~models.Exists(lebih_baru))

    def quiet_since(self, at: datetime) -> PekerjaanQuerySet:
        """The last thing the clock started, if that is so long ago that no worker can be running: one row or none.

        Workers start something every minute, whether or not anybody asks for anything, unless a long job holds them.
        """
        terakhir = self.filter(kunci=TERJADWAL).order_by("-id").values("pk")[:1]
        dipegang = Pekerjaan.objects.filter(status=StatusPekerjaan.JALAN, lease_ends_at__gt=at)
        return self.filter(~models.Exists(dipegang), pk__in=terakhir, dibuat_at__lt=at - TERLALU_SEPI)

    def ready(self, at: datetime) -> PekerjaanQuerySet:
        """Whose turn has come, and those whose worker fell silent."""
        giliran = models.Q(status=StatusPekerjaan.ANTRE, jalan_lagi_at__lte=at)
        telantar = models.Q(status=StatusPekerjaan.JALAN, lease_ends_at__lte=at)
        return self.filter(giliran | telantar)


class Pekerjaan(models.Model):
    jenis = models.CharField(max_length=80)
    argumen = models.JSONField(default=dict)
    kunci = models.CharField(max_length=120, blank=True)
    diminta_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    status = models.CharField(
        max_length=12, choices=choices(StatusPekerjaan), default=StatusPekerjaan.ANTRE.value
    )
    # Counts every time a worker takes it up; only the holder of the newest number may write.
    percobaan = models.PositiveIntegerField(default=0)
    # Failures in a row; a part that is stored begins the count anew.
    kegagalan = models.PositiveSmallIntegerField(default=0)
    posisi = models.JSONField(null=True)
    kemajuan = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    kalimat = models.CharField(max_length=200, blank=True)
    hasil = models.JSONField(default=dict)
    galat = models.CharField(max_length=500, blank=True)
    dibuat_at = models.DateTimeField()
    jalan_lagi_at = models.DateTimeField()
    lease_ends_at = models.DateTimeField(null=True)
    dimulai_at = models.DateTimeField(null=True)
    selesai_at = models.DateTimeField(null=True)

    objects: ClassVar[Manager[Pekerjaan]] = PekerjaanQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["status", "jalan_lagi_at", "id"], name="pekerjaan_giliran"),
            models.Index(fields=["diminta_oleh", "-id"], name="pekerjaan_milik"),
            models.Index(fields=["jenis", "-id"], name="pekerjaan_jenis"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["jenis", "kunci"],
                condition=models.Q(status__in=BELUM_USAI) & ~models.Q(kunci=""),
                name="pekerjaan_satu_kunci",
            )
        ]

    def __str__(self) -> str:
        return f"{self.jenis} {self.pk}"

    @property
    def usai(self) -> bool:
        return self.status in USAI

    @property
    def persen(self) -> int:
        return min(100, self.kemajuan * 100 // self.total) if self.total else 0
