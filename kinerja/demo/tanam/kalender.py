"""Holidays and the periods of a year."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from kinerja.akun.models import User
from kinerja.demo.baca import HariLibur as LiburDemo
from kinerja.demo.baca import daftar_libur, daftar_pemeran
from kinerja.kebijakan.actions import open_periode, set_up_year
from kinerja.kebijakan.models import HariLibur, Periode, Tahap
from kinerja.kepegawaian.models import Instansi

TAHUN_LIBUR = (2025, 2026)
_TANGGAL_TETAP = {(1, 1), (5, 1), (6, 1), (8, 17), (12, 25)}


def plant_tahun(tahun: int, *, at: datetime) -> None:
    """Holidays and periods of one year in every instansi; documentation periods stand open."""
    for instansi in Instansi.objects.order_by("id"):
        HariLibur.objects.bulk_create(
            HariLibur(instansi=instansi, tanggal=hari.tanggal, nama=hari.nama, jenis=hari.jenis)
            for hari in _holidays(tahun)
        )
        admin = admin_of(instansi)
        set_up_year(instansi, tahun=tahun, by=admin, at=at)
        for periode in Periode.objects.filter(
            instansi=instansi, tahun=tahun, tahap=Tahap.DOKUMENTASI
        ).order_by("id"):
            open_periode(periode, by=admin, at=at)


def _holidays(tahun: int) -> tuple[LiburDemo, ...]:
    """The list of the year; for a year nobody has listed, the days that never move."""
    if tahun in TAHUN_LIBUR:
        return daftar_libur(tahun)
    return tuple(
        replace(hari, tanggal=hari.tanggal.replace(year=tahun))
        for hari in daftar_libur(max(TAHUN_LIBUR))
        if (hari.tanggal.month, hari.tanggal.day) in _TANGGAL_TETAP
    )


def admin_of(instansi: Instansi) -> User:
    nip = next(
        orang.nip
        for orang in daftar_pemeran()
        if orang.instansi == instansi.kode and any(p.jenis == "admin_instansi" for p in orang.daftar_peran)
    )
    return User.objects.get(nip=nip)
