"""The catalogue of trainings, their classes, who takes part, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from kinerja.kepegawaian.istilah import JenisPeran
from kinerja.kepegawaian.lingkup import instansi_ids, lingkup
from kinerja.kepegawaian.models import Instansi, Pegawai, Penempatan, UnitKerja
from kinerja.lib.pilihan import choices
from kinerja.lib.tanggal import format_rentang_tanggal
from kinerja.lib.versi import versi_isi
from kinerja.pelatihan.istilah import (
    BERAKHIR,
    BERKURSI,
    JP_SEHARI_WAJAR,
    AsalUsulan,
    BidangPelatihan,
    CaraHadir,
    CaraKelas,
    KeadaanKelas,
    KeadaanPeserta,
    KeadaanSertifikat,
    Pemakaian,
    Perubahan,
    PihakTindakLanjut,
)
from kinerja.rekap.lingkup import terlihat

if TYPE_CHECKING:
    from datetime import date

    from django.contrib.auth.models import AnonymousUser
    from django.db.models.manager import Manager

    from kinerja.akun.models import User

JP_TERBANYAK = 2000


class PelatihanQuerySet(models.QuerySet["Pelatihan"]):
    def visible_to(self, user: User | AnonymousUser) -> PelatihanQuerySet:
        return self.filter(instansi_id__in=instansi_ids(user))


class KelasQuerySet(models.QuerySet["KelasPelatihan"]):
    def visible_to(self, user: User | AnonymousUser) -> KelasQuerySet:
        """Everybody reads what is on offer; a class in preparation belongs to those who prepare it."""
        dari = lingkup(user)
        q = ~Q(keadaan=KeadaanKelas.DISIAPKAN)
        if jalur := dari.jalur_peran(JenisPeran.ADMIN_INSTANSI):
            akar = UnitKerja.objects.filter(induk=None, jalur__in=jalur).order_by()
            q |= Q(pelatihan__instansi__in=akar.values("instansi"))
        if dari.pegawai:
            q |= Q(petugas=dari.pegawai)
        return self.filter(q, pelatihan__instansi_id__in=dari.instansi)

    def with_pelatihan(self) -> KelasQuerySet:
        return self.select_related("pelatihan__instansi", "petugas")


class PesertaPelatihanQuerySet(models.QuerySet["PesertaPelatihan"]):
    def visible_to(self, user: User | AnonymousUser) -> PesertaPelatihanQuerySet:
        """Oneself, one's people, everybody for the admin, and a class for who looks after it."""
        q = terlihat(user, kolom="pegawai")
        if pegawai := lingkup(user).pegawai:
            q |= Q(kelas__petugas=pegawai)
        return self.filter(q)

    def with_people(self) -> PesertaPelatihanQuerySet:
        return self.select_related(
            "kelas__pelatihan__instansi", "pegawai", "penilai", "penempatan__unit_kerja"
        )


class SertifikatQuerySet(models.QuerySet["Sertifikat"]):
    def visible_to(self, user: User | AnonymousUser) -> SertifikatQuerySet:
        return self.filter(terlihat(user, kolom="pegawai"))


