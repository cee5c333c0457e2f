"""Months of the pulse: which one runs, what it asks, who may answer it."""

from __future__ import annotations

from datetime import date, timedelta

from django.db.models import Exists, OuterRef

from kinerja.kepegawaian.istilah import JenisPenempatan
from kinerja.kepegawaian.models import Pegawai, Penempatan
from kinerja.kesiapan.istilah import PERNYATAAN_BAWAAN
from kinerja.kesiapan.models import Denyut, DenyutQuerySet, IkutDenyut


def bulan_dari(on: date) -> date:
    return on.replace(day=1)


def bulan_berikutnya(on: date) -> date:
    return bulan_dari(bulan_dari(on) + timedelta(days=31))


def bulan_lalu(on: date) -> date:
    return bulan_dari(bulan_dari(on) - timedelta(days=1))


def pernyataan_terakhir(instansi_id: int, *, sebelum: date) -> list[str]:
    """Those of the last month that has any, so that answers can be compared as long as nobody rewords them."""
    lama = Denyut.objects.filter(instansi=instansi_id, bulan__lt=sebelum).order_by("-bulan").first()
    return list(lama.pernyataan if lama else PERNYATAAN_BAWAAN)


def pernyataan_bulan(instansi_id: int, bulan: date) -> list[str]:
    """What a coming month will ask, as far as it is known."""
    ada = Denyut.objects.filter(instansi=instansi_id, bulan=bulan).order_by("pk").first()
    return list(ada.pernyataan) if ada else pernyataan_terakhir(instansi_id, sebelum=bulan)


def unit_pegawai(pegawai: Pegawai, *, on: date) -> int | None:
    """Where he is appointed; a Plt. answers as what he is."""
    daftar = Penempatan.objects.berlaku(on).filter(pegawai=pegawai, jenis=JenisPenempatan.DEFINITIF)
    return daftar.order_by("-mulai_on", "-pk").values_list("unit_kerja_id", flat=True).first()


def denyut_menunggu(pegawai: Pegawai, *, on: date) -> DenyutQuerySet:
    """The running month, as long as he has neither answered nor passed it over."""
    sudah = IkutDenyut.objects.filter(denyut=OuterRef("pk"), pegawai=pegawai)
    bertugas = Penempatan.objects.berlaku(on).filter(pegawai=pegawai, jenis=JenisPenempatan.DEFINITIF)
    daftar = Denyut.objects.running(bulan_dari(on)).filter(instansi=pegawai.instansi_id)
    return daftar.filter(~Exists(sudah), Exists(bertugas)).order_by("pk")
