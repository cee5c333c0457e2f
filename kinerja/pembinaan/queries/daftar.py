"""The list of plans, and results from which one could follow."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Case, Exists, OuterRef, Q, Value, When

from kinerja.kepegawaian.istilah import JenisPeran
from kinerja.kepegawaian.lingkup import di_bawah, lingkup
from kinerja.pembinaan.istilah import BELUM_SELESAI, PREDIKAT_DIBINA, StatusPembinaan
from kinerja.pembinaan.models import PertemuanPembinaan, RencanaPembinaan
from kinerja.penilaian.models import Evaluasi
from kinerja.peraturan.alur import StatusEvaluasi
from kinerja.peraturan.pembinaan import bulan_sesudah

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from kinerja.akun.models import User
    from kinerja.kepegawaian.models import Pegawai
    from kinerja.pembinaan.models import RencanaPembinaanQuerySet

_PASTI = (StatusEvaluasi.DITERIMA, StatusEvaluasi.DIPUTUS, StatusEvaluasi.FINAL)
TENGAH_BULAN = 3


@dataclass(frozen=True, kw_only=True)
class BarisPembinaan:
    rencana: RencanaPembinaan
    sisa: int  # days left, below zero when the limit has passed
    kalimat: str


def daftar_rencana(user: User, *, status: str = "") -> RencanaPembinaanQuerySet:
    """Running ones first, the nearest limit on top."""
    daftar: RencanaPembinaanQuerySet = RencanaPembinaan.objects.visible_to(user).with_people()
    if status in set(StatusPembinaan):
        daftar = daftar.filter(status=status)
    urut = Case(When(status__in=BELUM_SELESAI, then=Value(0)), default=Value(1))
    return daftar.order_by(urut, "batas_on", "pegawai__nama", "id")


def baris_pembinaan(daftar: Iterable[RencanaPembinaan], *, on: date) -> list[BarisPembinaan]:
    return [
        BarisPembinaan(rencana=satu, sisa=(satu.batas_on - on).days, kalimat=_sentence(satu, on=on))
        for satu in daftar
    ]


def _sentence(rencana: RencanaPembinaan, *, on: date) -> str:
    if not rencana.terbuka:
        return rencana.get_hasil_display()
    if rencana.status == StatusPembinaan.DISUSUN:
        return "Belum ditandatangani penilai"
    sisa = (rencana.batas_on - on).days
    if sisa < 0:
        return f"Masa perbaikan lewat {-sisa} hari; tulis hasilnya"
    if not rencana.sikap:
        return f"Menunggu jawaban pegawai · {sisa} hari lagi"
    return f"{sisa} hari lagi"


def tengah_on(rencana: RencanaPembinaan) -> date:
    """The day of the review midway."""
    return bulan_sesudah(rencana.mulai_on, bulan=TENGAH_BULAN)


def _later() -> QuerySet[Evaluasi]:
    """A result of the same person about a later time: what was low before it is history."""
    return Evaluasi.objects.filter(
        skp__pegawai_id=OuterRef("skp__pegawai_id"),
        periode__selesai_on__gt=OuterRef("periode__selesai_on"),
        status__in=_PASTI,
    ).order_by()


def belum_dibina(user: User) -> QuerySet[Evaluasi]:
    """Results below Baik of the last evaluation of a person, without a plan, that this reader may open one for."""
    dari = lingkup(user)
    q = di_bawah(dari.jalur_peran(JenisPeran.ADMIN_INSTANSI), kolom="skp__unit_kerja__jalur")
    if dari.pegawai:
        q |= Q(penilai_id=dari.pegawai.pk) | Q(atasan_penilai_id=dari.pegawai.pk)
    dibina = RencanaPembinaan.objects.running().order_by().values("pegawai_id")
    sudah = RencanaPembinaan.objects.order_by().values("evaluasi_id")
    daftar = (
        Evaluasi.objects.filter(q, predikat__in=PREDIKAT_DIBINA, status__in=_PASTI)
        .exclude(skp__pegawai_id__in=dibina)
        .exclude(pk__in=sudah)
        .exclude(Exists(_later()))
    )
    if dari.pegawai:
        daftar = daftar.exclude(skp__pegawai_id=dari.pegawai.pk)
    return (
        daftar.select_related("skp__pegawai", "skp__unit_kerja", "periode")
        .defer("jejak_hitung", "jejak_saran", "masukan")
        .order_by("-periode__selesai_on", "skp__pegawai__nama", "id")
    )


def pembinaan_beranda(pegawai: Pegawai) -> dict[str, QuerySet[Any]]:
    """For the first page of the day: open plans of this person or led by him, and notes he has not read."""
    belum = Q(rencana__pegawai=pegawai, dibaca_pegawai_at=None) | Q(
        rencana__penilai=pegawai, dibaca_penilai_at=None
    )
    return {
        "pembinaan": RencanaPembinaan.objects.running()
        .filter(Q(pegawai=pegawai) | Q(penilai=pegawai))
        .select_related("pegawai")
        .order_by("batas_on", "id"),
        "pertemuan_pembinaan": PertemuanPembinaan.objects.filter(belum, rencana__status__in=BELUM_SELESAI)
        .select_related("rencana__pegawai", "ditulis_oleh")
        .order_by("tanggal", "id"),
    }
