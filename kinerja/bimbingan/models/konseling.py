"""Counselling: who may counsel, a case, its appointments, its envelopes, and the record that leaves the room."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from kinerja.bimbingan.istilah import AsalKonseling, JenisAmplop, KeadaanKonseling, KeadaanTemu
from kinerja.bimbingan.models.perilaku import LaporanPerilaku
from kinerja.kepegawaian.istilah import JenisPeran
from kinerja.kepegawaian.lingkup import di_bawah, instansi_ids, lingkup
from kinerja.kepegawaian.models import Instansi, Pegawai, UnitKerja
from kinerja.lib.pilihan import choices
from kinerja.peraturan.bimbingan import Konselor, Penerima

if TYPE_CHECKING:
    from datetime import date

    from django.contrib.auth.models import AnonymousUser
    from django.db.models.manager import Manager

    from kinerja.akun.models import User

# Whoever does not look for a week has had his chance; silence cannot hold up a report that the law asks for.
HARI_MEMBACA = 7


class KonselorTerdaftarQuerySet(models.QuerySet["KonselorTerdaftar"]):
    def berlaku(self, on: date) -> KonselorTerdaftarQuerySet:
        return self.filter(Q(selesai_on=None) | Q(selesai_on__gte=on), mulai_on__lte=on)

    def visible_to(self, user: User | AnonymousUser) -> KonselorTerdaftarQuerySet:
        """Everybody of the house may know whom he can turn to."""
        return self.filter(instansi_id__in=instansi_ids(user))


class KonselorTerdaftar(models.Model):
    """Somebody whom the instansi named as counsellor, as what, and on which basis."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="daftar_konselor")
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="daftar_konselor")
    jenis = models.CharField(max_length=20, choices=choices(Konselor))
    dasar = models.CharField(max_length=200, help_text="SK penunjukan atau sertifikat pelatihan konseling.")
    mulai_on = models.DateField()
    selesai_on = models.DateField(null=True, blank=True)

    objects: ClassVar[Manager[KonselorTerdaftar]] = KonselorTerdaftarQuerySet.as_manager()

    class Meta:
        ordering = ["instansi_id", "pegawai__nama", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["pegawai"], condition=Q(selesai_on__isnull=True), name="konselor_terdaftar_sekali"
            ),
            models.CheckConstraint(
                condition=Q(selesai_on__isnull=True) | Q(selesai_on__gte=F("mulai_on")),
                name="konselor_selesai_setelah_mulai",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pegawai.nama} ({self.get_jenis_display()})"


class KonselingQuerySet(models.QuerySet["Konseling"]):
    def visible_to(self, user: User | AnonymousUser) -> KonselingQuerySet:
        """Two people. There is no role, no superior and no admin in this sentence, and there must never be one."""
        saya = lingkup(user).pegawai
        return self.filter(Q(pegawai=saya) | Q(konselor=saya)) if saya else self.none()

    def with_people(self) -> KonselingQuerySet:
        return self.select_related("pegawai", "konselor", "instansi", "laporan")


class Konseling(models.Model):
    """One case. What is said in it lies in `AmplopKonseling`, closed with the key file named `kode`."""

    kode = models.UUIDField(unique=True, default=uuid4, editable=False)
    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="daftar_konseling")
    konselor = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="daftar_mengonseling")
    jenis_konselor = models.CharField(max_length=20, choices=choices(Konselor))
    asal = models.CharField(max_length=10, choices=choices(AsalKonseling))
    laporan = models.ForeignKey(
        LaporanPerilaku, on_delete=models.PROTECT, null=True, blank=True, related_name="daftar_konseling"
    )
    keadaan = models.CharField(max_length=10, choices=choices(KeadaanKonseling))
    requested_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)
    shown_at = models.DateTimeField(null=True, blank=True)  # the draft record, to the person
    read_at = models.DateTimeField(null=True, blank=True)  # by the person, as it stands
    finished_at = models.DateTimeField(null=True, blank=True)
    destroyed_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[Manager[Konseling]] = KonselingQuerySet.as_manager()

    class Meta:
        ordering = ["-requested_at", "-id"]
        constraints = [
            models.CheckConstraint(condition=~Q(pegawai=F("konselor")), name="konseling_bukan_diri_sendiri"),
            models.UniqueConstraint(
                fields=["pegawai", "konselor"],
                condition=Q(keadaan__in=["menunggu", "berjalan"]),
                name="konseling_satu_berjalan",
            ),
        ]
        indexes = [models.Index(fields=["konselor", "keadaan"], name="konseling_konselor")]

    def __str__(self) -> str:
        return f"Konseling nomor {self.pk}"  # never a name: this text may end up in a log

    @property
    def berjalan(self) -> bool:
        return self.keadaan == KeadaanKonseling.BERJALAN


