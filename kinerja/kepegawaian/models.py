"""Instansi, units, posts, people, and who assesses whom: everything dated."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, ClassVar
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from kinerja.kepegawaian.istilah import JenisPenempatan, JenisPeran, StatusImpor, StatusLaporan, StatusPegawai
from kinerja.kepegawaian.lingkup import berlaku_pada, di_bawah, instansi_ids, lingkup
from kinerja.lib.pilihan import choices
from kinerja.peraturan.identitas import JenisASN, JenisJabatan, JenjangJF
from kinerja.peraturan.kewenangan import JenisInstansi

if TYPE_CHECKING:
    from datetime import datetime

    from django.contrib.auth.models import AnonymousUser
    from django.db.models.manager import Manager

    from kinerja.akun.models import User


class UnitKerjaQuerySet(models.QuerySet["UnitKerja"]):
    def visible_to(self, user: User | AnonymousUser) -> UnitKerjaQuerySet:
        """Everybody signed in may see the units of his own instansi: the tree is public inside the house."""
        return self.filter(instansi_id__in=instansi_ids(user))

    def subtree(self, unit: UnitKerja) -> UnitKerjaQuerySet:
        return self.filter(jalur__startswith=unit.jalur)


class PegawaiQuerySet(models.QuerySet["Pegawai"]):
    def visible_to(self, user: User | AnonymousUser) -> PegawaiQuerySet:
        """People of one's own instansi: names and posts, never results."""
        return self.filter(instansi_id__in=instansi_ids(user))


class PenempatanQuerySet(models.QuerySet["Penempatan"]):
    def berlaku(self, on: date) -> PenempatanQuerySet:
        return self.filter(berlaku_pada(on))

    def with_people(self) -> PenempatanQuerySet:
        return self.select_related("pegawai", "jabatan", "unit_kerja")

    def visible_to(self, user: User | AnonymousUser) -> PenempatanQuerySet:
        return self.filter(pegawai__instansi_id__in=instansi_ids(user))


class LaporanQuerySet(models.QuerySet["LaporanPenilaiSalah"]):
    def visible_to(self, user: User | AnonymousUser) -> LaporanQuerySet:
        """The reporter, the admin of his unit, the person he names, and that person's own penilai."""
        dari = lingkup(user)
        q = di_bawah(
            dari.jalur_peran(JenisPeran.ADMIN_INSTANSI, JenisPeran.AUDITOR),
            kolom="penempatan__unit_kerja__jalur",
        )
        if dari.pegawai:
            bawahan = HubunganPenilai.objects.filter(penilai=dari.pegawai, selesai_on__isnull=True)
            q |= Q(penempatan__pegawai=dari.pegawai) | Q(usulan=dari.pegawai)
            q |= Q(usulan__in=bawahan.values("penempatan__pegawai"))
        return self.filter(q)

    def with_people(self) -> LaporanQuerySet:
        return self.select_related(
            "penempatan__pegawai", "penempatan__jabatan", "penempatan__unit_kerja", "usulan", "diputus_oleh"
        )


class ImporQuerySet(models.QuerySet["Impor"]):
    def visible_to(self, user: User | AnonymousUser) -> ImporQuerySet:
        """Sheets hold everybody's NIP: only for the admin of the whole instansi."""
        akar = UnitKerja.objects.filter(
            induk=None, jalur__in=lingkup(user).jalur_peran(JenisPeran.ADMIN_INSTANSI)
        )
        return self.filter(instansi__in=akar.values("instansi"))


class PeranQuerySet(models.QuerySet["Peran"]):
    def visible_to(self, user: User | AnonymousUser) -> PeranQuerySet:
        dari = lingkup(user)
        jalur = dari.jalur_peran(JenisPeran.ADMIN_INSTANSI, JenisPeran.AUDITOR)
        return self.filter(Q(user_id=user.pk) | di_bawah(jalur, kolom="unit_kerja__jalur"))


class Instansi(models.Model):
    kode = models.CharField(max_length=20, unique=True)
    nama = models.CharField(max_length=150)
    jenis = models.CharField(max_length=10, choices=choices(JenisInstansi), default=JenisInstansi.DAERAH)
    tempat = models.CharField(max_length=60, help_text="Kota yang tertulis di atas tanda tangan.")
    zona_waktu = models.CharField(max_length=40, default="Asia/Jakarta")

    class Meta:
        ordering = ["nama"]

    def __str__(self) -> str:
        return self.nama

    def tanggal(self, at: datetime) -> date:
        """The day on the wall of the office."""
        return at.astimezone(ZoneInfo(self.zona_waktu)).date()


