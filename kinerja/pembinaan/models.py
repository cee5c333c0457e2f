"""A plan that helps somebody whose result fell below: goals, steps, help, talks, reviews, and how it ended."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from kinerja.kepegawaian.istilah import JenisPenempatan, JenisPeran
from kinerja.kepegawaian.lingkup import di_bawah, lingkup
from kinerja.kepegawaian.models import HubunganPenilai, Pegawai, UnitKerja
from kinerja.lib.pilihan import choices
from kinerja.pembinaan.istilah import (
    BELUM_SELESAI,
    HasilPembinaan,
    JenisButir,
    JenisKaitan,
    JenisPeninjauan,
    KeadaanSasaran,
    SikapPegawai,
    StatusPembinaan,
)
from kinerja.penilaian.models import Evaluasi

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser
    from django.db.models.manager import Manager

    from kinerja.akun.models import User


class RencanaPembinaanQuerySet(models.QuerySet["RencanaPembinaan"]):
    def visible_to(self, user: User | AnonymousUser) -> RencanaPembinaanQuerySet:
        """The person, the penilai, the atasan penilai and the admin of the unit. Leaders and auditors do not read it."""
        dari = lingkup(user)
        q = di_bawah(dari.jalur_peran(JenisPeran.ADMIN_INSTANSI), kolom="unit_kerja__jalur")
        if dari.pegawai:
            nomor = dari.pegawai.pk
            q |= Q(pegawai_id=nomor) | Q(penilai_id=nomor) | Q(atasan_penilai_id=nomor)
            # Who took the person over today finds the plan at once, before the clock hands it to him.
            q |= Q(status__in=BELUM_SELESAI, pegawai__in=dinilai_oleh(nomor))
        return self.filter(q)

    def running(self) -> RencanaPembinaanQuerySet:
        return self.filter(status__in=BELUM_SELESAI)

    def with_people(self) -> RencanaPembinaanQuerySet:
        return self.select_related(
            "pegawai",
            "penilai",
            "atasan_penilai",
            "unit_kerja",
            "instansi",
            "evaluasi__periode",
            "ditutup_oleh",
        )


def dinilai_oleh(penilai_id: int) -> models.QuerySet[HubunganPenilai, int]:
    """Numbers of the people whom somebody assesses now."""
    kini = HubunganPenilai.objects.filter(
        penilai_id=penilai_id,
        selesai_on__isnull=True,
        penempatan__selesai_on__isnull=True,
        penempatan__jenis=JenisPenempatan.DEFINITIF,
    )
    return kini.order_by().values_list("penempatan__pegawai_id", flat=True)


class RencanaPembinaan(models.Model):
    """One plan for one person. It follows him to a new penilai, and ends with a reason, never by itself."""

    instansi = models.ForeignKey("kepegawaian.Instansi", on_delete=models.PROTECT, related_name="+")
    evaluasi = models.ForeignKey(Evaluasi, on_delete=models.PROTECT, related_name="daftar_pembinaan")
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="daftar_pembinaan")
    penilai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    atasan_penilai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, null=True, related_name="+")
    unit_kerja = models.ForeignKey(UnitKerja, on_delete=models.PROTECT, related_name="+")
    status = models.CharField(
        max_length=10, choices=choices(StatusPembinaan), default=StatusPembinaan.DISUSUN
    )
    alasan = models.TextField()
    mulai_on = models.DateField()
    batas_on = models.DateField()
    dibuka_at = models.DateTimeField()
    dibuka_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    ttd_penilai_at = models.DateTimeField(null=True, blank=True)
    ttd_penilai_nama = models.CharField(max_length=150, blank=True)
    ttd_penilai_nip = models.CharField(max_length=18, blank=True)
    dijawab_at = models.DateTimeField(null=True, blank=True)
    sikap = models.CharField(max_length=15, choices=choices(SikapPegawai), blank=True)
    keberatan_pegawai = models.TextField(blank=True)  # kept as it was said; it stops nothing
    hasil = models.CharField(max_length=15, choices=choices(HasilPembinaan), blank=True)
    alasan_hasil = models.TextField(blank=True)
    ditutup_at = models.DateTimeField(null=True, blank=True)
    ditutup_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )  # empty: the person left, and the clock closed it

    objects: ClassVar[Manager[RencanaPembinaan]] = RencanaPembinaanQuerySet.as_manager()

    class Meta:
        ordering = ["-dibuka_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["pegawai"], condition=~Q(status="selesai"), name="pembinaan_satu_berjalan"
            ),
            models.CheckConstraint(
                condition=Q(batas_on__gt=F("mulai_on")), name="pembinaan_batas_setelah_mulai"
            ),
            models.CheckConstraint(
                condition=~Q(status="selesai") | (~Q(hasil="") & ~Q(alasan_hasil="")),
                name="pembinaan_selesai_beralasan",
            ),
        ]

    def __str__(self) -> str:
        return f"Pembinaan {self.pegawai}"

    @property
    def terbuka(self) -> bool:
        return self.status != StatusPembinaan.SELESAI


class SasaranPembinaan(models.Model):
    """What should be different at the end, tied to what was low; agreed with the signature and not changed after it."""

    rencana = models.ForeignKey(RencanaPembinaan, on_delete=models.CASCADE, related_name="daftar_sasaran")
    jenis = models.CharField(max_length=10, choices=choices(JenisKaitan))
    kode = models.CharField(max_length=40, blank=True)  # number of the indicator, or code of the aspect
    kaitan = models.TextField(blank=True)  # its words on the day the plan was made
    teks = models.CharField(max_length=500)
    keadaan = models.CharField(max_length=10, choices=choices(KeadaanSasaran), default=KeadaanSasaran.BELUM)

    class Meta:
        ordering = ["rencana_id", "id"]
        constraints = [models.UniqueConstraint(fields=["rencana", "teks"], name="sasaran_pembinaan_sekali")]

    def __str__(self) -> str:
        return self.teks


class ButirPembinaan(models.Model):
    """A step that somebody takes, or help that somebody promised, by a day."""

    rencana = models.ForeignKey(RencanaPembinaan, on_delete=models.CASCADE, related_name="daftar_butir")
    jenis = models.CharField(max_length=10, choices=choices(JenisButir))
    teks = models.CharField(max_length=500)
    pelaksana = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    batas_on = models.DateField()
    selesai_at = models.DateTimeField(null=True, blank=True)
    catatan = models.TextField(blank=True)

    class Meta:
        ordering = ["rencana_id", "batas_on", "id"]
        constraints = [
            models.UniqueConstraint(fields=["rencana", "jenis", "teks"], name="butir_pembinaan_sekali")
        ]

    def __str__(self) -> str:
        return self.teks


class PertemuanPembinaan(models.Model):
    """What was said in a talk. Whoever wrote it has read it; the other side says when it did."""

    rencana = models.ForeignKey(RencanaPembinaan, on_delete=models.CASCADE, related_name="daftar_pertemuan")
    tanggal = models.DateField()
    catatan = models.TextField()
    ditulis_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    ditulis_at = models.DateTimeField()
    dibaca_pegawai_at = models.DateTimeField(null=True, blank=True)
    dibaca_penilai_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["rencana_id", "tanggal", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["rencana", "tanggal", "ditulis_oleh"], name="pertemuan_pembinaan_sekali"
            )
        ]

    def __str__(self) -> str:
        return f"Pertemuan {self.tanggal}"


class PeninjauanPembinaan(models.Model):
    """Midway and at the end: where every goal stood on that day."""

    rencana = models.ForeignKey(RencanaPembinaan, on_delete=models.CASCADE, related_name="daftar_peninjauan")
    jenis = models.CharField(max_length=10, choices=choices(JenisPeninjauan))
    tanggal = models.DateField()
    ringkasan = models.TextField()
    keadaan = models.JSONField(default=list)  # [{"sasaran": …, "keadaan": …}] as it was
    ditulis_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    ditulis_at = models.DateTimeField()

    class Meta:
        ordering = ["rencana_id", "tanggal", "id"]
        constraints = [models.UniqueConstraint(fields=["rencana", "jenis"], name="peninjauan_satu_per_jenis")]

    def __str__(self) -> str:
        return self.get_jenis_display()


class AlihPembinaan(models.Model):
    """The plan went with the person to another penilai or unit; both names stay to be read."""

    rencana = models.ForeignKey(RencanaPembinaan, on_delete=models.CASCADE, related_name="daftar_alih")
    dari = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    kepada = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    unit_lama = models.ForeignKey(UnitKerja, on_delete=models.PROTECT, related_name="+")
    unit_baru = models.ForeignKey(UnitKerja, on_delete=models.PROTECT, related_name="+")
    tanggal = models.DateField()

    class Meta:
        ordering = ["rencana_id", "tanggal", "id"]

    def __str__(self) -> str:
        return f"{self.dari} kepada {self.kepada}"

    @property
    def pindah_unit(self) -> bool:
        return self.unit_lama_id != self.unit_baru_id
