"""Who besides the penilai rates behaviour: drawn colleagues in envelopes, the team and oneself by name.

What an answer says is kept apart from who gave it: docs/adr/0014-anonimitas.md.
"""

from __future__ import annotations

import uuid
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from kinerja.kebijakan.models import Kebijakan, Periode
from kinerja.kepegawaian.istilah import JenisPeran
from kinerja.kepegawaian.lingkup import di_bawah, instansi_ids, lingkup
from kinerja.kepegawaian.models import Pegawai, UnitKerja
from kinerja.lib.pilihan import choices
from kinerja.metode.agregasi import Sumber
from kinerja.perencanaan.models import SKP
from kinerja.sumber.istilah import AlasanMenolak, JenisKonflik, KeadaanHak, KeadaanPutaran

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser
    from django.db.models.manager import Manager

    from kinerja.akun.models import User

DIUNDI = (Sumber.REKAN, Sumber.BAWAHAN)


def _own_and_chain(user: User | AnonymousUser, *, awalan: str = "skp__") -> Q:
    """The rated person, his penilai, and the penilai's own: no role opens more."""
    pegawai = lingkup(user).pegawai
    if pegawai is None:
        return Q(pk__in=[])
    kolom = ("pegawai_id", "penilai_id", "atasan_penilai_id")
    pertama, *lain = (Q(**{f"{awalan}{nama}": pegawai.pk}) for nama in kolom)
    for q in lain:
        pertama |= q
    return pertama


class PutaranQuerySet(models.QuerySet["Putaran"]):
    def visible_to(self, user: User | AnonymousUser) -> PutaranQuerySet:
        """The draw is public inside the house: its fingerprint, rules and numbers; never names, never the seed."""
        return self.filter(unit_kerja__instansi_id__in=instansi_ids(user))


class HakQuerySet(models.QuerySet["HakMenilai"]):
    def visible_to(self, user: User | AnonymousUser) -> HakQuerySet:
        """Only one's own: not even an admin reads who rates whom on a page."""
        pegawai = lingkup(user).pegawai
        return self.filter(penilai=pegawai) if pegawai else self.none()

    def terbuka(self, on: date) -> HakQuerySet:
        return self.filter(
            keadaan__in=(KeadaanHak.MENUNGGU, KeadaanHak.TERISI),
            putaran__keadaan=KeadaanPutaran.BERJALAN,
            putaran__selesai_on__gte=on,
        )


class AmplopQuerySet(models.QuerySet["Amplop"]):
    def visible_to(self, user: User | AnonymousUser) -> AmplopQuerySet:
        pegawai = lingkup(user).pegawai
        return self.filter(hak__penilai=pegawai) if pegawai else self.none()


class RangkumanQuerySet(models.QuerySet["Rangkuman"]):
    def visible_to(self, user: User | AnonymousUser) -> RangkumanQuerySet:
        return self.filter(_own_and_chain(user), putaran__keadaan=KeadaanPutaran.DITUTUP)


class KalimatQuerySet(models.QuerySet["Kalimat"]):
    def visible_to(self, user: User | AnonymousUser) -> KalimatQuerySet:
        return self.filter(_own_and_chain(user), putaran__keadaan=KeadaanPutaran.DITUTUP)


class NilaiDiriQuerySet(models.QuerySet["NilaiDiri"]):
    def visible_to(self, user: User | AnonymousUser) -> NilaiDiriQuerySet:
        return self.filter(_own_and_chain(user))


class KonflikQuerySet(models.QuerySet["Konflik"]):
    def visible_to(self, user: User | AnonymousUser) -> KonflikQuerySet:
        """Admins only: who is in a case with somebody is not for the people beside them."""
        jalur = lingkup(user).jalur_peran(JenisPeran.ADMIN_INSTANSI)
        daftar = Pegawai.objects.filter(di_bawah(jalur, kolom="daftar_penempatan__unit_kerja__jalur"))
        nomor = daftar.order_by().values("pk")
        return self.filter(Q(satu__in=nomor) | Q(lain__in=nomor))

    def berlaku(self, on: date) -> KonflikQuerySet:
        return self.filter(Q(selesai_on=None) | Q(selesai_on__gte=on), mulai_on__lte=on)


