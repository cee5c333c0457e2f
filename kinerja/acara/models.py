"""Events of sosialisasi, who said he would come, who came, who understood; and the plan of a year."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.functional import cached_property

from kinerja.acara.istilah import (
    PINTU_DIBUKA,
    PINTU_DITUTUP,
    CaraHadir,
    JawabanAcara,
    JenisAcara,
    KeadaanAcara,
    KeadaanLangkah,
)
from kinerja.kepegawaian.istilah import JenisPeran
from kinerja.kepegawaian.lingkup import di_bawah, lingkup
from kinerja.kepegawaian.models import Instansi, Pegawai, Penempatan, UnitKerja
from kinerja.lib.pilihan import choices
from kinerja.lib.tanggal import format_rentang_waktu
from kinerja.lib.versi import versi_isi
from kinerja.tanya.models import Penggerak

if TYPE_CHECKING:
    from datetime import datetime

    from django.contrib.auth.models import AnonymousUser
    from django.db.models.manager import Manager

    from kinerja.akun.models import User


def _administered(user: User | AnonymousUser, *, kolom: str) -> Q:
    """Rows of the instansi of which the user is admin as a whole."""
    jalur = lingkup(user).jalur_peran(JenisPeran.ADMIN_INSTANSI)
    if not jalur:
        return Q(pk__in=[])
    akar = UnitKerja.objects.filter(induk=None, jalur__in=jalur).order_by()
    return Q(**{f"{kolom}__in": akar.values("instansi")})


class AcaraQuerySet(models.QuerySet["Acara"]):
    def invited(self, pegawai_id: int) -> AcaraQuerySet:
        """Whoever works in one of its units today, or below; and who has said or shown that he takes part."""
        tempat = Penempatan.objects.filter(
            pegawai_id=pegawai_id,
            selesai_on=None,
            unit_kerja__jalur__startswith=OuterRef("unit_kerja__jalur"),
        )
        diundang = SasaranAcara.objects.filter(Exists(tempat)).order_by().values("acara")
        ikut = PesertaAcara.objects.filter(pegawai_id=pegawai_id).order_by().values("acara")
        return self.filter(Q(pk__in=diundang) | Q(pk__in=ikut))

    def visible_to(self, user: User | AnonymousUser) -> AcaraQuerySet:
        """Who is invited; and the admin and the penggerak of an invited unit or of one above it."""
        pegawai = lingkup(user).pegawai
        q = di_bawah(lingkup(user).jalur_peran(JenisPeran.ADMIN_INSTANSI), kolom="unit_kerja__jalur")
        if pegawai is not None:
            q |= Q(Exists(Penggerak.objects.running().filter(pegawai=pegawai).above()))
        kelola = self.filter(pk__in=SasaranAcara.objects.filter(q).order_by().values("acara"))
        return kelola | self.invited(pegawai.pk) if pegawai else kelola


class Acara(models.Model):
    """One meeting at one time. Who is invited follows from its units and today's posts: nobody keeps a list."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    judul = models.CharField(max_length=120)
    jenis = models.CharField(max_length=12, choices=choices(JenisAcara))
    uraian = models.CharField(max_length=1000, blank=True)
    mulai_at = models.DateTimeField(db_index=True)
    selesai_at = models.DateTimeField()
    tempat = models.CharField(max_length=200, blank=True)
    tautan = models.CharField(max_length=500, blank=True)
    pembicara = models.CharField(max_length=200, blank=True)
    kursi = models.PositiveSmallIntegerField(null=True, blank=True)  # None: whoever comes finds a place
    keadaan = models.CharField(
        max_length=12, choices=choices(KeadaanAcara), default=KeadaanAcara.TERJADWAL.value
    )
    alasan = models.CharField(max_length=300, blank=True)  # why it was called off, or moved the last time
    revisi = models.PositiveIntegerField(default=0)
    ringkasan = models.TextField(blank=True)
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    dibuat_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects: ClassVar[Manager[Acara]] = AcaraQuerySet.as_manager()

    class Meta:
        ordering = ["-mulai_at", "-id"]
        constraints = [
            models.CheckConstraint(condition=Q(selesai_at__gt=F("mulai_at")), name="acara_selesai_setelah_mulai"),
            models.CheckConstraint(condition=~Q(tempat="") | ~Q(tautan=""), name="acara_ada_tempat"),
            models.CheckConstraint(condition=Q(kursi__isnull=True) | Q(kursi__gte=1), name="acara_ada_kursi"),
            models.CheckConstraint(condition=~Q(keadaan="batal") | ~Q(alasan=""), name="acara_batal_beralasan"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.judul

    @property
    def batal(self) -> bool:
        return self.keadaan == KeadaanAcara.BATAL

    @cached_property
    def jalur_sasaran(self) -> list[str]:
        """The paths of the units that are invited."""
        daftar = self.daftar_sasaran.order_by("unit_kerja__jalur")
        return list(daftar.values_list("unit_kerja__jalur", flat=True))

    @property
    def masa(self) -> str:
        """On the wall of the office."""
        return format_rentang_waktu(self.mulai_at, self.selesai_at, zone=ZoneInfo(self.instansi.zona_waktu))

    def pintu_terbuka(self, at: datetime) -> bool:
        """Whether people may write themselves down now."""
        return not self.batal and self.mulai_at - PINTU_DIBUKA <= at <= self.selesai_at + PINTU_DITUTUP


class SasaranAcara(models.Model):
    """A unit that is invited with everything below it; the topmost one means everybody."""

    acara = models.ForeignKey(Acara, on_delete=models.CASCADE, related_name="daftar_sasaran")
    unit_kerja = models.ForeignKey(UnitKerja, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["acara_id", "unit_kerja__jalur", "id"]
        constraints = [models.UniqueConstraint(fields=["acara", "unit_kerja"], name="sasaran_acara_sekali")]

    def __str__(self) -> str:
        return f"{self.acara}: {self.unit_kerja}"


class MateriAcara(models.Model):
    """What is read before or after: a guide of the application, or a page elsewhere."""

    acara = models.ForeignKey(Acara, on_delete=models.CASCADE, related_name="daftar_materi")
    urutan = models.PositiveSmallIntegerField()
    judul = models.CharField(max_length=150)
    panduan = models.SlugField(max_length=60, blank=True)
    tautan = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["acara_id", "urutan", "id"]
        constraints = [
            models.UniqueConstraint(fields=["acara", "panduan", "tautan"], name="materi_sekali_per_acara"),
            models.CheckConstraint(
                condition=(Q(panduan="") & ~Q(tautan="")) | (~Q(panduan="") & Q(tautan="")),
                name="materi_panduan_atau_tautan",
            ),
        ]

    def __str__(self) -> str:
        return self.judul


class PesertaAcara(models.Model):
    """One person who answered, or who came. `unit_kerja` is where he worked then."""

    acara = models.ForeignKey(Acara, on_delete=models.CASCADE, related_name="daftar_peserta")
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="daftar_ikut_acara")
    unit_kerja = models.ForeignKey(UnitKerja, on_delete=models.PROTECT, related_name="+")
    jawaban = models.CharField(max_length=8, choices=choices(JawabanAcara), blank=True)
    dijawab_at = models.DateTimeField(null=True, blank=True)
    hadir_at = models.DateTimeField(null=True, blank=True)
    cara = models.CharField(max_length=8, choices=choices(CaraHadir), blank=True)
    dicatat_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["acara_id", "pegawai__nama", "id"]
        constraints = [
            models.UniqueConstraint(fields=["acara", "pegawai"], name="peserta_acara_sekali"),
            models.CheckConstraint(
                condition=Q(hadir_at__isnull=True, cara="") | (Q(hadir_at__isnull=False) & ~Q(cara="")),
                name="peserta_acara_hadir_bercara",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pegawai} pada {self.acara}"


class PemahamanMateri(models.Model):
    """He signed, once, that he has understood it."""

    materi = models.ForeignKey(MateriAcara, on_delete=models.PROTECT, related_name="daftar_pemahaman")
    peserta = models.ForeignKey(PesertaAcara, on_delete=models.CASCADE, related_name="daftar_pemahaman")
    at = models.DateTimeField()

    class Meta:
        ordering = ["materi_id", "id"]
        constraints = [models.UniqueConstraint(fields=["materi", "peserta"], name="paham_sekali_per_materi")]

    def __str__(self) -> str:
        return f"{self.peserta}: {self.materi}"


class RencanaSosialisasiQuerySet(models.QuerySet["RencanaSosialisasi"]):
    def visible_to(self, user: User | AnonymousUser) -> RencanaSosialisasiQuerySet:
        return self.filter(_administered(user, kolom="instansi"))


class RencanaSosialisasi(models.Model):
    """What an instansi does in a year so that its people use the application, and understand why."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    tahun = models.PositiveSmallIntegerField()
    mulai_on = models.DateField()
    created_at = models.DateTimeField()
    dibuat_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects: ClassVar[Manager[RencanaSosialisasi]] = RencanaSosialisasiQuerySet.as_manager()

    class Meta:
        ordering = ["-tahun", "id"]
        constraints = [
            models.UniqueConstraint(fields=["instansi", "tahun"], name="rencana_sosialisasi_satu_setahun")
        ]

    def __str__(self) -> str:
        return f"Rencana sosialisasi {self.tahun}"


class LangkahQuerySet(models.QuerySet["LangkahSosialisasi"]):
    def visible_to(self, user: User | AnonymousUser) -> LangkahQuerySet:
        return self.filter(_administered(user, kolom="rencana__instansi"))


class LangkahSosialisasi(models.Model):
    """One step: what, for whom, by when, who sees to it. `jenis_acara` proposes what kind of event it would be."""

    rencana = models.ForeignKey(RencanaSosialisasi, on_delete=models.CASCADE, related_name="daftar_langkah")
    judul = models.CharField(max_length=150)
    untuk = models.CharField(max_length=150)
    unit_kerja = models.ForeignKey(
        UnitKerja, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    batas_on = models.DateField()
    penanggung = models.ForeignKey(Pegawai, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    jenis_acara = models.CharField(max_length=12, choices=choices(JenisAcara), blank=True)
    acara = models.ForeignKey(
        Acara, on_delete=models.SET_NULL, null=True, blank=True, related_name="daftar_langkah"
    )
    keadaan = models.CharField(
        max_length=10, choices=choices(KeadaanLangkah), default=KeadaanLangkah.BELUM.value
    )
    catatan = models.CharField(max_length=500, blank=True)
    selesai_at = models.DateTimeField(null=True, blank=True)
    selesai_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects: ClassVar[Manager[LangkahSosialisasi]] = LangkahQuerySet.as_manager()

    class Meta:
        ordering = ["batas_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(keadaan="selesai", selesai_at__isnull=False, selesai_oleh__isnull=False)
                | (~Q(keadaan="selesai") & Q(selesai_at__isnull=True, selesai_oleh__isnull=True)),
                name="langkah_selesai_oleh_seseorang",
            )
        ]

    def __str__(self) -> str:
        return self.judul

    @property
    def terbuka(self) -> bool:
        return self.keadaan in (KeadaanLangkah.BELUM, KeadaanLangkah.JALAN)

    @property
    def versi(self) -> str:
        """Of what its form holds."""
        orang, acara = self.penanggung_id, self.acara_id
        return versi_isi(
            self.judul, self.untuk, self.unit_kerja_id, self.batas_on, orang, acara, self.catatan
        )
