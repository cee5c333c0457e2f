"""Individual plans of growing, the year's proposal of who goes to which class, and whether a training helped."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from kinerja.kepegawaian.istilah import JenisPeran
from kinerja.kepegawaian.lingkup import instansi_ids, lingkup
from kinerja.kepegawaian.models import Instansi, Pegawai, UnitKerja
from kinerja.lib.pilihan import choices
from kinerja.metode.alokasi_pelatihan import Keputusan
from kinerja.metode.dampak_pelatihan import Kesimpulan
from kinerja.metode.saran_pelatihan import Asal
from kinerja.pelatihan.models import KelasPelatihan, Pelatihan, PesertaPelatihan
from kinerja.pengembangan.istilah import CaraBelajar, KeadaanAlokasi, KeadaanButir, KeadaanRencana
from kinerja.penilaian.models import Evaluasi
from kinerja.rekap.lingkup import terlihat

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser
    from django.db.models.manager import Manager

    from kinerja.akun.models import User


class RencanaQuerySet(models.QuerySet["RencanaPengembangan"]):
    def visible_to(self, user: User | AnonymousUser) -> RencanaQuerySet:
        """The person, who assesses him, and his admin; a draft is his own until he hands it in."""
        pegawai = lingkup(user).pegawai
        terbuka = self.filter(terlihat(user, kolom="pegawai") | Q(penilai=pegawai, penilai__isnull=False))
        sendiri = Q(pegawai=pegawai) if pegawai else Q(pk__in=[])
        return terbuka.filter(sendiri | ~Q(keadaan=KeadaanRencana.DRAF))


class RencanaPengembangan(models.Model):
    """What one person wants to learn in a year, drafted by himself and agreed with his penilai."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="daftar_rencana_pengembangan")
    penilai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, null=True, related_name="+")
    tahun = models.PositiveSmallIntegerField()
    keadaan = models.CharField(
        max_length=12, choices=choices(KeadaanRencana), default=KeadaanRencana.DRAF.value
    )
    versi = models.PositiveSmallIntegerField(default=0)  # counts how often it was agreed
    catatan_penilai = models.TextField(blank=True)
    submitted_at = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[Manager[RencanaPengembangan]] = RencanaQuerySet.as_manager()

    class Meta:
        ordering = ["-tahun", "pegawai__nama", "id"]
        constraints = [
            models.UniqueConstraint(fields=["pegawai", "tahun"], name="rencana_pengembangan_satu_per_tahun")
        ]
        indexes = [
            models.Index(fields=["instansi", "tahun", "keadaan"], name="rencana_pengembangan_tahun"),
            models.Index(fields=["penilai", "keadaan"], name="rencana_pengembangan_penilai"),
        ]

    def __str__(self) -> str:
        return f"Rencana pengembangan {self.pegawai} {self.tahun}"


class ButirQuerySet(models.QuerySet["ButirRencana"]):
    def visible_to(self, user: User | AnonymousUser) -> ButirQuerySet:
        rencana = RencanaQuerySet(RencanaPengembangan).visible_to(user)
        return self.filter(rencana__in=rencana.order_by().values("pk"))


class ButirRencana(models.Model):
    """One need and the way it is going to be met."""

    rencana = models.ForeignKey(RencanaPengembangan, on_delete=models.CASCADE, related_name="daftar_butir")
    urutan = models.PositiveSmallIntegerField()
    kebutuhan = models.CharField(max_length=300)
    kode_kebutuhan = models.CharField(max_length=80, blank=True)
    asal = models.CharField(max_length=20, choices=choices(Asal), blank=True)
    besar = models.PositiveSmallIntegerField(default=50)
    alasan = models.TextField(blank=True)  # of the suggestion it came from, as it was read on that day
    cara = models.CharField(max_length=12, choices=choices(CaraBelajar))
    pelatihan = models.ForeignKey(
        Pelatihan, on_delete=models.PROTECT, null=True, blank=True, related_name="daftar_butir_rencana"
    )
    kegiatan = models.CharField(max_length=300, blank=True)
    jp = models.PositiveSmallIntegerField(default=0)
    triwulan = models.PositiveSmallIntegerField()
    hasil_diharapkan = models.TextField()
    keadaan = models.CharField(
        max_length=12, choices=choices(KeadaanButir), default=KeadaanButir.DIRENCANAKAN.value
    )
    catatan = models.TextField(blank=True)

    objects: ClassVar[Manager[ButirRencana]] = ButirQuerySet.as_manager()

    class Meta:
        ordering = ["rencana_id", "urutan", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(triwulan__gte=1, triwulan__lte=4), name="butir_triwulan_1_4"),
            models.CheckConstraint(condition=Q(besar__lte=100), name="butir_besar_paling_banyak_100"),
            models.CheckConstraint(condition=Q(jp__lte=2000), name="butir_jp_masuk_akal"),
            models.CheckConstraint(
                condition=~Q(cara="pelatihan") | Q(pelatihan__isnull=False), name="butir_pelatihan_disebut"
            ),
            models.UniqueConstraint(
                fields=["rencana", "pelatihan"],
                condition=Q(pelatihan__isnull=False) & ~Q(keadaan="batal"),
                name="butir_pelatihan_satu_per_rencana",
            ),
        ]
        indexes = [models.Index(fields=["pelatihan", "keadaan"], name="butir_pelatihan_keadaan")]

    def __str__(self) -> str:
        return self.nama_kegiatan

    @property
    def nama_kegiatan(self) -> str:
        """Select `pelatihan` with it."""
        return self.pelatihan.nama if self.pelatihan else self.kegiatan or self.get_cara_display()


