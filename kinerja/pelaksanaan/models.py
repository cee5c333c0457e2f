"""Bab III: realisation with evidence, and continuous feedback."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from kinerja.kebijakan.models import Periode
from kinerja.kepegawaian.models import Pegawai
from kinerja.lib.pilihan import Pilihan, choices
from kinerja.peraturan.perilaku import NilaiDasar
from kinerja.perencanaan.lingkup import terlihat_oleh
from kinerja.perencanaan.models import SKP, IndikatorKinerja, RencanaHasilKerja

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser
    from django.db.models.manager import Manager

    from kinerja.akun.models import User


class RealisasiQuerySet(models.QuerySet["Realisasi"]):
    def visible_to(self, user: User | AnonymousUser) -> RealisasiQuerySet:
        return self.filter(terlihat_oleh(user, awalan="skp__"))


class UmpanBalikQuerySet(models.QuerySet["UmpanBalik"]):
    def visible_to(self, user: User | AnonymousUser) -> UmpanBalikQuerySet:
        """Whoever sees the plan, and the giver himself."""
        return self.filter(terlihat_oleh(user, awalan="skp__") | Q(pemberi_id=user.pk))


class BuktiDukungQuerySet(models.QuerySet["BuktiDukung"]):
    def visible_to(self, user: User | AnonymousUser) -> BuktiDukungQuerySet:
        return self.filter(terlihat_oleh(user, awalan="realisasi__skp__"))

    def berlaku(self) -> BuktiDukungQuerySet:
        return self.filter(removed_at__isnull=True)


class Realisasi(models.Model):
    """What an indicator has come to at the end of one documentation period.

    `nilai` of a counting indicator counts from the start of the plan, so that the last row says where it stands.
    """

    skp = models.ForeignKey(SKP, on_delete=models.PROTECT, related_name="daftar_realisasi")
    indikator = models.ForeignKey(
        IndikatorKinerja, on_delete=models.PROTECT, related_name="daftar_realisasi", db_index=False
    )
    periode = models.ForeignKey(Periode, on_delete=models.PROTECT, related_name="daftar_realisasi")
    nilai = models.DecimalField(max_digits=18, decimal_places=4, null=True, blank=True)
    uraian = models.TextField(blank=True)
    terlambat = models.BooleanField(default=False)
    revisi = models.PositiveIntegerField(default=0)
    recorded_at = models.DateTimeField()

    objects: ClassVar[Manager[Realisasi]] = RealisasiQuerySet.as_manager()

    class Meta:
        ordering = ["periode__mulai_on", "id"]
        constraints = [
            models.UniqueConstraint(fields=["indikator", "periode"], name="realisasi_satu_per_periode"),
            models.CheckConstraint(
                condition=Q(nilai__isnull=False) | ~Q(uraian=""), name="realisasi_tidak_kosong"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indikator} {self.periode}"


class BuktiDukung(models.Model):
    """A file or a link that proves a result or progress, and what it shows."""

    realisasi = models.ForeignKey(Realisasi, on_delete=models.PROTECT, related_name="daftar_bukti")
    keterangan = models.CharField(max_length=300, help_text="Bukti ini menunjukkan apa?")
    tautan = models.URLField(max_length=500, blank=True)
    berkas = models.FileField(upload_to="bukti/%Y/%m/", blank=True)
    nama_asli = models.CharField(max_length=200, blank=True)
    jenis_berkas = models.CharField(max_length=10, blank=True)
    ukuran = models.PositiveIntegerField(default=0)
    sidik = models.CharField(max_length=64, blank=True, db_index=True)
    added_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[Manager[BuktiDukung]] = BuktiDukungQuerySet.as_manager()

    class Meta:
        ordering = ["added_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=(Q(tautan="") & ~Q(berkas="")) | (~Q(tautan="") & Q(berkas="")),
                name="bukti_berkas_atau_tautan",
            )
        ]

    def __str__(self) -> str:
        return self.keterangan


class KunciRealisasi(models.Model):
    """Set by an evaluation: what was recorded in its period counts as it stands."""

    skp = models.ForeignKey(SKP, on_delete=models.PROTECT, related_name="daftar_kunci_realisasi")
    periode = models.ForeignKey(Periode, on_delete=models.PROTECT, related_name="+")
    locked_at = models.DateTimeField()

    class Meta:
        ordering = ["skp_id", "periode__mulai_on"]
        constraints = [models.UniqueConstraint(fields=["skp", "periode"], name="kunci_realisasi_satu")]

    def __str__(self) -> str:
        return f"{self.skp} {self.periode}"


class PeranPemberi(Pilihan):
    PIMPINAN = "pimpinan", "Pimpinan"
    REKAN = "rekan", "Rekan kerja"
    BAWAHAN = "bawahan", "Bawahan"
    LAINNYA = "lainnya", "Pihak lain"


class Nada(Pilihan):
    """How the giver sees it himself: input of the guide of Bab IV, never a number."""

    POSITIF = "positif", "Apresiasi"
    NETRAL = "netral", "Catatan"
    PERBAIKAN = "perbaikan", "Perlu perbaikan"


class UmpanBalik(models.Model):
    """Feedback on one result or one value (Pasal 17–20)."""

    skp = models.ForeignKey(SKP, on_delete=models.PROTECT, related_name="daftar_umpan_balik")
    rhk = models.ForeignKey(
        RencanaHasilKerja, on_delete=models.PROTECT, null=True, blank=True, related_name="daftar_umpan_balik"
    )
    nilai = models.CharField(max_length=30, choices=choices(NilaiDasar), blank=True)
    pemberi = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    peran_pemberi = models.CharField(max_length=10, choices=choices(PeranPemberi))
    nada = models.CharField(max_length=10, choices=choices(Nada), default=Nada.NETRAL)
    teks = models.TextField()
    bukti_tautan = models.URLField(max_length=500, blank=True)
    permintaan = models.ForeignKey(
        "PermintaanUmpanBalik", on_delete=models.PROTECT, null=True, blank=True, related_name="daftar_jawaban"
    )
    given_at = models.DateTimeField()

    objects: ClassVar[Manager[UmpanBalik]] = UmpanBalikQuerySet.as_manager()

    class Meta:
        ordering = ["given_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(rhk__isnull=False, nilai="") | Q(rhk__isnull=True) & ~Q(nilai=""),
                name="umpan_balik_satu_sasaran",
            )
        ]

    def __str__(self) -> str:
        return self.teks

    @property
    def sasaran(self) -> str:
        """What it is about; select `rhk` with it."""
        return self.rhk.teks if self.rhk else NilaiDasar(self.nilai).label


class PermintaanUmpanBalik(models.Model):
    """ "Tolong beri saya umpan balik": asked by the owner of the plan, or by his penilai."""

    skp = models.ForeignKey(SKP, on_delete=models.PROTECT, related_name="daftar_permintaan")
    rhk = models.ForeignKey(
        RencanaHasilKerja, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    nilai = models.CharField(max_length=30, choices=choices(NilaiDasar), blank=True)
    kepada = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="daftar_permintaan_masuk")
    peminta = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    pesan = models.CharField(max_length=300, blank=True)
    requested_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)
    declined_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-requested_at", "-id"]

    def __str__(self) -> str:
        return f"Permintaan kepada {self.kepada}"

    @property
    def sasaran(self) -> str:
        """What is asked about; select `rhk` with it."""
        return self.rhk.teks if self.rhk else NilaiDasar(self.nilai).label

    @property
    def terbuka(self) -> bool:
        return self.answered_at is None and self.declined_at is None
