"""What was assessed of people, what the index needs to know of them, and who may follow whom."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from kinerja.kepegawaian.lingkup import di_bawah, instansi_ids
from kinerja.kepegawaian.models import Impor, Instansi, Jabatan, Pegawai, Penempatan
from kinerja.lib.pilihan import choices
from kinerja.metode.ip_asn import Hukuman, Pendidikan
from kinerja.peraturan.talenta import UnsurPotensial
from kinerja.talenta.istilah import PutusanCalon
from kinerja.talenta.lingkup import jalur_talenta, terlihat

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser
    from django.db.models.manager import Manager

    from kinerja.akun.models import User


class PenilaianPotensiQuerySet(models.QuerySet["PenilaianPotensi"]):
    def visible_to(self, user: User | AnonymousUser) -> PenilaianPotensiQuerySet:
        return self.filter(terlihat(user))

    def berlaku(self) -> PenilaianPotensiQuerySet:
        """What was not taken back."""
        return self.filter(dibatalkan_at__isnull=True)


class PenilaianPotensi(models.Model):
    """One part of somebody's potential as somebody assessed it. A correction takes it back and records anew."""

    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="daftar_potensi")
    unsur = models.CharField(max_length=15, choices=choices(UnsurPotensial))
    nilai = models.DecimalField(max_digits=5, decimal_places=2)
    penilai = models.CharField(max_length=150, help_text="Pusat asesmen, atau siapa yang menilai.")
    pusat_asesmen = models.BooleanField(default=False)
    dinilai_on = models.DateField()
    sumber = models.CharField(max_length=300, help_text="Nomor laporan asesmen atau dokumen lain.")
    impor = models.ForeignKey(Impor, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    dicatat_at = models.DateTimeField()
    dicatat_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    dibatalkan_at = models.DateTimeField(null=True, blank=True)
    alasan_batal = models.CharField(max_length=300, blank=True)

    objects: ClassVar[Manager[PenilaianPotensi]] = PenilaianPotensiQuerySet.as_manager()

    class Meta:
        ordering = ["pegawai_id", "unsur", "-dinilai_on", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["pegawai", "unsur", "dinilai_on"],
                condition=Q(dibatalkan_at__isnull=True),
                name="potensi_satu_per_hari",
            ),
            models.CheckConstraint(condition=Q(nilai__gte=0, nilai__lte=100), name="potensi_0_sampai_100"),
            # PermenPANRB 20/2025 Pasal 17; the rule itself is peraturan.talenta.perlu_pusat_asesmen.
            models.CheckConstraint(
                condition=Q(unsur=UnsurPotensial.REKAM_JEJAK) | Q(pusat_asesmen=True),
                name="potensi_di_pusat_asesmen",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pegawai}: {self.get_unsur_display()} {self.nilai}"


class DataIPQuerySet(models.QuerySet["DataIP"]):
    def visible_to(self, user: User | AnonymousUser) -> DataIPQuerySet:
        return self.filter(terlihat(user))


class DataIP(models.Model):
    """What the index needs and no other record tells; whatever is empty is not known, never nothing."""

    pegawai = models.OneToOneField(Pegawai, on_delete=models.PROTECT, related_name="data_ip")
    pendidikan = models.CharField(max_length=15, choices=choices(Pendidikan), blank=True)
    daftar_diklat = models.JSONField(null=True, blank=True)  # codes of Diklat; an empty list is "none"
    nilai_kinerja = models.DecimalField(max_digits=5, decimal_places=2, null=True, blank=True)
    hukuman = models.CharField(max_length=10, choices=choices(Hukuman), blank=True)
    per_on = models.DateField(help_text="Keadaan pada hari ini.")
    sumber = models.CharField(max_length=300)
    impor = models.ForeignKey(Impor, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    diubah_at = models.DateTimeField()
    diubah_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects: ClassVar[Manager[DataIP]] = DataIPQuerySet.as_manager()

    class Meta:
        ordering = ["pegawai_id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(nilai_kinerja__isnull=True) | Q(nilai_kinerja__gte=0, nilai_kinerja__lte=100),
                name="data_ip_kinerja_0_sampai_100",
            )
        ]

    def __str__(self) -> str:
        return f"Data IP ASN {self.pegawai}"


class TerbitanIPQuerySet(models.QuerySet["TerbitanIP"]):
    def visible_to(self, user: User | AnonymousUser) -> TerbitanIPQuerySet:
        """The means are for the whole instansi; what they were made of stays inside."""
        return self.filter(instansi__in=instansi_ids(user)).defer("potret")


class TerbitanIP(models.Model):
    """The means of every unit as they were put out on a day. `potret` only serves to compare with the next one."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="daftar_terbitan_ip")
    per_on = models.DateField()
    isi = models.JSONField()  # by unit: people, and where it is open those who are complete and their mean
    potret = models.JSONField()  # by person: his units from the top, and index; never shown
    terbit_at = models.DateTimeField()

    objects: ClassVar[Manager[TerbitanIP]] = TerbitanIPQuerySet.as_manager()

    class Meta:
        ordering = ["instansi_id", "-per_on"]
        constraints = [
            models.UniqueConstraint(fields=["instansi", "per_on"], name="terbitan_ip_satu_per_hari")
        ]

    def __str__(self) -> str:
        return f"Rata-rata IP ASN {self.instansi_id} per {self.per_on}"

    def as_potret(self) -> dict[int, tuple[tuple[int, ...], str]]:
        return {
            int(siapa): (tuple(daftar_unit), angka) for siapa, (daftar_unit, angka) in self.potret.items()
        }


class JabatanKunciQuerySet(models.QuerySet["JabatanKunci"]):
    def visible_to(self, user: User | AnonymousUser) -> JabatanKunciQuerySet:
        return self.filter(di_bawah(jalur_talenta(user), kolom="jabatan__unit_kerja__jalur"))

    def berlaku(self) -> JabatanKunciQuerySet:
        return self.filter(dilepas_at__isnull=True)


class JabatanKunci(models.Model):
    """A post that must not stand empty, and for which successors are looked for in time."""

    jabatan = models.ForeignKey(Jabatan, on_delete=models.PROTECT, related_name="daftar_kunci")
    alasan = models.CharField(max_length=300)
    ditandai_at = models.DateTimeField()
    ditandai_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    dilepas_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[Manager[JabatanKunci]] = JabatanKunciQuerySet.as_manager()

    class Meta:
        ordering = ["jabatan__unit_kerja__jalur", "jabatan__nama", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["jabatan"], condition=Q(dilepas_at__isnull=True), name="jabatan_kunci_satu_kali"
            )
        ]

    def __str__(self) -> str:
        return f"Jabatan kunci: {self.jabatan}"


class PoolSuksesiQuerySet(models.QuerySet["PoolSuksesi"]):
    def visible_to(self, user: User | AnonymousUser) -> PoolSuksesiQuerySet:
        """Who decides about the post, and the candidate: nobody is weighed behind his back."""
        q = di_bawah(jalur_talenta(user), kolom="jabatan_kunci__jabatan__unit_kerja__jalur")
        return self.filter(q | Q(pegawai__user_id=user.pk))

    def berjalan(self) -> PoolSuksesiQuerySet:
        return self.filter(keluar_at__isnull=True)


class PoolSuksesi(models.Model):
    """A decision about somebody for a key post, with the box he stood in that day and the steps that led there."""

    jabatan_kunci = models.ForeignKey(JabatanKunci, on_delete=models.PROTECT, related_name="daftar_calon")
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="daftar_pool")
    # Where he worked that day: once this has ended, he has moved.
    penempatan = models.ForeignKey(Penempatan, on_delete=models.PROTECT, related_name="+")
    putusan = models.CharField(max_length=10, choices=choices(PutusanCalon))
    kotak = models.PositiveSmallIntegerField()
    daftar_langkah = models.JSONField(default=list)
    alasan = models.TextField()
    diputus_at = models.DateTimeField()
    diputus_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    berlaku_sampai_on = models.DateField()
    keluar_at = models.DateTimeField(null=True, blank=True)
    keluar_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    alasan_keluar = models.TextField(blank=True)

    objects: ClassVar[Manager[PoolSuksesi]] = PoolSuksesiQuerySet.as_manager()

    class Meta:
        ordering = ["jabatan_kunci_id", "-kotak", "pegawai__nama", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["jabatan_kunci", "pegawai"],
                condition=Q(keluar_at__isnull=True),
                name="pool_satu_putusan_berjalan",
            ),
            models.CheckConstraint(condition=Q(kotak__gte=1, kotak__lte=9), name="pool_kotak_1_sampai_9"),
        ]

    def __str__(self) -> str:
        return f"{self.pegawai} untuk {self.jabatan_kunci.jabatan}"

    def kedaluwarsa(self, on: date) -> bool:
        return on > self.berlaku_sampai_on
