"""Who helps his colleagues in a unit, what they asked him, and which answers are for everybody."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q

from kinerja.kepegawaian.istilah import JenisPeran, StatusPegawai
from kinerja.kepegawaian.lingkup import di_bawah, instansi_ids, lingkup
from kinerja.kepegawaian.models import Instansi, Pegawai, UnitKerja
from kinerja.lib.pilihan import choices
from kinerja.lib.versi import versi_isi
from kinerja.tanya.istilah import JenisPesan, KeadaanFAQ, KeadaanTanya

if TYPE_CHECKING:
    from datetime import date

    from django.contrib.auth.models import AnonymousUser
    from django.db.models.manager import Manager

    from kinerja.akun.models import User


def _path(dari: OuterRef) -> ExpressionWrapper[OuterRef]:
    """The path of an outer row, to be compared with the paths of this one."""
    return ExpressionWrapper(dari, output_field=CharField())


class PenggerakQuerySet(models.QuerySet["Penggerak"]):
    def visible_to(self, user: User | AnonymousUser) -> PenggerakQuerySet:
        """Everybody may know whom to ask, in his own house."""
        return self.filter(unit_kerja__instansi_id__in=instansi_ids(user))

    def running(self) -> PenggerakQuerySet:
        """Not ended, and at work."""
        return self.filter(diakhiri_at__isnull=True, pegawai__status=StatusPegawai.AKTIF)

    def berlaku(self, on: date) -> PenggerakQuerySet:
        return self.running().filter(Q(selesai_on__isnull=True) | Q(selesai_on__gte=on), mulai_on__lte=on)

    def above(self, kolom: str = "unit_kerja__jalur") -> PenggerakQuerySet:
        """Those whose unit is that of the outer row or one above it."""
        return self.annotate(jalur_tanya=_path(OuterRef(kolom))).filter(
            jalur_tanya__startswith=F("unit_kerja__jalur")
        )


class Penggerak(models.Model):
    """A colleague whom the people of a unit, and of those below it, may ask.

    A term begins on the day of appointment or before; `selesai_on` is the last day that was planned, and `diakhiri_at` the
    moment it was over: the admin ended it, or the hourly job after that day.
    """

    unit_kerja = models.ForeignKey(UnitKerja, on_delete=models.PROTECT, related_name="daftar_penggerak")
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="daftar_penggerak")
    mulai_on = models.DateField()
    selesai_on = models.DateField(null=True, blank=True)
    alasan = models.CharField(max_length=200, blank=True)
    ditunjuk_at = models.DateTimeField()
    ditunjuk_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    diakhiri_at = models.DateTimeField(null=True, blank=True)
    diakhiri_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects: ClassVar[Manager[Penggerak]] = PenggerakQuerySet.as_manager()

    class Meta:
        ordering = ["unit_kerja__jalur", "pegawai__nama", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit_kerja", "pegawai"],
                condition=Q(diakhiri_at__isnull=True),
                name="penggerak_satu_kali_per_unit",
            ),
            models.CheckConstraint(
                condition=Q(selesai_on__isnull=True) | Q(selesai_on__gte=F("mulai_on")),
                name="penggerak_selesai_setelah_mulai",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pegawai} · {self.unit_kerja}"


class PertanyaanQuerySet(models.QuerySet["Pertanyaan"]):
    def visible_to(self, user: User | AnonymousUser) -> PertanyaanQuerySet:
        """Who asked, the penggerak of his unit or of one above it, and the admin. No leader, no penilai."""
        pegawai = lingkup(user).pegawai
        q = self._of_admin(user)
        if pegawai is not None:
            q |= Q(penanya=pegawai) | Q(Exists(Penggerak.objects.running().filter(pegawai=pegawai).above()))
        return self.filter(q)

    def answerable_by(self, user: User | AnonymousUser, *, on: date) -> PertanyaanQuerySet:
        """Of others, in the units that one is there for."""
        pegawai = lingkup(user).pegawai
        q = self._of_admin(user)
        if pegawai is not None:
            q |= Q(Exists(Penggerak.objects.berlaku(on).filter(pegawai=pegawai).above()))
        return self.filter(q).exclude(penanya__user=user.pk or 0)

    def awaiting(self, user: User | AnonymousUser, *, on: date) -> PertanyaanQuerySet:
        """Open ones for whom he is the nearest to ask; for the admin those that have risen."""
        pegawai = lingkup(user).pegawai
        q = self._of_admin(user) & Q(naik_at__isnull=False)
        if pegawai is not None:
            lebih_dekat = (
                Penggerak.objects.berlaku(on)
                .exclude(pegawai=OuterRef(OuterRef("penanya")))
                .annotate(jalur_tanya=_path(OuterRef(OuterRef("unit_kerja__jalur"))))
                .filter(
                    jalur_tanya__startswith=F("unit_kerja__jalur"),
                    unit_kerja__jalur__startswith=OuterRef("unit_kerja__jalur"),
                )
                .exclude(unit_kerja=OuterRef("unit_kerja"))
            )
            milik = Penggerak.objects.berlaku(on).filter(~Exists(lebih_dekat), pegawai=pegawai).above()
            q |= Q(Exists(milik))
        return self.filter(q, keadaan=KeadaanTanya.MENUNGGU).exclude(penanya__user=user.pk or 0)

    def with_people(self) -> PertanyaanQuerySet:
        return self.select_related("penanya", "unit_kerja", "instansi")

    def _of_admin(self, user: User | AnonymousUser) -> Q:
        return di_bawah(lingkup(user).jalur_peran(JenisPeran.ADMIN_INSTANSI), kolom="unit_kerja__jalur")


class Pertanyaan(models.Model):
    """What somebody asked, in the unit where he worked then. `tentang` is the code of a guide."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    penanya = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="daftar_pertanyaan")
    unit_kerja = models.ForeignKey(UnitKerja, on_delete=models.PROTECT, related_name="+")
    tentang = models.CharField(max_length=40, blank=True)
    teks = models.CharField(max_length=1000)
    keadaan = models.CharField(max_length=10, choices=choices(KeadaanTanya), default=KeadaanTanya.MENUNGGU)
    batas_on = models.DateField()
    asked_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)
    naik_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[Manager[Pertanyaan]] = PertanyaanQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at", "-id"]
        indexes = [
            models.Index(fields=["penanya", "-asked_at"], name="tanya_penanya"),
            models.Index(fields=["keadaan", "batas_on"], name="tanya_batas"),
        ]

    def __str__(self) -> str:
        return f"Pertanyaan {self.pk}"

    @property
    def menunggu(self) -> bool:
        return self.keadaan == KeadaanTanya.MENUNGGU


