"""A calibration meeting: who takes part, what each marked beforehand, which changes were proposed and answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from kinerja.kalibrasi.istilah import KeadaanSidang, KeadaanUsulan, PeranSidang
from kinerja.kebijakan.models import Periode
from kinerja.kepegawaian.istilah import JenisPeran
from kinerja.kepegawaian.lingkup import di_bawah, lingkup
from kinerja.kepegawaian.models import HubunganPenilai, Pegawai, UnitKerja
from kinerja.lib.pilihan import choices
from kinerja.metode.kalibrasi import ArahTanda
from kinerja.penilaian.models import Evaluasi
from kinerja.peraturan.predikat import Rating

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser
    from django.db.models.manager import Manager

    from kinerja.akun.models import User


class SidangQuerySet(models.QuerySet["Sidang"]):
    def visible_to(self, user: User | AnonymousUser) -> SidangQuerySet:
        """Who takes part, the leaders of the units above, and whoever assesses the chair. Auditors read the trail."""
        dari = lingkup(user)
        q = di_bawah(dari.jalur_peran(JenisPeran.PIMPINAN), kolom="unit_kerja__jalur")
        if dari.pegawai:
            dinilai = HubunganPenilai.objects.filter(penilai=dari.pegawai, selesai_on__isnull=True)
            q |= Q(ketua__in=dinilai.order_by().values("penempatan__pegawai"))
            ikut = Peserta.objects.filter(pegawai=dari.pegawai)
            q |= Q(pk__in=ikut.order_by().values("sidang"))
        return self.filter(q)

    def with_place(self) -> SidangQuerySet:
        return self.select_related("unit_kerja", "periode", "ketua", "instansi")


class Sidang(models.Model):
    """One meeting about the people of a unit in a period. It never moves a rating by itself."""

    instansi = models.ForeignKey("kepegawaian.Instansi", on_delete=models.PROTECT, related_name="+")
    unit_kerja = models.ForeignKey(UnitKerja, on_delete=models.PROTECT, related_name="daftar_sidang")
    periode = models.ForeignKey(Periode, on_delete=models.PROTECT, related_name="daftar_sidang")
    ketua = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    keadaan = models.CharField(max_length=12, choices=choices(KeadaanSidang), default=KeadaanSidang.DISIAPKAN)
    batas_tanda_on = models.DateField()
    notulen = models.TextField(blank=True)
    revisi = models.PositiveIntegerField(default=0)  # of the minutes: two tabs notice one another
    disiapkan_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    disiapkan_at = models.DateTimeField()
    dibuka_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    dibuka_at = models.DateTimeField(null=True, blank=True)
    selesai_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[Manager[Sidang]] = SidangQuerySet.as_manager()

    class Meta:
        ordering = ["-periode__selesai_on", "unit_kerja__jalur", "id"]
        constraints = [
            models.UniqueConstraint(fields=["unit_kerja", "periode"], name="sidang_satu_per_unit_dan_periode")
        ]

    def __str__(self) -> str:
        return f"Kalibrasi {self.periode} {self.unit_kerja}"

    @property
    def tertutup_tanda(self) -> bool:
        """Marks of others stay closed until the chair opens the meeting, so that nobody follows the first."""
        return self.keadaan == KeadaanSidang.DISIAPKAN


class PesertaQuerySet(models.QuerySet["Peserta"]):
    def visible_to(self, user: User | AnonymousUser) -> PesertaQuerySet:
        return self.filter(sidang__in=SidangQuerySet(Sidang).visible_to(user).order_by().values("pk"))


class Peserta(models.Model):
    sidang = models.ForeignKey(Sidang, on_delete=models.CASCADE, related_name="daftar_peserta")
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="daftar_peserta_sidang")
    peran = models.CharField(max_length=15, choices=choices(PeranSidang))

    objects: ClassVar[Manager[Peserta]] = PesertaQuerySet.as_manager()

    class Meta:
        ordering = ["sidang_id", "pegawai__nama", "id"]
        constraints = [models.UniqueConstraint(fields=["sidang", "pegawai"], name="peserta_satu_per_sidang")]

    def __str__(self) -> str:
        return f"{self.pegawai} ({self.get_peran_display()})"

    @property
    def bersuara(self) -> bool:
        return self.peran != PeranSidang.NOTULIS


class TandaQuerySet(models.QuerySet["Tanda"]):
    def visible_to(self, user: User | AnonymousUser) -> TandaQuerySet:
        """One's own; those of others once the meeting is open, and never those about oneself."""
        pegawai = lingkup(user).pegawai
        sidang = SidangQuerySet(Sidang).visible_to(user).exclude(keadaan=KeadaanSidang.DISIAPKAN)
        terbuka = self.filter(Q(sidang__in=sidang.order_by().values("pk")) | Q(peserta__pegawai=pegawai))
        return terbuka.exclude(evaluasi__skp__pegawai=pegawai) if pegawai else terbuka


