"""A talk between two: its hour, what is on the table, what was said, what was agreed. Only the two of them read it."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, ClassVar

from django.db import models
from django.db.models import Q

from kinerja.dialog.istilah import TERBUKA, CaraDialog, KeadaanDialog, KeadaanKesepakatan, KeadaanUndangan
from kinerja.kepegawaian.lingkup import lingkup
from kinerja.kepegawaian.models import Instansi, Pegawai, Penempatan
from kinerja.kepegawaian.queries.penilai import yang_dinilai
from kinerja.lib.pilihan import choices

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser
    from django.db.models.manager import Manager

    from kinerja.akun.models import User


class DialogQuerySet(models.QuerySet["DialogKinerja"]):
    def visible_to(self, user: User | AnonymousUser) -> DialogQuerySet:
        """The two who talk, and no role beside them."""
        pegawai = lingkup(user).pegawai
        return self.filter(Q(pegawai=pegawai) | Q(penilai=pegawai)) if pegawai else self.none()

    def terbuka(self) -> DialogQuerySet:
        return self.filter(keadaan__in=TERBUKA)

    def with_people(self) -> DialogQuerySet:
        return self.select_related("pegawai", "penilai", "instansi", "pengusul", "penempatan__unit_kerja")


class DialogKinerja(models.Model):
    """One talk. `revisi` grows whenever hour, place or state change: presses meet, and calendars follow it."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    penempatan = models.ForeignKey(Penempatan, on_delete=models.PROTECT, related_name="daftar_dialog_kinerja")
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="daftar_dialog_kinerja")
    penilai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="daftar_dialog_dipimpin")
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    keadaan = models.CharField(max_length=12, choices=choices(KeadaanDialog), default=KeadaanDialog.DIUSULKAN)
    mulai_at = models.DateTimeField()
    durasi_menit = models.PositiveSmallIntegerField(default=60)
    cara = models.CharField(max_length=12, choices=choices(CaraDialog), default=CaraDialog.TATAP_MUKA)
    tempat = models.CharField(max_length=200)
    pesan = models.CharField(max_length=300, blank=True)
    pengusul = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    revisi = models.PositiveIntegerField(default=0)
    diubah_at = models.DateTimeField()
    # Another hour that one of them asks for; the agreed one holds until the other says yes.
    usul_mulai_at = models.DateTimeField(null=True, blank=True)
    usul_durasi_menit = models.PositiveSmallIntegerField(null=True, blank=True)
    usul_cara = models.CharField(max_length=12, choices=choices(CaraDialog), blank=True)
    usul_tempat = models.CharField(max_length=200, blank=True)
    pernah_disepakati = models.BooleanField(default=False)  # calendars know of it, so they hear of its end
    terlaksana_on = models.DateField(null=True, blank=True)
    alasan_batal = models.CharField(max_length=300, blank=True)
    catatan = models.TextField(blank=True)
    revisi_catatan = models.PositiveIntegerField(default=0)

    objects: ClassVar[Manager[DialogKinerja]] = DialogQuerySet.as_manager()

    class Meta:
        ordering = ["-mulai_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["penempatan", "penilai"],
                condition=Q(keadaan__in=[satu.value for satu in TERBUKA]),
                name="dialog_satu_terbuka",
            ),
            models.CheckConstraint(
                condition=Q(terlaksana_on__isnull=False) | ~Q(keadaan="selesai"),
                name="dialog_selesai_bertanggal",
            ),
            models.CheckConstraint(
                condition=Q(durasi_menit__gte=15, durasi_menit__lte=240), name="dialog_durasi_wajar"
            ),
            models.CheckConstraint(
                condition=Q(usul_mulai_at__isnull=True) | Q(keadaan="disepakati"),
                name="dialog_usul_atas_yang_disepakati",
            ),
        ]
        indexes = [models.Index(fields=["penilai", "pegawai", "-terlaksana_on"], name="dialog_pasangan")]

    def __str__(self) -> str:
        return f"Dialog {self.penilai} dan {self.pegawai}"

    @property
    def terbuka(self) -> bool:
        return self.keadaan in TERBUKA

    @property
    def menunggu_jawaban(self) -> bool:
        """On an hour: the first one, or another than the agreed."""
        return self.keadaan == KeadaanDialog.DIUSULKAN or self.usul_mulai_at is not None

    @property
    def ditanya_mulai_at(self) -> datetime:
        """The hour that waits for a yes; without one, the hour of the talk."""
        return self.usul_mulai_at or self.mulai_at

    @property
    def selesai_at(self) -> datetime:
        return self.mulai_at + timedelta(minutes=self.durasi_menit)

    def lawan_bicara(self, pegawai_id: int) -> Pegawai:
        return self.penilai if pegawai_id == self.pegawai_id else self.pegawai


