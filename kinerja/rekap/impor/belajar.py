"""The learning sheet: one person and one year a row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kinerja.kepegawaian.impor.baris import BarisImpor, NilaiSalah, limited
from kinerja.kepegawaian.impor.kolom import Kolom
from kinerja.kepegawaian.istilah import PutusanBaris
from kinerja.kepegawaian.models import Impor, Instansi
from kinerja.lib.angka import format_angka
from kinerja.lib.tanggal import TanggalTidakSah, format_tanggal, parse_tanggal
from kinerja.rekap.impor.isian import (
    KOLOM_KETERANGAN,
    KOLOM_NAMA,
    KOLOM_NIP,
    figure,
    people_by_nip,
    read_nip,
    unknown_person,
)
from kinerja.rekap.models import RekapBelajar

UKURAN = 500
_TAHUN_PERTAMA = 2000
_JP_TERBANYAK = 2000
_SEPERSERATUS = Decimal("0.01")

KOLOM = (
    KOLOM_NIP,
    KOLOM_NAMA,
    Kolom(kunci="tahun", judul="TAHUN", wajib=True, lebar=10),
    Kolom(kunci="jp", judul="JP", alias=("JAM PELAJARAN", "JUMLAH JP"), wajib=True, lebar=10, bantuan="Jumlah jam pelajaran setahun, misalnya 24 atau 12,5."),
    Kolom(kunci="sampai", judul="SAMPAI TANGGAL", alias=("SAMPAI", "PER TANGGAL"), lebar=16, bantuan="JP ini dihitung sampai hari itu; sertifikat sesudahnya ditambahkan. Kosong: sampai hari impor."),
    KOLOM_KETERANGAN,
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class BarisBelajar:
    nip: str
    tahun: int
    jp: Decimal
    sampai_on: date
    keterangan: str


def parse(nilai: dict[str, str], *, on: date) -> BarisBelajar:
    jp = figure(nilai, "jp", nama="JP", paling_banyak=_JP_TERBANYAK)
    if jp != jp.quantize(_SEPERSERATUS):
        raise NilaiSalah(f"JP {format_angka(jp)} terlalu rinci. Bulatkan sampai dua angka di belakang koma.")
    tahun = _year(nilai.get("tahun", ""), on=on)
    return BarisBelajar(
        nip=read_nip(nilai),
        tahun=tahun,
        jp=jp,
        sampai_on=_until(nilai.get("sampai", ""), tahun=tahun, on=on),
        keterangan=limited(nilai.get("keterangan", ""), nama="Keterangan", panjang=300),
    )


def _year(teks: str, *, on: date) -> int:
    """Digits only: 2.026 is a number, but no year."""
    bersih = teks.strip()
    tahun = int(bersih) if bersih.isascii() and bersih.isdigit() and len(bersih) == 4 else 0
    if not _TAHUN_PERTAMA <= tahun <= on.year:
        raise NilaiSalah(f"Tahun “{teks[:20]}” tidak dapat dipakai. Isi empat angka sampai {on.year}.")
    return tahun


def _until(teks: str, *, tahun: int, on: date) -> date:
    if not teks.strip():
        return min(on, date(tahun, 12, 31))
    try:
        sampai = parse_tanggal(teks)
    except TanggalTidakSah as error:
        raise NilaiSalah(f"Sampai tanggal: {error}") from None
    if sampai.year != tahun or sampai > on:
        raise NilaiSalah(
            f"Sampai tanggal {format_tanggal(sampai)} harus dalam tahun {tahun} dan bukan hari yang belum tiba."
        )
    return sampai


def check(daftar: Sequence[BarisImpor], instansi: Instansi, on: date) -> list[BarisImpor]:
    orang = people_by_nip(instansi)
    ada = {
        (r.pegawai_id, r.tahun): r
        for r in RekapBelajar.objects.filter(pegawai__instansi=instansi).order_by("id")
    }
    pertama: dict[tuple[str, int], int] = {}
    hasil = []
    for mentah in daftar:
        baris = mentah.fresh()
        try:
            isian = parse(baris.nilai, on=on)
        except NilaiSalah as error:
            hasil.append(baris.wrong(*baris.galat, str(error)))
            continue
        nomor = pertama.setdefault((isian.nip, isian.tahun), baris.nomor)
        masalah = [*baris.galat, *_problems(isian, baris, orang=orang, pertama=nomor)]
        if masalah:
            hasil.append(baris.wrong(*masalah))
            continue
        hasil.append(_verdict(baris, isian, ada.get((orang[isian.nip], isian.tahun))))
    return hasil


def _problems(
    isian: BarisBelajar, baris: BarisImpor, *, orang: dict[str, int], pertama: int
) -> Iterator[str]:
    if isian.nip not in orang:
        yield unknown_person(isian.nip)
    if pertama != baris.nomor:
        yield f"Orang dan tahun ini sudah ada pada baris {pertama}. Jumlahkan, lalu sisakan satu baris."


def _verdict(baris: BarisImpor, isian: BarisBelajar, ada: RekapBelajar | None) -> BarisImpor:
    if ada is None:
        return baris.new(f"{format_angka(isian.jp)} JP pada {isian.tahun}.")
    beda = [
        ("JP", format_angka(ada.jp), format_angka(isian.jp)),
        ("KETERANGAN", ada.keterangan, isian.keterangan),
    ]
    if baris.nilai.get("sampai"):
        lama = format_tanggal(ada.sampai_on) if ada.sampai_on else ""
        beda.append(("SAMPAI TANGGAL", lama, format_tanggal(isian.sampai_on)))
    return baris.compared(beda)


def apply(daftar: Sequence[BarisImpor], impor: Impor, on: date) -> None:
    orang = people_by_nip(impor.instansi)
    isi = [
        parse(baris.nilai, on=on)
        for baris in daftar
        if baris.putusan in (PutusanBaris.BARU, PutusanBaris.BERUBAH)
    ]
    RekapBelajar.objects.bulk_create(
        [
            RekapBelajar(
                pegawai_id=orang[isian.nip],
                tahun=isian.tahun,
                jp=isian.jp,
                sampai_on=isian.sampai_on,
                keterangan=isian.keterangan,
                impor=impor,
            )
            for isian in isi
        ],
        batch_size=UKURAN,
        update_conflicts=True,
        unique_fields=["pegawai", "tahun"],
        update_fields=["jp", "sampai_on", "keterangan", "impor"],
    )