class Pelatihan(models.Model):
    """A row of the catalogue. `jp` is empty where the certificate says it."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="daftar_pelatihan")
    kode = models.CharField(max_length=40)
    nama = models.CharField(max_length=200)
    bentuk = models.CharField(max_length=60, blank=True)
    jenis_kompetensi = models.CharField(max_length=20, choices=choices(BidangPelatihan))
    jp = models.PositiveSmallIntegerField("JP", null=True, blank=True)
    sasaran = models.CharField(max_length=200, blank=True)
    # Codes of Kompetensi and aspects for which it is recorded; checked against the dictionary when it is written.
    daftar_kode = models.JSONField(default=list, blank=True)
    sumber = models.CharField(max_length=300, blank=True)
    aktif = models.BooleanField(default=True)

    objects: ClassVar[Manager[Pelatihan]] = PelatihanQuerySet.as_manager()

    class Meta:
        ordering = ["nama", "id"]
        constraints = [
            models.UniqueConstraint(fields=["instansi", "kode"], name="pelatihan_kode_satu_per_instansi"),
            models.CheckConstraint(
                condition=Q(jp__isnull=True) | Q(jp__gte=1, jp__lte=JP_TERBANYAK), name="pelatihan_jp_wajar"
            ),
        ]

    def __str__(self) -> str:
        return self.nama


class KelasPelatihan(models.Model):
    """One class of a training: days, place, seats, cost of each seat in whole rupiah."""

    pelatihan = models.ForeignKey(Pelatihan, on_delete=models.PROTECT, related_name="daftar_kelas")
    nama = models.CharField(max_length=120, help_text="Misalnya Angkatan I.")
    mulai_on = models.DateField()
    selesai_on = models.DateField()
    batas_daftar_on = models.DateField()
    cara = models.CharField(max_length=12, choices=choices(CaraKelas), default=CaraKelas.TATAP_MUKA)
    tempat = models.CharField(max_length=200, blank=True)
    kursi = models.PositiveSmallIntegerField()
    biaya = models.PositiveBigIntegerField(default=0)
    jp = models.PositiveSmallIntegerField("JP")
    penyelenggara = models.CharField(max_length=150)
    petugas = models.ForeignKey(
        Pegawai, on_delete=models.PROTECT, null=True, blank=True, related_name="daftar_kelas_dipegang"
    )
    keadaan = models.CharField(max_length=12, choices=choices(KeadaanKelas), default=KeadaanKelas.DISIAPKAN)
    alasan_batal = models.CharField(max_length=300, blank=True)
    created_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[Manager[KelasPelatihan]] = KelasQuerySet.as_manager()

    class Meta:
        ordering = ["-mulai_on", "id"]
        constraints = [
            models.UniqueConstraint(fields=["pelatihan", "nama", "mulai_on"], name="kelas_satu_per_hari_mulai"),
            models.CheckConstraint(condition=Q(selesai_on__gte=F("mulai_on")), name="kelas_selesai_setelah_mulai"),
            models.CheckConstraint(condition=Q(batas_daftar_on__lte=F("mulai_on")), name="kelas_daftar_sebelum_mulai"),
            models.CheckConstraint(condition=Q(jp__gte=1, jp__lte=JP_TERBANYAK), name="kelas_jp_wajar"),
            models.CheckConstraint(condition=Q(kursi__gte=1), name="kelas_ada_kursi"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.pelatihan} – {self.nama}"

    @property
    def masa(self) -> str:
        return format_rentang_tanggal(self.mulai_on, self.selesai_on)

    @property
    def versi(self) -> str:
        """Of what the form of the class holds."""
        return versi_isi(
            self.nama, self.mulai_on, self.selesai_on, self.batas_daftar_on, self.cara, self.tempat, self.jp,
            self.kursi, self.biaya, self.penyelenggara, self.petugas_id,
        )  # fmt: skip

    def menerima_daftar(self, on: date) -> bool:
        return self.keadaan == KeadaanKelas.DIBUKA and on <= self.batas_daftar_on


class PesertaPelatihan(models.Model):
    """One person in one class, from the request to the result."""

    kelas = models.ForeignKey(KelasPelatihan, on_delete=models.PROTECT, related_name="daftar_peserta")
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="daftar_ikut_pelatihan")
    # Where he worked when he asked: who moves meanwhile keeps his request, and everybody sees that he moved.
    penempatan = models.ForeignKey(Penempatan, on_delete=models.PROTECT, null=True, related_name="+")
    asal = models.CharField(max_length=10, choices=choices(AsalUsulan), default=AsalUsulan.SENDIRI)
    alasan = models.TextField(blank=True)
    keadaan = models.CharField(max_length=20, choices=choices(KeadaanPeserta))
    nomor_kursi = models.PositiveSmallIntegerField(null=True, blank=True)
    diajukan_at = models.DateTimeField()
    penilai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, null=True, related_name="+")
    disetujui_at = models.DateTimeField(null=True, blank=True)
    antre_at = models.DateTimeField(null=True, blank=True)
    diputus_at = models.DateTimeField(null=True, blank=True)
    catatan = models.TextField(blank=True)  # the reason of a refusal or a withdrawal
    dinilai_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[Manager[PesertaPelatihan]] = PesertaPelatihanQuerySet.as_manager()

    class Meta:
        ordering = ["kelas_id", "pegawai__nama", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["kelas", "pegawai"], condition=~Q(keadaan__in=BERAKHIR), name="ikut_satu_per_kelas"
            ),
            models.UniqueConstraint(fields=["kelas", "nomor_kursi"], name="ikut_satu_kursi_satu_orang"),
            models.CheckConstraint(
                condition=Q(keadaan__in=BERKURSI, nomor_kursi__gte=1)
                | (~Q(keadaan__in=BERKURSI) & Q(nomor_kursi__isnull=True)),
                name="ikut_berkursi_bila_diterima",
            ),
            models.CheckConstraint(
                condition=~Q(keadaan="daftar_tunggu") | Q(antre_at__isnull=False),
                name="ikut_antre_bertanggal",
            ),
        ]
        indexes = [models.Index(fields=["pegawai", "keadaan"], name="ikut_pegawai")]

    def __str__(self) -> str:
        return f"{self.pegawai} pada {self.kelas}"


class KehadiranPelatihan(models.Model):
    peserta = models.ForeignKey(PesertaPelatihan, on_delete=models.CASCADE, related_name="daftar_kehadiran")
    hari_on = models.DateField()
    cara = models.CharField(max_length=10, choices=choices(CaraHadir))
    dicatat_at = models.DateTimeField()
    dicatat_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["peserta_id", "hari_on"]
        constraints = [models.UniqueConstraint(fields=["peserta", "hari_on"], name="hadir_satu_per_hari")]

    def __str__(self) -> str:
        return f"{self.peserta}: {self.hari_on}"


class Sertifikat(models.Model):
    """Of a class of ours, or brought along from outside. `jp` counts from the day that it is verified."""

    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="daftar_sertifikat")
    peserta = models.OneToOneField(
        PesertaPelatihan, on_delete=models.PROTECT, null=True, blank=True, related_name="sertifikat"
    )
    pelatihan = models.ForeignKey(
        Pelatihan, on_delete=models.PROTECT, null=True, blank=True, related_name="daftar_sertifikat"
    )
    nama = models.CharField(max_length=200)
    penyelenggara = models.CharField(max_length=150)
    nomor = models.CharField(max_length=100)
    nomor_kunci = models.CharField(max_length=100)  # the number without spaces, dashes and capitals
    jp = models.PositiveSmallIntegerField("JP")
    mulai_on = models.DateField()
    selesai_on = models.DateField()
    berkas = models.FileField(upload_to="sertifikat/%Y/%m/", blank=True)
    nama_berkas = models.CharField(max_length=150, blank=True)
    jenis_berkas = models.CharField(max_length=10, blank=True)
    sidik = models.CharField(max_length=64, blank=True)
    keadaan = models.CharField(max_length=15, choices=choices(KeadaanSertifikat))
    diajukan_at = models.DateTimeField()
    diperiksa_at = models.DateTimeField(null=True, blank=True)
    diperiksa_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    catatan = models.TextField(blank=True)

    objects: ClassVar[Manager[Sertifikat]] = SertifikatQuerySet.as_manager()

    class Meta:
        ordering = ["-selesai_on", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["pegawai", "nomor_kunci"],
                condition=~Q(keadaan="ditolak"),
                name="sertifikat_satu_per_nomor",
            ),
            models.CheckConstraint(condition=Q(jp__gte=1, jp__lte=JP_TERBANYAK), name="sertifikat_jp_wajar"),
            models.CheckConstraint(
                condition=Q(selesai_on__gte=F("mulai_on")), name="sertifikat_selesai_setelah_mulai"
            ),
        ]

    @property
    def jp_janggal(self) -> bool:
        """More hours than the days of it can hold."""
        hari = (self.selesai_on - self.mulai_on).days + 1
        return self.jp > hari * JP_SEHARI_WAJAR

    def __str__(self) -> str:
        return f"Sertifikat {self.nama} ({self.nomor})"


class TindakLanjutPelatihan(models.Model):
    """Two questions three months after the class; a row is an answer, the question itself needs none."""

    peserta = models.ForeignKey(PesertaPelatihan, on_delete=models.CASCADE, related_name="daftar_jawaban")
    pihak = models.CharField(max_length=10, choices=choices(PihakTindakLanjut))
    oleh = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    pemakaian = models.CharField(max_length=10, choices=choices(Pemakaian))
    perubahan = models.CharField(max_length=12, choices=choices(Perubahan))
    catatan = models.TextField(blank=True)
    dijawab_at = models.DateTimeField()

    class Meta:
        ordering = ["peserta_id", "pihak"]
        constraints = [
            models.UniqueConstraint(fields=["peserta", "pihak"], name="tindak_lanjut_satu_per_pihak")
        ]

    def __str__(self) -> str:
        return f"{self.get_pihak_display()}: {self.peserta}"
