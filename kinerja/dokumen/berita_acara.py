"""The minutes of a calibration meeting on paper: who, how many, what changed and why; a QR for who doubts the paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from kinerja.dokumen.aksara import teks_cetak, teks_terbaca_huruf
from kinerja.dokumen.pdf import compile_pdf, printable, qr_svg

KODE_BERITA_ACARA = "KALIBRASI"
JUDUL_BERITA_ACARA = "Berita acara kalibrasi"


@dataclass(frozen=True, kw_only=True)
class ButirUsulan:
    """A proposal and what became of it; `jawaban` is empty when it was accepted."""

    nama: str
    perubahan: str
    alasan: str
    pengusul: str
    penilai: str
    jawaban: str = ""


@dataclass(frozen=True, kw_only=True)
class BeritaAcara:
    instansi: str
    unit: str
    periode: str
    ketua: str
    notulis: str
    dibuka: str
    selesai: str
    daftar_peserta: tuple[tuple[str, str], ...]
    daftar_angka: tuple[tuple[str, str], ...]
    diterima: tuple[ButirUsulan, ...]
    ditolak: tuple[ButirUsulan, ...]
    gugur: tuple[ButirUsulan, ...]
    notulen: tuple[str, ...]

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


def cetak_berita_acara(isi: Mapping[str, Any], *, at: datetime, alamat: str = "", kode: str = "") -> bytes:
    """From what the register kept (`BeritaAcara.as_dict`); without an address the paper says that it is no original."""
    masukan = printable(dict(isi), lambda teks: teks_terbaca_huruf(teks_cetak(teks)))
    qr = qr_svg(alamat) if alamat else ""
    return compile_pdf("berita_acara", {**masukan, "alamat": alamat, "kode": kode, "qr": qr}, at=at)
