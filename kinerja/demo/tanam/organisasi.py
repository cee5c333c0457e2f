"""Instansi, units, posts, the cast, their accounts and who assesses whom."""

from __future__ import annotations

from datetime import date
from itertools import chain

from django.contrib.auth.hashers import make_password
from django.db import transaction

from kinerja.akun.models import User
from kinerja.demo.baca import Pemeran, daftar_instansi, daftar_pemeran, pohon_unit
from kinerja.demo.baca import Penempatan as Isi
from kinerja.kepegawaian.models import (
    HubunganPenilai,
    Instansi,
    Jabatan,
    Pegawai,
    Penempatan,
    Peran,
    UnitKerja,
)

SANDI_DEMO = "Kinerja-Demo-2026"


@transaction.atomic
def plant_organisasi(*, geser_tahun: int = 0) -> None:
    """The four instansi with their real units and the whole cast, whose dates move by whole years. Expects empty tables."""
    for isi in daftar_instansi():
        instansi = Instansi.objects.create(
            kode=isi.kode, nama=isi.nama, jenis=isi.jenis, tempat=isi.tempat, zona_waktu=isi.zona_waktu
        )
        _plant_unit(instansi)
    _plant_pemeran(geser_tahun)


def _plant_unit(instansi: Instansi) -> None:
    nomor: dict[str, UnitKerja] = {}
    for isi in pohon_unit(instansi.kode).walk():
        induk = nomor.get(isi.induk or "")
        unit = UnitKerja.objects.create(
            instansi=instansi,
            induk=induk,
            kode=isi.kode,
            nama=isi.nama,
            jenis=isi.jenis,
            mandiri=isi.mandiri,
            hari_kerja=isi.hari_kerja,
        )
        unit.jalur = f"{induk.jalur if induk else '/'}{unit.pk}/"
        nomor[isi.kode] = unit
    UnitKerja.objects.bulk_update(nomor.values(), ["jalur"], batch_size=500)


def _plant_pemeran(geser_tahun: int) -> None:
    unit = {u.kode: u for u in UnitKerja.objects.order_by("id")}
    instansi = {i.kode: i for i in Instansi.objects.order_by("id")}
    akun = _plant_akun(daftar_pemeran())
    pegawai = {
        orang.nip: Pegawai(
            instansi=instansi[orang.instansi],
            user=akun[orang.nip],
            nip=orang.nip,
            nama=orang.nama,
            jenis_asn=orang.jenis_asn or "",
            golongan=orang.golongan,
            status=orang.status,
        )
        for orang in daftar_pemeran()
    }
    Pegawai.objects.bulk_create(pegawai.values())
    jabatan = _plant_jabatan(unit)
    _plant_penempatan(unit, pegawai, jabatan, geser_tahun)
    Peran.objects.bulk_create(
        Peran(
            user=akun[orang.nip],
            jenis=p.jenis,
            unit_kerja=unit[p.unit],
            mulai_on=_move(orang.penempatan.mulai_on, geser_tahun),
        )
        for orang in daftar_pemeran()
        for p in orang.daftar_peran
    )


def _plant_akun(daftar: tuple[Pemeran, ...]) -> dict[str, User]:
    """One hash for all: the demo password is printed anyway, and hashing is dear on purpose."""
    sandi = make_password(SANDI_DEMO)
    akun = {o.nip: User(nip=o.nip, nama=o.nama, password=sandi, wajib_ganti_sandi=False) for o in daftar}
    User.objects.bulk_create(akun.values())
    return akun


def _move(hari: date, tahun: int) -> date:
    return hari.replace(year=hari.year + tahun)


def _kunci(isi: Isi) -> tuple[str, str]:
    return isi.unit, isi.jabatan


def _plant_jabatan(unit: dict[str, UnitKerja]) -> dict[tuple[str, str], Jabatan]:
    jabatan: dict[tuple[str, str], Jabatan] = {}
    for isi in chain.from_iterable(orang.daftar_penempatan for orang in daftar_pemeran()):
        jabatan.setdefault(
            _kunci(isi),
            Jabatan(
                unit_kerja=unit[isi.unit],
                kode=f"J{len(jabatan) + 1:03}",
                nama=isi.jabatan,
                jenis=isi.jenis_jabatan or "",
                jenjang=isi.jenjang or "",
                kepala=isi.kepala,
            ),
        )
    Jabatan.objects.bulk_create(jabatan.values())
    return jabatan


def _plant_penempatan(
    unit: dict[str, UnitKerja],
    pegawai: dict[str, Pegawai],
    jabatan: dict[tuple[str, str], Jabatan],
    geser_tahun: int,
) -> None:
    pasangan = [
        (
            Penempatan(
                pegawai=pegawai[orang.nip],
                jabatan=jabatan[_kunci(isi)],
                unit_kerja=unit[isi.unit],
                jenis=isi.jenis,
                mulai_on=_move(isi.mulai_on, geser_tahun),
                selesai_on=_move(isi.selesai_on, geser_tahun) if isi.selesai_on else None,
            ),
            isi,
        )
        for orang in daftar_pemeran()
        for isi in orang.daftar_penempatan
    ]
    Penempatan.objects.bulk_create(penempatan for penempatan, _ in pasangan)
    HubunganPenilai.objects.bulk_create(
        HubunganPenilai(
            penempatan=penempatan,
            penilai=pegawai[isi.penilai],
            mulai_on=penempatan.mulai_on,
            selesai_on=penempatan.selesai_on,
        )
        for penempatan, isi in pasangan
        if isi.penilai
    )