class TimQuerySet(models.QuerySet["TimEvaluasi"]):
    def visible_to(self, user: User | AnonymousUser) -> TimQuerySet:
        """Who sits in a team is told to everybody of the instansi."""
        return self.filter(unit_kerja__instansi_id__in=instansi_ids(user))

    def berlaku(self, on: date) -> TimQuerySet:
        return self.filter(mulai_on__lte=on, selesai_on__gte=on)


class AnggotaTimQuerySet(models.QuerySet["AnggotaTim"]):
    def visible_to(self, user: User | AnonymousUser) -> AnggotaTimQuerySet:
        return self.filter(tim__unit_kerja__instansi_id__in=instansi_ids(user))


class NilaiTimQuerySet(models.QuerySet["NilaiTim"]):
    def visible_to(self, user: User | AnonymousUser) -> NilaiTimQuerySet:
        """One's own ratings; the penilai and his own superior read what the team signed by name."""
        pegawai = lingkup(user).pegawai
        if pegawai is None:
            return self.none()
        atasan = Q(skp__penilai=pegawai) | Q(skp__atasan_penilai=pegawai)
        return self.filter(Q(anggota__pegawai=pegawai) | (atasan & Q(keadaan=KeadaanHak.TERISI)))


class Konflik(models.Model):
    """Two people who do not rate one another, whichever way round; `satu` has the lower number."""

    satu = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    lain = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    jenis = models.CharField(max_length=10, choices=choices(JenisKonflik))
    mulai_on = models.DateField()
    selesai_on = models.DateField(null=True, blank=True)

    objects: ClassVar[Manager[Konflik]] = KonflikQuerySet.as_manager()

    class Meta:
        ordering = ["-mulai_on", "-id"]
        constraints = [
            models.CheckConstraint(condition=Q(satu__lt=F("lain")), name="konflik_berurutan"),
            models.UniqueConstraint(
                fields=["satu", "lain", "jenis"], condition=Q(selesai_on=None), name="konflik_berjalan_satu"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.satu} dan {self.lain}"


class Putaran(models.Model):
    """One draw and the answers to it: a period, under the policy of a unit.

    `kode` names the key of its envelopes, which lives outside the database and dies when the round is closed.
    """

    kode = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    periode = models.ForeignKey(Periode, on_delete=models.PROTECT, related_name="daftar_putaran")
    unit_kerja = models.ForeignKey(UnitKerja, on_delete=models.PROTECT, related_name="daftar_putaran")
    kebijakan = models.ForeignKey(Kebijakan, on_delete=models.PROTECT, related_name="+")
    benih = models.CharField(max_length=64)
    # Of the seed and everything the draw was made from: this is published, the seed never is.
    sidik_masukan = models.CharField(max_length=64)
    banyak_dinilai = models.PositiveIntegerField(default=0)
    beban = models.PositiveSmallIntegerField(default=0)
    mulai_on = models.DateField()
    selesai_on = models.DateField()
    keadaan = models.CharField(
        max_length=10, choices=choices(KeadaanPutaran), default=KeadaanPutaran.BERJALAN
    )
    diundi_at = models.DateTimeField()
    ditutup_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[Manager[Putaran]] = PutaranQuerySet.as_manager()

    class Meta:
        ordering = ["-mulai_on", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["periode", "unit_kerja"], name="putaran_satu_per_unit"),
        ]

    def __str__(self) -> str:
        return f"Putaran {self.periode} {self.unit_kerja}"

    def terbuka(self, on: date) -> bool:
        return self.keadaan == KeadaanPutaran.BERJALAN and on <= self.selesai_on


class BahanUndian(models.Model):
    """Everybody who could have been drawn for whom; apart from the round, for it is long and rarely read."""

    putaran = models.OneToOneField(Putaran, on_delete=models.CASCADE, primary_key=True, related_name="bahan")
    isi = models.JSONField(default=dict)

    class Meta:
        ordering = ["putaran_id"]

    def __str__(self) -> str:
        return f"Bahan undian {self.putaran_id}"