class TemuKonseling(models.Model):
    konseling = models.ForeignKey(Konseling, on_delete=models.CASCADE, related_name="daftar_temu")
    at = models.DateTimeField()
    tempat = models.CharField(max_length=150)
    keadaan = models.CharField(max_length=12, choices=choices(KeadaanTemu), default=KeadaanTemu.DIJADWALKAN)

    class Meta:
        ordering = ["konseling_id", "at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["konseling", "at"], condition=~Q(keadaan="batal"), name="temu_sekali_pada_satu_waktu"
            )
        ]

    def __str__(self) -> str:
        return f"Temu konseling nomor {self.konseling_id}"


class AmplopKonseling(models.Model):
    """Words of one of the two, as noise of one length."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    konseling = models.ForeignKey(Konseling, on_delete=models.CASCADE, related_name="daftar_amplop")
    jenis = models.CharField(max_length=10, choices=choices(JenisAmplop))
    penulis = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    isi = models.BinaryField()

    class Meta:
        ordering = ["konseling_id", "at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["konseling", "jenis"], condition=~Q(jenis="catatan"), name="amplop_satu_per_jenis"
            )
        ]

    def __str__(self) -> str:
        return f"Amplop {self.pk}"


class RekamanKonselingQuerySet(models.QuerySet["RekamanKonseling"]):
    def visible_to(self, user: User | AnonymousUser) -> RekamanKonselingQuerySet:
        """The two people, and those to whom the law sends it: according to the kind of counsellor (T97)."""
        dari = lingkup(user)
        q = Q(kepada_kepegawaian=True) & di_bawah(
            dari.jalur_peran(JenisPeran.ADMIN_INSTANSI), kolom="unit_kerja__jalur"
        )
        if dari.pegawai:
            saya = dari.pegawai
            q |= Q(konseling__pegawai=saya) | Q(konseling__konselor=saya)
            q |= Q(kepada_penilai=saya) | Q(kepada_atasan=saya)
        return self.filter(q)

    def received_by(self, user: User | AnonymousUser) -> RekamanKonselingQuerySet:
        """What was sent to him; the two people find it in their case."""
        saya = lingkup(user).pegawai
        terlihat = self.visible_to(user)
        return (
            terlihat.exclude(Q(konseling__pegawai=saya) | Q(konseling__konselor=saya)) if saya else terlihat
        )


class RekamanKonseling(models.Model):
    """The result and the follow-up that the counsellor chose to report, after the person has seen them."""

    konseling = models.OneToOneField(Konseling, on_delete=models.PROTECT, related_name="rekaman")
    unit_kerja = models.ForeignKey(UnitKerja, on_delete=models.PROTECT, related_name="+")
    hasil = models.TextField()
    tindak_lanjut = models.TextField()
    jumlah_temu = models.PositiveSmallIntegerField()
    kepada_penilai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, null=True, related_name="+")
    kepada_atasan = models.ForeignKey(Pegawai, on_delete=models.PROTECT, null=True, related_name="+")
    kepada_kepegawaian = models.BooleanField(default=False)
    sent_at = models.DateTimeField()
    putusan = models.TextField(blank=True)  # the follow-up that was decided (huruf e)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects: ClassVar[Manager[RekamanKonseling]] = RekamanKonselingQuerySet.as_manager()

    class Meta:
        ordering = ["-sent_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kepada_penilai__isnull=False)
                | Q(kepada_atasan__isnull=False)
                | Q(kepada_kepegawaian=True),
                name="rekaman_konseling_ada_penerima",
            )
        ]

    def __str__(self) -> str:
        return f"Rekaman konseling nomor {self.konseling_id}"

    @property
    def daftar_penerima(self) -> list[Penerima]:
        daftar = [
            (Penerima.PENILAI, self.kepada_penilai_id),
            (Penerima.ATASAN_PENILAI, self.kepada_atasan_id),
            (Penerima.KEPEGAWAIAN, self.kepada_kepegawaian),
        ]
        return [penerima for penerima, ada in daftar if ada]
