"""The people of a place: the named cast, the staff that a case file names, and what each of them planned for the year."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from decimal import Decimal
from unittest.mock import patch
from zoneinfo import ZoneInfo

from django.utils import timezone

from kinerja.akun.models import User
from kinerja.demo.baca import daftar_pemeran
from kinerja.kebijakan.models import Periode, Tahap
from kinerja.kepegawaian.lingkup import berlaku_pada
from kinerja.kepegawaian.models import HubunganPenilai, Jabatan, Pegawai, Penempatan, UnitKerja
from kinerja.peraturan.skp import Pendekatan
from kinerja.perencanaan import actions as rencana
from kinerja.perencanaan.models import SKP
from tests.lima_tempat.baca import Rencana, Tempat

WIB = ZoneInfo("Asia/Jakarta")
TAHUN = 2026
MULAI_BEKERJA = date(2025, 1, 2)


def pukul(hari: date, jam: int = 10) -> datetime:
    return datetime.combine(hari, time(jam), WIB).astimezone(UTC)


@contextmanager
def on_that_day(at: datetime) -> Iterator[None]:
    """Whatever still looks at the clock sees the day that is being played."""
    with patch.object(timezone, "now", lambda: at):
        yield


def unit_bernama(kode: str) -> UnitKerja:
    return UnitKerja.objects.select_related("instansi").get(kode=kode)


def periode_bernama(instansi: str, nama: str) -> Periode:
    """ "triwulan 2", "semester 1", "tahunan", "tahunan 2025"."""
    jenis, _, nomor = nama.partition(" ")
    if jenis == "tahunan":
        cari = {"tahap": Tahap.TAHUNAN, "tahun": int(nomor or TAHUN)}
    else:
        cari = {"tahap": Tahap.PERIODIK, "jenis": f"{jenis}an", "urutan": int(nomor), "tahun": TAHUN}
    return Periode.objects.select_related("instansi").get(instansi__kode=instansi, **cari)


class Orang:
    """People by slug of the cast or by name."""

    def __init__(self, tempat: Tempat, *, kepala: dict[str, str] | None = None) -> None:
        """`kepala`: who assesses in a unit that has nobody of the cast at its head."""
        self.nip = {satu.slug: satu.nip for satu in daftar_pemeran()}
        nomor = 0
        for kode, daftar in tempat.staf.items():
            unit = unit_bernama(kode)
            for nama in daftar:
                nomor += 1
                self.nip[nama] = f"199001012099012{nomor:03d}"
                atasan = self.pegawai(kepala[kode]) if kepala and kode in kepala else _head_above(unit)
                _plant(unit, nama, self.nip[nama], atasan=atasan)

    def pegawai(self, siapa: str) -> Pegawai:
        return Pegawai.objects.select_related("user", "instansi").get(nip=self.nip[siapa])

    def akun(self, siapa: str) -> User:
        """Read anew each time, as each request does."""
        return User.objects.get(nip=self.nip[siapa])


def akun_dari(pegawai: Pegawai | None) -> User:
    assert pegawai is not None and pegawai.user_id is not None
    return User.objects.get(pk=pegawai.user_id)


def jabatan_di(unit: UnitKerja, nama: str) -> Jabatan:
    jabatan, _ = Jabatan.objects.get_or_create(
        unit_kerja=unit, nama=nama, defaults={"kode": f"lima-{unit.pk}", "jenis": "pelaksana"}
    )
    return jabatan


def _plant(unit: UnitKerja, nama: str, nip: str, *, atasan: Pegawai) -> None:
    user = User.objects.create(nip=nip, nama=nama, wajib_ganti_sandi=False)
    pegawai = Pegawai.objects.create(
        instansi=unit.instansi, user=user, nip=nip, nama=nama, jenis_asn="pns", golongan="III/a"
    )
    tempat = Penempatan.objects.create(
        pegawai=pegawai,
        jabatan=jabatan_di(unit, "Penelaah Teknis Kebijakan"),
        unit_kerja=unit,
        mulai_on=MULAI_BEKERJA,
    )
    HubunganPenilai.objects.create(penempatan=tempat, penilai=atasan, mulai_on=MULAI_BEKERJA)


def _head_above(unit: UnitKerja) -> Pegawai:
    nomor = [int(bagian) for bagian in unit.jalur.strip("/").split("/")]
    kepala = Penempatan.objects.filter(
        jabatan__kepala=True, jabatan__unit_kerja__in=nomor, selesai_on=None
    ).exclude(jenis="plh")
    terdekat = max(
        kepala.select_related("pegawai", "unit_kerja").order_by("id"), key=lambda k: len(k.unit_kerja.jalur)
    )
    return terdekat.pegawai


def penempatan_pada(pegawai: Pegawai, on: date) -> Penempatan:
    return Penempatan.objects.select_related("unit_kerja", "jabatan", "pegawai").get(
        berlaku_pada(on), pegawai=pegawai, jenis="definitif"
    )


def make_skp(pegawai: Pegawai, daftar: list[Rencana], *, on: date) -> SKP:
    """From the empty form to the signature of the penilai, within one morning."""
    user, tempat = akun_dari(pegawai), penempatan_pada(pegawai, on)
    skp = rencana.create_skp(
        tempat, tahun=on.year, pendekatan=Pendekatan.KUANTITATIF, by=user, at=pukul(on, 8)
    )
    return fill_skp(skp, daftar, on=on)


def fill_skp(skp: SKP, daftar: list[Rencana], *, on: date) -> SKP:
    user = akun_dari(skp.pegawai)
    for satu in daftar:
        rencana.add_rhk(skp, _isi(satu), by=user, at=pukul(on, 9))
    rencana.submit_skp(skp, by=user, at=pukul(on, 10))
    return rencana.approve_skp(skp, by=akun_dari(skp.penilai), at=pukul(on, 11))


def _isi(satu: Rencana) -> rencana.IsiRHK:
    bawah, atas = (Decimal(str(sisi)) for sisi in satu.rentang)
    indikator = rencana.IsiIndikator(
        teks=satu.indikator,
        satuan=satu.satuan,
        aspek=satu.aspek,
        target_bawah=bawah,
        target_atas=atas,
        target_bulanan={str(b): [str(n) for n in satu.bulanan] for b in range(1, 13)} if satu.bulanan else {},
    )
    return rencana.IsiRHK(teks=satu.hasil, jenis=satu.jenis, daftar_indikator=[indikator])
