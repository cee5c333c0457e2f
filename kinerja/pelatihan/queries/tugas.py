"""What people owe around trainings: the word of the penilai, and two questions three months later."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, Q

from kinerja.kepegawaian.istilah import JenisPenempatan
from kinerja.kepegawaian.lingkup import berlaku_pada
from kinerja.kepegawaian.models import HubunganPenilai, Pegawai, Penempatan
from kinerja.pelatihan.istilah import (
    BULAN_SESUDAH,
    KeadaanKelas,
    KeadaanPeserta,
    KeadaanSertifikat,
    PihakTindakLanjut,
)
from kinerja.pelatihan.models import PesertaPelatihan, Sertifikat, TindakLanjutPelatihan
from kinerja.peraturan.pembinaan import bulan_sesudah

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser
    from django.db.models import QuerySet

    from kinerja.akun.models import User

# Nobody remembers longer what a course changed.
_BULAN_TERLAMA = 12


def tim(pegawai: Pegawai) -> QuerySet[HubunganPenilai]:
    return HubunganPenilai.objects.filter(
        penilai=pegawai,
        selesai_on__isnull=True,
        penempatan__selesai_on__isnull=True,
        penempatan__jenis=JenisPenempatan.DEFINITIF,
    ).order_by()


def penilai_dari(pegawai_id: int, *, on: date) -> QuerySet[HubunganPenilai]:
    """The relation in force on a day first: what `atasan_dari` looks up, for a page that reads several things together."""
    tempat = Penempatan.objects.berlaku(on).filter(pegawai=pegawai_id, jenis=JenisPenempatan.DEFINITIF)
    daftar = HubunganPenilai.objects.filter(berlaku_pada(on), penempatan__in=tempat.order_by().values("pk"))
    return daftar.order_by("-mulai_on", "-id")


def menunggu_saya(pegawai: Pegawai, *, on: date) -> QuerySet[PesertaPelatihan]:
    """Requests that wait for his word, and classes of his own and of his people that are to be looked back on."""
    orang = tim(pegawai).values("penempatan__pegawai")
    ajuan = Q(
        pegawai__in=orang,
        keadaan=KeadaanPeserta.DIAJUKAN,
        kelas__keadaan=KeadaanKelas.DIBUKA,
        kelas__selesai_on__gte=on,
    )
    tanya = Q(
        keadaan=KeadaanPeserta.LULUS,
        kelas__selesai_on__lte=bulan_sesudah(on, bulan=-BULAN_SESUDAH),
        kelas__selesai_on__gt=bulan_sesudah(on, bulan=-_BULAN_TERLAMA),
    )
    jawaban = TindakLanjutPelatihan.objects.filter(peserta=OuterRef("pk")).order_by()
    sendiri = tanya & Q(pegawai=pegawai) & ~Exists(jawaban.filter(pihak=PihakTindakLanjut.PESERTA))
    timnya = tanya & Q(pegawai__in=orang) & ~Exists(jawaban.filter(pihak=PihakTindakLanjut.PENILAI))
    return (
        PesertaPelatihan.objects.filter(ajuan | sendiri | timnya)
        .select_related("pegawai", "kelas__pelatihan")
        .order_by("kelas__mulai_on", "pegawai__nama", "id")
    )


def sertifikat_menunggu(user: User | AnonymousUser) -> QuerySet[Sertifikat]:
    """At most one: the home page only says that there is something to check."""
    daftar = Sertifikat.objects.visible_to(user).filter(keadaan=KeadaanSertifikat.DIAJUKAN)
    pertama = daftar.order_by("diajukan_at", "id").values("pk")[:1]
    return Sertifikat.objects.filter(pk__in=pertama).order_by("id")
