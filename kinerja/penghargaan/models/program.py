"""An award of a year: what it asks for, who is considered, who received it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from kinerja.kepegawaian.istilah import JenisPeran
from kinerja.kepegawaian.lingkup import di_bawah, instansi_ids, lingkup
from kinerja.kepegawaian.models import Instansi, Pegawai, UnitKerja
from kinerja.lib.pilihan import choices
from kinerja.metode.juri import KUORUM_TERKECIL, HasilSuara, kalimat_rahasia
from kinerja.metode.penghargaan import Kriteria, kriteria_dari_json
from kinerja.penghargaan.istilah import (
    AsalCalon,
    BentukPenghargaan,
    KeadaanCalon,
    KeadaanProgram,
    TahapProgram,
    Tampil,
)

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser
    from django.db.models.manager import Manager

    from kinerja.akun.models import User

MENGELOLA = (JenisPeran.ADMIN_INSTANSI,)
MEMUTUS = (JenisPeran.ADMIN_INSTANSI, JenisPeran.PIMPINAN)


class ProgramQuerySet(models.QuerySet["ProgramPenghargaan"]):
    def visible_to(self, user: User | AnonymousUser) -> ProgramQuerySet:
        """What runs or ran is known to the whole instansi; what is being prepared, to those who decide on it."""
        jalur = lingkup(user).jalur_peran(*MEMUTUS)
        terbuka = Q(instansi_id__in=instansi_ids(user)) & ~Q(keadaan=KeadaanProgram.DISIAPKAN)
        return self.filter(terbuka | di_bawah(jalur, kolom="unit_kerja__jalur"))

    def judged_by(self, user: User | AnonymousUser) -> ProgramQuerySet:
        """Whose nominees the user may read: he decides on them, or sits in the jury."""
        dari = lingkup(user)
        q = di_bawah(dari.jalur_peran(*MEMUTUS), kolom="unit_kerja__jalur")
        if dari.pegawai:
            q |= Q(daftar_juri__pegawai=dari.pegawai, daftar_juri__keluar_at=None)
        return self.filter(pk__in=ProgramPenghargaan.objects.filter(q).order_by().values("pk"))


class ProgramPenghargaan(models.Model):
    """One award. `tahun` is the year whose final results it looks at; the criteria are data."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    unit_kerja = models.ForeignKey(UnitKerja, on_delete=models.PROTECT, related_name="daftar_penghargaan")
    nama = models.CharField(max_length=120)
    tahun = models.PositiveSmallIntegerField()
    bentuk = models.CharField(max_length=12, choices=choices(BentukPenghargaan))
    uraian = models.TextField(blank=True)
    kriteria = models.JSONField()
    kursi = models.PositiveSmallIntegerField(default=1)
    kuorum = models.PositiveSmallIntegerField(default=3)
    tanpa_rekan_seunit = models.BooleanField(default=False)  # jurors do not judge nominees of their own unit
    usulan_mulai_on = models.DateField()
    usulan_selesai_on = models.DateField()
    juri_mulai_on = models.DateField()
    juri_selesai_on = models.DateField()
    keadaan = models.CharField(
        max_length=10, choices=choices(KeadaanProgram), default=KeadaanProgram.DISIAPKAN
    )
    revisi = models.PositiveIntegerField(default=0)  # two tabs notice one another
    disiplin_dicocokkan_at = models.DateTimeField(null=True, blank=True)
    calon_dihitung_at = models.DateTimeField(null=True, blank=True)
    suara_dihitung_at = models.DateTimeField(null=True, blank=True)
    alasan_putusan = models.TextField(blank=True)
    menyimpang = models.BooleanField(default=False)  # the decision departs from the count of the jury
    diputus_at = models.DateTimeField(null=True, blank=True)
    diputus_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    dibuat_at = models.DateTimeField()
    dibuat_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects: ClassVar[Manager[ProgramPenghargaan]] = ProgramQuerySet.as_manager()

    class Meta:
        ordering = ["-tahun", "-juri_selesai_on", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["unit_kerja", "tahun", "nama"], name="penghargaan_nama_satu"),
            models.CheckConstraint(
                condition=Q(usulan_selesai_on__gte=F("usulan_mulai_on"))
                & Q(juri_mulai_on__gt=F("usulan_selesai_on"))
                & Q(juri_selesai_on__gte=F("juri_mulai_on")),
                name="penghargaan_masa_berurutan",
            ),
            models.CheckConstraint(condition=Q(kursi__gte=1, kuorum__gte=1), name="penghargaan_kursi_kuorum"),
        ]

    def __str__(self) -> str:
        return f"{self.nama} {self.tahun}"

    def as_kriteria(self) -> Kriteria:
        return kriteria_dari_json(self.kriteria)

    def tahap(self, on: date) -> TahapProgram:
        if on < self.usulan_mulai_on:
            return TahapProgram.MENUNGGU
        if on <= self.usulan_selesai_on:
            return TahapProgram.PENCALONAN
        if on < self.juri_mulai_on:
            return TahapProgram.JEDA
        return TahapProgram.JURI if on <= self.juri_selesai_on else TahapProgram.LEWAT

    def terbuka_untuk_usulan(self, on: date) -> bool:
        return self.keadaan == KeadaanProgram.DIBUKA and self.tahap(on) is TahapProgram.PENCALONAN

    def terbuka_untuk_suara(self, on: date) -> bool:
        return self.keadaan == KeadaanProgram.DIBUKA and self.tahap(on) is TahapProgram.JURI


