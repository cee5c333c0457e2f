"""Service points and what the public says of them: votes without a person, a device or an hour behind them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, ClassVar

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from kinerja.kepegawaian.lingkup import instansi_ids
from kinerja.kepegawaian.models import Pegawai, UnitKerja
from kinerja.layanan.istilah import BentukFormulir, StatusKalimat, StatusSuara, StatusSumber, TingkatSumber
from kinerja.lib.pilihan import choices
from kinerja.peraturan.skm import UnsurSKM, daftar_unsur

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser
    from django.db.models.manager import Manager

    from kinerja.akun.models import User


KALI_PENYEDIA = 8


class LayananQuerySet(models.QuerySet["LayananPublik"]):
    def visible_to(self, user: User | AnonymousUser) -> LayananQuerySet:
        """Everybody may read how his own instansi serves."""
        return self.filter(unit_kerja__instansi_id__in=instansi_ids(user))

    def with_unit(self) -> LayananQuerySet:
        return self.select_related("unit_kerja__instansi")


class LayananPublik(models.Model):
    """A counter, a clinic, a desk: one place where people are served, with the address that its poster bears."""

    unit_kerja = models.ForeignKey(UnitKerja, on_delete=models.PROTECT, related_name="daftar_layanan")
    slug = models.CharField(max_length=12, unique=True)
    nama = models.CharField(max_length=120)
    uraian = models.CharField(max_length=200, blank=True)
    bentuk = models.CharField(max_length=8, choices=choices(BentukFormulir), default=BentukFormulir.SKM9)
    populasi = models.PositiveIntegerField(null=True, blank=True, validators=[MaxValueValidator(10_000_000)])
    n_terkecil = models.PositiveSmallIntegerField(
        default=30, validators=[MinValueValidator(5), MaxValueValidator(1000)]
    )
    batas_sumber = models.PositiveSmallIntegerField(
        default=25, validators=[MinValueValidator(5), MaxValueValidator(1000)]
    )
    aktif = models.BooleanField(default=True)
    dibuat_on = models.DateField()
    berlaku_sampai_on = models.DateField(null=True, blank=True)

    objects: ClassVar[Manager[LayananPublik]] = LayananQuerySet.as_manager()

    class Meta:
        ordering = ["unit_kerja__jalur", "nama"]
        constraints = [
            models.UniqueConstraint(fields=["unit_kerja", "nama"], name="layanan_satu_nama_per_unit"),
            models.CheckConstraint(condition=Q(n_terkecil__gte=5), name="layanan_n_terkecil_lima"),
            models.CheckConstraint(condition=Q(batas_sumber__gte=5), name="layanan_batas_sumber_lima"),
        ]

    def __str__(self) -> str:
        return self.nama

    @property
    def unsur(self) -> tuple[UnsurSKM, ...]:
        return daftar_unsur(pendek=self.bentuk == BentukFormulir.PENDEK)

    @property
    def batas_penyedia(self) -> int:
        """Open votes of a day from all the networks of one provider that count without a look."""
        return KALI_PENYEDIA * self.batas_sumber

    def terbuka(self, on: date) -> bool:
        return self.aktif and (self.berlaku_sampai_on is None or on <= self.berlaku_sampai_on)


class PetugasLayanan(models.Model):
    """Who serves where, from a day to a day: only so far does the public's vote concern him."""

    layanan = models.ForeignKey(LayananPublik, on_delete=models.PROTECT, related_name="daftar_petugas")
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="daftar_layanan")
    mulai_on = models.DateField()
    selesai_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-mulai_on", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["layanan", "pegawai"],
                condition=Q(selesai_on__isnull=True),
                name="petugas_berjalan_satu",
            ),
            models.CheckConstraint(
                condition=Q(selesai_on__isnull=True) | Q(selesai_on__gte=F("mulai_on")),
                name="petugas_selesai_setelah_mulai",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pegawai} di {self.layanan}"


class KelompokKode(models.Model):
    """One printed sheet of codes; the codes themselves are on the paper only."""

    layanan = models.ForeignKey(LayananPublik, on_delete=models.PROTECT, related_name="daftar_kelompok_kode")
    jumlah = models.PositiveSmallIntegerField()
    dibuat_at = models.DateTimeField()
    dibuat_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    berlaku_sampai_on = models.DateField()
    dibatalkan_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-dibuat_at", "-id"]

    def __str__(self) -> str:
        return f"{self.jumlah} kode {self.layanan}"