class Tanda(models.Model):
    """What one participant would do with the ratings of a person, and why, before the meeting."""

    sidang = models.ForeignKey(Sidang, on_delete=models.CASCADE, related_name="daftar_tanda")
    peserta = models.ForeignKey(Peserta, on_delete=models.CASCADE, related_name="daftar_tanda")
    evaluasi = models.ForeignKey(Evaluasi, on_delete=models.PROTECT, related_name="daftar_tanda")
    hasil = models.CharField(max_length=6, choices=choices(ArahTanda), blank=True)
    perilaku = models.CharField(max_length=6, choices=choices(ArahTanda), blank=True)
    bahas = models.BooleanField(default=False)
    komentar = models.TextField(blank=True)
    saved_at = models.DateTimeField()

    objects: ClassVar[Manager[Tanda]] = TandaQuerySet.as_manager()

    class Meta:
        ordering = ["evaluasi_id", "peserta__pegawai__nama", "id"]
        constraints = [
            models.UniqueConstraint(fields=["peserta", "evaluasi"], name="tanda_satu_per_peserta"),
            models.CheckConstraint(
                condition=~Q(hasil="") | ~Q(perilaku="") | Q(bahas=True), name="tanda_tidak_kosong"
            ),
        ]
        indexes = [models.Index(fields=["sidang", "evaluasi"], name="tanda_sidang")]

    def __str__(self) -> str:
        return f"Tanda {self.peserta} untuk {self.evaluasi}"


class UsulanQuerySet(models.QuerySet["Usulan"]):
    def visible_to(self, user: User | AnonymousUser) -> UsulanQuerySet:
        pegawai = lingkup(user).pegawai
        terlihat = self.filter(sidang__in=SidangQuerySet(Sidang).visible_to(user).order_by().values("pk"))
        return terlihat.exclude(evaluasi__skp__pegawai=pegawai) if pegawai else terlihat


class Usulan(models.Model):
    """A change of one person's ratings that a participant proposes; his penilai accepts or declines it."""

    sidang = models.ForeignKey(Sidang, on_delete=models.PROTECT, related_name="daftar_usulan")
    evaluasi = models.ForeignKey(Evaluasi, on_delete=models.PROTECT, related_name="daftar_usulan")
    pengusul = models.ForeignKey(Peserta, on_delete=models.PROTECT, related_name="daftar_usulan")
    dari_hasil = models.CharField(max_length=25, choices=choices(Rating))
    dari_perilaku = models.CharField(max_length=25, choices=choices(Rating))
    rating_hasil = models.CharField(max_length=25, choices=choices(Rating))
    rating_perilaku = models.CharField(max_length=25, choices=choices(Rating))
    alasan = models.TextField()
    keadaan = models.CharField(max_length=10, choices=choices(KeadaanUsulan), default=KeadaanUsulan.MENUNGGU)
    jawaban = models.TextField(blank=True)
    proposed_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )

    objects: ClassVar[Manager[Usulan]] = UsulanQuerySet.as_manager()

    class Meta:
        ordering = ["sidang_id", "proposed_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["evaluasi"], condition=Q(keadaan="menunggu"), name="usulan_menunggu_satu"
            ),
            models.CheckConstraint(
                condition=~Q(dari_hasil=F("rating_hasil")) | ~Q(dari_perilaku=F("rating_perilaku")),
                name="usulan_mengubah_sesuatu",
            ),
        ]

    def __str__(self) -> str:
        return f"Usul untuk {self.evaluasi}"
