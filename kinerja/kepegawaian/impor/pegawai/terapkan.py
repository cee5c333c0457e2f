"""Writing the rows of people in sets: accounts, people, placements, relations."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.contrib.auth.hashers import make_password

from kinerja.akun.models import User
from kinerja.kepegawaian.impor.baris import BarisImpor
from kinerja.kepegawaian.impor.pegawai.isian import IsianPegawai, parse
from kinerja.kepegawaian.impor.pegawai.keadaan import Keadaan, accounts_of, read_keadaan
from kinerja.kepegawaian.impor.pegawai.periksa import Terbaca, assessors_after, nip_of
from kinerja.kepegawaian.istilah import PutusanBaris
from kinerja.kepegawaian.models import HubunganPenilai, Impor, Instansi, Jabatan, Pegawai, Penempatan

UKURAN = 500


def apply(daftar: Sequence[BarisImpor], impor: Impor, on: date) -> None:
    instansi = impor.instansi
    keadaan = read_keadaan(instansi, daftar_nip={nip_of(b) for b in daftar}, on=on)
    dipakai = [
        _read(b, keadaan, on=on) for b in daftar if b.putusan in (PutusanBaris.BARU, PutusanBaris.BERUBAH)
    ]
    # Before the new people exist: they would be heads twice.
    penilai = assessors_after(dipakai, keadaan)
    baru = [isian for baris, isian, _ in dipakai if isian and baris.putusan is PutusanBaris.BARU]
    pegawai = keadaan.pegawai | _create_people(baru, instansi)
    _update_people([(b, i) for b, i, _ in dipakai if i and b.putusan is PutusanBaris.BERUBAH], keadaan)
    tanpa = [(i, j) for _, i, j in dipakai if i and j and pegawai[i.nip].pk not in keadaan.penempatan]
    _create_placements(tanpa, pegawai, penilai)


def _read(baris: BarisImpor, keadaan: Keadaan, *, on: date) -> Terbaca:
    isian, _ = parse(baris.nilai, on=on)
    assert isian is not None  # only rows that were found right are applied
    unit = keadaan.unit[isian.kode_unit.casefold()]
    jabatan = keadaan.find_jabatan(unit, kode=isian.kode_jabatan, nama=isian.nama_jabatan)
    assert isinstance(jabatan, Jabatan)
    return baris, isian, jabatan


def _create_people(baru: list[IsianPegawai], instansi: Instansi) -> dict[str, Pegawai]:
    """Accounts get no password: the admin hands out temporary ones, because hashing thousands takes a minute."""
    akun = accounts_of([isian.nip for isian in baru])
    akun_baru = [
        User(nip=isian.nip, nama=isian.nama, email=isian.email, password=make_password(None))
        for isian in baru
        if isian.nip not in akun
    ]
    akun |= {u.nip: u for u in User.objects.bulk_create(akun_baru, batch_size=UKURAN)}
    daftar = Pegawai.objects.bulk_create(
        [
            Pegawai(
                instansi=instansi,
                user=akun[isian.nip],
                nip=isian.nip,
                nama=isian.nama,
                jenis_asn=isian.jenis_asn,
                golongan=isian.golongan,
                status=isian.status,
                email=isian.email,
            )
            for isian in baru
        ],
        batch_size=UKURAN,
    )
    return {pegawai.nip: pegawai for pegawai in daftar}


def _update_people(daftar: list[tuple[BarisImpor, IsianPegawai]], keadaan: Keadaan) -> None:
    berubah = []
    for baris, isian in daftar:
        pegawai = keadaan.pegawai[isian.nip]
        pegawai.nama = isian.nama
        for kolom in ("jenis_asn", "golongan", "status", "email"):
            if baris.nilai.get(kolom):
                setattr(pegawai, kolom, getattr(isian, kolom))
        berubah.append(pegawai)
    Pegawai.objects.bulk_update(
        berubah, ["nama", "jenis_asn", "golongan", "status", "email"], batch_size=UKURAN
    )
    akun = accounts_of([pegawai.nip for pegawai in berubah])
    for pegawai in berubah:
        if pegawai.nip in akun:
            akun[pegawai.nip].nama, akun[pegawai.nip].email = pegawai.nama, pegawai.email
    User.objects.bulk_update(akun.values(), ["nama", "email"], batch_size=UKURAN)


def _create_placements(
    daftar: list[tuple[IsianPegawai, Jabatan]], pegawai: dict[str, Pegawai], penilai: dict[str, str]
) -> None:
    penempatan = Penempatan.objects.bulk_create(
        [
            Penempatan(
                pegawai=pegawai[isian.nip],
                jabatan=jabatan,
                unit_kerja_id=jabatan.unit_kerja_id,
                mulai_on=isian.tmt,
            )
            for isian, jabatan in daftar
        ],
        batch_size=UKURAN,
    )
    HubunganPenilai.objects.bulk_create(
        [
            HubunganPenilai(penempatan=tempat, penilai=pegawai[penilai[isian.nip]], mulai_on=isian.tmt)
            for tempat, (isian, _) in zip(penempatan, daftar, strict=True)
            if isian.nip in penilai
        ],
        batch_size=UKURAN,
    )
