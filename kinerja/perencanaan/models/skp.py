"""Bab II: the SKP and everything written into it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from kinerja.kepegawaian.lingkup import lingkup
from kinerja.kepegawaian.models import Instansi, Pegawai, Penempatan, UnitKerja
from kinerja.lib.pilihan import Pilihan, choices
from kinerja.peraturan.alur import StatusSKP
from kinerja.peraturan.capaian import Arah
from kinerja.peraturan.perilaku import NilaiDasar
from kinerja.peraturan.skp import (
    Aspek,
    JenisHasilKerja,
    JenisLampiran,
    KategoriSKP,
    Pendekatan,
    PeriodePelaporan,
    Perspektif,
    TingkatKendali,
)
from kinerja.perencanaan.lingkup import terlihat_oleh

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser
    from django.db.models.manager import Manager

    from kinerja.akun.models import User


class SKPQuerySet(models.QuerySet["SKP"]):
    def visible_to(self, user: User | AnonymousUser) -> SKPQuerySet:
        return self.filter(terlihat_oleh(user))

    def owned_by(self, user: User | AnonymousUser) -> SKPQuerySet:
        pegawai = lingkup(user).pegawai
        return self.filter(pegawai=pegawai) if pegawai else self.none()

    def assessed_by(self, user: User | AnonymousUser) -> SKPQuerySet:
        pegawai = lingkup(user).pegawai
        return self.filter(penilai=pegawai) if pegawai else self.none()

    def with_people(self) -> SKPQuerySet:
        return self.select_related(
            "pegawai", "penempatan__jabatan", "unit_kerja", "penilai", "atasan_penilai", "instansi"
        )

    def with_content(self) -> SKPQuerySet:
        """Everything the plan itself says, in a fixed number of queries."""
        return self.with_people().prefetch_related(
            models.Prefetch("daftar_rhk", RencanaHasilKerja.objects.select_related("rhk_pimpinan__skp")),
            models.Prefetch(
                "daftar_rhk__daftar_indikator",
                IndikatorKinerja.objects.select_related("manual", "workblock"),
            ),
            "daftar_rhk__daftar_aksi",
            "daftar_ekspektasi",
            "daftar_lampiran",
        )


class SKP(models.Model):
    """One plan per placement and year. `penilai` and `atasan_penilai` are the officials responsible today."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+", db_index=False)
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="daftar_skp")
    penempatan = models.ForeignKey(
        Penempatan, on_delete=models.PROTECT, related_name="daftar_skp", db_index=False
    )
    unit_kerja = models.ForeignKey(UnitKerja, on_delete=models.PROTECT, related_name="+")
    penilai = models.ForeignKey(
        Pegawai, on_delete=models.PROTECT, null=True, related_name="daftar_skp_dinilai", db_index=False
    )
    atasan_penilai = models.ForeignKey(
        Pegawai, on_delete=models.PROTECT, null=True, related_name="daftar_skp_dibawahi"
    )
    tahun = models.PositiveSmallIntegerField()
    mulai_on = models.DateField()
    selesai_on = models.DateField()
    kategori = models.CharField(max_length=12, choices=choices(KategoriSKP))
    pendekatan = models.CharField(max_length=12, choices=choices(Pendekatan))
    naskah = models.CharField(max_length=60, default="PermenPANRB 6/2022")
    status = models.CharField(max_length=15, choices=choices(StatusSKP), default=StatusSKP.DRAF)
    versi = models.PositiveSmallIntegerField(default=0)  # 0 until it is set for the first time
    revisi = models.PositiveIntegerField(default=0)  # grows with every saved edit: two tabs notice each other
    catatan_penilai = models.TextField(blank=True)
    alasan_perubahan = models.TextField(blank=True)
    submitted_at = models.DateTimeField(null=True, blank=True)
    approved_at = models.DateTimeField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)  # set when a move ends this plan early

    objects: ClassVar[Manager[SKP]] = SKPQuerySet.as_manager()

    class Meta:
        ordering = ["-tahun", "-mulai_on", "-id"]
        verbose_name = "SKP"
        verbose_name_plural = "SKP"
        constraints = [
            models.UniqueConstraint(fields=["penempatan", "tahun"], name="skp_satu_per_penempatan_dan_tahun"),
            models.CheckConstraint(
                condition=Q(selesai_on__gte=F("mulai_on")), name="skp_selesai_setelah_mulai"
            ),
        ]
        indexes = [
            models.Index(fields=["penilai", "tahun", "status"], name="skp_penilai"),
            models.Index(fields=["instansi", "tahun", "status"], name="skp_instansi"),
        ]

    def __str__(self) -> str:
        return f"SKP {self.tahun} {self.pegawai}"