class KodeSuara(models.Model):
    """The keyed hash of one code, and the day it was used; nothing leads from here to the vote."""

    kelompok = models.ForeignKey(KelompokKode, on_delete=models.CASCADE, related_name="daftar_kode")
    sidik = models.CharField(max_length=40, unique=True)
    dipakai_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"Kode dari {self.kelompok_id}"


class SumberSuara(models.Model):
    """Votes without a code that came from one neighbourhood of addresses on one day; the hashes go after a week.

    Where many neighbourhoods of one provider are too many together, one row of `tingkat` penyedia takes their votes over.
    """

    layanan = models.ForeignKey(LayananPublik, on_delete=models.PROTECT, related_name="daftar_sumber")
    hari = models.DateField()
    tingkat = models.CharField(max_length=8, choices=choices(TingkatSumber), default=TingkatSumber.JARINGAN)
    sidik = models.CharField(max_length=40, blank=True)
    sidik_penyedia = models.CharField(max_length=40, blank=True)
    jumlah = models.PositiveIntegerField(default=0)
    status = models.CharField(max_length=8, choices=choices(StatusSumber), default=StatusSumber.TERBUKA)
    diputus_at = models.DateTimeField(null=True, blank=True)
    diputus_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    alasan = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-hari", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["layanan", "hari", "sidik"],
                condition=~Q(sidik="") & Q(status__in=["terbuka", "ditahan"]),
                name="sumber_satu_berjalan",
            )
        ]

    def __str__(self) -> str:
        return f"{self.jumlah} suara {self.layanan_id} {self.hari}"


def _nilai() -> models.PositiveSmallIntegerField[int | None, int | None]:
    return models.PositiveSmallIntegerField(null=True, blank=True)


class Suara(models.Model):
    """One vote: a mark from 1 to 4 per element, or none where the person could not tell; perhaps a sentence."""

    layanan = models.ForeignKey(LayananPublik, on_delete=models.PROTECT, related_name="daftar_suara")
    hari = models.DateField()
    persyaratan = _nilai()
    prosedur = _nilai()
    waktu = _nilai()
    biaya = _nilai()
    produk = _nilai()
    kompetensi_pelaksana = _nilai()
    perilaku_pelaksana = _nilai()
    pengaduan = _nilai()
    sarana = _nilai()
    dengan_kode = models.BooleanField(default=False)
    sumber = models.ForeignKey(
        SumberSuara, on_delete=models.PROTECT, null=True, blank=True, related_name="daftar_suara"
    )
    status = models.CharField(max_length=8, choices=choices(StatusSuara), default=StatusSuara.DIHITUNG)
    kalimat = models.CharField(max_length=500, blank=True)
    status_kalimat = models.CharField(
        max_length=8, choices=choices(StatusKalimat), default=StatusKalimat.TANPA
    )
    tanda_kalimat = models.CharField(max_length=80, blank=True)
    alasan_sembunyi = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-hari", "-id"]
        indexes = [
            models.Index(fields=["layanan", "status", "hari"], name="suara_layanan_hari"),
            models.Index(
                fields=["layanan", "status_kalimat"],
                condition=~Q(status_kalimat="tanpa"),
                name="suara_kalimat",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(**{f"{unsur}__isnull": True}) | Q(**{f"{unsur}__range": (1, 4)}),
                name=f"suara_{unsur}_1_4",
            )
            for unsur in UnsurSKM
        ]

    def __str__(self) -> str:
        return f"Suara untuk {self.layanan_id}"


class FormulirTerpakai(models.Model):
    """The number of a form that was sent: the same one sent again is the same vote. Kept as long as a form is valid."""

    nonce = models.CharField(max_length=24, primary_key=True)
    hari = models.DateField(db_index=True)

    def __str__(self) -> str:
        return self.nonce


class Tanggapan(models.Model):
    """The unit's answer, read by the public: to one sentence, or to everybody."""

    layanan = models.ForeignKey(LayananPublik, on_delete=models.PROTECT, related_name="daftar_tanggapan")
    suara = models.ForeignKey(
        Suara, on_delete=models.PROTECT, null=True, blank=True, related_name="daftar_tanggapan"
    )
    isi = models.TextField(max_length=1000)
    penulis = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    ditulis_at = models.DateTimeField()

    class Meta:
        ordering = ["-ditulis_at", "-id"]

    def __str__(self) -> str:
        return f"Tanggapan {self.layanan}"
