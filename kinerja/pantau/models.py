"""Counted figures per unit, early warnings, what a day looked like, and how far the trail was read."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from django.db import models

from kinerja.kepegawaian.istilah import JenisPeran
from kinerja.kepegawaian.lingkup import di_bawah, lingkup
from kinerja.kepegawaian.models import Penempatan, UnitKerja
from kinerja.layanan.models import LayananPublik
from kinerja.lib.pilihan import choices
from kinerja.pantau.istilah import TANDA, Kolom
from kinerja.pantau.lingkup import jalur_pantau, tanda_tim
from kinerja.penilaian.models import Evaluasi
from kinerja.perencanaan.models import SKP, IndikatorKinerja

if TYPE_CHECKING:
    from datetime import date

    from django.contrib.auth.models import AnonymousUser
    from django.db.models.manager import Manager

    from kinerja.akun.models import User


class HitunganQuerySet(models.QuerySet["Hitungan"]):
    def visible_to(self, user: User | AnonymousUser, *, on: date) -> HitunganQuerySet:
        """Whoever leads, manages or heads the subtree; any other penilai has figures of his own people."""
        return self.filter(di_bawah(jalur_pantau(user, on=on), kolom="unit_kerja__jalur"))


def _banyak() -> models.PositiveIntegerField[int, int]:
    return models.PositiveIntegerField(default=0)


class Figur(models.Model):
    """The figures of a unit: columns, so that a subtree is one sum."""

    skp_belum = _banyak()
    skp_draf = _banyak()
    skp_diajukan = _banyak()
    skp_ditetapkan = _banyak()
    isi_kosong = _banyak()
    isi_sebagian = _banyak()
    isi_lengkap = _banyak()
    ub_belum = _banyak()
    ub_sudah = _banyak()
    nilai_belum = _banyak()
    nilai_jalan = _banyak()
    nilai_final = _banyak()
    keberatan = _banyak()
    tanda_laju = _banyak()
    tanda_dialog = _banyak()
    tanda_diam = _banyak()
    tanda_selaras = _banyak()
    suara_titik = _banyak()
    suara_n = _banyak()
    suara_bobot = models.BigIntegerField(default=0)  # votes × index × 100, so that subtrees add up

    class Meta:
        abstract = True


class Hitungan(Figur):
    """What is counted for a unit: its own staff, or (`mendalam`) everything that hangs on it."""

    unit_kerja = models.ForeignKey(UnitKerja, on_delete=models.CASCADE, related_name="daftar_hitungan")
    mendalam = models.BooleanField()
    versi = models.BigIntegerField(
        db_index=True
    )  # grows with every change: who has seen 7 asks for more than 7
    dihitung_at = models.DateTimeField()

    objects: ClassVar[Manager[Hitungan]] = HitunganQuerySet.as_manager()

    class Meta:
        ordering = ["unit_kerja_id", "mendalam"]
        constraints = [
            models.UniqueConstraint(fields=["unit_kerja", "mendalam"], name="hitungan_satu_per_unit")
        ]

    def __str__(self) -> str:
        return f"Hitungan {self.unit_kerja_id} versi {self.versi}"


class Tangkapan(Figur):
    """The figures of a subtree at the end of a day: a line of the trend. Kept for two years."""

    unit_kerja = models.ForeignKey(UnitKerja, on_delete=models.CASCADE, related_name="daftar_tangkapan")
    on = models.DateField(db_index=True)

    class Meta:
        ordering = ["unit_kerja_id", "on"]
        constraints = [models.UniqueConstraint(fields=["unit_kerja", "on"], name="tangkapan_sekali_sehari")]

    def __str__(self) -> str:
        return f"Tangkapan {self.unit_kerja_id} {self.on}"


class TandaDiniQuerySet(models.QuerySet["TandaDini"]):
    def visible_to(self, user: User | AnonymousUser) -> TandaDiniQuerySet:
        """Who leads or manages the unit, and who assesses the person or assesses his penilai."""
        dari = lingkup(user)
        q = di_bawah(
            dari.jalur_peran(JenisPeran.PIMPINAN, JenisPeran.ADMIN_INSTANSI), kolom="unit_kerja__jalur"
        )
        return self.filter(q | tanda_tim(dari.pegawai.pk)) if dari.pegawai else self.filter(q)


class TandaDini(models.Model):
    """Something worth a talk before it is late. Never a verdict, and nothing here feeds a rating."""

    unit_kerja = models.ForeignKey(UnitKerja, on_delete=models.CASCADE, related_name="daftar_tanda_dini")
    jenis = models.CharField(max_length=15, choices=[c for c in choices(Kolom) if c[0] in TANDA])
    penempatan = models.ForeignKey(Penempatan, on_delete=models.CASCADE, null=True, related_name="+")
    skp = models.ForeignKey(SKP, on_delete=models.CASCADE, null=True, related_name="+")
    indikator = models.ForeignKey(IndikatorKinerja, on_delete=models.CASCADE, null=True, related_name="+")
    evaluasi = models.ForeignKey(Evaluasi, on_delete=models.CASCADE, null=True, related_name="+")
    sejak_on = models.DateField(null=True)

    objects: ClassVar[Manager[TandaDini]] = TandaDiniQuerySet.as_manager()

    class Meta:
        ordering = ["unit_kerja_id", "jenis", "id"]
        indexes = [models.Index(fields=["unit_kerja", "jenis"], name="tanda_dini_unit")]

    def __str__(self) -> str:
        return f"{self.jenis} {self.unit_kerja_id}"


class NilaiTitik(models.Model):
    """A service point whose mark may be shown: the votes behind it and, times a hundred, votes × index."""

    layanan = models.OneToOneField(LayananPublik, on_delete=models.CASCADE, related_name="nilai_pantau")
    n = models.PositiveIntegerField()
    bobot = models.BigIntegerField()

    def __str__(self) -> str:
        return f"{self.n} suara {self.layanan_id}"


class Kedudukan(models.Model):
    """How far the trail was read (one row), the numbers that were still missing, and the newest version."""

    sampai_id = models.BigIntegerField(default=0)
    celah = models.JSONField(default=dict)  # missing number → when it was first missed
    versi = models.BigIntegerField(default=0)
    saat = models.JSONField(default=dict)  # instansi → day and periods that were counted for

    def __str__(self) -> str:
        return f"Sampai {self.sampai_id}, versi {self.versi}"