class UnitKerja(models.Model):
    """A node of the unit tree. `jalur` is the path of ids from the root: "/1/12/340/"."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="daftar_unit")
    induk = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="daftar_anak"
    )
    jalur = models.CharField(max_length=200, db_index=True, blank=True)
    kode = models.CharField(max_length=40)
    nama = models.CharField(max_length=150)
    jenis = models.CharField(max_length=30, blank=True)
    mandiri = models.BooleanField(
        default=False, help_text="Unit kerja mandiri: pimpinannya menyusun SKP seperti JPT."
    )
    hari_kerja = models.PositiveSmallIntegerField(default=5)
    dibubarkan_on = models.DateField(null=True, blank=True)

    objects: ClassVar[Manager[UnitKerja]] = UnitKerjaQuerySet.as_manager()

    class Meta:
        ordering = ["jalur", "kode"]
        constraints = [
            models.UniqueConstraint(fields=["instansi", "kode"], name="unit_kode_satu_per_instansi"),
            models.CheckConstraint(condition=Q(hari_kerja__in=[5, 6]), name="unit_hari_kerja_5_atau_6"),
            models.CheckConstraint(condition=~Q(induk=F("id")), name="unit_bukan_induk_sendiri"),
        ]

    def __str__(self) -> str:
        return self.nama

    @property
    def tingkat(self) -> int:
        return self.jalur.count("/") - 2


class Jabatan(models.Model):
    unit_kerja = models.ForeignKey(UnitKerja, on_delete=models.PROTECT, related_name="daftar_jabatan")
    kode = models.CharField(max_length=40)
    nama = models.CharField(max_length=150)
    jenis = models.CharField(max_length=20, choices=choices(JenisJabatan), blank=True)
    jenjang = models.CharField(max_length=20, choices=choices(JenjangJF), blank=True)
    kepala = models.BooleanField(default=False, help_text="Memimpin unit kerjanya.")

    class Meta:
        ordering = ["unit_kerja__jalur", "-kepala", "nama"]
        constraints = [
            models.UniqueConstraint(fields=["unit_kerja", "kode"], name="jabatan_kode_satu_per_unit"),
        ]

    def __str__(self) -> str:
        return self.nama


class Pegawai(models.Model):
    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="daftar_pegawai")
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="pegawai"
    )
    nip = models.CharField("NIP", max_length=18, unique=True)
    nama = models.CharField(max_length=150)
    # Empty for a pejabat negara, who assesses but is no ASN.
    jenis_asn = models.CharField(max_length=20, choices=choices(JenisASN), default=JenisASN.PNS, blank=True)
    golongan = models.CharField(max_length=6, blank=True)
    status = models.CharField(max_length=30, choices=choices(StatusPegawai), default=StatusPegawai.AKTIF)
    email = models.EmailField("surel", blank=True)

    objects: ClassVar[Manager[Pegawai]] = PegawaiQuerySet.as_manager()

    class Meta:
        ordering = ["nama", "id"]

    def __str__(self) -> str:
        return self.nama


class Penempatan(models.Model):
    """A person in a post from a day to a day, and the official who assesses him there.

    A move or a change of penilai ends one row and opens the next; nothing is overwritten.
    """

    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="daftar_penempatan")
    jabatan = models.ForeignKey(Jabatan, on_delete=models.PROTECT, related_name="daftar_penempatan")
    unit_kerja = models.ForeignKey(UnitKerja, on_delete=models.PROTECT, related_name="daftar_penempatan")
    jenis = models.CharField(
        max_length=10, choices=choices(JenisPenempatan), default=JenisPenempatan.DEFINITIF
    )
    mulai_on = models.DateField()
    selesai_on = models.DateField(null=True, blank=True)
    dasar = models.CharField(max_length=150, blank=True, help_text="Nomor SK atau surat perintah.")

    objects: ClassVar[Manager[Penempatan]] = PenempatanQuerySet.as_manager()

    class Meta:
        ordering = ["-mulai_on", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(selesai_on__isnull=True) | Q(selesai_on__gte=F("mulai_on")),
                name="penempatan_selesai_setelah_mulai",
            ),
            models.UniqueConstraint(
                fields=["pegawai"],
                condition=Q(selesai_on__isnull=True, jenis="definitif"),
                name="penempatan_definitif_berjalan_satu",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pegawai} · {self.jabatan}"

    def berlaku(self, on: date) -> bool:
        return self.mulai_on <= on and (self.selesai_on is None or on <= self.selesai_on)

    @property
    def sebutan(self) -> str:
        """The post as it stands above a signature: with Plt. or Plh. before it, once."""
        nama, awal = self.jabatan.nama, {JenisPenempatan.PLT: "Plt. ", JenisPenempatan.PLH: "Plh. "}
        if self.jenis == JenisPenempatan.DEFINITIF or nama.startswith(tuple(awal.values())):
            return nama
        return awal[JenisPenempatan(self.jenis)] + nama


class HubunganPenilai(models.Model):
    """Who assesses the holder of a placement, from a day to a day (Pasal 1 angka 9)."""

    penempatan = models.ForeignKey(Penempatan, on_delete=models.PROTECT, related_name="daftar_penilai")
    penilai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="daftar_dinilai")
    mulai_on = models.DateField()
    selesai_on = models.DateField(null=True, blank=True)
    alasan = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["-mulai_on", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["penempatan"], condition=Q(selesai_on__isnull=True), name="penilai_berjalan_satu"
            ),
            models.CheckConstraint(
                condition=Q(selesai_on__isnull=True) | Q(selesai_on__gte=F("mulai_on")),
                name="penilai_selesai_setelah_mulai",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.penilai} menilai {self.penempatan}"


class Peran(models.Model):
    """A role beside one's post, over a unit and everything below it."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="daftar_peran")
    jenis = models.CharField(max_length=20, choices=choices(JenisPeran))
    unit_kerja = models.ForeignKey(UnitKerja, on_delete=models.PROTECT, related_name="+")
    mulai_on = models.DateField()
    selesai_on = models.DateField(null=True, blank=True)

    objects: ClassVar[Manager[Peran]] = PeranQuerySet.as_manager()

    class Meta:
        ordering = ["user_id", "jenis", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "jenis", "unit_kerja"],
                condition=Q(selesai_on__isnull=True),
                name="peran_berjalan_satu_per_unit",
            )
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.get_jenis_display()}"