class HakMenilai(models.Model):
    """The right to answer once about somebody, and whether it was used. What was answered is not here."""

    putaran = models.ForeignKey(Putaran, on_delete=models.PROTECT, related_name="daftar_hak", db_index=False)
    penilai = models.ForeignKey(
        Pegawai, on_delete=models.PROTECT, related_name="daftar_hak_menilai", db_index=False
    )
    dinilai = models.ForeignKey(SKP, on_delete=models.PROTECT, related_name="daftar_hak_dinilai")
    sumber = models.CharField(
        max_length=15, choices=[pilihan for pilihan in choices(Sumber) if pilihan[0] in DIUNDI]
    )
    keadaan = models.CharField(max_length=10, choices=choices(KeadaanHak), default=KeadaanHak.MENUNGGU)
    alasan = models.CharField(max_length=25, choices=choices(AlasanMenolak), blank=True)
    keterangan = models.CharField(max_length=300, blank=True)

    objects: ClassVar[Manager[HakMenilai]] = HakQuerySet.as_manager()

    class Meta:
        ordering = ["putaran_id", "id"]
        constraints = [
            models.UniqueConstraint(fields=["putaran", "penilai", "dinilai"], name="hak_satu_per_orang"),
            models.CheckConstraint(condition=Q(sumber__in=DIUNDI), name="hak_sumber_diundi"),
        ]
        indexes = [models.Index(fields=["penilai", "keadaan"], name="hak_penilai")]

    def __str__(self) -> str:
        return f"{self.get_sumber_display()} menilai {self.dinilai.pegawai}"


class Amplop(models.Model):
    """An answer as long as its round runs: one length for all, unreadable without the key of the round."""

    hak = models.OneToOneField(HakMenilai, on_delete=models.PROTECT, primary_key=True, related_name="amplop")
    isi = models.BinaryField()

    objects: ClassVar[Manager[Amplop]] = AmplopQuerySet.as_manager()

    class Meta:
        ordering = ["hak_id"]

    def __str__(self) -> str:
        return "Amplop tertutup"


