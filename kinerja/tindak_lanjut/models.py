"""Bab V: objections, whose outcome closes the evaluation for good; and what a result leads to, decided by people."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from kinerja.kepegawaian.istilah import JenisPeran
from kinerja.kepegawaian.lingkup import di_bawah, lingkup
from kinerja.kepegawaian.models import Pegawai
from kinerja.lib.pilihan import Pilihan, choices
from kinerja.metode.tanda_tindak_lanjut import Tindakan
from kinerja.penilaian.models import Evaluasi
from kinerja.peraturan.predikat import Predikat, Rating
from kinerja.perencanaan.lingkup import terlihat_oleh
from kinerja.tindak_lanjut.istilah import AsalUsulan, StatusUsulan

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser
    from django.db.models.manager import Manager

    from kinerja.akun.models import User


class Putusan(Pilihan):
    MENGUATKAN = "menguatkan", "Menguatkan"
    MENGUBAH = "mengubah", "Mengubah"

    @property
    def hasil(self) -> str:
        """What came out of it, as a reader says it."""
        return "penilaian diubah" if self is Putusan.MENGUBAH else "penilaian dikuatkan"


class KeberatanQuerySet(models.QuerySet["Keberatan"]):
    def visible_to(self, user: User | AnonymousUser) -> KeberatanQuerySet:
        pegawai = lingkup(user).pegawai
        q = terlihat_oleh(user, awalan="evaluasi__skp__")
        return self.filter(q | Q(pemutus=pegawai)) if pegawai else self.filter(q)


class Keberatan(models.Model):
    """An objection to an evaluation (Pasal 29): reasons of one side, explanation of the other, one decision."""

    instansi = models.ForeignKey("kepegawaian.Instansi", on_delete=models.PROTECT, related_name="+")
    evaluasi = models.OneToOneField(Evaluasi, on_delete=models.PROTECT, related_name="keberatan")
    pemutus = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="daftar_keberatan")
    alasan = models.TextField()
    filed_at = models.DateTimeField()
    batas_putusan_on = models.DateField()
    penjelasan_penilai = models.TextField(blank=True)
    explained_at = models.DateTimeField(null=True, blank=True)
    putusan = models.CharField(max_length=12, choices=choices(Putusan), blank=True)
    pertimbangan = models.TextField(blank=True)  # Keputusan dan Rekomendasi of D.1.3
    rating_hasil_lama = models.CharField(max_length=25, choices=choices(Rating), blank=True)
    rating_perilaku_lama = models.CharField(max_length=25, choices=choices(Rating), blank=True)
    predikat_lama = models.CharField(max_length=20, choices=choices(Predikat), blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects: ClassVar[Manager[Keberatan]] = KeberatanQuerySet.as_manager()

    class Meta:
        ordering = ["-filed_at", "-id"]

    def __str__(self) -> str:
        return f"Keberatan atas {self.evaluasi}"

    @property
    def hasil_putusan(self) -> str:
        return Putusan(self.putusan).hasil if self.putusan else ""


class UsulanTindakLanjutQuerySet(models.QuerySet["UsulanTindakLanjut"]):
    def visible_to(self, user: User | AnonymousUser) -> UsulanTindakLanjutQuerySet:
        """On the board: the admins of the unit. The person and his officials read it with the result."""
        jalur = lingkup(user).jalur_peran(JenisPeran.ADMIN_INSTANSI)
        return self.filter(di_bawah(jalur, kolom="evaluasi__skp__unit_kerja__jalur"))

    def with_people(self) -> UsulanTindakLanjutQuerySet:
        return self.select_related(
            "evaluasi__skp__pegawai", "evaluasi__skp__unit_kerja", "evaluasi__periode", "diputus_oleh"
        ).defer("evaluasi__jejak_hitung", "evaluasi__jejak_saran", "evaluasi__masukan")


class UsulanTindakLanjut(models.Model):
    """What the policy's rules propose after a result. It waits for a person, who says yes or no and why."""

    instansi = models.ForeignKey("kepegawaian.Instansi", on_delete=models.PROTECT, related_name="+")
    evaluasi = models.ForeignKey(
        Evaluasi, on_delete=models.PROTECT, related_name="daftar_usulan_tindak_lanjut"
    )
    tindakan = models.CharField(max_length=15, choices=choices(Tindakan))
    asal = models.CharField(max_length=10, choices=choices(AsalUsulan), default=AsalUsulan.ATURAN)
    alasan = models.TextField()  # for the person and his officials
    alasan_umum = models.TextField()  # the same for roles: without what colleagues and staff had a part in
    daftar_aspek = models.JSONField(default=list, blank=True)
    aturan = models.JSONField(
        default=list, blank=True
    )  # the rules as they were, so that one can read them later
    versi = models.PositiveSmallIntegerField()  # of the result
    status = models.CharField(max_length=10, choices=choices(StatusUsulan), default=StatusUsulan.MENUNGGU)
    catatan = models.TextField(blank=True)  # when the result changed after somebody had decided
    disusun_at = models.DateTimeField()
    diputus_at = models.DateTimeField(null=True, blank=True)
    diputus_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    alasan_putusan = models.TextField(blank=True)
    dialihkan_ke = models.CharField(max_length=15, choices=choices(Tindakan), blank=True)
    objek_jenis = models.CharField(max_length=60, blank=True)  # what was opened, in the app below
    objek_id = models.BigIntegerField(null=True, blank=True)
    selesai_at = models.DateTimeField(null=True, blank=True)
    catatan_selesai = models.TextField(blank=True)

    objects: ClassVar[Manager[UsulanTindakLanjut]] = UsulanTindakLanjutQuerySet.as_manager()

    class Meta:
        ordering = ["-disusun_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["evaluasi", "tindakan"], name="usulan_satu_per_hasil_dan_tindakan"
            ),
            models.CheckConstraint(
                condition=Q(status__in=["menunggu", "gugur"])
                | (Q(diputus_at__isnull=False, diputus_oleh__isnull=False) & ~Q(alasan_putusan="")),
                name="usulan_diputus_orang_dengan_alasan",
            ),
        ]
        indexes = [models.Index(fields=["instansi", "status", "tindakan"], name="usulan_papan")]

    def __str__(self) -> str:
        return f"{self.get_tindakan_display()}: {self.evaluasi}"


class PemeriksaanHasil(models.Model):
    """The rules were run over a result in this version, whether they proposed something or not."""

    evaluasi = models.OneToOneField(
        Evaluasi, on_delete=models.CASCADE, related_name="pemeriksaan_tindak_lanjut"
    )
    versi = models.PositiveSmallIntegerField()
    diperiksa_at = models.DateTimeField()

    class Meta:
        ordering = ["-diperiksa_at", "-id"]

    def __str__(self) -> str:
        return f"Pemeriksaan {self.evaluasi}"
