"""Bab IV: the organisation's result, ratings, predikat."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from kinerja.kebijakan.models import Kebijakan, Periode
from kinerja.kepegawaian.lingkup import lingkup
from kinerja.kepegawaian.models import Pegawai, UnitKerja
from kinerja.lib.pilihan import choices
from kinerja.peraturan.alur import StatusEvaluasi
from kinerja.peraturan.predikat import CapaianOrganisasi, Predikat, Rating
from kinerja.perencanaan.lingkup import terlihat_oleh
from kinerja.perencanaan.models import SKP, RencanaHasilKerja

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser
    from django.db.models.manager import Manager

    from kinerja.akun.models import User


BELUM_DITETAPKAN = (StatusEvaluasi.DIBUKA, StatusEvaluasi.DINILAI)
BELUM_DISERAHKAN = (*BELUM_DITETAPKAN, StatusEvaluasi.DITETAPKAN)


class EvaluasiQuerySet(models.QuerySet["Evaluasi"]):
    def visible_to(self, user: User | AnonymousUser) -> EvaluasiQuerySet:
        """Whoever sees the plan, and the officials of this evaluation; the employee only after the hand-over."""
        pegawai = lingkup(user).pegawai
        q = terlihat_oleh(user, awalan="skp__")
        if pegawai is None:
            return self.filter(q)
        pejabat = Q(penilai_id=pegawai.pk) | Q(atasan_penilai_id=pegawai.pk)
        belum = Q(skp__pegawai_id=pegawai.pk, status__in=BELUM_DISERAHKAN)
        return self.filter(q | pejabat).exclude(belum)

    def owned_by(self, user: User | AnonymousUser) -> EvaluasiQuerySet:
        """Also those that are still being rated: their owner may agree on how, and never reads a rating of them."""
        pegawai = lingkup(user).pegawai
        return self.filter(skp__pegawai=pegawai) if pegawai else self.none()

    def with_people(self) -> EvaluasiQuerySet:
        return self.select_related(
            "skp__pegawai",
            "skp__penempatan__jabatan",
            "skp__unit_kerja",
            "penilai",
            "atasan_penilai",
            "periode",
        )


class CapaianUnit(models.Model):
    """The organisation's result of a unit in a period (Lampiran Bab IV, p. 92–94)."""

    unit_kerja = models.ForeignKey(UnitKerja, on_delete=models.PROTECT, related_name="daftar_capaian")
    periode = models.ForeignKey(Periode, on_delete=models.PROTECT, related_name="daftar_capaian")
    nilai = models.CharField(max_length=20, choices=choices(CapaianOrganisasi))
    dasar = models.TextField(blank=True)
    ditetapkan_at = models.DateTimeField()
    ditetapkan_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["periode_id", "unit_kerja__jalur"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit_kerja", "periode"], name="capaian_satu_per_unit_dan_periode"
            )
        ]

    def __str__(self) -> str:
        return f"{self.unit_kerja} {self.periode}: {self.get_nilai_display()}"