class PesanTanya(models.Model):
    """What was said after the question; never changed."""

    pertanyaan = models.ForeignKey(Pertanyaan, on_delete=models.CASCADE, related_name="daftar_pesan")
    jenis = models.CharField(max_length=10, choices=choices(JenisPesan))
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    teks = models.CharField(max_length=3000)
    at = models.DateTimeField()

    class Meta:
        ordering = ["pertanyaan_id", "id"]

    def __str__(self) -> str:
        return self.get_jenis_display()


class FAQQuerySet(models.QuerySet["FAQ"]):
    def visible_to(self, user: User | AnonymousUser) -> FAQQuerySet:
        """Published ones for the whole house; the others for who proposed them and the admin who may read the question."""
        jalur = lingkup(user).jalur_peran(JenisPeran.ADMIN_INSTANSI)
        q = Q(keadaan=KeadaanFAQ.TERBIT) | Q(diusulkan_oleh_id=user.pk)
        q |= di_bawah(jalur, kolom="pertanyaan__unit_kerja__jalur")
        return self.filter(q, instansi_id__in=instansi_ids(user))

    def published(self) -> FAQQuerySet:
        return self.filter(keadaan=KeadaanFAQ.TERBIT)


class FAQ(models.Model):
    """A question and its answer in words that name nobody. Where it came from is known to those who could read that."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    pertanyaan = models.OneToOneField(Pertanyaan, on_delete=models.PROTECT, related_name="faq")
    topik = models.CharField(max_length=40, blank=True)
    judul = models.CharField(max_length=200)
    jawaban = models.CharField(max_length=3000)
    urutan = models.PositiveSmallIntegerField(default=10)
    keadaan = models.CharField(max_length=10, choices=choices(KeadaanFAQ), default=KeadaanFAQ.DIUSULKAN)
    diusulkan_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    diusulkan_at = models.DateTimeField()
    diterbitkan_at = models.DateTimeField(null=True, blank=True)
    diubah_at = models.DateTimeField()

    objects: ClassVar[Manager[FAQ]] = FAQQuerySet.as_manager()

    class Meta:
        ordering = ["topik", "urutan", "judul", "id"]
        verbose_name = "FAQ"
        indexes = [models.Index(fields=["instansi", "keadaan"], name="faq_terbit")]

    def __str__(self) -> str:
        return self.judul

    @property
    def versi(self) -> str:
        """The fingerprint of its words: two tabs notice one another."""
        return versi_isi(self.judul, self.jawaban, self.topik, self.urutan)
