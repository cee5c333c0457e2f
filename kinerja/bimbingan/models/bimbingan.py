"""Coaching (Format B.1.6) and mentoring (Format B.1.7)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from kinerja.bimbingan.istilah import KeadaanBimbingan
from kinerja.kepegawaian.lingkup import lingkup
from kinerja.kepegawaian.models import Instansi, Pegawai
from kinerja.lib.pilihan import choices
from kinerja.peraturan.bimbingan import BentukBimbingan, BentukMentoring
from kinerja.perencanaan.models import SKP

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser
    from django.db.models.manager import Manager

    from kinerja.akun.models import User


class BimbinganQuerySet(models.QuerySet["Bimbingan"]):
    def visible_to(self, user: User | AnonymousUser) -> BimbinganQuerySet:
        """The two people, the penilai, and his superior once it was reported to him. No role opens it."""
        saya = lingkup(user).pegawai
        if saya is None:
            return self.none()
        dilaporkan = Q(skp__atasan_penilai=saya, reported_at__isnull=False)
        return self.filter(Q(pegawai=saya) | Q(pembimbing=saya) | Q(skp__penilai=saya) | dilaporkan)

    def with_people(self) -> BimbinganQuerySet:
        return self.select_related(
            "pegawai", "pembimbing", "instansi", "skp__penilai", "skp__atasan_penilai", "skp__unit_kerja"
        )


class Bimbingan(models.Model):
    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    skp = models.ForeignKey(SKP, on_delete=models.PROTECT, related_name="daftar_bimbingan")
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="daftar_bimbingan")
    pembimbing = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="daftar_membimbing")
    bentuk = models.CharField(max_length=20, choices=choices(BentukBimbingan))
    topik = models.CharField(max_length=200)
    alasan = models.TextField(blank=True)
    keadaan = models.CharField(max_length=15, choices=choices(KeadaanBimbingan))
    peluang = models.TextField(blank=True)
    revisi = models.PositiveIntegerField(default=0)  # what is signed is what was read
    diusulkan_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)
    catatan = models.TextField(blank=True)  # why it was declined, returned or stopped; the last one
    pembimbing_signed_at = models.DateTimeField(null=True, blank=True)
    pegawai_signed_at = models.DateTimeField(null=True, blank=True)
    reported_at = models.DateTimeField(null=True, blank=True)
    tindak_lanjut = models.TextField(blank=True)  # decided by the atasan penilai (huruf k)
    tindak_lanjut_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[Manager[Bimbingan]] = BimbinganQuerySet.as_manager()

    class Meta:
        ordering = ["-proposed_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(pegawai=F("pembimbing")), name="bimbingan_bukan_diri_sendiri"
            ),
            models.CheckConstraint(
                condition=Q(bentuk__in=["coaching", "mentoring"]), name="bimbingan_coaching_atau_mentoring"
            ),
            models.CheckConstraint(
                condition=~Q(keadaan="selesai")
                | Q(pembimbing_signed_at__isnull=False, pegawai_signed_at__isnull=False),
                name="bimbingan_selesai_bertanda_tangan",
            ),
        ]
        indexes = [models.Index(fields=["keadaan", "pembimbing"], name="bimbingan_pembimbing")]

    def __str__(self) -> str:
        return f"{self.get_bentuk_display()} {self.pegawai}: {self.topik}"

    @property
    def oleh_penilai(self) -> bool:
        return self.pembimbing_id == self.skp.penilai_id

    @property
    def is_coaching(self) -> bool:
        return self.bentuk == BentukBimbingan.COACHING

    @property
    def berjalan(self) -> bool:
        return self.keadaan == KeadaanBimbingan.BERJALAN


class ButirCoaching(models.Model):
    """One indicator through the tables of Format B.1.6: where to, where now, and what then."""

    bimbingan = models.ForeignKey(Bimbingan, on_delete=models.CASCADE, related_name="daftar_butir")
    indikator = models.TextField()
    baseline = models.CharField(max_length=200, blank=True)
    target = models.CharField(max_length=200)
    strategi = models.TextField()
    progres = models.TextField()
    masalah = models.TextField()
    penyebab = models.TextField()
    langkah = models.TextField(blank=True)  # by the guide
    penyesuaian = models.BooleanField(null=True, blank=True)

    class Meta:
        ordering = ["bimbingan_id", "id"]

    def __str__(self) -> str:
        return self.indikator


class TujuanMentoring(models.Model):
    """One skill of the plan that opens Format B.1.7."""

    bimbingan = models.ForeignKey(Bimbingan, on_delete=models.CASCADE, related_name="daftar_tujuan")
    keahlian = models.TextField()
    jangka_waktu = models.CharField(max_length=100)
    perubahan = models.TextField()
    ukuran = models.TextField()

    class Meta:
        ordering = ["bimbingan_id", "id"]

    def __str__(self) -> str:
        return self.keahlian


class EntriJurnal(models.Model):
    """One meeting in the journal of Format B.1.7."""

    bimbingan = models.ForeignKey(Bimbingan, on_delete=models.CASCADE, related_name="daftar_jurnal")
    on = models.DateField()
    tempat = models.CharField(max_length=150)
    bentuk = models.CharField(max_length=20, choices=choices(BentukMentoring))
    materi = models.TextField()
    rencana_aksi = models.TextField()
    target_on = models.DateField(null=True, blank=True)
    penulis = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        ordering = ["bimbingan_id", "on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(target_on__isnull=True) | Q(target_on__gte=F("on")),
                name="jurnal_target_setelah_pertemuan",
            )
        ]

    def __str__(self) -> str:
        return f"{self.on} {self.materi}"
