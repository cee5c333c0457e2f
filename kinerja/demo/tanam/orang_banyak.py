"""Many invented people for measuring: heads for the units from the top down, and a team around each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import cycle, islice
from random import Random

from django.contrib.auth.hashers import make_password

from kinerja.akun.models import User
from kinerja.demo.baca import daftar_rhk
from kinerja.demo.baca.berkas import FOLDER_ISI, read_yaml
from kinerja.demo.tanam.dunia import acak_untuk
from kinerja.demo.tanam.organisasi import SANDI_DEMO
from kinerja.kepegawaian.models import HubunganPenilai, Jabatan, Pegawai, Penempatan, UnitKerja
from kinerja.peraturan.identitas import JenisASN, JenisJabatan

_ANGGOTA_PER_KEPALA = 11
_BUKAN_STAF = ("Kepala", "Camat", "Lurah", "Sekretaris", "Plt.", "Pegawai Tugas Belajar")
_JENIS_KEPALA = {
    "bagian": JenisJabatan.ADMINISTRATOR,
    "bidang": JenisJabatan.ADMINISTRATOR,
    "kecamatan": JenisJabatan.ADMINISTRATOR,
    "sekretariat": JenisJabatan.ADMINISTRATOR,
    "dinas": JenisJabatan.JPT_PRATAMA,
    "badan": JenisJabatan.JPT_PRATAMA,
    "inspektorat": JenisJabatan.JPT_PRATAMA,
    "puskesmas": JenisJabatan.JF,
    "sekolah": JenisJabatan.JF,
}


@dataclass
class _Rencana:
    unit: UnitKerja
    nama_jabatan: str
    jenis: str
    kepala: bool
    penilai: Pegawai | None = None


def plant_orang(jumlah: int, *, mulai_on: date) -> list[Penempatan]:
    """Writes `jumlah` people in seven bulk inserts and returns their posts."""
    acak = acak_untuk("tumbuh", jumlah, Pegawai.objects.count())
    pemimpin = _leaders()
    return _plant(_plan(jumlah, acak, pemimpin), pemimpin, acak, mulai_on=mulai_on)


def plant_staf_fokus(*, mulai_on: date) -> list[Penempatan]:
    """Colleagues for the cast in the focus units."""
    isi = read_yaml(FOLDER_ISI / "staf_fokus.yaml")
    unit = {u.kode: u for u in UnitKerja.objects.filter(kode__in=[satu["unit"] for satu in isi])}
    jenis = dict(_staff_posts())
    daftar = [
        _Rencana(unit[satu["unit"]], nama, jenis[nama], kepala=False)
        for satu in isi
        for nama in islice(cycle(satu["jabatan"]), satu["jumlah"])
    ]
    return _plant(daftar, _leaders(), acak_untuk("staf fokus"), mulai_on=mulai_on)


def _plant(
    daftar: list[_Rencana], pemimpin: dict[int, Pegawai], acak: Random, *, mulai_on: date
) -> list[Penempatan]:
    pegawai = _people(daftar, acak)
    for rencana, orang in zip(daftar, pegawai, strict=True):
        if rencana.kepala:
            pemimpin[rencana.unit.pk] = orang
    for rencana, orang in zip(daftar, pegawai, strict=True):
        rencana.penilai = _leader_above(rencana.unit, pemimpin, kecuali=orang)
    jabatan = _posts(daftar)
    penempatan = [
        Penempatan(
            pegawai=orang, jabatan=jabatan[r.unit.pk, r.nama_jabatan], unit_kerja=r.unit, mulai_on=mulai_on
        )
        for r, orang in zip(daftar, pegawai, strict=True)
    ]
    Penempatan.objects.bulk_create(penempatan, batch_size=1000)
    HubunganPenilai.objects.bulk_create(
        (
            HubunganPenilai(penempatan=p, penilai=r.penilai, mulai_on=mulai_on)
            for p, r in zip(penempatan, daftar, strict=True)
            if r.penilai
        ),
        batch_size=1000,
    )
    return penempatan


def _leaders() -> dict[int, Pegawai]:
    """Who leads each unit today."""
    daftar = Penempatan.objects.filter(jabatan__kepala=True, selesai_on=None, jenis="definitif")
    return {
        p.jabatan.unit_kerja_id: p.pegawai for p in daftar.select_related("pegawai", "jabatan").order_by("id")
    }


def _plan(jumlah: int, acak: Random, pemimpin: dict[int, Pegawai]) -> list[_Rencana]:
    """Units are taken from the top of the tree, so that every head has a head above him."""
    units = sorted(
        UnitKerja.objects.select_related("instansi").order_by("id"), key=lambda u: (u.tingkat, u.pk)
    )
    jumlah_kepala = max(jumlah // (_ANGGOTA_PER_KEPALA + 1), 1)
    tanpa_kepala = [u for u in units if u.pk not in pemimpin and u.tingkat > 0][:jumlah_kepala]
    daftar = [
        _Rencana(u, f"Kepala {u.nama}"[:150], _JENIS_KEPALA.get(u.jenis, "pengawas"), kepala=True)
        for u in tanpa_kepala
    ]
    berkepala = tanpa_kepala or [u for u in units if u.tingkat > 0]
    while len(daftar) < jumlah:
        nama, jenis = acak.choice(_staff_posts())
        daftar.append(_Rencana(acak.choice(berkepala), nama, jenis, kepala=False))
    return daftar[:jumlah]


@lru_cache
def _staff_posts() -> tuple[tuple[str, str], ...]:
    nama = dict.fromkeys(isi.jabatan for isi in daftar_rhk())
    return tuple(
        (
            satu,
            JenisJabatan.JF
            if "Ahli" in satu or "Terampil" in satu or "Mahir" in satu
            else JenisJabatan.PELAKSANA,
        )
        for satu in nama
        if not satu.startswith(_BUKAN_STAF)
    )


def _people(daftar: list[_Rencana], acak: Random) -> list[Pegawai]:
    nama, sandi = read_yaml(FOLDER_ISI / "nama.yaml"), make_password(SANDI_DEMO)
    terpakai = set(Pegawai.objects.values_list("nip", flat=True))
    pegawai = [_person(rencana, nama, terpakai, acak) for rencana in daftar]
    akun = [User(nip=p.nip, nama=p.nama, password=sandi, wajib_ganti_sandi=False) for p in pegawai]
    User.objects.bulk_create(akun, batch_size=1000)
    for orang, user in zip(pegawai, akun, strict=True):
        orang.user = user
    Pegawai.objects.bulk_create(pegawai, batch_size=1000)
    return pegawai


def _person(rencana: _Rencana, nama: dict[str, list[str]], terpakai: set[str], acak: Random) -> Pegawai:
    perempuan = acak.random() < 0.54
    nip = ""
    while not nip or nip in terpakai:
        lahir = date(acak.randint(1968, 2000), acak.randint(1, 12), acak.randint(1, 28))
        nip = f"{lahir:%Y%m%d}2099{acak.randint(4, 12):02}{2 if perempuan else 1}{acak.randrange(1, 1000):03}"
    terpakai.add(nip)
    depan = acak.choice(nama["perempuan" if perempuan else "laki_laki"])
    return Pegawai(
        instansi=rencana.unit.instansi,
        nip=nip,
        nama=f"{depan} {acak.choice(nama['belakang'])}",
        jenis_asn=JenisASN.PNS,
        golongan=acak.choice(
            ("IV/a", "IV/b") if rencana.kepala else ("II/c", "II/d", "III/a", "III/b", "III/c")
        ),
    )


def _leader_above(unit: UnitKerja, pemimpin: dict[int, Pegawai], *, kecuali: Pegawai) -> Pegawai | None:
    """The head of the unit, or of the nearest one above that has another head than the person himself."""
    for nomor in reversed([int(bagian) for bagian in unit.jalur.strip("/").split("/")]):
        orang = pemimpin.get(nomor)
        if orang and orang is not kecuali:
            return orang
    return None


def _posts(daftar: list[_Rencana]) -> dict[tuple[int, str], Jabatan]:
    ada = {(j.unit_kerja_id, j.nama): j for j in Jabatan.objects.order_by("id")}
    awal = len(ada)
    baru: dict[tuple[int, str], Jabatan] = {}
    for r in daftar:
        if (r.unit.pk, r.nama_jabatan) not in ada:
            baru.setdefault(
                (r.unit.pk, r.nama_jabatan),
                Jabatan(
                    unit_kerja=r.unit, kode=f"J{awal + len(baru) + 1:05}", nama=r.nama_jabatan,
                    jenis=r.jenis, kepala=r.kepala,
                ),
            )  # fmt: skip
    Jabatan.objects.bulk_create(baru.values(), batch_size=1000)
    return ada | baru
