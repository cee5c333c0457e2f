"""The three papers of angka kredit, laid out as two applications of instansi print them (annex of Perban BKN 3/2023, not yet
compared with the gazette): drawn from what was kept when they were set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from kinerja.dokumen.aksara import teks_cetak, teks_terbaca_huruf
from kinerja.dokumen.pdf import compile_pdf, printable, qr_svg


@dataclass(frozen=True, kw_only=True)
class KolomSurat:
    judul: str
    lebar: int
    angka: bool = False


@dataclass(frozen=True, kw_only=True)
class TabelSurat:
    """A table with its sum in the last column; `judul` stands above it on a PAK."""

    daftar_kolom: tuple[KolomSurat, ...]
    daftar_baris: tuple[tuple[str, ...], ...]
    judul: str = ""
    jumlah: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class SuratAngkaKredit:
    """`daftar_identitas` are the nine rows of the form; `daftar_simpulan` stand below the tables."""

    judul: str
    kode: str
    nomor: str
    versi: int
    instansi: str
    masa: str
    daftar_identitas: tuple[tuple[str, str], ...]
    daftar_tabel: tuple[TabelSurat, ...]
    daftar_simpulan: tuple[tuple[str, str], ...]
    catatan: str
    tempat: str
    tanggal: str
    penetap: str
    nip_penetap: str
    jabatan_penetap: str
    tembusan: tuple[str, ...]
    alasan: str = ""

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


def cetak_angka_kredit(isi: Mapping[str, Any], *, at: datetime, alamat: str = "", kode: str = "") -> bytes:
    """From what the register kept (`SuratAngkaKredit.as_dict`); without an address it says that it is a preview."""
    masukan = printable(dict(isi), lambda teks: teks_terbaca_huruf(teks_cetak(teks)))
    qr = qr_svg(alamat) if alamat else ""
    return compile_pdf("angka_kredit", {**masukan, "alamat": alamat, "kode_periksa": kode, "qr": qr}, at=at)
