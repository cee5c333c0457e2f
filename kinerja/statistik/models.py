"""What the marks of a period say about the raters and about fairness: advice that changes no mark."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, ClassVar

from django.db import models
from django.db.models import Q

from kinerja.kebijakan.models import Periode
from kinerja.kepegawaian.istilah import JenisPeran
from kinerja.kepegawaian.lingkup import berlaku_pada, di_bawah, lingkup
from kinerja.kepegawaian.models import HubunganPenilai, Instansi, Pegawai, UnitKerja
from kinerja.lib.pilihan import choices
from kinerja.statistik.istilah import SebagaiPenilai
from kinerja.sumber.models import AnggotaTim

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser
    from django.db.models.manager import Manager

    from kinerja.akun.models import User


def jalur_tim(user: User | AnonymousUser, *, on: date) -> list[str]:
    """The subtrees in which this person sits in an evaluation team today."""
    pegawai = lingkup(user).pegawai
    if pegawai is None:
        return []
    daftar = AnggotaTim.objects.filter(berlaku_pada(on, awalan="tim__"), pegawai=pegawai, keluar_on=None)
    return list(daftar.order_by("id").values_list("tim__unit_kerja__jalur", flat=True))


class StatistikQuerySet(models.QuerySet["StatistikPenilai"]):
    def visible_to(self, user: User | AnonymousUser) -> StatistikQuerySet:
        """One's own; nobody else's is reached by its address."""
        pegawai = lingkup(user).pegawai
        return self.filter(penilai=pegawai) if pegawai else self.none()

    def open_to_team(self, user: User | AnonymousUser, *, on: date) -> StatistikQuerySet:
        """Of raters whose people all lie below the reader's team or role, once the rater has had his time with it.

        Never one's own row, nor that of one's own penilai: nobody sits over his superior here.
        """
        q = di_bawah(lingkup(user).jalur_peran(JenisPeran.ADMIN_INSTANSI), kolom="unit_kerja__jalur")
        q |= di_bawah(jalur_tim(user, on=on), kolom="unit_kerja__jalur")
        daftar = self.filter(q, terbuka_bagi_tim_on__lte=on)
        if pegawai := lingkup(user).pegawai:
            atasan = HubunganPenilai.objects.filter(berlaku_pada(on), penempatan__pegawai=pegawai)
            daftar = daftar.exclude(Q(penilai=pegawai) | Q(penilai__in=atasan.order_by().values("penilai")))
        return daftar


class PemerataanQuerySet(models.QuerySet["LaporanPemerataan"]):
    def visible_to(self, user: User | AnonymousUser) -> PemerataanQuerySet:
        """Admin and auditor of the whole instansi."""
        jalur = lingkup(user).jalur_peran(JenisPeran.ADMIN_INSTANSI, JenisPeran.AUDITOR)
        akar = UnitKerja.objects.filter(induk=None, jalur__in=jalur)
        return self.filter(instansi__in=akar.order_by().values("instansi"))


class StatistikPenilai(models.Model):
    """How one rater used the scale in a period and up to three before it; shown to him first."""

    periode = models.ForeignKey(Periode, on_delete=models.CASCADE, related_name="daftar_statistik")
    penilai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="daftar_statistik")
    sebagai = models.CharField(max_length=10, choices=choices(SebagaiPenilai))
    # The lowest unit above all whom he rated: where he is in scope, all his people are.
    unit_kerja = models.ForeignKey(UnitKerja, on_delete=models.PROTECT, related_name="+")
    profil = models.JSONField()
    tanda = models.JSONField(default=list)  # kinds of figures that deserve a talk
    petunjuk = models.FloatField(default=1.0)  # smallest adjusted p-value among them
    dihitung_at = models.DateTimeField()
    dibaca_at = models.DateTimeField(null=True, blank=True)
    terbuka_bagi_tim_on = models.DateField()

    objects: ClassVar[Manager[StatistikPenilai]] = StatistikQuerySet.as_manager()

    class Meta:
        ordering = ["-periode__selesai_on", "petunjuk", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["periode", "penilai", "sebagai"], name="statistik_satu_per_penilai"
            )
        ]
        indexes = [models.Index(fields=["periode", "terbuka_bagi_tim_on"], name="statistik_terbuka")]

    def __str__(self) -> str:
        return f"Statistik {self.penilai} {self.periode}"


class AcuanPegawai(models.Model):
    """What an average rater would have given somebody: advice for a calibration, kept only where it can be known."""

    periode = models.ForeignKey(Periode, on_delete=models.CASCADE, related_name="daftar_acuan")
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    isi = models.JSONField()
    dihitung_at = models.DateTimeField()

    class Meta:
        ordering = ["periode_id", "pegawai_id"]
        constraints = [models.UniqueConstraint(fields=["periode", "pegawai"], name="acuan_satu_per_pegawai")]

    def __str__(self) -> str:
        return f"Acuan {self.pegawai} {self.periode}"


class LaporanPemerataan(models.Model):
    """Whether results of a period differ between groups of people beyond chance."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    periode = models.OneToOneField(Periode, on_delete=models.CASCADE, related_name="laporan_pemerataan")
    isi = models.JSONField()
    dihitung_at = models.DateTimeField()

    objects: ClassVar[Manager[LaporanPemerataan]] = PemerataanQuerySet.as_manager()

    class Meta:
        ordering = ["-periode__selesai_on", "id"]

    def __str__(self) -> str:
        return f"Pemerataan {self.periode}"
