"""The dictionary as a sheet: one competence a row, one column for each level."""

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
)
from kinerja.kepegawaian.impor.jabatan import find_choice
from kinerja.kepegawaian.impor.kolom import Kolom
from kinerja.kepegawaian.istilah import PutusanBaris
from kinerja.kepegawaian.models import Impor, Instansi
from kinerja.kompetensi.istilah import TINGKAT, JenisKompetensi
from kinerja.kompetensi.models import Kompetensi, TingkatKompetensi
from kinerja.kompetensi.queries import with_tingkat

UKURAN = 500
_PANJANG_URAIAN = 2000

KOLOM = (
    Kolom(kunci="kode", judul="KODE KOMPETENSI", alias=("KODE",), wajib=True, bantuan="Kode singkat yang tidak berubah, misalnya INT atau TEK-01."),
    Kolom(kunci="nama", judul="NAMA KOMPETENSI", alias=("KOMPETENSI", "NAMA"), wajib=True, lebar=36),
    Kolom(kunci="jenis", judul="JENIS KOMPETENSI", alias=("JENIS",), wajib=True, pilihan=tuple(j.label for j in JenisKompetensi)),
    Kolom(kunci="definisi", judul="DEFINISI", lebar=60),
    Kolom(kunci="sumber", judul="SUMBER", alias=("DASAR", "DASAR HUKUM"), wajib=True, lebar=40, bantuan="Naskah atau dokumen asalnya, misalnya PermenPANRB 38/2017."),
    *(Kolom(kunci=f"tingkat_{t}", judul=f"TINGKAT {t}", alias=(f"LEVEL {t}", f"URAIAN TINGKAT {t}"), lebar=50, bantuan="Yang terlihat pada orang di tingkat ini.") for t in TINGKAT),
)  # fmt: skip
_URAIAN = tuple(f"tingkat_{t}" for t in TINGKAT)


@dataclass(frozen=True, kw_only=True)
class BarisKompetensi:
    kode: str
    nama: str
    jenis: JenisKompetensi
    definisi: str
    sumber: str


def parse(nilai: dict[str, str]) -> BarisKompetensi:
    jenis = find_choice(JenisKompetensi, nilai.get("jenis", ""), nama="Jenis kompetensi")
    if jenis is None:
        raise NilaiSalah(
            f"Jenis kompetensi kosong. Pilih salah satu: {', '.join(j.label for j in JenisKompetensi)}."
        )
    for tingkat, kunci in zip(TINGKAT, _URAIAN, strict=True):
        limited(nilai.get(kunci, ""), nama=f"Tingkat {tingkat}", panjang=_PANJANG_URAIAN)
    return BarisKompetensi(
        kode=required(nilai, "kode", nama="Kode kompetensi", panjang=40),
        nama=required(nilai, "nama", nama="Nama kompetensi", panjang=120),
        jenis=jenis,
        definisi=limited(nilai.get("definisi", ""), nama="Definisi", panjang=_PANJANG_URAIAN),
        sumber=required(nilai, "sumber", nama="Sumber", panjang=300),
    )


def check(daftar: Sequence[BarisImpor], instansi: Instansi, on: date) -> list[BarisImpor]:
    ada = _existing(instansi)
    pertama = first_rows(daftar, "kode")
    hasil = []
    for mentah in daftar:
        baris = mentah.fresh()
        try:
            isian = parse(baris.nilai)
        except NilaiSalah as error:
            hasil.append(baris.wrong(*baris.galat, str(error)))
            continue
        masalah = [*baris.galat]
        if pertama[(isian.kode.casefold(),)] != baris.nomor:
            nomor = pertama[(isian.kode.casefold(),)]
            masalah.append(f"Kode {isian.kode} sudah ada pada baris {nomor}. Hapus salah satunya.")
        hasil.append(
            baris.wrong(*masalah) if masalah else _verdict(baris, isian, ada.get(isian.kode.casefold()))
        )
    return hasil


def _existing(instansi: Instansi) -> dict[str, Kompetensi]:
    daftar = with_tingkat(Kompetensi.objects.filter(instansi=instansi).order_by("id"))
    return {k.kode.casefold(): k for k in daftar}


def _verdict(baris: BarisImpor, isian: BarisKompetensi, ada: Kompetensi | None) -> BarisImpor:
    """An empty cell leaves what is there: a sheet without words for the levels must not wipe them out."""
    if ada is None:
        return baris.new()
    beda: list[Perubahan] = [
        ("NAMA KOMPETENSI", ada.nama, isian.nama),
        ("JENIS KOMPETENSI", ada.get_jenis_display(), isian.jenis.label),
        ("SUMBER", ada.sumber, isian.sumber),
    ]
    if isian.definisi:
        beda.append(("DEFINISI", ada.definisi, isian.definisi))
    uraian = {t.tingkat: t.uraian for t in ada.daftar_tingkat.all()}
    for tingkat, kunci in zip(TINGKAT, _URAIAN, strict=True):
        if teks := baris.nilai.get(kunci):
            beda.append((f"TINGKAT {tingkat}", uraian.get(tingkat, ""), teks))
    return baris.compared(beda)


def apply(daftar: Sequence[BarisImpor], impor: Impor, on: date) -> None:
    ada = _existing(impor.instansi)
    baru, berubah, tingkat = [], [], []
    for baris in daftar:
        if baris.putusan not in (PutusanBaris.BARU, PutusanBaris.BERUBAH):
            continue
        isian = parse(baris.nilai)
        kompetensi = ada.get(isian.kode.casefold())
        if kompetensi is None:
            kompetensi = Kompetensi(instansi=impor.instansi, kode=isian.kode)
            baru.append(kompetensi)
        else:
            berubah.append(kompetensi)
        kompetensi.nama, kompetensi.jenis, kompetensi.sumber = isian.nama, isian.jenis, isian.sumber
        kompetensi.definisi = isian.definisi or kompetensi.definisi
        tingkat += [
            TingkatKompetensi(kompetensi=kompetensi, tingkat=t, uraian=teks)
            for t, kunci in zip(TINGKAT, _URAIAN, strict=True)
            if (teks := baris.nilai.get(kunci))
        ]
    Kompetensi.objects.bulk_create(baru, batch_size=UKURAN)
    Kompetensi.objects.bulk_update(berubah, ["nama", "jenis", "sumber", "definisi"], batch_size=UKURAN)
    TingkatKompetensi.objects.bulk_create(
        tingkat,
        batch_size=UKURAN,
        update_conflicts=True,
        unique_fields=["kompetensi", "tingkat"],
        update_fields=["uraian"],
    )
