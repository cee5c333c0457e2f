"""Help that was asked for, and help that the plan itself promised."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from django.db import models
from django.db.models import Q

from kinerja.dukungan.istilah import (
    BELUM_DIJAWAB,
    DI_PENILAI,
    JenisDukungan,
    JenisLangkah,
    KeadaanDukungan,
)
from kinerja.kepegawaian.lingkup import lingkup
from kinerja.kepegawaian.models import Instansi, Pegawai, Penempatan
from kinerja.kepegawaian.queries.penilai import yang_dinilai
from kinerja.lib.pilihan import choices
from kinerja.perencanaan.models import SKP, IndikatorKinerja, RencanaHasilKerja

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser
    from django.db.models.manager import Manager

    from kinerja.akun.models import User


class DukunganQuerySet(models.QuerySet["PermintaanDukungan"]):
    def visible_to(self, user: User | AnonymousUser) -> DukunganQuerySet:
        """The person, his penilai of the day, and the officials to whom it was passed on or to whom it rose."""
        pegawai = lingkup(user).pegawai
        if pegawai is None:
            return self.none()
        q = Q(pegawai=pegawai) | Q(penjawab=pegawai) | Q(naik_kepada=pegawai)
        return self.filter(q | Q(pegawai_id__in=yang_dinilai(pegawai.pk)))

    def awaiting(self, pegawai: Pegawai) -> DukunganQuerySet:
        """What this official still has to answer."""
        return self.filter(
            Q(keadaan__in=DI_PENILAI, pegawai_id__in=yang_dinilai(pegawai.pk))
            | Q(keadaan=KeadaanDukungan.DITERUSKAN, penjawab=pegawai)
            | Q(keadaan__in=BELUM_DIJAWAB, naik_kepada=pegawai)
        )

    def with_people(self) -> DukunganQuerySet:
        return self.select_related("pegawai", "penjawab", "naik_kepada", "instansi", "penempatan__unit_kerja")


class PermintaanDukungan(models.Model):
    """What somebody needs to reach a result, and where the answer stands. Its whole story is in `LangkahDukungan`."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="daftar_dukungan")
    penempatan = models.ForeignKey(Penempatan, on_delete=models.PROTECT, related_name="+")
    rhk = models.ForeignKey(
        RencanaHasilKerja, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    indikator = models.ForeignKey(
        IndikatorKinerja, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    tentang = models.TextField(blank=True)  # the words of the result, which the plan may lose
    jenis = models.CharField(max_length=20, choices=choices(JenisDukungan))
    uraian = models.CharField(max_length=500)
    diinginkan_on = models.DateField()
    keadaan = models.CharField(
        max_length=15, choices=choices(KeadaanDukungan), default=KeadaanDukungan.MENUNGGU
    )
    penjawab = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    batas_on = models.DateField()
    tersedia_on = models.DateField(null=True, blank=True)
    naik_kepada = models.ForeignKey(
        Pegawai, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    naik_at = models.DateTimeField(null=True, blank=True)
    asked_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[Manager[PermintaanDukungan]] = DukunganQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at", "-id"]
        indexes = [
            models.Index(fields=["pegawai", "keadaan"], name="dukungan_pegawai"),
            models.Index(fields=["keadaan", "batas_on"], name="dukungan_batas"),
        ]

    def __str__(self) -> str:
        return f"{self.get_jenis_display()}: {self.uraian}"

    @property
    def belum_dijawab(self) -> bool:
        return self.keadaan in BELUM_DIJAWAB


class LangkahDukungan(models.Model):
    """One step of a request; never changed."""

    permintaan = models.ForeignKey(
        PermintaanDukungan, on_delete=models.CASCADE, related_name="daftar_langkah"
    )
    jenis = models.CharField(max_length=15, choices=choices(JenisLangkah))
    oleh = models.ForeignKey(Pegawai, on_delete=models.PROTECT, null=True, related_name="+")
    kepada = models.ForeignKey(Pegawai, on_delete=models.PROTECT, null=True, related_name="+")
    teks = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["permintaan_id", "id"]

    def __str__(self) -> str:
        return self.get_jenis_display()


class JanjiDukunganQuerySet(models.QuerySet["JanjiDukungan"]):
    def visible_to(self, user: User | AnonymousUser) -> JanjiDukunganQuerySet:
        pegawai = lingkup(user).pegawai
        return self.filter(Q(skp__pegawai=pegawai) | Q(skp__penilai=pegawai)) if pegawai else self.none()


class JanjiDukungan(models.Model):
    """What became of one line of support in lampiran SKP (Format A.1.8); lines are rewritten, so their words count."""

    skp = models.ForeignKey(SKP, on_delete=models.CASCADE, related_name="daftar_janji")
    teks = models.TextField()
    diterima_on = models.DateField(null=True, blank=True)
    received_at = models.DateTimeField(null=True, blank=True)
    catatan_penilai = models.CharField(max_length=300, blank=True)

    objects: ClassVar[Manager[JanjiDukungan]] = JanjiDukunganQuerySet.as_manager()

    class Meta:
        ordering = ["skp_id", "id"]
        constraints = [models.UniqueConstraint(fields=["skp", "teks"], name="janji_satu_per_baris")]

    def __str__(self) -> str:
        return self.teks
