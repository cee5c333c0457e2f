"""A career as the personnel unit records it, and the angka kredit that was set on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from kinerja.jejak.models import DokumenTerbit
from kinerja.karier.istilah import JenisPenetapan, TingkatHukuman
from kinerja.karier.lingkup import terlihat
from kinerja.kepegawaian.istilah import JenisPeran
from kinerja.kepegawaian.lingkup import lingkup
from kinerja.kepegawaian.models import Impor, Instansi, Pegawai
from kinerja.lib.pilihan import choices
from kinerja.metode.pak import UnsurPAK
from kinerja.peraturan.identitas import JenjangJF
from kinerja.peraturan.predikat import Predikat

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser
    from django.db.models.manager import Manager

    from kinerja.akun.models import User


class TercatatQuerySet(models.QuerySet["Tercatat"]):
    def visible_to(self, user: User | AnonymousUser) -> TercatatQuerySet:
        """The person, the admin of his unit, and the offices that the kind of record names."""
        return self.filter(terlihat(user, *self.model.pembaca_lain))


class Tercatat(models.Model):
    """What every record carries: whose it is, on which paper it stands, and how it came in."""

    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="daftar_%(class)s")
    dasar = models.CharField(max_length=150, help_text="Nomor SK, sertifikat, atau dokumen lain.")
    impor = models.ForeignKey(Impor, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    recorded_at = models.DateTimeField()

    pembaca_lain: ClassVar[tuple[JenisPeran, ...]] = ()
    objects: ClassVar[Manager[Tercatat]] = TercatatQuerySet.as_manager()

    class Meta:
        abstract = True


class RiwayatPangkat(Tercatat):
    """A golongan ruang from a day on (TMT)."""

    golongan = models.CharField(max_length=6)
    tmt_on = models.DateField("TMT")

    class Meta:
        ordering = ["pegawai_id", "tmt_on"]
        constraints = [
            models.UniqueConstraint(fields=["pegawai", "tmt_on"], name="riwayat_pangkat_satu_per_tmt")
        ]

    def __str__(self) -> str:
        return f"{self.pegawai}: {self.golongan} sejak {self.tmt_on}"


class RiwayatPredikat(Tercatat):
    """A predikat from before this application was used, for a year or for some of its months."""

    tahun = models.PositiveSmallIntegerField()
    bulan_mulai = models.PositiveSmallIntegerField(default=1)
    bulan_selesai = models.PositiveSmallIntegerField(default=12)
    predikat = models.CharField(max_length=20, choices=choices(Predikat))

    class Meta:
        ordering = ["pegawai_id", "tahun", "bulan_mulai"]
        constraints = [
            models.UniqueConstraint(
                fields=["pegawai", "tahun", "bulan_mulai"], name="riwayat_predikat_satu_per_masa"
            ),
            models.CheckConstraint(
                condition=Q(bulan_mulai__gte=1, bulan_selesai__lte=12, bulan_selesai__gte=F("bulan_mulai")),
                name="riwayat_predikat_bulan_sah",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pegawai} {self.tahun}: {self.get_predikat_display()}"


class AngkaKreditLama(Tercatat):
    """One row of a PAK from before this application: what was reached on a level up to a day."""

    jenjang = models.CharField(max_length=20, choices=choices(JenjangJF))
    unsur = models.CharField(max_length=15, choices=choices(UnsurPAK), default=UnsurPAK.JF_LAMA)
    nilai = models.DecimalField(max_digits=8, decimal_places=3)
    sampai_on = models.DateField("dihitung sampai")

    class Meta:
        ordering = ["pegawai_id", "sampai_on", "unsur"]
        constraints = [
            models.UniqueConstraint(
                fields=["pegawai", "jenjang", "sampai_on", "unsur"], name="angka_kredit_lama_satu_per_baris"
            ),
            models.CheckConstraint(condition=Q(nilai__gte=0), name="angka_kredit_lama_tidak_negatif"),
        ]

    def __str__(self) -> str:
        return f"{self.pegawai}: {self.get_unsur_display()} {self.nilai}"


class UjiKompetensi(Tercatat):
    """A uji kompetensi for a level, passed or not."""

    jenjang = models.CharField("jenjang yang dituju", max_length=20, choices=choices(JenjangJF))
    diuji_on = models.DateField("tanggal uji")
    lulus = models.BooleanField()

    class Meta:
        ordering = ["pegawai_id", "diuji_on"]
        constraints = [
            models.UniqueConstraint(fields=["pegawai", "jenjang", "diuji_on"], name="uji_satu_per_hari")
        ]

    def __str__(self) -> str:
        return f"{self.pegawai}: {self.get_jenjang_display()} {'lulus' if self.lulus else 'belum lulus'}"


class KontrakPPPK(Tercatat):
    """A perjanjian kerja of a PPPK."""

    mulai_on = models.DateField()
    selesai_on = models.DateField()

    class Meta:
        ordering = ["pegawai_id", "mulai_on"]
        constraints = [
            models.UniqueConstraint(fields=["pegawai", "mulai_on"], name="kontrak_satu_per_mulai"),
            models.CheckConstraint(
                condition=Q(selesai_on__gt=F("mulai_on")), name="kontrak_selesai_setelah_mulai"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pegawai}: {self.mulai_on} sampai {self.selesai_on}"


class HukumanDisiplin(Tercatat):
    """That there was one, how heavy, and how long it counts. What it was about stands in the decision, not here.

    Read by the person, the admin of his unit, and the auditor above it: nobody else.
    """

    pembaca_lain = (JenisPeran.AUDITOR,)

    tingkat = models.CharField(max_length=10, choices=choices(TingkatHukuman))
    mulai_on = models.DateField()
    selesai_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["pegawai_id", "mulai_on"]
        constraints = [
            models.UniqueConstraint(fields=["pegawai", "mulai_on"], name="hukuman_satu_per_mulai"),
            models.CheckConstraint(
                condition=Q(selesai_on__isnull=True) | Q(selesai_on__gte=F("mulai_on")),
                name="hukuman_selesai_setelah_mulai",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pegawai}: {self.get_tingkat_display()}"


class FormasiQuerySet(models.QuerySet["FormasiJF"]):
    def visible_to(self, user: User | AnonymousUser) -> FormasiQuerySet:
        """How many posts an instansi has is no secret inside it."""
        return self.filter(instansi_id__in=lingkup(user).instansi)


class FormasiJF(models.Model):
    """How many posts of a functional post and level the instansi was given."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="daftar_formasi")
    nama = models.CharField("jabatan fungsional", max_length=150)
    jenjang = models.CharField(max_length=20, choices=choices(JenjangJF))
    jumlah = models.PositiveIntegerField()
    dasar = models.CharField(max_length=150)
    recorded_at = models.DateTimeField()
    impor = models.ForeignKey(Impor, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects: ClassVar[Manager[FormasiJF]] = FormasiQuerySet.as_manager()

    class Meta:
        ordering = ["instansi_id", "nama", "jenjang"]
        constraints = [
            models.UniqueConstraint(fields=["instansi", "nama", "jenjang"], name="formasi_satu_per_jenjang")
        ]

    def __str__(self) -> str:
        return f"{self.nama} {self.get_jenjang_display()}: {self.jumlah}"


class PenetapanQuerySet(models.QuerySet["PenetapanAngkaKredit"]):
    def visible_to(self, user: User | AnonymousUser) -> PenetapanQuerySet:
        return self.filter(terlihat(user))

    def holding(self) -> PenetapanQuerySet:
        """The last version of each."""
        return self.filter(digantikan_oleh__isnull=True)


class PenetapanAngkaKredit(models.Model):
    """A paper of angka kredit that was set. It keeps its numbers; a correction is a new `versi`."""

    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="daftar_penetapan")
    jenis = models.CharField(max_length=12, choices=choices(JenisPenetapan))
    jenjang = models.CharField(max_length=20, choices=choices(JenjangJF))
    mulai_on = models.DateField()
    sampai_on = models.DateField()
    nomor = models.CharField(max_length=80)
    versi = models.PositiveSmallIntegerField(default=1)
    jumlah = models.DecimalField(max_digits=9, decimal_places=3)
    per_unsur = models.JSONField(default=dict)  # of a PAK: row → cumulative, as text
    penetap = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    alasan = models.TextField(blank=True)  # of a correction
    ditetapkan_at = models.DateTimeField()
    ditetapkan_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    dokumen = models.OneToOneField(DokumenTerbit, on_delete=models.PROTECT, null=True, related_name="+")
    digantikan_oleh = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, related_name="pengganti"
    )

    objects: ClassVar[Manager[PenetapanAngkaKredit]] = PenetapanQuerySet.as_manager()

    class Meta:
        ordering = ["pegawai_id", "-sampai_on", "jenis", "-versi"]
        constraints = [
            models.UniqueConstraint(
                fields=["pegawai", "jenis", "sampai_on", "versi"], name="penetapan_satu_per_versi"
            ),
            models.CheckConstraint(
                condition=Q(sampai_on__gte=F("mulai_on")), name="penetapan_sampai_setelah_mulai"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_jenis_display()} {self.pegawai} sampai {self.sampai_on}"


class CalonPromosiQuerySet(models.QuerySet["CalonPromosi"]):
    def visible_to(self, user: User | AnonymousUser) -> CalonPromosiQuerySet:
        """The person himself too: a list that weighs somebody is not kept behind his back."""
        return self.filter(terlihat(user))

    def standing(self) -> CalonPromosiQuerySet:
        return self.filter(withdrawn_at__isnull=True)


class CalonPromosi(models.Model):
    """Somebody is on the list from which a promotion may be considered: by a rule's proposal and a person's decision."""

    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="daftar_calon_promosi")
    tahun = models.PositiveSmallIntegerField()
    alasan = models.TextField()
    dasar = models.CharField(max_length=200, blank=True)
    listed_at = models.DateTimeField()
    listed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    alasan_dicabut = models.TextField(blank=True)

    objects: ClassVar[Manager[CalonPromosi]] = CalonPromosiQuerySet.as_manager()

    class Meta:
        ordering = ["-tahun", "pegawai__nama", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["pegawai", "tahun"],
                condition=Q(withdrawn_at__isnull=True),
                name="calon_promosi_satu_per_tahun",
            )
        ]

    def __str__(self) -> str:
        return f"Calon promosi {self.tahun}: {self.pegawai}"