class CatatanDisiplin(models.Model):
    """Somebody who is serving a disciplinary punishment, as compared for one program. The jury reads only yes or no."""

    program = models.ForeignKey(ProgramPenghargaan, on_delete=models.CASCADE, related_name="daftar_disiplin")
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["program_id", "pegawai_id"]
        constraints = [models.UniqueConstraint(fields=["program", "pegawai"], name="disiplin_satu")]

    def __str__(self) -> str:
        return f"{self.program}: {self.pegawai_id}"


class CalonPenghargaanQuerySet(models.QuerySet["CalonPenghargaan"]):
    def visible_to(self, user: User | AnonymousUser) -> CalonPenghargaanQuerySet:
        """Jury and deciders; the nominee himself once it is decided, so that nobody waits in vain."""
        dinilai = ProgramQuerySet(ProgramPenghargaan).judged_by(user).order_by().values("pk")
        q = Q(program__in=dinilai)
        pegawai = lingkup(user).pegawai
        if pegawai:
            q |= Q(pegawai=pegawai, program__keadaan=KeadaanProgram.DIPUTUS)
        return self.filter(q)

    def on_ballot(self) -> CalonPenghargaanQuerySet:
        return self.filter(keadaan=KeadaanCalon.LAYAK)


class CalonPenghargaan(models.Model):
    """Somebody who is considered, with the answer to every condition, and later the count of the jury."""

    program = models.ForeignKey(ProgramPenghargaan, on_delete=models.CASCADE, related_name="daftar_calon")
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="daftar_pencalonan")
    asal = models.CharField(max_length=10, choices=choices(AsalCalon))
    keadaan = models.CharField(max_length=10, choices=choices(KeadaanCalon))
    jawaban = models.JSONField(default=list)  # {"syarat", "terpenuhi", "alasan"} in the order of the criteria
    setuju = models.PositiveSmallIntegerField(null=True, blank=True)
    dihitung = models.PositiveSmallIntegerField(null=True, blank=True)
    hasil = models.CharField(max_length=15, choices=choices(HasilSuara), blank=True)
    kalimat = models.CharField(max_length=300, blank=True)

    objects: ClassVar[Manager[CalonPenghargaan]] = CalonPenghargaanQuerySet.as_manager()

    class Meta:
        ordering = ["program_id", "pegawai__nama", "id"]
        constraints = [models.UniqueConstraint(fields=["program", "pegawai"], name="calon_satu_per_program")]

    def __str__(self) -> str:
        return f"{self.pegawai} untuk {self.program}"

    @property
    def angka_terbuka(self) -> bool:
        """Rows of a time before the smallest quorum may hold the votes of one or two."""
        return self.dihitung is not None and self.dihitung >= KUORUM_TERKECIL

    @property
    def hitungan(self) -> str:
        """What the count says, in words alone where numbers would tell who voted how."""
        if not self.hasil or self.angka_terbuka:
            return self.kalimat
        return kalimat_rahasia(HasilSuara(self.hasil))

    @property
    def alasan(self) -> str:
        return " ".join(satu["alasan"] for satu in self.jawaban)

    @property
    def kurang(self) -> list[str]:
        """The reasons of each condition that is not met."""
        return [satu["alasan"] for satu in self.jawaban if not satu["terpenuhi"]]