class LaporanPenilaiSalah(models.Model):
    """ "Atasan saya salah": what the person says, and how the right official settled it."""

    penempatan = models.ForeignKey(Penempatan, on_delete=models.PROTECT, related_name="daftar_laporan")
    usulan = models.ForeignKey(Pegawai, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    keterangan = models.TextField()
    status = models.CharField(max_length=12, choices=choices(StatusLaporan), default=StatusLaporan.BARU)
    dilaporkan_at = models.DateTimeField()
    diputus_at = models.DateTimeField(null=True, blank=True)
    diputus_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    tanggapan = models.TextField(blank=True)

    objects: ClassVar[Manager[LaporanPenilaiSalah]] = LaporanQuerySet.as_manager()

    class Meta:
        ordering = ["-dilaporkan_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["penempatan"], condition=Q(status="baru"), name="laporan_penilai_satu_berjalan"
            )
        ]

    def __str__(self) -> str:
        return f"Laporan atas penilai {self.penempatan}"


class Impor(models.Model):
    """One uploaded sheet: its dry run, row by row, and whether it was confirmed."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="daftar_impor")
    jenis = models.CharField(max_length=20)  # unit | jabatan | pegawai
    nama_berkas = models.CharField(max_length=200)
    sidik_berkas = models.CharField(max_length=64)
    status = models.CharField(max_length=12, choices=choices(StatusImpor), default=StatusImpor.DIPERIKSA)
    # The sheet as it was read, until it is applied: somebody may still say which column is which.
    mentah = models.JSONField(default=dict, blank=True)
    baris = models.JSONField(default=list)  # rows as read, so that what is confirmed is what was shown
    ringkasan = models.JSONField(default=dict)
    diunggah_at = models.DateTimeField()
    diunggah_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    diterapkan_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[Manager[Impor]] = ImporQuerySet.as_manager()

    class Meta:
        ordering = ["-diunggah_at", "-id"]

    def __str__(self) -> str:
        return f"Impor {self.jenis}: {self.nama_berkas}"


class PetaKolom(models.Model):
    """What a heading of a foreign sheet means in this instansi, once somebody has said so. Empty: it is not used."""

    instansi = models.ForeignKey(Instansi, on_delete=models.CASCADE, related_name="daftar_peta_kolom")
    jenis = models.CharField(max_length=20)
    judul = models.CharField(max_length=120)  # only its letters and digits
    kunci = models.CharField(max_length=40, blank=True)

    class Meta:
        ordering = ["jenis", "judul"]
        constraints = [
            models.UniqueConstraint(fields=["instansi", "jenis", "judul"], name="peta_kolom_satu_per_judul")
        ]

    def __str__(self) -> str:
        return f"{self.judul} → {self.kunci or '(tidak dipakai)'}"
