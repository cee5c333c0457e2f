"""Units: the tree may grow, be renamed and be rearranged, but never bite its own tail."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kinerja.kepegawaian.impor.baris import (
    BarisImpor,
    NilaiSalah,
    Perubahan,
    first_rows,
    limited,
    required,
    yes_or_no,
)
from kinerja.kepegawaian.istilah import PutusanBaris
from kinerja.kepegawaian.models import Impor, Instansi, Penempatan, UnitKerja
from kinerja.lib.tanggal import TanggalTidakSah, format_tanggal, parse_tanggal

UKURAN = 500


@dataclass(frozen=True, kw_only=True)
class IsianUnit:
    kode: str
    nama: str
    induk: str
    jenis: str
    mandiri: bool
    hari_kerja: int
    dibubarkan_on: date | None


def parse(nilai: dict[str, str]) -> IsianUnit:
    """The typed content of a row; NilaiSalah when a cell cannot be used."""
    hari = nilai.get("hari_kerja", "").casefold().removesuffix("hari").strip() or "5"
    if hari not in {"5", "6"}:
        raise NilaiSalah(f"Hari kerja berisi “{hari[:20]}”. Tulis 5 atau 6.")
    return IsianUnit(
        kode=required(nilai, "kode_unit", nama="Kode unit", panjang=40),
        nama=required(nilai, "nama", nama="Nama unit", panjang=150),
        induk=nilai.get("induk", ""),
        jenis=limited(nilai.get("jenis", ""), nama="Jenis unit", panjang=30),
        mandiri=yes_or_no(nilai.get("mandiri", ""), nama="Unit mandiri"),
        hari_kerja=int(hari),
        dibubarkan_on=parse_tanggal(nilai["dibubarkan"]) if nilai.get("dibubarkan") else None,
    )


def check(daftar: Sequence[BarisImpor], instansi: Instansi, on: date) -> list[BarisImpor]:
    ada = {u.kode.casefold(): u for u in _existing(instansi)}
    berisi = _occupied(instansi, on=on)
    pertama = first_rows(daftar, "kode_unit")
    hasil = []
    for mentah in daftar:
        baris = mentah.fresh()
        try:
            isian = parse(baris.nilai)
        except (NilaiSalah, TanggalTidakSah) as error:
            hasil.append(baris.wrong(*baris.galat, str(error)))
            continue
        masalah = [*baris.galat, *_problems(isian, baris.nomor, pertama, ada, berisi)]
        hasil.append(baris.wrong(*masalah) if masalah else _verdict(baris, isian, ada))
    return _check_tree(hasil, ada)


def _existing(instansi: Instansi) -> list[UnitKerja]:
    return list(UnitKerja.objects.filter(instansi=instansi).select_related("induk").order_by("jalur", "id"))


def _occupied(instansi: Instansi, *, on: date) -> dict[int, int]:
    daftar: dict[int, int] = {}
    baris = Penempatan.objects.berlaku(on).filter(unit_kerja__instansi=instansi)
    for unit_id in baris.order_by("id").values_list("unit_kerja_id", flat=True):
        daftar[unit_id] = daftar.get(unit_id, 0) + 1
    return daftar


def _problems(
    isian: IsianUnit,
    nomor: int,
    pertama: dict[tuple[str, ...], int],
    ada: dict[str, UnitKerja],
    berisi: dict[int, int],
) -> list[str]:
    daftar = []
    kunci = isian.kode.casefold()
    if pertama[(kunci,)] != nomor:
        daftar.append(
            f"Kode unit {isian.kode} sudah ada pada baris {pertama[(kunci,)]} berkas ini. Hapus salah satunya."
        )
    induk = isian.induk.casefold()
    if induk == kunci:
        daftar.append(
            "Unit ini menjadi induk bagi dirinya sendiri. Isi KODE INDUK dengan kode unit di atasnya."
        )
    elif induk and induk not in ada and (induk,) not in pertama:
        daftar.append(f"Unit induk {isian.induk} tidak ada di berkas ini maupun di data. Periksa kodenya.")
    elif induk in ada and ada[induk].dibubarkan_on and (induk,) not in pertama:
        bubar = format_tanggal(ada[induk].dibubarkan_on or date.min)
        daftar.append(f"Unit induk {ada[induk]} sudah dibubarkan pada {bubar}. Pilih induk yang masih ada.")
    akar = next((u for u in ada.values() if u.induk_id is None), None)
    if not induk and akar and akar.kode.casefold() != kunci:
        daftar.append(
            f"KODE INDUK kosong, padahal unit paling atas sudah ada ({akar}). Isi kode unit di atasnya."
        )
    if not induk and not akar and next(iter(pertama)) != (kunci,):
        daftar.append("KODE INDUK kosong. Hanya baris pertama, unit paling atas, yang boleh tanpa induk.")
    unit = ada.get(kunci)
    if unit and isian.dibubarkan_on and not unit.dibubarkan_on and berisi.get(unit.pk):
        daftar.append(
            f"{unit} masih mempunyai {berisi[unit.pk]} pegawai. Pindahkan dahulu mereka, baru unitnya dibubarkan."
        )
    return daftar


def _verdict(baris: BarisImpor, isian: IsianUnit, ada: dict[str, UnitKerja]) -> BarisImpor:
    unit = ada.get(isian.kode.casefold())
    if unit is None:
        return baris.new()
    return baris.compared(_compare(unit, isian, baris.nilai))


def _compare(unit: UnitKerja, isian: IsianUnit, nilai: dict[str, str]) -> list[Perubahan]:
    """A column that the file does not have says nothing."""
    beda = [("NAMA UNIT", unit.nama, isian.nama)]
    if "induk" in nilai:
        beda.append(("KODE INDUK", unit.induk.kode if unit.induk else "", isian.induk))
    if nilai.get("jenis"):
        beda.append(("JENIS UNIT", unit.jenis, isian.jenis))
    if nilai.get("mandiri"):
        beda.append(("UNIT MANDIRI", "ya" if unit.mandiri else "tidak", "ya" if isian.mandiri else "tidak"))
    if nilai.get("hari_kerja"):
        beda.append(("HARI KERJA", str(unit.hari_kerja), str(isian.hari_kerja)))
    if "dibubarkan" in nilai:
        beda.append(("DIBUBARKAN", str(unit.dibubarkan_on or ""), str(isian.dibubarkan_on or "")))
    return beda


def _check_tree(daftar: list[BarisImpor], ada: dict[str, UnitKerja]) -> list[BarisImpor]:
    """Loops, and units below a row that is wrong itself; repeated until nothing new turns wrong."""
    while True:
        induk = {kode: u.induk.kode.casefold() for kode, u in ada.items() if u.induk}
        salah = {
            b.nilai.get("kode_unit", "").casefold(): b.nomor
            for b in daftar
            if b.putusan is PutusanBaris.SALAH and b.nilai.get("kode_unit", "").casefold() not in ada
        }
        for b in daftar:
            if b.putusan is not PutusanBaris.SALAH and "induk" in b.nilai:
                induk[b.nilai["kode_unit"].casefold()] = b.nilai["induk"].casefold()
        sesudah = [_place(baris, induk, salah) for baris in daftar]
        if sesudah == daftar:
            return daftar
        daftar = sesudah


def _place(baris: BarisImpor, induk: dict[str, str], salah: dict[str, int]) -> BarisImpor:
    if baris.putusan is PutusanBaris.SALAH:
        return baris
    kode = baris.nilai["kode_unit"].casefold()
    if induk.get(kode) in salah:
        return baris.wrong(f"Unit induknya, pada baris {salah[induk[kode]]}, perlu diperbaiki dahulu.")
    jejak = [kode]
    while induk.get(jejak[-1]) and induk[jejak[-1]] not in jejak:
        jejak.append(induk[jejak[-1]])
    if induk.get(jejak[-1]) == kode:
        lingkaran = " → ".join(nama.upper() for nama in [*jejak, kode])
        return baris.wrong(f"Susunan induknya melingkar: {lingkaran}. Betulkan salah satu KODE INDUK.")
    return baris


def apply(daftar: Sequence[BarisImpor], impor: Impor, on: date) -> None:
    instansi = impor.instansi
    unit = {u.kode.casefold(): u for u in _existing(instansi)}
    dipakai = [(b, parse(b.nilai)) for b in daftar if b.putusan in (PutusanBaris.BARU, PutusanBaris.BERUBAH)]
    baru = [
        UnitKerja(instansi=instansi, kode=isian.kode, nama=isian.nama)
        for b, isian in dipakai
        if b.putusan is PutusanBaris.BARU
    ]
    unit |= {u.kode.casefold(): u for u in UnitKerja.objects.bulk_create(baru, batch_size=UKURAN)}
    for baris, isian in dipakai:
        _assign(unit[isian.kode.casefold()], isian, baris, unit)
    _set_paths(unit)
    kolom = ["nama", "induk", "jenis", "mandiri", "hari_kerja", "dibubarkan_on", "jalur"]
    UnitKerja.objects.bulk_update(unit.values(), kolom, batch_size=UKURAN)


def _assign(unit: UnitKerja, isian: IsianUnit, baris: BarisImpor, daftar: dict[str, UnitKerja]) -> None:
    nilai = baris.nilai
    kosongkan = baris.putusan is PutusanBaris.BARU
    unit.nama = isian.nama
    unit.induk = (
        daftar[isian.induk.casefold()]
        if isian.induk
        else (None if kosongkan or "induk" in nilai else unit.induk)
    )
    unit.jenis = isian.jenis if nilai.get("jenis") else unit.jenis
    unit.mandiri = isian.mandiri if nilai.get("mandiri") else unit.mandiri
    unit.hari_kerja = isian.hari_kerja if nilai.get("hari_kerja") else unit.hari_kerja
    unit.dibubarkan_on = isian.dibubarkan_on if "dibubarkan" in nilai else unit.dibubarkan_on


def _set_paths(unit: dict[str, UnitKerja]) -> None:
    """The path of ids from the root, for every unit anew: one rearranged branch moves all below it."""
    nomor = {u.pk: u for u in unit.values()}
    for u in nomor.values():
        simpul, jalur = u, f"/{u.pk}/"
        while simpul.induk_id is not None:
            simpul = nomor[simpul.induk_id]
            jalur = f"/{simpul.pk}{jalur}"
        u.jalur = jalur
