"""The catalogue sheet: one training a row, recognised by its code or else by its name."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.text import slugify

from kinerja.kepegawaian.impor.baris import BarisImpor, NilaiSalah, limited, required, yes_or_no
from kinerja.kepegawaian.impor.jabatan import find_choice
from kinerja.kepegawaian.impor.kolom import Kolom
from kinerja.kepegawaian.istilah import PutusanBaris
from kinerja.kepegawaian.models import Impor, Instansi
from kinerja.metode.saran_pelatihan import KatalogTidakSah, pelatihan_dari_baris
from kinerja.pelatihan.istilah import BidangPelatihan
from kinerja.pelatihan.models import Pelatihan
from kinerja.pelatihan.queries.katalog import nama_kode

UKURAN = 500
_ISI = ("nama", "bentuk", "jenis_kompetensi", "jp", "sasaran", "daftar_kode", "sumber", "aktif")

KOLOM = (
    Kolom(kunci="kode", judul="KODE PELATIHAN", alias=("KODE",), bantuan="Kode singkat yang tidak berubah. Kosong: dikenali dari namanya."),
    Kolom(kunci="nama", judul="NAMA PELATIHAN", alias=("NAMA", "PELATIHAN"), wajib=True, lebar=48),
    Kolom(kunci="bentuk", judul="BENTUK", alias=("BENTUK PELATIHAN",), bantuan="Misalnya klasikal, daring, magang."),
    Kolom(kunci="jenis_kompetensi", judul="JENIS KOMPETENSI", alias=("JENIS", "BIDANG"), wajib=True, pilihan=tuple(j.label for j in BidangPelatihan)),
    Kolom(kunci="jp", judul="JP", alias=("JAM PELAJARAN", "JUMLAH JP"), lebar=18, bantuan="Angka, atau “sesuai sertifikat”."),
    Kolom(kunci="sasaran", judul="SASARAN", alias=("SASARAN CATATAN", "PESERTA SASARAN"), lebar=36, bantuan="Jabatan yang dituju; kosong berarti untuk semua."),
    Kolom(kunci="kompetensi", judul="KODE KOMPETENSI", alias=("KOMPETENSI", "DAFTAR KOMPETENSI"), lebar=36, bantuan="Kode dari kamus kompetensi, dipisah titik koma."),
    Kolom(kunci="sumber", judul="SUMBER", alias=("DASAR",), lebar=36, bantuan="Dokumen asalnya, misalnya kurikulum LAN."),
    Kolom(kunci="aktif", judul="DIPAKAI", alias=("AKTIF",), pilihan=("ya", "tidak"), bantuan="Kosong berarti ya."),
)  # fmt: skip
_JUDUL = {kolom.kunci: kolom.judul for kolom in KOLOM} | {"daftar_kode": "KODE KOMPETENSI"}


@dataclass(frozen=True, kw_only=True)
class BarisPelatihan:
    kode: str
    nama: str
    bentuk: str
    jenis_kompetensi: BidangPelatihan
    jp: int | None
    sasaran: str
    daftar_kode: tuple[str, ...]
    sumber: str
    aktif: bool


def parse(nilai: dict[str, str]) -> BarisPelatihan:
    jenis = find_choice(BidangPelatihan, nilai.get("jenis_kompetensi", ""), nama="Jenis kompetensi")
    if jenis is None:
        raise NilaiSalah(
            f"Jenis kompetensi kosong. Pilih salah satu: {', '.join(j.label for j in BidangPelatihan)}."
        )
    nama = required(nilai, "nama", nama="Nama pelatihan", panjang=200)
    try:
        jp = pelatihan_dari_baris({"nama": nama, "jp": nilai.get("jp", "")}, kode="").jp
    except KatalogTidakSah as error:
        raise NilaiSalah(str(error)) from None
    return BarisPelatihan(
        kode=limited(nilai.get("kode", ""), nama="Kode pelatihan", panjang=40),
        nama=nama,
        bentuk=limited(nilai.get("bentuk", ""), nama="Bentuk", panjang=60),
        jenis_kompetensi=jenis,
        jp=jp,
        sasaran=limited(nilai.get("sasaran", ""), nama="Sasaran", panjang=200),
        daftar_kode=split_codes(nilai.get("kompetensi", "")),
        sumber=limited(nilai.get("sumber", ""), nama="Sumber", panjang=300),
        aktif=yes_or_no(nilai.get("aktif", "") or "ya", nama="Dipakai"),
    )


def split_codes(teks: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(satu for satu in re.split(r"[;,\s]+", teks.strip()) if satu))


def known_codes(instansi_id: int) -> dict[str, str]:
    """However it is written → as the dictionary writes it."""
    return {kode.casefold(): kode for kode in nama_kode(instansi_id)}


def unknown_codes(daftar: Collection[str], dikenal: Collection[str]) -> str:
    """What to say of codes that the dictionary lacks; empty when all are there."""
    asing = [kode for kode in daftar if kode.casefold() not in dikenal]
    if not asing:
        return ""
    return f"Kode kompetensi {', '.join(asing[:5])} tidak ada di kamus. Periksa ejaannya, atau impor kamusnya dahulu."


def check(daftar: Sequence[BarisImpor], instansi: Instansi, on: date) -> list[BarisImpor]:
    ada, dikenal = _existing(instansi), known_codes(instansi.pk)
    dilihat: dict[str, int] = {}
    hasil = []
    for mentah in daftar:
        baris = mentah.fresh()
        try:
            isian = parse(baris.nilai)
        except NilaiSalah as error:
            hasil.append(baris.wrong(*baris.galat, str(error)))
            continue
        masalah = [*baris.galat, *_problems(isian, baris, dilihat=dilihat, dikenal=dikenal)]
        hasil.append(baris.wrong(*masalah) if masalah else _verdict(baris, isian, _find(isian, ada), dikenal))
    return hasil


def _problems(
    isian: BarisPelatihan, baris: BarisImpor, *, dilihat: dict[str, int], dikenal: dict[str, str]
) -> Iterator[str]:
    for kunci, sebutan in ((isian.kode, "Kode"), (isian.nama, "Nama")):
        if (
            kunci
            and (nomor := dilihat.setdefault(f"{sebutan}:{kunci.casefold()}", baris.nomor)) != baris.nomor
        ):
            yield f"{sebutan} {kunci} sudah ada pada baris {nomor}. Hapus salah satunya."
    if pesan := unknown_codes(isian.daftar_kode, dikenal):
        yield pesan


def _existing(instansi: Instansi) -> dict[str, Pelatihan]:
    daftar = list(Pelatihan.objects.filter(instansi=instansi).order_by("id"))
    return {f"nama:{p.nama.casefold()}": p for p in daftar} | {f"kode:{p.kode.casefold()}": p for p in daftar}


def _find(isian: BarisPelatihan, ada: dict[str, Pelatihan]) -> Pelatihan | None:
    if isian.kode:
        return ada.get(f"kode:{isian.kode.casefold()}")
    return ada.get(f"nama:{isian.nama.casefold()}")


def _verdict(
    baris: BarisImpor, isian: BarisPelatihan, ada: Pelatihan | None, dikenal: dict[str, str]
) -> BarisImpor:
    """An empty cell leaves what is there."""
    if ada is None:
        return baris.new("Pelatihan baru.")
    baru = _filled(isian, ada, dikenal)
    return baris.compared(
        [(_JUDUL[nama], _shown(getattr(ada, nama)), _shown(getattr(baru, nama))) for nama in _ISI]
    )


def _shown(nilai: object) -> str:
    if isinstance(nilai, bool):
        return "ya" if nilai else "tidak"
    if isinstance(nilai, list):
        return "; ".join(nilai)
    return "sesuai sertifikat" if nilai is None else str(nilai)


def _filled(isian: BarisPelatihan, lama: Pelatihan | None, dikenal: dict[str, str]) -> Pelatihan:
    """The row as it would stand."""
    kode = sorted(dikenal[satu.casefold()] for satu in isian.daftar_kode)
    return Pelatihan(
        nama=isian.nama,
        jenis_kompetensi=isian.jenis_kompetensi,
        jp=isian.jp,
        aktif=isian.aktif,
        bentuk=isian.bentuk or (lama.bentuk if lama else ""),
        sasaran=isian.sasaran or (lama.sasaran if lama else ""),
        sumber=isian.sumber or (lama.sumber if lama else ""),
        daftar_kode=kode or (lama.daftar_kode if lama else []),
    )


def apply(daftar: Sequence[BarisImpor], impor: Impor, on: date) -> None:
    ada, dikenal = _existing(impor.instansi), known_codes(impor.instansi_id)
    baru, berubah = [], []
    dipakai = {p.kode.casefold() for p in ada.values()}
    for baris in daftar:
        if baris.putusan not in (PutusanBaris.BARU, PutusanBaris.BERUBAH):
            continue
        isian = parse(baris.nilai)
        lama = _find(isian, ada)
        isi = _filled(isian, lama, dikenal)
        if lama is None:
            isi.instansi, isi.kode = impor.instansi, isian.kode or free_code(isian.nama, dipakai)
            dipakai.add(isi.kode.casefold())
            baru.append(isi)
            continue
        for nama in _ISI:
            setattr(lama, nama, getattr(isi, nama))
        berubah.append(lama)
    Pelatihan.objects.bulk_create(baru, batch_size=UKURAN)
    Pelatihan.objects.bulk_update(berubah, list(_ISI), batch_size=UKURAN)


def free_code(nama: str, dipakai: Collection[str]) -> str:
    """A readable code that nobody has yet."""
    dasar = slugify(nama)[:36].strip("-") or "pelatihan"
    kode, nomor = dasar, 2
    while kode in dipakai:
        kode, nomor = f"{dasar}-{nomor}", nomor + 1
    return kode
