"""Who did what to which record, when, on which legal basis; who looked at whom; which documents left the house."""

from __future__ import annotations

import secrets
from collections.abc import Collection
from datetime import UTC
from typing import TYPE_CHECKING, Any, ClassVar

from django.conf import settings
from django.db import models

from kinerja.lib.pilihan import Pilihan, choices

if TYPE_CHECKING:
    from django.db.models.manager import Manager


class CatatanQuerySet(models.QuerySet["Catatan"]):
    def of_instansi(self, daftar_id: Collection[int]) -> CatatanQuerySet:
        """The scope of a reader is worked out by the caller: this app knows no organisation."""
        return self.filter(instansi_id__in=daftar_id)

    def of_object(self, objek: models.Model) -> CatatanQuerySet:
        return self.filter(objek_jenis=objek._meta.label_lower, objek_id=str(objek.pk))


class Catatan(models.Model):
    """One business event. Rows are only ever added; `Segel` makes a change visible."""

    at = models.DateTimeField()
    pelaku = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    tindakan = models.CharField(max_length=60)
    objek_jenis = models.CharField(max_length=60)
    objek_id = models.CharField(max_length=40)
    instansi_id = models.BigIntegerField(null=True)
    rincian = models.JSONField(default=dict)
    dasar = models.CharField(max_length=200, blank=True)
    sidik = models.CharField(max_length=64)

    objects: ClassVar[Manager[Catatan]] = CatatanQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["objek_jenis", "objek_id"], name="jejak_objek"),
            models.Index(fields=["instansi_id", "-id"], name="jejak_instansi"),
        ]

    def __str__(self) -> str:
        return f"{self.tindakan} {self.objek_jenis}:{self.objek_id}"

    def isi(self) -> dict[str, Any]:
        """What the fingerprint covers, in a fixed shape."""
        return {
            # The database gives every instant back in UTC, whatever zone it was written in.
            "at": self.at.astimezone(UTC).isoformat(),
            "pelaku": self.pelaku_id,
            "tindakan": self.tindakan,
            "objek": [self.objek_jenis, self.objek_id],
            "instansi": self.instansi_id,
            "rincian": self.rincian,
            "dasar": self.dasar,
        }


class Segel(models.Model):
    """Seals a run of `Catatan`: keeps their fingerprints and is chained to the seal before it."""

    at = models.DateTimeField()
    dari_id = models.BigIntegerField(unique=True)
    sampai_id = models.BigIntegerField(unique=True)
    daftar_sidik = models.JSONField()
    sidik_sebelum = models.CharField(max_length=64)
    sidik = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ["id"]

    def isi(self) -> list[Any]:
        """What the seal's own fingerprint covers."""
        return [self.sidik_sebelum, self.at.astimezone(UTC).isoformat(), self.daftar_sidik]

    def __str__(self) -> str:
        return f"Segel {self.dari_id}–{self.sampai_id}"


def token_baru() -> str:
    """Twelve characters that can be read aloud: no 0/O, 1/I."""
    return "".join(secrets.choice("23456789ABCDEFGHJKLMNPQRSTUVWXYZ") for _ in range(12))


class DokumenTerbit(models.Model):
    """The register of issued official documents, asked by the public verification page."""

    token = models.CharField(max_length=12, unique=True, default=token_baru)
    kode = models.CharField(max_length=20)
    judul = models.CharField(max_length=200)
    objek_jenis = models.CharField(max_length=60)
    objek_id = models.CharField(max_length=40)
    instansi_id = models.BigIntegerField()
    versi = models.PositiveSmallIntegerField()
    sidik = models.CharField(max_length=64)
    tampilan = models.JSONField(default=list)  # [label, text] in the order of the paper
    isian = models.JSONField(default=dict)  # everything needed to print the same paper again
    diterbitkan_at = models.DateTimeField()
    diterbitkan_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    digantikan_oleh = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="menggantikan"
    )

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["kode", "objek_jenis", "objek_id", "versi"], name="dokumen_satu_versi"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kode} v{self.versi} {self.token}"


class JenisHalaman(Pilihan):
    """What was looked at, as the person concerned would call it."""

    SKP = "skp", "SKP"
    REALISASI = "realisasi", "Realisasi"
    BUKTI = "bukti", "Bukti dukung"
    UMPAN_BALIK = "umpan_balik", "Umpan balik"
    HASIL = "hasil", "Hasil evaluasi"
    KEBERATAN = "keberatan", "Keberatan"
    DOKUMEN = "dokumen", "Dokumen resmi"
    KEHADIRAN = "kehadiran", "Rekap kehadiran"
    KOMPETENSI = "kompetensi", "Kompetensi"
    TALENTA = "talenta", "Talenta dan IP ASN"
    PEMBINAAN = "pembinaan", "Pembinaan"
    KARIER = "karier", "Perjalanan karier"
    PELATIHAN = "pelatihan", "Pelatihan dan sertifikat"
    PENGHARGAAN = "penghargaan", "Syarat calon penghargaan"


class Sebagai(Pilihan):
    """In which office somebody looked, seen from the person concerned."""

    PENILAI = "penilai", "Pejabat penilai"
    ATASAN = "atasan", "Atasan pejabat penilai"
    ADMIN = "admin", "Admin instansi"
    PIMPINAN = "pimpinan", "Pimpinan"
    AUDITOR = "auditor", "Auditor"
    JURI = "juri", "Juri penghargaan"
    LAIN = "lain", "Pejabat lain yang berwenang"


class AksesDataQuerySet(models.QuerySet["AksesData"]):
    def about(self, pegawai_id: int) -> AksesDataQuerySet:
        """Only for this person's own eyes: the caller passes the number of whoever is signed in."""
        return self.filter(pegawai_id=pegawai_id)


class AksesData(models.Model):
    """Somebody looked at somebody else's data: once per kind of page and day, never changed, wiped after a time."""

    pembaca = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    pegawai_id = models.BigIntegerField()  # this app knows no Pegawai; a number outlives the person's record
    halaman = models.CharField(max_length=12, choices=choices(JenisHalaman))
    sebagai = models.CharField(max_length=12, choices=choices(Sebagai))
    on = models.DateField()

    objects: ClassVar[Manager[AksesData]] = AksesDataQuerySet.as_manager()

    class Meta:
        ordering = ["-on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["pegawai_id", "on", "pembaca", "halaman"], name="akses_sekali_sehari"
            )
        ]
        indexes = [models.Index(fields=["on"], name="akses_hari")]

    def __str__(self) -> str:
        return f"{self.halaman} {self.pegawai_id} {self.on}"


class PengikutJejak(models.Model):
    """Who reads the trail line by line, and up to which one."""

    kode = models.CharField(max_length=40, unique=True)
    sampai_id = models.BigIntegerField()

    class Meta:
        ordering = ["kode"]

    def __str__(self) -> str:
        return f"{self.kode}: {self.sampai_id}"