class Rangkuman(models.Model):
    """How often each step was given for one aspect by one source. No person who answered, no time, no order."""

    putaran = models.ForeignKey(
        Putaran, on_delete=models.PROTECT, related_name="daftar_rangkuman", db_index=False
    )
    skp = models.ForeignKey(SKP, on_delete=models.PROTECT, related_name="daftar_rangkuman")
    sumber = models.CharField(max_length=15, choices=choices(Sumber))
    aspek = models.CharField(max_length=40)
    langkah_1 = models.PositiveSmallIntegerField(default=0)
    langkah_2 = models.PositiveSmallIntegerField(default=0)
    langkah_3 = models.PositiveSmallIntegerField(default=0)
    langkah_4 = models.PositiveSmallIntegerField(default=0)
    langkah_5 = models.PositiveSmallIntegerField(default=0)
    tidak_tahu = models.PositiveSmallIntegerField(default=0)
    n = models.PositiveSmallIntegerField()

    objects: ClassVar[Manager[Rangkuman]] = RangkumanQuerySet.as_manager()

    class Meta:
        ordering = ["skp_id", "sumber", "aspek"]
        constraints = [
            models.UniqueConstraint(fields=["putaran", "skp", "sumber", "aspek"], name="rangkuman_satu"),
            models.CheckConstraint(
                condition=Q(
                    n=F("langkah_1") + F("langkah_2") + F("langkah_3") + F("langkah_4") + F("langkah_5")
                    + F("tidak_tahu")
                ),
                name="rangkuman_berjumlah_n",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.aspek} menurut {self.get_sumber_display()}"

    @property
    def langkah(self) -> tuple[int, ...]:
        return (self.langkah_1, self.langkah_2, self.langkah_3, self.langkah_4, self.langkah_5)


class Kalimat(models.Model):
    """One sentence of a closed round: its key is random, and nothing leads from it to another or to a tally."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    putaran = models.ForeignKey(Putaran, on_delete=models.PROTECT, related_name="daftar_kalimat")
    skp = models.ForeignKey(SKP, on_delete=models.PROTECT, related_name="daftar_kalimat")
    sumber = models.CharField(max_length=15, choices=choices(Sumber))
    teks = models.TextField()

    objects: ClassVar[Manager[Kalimat]] = KalimatQuerySet.as_manager()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.teks


class NilaiDiri(models.Model):
    """How a person sees himself: shown beside the others, never added to them."""

    skp = models.ForeignKey(SKP, on_delete=models.PROTECT, related_name="daftar_nilai_diri")
    periode = models.ForeignKey(Periode, on_delete=models.PROTECT, related_name="+")
    jawaban = models.JSONField(default=dict)  # kode of the aspect → step 1 … 5, or 0 for "tidak tahu"
    kalimat = models.TextField(blank=True)
    saved_at = models.DateTimeField()

    objects: ClassVar[Manager[NilaiDiri]] = NilaiDiriQuerySet.as_manager()

    class Meta:
        ordering = ["skp_id", "periode_id"]
        constraints = [models.UniqueConstraint(fields=["skp", "periode"], name="nilai_diri_satu")]

    def __str__(self) -> str:
        return f"Nilai diri {self.skp}"


class TimEvaluasi(models.Model):
    """The evaluation team of a unit and what is below it, for a term."""

    unit_kerja = models.ForeignKey(UnitKerja, on_delete=models.PROTECT, related_name="daftar_tim_evaluasi")
    nama = models.CharField(max_length=120)
    dasar = models.CharField(max_length=150, blank=True, help_text="Nomor surat keputusan.")
    mulai_on = models.DateField()
    selesai_on = models.DateField()
    dibentuk_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )

    objects: ClassVar[Manager[TimEvaluasi]] = TimQuerySet.as_manager()

    class Meta:
        ordering = ["unit_kerja__jalur", "-mulai_on"]
        constraints = [
            models.UniqueConstraint(fields=["unit_kerja", "mulai_on"], name="tim_satu_per_masa"),
            models.CheckConstraint(condition=Q(selesai_on__gte=F("mulai_on")), name="tim_masa_berurutan"),
        ]

    def __str__(self) -> str:
        return self.nama


class AnggotaTim(models.Model):
    tim = models.ForeignKey(TimEvaluasi, on_delete=models.CASCADE, related_name="daftar_anggota")
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="daftar_keanggotaan")
    keluar_on = models.DateField(null=True, blank=True)

    objects: ClassVar[Manager[AnggotaTim]] = AnggotaTimQuerySet.as_manager()

    class Meta:
        ordering = ["tim_id", "pegawai__nama", "id"]
        constraints = [models.UniqueConstraint(fields=["tim", "pegawai"], name="anggota_satu_per_tim")]

    def __str__(self) -> str:
        return self.pegawai.nama


class NilaiTim(models.Model):
    """A person given to a member of the team, and how he rated him, by name."""

    anggota = models.ForeignKey(AnggotaTim, on_delete=models.PROTECT, related_name="daftar_nilai")
    skp = models.ForeignKey(SKP, on_delete=models.PROTECT, related_name="daftar_nilai_tim")
    periode = models.ForeignKey(Periode, on_delete=models.PROTECT, related_name="+")
    keadaan = models.CharField(max_length=10, choices=choices(KeadaanHak), default=KeadaanHak.MENUNGGU)
    jawaban = models.JSONField(default=dict)
    hasil_kerja = models.PositiveSmallIntegerField(null=True, blank=True)  # step 1 … 5
    batas_on = models.DateField()
    kalimat = models.TextField(blank=True)
    saved_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[Manager[NilaiTim]] = NilaiTimQuerySet.as_manager()

    class Meta:
        ordering = ["periode_id", "skp_id", "id"]
        constraints = [
            models.UniqueConstraint(fields=["anggota", "skp", "periode"], name="nilai_tim_satu"),
            models.CheckConstraint(
                condition=Q(hasil_kerja=None) | Q(hasil_kerja__gte=1, hasil_kerja__lte=5),
                name="nilai_tim_langkah",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.anggota} menilai {self.skp}"