class VersiRencana(models.Model):
    """The plan as it was agreed, word by word; a later change leaves it as it was."""

    rencana = models.ForeignKey(RencanaPengembangan, on_delete=models.CASCADE, related_name="daftar_versi")
    nomor = models.PositiveSmallIntegerField()
    isi = models.JSONField()
    alasan = models.TextField(blank=True)
    disepakati_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    disepakati_at = models.DateTimeField()

    class Meta:
        ordering = ["rencana_id", "-nomor"]
        constraints = [
            models.UniqueConstraint(fields=["rencana", "nomor"], name="versi_rencana_satu_per_nomor")
        ]

    def __str__(self) -> str:
        return f"{self.rencana} versi {self.nomor}"


class KebutuhanQuerySet(models.QuerySet["KebutuhanTercatat"]):
    def visible_to(self, user: User | AnonymousUser) -> KebutuhanQuerySet:
        return self.filter(terlihat(user, kolom="pegawai"))


class KebutuhanTercatat(models.Model):
    """A need that somebody decided on as the follow-up of a result; it stays until the decision is carried out."""

    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="daftar_kebutuhan_tercatat")
    evaluasi = models.OneToOneField(Evaluasi, on_delete=models.PROTECT, related_name="kebutuhan_tercatat")
    alasan = models.TextField()  # for the person and his penilai
    alasan_umum = models.TextField()  # for roles: without what colleagues and staff had a part in
    daftar_aspek = models.JSONField(default=list, blank=True)  # code and label of that day
    dicatat_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    dicatat_at = models.DateTimeField()
    selesai_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[Manager[KebutuhanTercatat]] = KebutuhanQuerySet.as_manager()

    class Meta:
        ordering = ["-dicatat_at", "-id"]

    def __str__(self) -> str:
        return f"Kebutuhan pelatihan {self.pegawai}"


class AlokasiQuerySet(models.QuerySet["RencanaAlokasi"]):
    def visible_to(self, user: User | AnonymousUser) -> AlokasiQuerySet:
        """Names with needs: only for the admin of the whole instansi."""
        jalur = lingkup(user).jalur_peran(JenisPeran.ADMIN_INSTANSI)
        akar = UnitKerja.objects.filter(induk=None, jalur__in=jalur).order_by()
        return self.filter(instansi__in=akar.values("instansi"))


