"""The attendance sheet: one person and one stretch of days a row."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from kinerja.kepegawaian.impor.baris import BarisImpor, NilaiSalah, Perubahan, limited
from kinerja.kepegawaian.impor.kolom import Kolom
from kinerja.kepegawaian.istilah import PutusanBaris
from kinerja.kepegawaian.models import Impor, Instansi
from kinerja.lib.angka import format_angka
from kinerja.lib.tanggal import TanggalTidakSah, format_rentang_tanggal, format_tanggal, parse_tanggal
from kinerja.rekap.impor.isian import (
    KOLOM_KETERANGAN,
    KOLOM_NAMA,
    KOLOM_NIP,
    people_by_nip,
    read_nip,
    unknown_person,
    whole,
)
from kinerja.rekap.models import RekapKehadiran

T = TypeVar("T")
UKURAN = 500
_HARI_TERBANYAK = 366
_ISI = ("hari_kerja", "hadir", "alpa", "alpa_berturut", "terlambat_menit", "pulang_cepat_menit")
_TULIS = ["selesai_on", *_ISI, "keterangan", "impor"]

KOLOM = (
    KOLOM_NIP,
    KOLOM_NAMA,
    Kolom(kunci="mulai", judul="MULAI", alias=("TANGGAL MULAI", "DARI"), wajib=True, bantuan="Hari pertama yang direkap."),
    Kolom(kunci="selesai", judul="SELESAI", alias=("TANGGAL SELESAI", "SAMPAI"), wajib=True, bantuan="Hari terakhir yang direkap, dalam tahun yang sama."),
    Kolom(kunci="hari_kerja", judul="HARI KERJA", alias=("JUMLAH HARI KERJA",), wajib=True, lebar=14),
    Kolom(kunci="hadir", judul="HADIR", alias=("JUMLAH HADIR",), wajib=True, lebar=12, bantuan="Hari masuk kerja; dinas luar dihitung hadir."),
    Kolom(kunci="alpa", judul="ALPA", alias=("TANPA KETERANGAN", "TK", "MANGKIR"), wajib=True, lebar=12, bantuan="Hari tidak masuk tanpa alasan yang sah; kosong berarti 0."),
    Kolom(kunci="alpa_berturut", judul="ALPA BERTURUT-TURUT", lebar=22, bantuan="Hari alpa terpanjang tanpa jeda; kosong berarti tidak dicatat."),
    Kolom(kunci="terlambat_menit", judul="TERLAMBAT (MENIT)", alias=("TERLAMBAT", "MENIT TERLAMBAT"), lebar=20),
    Kolom(kunci="pulang_cepat_menit", judul="PULANG CEPAT (MENIT)", alias=("PULANG CEPAT", "PULANG SEBELUM WAKTU"), lebar=22),
    KOLOM_KETERANGAN,
)  # fmt: skip
_JUDUL = {kolom.kunci: kolom.judul for kolom in KOLOM}


@dataclass(frozen=True, kw_only=True)
class BarisKehadiran:
    nip: str
    mulai_on: date
    selesai_on: date
    hari_kerja: int
    hadir: int
    alpa: int
    alpa_berturut: int
    terlambat_menit: int
    pulang_cepat_menit: int
    keterangan: str

    @property
    def masa(self) -> str:
        return format_rentang_tanggal(self.mulai_on, self.selesai_on)


def parse(nilai: dict[str, str], *, on: date) -> tuple[BarisKehadiran | None, list[str]]:
    """The content and everything wrong with it at once, so that a row is put right in one go."""
    pesan: list[str] = []

    def take(baca: Callable[[], T]) -> T | None:
        try:
            return baca()
        except (NilaiSalah, TanggalTidakSah) as error:
            pesan.append(str(error))
            return None

    nip = take(lambda: read_nip(nilai))
    mulai = take(lambda: _day(nilai, "mulai"))
    selesai = take(lambda: _day(nilai, "selesai"))
    angka = [take(lambda nama=nama: _figure(nilai, nama)) for nama in _ISI]  # type: ignore[misc]
    keterangan = take(lambda: limited(nilai.get("keterangan", ""), nama="Keterangan", panjang=300))
    if pesan or nip is None or mulai is None or selesai is None:
        return None, pesan
    hari_kerja, hadir, alpa, berturut, terlambat, pulang = (satu or 0 for satu in angka)
    isian = BarisKehadiran(
        nip=nip,
        mulai_on=mulai,
        selesai_on=selesai,
        hari_kerja=hari_kerja,
        hadir=hadir,
        alpa=alpa,
        alpa_berturut=berturut,
        terlambat_menit=terlambat,
        pulang_cepat_menit=pulang,
        keterangan=keterangan or "",
    )
    pesan += _impossible(isian, on=on)
    return (None if pesan else isian), pesan


def _day(nilai: dict[str, str], kunci: str) -> date:
    try:
        return parse_tanggal(nilai.get(kunci, ""))
    except TanggalTidakSah as error:
        raise NilaiSalah(f"{_JUDUL[kunci].capitalize()}: {error}") from None


def _figure(nilai: dict[str, str], kunci: str) -> int:
    menit = kunci.endswith("menit")
    return whole(
        nilai,
        kunci,
        nama=_JUDUL[kunci].capitalize(),
        paling_banyak=_HARI_TERBANYAK * (24 * 60 if menit else 1),
        kosong=None if kunci in ("hari_kerja", "hadir") else 0,
    )


def _impossible(isian: BarisKehadiran, *, on: date) -> Iterator[str]:
    """Figures that cannot all be true."""
    if isian.selesai_on < isian.mulai_on:
        yield "Tanggal selesai lebih awal daripada tanggal mulai. Tukar atau betulkan salah satunya."
        return
    if isian.mulai_on.year != isian.selesai_on.year:
        yield "Rekap ini melewati pergantian tahun, padahal alpa dihitung setahun. Bagi menjadi dua baris."
    if isian.selesai_on > on:
        yield f"Masa sampai {format_tanggal(isian.selesai_on)} belum berakhir. Impor sesudah hari itu."
    hari = (isian.selesai_on - isian.mulai_on).days + 1
    if isian.hari_kerja > hari:
        yield f"Hari kerja {isian.hari_kerja}, padahal {isian.masa} hanya {hari} hari. Periksa tanggal atau angkanya."
    if isian.hadir > isian.hari_kerja:
        yield f"Hadir {isian.hadir} hari lebih banyak daripada hari kerja, {isian.hari_kerja}. Betulkan salah satunya."
    elif isian.hadir + isian.alpa > isian.hari_kerja:
        yield (
            f"Hadir {isian.hadir} ditambah alpa {isian.alpa} melebihi hari kerja, {isian.hari_kerja}. "
            "Betulkan salah satunya."
        )
    if isian.alpa_berturut > isian.alpa:
        yield f"Alpa berturut-turut {isian.alpa_berturut} melebihi jumlah alpa, {isian.alpa}. Betulkan salah satunya."


def check(daftar: Sequence[BarisImpor], instansi: Instansi, on: date) -> list[BarisImpor]:
    orang = people_by_nip(instansi)
    terbaca = [(mentah.fresh(), *parse(mentah.nilai, on=on)) for mentah in daftar]
    ada = _existing(instansi, [isian for _, isian, _ in terbaca if isian])
    dibaca: dict[str, list[tuple[BarisImpor, BarisKehadiran]]] = {}
    hasil = []
    for baris, isian, salah in terbaca:
        masalah = [*baris.galat, *salah]
        if isian is not None:
            if isian.nip not in orang:
                masalah.append(unknown_person(isian.nip))
            masalah += _clashes(isian, dibaca.get(isian.nip, []), ada.get(orang.get(isian.nip, 0), []))
            dibaca.setdefault(isian.nip, []).append((baris, isian))
        if masalah or isian is None:
            hasil.append(baris.wrong(*masalah))
            continue
        hasil.append(_verdict(baris, isian, ada.get(orang[isian.nip], [])))
    return hasil


def _existing(instansi: Instansi, daftar: list[BarisKehadiran]) -> dict[int, list[RekapKehadiran]]:
    """What is there around the days of the sheet, by person: years of an instansi do not fit in memory."""
    if not daftar:
        return {}
    rekap = RekapKehadiran.objects.filter(
        pegawai__instansi=instansi,
        mulai_on__lte=max(isian.selesai_on for isian in daftar),
        selesai_on__gte=min(isian.mulai_on for isian in daftar),
    )
    per_orang: dict[int, list[RekapKehadiran]] = {}
    for satu in rekap.order_by("mulai_on", "id"):
        per_orang.setdefault(satu.pegawai_id, []).append(satu)
    return per_orang


def _clashes(
    isian: BarisKehadiran, dibaca: list[tuple[BarisImpor, BarisKehadiran]], ada: list[RekapKehadiran]
) -> Iterator[str]:
    for baris, lain in dibaca:
        if (lain.mulai_on, lain.selesai_on) == (isian.mulai_on, isian.selesai_on):
            yield f"Orang dan masa ini sudah ada pada baris {baris.nomor}. Hapus salah satunya."
        elif _overlap(isian, lain):
            yield f"{isian.masa} bertumpuk dengan baris {baris.nomor}, {lain.masa}. Satu hari hanya direkap sekali."
    for rekap in ada:
        if (rekap.mulai_on, rekap.selesai_on) != (isian.mulai_on, isian.selesai_on) and _overlap(
            isian, rekap
        ):
            yield (
                f"{isian.masa} bertumpuk dengan rekap yang sudah ada, "
                f"{rekap.masa}. Pakai masa yang sama, atau hapus rekap lamanya."
            )


def _overlap(satu: BarisKehadiran, lain: BarisKehadiran | RekapKehadiran) -> bool:
    return satu.mulai_on <= lain.selesai_on and lain.mulai_on <= satu.selesai_on


def _verdict(baris: BarisImpor, isian: BarisKehadiran, ada: list[RekapKehadiran]) -> BarisImpor:
    rekap = next((r for r in ada if r.mulai_on == isian.mulai_on), None)
    if rekap is None:
        return baris.new(
            f"{isian.masa}: hadir {isian.hadir} dari {isian.hari_kerja} hari, alpa {isian.alpa}."
        )
    beda: list[Perubahan] = [
        (_JUDUL[nama], format_angka(getattr(rekap, nama)), format_angka(getattr(isian, nama)))
        for nama in _ISI
    ]
    return baris.compared([*beda, ("KETERANGAN", rekap.keterangan, isian.keterangan)])


def apply(daftar: Sequence[BarisImpor], impor: Impor, on: date) -> None:
    orang = people_by_nip(impor.instansi)
    isi = [
        parse(baris.nilai, on=on)[0]
        for baris in daftar
        if baris.putusan in (PutusanBaris.BARU, PutusanBaris.BERUBAH)
    ]
    RekapKehadiran.objects.bulk_create(
        [
            RekapKehadiran(
                pegawai_id=orang[isian.nip],
                impor=impor,
                **{nama: getattr(isian, nama) for nama in ("mulai_on", "selesai_on", *_ISI, "keterangan")},
            )
            for isian in isi
            if isian is not None
        ],
        batch_size=UKURAN,
        update_conflicts=True,
        unique_fields=["pegawai", "mulai_on"],
        update_fields=_TULIS,
    )