class UsulanPenghargaanQuerySet(models.QuerySet["UsulanPenghargaan"]):
    def visible_to(self, user: User | AnonymousUser) -> UsulanPenghargaanQuerySet:
        """Whoever wrote it, jury and deciders; the nominee after the decision."""
        dinilai = ProgramQuerySet(ProgramPenghargaan).judged_by(user).order_by().values("pk")
        q = Q(program__in=dinilai)
        pegawai = lingkup(user).pegawai
        if pegawai:
            q |= Q(pengusul=pegawai)
            q |= Q(pegawai=pegawai, program__keadaan=KeadaanProgram.DIPUTUS)
        return self.filter(q)


class UsulanPenghargaan(models.Model):
    """A colleague names somebody, in one sentence that the nominee reads after the decision."""

    program = models.ForeignKey(ProgramPenghargaan, on_delete=models.CASCADE, related_name="daftar_usulan")
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    pengusul = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    alasan = models.CharField(max_length=300)
    diusulkan_at = models.DateTimeField()

    objects: ClassVar[Manager[UsulanPenghargaan]] = UsulanPenghargaanQuerySet.as_manager()

    class Meta:
        ordering = ["program_id", "diusulkan_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["program", "pengusul", "pegawai"], name="usulan_penghargaan_satu_per_pengusul"
            ),
            models.CheckConstraint(condition=~Q(pegawai=F("pengusul")), name="usulan_bukan_diri_sendiri"),
        ]

    def __str__(self) -> str:
        return f"Usulan {self.pegawai} untuk {self.program}"


class PenerimaQuerySet(models.QuerySet["PenerimaPenghargaan"]):
    def visible_to(self, user: User | AnonymousUser) -> PenerimaQuerySet:
        """Whoever wants to be seen, by the people of his instansi; oneself; and who decided."""
        dari = lingkup(user)
        q = Q(program__instansi_id__in=instansi_ids(user), tampil=Tampil.TAMPIL)
        q |= di_bawah(dari.jalur_peran(*MEMUTUS), kolom="program__unit_kerja__jalur")
        if dari.pegawai:
            q |= Q(pegawai=dari.pegawai)
        return self.filter(q)

    def with_paper_for(self, user: User | AnonymousUser) -> PenerimaQuerySet:
        """The certificate holds a NIP: for the recipient himself and for those who decide."""
        dari = lingkup(user)
        q = di_bawah(dari.jalur_peran(*MEMUTUS), kolom="program__unit_kerja__jalur")
        if dari.pegawai:
            q |= Q(pegawai=dari.pegawai)
        return self.filter(q)


class PenerimaPenghargaan(models.Model):
    """A winner: the post he held when he earned it, what the certificate says, and whether he wants to be seen."""

    program = models.ForeignKey(ProgramPenghargaan, on_delete=models.PROTECT, related_name="daftar_penerima")
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="daftar_penghargaan_diterima")
    jabatan = models.CharField(max_length=150, blank=True)
    unit = models.CharField(max_length=150)
    kutipan = models.CharField(max_length=300)
    catatan = models.CharField(max_length=300, blank=True)  # moved or retired in between
    tampil = models.CharField(max_length=12, choices=choices(Tampil), default=Tampil.MENUNGGU)
    tampil_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[Manager[PenerimaPenghargaan]] = PenerimaQuerySet.as_manager()

    class Meta:
        ordering = ["-program__tahun", "-program_id", "pegawai__nama", "id"]
        constraints = [
            models.UniqueConstraint(fields=["program", "pegawai"], name="penerima_satu_per_program")
        ]
        indexes = [models.Index(fields=["pegawai", "tampil"], name="penerima_tampil")]

    def __str__(self) -> str:
        return f"{self.pegawai}: {self.program}"
