"""Posts of a unit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from kinerja.kepegawaian.impor.baris import BarisImpor, NilaiSalah, Perubahan, first_rows, required, yes_or_no
from kinerja.kepegawaian.impor.kolom import normal
from kinerja.kepegawaian.istilah import PutusanBaris
from kinerja.kepegawaian.models import Impor, Instansi, Jabatan, UnitKerja
from kinerja.lib.pilihan import Pilihan
from kinerja.lib.tanggal import format_tanggal
from kinerja.peraturan.identitas import JenisJabatan, JenjangJF
from kinerja.peraturan.istilah import Istilah

UKURAN = 500
P = TypeVar("P", bound=Istilah | Pilihan)  # both know their code and their label

_ALIAS_JENIS = {
    "fungsional": JenisJabatan.JF,
    "jabatanfungsional": JenisJabatan.JF,
    "fungsionaltertentu": JenisJabatan.JF,
    "jabatanfungsionaltertentu": JenisJabatan.JF,
    "jft": JenisJabatan.JF,
    "fungsionalumum": JenisJabatan.PELAKSANA,
    "jabatanfungsionalumum": JenisJabatan.PELAKSANA,
    "jabatanpelaksana": JenisJabatan.PELAKSANA,
    "jfu": JenisJabatan.PELAKSANA,
}
# What SIASN calls so may be anything from a pengawas to a pimpinan tinggi: left open rather than guessed.
_TANPA_JENIS = frozenset({"struktural", "jabatanstruktural"})


@dataclass(frozen=True, kw_only=True)
class IsianJabatan:
    kode_unit: str
    kode: str
    nama: str
    jenis: JenisJabatan | None
    jenjang: JenjangJF | None
    kepala: bool


def find_choice(jenis: Iterable[P], teks: str, *, nama: str) -> P | None:
    """A member by code or label, whatever the spelling of case and spaces; None for an empty cell."""
    if not teks:
        return None
    for anggota in jenis:
        if normal(teks) in (normal(anggota.value), normal(anggota.label)):
            return anggota
    daftar = ", ".join(anggota.label for anggota in jenis)
    raise NilaiSalah(f"{nama} “{teks[:40]}” tidak dikenal. Pilih salah satu: {daftar}.")


def parse(nilai: dict[str, str]) -> IsianJabatan:
    jenis = _kind(nilai.get("jenis", ""))
    jenjang = find_choice(JenjangJF, nilai.get("jenjang", ""), nama="Jenjang")
    if jenis is JenisJabatan.JF and jenjang is None:
        jenjang = _level_in(nilai.get("nama", ""))
    if jenis is JenisJabatan.JF and jenjang is None:
        raise NilaiSalah(
            "Jabatan fungsional memerlukan jenjang, misalnya Ahli Pertama atau Terampil. Isi kolom JENJANG."
        )
    if jenjang is not None and jenis is not JenisJabatan.JF:
        raise NilaiSalah(
            "Jenjang hanya diisi untuk jabatan fungsional. Kosongkan JENJANG atau betulkan JENIS JABATAN."
        )
    return IsianJabatan(
        kode_unit=required(nilai, "kode_unit", nama="Kode unit", panjang=40),
        kode=required(nilai, "kode", nama="Kode jabatan", panjang=40),
        nama=required(nilai, "nama", nama="Nama jabatan", panjang=150),
        jenis=jenis,
        jenjang=jenjang,
        kepala=yes_or_no(nilai.get("kepala", ""), nama="Memimpin unit"),
    )


def _kind(teks: str) -> JenisJabatan | None:
    tertulis = normal(teks)
    if tertulis in _TANPA_JENIS:
        return None
    return _ALIAS_JENIS.get(tertulis) or find_choice(JenisJabatan, teks, nama="Jenis jabatan")


def _level_in(nama: str) -> JenjangJF | None:
    """SIASN has no column for it: it stands in the name, as in "Perawat Ahli Muda"."""
    kata = f" {' '.join(re.findall(r'[a-z]+', nama.casefold()))} "
    return next((satu for satu in JenjangJF if f" {satu.label.casefold()} " in kata), None)


def units_by_code(instansi: Instansi) -> dict[str, UnitKerja]:
    return {u.kode.casefold(): u for u in UnitKerja.objects.filter(instansi=instansi).order_by("id")}


def unit_problem(kode: str, unit: UnitKerja | None) -> str | None:
    """Why a unit cannot be used: not there, or no longer there."""
    if unit is None:
        return f"Unit {kode} tidak ada di data. Impor dahulu unitnya, atau periksa kodenya."
    if unit.dibubarkan_on:
        return f"{unit} sudah dibubarkan pada {format_tanggal(unit.dibubarkan_on)}. Pakai kode unit penggantinya."
    return None


def check(daftar: Sequence[BarisImpor], instansi: Instansi, on: date) -> list[BarisImpor]:
    unit = units_by_code(instansi)
    ada = _existing(instansi)
    pertama = first_rows(daftar, "kode_unit", "kode")
    hasil = []
    for mentah in daftar:
        baris = mentah.fresh()
        try:
            isian = parse(baris.nilai)
        except NilaiSalah as error:
            hasil.append(baris.wrong(*baris.galat, str(error)))
            continue
        kunci = (isian.kode_unit.casefold(), isian.kode.casefold())
        masalah = [*baris.galat]
        if tak_ada := unit_problem(isian.kode_unit, unit.get(kunci[0])):
            masalah.append(tak_ada)
        if pertama[kunci] != baris.nomor:
            masalah.append(
                f"Kode jabatan {isian.kode} sudah ada pada baris {pertama[kunci]} untuk unit yang sama. Hapus salah satunya."
            )
        hasil.append(baris.wrong(*masalah) if masalah else _verdict(baris, isian, ada.get(kunci)))
    return hasil


def _existing(instansi: Instansi) -> dict[tuple[str, str], Jabatan]:
    daftar = Jabatan.objects.filter(unit_kerja__instansi=instansi).select_related("unit_kerja").order_by("id")
    return {(j.unit_kerja.kode.casefold(), j.kode.casefold()): j for j in daftar}


def _verdict(baris: BarisImpor, isian: IsianJabatan, jabatan: Jabatan | None) -> BarisImpor:
    if jabatan is None:
        return baris.new()
    beda: list[Perubahan] = [("NAMA JABATAN", jabatan.nama, isian.nama)]
    if baris.nilai.get("jenis"):
        beda.append(("JENIS JABATAN", jabatan.get_jenis_display(), isian.jenis.label if isian.jenis else ""))
        beda.append(("JENJANG", jabatan.get_jenjang_display(), isian.jenjang.label if isian.jenjang else ""))
    if baris.nilai.get("kepala"):
        beda.append(("MEMIMPIN UNIT", "ya" if jabatan.kepala else "tidak", "ya" if isian.kepala else "tidak"))
    return baris.compared(beda)


def apply(daftar: Sequence[BarisImpor], impor: Impor, on: date) -> None:
    instansi = impor.instansi
    unit = units_by_code(instansi)
    ada = _existing(instansi)
    baru, berubah = [], []
    for baris in daftar:
        if baris.putusan not in (PutusanBaris.BARU, PutusanBaris.BERUBAH):
            continue
        isian = parse(baris.nilai)
        jabatan = ada.get((isian.kode_unit.casefold(), isian.kode.casefold()))
        if jabatan is None:
            jabatan = Jabatan(unit_kerja=unit[isian.kode_unit.casefold()], kode=isian.kode)
            baru.append(jabatan)
        else:
            berubah.append(jabatan)
        jabatan.nama = isian.nama
        if baris.nilai.get("jenis"):
            jabatan.jenis, jabatan.jenjang = isian.jenis or "", isian.jenjang or ""
        if baris.nilai.get("kepala"):
            jabatan.kepala = isian.kepala
    Jabatan.objects.bulk_create(baru, batch_size=UKURAN)
    Jabatan.objects.bulk_update(berubah, ["nama", "jenis", "jenjang", "kepala"], batch_size=UKURAN)
