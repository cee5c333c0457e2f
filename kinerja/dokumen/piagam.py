"""A certificate of recognition: one landscape page with a QR for who doubts the paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from kinerja.dokumen.aksara import teks_cetak, teks_terbaca_huruf
from kinerja.dokumen.pdf import compile_pdf, printable, qr_svg

KODE_PIAGAM = "PIAGAM"
JUDUL_PIAGAM = "Piagam penghargaan"


@dataclass(frozen=True, kw_only=True)
class Piagam:
    """What the certificate says; `catatan` may be empty."""

    instansi: str
    nama: str
    nip: str
    jabatan: str
    unit: str
    penghargaan: str
    tahun: str
    kutipan: str
    catatan: str
    tempat: str
    tanggal: str
    penanda_tangan: str
    jabatan_penanda_tangan: str
    unit_penanda_tangan: str

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


def cetak_piagam(isi: Mapping[str, Any], *, at: datetime, alamat: str = "", kode: str = "") -> bytes:
    """From what the register kept (`Piagam.as_dict`); without an address the paper says that it is no original."""
    masukan = printable(dict(isi), lambda teks: teks_terbaca_huruf(teks_cetak(teks)))
    qr = qr_svg(alamat) if alamat else ""
    return compile_pdf("piagam", {**masukan, "alamat": alamat, "kode": kode, "qr": qr}, at=at)
