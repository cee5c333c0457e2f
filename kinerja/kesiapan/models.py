"""The monthly pulse, answered in envelopes, and what a unit's readiness looked like each month.

What a pulse says is kept apart from who answered it: docs/adr/0026-denyut-dan-kesiapan.md.
"""

from __future__ import annotations

import uuid
from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from django.db import models
from django.db.models import Q

from kinerja.kepegawaian.lingkup import di_bawah, instansi_ids, lingkup
from kinerja.kepegawaian.models import Instansi, Pegawai, UnitKerja
from kinerja.kesiapan.istilah import BANYAK_PERNYATAAN, SETUJU, KeadaanDenyut, KeadaanIkut
from kinerja.lib.pilihan import choices
from kinerja.lib.tanggal import format_bulan
from kinerja.pantau.lingkup import jalur_pantau

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser
    from django.db.models.manager import Manager

    from kinerja.akun.models import User


class DenyutQuerySet(models.QuerySet["Denyut"]):
    def visible_to(self, user: User | AnonymousUser) -> DenyutQuerySet:
        """What was asked is no secret inside the house."""
        return self.filter(instansi_id__in=instansi_ids(user))

    def running(self, bulan: date) -> DenyutQuerySet:
        return self.filter(bulan=bulan, keadaan=KeadaanDenyut.BERJALAN)


class IkutQuerySet(models.QuerySet["IkutDenyut"]):
    def visible_to(self, user: User | AnonymousUser) -> IkutQuerySet:
        """Only one's own: nobody reads on a page who has answered."""
        pegawai = lingkup(user).pegawai
        return self.filter(pegawai=pegawai) if pegawai else self.none()


class AmplopDenyutQuerySet(models.QuerySet["AmplopDenyut"]):
    def visible_to(self, user: User | AnonymousUser) -> AmplopDenyutQuerySet:
        pegawai = lingkup(user).pegawai
        return self.filter(ikut__pegawai=pegawai) if pegawai else self.none()


class RangkumanDenyutQuerySet(models.QuerySet["RangkumanDenyut"]):
    def visible_to(self, user: User | AnonymousUser, *, on: date) -> RangkumanDenyutQuerySet:
        """The whole house is read by everybody in it, a unit by whoever leads, manages or heads it."""
        dalam = di_bawah(jalur_pantau(user, on=on), kolom="unit_kerja__jalur")
        return self.filter(dalam | Q(unit_kerja__induk=None, unit_kerja__instansi_id__in=instansi_ids(user)))


class KalimatDenyutQuerySet(models.QuerySet["KalimatDenyut"]):
    def visible_to(self, user: User | AnonymousUser, *, on: date) -> KalimatDenyutQuerySet:
        return self.filter(di_bawah(jalur_pantau(user, on=on), kolom="unit_kerja__jalur"))


class PotretQuerySet(models.QuerySet["PotretKesiapan"]):
    def visible_to(self, user: User | AnonymousUser, *, on: date) -> PotretQuerySet:
        return self.filter(di_bawah(jalur_pantau(user, on=on), kolom="unit_kerja__jalur"))


