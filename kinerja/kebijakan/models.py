"""The agency's own method as dated data: calendar, periods, thresholds of the suggestion."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from kinerja.kepegawaian.models import Instansi, UnitKerja
from kinerja.lib.pilihan import Pilihan, choices
from kinerja.peraturan.jadwal import JenisPeriode


class JenisLibur(Pilihan):
    NASIONAL = "nasional", "Libur nasional"
    CUTI_BERSAMA = "cuti_bersama", "Cuti bersama"
    DAERAH = "daerah", "Libur daerah"


class HariLibur(models.Model):
    instansi = models.ForeignKey(Instansi, on_delete=models.CASCADE, related_name="daftar_libur")
    tanggal = models.DateField()
    nama = models.CharField(max_length=120)
    jenis = models.CharField(max_length=15, choices=choices(JenisLibur), default=JenisLibur.NASIONAL)

    class Meta:
        ordering = ["tanggal"]
        constraints = [models.UniqueConstraint(fields=["instansi", "tanggal"], name="libur_satu_per_hari")]

    def __str__(self) -> str:
        return f"{self.tanggal} {self.nama}"


class Kebijakan(models.Model):
    """The method that holds for a unit and all below it from a day; the nearest one in the tree wins."""

    unit_kerja = models.ForeignKey(UnitKerja, on_delete=models.PROTECT, related_name="daftar_kebijakan")
    versi = models.PositiveSmallIntegerField(default=1)
    berlaku_on = models.DateField()
    dasar = models.TextField(blank=True, help_text="Dasar hukum dan catatan, dibaca semua pegawai.")
    frekuensi_dokumentasi = models.CharField(
        max_length=12, choices=choices(JenisPeriode), default=JenisPeriode.BULANAN
    )
    frekuensi_evaluasi = models.CharField(
        max_length=12, choices=choices(JenisPeriode), default=JenisPeriode.TRIWULANAN
    )
    jendela_evaluasi_hari = models.PositiveSmallIntegerField(
        default=14, help_text="Lama jendela evaluasi sesudah periode berakhir, dalam hari kalender."
    )
    sebagian_besar = models.DecimalField(max_digits=4, decimal_places=3, default=Decimal("0.5"))
    sebagian_kecil = models.DecimalField(max_digits=4, decimal_places=3, default=Decimal("0.25"))
    dibuat_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        ordering = ["unit_kerja__jalur", "-berlaku_on"]
        constraints = [
            models.UniqueConstraint(fields=["unit_kerja", "versi"], name="kebijakan_satu_versi"),
            models.CheckConstraint(
                condition=Q(sebagian_kecil__lte=F("sebagian_besar")), name="kebijakan_ambang_berurutan"
            ),
        ]

    def __str__(self) -> str:
        return f"Kebijakan {self.unit_kerja} versi {self.versi}"


class Tahap(Pilihan):
    """What a period is for."""

    DOKUMENTASI = "dokumentasi", "Pendokumentasian"
    PERIODIK = "periodik", "Evaluasi periodik"
    TAHUNAN = "tahunan", "Evaluasi tahunan"


class Periode(models.Model):
    """One stretch of a year that is documented or evaluated, opened by the admin."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="daftar_periode")
    tahun = models.PositiveSmallIntegerField()
    tahap = models.CharField(max_length=12, choices=choices(Tahap))
    urutan = models.PositiveSmallIntegerField()
    nama = models.CharField(max_length=60)
    mulai_on = models.DateField()
    selesai_on = models.DateField()
    jendela_mulai_on = models.DateField(help_text="Hari pertama pengisian atau evaluasi.")
    jendela_selesai_on = models.DateField(help_text="Hari terakhir; sesudahnya tercatat terlambat.")
    dibuka_at = models.DateTimeField(null=True, blank=True)
    ditutup_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["tahun", "tahap", "urutan"]
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "tahun", "tahap", "urutan"], name="periode_satu_urutan"
            ),
            models.CheckConstraint(
                condition=Q(selesai_on__gte=F("mulai_on")), name="periode_selesai_setelah_mulai"
            ),
            models.CheckConstraint(
                condition=Q(jendela_selesai_on__gte=F("jendela_mulai_on")), name="periode_jendela_berurutan"
            ),
        ]

    def __str__(self) -> str:
        return self.nama

    @property
    def terbuka(self) -> bool:
        return self.dibuka_at is not None and self.ditutup_at is None

    def terlambat(self, on: date) -> bool:
        return on > self.jendela_selesai_on
