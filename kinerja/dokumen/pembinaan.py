"""The plan of a pembinaan, and the report on how it went, on paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from kinerja.dokumen.aksara import teks_cetak, teks_terbaca_huruf
from kinerja.dokumen.pdf import compile_pdf, printable, qr_svg

KODE_RENCANA_PEMBINAAN = "BINA-R"
KODE_BERITA_PEMBINAAN = "BINA-B"
JUDUL_RENCANA_PEMBINAAN = "Rencana pembinaan kinerja"
JUDUL_BERITA_PEMBINAAN = "Berita pembinaan kinerja"


@dataclass(frozen=True, kw_only=True)
class ButirCetak:
    """A step or a promise: who, until when, and what became of it."""

    teks: str
    pelaksana: str
    batas: str
    selesai: str = ""


@dataclass(frozen=True, kw_only=True)
class CatatanCetak:
    """A talk or a review; `tambahan` are lines below it."""

    judul: str
    oleh: str
    isi: str
    tambahan: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class CetakPembinaan:
    """`hasil` and the lists after it are empty on the plan and filled on the report."""

    judul: str
    instansi: str
    unit: str
    tempat: str
    pegawai: str
    nip_pegawai: str
    penilai: str
    nip_penilai: str
    dasar: str
    alasan: str
    mulai: str
    batas: str
    daftar_sasaran: tuple[tuple[str, str], ...]
    langkah: tuple[ButirCetak, ...]
    bantuan: tuple[ButirCetak, ...]
    ttd_penilai: str
    ttd_penilai_nama: str
    sikap: str
    keberatan: str
    daftar_alih: tuple[str, ...] = ()
    daftar_pertemuan: tuple[CatatanCetak, ...] = ()
    daftar_peninjauan: tuple[CatatanCetak, ...] = ()
    hasil: str = ""
    alasan_hasil: str = ""
    ditutup: str = ""

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


def cetak_pembinaan(isi: Mapping[str, Any], *, at: datetime, alamat: str = "", kode: str = "") -> bytes:
    """From `CetakPembinaan.as_dict`; without an address the paper says that it is not registered."""
    masukan = printable(dict(isi), lambda teks: teks_terbaca_huruf(teks_cetak(teks)))
    qr = qr_svg(alamat) if alamat else ""
    return compile_pdf("pembinaan", {**masukan, "alamat": alamat, "kode": kode, "qr": qr}, at=at)
