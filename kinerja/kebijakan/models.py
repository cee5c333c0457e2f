"""The agency's own method as dated data: calendar, periods, thresholds of the suggestion."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from kinerja.kepegawaian.istilah import JenisPeran
from kinerja.kepegawaian.lingkup import di_bawah, instansi_ids, lingkup
from kinerja.kepegawaian.models import Instansi, UnitKerja
from kinerja.lib.pilihan import Pilihan, choices
from kinerja.metode.agregasi import Sumber
from kinerja.peraturan.jadwal import JenisPeriode
from kinerja.peraturan.skm import UnsurSKM

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser
    from django.db.models.manager import Manager

    from kinerja.akun.models import User


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


CATATAN_RATING_KEPALA = (
    "Menurut SE Menteri PANRB 3/2023, rating hasil kerja pimpinan unit mengikuti capaian unit yang ia pimpin."
)


class StatusKebijakan(Pilihan):
    DRAF = "draf", "Draf"
    DITETAPKAN = "ditetapkan", "Ditetapkan"


class KebijakanQuerySet(models.QuerySet["Kebijakan"]):
    def visible_to(self, user: User | AnonymousUser) -> KebijakanQuerySet:
        """What is in force or was is read by everybody of the instansi; a draft by who may manage its unit."""
        kelola = lingkup(user).jalur_peran(JenisPeran.ADMIN_INSTANSI)
        return self.filter(
            Q(unit_kerja__instansi_id__in=instansi_ids(user), status=StatusKebijakan.DITETAPKAN)
            | di_bawah(kelola, kolom="unit_kerja__jalur")
        )

    def in_force(self, on: date) -> KebijakanQuerySet:
        return self.filter(status=StatusKebijakan.DITETAPKAN, berlaku_on__lte=on)

    def with_method(self) -> KebijakanQuerySet:
        return self.select_related("unit_kerja").prefetch_related("daftar_sumber", "daftar_aspek")


class Kebijakan(models.Model):
    """The method that holds for a unit and all below it from a day; the nearest one in the tree wins.

    A draft may change; what has been put in force is only succeeded.
    """

    unit_kerja = models.ForeignKey(UnitKerja, on_delete=models.PROTECT, related_name="daftar_kebijakan")
    versi = models.PositiveSmallIntegerField(default=1)
    status = models.CharField(
        max_length=12, choices=choices(StatusKebijakan), default=StatusKebijakan.DITETAPKAN
    )
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
    jendela_sumber_hari = models.PositiveSmallIntegerField(
        default=7, help_text="Lama rekan, bawahan, dan tim dapat mengisi, dalam hari kalender."
    )
    sebagian_besar = models.DecimalField(max_digits=4, decimal_places=3, default=Decimal("0.5"))
    sebagian_kecil = models.DecimalField(max_digits=4, decimal_places=3, default=Decimal("0.25"))
    # Scores run from 0 to 100; a rating of the penilai counts as 0, 50 or 100.
    ambang_sesuai = models.DecimalField(max_digits=5, decimal_places=2, default=Decimal("37.5"))
    ambang_di_atas = models.DecimalField(max_digits=5, decimal_places=2, default=Decimal("75"))
    jumlah_rekan = models.PositiveSmallIntegerField(
        default=5, help_text="Rekan yang diundi untuk satu orang."
    )
    jumlah_bawahan = models.PositiveSmallIntegerField(default=5)
    beban_penilai = models.PositiveSmallIntegerField(
        default=6, help_text="Paling banyak orang yang dinilai seorang rekan atau bawahan dalam satu periode."
    )
    target_jp = models.PositiveSmallIntegerField(default=20, help_text="Target jam pelajaran setahun.")
    jarak_dialog_hari = models.PositiveSmallIntegerField(
        default=90,
        help_text="Penilai diingatkan bila belum berdialog dengan seseorang selama ini, hari kalender.",
    )
    batas_dukungan_hari = models.PositiveSmallIntegerField(
        default=5, help_text="Permintaan dukungan dijawab penilai dalam sekian hari kerja."
    )
    patok = models.JSONField(default=dict, blank=True)  # data kind → knots [[nilai, skor], …]
    aturan_tindak_lanjut = models.JSONField(default=list, blank=True)
    # Shown beside the rating of a unit's head; from a secondary source, so it is the agency's to keep or to change.
    catatan_rating_kepala = models.TextField(blank=True, default=CATATAN_RATING_KEPALA)
    dibuat_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    ditetapkan_at = models.DateTimeField(null=True, blank=True)
    revisi = models.PositiveIntegerField(default=1)  # counts the changes of a draft, so that two tabs notice

    objects: ClassVar[Manager[Kebijakan]] = KebijakanQuerySet.as_manager()

    class Meta:
        ordering = ["unit_kerja__jalur", "-berlaku_on"]
        constraints = [
            models.UniqueConstraint(fields=["unit_kerja", "versi"], name="kebijakan_satu_versi"),
            models.UniqueConstraint(
                fields=["unit_kerja"], condition=Q(status="draf"), name="kebijakan_satu_draf"
            ),
            models.CheckConstraint(
                condition=Q(sebagian_kecil__lte=F("sebagian_besar")), name="kebijakan_ambang_berurutan"
            ),
            models.CheckConstraint(
                condition=Q(ambang_sesuai__lt=F("ambang_di_atas")), name="kebijakan_skor_berurutan"
            ),
        ]

    def __str__(self) -> str:
        return f"Kebijakan {self.unit_kerja} versi {self.versi}"

    @property
    def ditetapkan(self) -> bool:
        return self.status == StatusKebijakan.DITETAPKAN


class Dimensi(Pilihan):
    """The two things that are rated (Lampiran Bab IV)."""

    PERILAKU = "perilaku", "Perilaku kerja"
    HASIL = "hasil", "Hasil kerja"


class SumberKebijakan(models.Model):
    """How much a source of ratings weighs, and from how many answers on."""

    kebijakan = models.ForeignKey(Kebijakan, on_delete=models.CASCADE, related_name="daftar_sumber")
    dimensi = models.CharField(max_length=10, choices=choices(Dimensi), default=Dimensi.PERILAKU)
    sumber = models.CharField(max_length=15, choices=choices(Sumber))
    bobot = models.PositiveSmallIntegerField(
        help_text="Persen. Bobot diri hanya disebut: sumber lain yang membaginya."
    )
    minimum = models.PositiveSmallIntegerField(default=1)

    class Meta:
        ordering = ["kebijakan_id", "-dimensi", "-bobot", "sumber"]
        constraints = [
            models.UniqueConstraint(
                fields=["kebijakan", "dimensi", "sumber"], name="sumber_satu_per_dimensi"
            ),
            models.CheckConstraint(condition=Q(bobot__lte=100), name="sumber_bobot_persen"),
            models.CheckConstraint(condition=Q(minimum__gte=1), name="sumber_minimum_satu"),
        ]

    def __str__(self) -> str:
        return f"{self.get_sumber_display()} {self.bobot} %"


class JenisAspek(Pilihan):
    """Where an aspect of behaviour comes from."""

    BERAKHLAK = "berakhlak", "Nilai dasar BerAKHLAK"
    SENDIRI = "sendiri", "Aspek instansi"
    KOMPETENSI = "kompetensi", "Kompetensi jabatan"
    LAYANAN = "layanan", "Kepuasan masyarakat"
    KEHADIRAN = "kehadiran", "Kehadiran"
    BELAJAR = "belajar", "Upaya belajar"


class AspekKebijakan(models.Model):
    """One thing that is looked at, by which sources, with words for every step of the scale."""

    kebijakan = models.ForeignKey(Kebijakan, on_delete=models.CASCADE, related_name="daftar_aspek")
    kode = models.SlugField(max_length=40)
    nama = models.CharField(max_length=80)
    jenis = models.CharField(max_length=12, choices=choices(JenisAspek))
    uraian = models.TextField(blank=True)
    jangkar = models.JSONField(default=list, blank=True)  # words of the five steps, lowest first
    sumber = models.JSONField(
        default=list, blank=True
    )  # who rates it; empty: every source that answers forms
    unsur_skm = models.CharField(
        max_length=30, choices=choices(UnsurSKM), blank=True
    )  # empty: the whole index
    kompetensi_kode = models.CharField(max_length=40, blank=True)
    ikut_dihitung = models.BooleanField(default=True)
    urutan = models.PositiveSmallIntegerField(default=1)

    class Meta:
        ordering = ["kebijakan_id", "urutan", "id"]
        constraints = [models.UniqueConstraint(fields=["kebijakan", "kode"], name="aspek_satu_kode")]

    def __str__(self) -> str:
        return self.nama


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
    jenis = models.CharField(max_length=12, choices=choices(JenisPeriode))
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
                fields=["instansi", "tahun", "tahap", "jenis", "urutan"], name="periode_satu_urutan"
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
