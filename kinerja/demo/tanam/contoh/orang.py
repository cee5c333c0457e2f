"""The instansi, units, people and calendar that the examples stand in: what an admin sets up before the year."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zlib import crc32

from kinerja.akun.models import User
from kinerja.demo.baca import Contoh, Orang, daftar_contoh
from kinerja.kebijakan.actions import open_periode, set_up_year
from kinerja.kebijakan.models import Kebijakan, Periode, Tahap
from kinerja.kepegawaian.istilah import JenisPeran, StatusPegawai
from kinerja.kepegawaian.models import (
    HubunganPenilai,
    Instansi,
    Jabatan,
    Pegawai,
    Penempatan,
    Peran,
    UnitKerja,
)
from kinerja.peraturan.identitas import JenisJabatan
from kinerja.peraturan.jadwal import JenisPeriode
from kinerja.peraturan.skp import KategoriSKP

# The heads of these lead a unit kerja mandiri; every other head among the examples is a JPT.
_MANDIRI = frozenset({"Puskesmas"})


def instansi_contoh(contoh: Contoh) -> Instansi:
    """With its root unit, an admin, and the periods of the year standing open."""
    kode = f"CONTOH-{contoh.jenis_instansi.upper()}"
    instansi, baru = Instansi.objects.get_or_create(
        kode=kode,
        defaults={
            "nama": contoh.instansi,
            "jenis": contoh.jenis_instansi,
            "tempat": contoh.evaluasi.tempat,
        },
    )
    if baru:
        _plant_akar(instansi)
    if not Periode.objects.filter(instansi=instansi, tahun=contoh.skp.tahun).exists():
        _plant_tahun(instansi, contoh.skp.tahun)
    return instansi


def penempatan_contoh(contoh: Contoh, instansi: Instansi) -> Penempatan:
    """The employee's post, with his penilai above him and, where an example tells, the penilai's own."""
    penempatan = place(contoh.pegawai, instansi, tahun=contoh.skp.tahun)
    atasan = find_by_nip(contoh.penilai.nip)
    pejabat = place(contoh.penilai, instansi, tahun=contoh.skp.tahun)
    _relate(penempatan, pejabat.pegawai)
    if atasan:
        _relate(pejabat, place(atasan.penilai, instansi, tahun=contoh.skp.tahun).pegawai)
    return penempatan


def find_by_nip(nip: str | None) -> Contoh | None:
    return next((satu for satu in daftar_contoh() if nip and satu.pegawai.nip == nip), None)


def place(orang: Orang, instansi: Instansi, *, tahun: int) -> Penempatan:
    """The person in his post since the first day of the year; the first example to name him decides where."""
    nip = orang.nip or f"{crc32(orang.nama.encode()):018}"
    penempatan = Penempatan.objects.with_people().filter(pegawai__nip=nip).order_by("id").first()
    if penempatan:
        return penempatan
    unit = _unit(instansi, orang.unit_kerja)
    user = User.objects.create(nip=nip, nama=orang.nama, wajib_ganti_sandi=False)
    user.set_unusable_password()
    user.save(update_fields=["password"])
    pegawai = Pegawai.objects.create(
        instansi=instansi,
        user=user,
        nip=nip,
        nama=orang.nama,
        golongan=orang.golongan,
        jenis_asn="pns" if orang.nip else "",
        status=StatusPegawai.AKTIF if orang.nip else StatusPegawai.PEJABAT_NEGARA,
    )
    return Penempatan.objects.create(
        pegawai=pegawai, jabatan=_jabatan(unit, orang), unit_kerja=unit, mulai_on=date(tahun, 1, 1)
    )


def colleague(instansi: Instansi, unit_kerja: str, *, tahun: int) -> User:
    """Stands for the patients, colleagues and partners whose feedback the examples print without a name."""
    nama = "Ratri Anggraini"
    nip = f"1990010120990{31000 + crc32(instansi.kode.encode()) % 1000}"
    orang = Orang(
        nama=nama,
        nip=nip,
        pangkat_golongan="Penata (III/c)",
        jabatan="Analis Pelayanan",
        unit_kerja=unit_kerja,
    )
    return account(place(orang, instansi, tahun=tahun).pegawai)


def account(pegawai: Pegawai) -> User:
    """Read anew: what an account may do is remembered on the object."""
    return User.objects.select_related("pegawai").get(pegawai=pegawai)


def admin_contoh(instansi: Instansi) -> User:
    return User.objects.get(
        daftar_peran__jenis=JenisPeran.ADMIN_INSTANSI, daftar_peran__unit_kerja__instansi=instansi
    )


def _plant_akar(instansi: Instansi) -> None:
    akar = _unit(instansi, instansi.nama)
    nip = f"1985010120990{31000 + crc32(instansi.nama.encode()) % 1000}"
    admin = User.objects.create(nip=nip, nama=f"Admin {instansi.nama}", wajib_ganti_sandi=False)
    Peran.objects.create(
        user=admin, jenis=JenisPeran.ADMIN_INSTANSI, unit_kerja=akar, mulai_on=date(2025, 1, 1)
    )
    Kebijakan.objects.create(
        unit_kerja=akar, berlaku_on=date(2025, 1, 1), frekuensi_evaluasi=JenisPeriode.TRIWULANAN
    )


def _plant_tahun(instansi: Instansi, tahun: int) -> None:
    admin, at = admin_contoh(instansi), datetime(tahun, 1, 2, 2, tzinfo=UTC)
    for periode in set_up_year(instansi, tahun=tahun, by=admin, at=at):
        if periode.tahap != Tahap.PERIODIK:
            open_periode(periode, by=admin, at=at)


def _unit(instansi: Instansi, nama: str) -> UnitKerja:
    unit = UnitKerja.objects.filter(instansi=instansi, nama=nama).order_by("id").first()
    if unit:
        return unit
    akar = UnitKerja.objects.filter(instansi=instansi, induk=None).order_by("id").first()
    kode = f"{instansi.kode}-{crc32(nama.encode()):08x}"
    unit = UnitKerja.objects.create(
        instansi=instansi, induk=akar, kode=kode, nama=nama, mandiri=nama in _MANDIRI
    )
    unit.jalur = f"{akar.jalur if akar else '/'}{unit.pk}/"
    unit.save(update_fields=["jalur"])
    return unit


def _jabatan(unit: UnitKerja, orang: Orang) -> Jabatan:
    contoh = find_by_nip(orang.nip)
    pimpinan = contoh is not None and contoh.skp.kategori is KategoriSKP.PIMPINAN
    jenis = JenisJabatan.JPT_PRATAMA if pimpinan and not unit.mandiri else JenisJabatan.JF
    jabatan, _ = Jabatan.objects.get_or_create(
        unit_kerja=unit,
        kode=f"{crc32(orang.jabatan.encode()):08x}",
        defaults={"nama": orang.jabatan, "jenis": jenis if orang.nip else "", "kepala": pimpinan},
    )
    return jabatan


def _relate(penempatan: Penempatan, penilai: Pegawai) -> None:
    HubunganPenilai.objects.get_or_create(
        penempatan=penempatan, penilai=penilai, defaults={"mulai_on": penempatan.mulai_on}
    )