class UndanganDialog(models.Model):
    """The letter to one of the two about one state of the talk: at most one, whatever happens to worker or server."""

    dialog = models.ForeignKey(DialogKinerja, on_delete=models.CASCADE, related_name="daftar_undangan")
    penerima = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    revisi = models.PositiveIntegerField()
    keadaan = models.CharField(
        max_length=12, choices=choices(KeadaanUndangan), default=KeadaanUndangan.MENUNGGU.value
    )
    nomor = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    created_at = models.DateTimeField()
    diambil_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["dialog_id", "penerima_id", "revisi"]
        constraints = [
            models.UniqueConstraint(fields=["dialog", "penerima", "revisi"], name="undangan_dialog_sekali")
        ]
        indexes = [
            models.Index(
                fields=["keadaan", "id"],
                condition=Q(keadaan__in=["menunggu", "mengirim"]),
                name="undangan_dialog_terbuka",
            )
        ]

    def __str__(self) -> str:
        return f"Undangan dialog {self.dialog_id} revisi {self.revisi}"


class ButirAgendaQuerySet(models.QuerySet["ButirAgenda"]):
    def visible_to(self, user: User | AnonymousUser) -> ButirAgendaQuerySet:
        return self.filter(dialog__in=DialogQuerySet(DialogKinerja).visible_to(user).order_by().values("pk"))


class ButirAgenda(models.Model):
    """A point that one of the two puts on the table."""

    dialog = models.ForeignKey(DialogKinerja, on_delete=models.CASCADE, related_name="daftar_agenda")
    penulis = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    teks = models.CharField(max_length=300)
    added_at = models.DateTimeField()
    dibahas_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[Manager[ButirAgenda]] = ButirAgendaQuerySet.as_manager()

    class Meta:
        ordering = ["dialog_id", "id"]

    def __str__(self) -> str:
        return self.teks


class CatatanPribadiQuerySet(models.QuerySet["CatatanPribadi"]):
    def visible_to(self, user: User | AnonymousUser) -> CatatanPribadiQuerySet:
        """Its author, and nobody else in the world."""
        pegawai = lingkup(user).pegawai
        return self.filter(penulis=pegawai) if pegawai else self.none()


class CatatanPribadi(models.Model):
    """What one of the two notes for himself; it leaves no trace in the trail."""

    dialog = models.ForeignKey(DialogKinerja, on_delete=models.CASCADE, related_name="daftar_catatan_pribadi")
    penulis = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    teks = models.TextField()
    saved_at = models.DateTimeField()

    objects: ClassVar[Manager[CatatanPribadi]] = CatatanPribadiQuerySet.as_manager()

    class Meta:
        ordering = ["dialog_id", "id"]
        constraints = [models.UniqueConstraint(fields=["dialog", "penulis"], name="catatan_pribadi_satu")]

    def __str__(self) -> str:
        return f"Catatan pribadi {self.pk}"


class KesepakatanQuerySet(models.QuerySet["Kesepakatan"]):
    def visible_to(self, user: User | AnonymousUser) -> KesepakatanQuerySet:
        """The person, whoever agreed on it with him, and whoever assesses him now."""
        pegawai = lingkup(user).pegawai
        if pegawai is None:
            return self.none()
        q = Q(pegawai=pegawai) | Q(dialog__penilai=pegawai) | Q(pegawai_id__in=yang_dinilai(pegawai.pk))
        return self.filter(q)

    def carried_by(self, pegawai: Pegawai) -> KesepakatanQuerySet:
        """Those that are his to finish or drop: about himself, or about somebody whom he assesses now."""
        return self.filter(Q(pegawai=pegawai) | Q(pegawai_id__in=yang_dinilai(pegawai.pk)))

    def berjalan(self) -> KesepakatanQuerySet:
        return self.filter(keadaan=KeadaanKesepakatan.BERJALAN)


class Kesepakatan(models.Model):
    """An agreed action. It belongs to the person's work, so it outlives the talk, a move and a change of penilai."""

    dialog = models.ForeignKey(DialogKinerja, on_delete=models.PROTECT, related_name="daftar_kesepakatan")
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="daftar_kesepakatan")
    pemilik = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="daftar_kesepakatan_dipegang")
    teks = models.CharField(max_length=300)
    batas_on = models.DateField()
    keadaan = models.CharField(
        max_length=10, choices=choices(KeadaanKesepakatan), default=KeadaanKesepakatan.BERJALAN
    )
    alasan = models.CharField(max_length=300, blank=True)
    agreed_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(Pegawai, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects: ClassVar[Manager[Kesepakatan]] = KesepakatanQuerySet.as_manager()

    class Meta:
        ordering = ["batas_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(keadaan="dilepas") | ~Q(alasan=""), name="kesepakatan_dilepas_beralasan"
            ),
            models.CheckConstraint(
                condition=Q(keadaan="berjalan", closed_at__isnull=True)
                | (~Q(keadaan="berjalan") & Q(closed_at__isnull=False)),
                name="kesepakatan_tutup_bertanggal",
            ),
        ]
        indexes = [models.Index(fields=["pegawai", "keadaan"], name="kesepakatan_pegawai")]

    def __str__(self) -> str:
        return self.teks
