"""The columns of the three sheets: what we call them, and what other systems call them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from kinerja.kepegawaian.istilah import JenisImpor, StatusPegawai
from kinerja.peraturan.identitas import JenisASN, JenisJabatan, JenjangJF


@dataclass(frozen=True, kw_only=True)
class Kolom:
    kunci: str
    judul: str
    alias: tuple[str, ...] = ()
    wajib: bool = False
    lebar: int = 20
    pilihan: tuple[str, ...] = ()
    bantuan: str = ""

    @property
    def daftar_nama(self) -> tuple[str, ...]:
        return (self.judul, *self.alias)


_KODE_UNIT = Kolom(
    kunci="kode_unit", judul="KODE UNIT", alias=("KODE UNOR", "ID UNOR", "UNOR ID", "KODE UNIT KERJA"), wajib=True,
    bantuan="Kode unik unit kerja di instansi Anda.",
)  # fmt: skip

KOLOM: dict[JenisImpor, tuple[Kolom, ...]] = {
    JenisImpor.UNIT: (
        replace(_KODE_UNIT, alias=(*_KODE_UNIT.alias, "ID")),
        Kolom(kunci="nama", judul="NAMA UNIT", alias=("NAMA UNOR", "UNIT KERJA", "NAMA UNIT KERJA", "UNOR NAMA"), wajib=True, lebar=40),
        Kolom(kunci="induk", judul="KODE INDUK", alias=("KODE UNOR ATASAN", "ID ATASAN", "DIATASAN ID", "UNOR ATASAN ID", "KODE UNIT INDUK", "INDUK"), bantuan="Kode unit di atasnya; kosong hanya untuk unit paling atas."),
        Kolom(kunci="jenis", judul="JENIS UNIT", alias=("JENIS", "JENIS UNOR"), bantuan="Misalnya dinas, bidang, puskesmas."),
        Kolom(kunci="mandiri", judul="UNIT MANDIRI", alias=("MANDIRI",), pilihan=("ya", "tidak")),
        Kolom(kunci="hari_kerja", judul="HARI KERJA", alias=("JUMLAH HARI KERJA",), pilihan=("5", "6")),
        Kolom(kunci="dibubarkan", judul="DIBUBARKAN", alias=("TANGGAL DIBUBARKAN", "TANGGAL BUBAR"), bantuan="Tanggal; kosong bila unit masih ada."),
    ),
    JenisImpor.JABATAN: (
        _KODE_UNIT,
        Kolom(kunci="kode", judul="KODE JABATAN", alias=("ID JABATAN", "JABATAN ID"), wajib=True),
        Kolom(kunci="nama", judul="NAMA JABATAN", alias=("JABATAN", "JABATAN NAMA"), wajib=True, lebar=40),
        Kolom(kunci="jenis", judul="JENIS JABATAN", alias=("JENIS JABATAN NAMA",), pilihan=tuple(j.label for j in JenisJabatan)),
        Kolom(kunci="jenjang", judul="JENJANG", alias=("JENJANG JF", "JENJANG JABATAN"), pilihan=tuple(j.label for j in JenjangJF)),
        Kolom(kunci="kepala", judul="MEMIMPIN UNIT", alias=("KEPALA", "PIMPINAN UNIT"), pilihan=("ya", "tidak")),
    ),
    JenisImpor.PEGAWAI: (
        Kolom(kunci="nip", judul="NIP", alias=("NIP BARU", "NIP PEGAWAI", "NIP PNS"), wajib=True, lebar=24, bantuan="18 angka, sebagai teks."),
        Kolom(kunci="nama", judul="NAMA", alias=("NAMA PEGAWAI", "NAMA LENGKAP", "NAMA PNS"), wajib=True, lebar=36),
        Kolom(kunci="jenis_asn", judul="JENIS ASN", alias=("KEDUDUKAN ASN", "JENIS PEGAWAI", "STATUS KEPEGAWAIAN", "STATUS CPNS PNS"), pilihan=tuple(j.label for j in JenisASN)),
        Kolom(kunci="golongan", judul="GOLONGAN", alias=("GOL", "GOL RUANG", "GOLONGAN RUANG", "GOL AKHIR NAMA", "GOL AKHIR", "GOL RUANG AKHIR"), lebar=12),
        Kolom(kunci="status", judul="STATUS", alias=("STATUS PEGAWAI", "KEDUDUKAN HUKUM", "KEDUDUKAN HUKUM NAMA", "KEDUDUKAN PNS", "KEDUDUKAN PNS NAMA"), pilihan=tuple(s.label for s in StatusPegawai)),
        _KODE_UNIT,
        Kolom(kunci="kode_jabatan", judul="KODE JABATAN", alias=("ID JABATAN", "JABATAN ID")),
        Kolom(kunci="nama_jabatan", judul="NAMA JABATAN", alias=("JABATAN", "JABATAN NAMA"), lebar=40, bantuan="Boleh dipakai bila kode jabatan kosong."),
        Kolom(kunci="tmt", judul="TMT JABATAN", alias=("TMT", "TANGGAL MULAI"), wajib=True),
        Kolom(kunci="nip_penilai", judul="NIP PENILAI", alias=("NIP ATASAN", "NIP ATASAN LANGSUNG", "NIP ATASAN/PENILAI", "NIP PEJABAT PENILAI", "PENILAI NIP NRP"), lebar=24, bantuan="Kosong: kepala unit menjadi penilainya."),
        Kolom(kunci="email", judul="SUREL", alias=("EMAIL", "E-MAIL", "ALAMAT EMAIL", "EMAIL GOV"), lebar=30),
    ),
}  # fmt: skip

KOLOM_NIP = frozenset({"nip", "nip_penilai"})


def normal(judul: str) -> str:
    return re.sub(r"[^a-z0-9]", "", judul.casefold())


def kunci_dari_judul(
    jenis: JenisImpor, daftar_judul: tuple[str, ...], diingat: Mapping[str, str] | None = None
) -> dict[str, str]:
    """Heading in the file → our key, for the headings that are known.

    `diingat` (letters of a heading → key, empty when it is not used) wins over our own names, those over aliases.
    """
    diingat = diingat or {}
    berlaku = {kolom.kunci for kolom in KOLOM[jenis]}
    hasil: dict[str, str] = {}
    for judul in daftar_judul:
        kunci = diingat.get(normal(judul))
        if kunci in berlaku and kunci not in hasil.values():
            hasil[judul] = kunci
    dikenal = set(hasil.values())
    sisa = [judul for judul in daftar_judul if normal(judul) not in diingat]
    for judul_dipakai in (True, False):
        for kolom in KOLOM[jenis]:
            nama = {normal(kolom.judul)} if judul_dipakai else {normal(alias) for alias in kolom.alias}
            for judul in sisa:
                if judul not in hasil and kolom.kunci not in dikenal and normal(judul) in nama:
                    hasil[judul] = kolom.kunci
                    dikenal.add(kolom.kunci)
    return hasil


def kolom_hilang(jenis: JenisImpor, peta: Mapping[str, str]) -> list[str]:
    """Names of the obligatory columns that no heading stands for."""
    return [k.judul for k in KOLOM[jenis] if k.wajib and k.kunci not in peta.values()]


def judul_dikenal(jenis: JenisImpor) -> tuple[str, ...]:
    return tuple(nama for kolom in KOLOM[jenis] for nama in kolom.daftar_nama)


def nama_kolom(jenis: JenisImpor, kunci: str) -> str:
    return next(kolom.judul for kolom in KOLOM[jenis] if kolom.kunci == kunci)