class RencanaAlokasi(models.Model):
    """Who goes to which class under a year's budget: a proposal of the machine that people change and approve."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    tahun = models.PositiveSmallIntegerField()
    judul = models.CharField(max_length=120)
    anggaran = models.PositiveBigIntegerField()
    keadaan = models.CharField(
        max_length=12, choices=choices(KeadaanAlokasi), default=KeadaanAlokasi.DIHITUNG.value
    )
    aturan = models.JSONField(default=dict)  # the weights it was computed with
    pekerjaan_id = models.PositiveBigIntegerField(null=True, blank=True)
    dibuat_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    dibuat_at = models.DateTimeField()
    dihitung_at = models.DateTimeField(null=True, blank=True)
    disetujui_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    disetujui_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[Manager[RencanaAlokasi]] = AlokasiQuerySet.as_manager()

    class Meta:
        ordering = ["-tahun", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "tahun"], condition=~Q(keadaan="disetujui"), name="alokasi_satu_berjalan"
            )
        ]

    def __str__(self) -> str:
        return self.judul


class KelasAlokasi(models.Model):
    """A class of the proposal with the seats and the price that it was planned with."""

    alokasi = models.ForeignKey(RencanaAlokasi, on_delete=models.CASCADE, related_name="daftar_kelas")
    kelas = models.ForeignKey(KelasPelatihan, on_delete=models.PROTECT, related_name="+")
    kursi = models.PositiveIntegerField()
    biaya = models.PositiveBigIntegerField()

    class Meta:
        ordering = ["alokasi_id", "kelas__mulai_on", "id"]
        constraints = [models.UniqueConstraint(fields=["alokasi", "kelas"], name="kelas_alokasi_satu")]

    def __str__(self) -> str:
        return f"{self.kelas}"


class BarisQuerySet(models.QuerySet["BarisAlokasi"]):
    def visible_to(self, user: User | AnonymousUser) -> BarisQuerySet:
        alokasi = AlokasiQuerySet(RencanaAlokasi).visible_to(user)
        return self.filter(alokasi__in=alokasi.order_by().values("pk"))


class BarisAlokasi(models.Model):
    """One person and one training, in the order in which seats and money are given out."""

    alokasi = models.ForeignKey(RencanaAlokasi, on_delete=models.CASCADE, related_name="daftar_baris")
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    unit_kerja = models.ForeignKey(UnitKerja, on_delete=models.PROTECT, null=True, related_name="+")
    pelatihan = models.ForeignKey(Pelatihan, on_delete=models.PROTECT, related_name="+")
    kelas = models.ForeignKey(KelasPelatihan, on_delete=models.PROTECT, null=True, related_name="+")
    urutan = models.IntegerField()
    prioritas = models.PositiveIntegerField(default=0)
    keputusan = models.CharField(max_length=16, choices=choices(Keputusan))
    kalimat = models.TextField()
    biaya = models.PositiveBigIntegerField(default=0)
    oleh_orang = models.BooleanField(default=False)
    alasan = models.TextField(blank=True)  # of the person who changed it
    dikeluarkan = models.BooleanField(default=False)
    peserta = models.ForeignKey(PesertaPelatihan, on_delete=models.PROTECT, null=True, related_name="+")
    halangan = models.TextField(blank=True)  # why the class would not take him after the approval

    objects: ClassVar[Manager[BarisAlokasi]] = BarisQuerySet.as_manager()

    class Meta:
        ordering = ["alokasi_id", "urutan", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["alokasi", "pegawai", "pelatihan"], name="baris_alokasi_satu_per_orang"
            ),
            models.CheckConstraint(
                condition=Q(oleh_orang=False) | ~Q(alasan=""), name="baris_alokasi_ubahan_beralasan"
            ),
        ]
        indexes = [models.Index(fields=["alokasi", "keputusan", "urutan"], name="baris_alokasi_urut")]

    def __str__(self) -> str:
        return f"{self.pegawai}: {self.pelatihan}"

    @property
    def ikut(self) -> bool:
        return self.keputusan == Keputusan.DIUSULKAN and not self.dikeluarkan


class DampakQuerySet(models.QuerySet["DampakPelatihan"]):
    def visible_to(self, user: User | AnonymousUser) -> DampakQuerySet:
        """Says nothing about one person, so everybody of the house may choose by it."""
        return self.filter(instansi_id__in=instansi_ids(user))


class DampakPelatihan(models.Model):
    """What one training changed in one aspect or in the results, against comparable people without it."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="+")
    pelatihan = models.ForeignKey(Pelatihan, on_delete=models.CASCADE, related_name="daftar_dampak")
    ukuran = models.CharField(max_length=80)
    label = models.CharField(max_length=200)
    kesimpulan = models.CharField(max_length=16, choices=choices(Kesimpulan))
    peserta = models.PositiveIntegerField()
    pembanding = models.PositiveIntegerField()
    selisih = models.FloatField(null=True)
    bawah = models.FloatField(null=True)
    atas = models.FloatField(null=True)
    kalimat = models.TextField()
    dihitung_at = models.DateTimeField()

    objects: ClassVar[Manager[DampakPelatihan]] = DampakQuerySet.as_manager()

    class Meta:
        ordering = ["pelatihan__nama", "ukuran", "id"]
        constraints = [models.UniqueConstraint(fields=["pelatihan", "ukuran"], name="dampak_satu_per_ukuran")]

    def __str__(self) -> str:
        return f"{self.pelatihan}: {self.label}"
