"""Thanks between colleagues, and work that its owner lets others learn from. Nothing here is ever part of a rating."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from kinerja.kepegawaian.lingkup import instansi_ids, lingkup
from kinerja.kepegawaian.models import Instansi, Pegawai
from kinerja.lib.pilihan import choices
from kinerja.penghargaan.istilah import KeadaanKarya, KeadaanUcapan
from kinerja.penilaian.models import BELUM_DISERAHKAN, Evaluasi
from kinerja.peraturan.perilaku import NilaiDasar
from kinerja.perencanaan.models import RencanaHasilKerja

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser
    from django.db.models.manager import Manager

    from kinerja.akun.models import User

UCAPAN_TERPANJANG = 280


def _arrived() -> Q:
    """Not while the receiver is rating the sender, when it was written during that (ADR 0018)."""
    sedang_dinilai = Evaluasi.objects.filter(
        penilai=OuterRef("kepada"), skp__pegawai=OuterRef("dari"), status__in=BELUM_DISERAHKAN
    )
    return Q(ditunda=False) | ~Q(Exists(sedang_dinilai))


class UcapanQuerySet(models.QuerySet["TerimaKasih"]):
    def sampai(self) -> UcapanQuerySet:
        """What has arrived: a note to one's penilai waits until he has handed over the result."""
        return self.filter(_arrived())

    def visible_to(self, user: User | AnonymousUser) -> UcapanQuerySet:
        """The two of them; the instansi only what the receiver has put on the wall."""
        q = Q(instansi_id__in=instansi_ids(user), keadaan=KeadaanUcapan.DIPAJANG)
        pegawai = lingkup(user).pegawai
        if pegawai:
            q |= Q(dari=pegawai) | (Q(kepada=pegawai) & _arrived())
        return self.filter(q)

    def with_people(self) -> UcapanQuerySet:
        return self.select_related("dari", "kepada")


class TerimaKasih(models.Model):
    """A small kind note. `ditunda`: written to one's penilai while he was rating, so it waits for the result."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    dari = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="daftar_ucapan_dikirim")
    kepada = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="daftar_ucapan_diterima")
    teks = models.CharField(max_length=UCAPAN_TERPANJANG)
    nilai = models.CharField(max_length=30, choices=choices(NilaiDasar), blank=True)
    keadaan = models.CharField(max_length=15, choices=choices(KeadaanUcapan), default=KeadaanUcapan.BERDUA)
    ditunda = models.BooleanField(default=False)
    dikirim_on = models.DateField()
    dikirim_at = models.DateTimeField()
    dibaca_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[Manager[TerimaKasih]] = UcapanQuerySet.as_manager()

    class Meta:
        ordering = ["-dikirim_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["dari", "kepada", "dikirim_on"], name="terima_kasih_satu_sehari_per_orang"
            ),
            models.CheckConstraint(condition=~Q(dari=F("kepada")), name="terima_kasih_bukan_diri_sendiri"),
        ]
        indexes = [
            models.Index(fields=["kepada", "dibaca_at"], name="terima_kasih_kepada"),
            models.Index(fields=["instansi", "keadaan", "-dikirim_at"], name="terima_kasih_dinding"),
        ]

    def __str__(self) -> str:
        return f"Terima kasih {self.dari_id} kepada {self.kepada_id}"


class KaryaQuerySet(models.QuerySet["KaryaTeladan"]):
    def visible_to(self, user: User | AnonymousUser) -> KaryaQuerySet:
        """What is shared, by everybody of the instansi; its owner always; whoever asked, while it waits."""
        q = Q(instansi_id__in=instansi_ids(user), keadaan=KeadaanKarya.TAMPIL)
        pegawai = lingkup(user).pegawai
        if pegawai:
            q |= Q(pegawai=pegawai)
        if user.is_authenticated:
            q |= Q(diusulkan_oleh=user, keadaan=KeadaanKarya.MENUNGGU)
        return self.filter(q)

    def shared(self, user: User | AnonymousUser) -> KaryaQuerySet:
        return self.filter(instansi_id__in=instansi_ids(user), keadaan=KeadaanKarya.TAMPIL)


class KaryaTeladan(models.Model):
    """A result others may learn from, in the words its owner agreed to. `anonim` hides whose it is."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="daftar_karya_teladan")
    evaluasi = models.ForeignKey(Evaluasi, on_delete=models.PROTECT, related_name="+")
    rhk = models.ForeignKey(RencanaHasilKerja, on_delete=models.PROTECT, related_name="+")
    judul = models.CharField(max_length=120)
    isi = models.TextField()
    pelajaran = models.TextField(blank=True)
    anonim = models.BooleanField(default=False)
    contoh_skp = models.BooleanField(default=False)  # its owner lets the words of the plan become an example
    keadaan = models.CharField(max_length=10, choices=choices(KeadaanKarya), default=KeadaanKarya.MENUNGGU)
    diusulkan_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    diusulkan_at = models.DateTimeField()
    dijawab_at = models.DateTimeField(null=True, blank=True)
    ditarik_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[Manager[KaryaTeladan]] = KaryaQuerySet.as_manager()

    class Meta:
        ordering = ["-dijawab_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["rhk"], condition=Q(keadaan__in=["menunggu", "tampil"]), name="karya_satu_per_hasil"
            )
        ]
        indexes = [models.Index(fields=["instansi", "keadaan"], name="karya_keadaan")]

    def __str__(self) -> str:
        return self.judul