class RencanaHasilKerja(models.Model):
    skp = models.ForeignKey(SKP, on_delete=models.CASCADE, related_name="daftar_rhk")
    urutan = models.PositiveSmallIntegerField()
    jenis = models.CharField(max_length=10, choices=choices(JenisHasilKerja), default=JenisHasilKerja.UTAMA)
    teks = models.TextField()
    rhk_pimpinan = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="daftar_turunan"
    )
    rhk_pimpinan_teks = models.TextField(blank=True)  # written before the leader has a plan; linked later
    penugasan_dari = models.CharField(max_length=200, blank=True)
    tugas_plt = models.BooleanField(default=False)
    diambil_alih_at = models.DateTimeField(null=True, blank=True)  # Pasal 20(6): the leader took it over
    catatan_ambil_alih = models.TextField(blank=True)

    class Meta:
        ordering = ["skp_id", "-jenis", "urutan", "id"]  # utama before tambahan

    def __str__(self) -> str:
        return self.teks


class IndikatorKinerja(models.Model):
    """Success measure of a result. Quantitative ones carry a range; qualitative ones a sentence in `target_teks`."""

    rhk = models.ForeignKey(RencanaHasilKerja, on_delete=models.CASCADE, related_name="daftar_indikator")
    urutan = models.PositiveSmallIntegerField()
    aspek = models.CharField(max_length=10, choices=choices(Aspek), default=Aspek.KUANTITAS)
    teks = models.TextField()
    satuan = models.CharField(max_length=60, blank=True)
    target_bawah = models.DecimalField(max_digits=18, decimal_places=4, null=True, blank=True)
    target_atas = models.DecimalField(max_digits=18, decimal_places=4, null=True, blank=True)
    target_teks = models.TextField(blank=True)
    arah = models.CharField(max_length=15, choices=choices(Arah), default=Arah.NAIK)
    perspektif = models.CharField(max_length=20, choices=choices(Perspektif), blank=True)
    baseline = models.DecimalField(max_digits=18, decimal_places=4, null=True, blank=True)
    pengecualian_mutlak = models.BooleanField(default=False)  # life, injury, national security, great loss
    target_bulanan = models.JSONField(
        default=dict, blank=True
    )  # "1".."12" → [bawah, atas] as decimal strings

    class Meta:
        ordering = ["rhk_id", "urutan", "id"]

    def __str__(self) -> str:
        return self.teks

    @property
    def daftar_target_bulanan(self) -> list[tuple[int, Decimal, Decimal]]:
        """(month, bawah, atas) in the order of the year."""
        return sorted((int(bulan), Decimal(b[0]), Decimal(b[1])) for bulan, b in self.target_bulanan.items())


class ManualIndikator(models.Model):
    """Format A.1.3: what an indicator means and where its figure comes from."""

    indikator = models.OneToOneField(IndikatorKinerja, on_delete=models.CASCADE, related_name="manual")
    tujuan = models.TextField(blank=True)
    definisi = models.TextField(blank=True)
    formula = models.TextField(blank=True)
    satuan = models.CharField(max_length=60, blank=True)
    kendali = models.CharField(max_length=25, choices=choices(TingkatKendali), blank=True)
    sumber_data = models.TextField(blank=True)
    periode_pelaporan = models.CharField(max_length=12, choices=choices(PeriodePelaporan), blank=True)

    def __str__(self) -> str:
        return f"Manual {self.indikator}"


class RencanaAksi(models.Model):
    """A step towards a result (Format B.1.1)."""

    rhk = models.ForeignKey(RencanaHasilKerja, on_delete=models.CASCADE, related_name="daftar_aksi")
    urutan = models.PositiveSmallIntegerField()
    teks = models.TextField()
    batas_on = models.DateField(null=True, blank=True)
    selesai_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["rhk_id", "urutan", "id"]

    def __str__(self) -> str:
        return self.teks