class Evaluasi(models.Model):
    """The evaluation of one plan in one period. A correction is a new `versi`; final rows are closed for good."""

    instansi = models.ForeignKey("kepegawaian.Instansi", on_delete=models.PROTECT, related_name="+")
    skp = models.ForeignKey(SKP, on_delete=models.PROTECT, related_name="daftar_evaluasi", db_index=False)
    periode = models.ForeignKey(Periode, on_delete=models.PROTECT, related_name="daftar_evaluasi")
    penilai = models.ForeignKey(
        Pegawai, on_delete=models.PROTECT, related_name="daftar_evaluasi", db_index=False
    )
    atasan_penilai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, null=True, related_name="+")
    oleh_atasan = models.BooleanField(default=False)  # the penilai stayed silent: D.1.2, final
    final_sejak_awal = models.BooleanField(default=False)
    kebijakan = models.ForeignKey(Kebijakan, on_delete=models.PROTECT, null=True, related_name="+")
    status = models.CharField(max_length=15, choices=choices(StatusEvaluasi), default=StatusEvaluasi.DIBUKA)
    versi = models.PositiveSmallIntegerField(default=1)
    revisi = models.PositiveIntegerField(default=0)
    capaian_organisasi = models.CharField(max_length=20, choices=choices(CapaianOrganisasi), blank=True)
    saran_hasil = models.CharField(max_length=25, choices=choices(Rating), blank=True)
    saran_perilaku = models.CharField(max_length=25, choices=choices(Rating), blank=True)
    saran_predikat = models.CharField(max_length=20, choices=choices(Predikat), blank=True)
    masukan = models.JSONField(
        default=dict
    )  # the numbers behind the suggestions, small enough for the simulator
    jejak_saran = models.JSONField(
        default=dict
    )  # how the engine came to its suggestions when the period closed
    rating_hasil = models.CharField(max_length=25, choices=choices(Rating), blank=True)
    rating_perilaku = models.CharField(max_length=25, choices=choices(Rating), blank=True)
    alasan_hasil = models.TextField(blank=True)
    alasan_perilaku = models.TextField(blank=True)
    predikat = models.CharField(max_length=20, choices=choices(Predikat), blank=True)
    gagal_studi = models.BooleanField(default=False)  # limits the predikat (p. 100)
    # Bab IV A.13 a: after a move both may agree to reuse the result of the old unit.
    hasil_lama = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")
    hasil_lama_diusulkan_at = models.DateTimeField(null=True, blank=True)
    catatan = models.TextField(blank=True)  # Catatan/Rekomendasi of D.1.x
    jejak_hitung = models.JSONField(default=dict)  # inputs, rules, thresholds: what "Mengapa" renders
    dinilai_at = models.DateTimeField(null=True, blank=True)
    ditetapkan_at = models.DateTimeField(null=True, blank=True)
    diserahkan_at = models.DateTimeField(null=True, blank=True)
    diterima_at = models.DateTimeField(null=True, blank=True)
    final_at = models.DateTimeField(null=True, blank=True)
    dilaporkan_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[Manager[Evaluasi]] = EvaluasiQuerySet.as_manager()

    class Meta:
        ordering = ["-periode__selesai_on", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["skp", "periode"], name="evaluasi_satu_per_skp_dan_periode"),
            models.CheckConstraint(
                condition=Q(predikat="") | (~Q(rating_hasil="") & ~Q(rating_perilaku="")),
                name="evaluasi_predikat_dari_dua_rating",
            ),
        ]
        indexes = [models.Index(fields=["penilai", "status"], name="evaluasi_penilai")]

    def __str__(self) -> str:
        return f"Evaluasi {self.periode} {self.skp.pegawai}"


class PenilaianHasil(models.Model):
    """How one result was seen: realisation as it stood, feedback, and the rating of that result."""

    evaluasi = models.ForeignKey(
        Evaluasi, on_delete=models.CASCADE, related_name="daftar_hasil", db_index=False
    )
    rhk = models.ForeignKey(RencanaHasilKerja, on_delete=models.PROTECT, related_name="+")
    saran = models.CharField(max_length=25, choices=choices(Rating), blank=True)
    rating = models.CharField(max_length=25, choices=choices(Rating), blank=True)
    alasan = models.TextField(blank=True)  # note ****: below target and yet sesuai, with a reason
    umpan_balik = models.TextField(blank=True)

    class Meta:
        ordering = ["evaluasi_id", "rhk__jenis", "rhk__urutan", "id"]
        constraints = [models.UniqueConstraint(fields=["evaluasi", "rhk"], name="penilaian_hasil_satu")]

    def __str__(self) -> str:
        return f"{self.rhk}: {self.get_rating_display()}"


class PenilaianPerilaku(models.Model):
    """The mark of the penilai for one aspect of behaviour; what other sources say is kept where they say it."""

    evaluasi = models.ForeignKey(
        Evaluasi, on_delete=models.CASCADE, related_name="daftar_perilaku", db_index=False
    )
    aspek = models.CharField(max_length=40)  # code of a value of BerAKHLAK or of an aspect of the policy
    rating = models.CharField(max_length=25, choices=choices(Rating), blank=True)
    umpan_balik = models.TextField(blank=True)

    class Meta:
        ordering = ["evaluasi_id", "id"]
        constraints = [models.UniqueConstraint(fields=["evaluasi", "aspek"], name="penilaian_perilaku_satu")]

    def __str__(self) -> str:
        return f"{self.aspek}: {self.get_rating_display()}"


class VersiEvaluasi(models.Model):
    """An evaluation as it was handed over, kept when an objection changes it."""

    evaluasi = models.ForeignKey(Evaluasi, on_delete=models.CASCADE, related_name="daftar_versi")
    nomor = models.PositiveSmallIntegerField()
    isi = models.JSONField()
    alasan = models.TextField(blank=True)
    created_at = models.DateTimeField()

    class Meta:
        ordering = ["evaluasi_id", "-nomor"]
        constraints = [
            models.UniqueConstraint(fields=["evaluasi", "nomor"], name="versi_evaluasi_satu_nomor")
        ]

    def __str__(self) -> str:
        return f"{self.evaluasi} versi {self.nomor}"
