"""Worked examples per post, kept by the instansi: where a plan may begin, never what it must say."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from django.db import models
from django.db.models import F, Q

from kinerja.kepegawaian.lingkup import instansi_ids
from kinerja.kepegawaian.models import Instansi
from kinerja.lib.pilihan import choices
from kinerja.lib.versi import versi_isi
from kinerja.peraturan.capaian import Arah
from kinerja.peraturan.skp import Aspek, JenisHasilKerja

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser
    from django.db.models.manager import Manager

    from kinerja.akun.models import User


class TemplatSKPQuerySet(models.QuerySet["TemplatSKP"]):
    def visible_to(self, user: User | AnonymousUser) -> TemplatSKPQuerySet:
        """Everybody of the instansi: an example is there to be read."""
        return self.filter(instansi_id__in=instansi_ids(user))


class TemplatSKP(models.Model):
    """The example of one post; a post without its own is shown the one whose name comes nearest."""

    instansi = models.ForeignKey(Instansi, on_delete=models.CASCADE, related_name="daftar_templat_skp")
    jabatan = models.CharField(max_length=150)

    objects: ClassVar[Manager[TemplatSKP]] = TemplatSKPQuerySet.as_manager()

    class Meta:
        ordering = ["jabatan", "id"]
        constraints = [
            models.UniqueConstraint(fields=["instansi", "jabatan"], name="templat_skp_satu_per_jabatan"),
        ]

    def __str__(self) -> str:
        return self.jabatan

    @property
    def versi(self) -> str:
        return versi_isi(self.jabatan)


class HasilTemplat(models.Model):
    templat = models.ForeignKey(TemplatSKP, on_delete=models.CASCADE, related_name="daftar_hasil")
    urutan = models.PositiveSmallIntegerField()
    jenis = models.CharField(max_length=10, choices=choices(JenisHasilKerja), default=JenisHasilKerja.UTAMA)
    teks = models.TextField()
    rencana_aksi = models.TextField(blank=True)  # one line is one step

    class Meta:
        ordering = ["templat_id", "-jenis", "urutan", "id"]  # utama before tambahan, as in a plan

    def __str__(self) -> str:
        return self.teks

    @property
    def versi(self) -> str:
        """Of the result with its indicators, as one form holds them."""
        kolom = ("aspek", "teks", "satuan", "arah", "contoh_bawah", "contoh_atas", "bukti_dukung")
        indikator = [[getattr(satu, nama) for nama in kolom] for satu in self.daftar_indikator.all()]
        return versi_isi(self.jenis, self.teks, self.rencana_aksi, indikator)

    @property
    def daftar_langkah(self) -> list[str]:
        return [baris.strip() for baris in self.rencana_aksi.splitlines() if baris.strip()]


class IndikatorTemplat(models.Model):
    """The range only shows what a target looks like: it is never taken over."""

    hasil = models.ForeignKey(HasilTemplat, on_delete=models.CASCADE, related_name="daftar_indikator")
    urutan = models.PositiveSmallIntegerField()
    aspek = models.CharField(max_length=10, choices=choices(Aspek), default=Aspek.KUANTITAS)
    teks = models.TextField()
    satuan = models.CharField(max_length=60, blank=True)
    arah = models.CharField(max_length=15, choices=choices(Arah), default=Arah.NAIK)
    contoh_bawah = models.DecimalField(max_digits=18, decimal_places=4, null=True, blank=True)
    contoh_atas = models.DecimalField(max_digits=18, decimal_places=4, null=True, blank=True)
    bukti_dukung = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["hasil_id", "urutan", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(contoh_atas__gte=F("contoh_bawah")), name="templat_skp_rentang_contoh"
            ),
        ]

    def __str__(self) -> str:
        return self.teks