class Denyut(models.Model):
    """Three statements put to everybody of an instansi for a month. `kode` names the key of its envelopes."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="daftar_denyut")
    kode = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    bulan = models.DateField(help_text="Hari pertama bulannya.")
    pernyataan = models.JSONField(default=list)
    keadaan = models.CharField(max_length=10, choices=choices(KeadaanDenyut), default=KeadaanDenyut.DISIAPKAN)
    banyak_jawaban = models.PositiveIntegerField(default=0)
    tidak_terbaca = models.PositiveIntegerField(default=0)
    dibuka_at = models.DateTimeField(null=True, blank=True)
    ditutup_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[Manager[Denyut]] = DenyutQuerySet.as_manager()

    class Meta:
        ordering = ["-bulan", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["instansi", "bulan"], name="denyut_sekali_sebulan"),
        ]

    def __str__(self) -> str:
        return f"Denyut {format_bulan(self.bulan)}"

    @property
    def selesai_on(self) -> date:
        return self.bulan.replace(day=monthrange(self.bulan.year, self.bulan.month)[1])

    def terbuka(self, on: date) -> bool:
        return self.keadaan == KeadaanDenyut.BERJALAN and self.bulan <= on <= self.selesai_on


class IkutDenyut(models.Model):
    """That somebody answered or passed the month over; gone when the month is closed. What he said is not here."""

    denyut = models.ForeignKey(Denyut, on_delete=models.PROTECT, related_name="daftar_ikut", db_index=False)
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    unit_kerja = models.ForeignKey(UnitKerja, on_delete=models.PROTECT, related_name="+", db_index=False)
    keadaan = models.CharField(max_length=10, choices=choices(KeadaanIkut))

    objects: ClassVar[Manager[IkutDenyut]] = IkutQuerySet.as_manager()

    class Meta:
        ordering = ["denyut_id", "id"]
        constraints = [models.UniqueConstraint(fields=["denyut", "pegawai"], name="ikut_denyut_sekali")]

    def __str__(self) -> str:
        return self.get_keadaan_display()


class AmplopDenyut(models.Model):
    """An answer as long as its month runs: one length for all, unreadable without the key of the month."""

    ikut = models.OneToOneField(IkutDenyut, on_delete=models.PROTECT, primary_key=True, related_name="amplop")
    isi = models.BinaryField()

    objects: ClassVar[Manager[AmplopDenyut]] = AmplopDenyutQuerySet.as_manager()

    class Meta:
        ordering = ["ikut_id"]

    def __str__(self) -> str:
        return "Amplop tertutup"


class RangkumanDenyut(models.Model):
    """How often each step was given for one statement in a unit and all below it. What may not be shown is not stored."""

    denyut = models.ForeignKey(
        Denyut, on_delete=models.PROTECT, related_name="daftar_rangkuman", db_index=False
    )
    unit_kerja = models.ForeignKey(UnitKerja, on_delete=models.PROTECT, related_name="+")
    nomor = models.PositiveSmallIntegerField()
    langkah_1 = models.PositiveIntegerField(default=0)
    langkah_2 = models.PositiveIntegerField(default=0)
    langkah_3 = models.PositiveIntegerField(default=0)
    langkah_4 = models.PositiveIntegerField(default=0)
    langkah_5 = models.PositiveIntegerField(default=0)

    objects: ClassVar[Manager[RangkumanDenyut]] = RangkumanDenyutQuerySet.as_manager()

    class Meta:
        ordering = ["denyut_id", "unit_kerja_id", "nomor"]
        constraints = [
            models.UniqueConstraint(fields=["denyut", "unit_kerja", "nomor"], name="rangkuman_denyut_satu"),
            models.CheckConstraint(
                condition=Q(nomor__gte=1, nomor__lte=BANYAK_PERNYATAAN), name="rangkuman_denyut_nomor"
            ),
        ]

    def __str__(self) -> str:
        return f"Pernyataan {self.nomor}, {self.n} jawaban"

    @property
    def langkah(self) -> tuple[int, ...]:
        return (self.langkah_1, self.langkah_2, self.langkah_3, self.langkah_4, self.langkah_5)

    @property
    def n(self) -> int:
        return sum(self.langkah)

    @property
    def setuju(self) -> int:
        return sum(self.langkah[SETUJU - 1 :])


class KalimatDenyut(models.Model):
    """One sentence of a closed month: its key is random, and nothing leads from it to another or to a tally."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    denyut = models.ForeignKey(Denyut, on_delete=models.PROTECT, related_name="daftar_kalimat")
    unit_kerja = models.ForeignKey(UnitKerja, on_delete=models.PROTECT, related_name="+")
    teks = models.CharField(max_length=200)

    objects: ClassVar[Manager[KalimatDenyut]] = KalimatDenyutQuerySet.as_manager()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.teks


class PotretKesiapan(models.Model):
    """How ready a unit and all below it were in a month: counted anew every day until the month is over."""

    unit_kerja = models.ForeignKey(UnitKerja, on_delete=models.CASCADE, related_name="daftar_potret")
    bulan = models.DateField()
    on = models.DateField()
    pegawai = models.PositiveIntegerField()
    aktif = models.PositiveIntegerField()  # signed in during the last thirty days
    langkah = models.PositiveIntegerField()  # has a plan that is set, and a first figure
    # Whether people may be counted here: see `kelompok_kecil.tutup_pohon`.
    tampil = models.BooleanField()
    skp_ditetapkan = models.PositiveIntegerField()
    hari_tetap = models.DecimalField(max_digits=5, decimal_places=1, null=True)  # median, in working days
    ub_semua = models.PositiveIntegerField()
    ub_sudah = models.PositiveIntegerField()

    objects: ClassVar[Manager[PotretKesiapan]] = PotretQuerySet.as_manager()

    class Meta:
        ordering = ["unit_kerja_id", "-bulan"]
        constraints = [
            models.UniqueConstraint(fields=["unit_kerja", "bulan"], name="potret_satu_sebulan"),
        ]

    def __str__(self) -> str:
        return f"Kesiapan {self.unit_kerja_id} {format_bulan(self.bulan)}"
