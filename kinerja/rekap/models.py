"""What other systems recorded of a person's attendance and learning, as it was imported."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar

from django.db import models
from django.db.models import F, Q

from kinerja.kepegawaian.models import Impor, Instansi, Pegawai
from kinerja.lib.tanggal import format_bulan, format_rentang_tanggal
from kinerja.rekap.lingkup import terlihat

if TYPE_CHECKING:
    from datetime import date

    from django.contrib.auth.models import AnonymousUser
    from django.db.models.manager import Manager

    from kinerja.akun.models import User


class RekapKehadiranQuerySet(models.QuerySet["RekapKehadiran"]):
    def visible_to(self, user: User | AnonymousUser) -> RekapKehadiranQuerySet:
        return self.filter(terlihat(user, kolom="pegawai"))


class RekapBelajarQuerySet(models.QuerySet["RekapBelajar"]):
    def visible_to(self, user: User | AnonymousUser) -> RekapBelajarQuerySet:
        return self.filter(terlihat(user, kolom="pegawai"))


class RekapKehadiran(models.Model):
    """Days and minutes of one stretch of a year; stretches of one person never overlap."""

    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="daftar_kehadiran")
    mulai_on = models.DateField()
    selesai_on = models.DateField()
    hari_kerja = models.PositiveSmallIntegerField()
    hadir = models.PositiveSmallIntegerField()
    alpa = models.PositiveSmallIntegerField(default=0, help_text="Hari tidak masuk tanpa alasan yang sah.")
    alpa_berturut = models.PositiveSmallIntegerField(default=0, help_text="Alpa terpanjang tanpa jeda.")
    terlambat_menit = models.PositiveIntegerField(default=0)
    pulang_cepat_menit = models.PositiveIntegerField(default=0)
    keterangan = models.CharField(max_length=300, blank=True)
    impor = models.ForeignKey(Impor, on_delete=models.PROTECT, null=True, related_name="+")

    objects: ClassVar[Manager[RekapKehadiran]] = RekapKehadiranQuerySet.as_manager()

    class Meta:
        ordering = ["pegawai_id", "mulai_on"]
        constraints = [
            models.UniqueConstraint(fields=["pegawai", "mulai_on"], name="kehadiran_satu_per_mulai"),
            models.CheckConstraint(
                condition=Q(selesai_on__gte=F("mulai_on")), name="kehadiran_selesai_setelah_mulai"
            ),
            models.CheckConstraint(
                condition=Q(hari_kerja__gte=F("hadir") + F("alpa")), name="kehadiran_tidak_lebih_dari_hari"
            ),
            models.CheckConstraint(
                condition=Q(alpa_berturut__lte=F("alpa")), name="kehadiran_berturut_bagian_alpa"
            ),
        ]

    def __str__(self) -> str:
        return f"Kehadiran {self.pegawai} {self.masa}"

    @property
    def masa(self) -> str:
        """ "Januari 2026" for a whole month, else the two days."""
        akhir_bulan = (self.selesai_on + timedelta(days=1)).day == 1
        sebulan = (self.mulai_on.year, self.mulai_on.month) == (self.selesai_on.year, self.selesai_on.month)
        if self.mulai_on.day == 1 and akhir_bulan and sebulan:
            return format_bulan(self.mulai_on)
        return format_rentang_tanggal(self.mulai_on, self.selesai_on)


class RekapBelajar(models.Model):
    """Hours of learning (jam pelajaran) in a year."""

    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="daftar_belajar")
    tahun = models.PositiveSmallIntegerField()
    jp = models.DecimalField("jam pelajaran", max_digits=6, decimal_places=2)
    # The last day that the figure tells of: learning after it comes on top. Empty: the whole year.
    sampai_on = models.DateField(null=True, blank=True)
    keterangan = models.CharField(max_length=300, blank=True)
    impor = models.ForeignKey(Impor, on_delete=models.PROTECT, null=True, related_name="+")

    objects: ClassVar[Manager[RekapBelajar]] = RekapBelajarQuerySet.as_manager()

    class Meta:
        ordering = ["pegawai_id", "-tahun"]
        constraints = [
            models.UniqueConstraint(fields=["pegawai", "tahun"], name="belajar_satu_per_tahun"),
            models.CheckConstraint(condition=Q(jp__gte=0), name="belajar_tidak_negatif"),
        ]

    def __str__(self) -> str:
        return f"Belajar {self.pegawai} {self.tahun}: {self.jp} JP"

    def memuat(self, on: date) -> bool:
        """Whether learning that ended on this day of the year is already in the figure."""
        return self.sampai_on is None or on <= self.sampai_on


class BelajarTercatatQuerySet(models.QuerySet["BelajarTercatat"]):
    def visible_to(self, user: User | AnonymousUser) -> BelajarTercatatQuerySet:
        return self.filter(terlihat(user, kolom="pegawai"))


class BelajarTercatat(models.Model):
    """Hours of one verified certificate. Those that an imported recap already contains are not counted again."""

    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="daftar_belajar_tercatat")
    kunci = models.CharField(max_length=60, unique=True)  # what it comes from, such as "sertifikat:12"
    judul = models.CharField(max_length=300)
    selesai_on = models.DateField()
    jp = models.DecimalField("jam pelajaran", max_digits=6, decimal_places=2)
    # Somebody looked and found that the imported recap of that year does not contain it.
    di_luar_rekap = models.BooleanField(default=False)

    objects: ClassVar[Manager[BelajarTercatat]] = BelajarTercatatQuerySet.as_manager()

    class Meta:
        ordering = ["-selesai_on", "-id"]
        constraints = [
            models.CheckConstraint(condition=Q(jp__gt=0, jp__lte=2000), name="belajar_tercatat_wajar")
        ]
        indexes = [models.Index(fields=["pegawai", "selesai_on"], name="belajar_tercatat_orang")]

    def __str__(self) -> str:
        return f"{self.judul}: {self.jp} JP"


class PengaturanKehadiran(models.Model):
    """How the instansi counts minutes as days: nobody read it in the law for us, so it is theirs to say and to source."""

    instansi = models.OneToOneField(Instansi, on_delete=models.CASCADE, related_name="pengaturan_kehadiran")
    menit_per_hari = models.PositiveSmallIntegerField(null=True, blank=True)
    sumber = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(menit_per_hari__isnull=True) | Q(menit_per_hari__gte=1),
                name="kehadiran_menit_per_hari_positif",
            )
        ]

    def __str__(self) -> str:
        return f"Pengaturan kehadiran {self.instansi}"

    def hari_dari(self, menit: int) -> int:
        """Whole days that so many minutes make; none while the instansi has not said how."""
        return menit // self.menit_per_hari if self.menit_per_hari else 0
