"""From an uploaded file to rows with our names, and the template that people fill in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kinerja.dokumen.xlsx import KolomXLSX, LembarXLSX, tulis_xlsx
from kinerja.kepegawaian.impor.baris import BarisImpor
from kinerja.kepegawaian.impor.kolom import KOLOM, KOLOM_NIP, judul_dikenal, nama_kolom
from kinerja.kepegawaian.istilah import JenisImpor
from kinerja.lib.lembar_kerja import Baris, Lembar, LembarDitolak, read_lembar

NIP_ANGKA = (
    "{judul} tersimpan sebagai angka, sehingga digit terakhirnya bisa berubah. Ubah format kolomnya menjadi Teks, lalu "
    "ketik ulang 18 angkanya; templat kami sudah diatur begitu."
)


def read_sheet(isi: bytes, *, jenis: JenisImpor, nama: str) -> Lembar:
    """The sheet as it stands; LembarDitolak when it cannot be read at all."""
    lembar = read_lembar(isi, nama=nama, judul_dikenal=judul_dikenal(jenis))
    if not lembar.baris:
        raise LembarDitolak("Di bawah judul kolom belum ada isinya. Isi tabelnya, lalu unggah lagi.")
    return lembar


def rows_of(
    lembar: Lembar, *, jenis: JenisImpor, peta: Mapping[str, str]
) -> tuple[list[BarisImpor], list[str]]:
    """The filled rows with our names, and remarks about the file."""
    catatan = list(lembar.catatan)
    asing = [judul for judul in lembar.judul_kolom if judul not in peta]
    if asing:
        catatan.append(f"Kolom yang tidak dipakai: {', '.join(asing)}.")
    return [_row(jenis, baris, peta) for baris in lembar.baris], catatan


def lembar_as_json(lembar: Lembar) -> dict[str, Any]:
    return {
        "judul": list(lembar.judul_kolom),
        "catatan": list(lembar.catatan),
        "baris": [[b.nomor, b.nilai, list(b.catatan), sorted(b.kolom_angka)] for b in lembar.baris],
    }


def lembar_from_json(isi: dict[str, Any]) -> Lembar:
    return Lembar(
        judul_kolom=tuple(isi["judul"]),
        catatan=tuple(isi["catatan"]),
        baris=[
            Baris(nomor, nilai, catatan=tuple(catatan), kolom_angka=frozenset(angka))
            for nomor, nilai, catatan, angka in isi["baris"]
        ],
    )


def template_xlsx(jenis: JenisImpor) -> bytes:
    """An empty sheet with drop-downs, and a second one that explains each column."""
    daftar_kolom = tuple(
        KolomXLSX(judul=kolom.judul, lebar=kolom.lebar, pilihan=kolom.pilihan) for kolom in KOLOM[jenis]
    )
    penjelasan = [
        (kolom.judul, "wajib" if kolom.wajib else "boleh kosong", _explain(kolom.bantuan, kolom.pilihan))
        for kolom in KOLOM[jenis]
    ]
    return tulis_xlsx(
        LembarXLSX(nama=jenis.label, daftar_kolom=daftar_kolom),
        LembarXLSX(
            nama="Penjelasan",
            daftar_kolom=(
                KolomXLSX(judul="Kolom", lebar=22),
                KolomXLSX(judul="Pengisian", lebar=16),
                KolomXLSX(judul="Penjelasan", lebar=80),
            ),
            daftar_baris=penjelasan,
        ),
    )


def _explain(bantuan: str, pilihan: tuple[str, ...]) -> str:
    return " ".join(
        bagian for bagian in (bantuan, f"Pilihan: {', '.join(pilihan)}." if pilihan else "") if bagian
    )


def _row(jenis: JenisImpor, baris: Baris, peta: Mapping[str, str]) -> BarisImpor:
    galat = [
        NIP_ANGKA.format(judul=nama_kolom(jenis, peta[judul]))
        for judul in sorted(baris.kolom_angka)
        if peta.get(judul) in KOLOM_NIP
    ]
    galat += [
        catatan
        for catatan in baris.catatan
        if peta.get(catatan.partition(":")[0]) and peta[catatan.partition(":")[0]] not in KOLOM_NIP
    ]
    nilai = {kunci: baris.nilai.get(judul, "").strip() for judul, kunci in peta.items()}
    return BarisImpor(nomor=baris.nomor, nilai=nilai, galat=tuple(galat))
