"""Format B.1.10: what the penilai reports to personnel when talking did not help."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from kinerja.bimbingan.istilah import KeadaanLaporan
from kinerja.kepegawaian.istilah import JenisPeran
from kinerja.kepegawaian.lingkup import di_bawah, lingkup
from kinerja.kepegawaian.models import Instansi, Pegawai
from kinerja.lib.pilihan import choices
from kinerja.perencanaan.models import SKP

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser
    from django.db.models.manager import Manager

    from kinerja.akun.models import User


class LaporanPerilakuQuerySet(models.QuerySet["LaporanPerilaku"]):
    def visible_to(self, user: User | AnonymousUser) -> LaporanPerilakuQuerySet:
        """Who wrote it, the person it speaks of, the unit of personnel that decides, and the counsellor it went to."""
        dari = lingkup(user)
        q = di_bawah(dari.jalur_peran(JenisPeran.ADMIN_INSTANSI), kolom="skp__unit_kerja__jalur")
        if dari.pegawai:
            q |= Q(penilai=dari.pegawai) | Q(pegawai=dari.pegawai)
            q |= Q(pk__in=LaporanPerilaku.objects.filter(daftar_konseling__konselor=dari.pegawai).order_by().values("pk"))  # fmt: skip
        return self.filter(q)

    def with_people(self) -> LaporanPerilakuQuerySet:
        return self.select_related(
            "pegawai", "penilai", "instansi", "skp__unit_kerja", "skp__penempatan__jabatan"
        )


class LaporanPerilaku(models.Model):
    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    skp = models.ForeignKey(SKP, on_delete=models.PROTECT, related_name="daftar_laporan_perilaku")
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="daftar_laporan_perilaku")
    penilai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    daftar_nilai = models.JSONField(default=list)  # codes of NilaiDasar
    ekspektasi_khusus = models.TextField(blank=True)
    permasalahan = models.TextField()
    serupa = models.BooleanField()  # does it happen with others as well?
    upaya = models.TextField()
    dikomunikasikan_on = models.DateField()
    jumlah_umpan_balik = models.PositiveSmallIntegerField()  # the evidence that was attached
    keadaan = models.CharField(
        max_length=10, choices=choices(KeadaanLaporan), default=KeadaanLaporan.DIAJUKAN
    )
    sent_at = models.DateTimeField()
    putusan = models.TextField(blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects: ClassVar[Manager[LaporanPerilaku]] = LaporanPerilakuQuerySet.as_manager()

    class Meta:
        ordering = ["-sent_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["pegawai"], condition=Q(keadaan="diajukan"), name="laporan_perilaku_satu_menunggu"
            )
        ]

    def __str__(self) -> str:
        return f"Laporan perilaku {self.pegawai}"
