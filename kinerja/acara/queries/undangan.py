"""Who is invited, and what somebody sees of events."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Exists, OuterRef, Q, QuerySet

from kinerja.acara.istilah import JawabanAcara, KeadaanAcara
from kinerja.acara.models import Acara, PesertaAcara
from kinerja.kepegawaian.istilah import JenisPenempatan, StatusPegawai
from kinerja.kepegawaian.lingkup import di_bawah
from kinerja.kepegawaian.models import Pegawai, Penempatan, PenempatanQuerySet
from kinerja.notifikasi.models import Notifikasi

HARI_BERANDA = 7
PAGI = 5


def tempat_diundang(acara: Acara, *, on: date) -> PenempatanQuerySet:
    """Definitive posts of that day in the units of the event and below, of people who are at work."""
    return Penempatan.objects.berlaku(on).filter(
        di_bawah(acara.jalur_sasaran, kolom="unit_kerja__jalur"),
        jenis=JenisPenempatan.DEFINITIF,
        pegawai__status=StatusPegawai.AKTIF,
    )


def diundang(acara: Acara, *, on: date) -> QuerySet[Pegawai]:
    """Everybody invited, and whoever answered or came before he moved."""
    tempat = tempat_diundang(acara, on=on).order_by().values("pegawai")
    ikut = PesertaAcara.objects.filter(acara=acara).order_by().values("pegawai")
    return Pegawai.objects.filter(Q(pk__in=tempat) | Q(pk__in=ikut))


def acara_besok(*, at: datetime) -> Iterator[tuple[Acara, str]]:
    """Those of tomorrow, from the morning on, or of today when nobody worked yesterday; each with the word for its day.

    What was set up no earlier than the day before needs no reminder: its invitation has just come.
    """
    daftar = Acara.objects.filter(
        keadaan=KeadaanAcara.TERJADWAL, mulai_at__gt=at, mulai_at__lt=at + timedelta(days=3)
    )
    for acara in daftar.select_related("instansi").order_by("mulai_at", "id"):
        kini = at.astimezone(ZoneInfo(acara.instansi.zona_waktu))
        sisa = (acara.instansi.tanggal(acara.mulai_at) - kini.date()).days
        sehari_sebelum = acara.instansi.tanggal(acara.mulai_at) - timedelta(days=1)
        if acara.instansi.tanggal(acara.created_at) < sehari_sebelum:
            if sisa == 0:
                yield acara, "Hari ini"
            elif sisa == 1 and kini.hour >= PAGI:
                yield acara, "Besok"


def perlu_diingatkan(acara: Acara, *, kunci: str, on: date) -> QuerySet[Pegawai]:
    """Who said that he comes or has not answered, and was not reminded yet."""
    tidak = PesertaAcara.objects.filter(acara=acara, jawaban=JawabanAcara.TIDAK).order_by().values("pegawai")
    sudah = Notifikasi.objects.filter(user=OuterRef("user"), kunci=kunci)
    daftar = diundang(acara, on=on).filter(~Exists(sudah), user__isnull=False)
    return daftar.exclude(pk__in=tidak)


def acara_beranda(pegawai: Pegawai, *, mulai: datetime) -> dict[str, QuerySet[Any]]:
    """Of this day and the next six, with his own answers; `mulai` is the first moment of the day."""
    daftar = Acara.objects.invited(pegawai.pk).filter(
        keadaan=KeadaanAcara.TERJADWAL,
        mulai_at__gte=mulai,
        mulai_at__lt=mulai + timedelta(days=HARI_BERANDA),
    )
    jawaban = PesertaAcara.objects.filter(pegawai=pegawai, acara__mulai_at__gte=mulai)
    return {
        "acara": daftar.select_related("instansi").order_by("mulai_at", "id"),
        "jawaban_acara": jawaban.order_by("id"),
    }


def jumlah_hadir(acara: Acara) -> int:
    """Who said that he comes."""
    return acara.daftar_peserta.filter(jawaban=JawabanAcara.HADIR).count()