class EkspektasiPerilaku(models.Model):
    """What the leader expects in particular of one of the seven values."""

    skp = models.ForeignKey(SKP, on_delete=models.CASCADE, related_name="daftar_ekspektasi")
    nilai = models.CharField(max_length=30, choices=choices(NilaiDasar))
    teks = models.TextField()

    class Meta:
        ordering = ["skp_id", "id"]
        constraints = [models.UniqueConstraint(fields=["skp", "nilai"], name="ekspektasi_satu_per_nilai")]

    def __str__(self) -> str:
        return self.teks


class LampiranSKP(models.Model):
    """A line of Format A.1.8."""

    skp = models.ForeignKey(SKP, on_delete=models.CASCADE, related_name="daftar_lampiran")
    jenis = models.CharField(max_length=30, choices=choices(JenisLampiran))
    urutan = models.PositiveSmallIntegerField()
    teks = models.TextField()

    class Meta:
        ordering = ["skp_id", "jenis", "urutan", "id"]

    def __str__(self) -> str:
        return self.teks


class Workblock(models.Model):
    """Format A.1.4: how a leader's indicator will be reached."""

    indikator = models.OneToOneField(IndikatorKinerja, on_delete=models.CASCADE, related_name="workblock")
    judul = models.CharField(max_length=200)
    pemilik = models.CharField(max_length=200, blank=True)
    pihak_terlibat = models.TextField(blank=True)
    waktu = models.CharField(max_length=120, blank=True)
    penerima_manfaat = models.TextField(blank=True)
    tujuan = models.TextField(blank=True)
    anggaran = models.CharField(max_length=120, blank=True)
    strategi_rutin = models.TextField(blank=True)
    strategi_transformatif = models.TextField(blank=True)
    keluaran_rutin = models.TextField(blank=True)
    keluaran_transformatif = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.judul


class SelMatriks(models.Model):
    """A cell of the matriks peran dan hasil (A.1.5): what one person contributes to one indicator of the leader."""

    indikator = models.ForeignKey(IndikatorKinerja, on_delete=models.CASCADE, related_name="daftar_sel")
    penempatan = models.ForeignKey(Penempatan, on_delete=models.PROTECT, related_name="daftar_sel")
    peran_hasil = models.TextField(blank=True)  # empty prints TIDAK ADA PERAN

    class Meta:
        ordering = ["indikator_id", "penempatan_id"]
        constraints = [
            models.UniqueConstraint(fields=["indikator", "penempatan"], name="sel_matriks_satu"),
        ]

    def __str__(self) -> str:
        return self.peran_hasil or "TIDAK ADA PERAN"


class VersiSKP(models.Model):
    """The plan as it stood each time it was set: never edited, compared in pairs."""

    skp = models.ForeignKey(SKP, on_delete=models.CASCADE, related_name="daftar_versi")
    nomor = models.PositiveSmallIntegerField()
    isi = models.JSONField()
    alasan = models.TextField(blank=True)
    penilai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    ditetapkan_at = models.DateTimeField()
    ditetapkan_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["skp_id", "-nomor"]
        constraints = [models.UniqueConstraint(fields=["skp", "nomor"], name="versi_skp_satu_nomor")]

    def __str__(self) -> str:
        return f"{self.skp} versi {self.nomor}"


class JenisDialog(Pilihan):
    CATATAN = "catatan", "Catatan"
    AJUAN = "ajuan", "Pengajuan"
    PENGEMBALIAN = "pengembalian", "Pengembalian"
    PENETAPAN = "penetapan", "Penetapan"


class CatatanDialog(models.Model):
    """The talk about a plan: what was asked, answered, returned and why."""

    skp = models.ForeignKey(SKP, on_delete=models.CASCADE, related_name="daftar_dialog")
    penulis = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    jenis = models.CharField(max_length=15, choices=choices(JenisDialog), default=JenisDialog.CATATAN)
    teks = models.TextField()
    created_at = models.DateTimeField()

    class Meta:
        ordering = ["created_at", "id"]

    def __str__(self) -> str:
        return self.teks
