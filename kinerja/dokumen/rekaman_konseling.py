"""The record of counselling on paper. The law prints no form for it, so this one is ours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from kinerja.dokumen.aksara import teks_cetak, teks_terbaca_huruf
from kinerja.dokumen.pdf import compile_pdf, printable, qr_svg

KODE_REKAMAN = "KONSELING"
JUDUL_REKAMAN = "Rekaman informasi hasil konseling kinerja"


@dataclass(frozen=True, kw_only=True)
class RekamanCetak:
    instansi: str
    daftar_keterangan: tuple[tuple[str, str], ...]
    hasil: tuple[str, ...]
    tindak_lanjut: tuple[str, ...]
    penerima: tuple[str, ...]
    konselor: str
    nip_konselor: str
    tempat: str
    tanggal: str
    ttd: str

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


def cetak_rekaman(isi: Mapping[str, Any], *, at: datetime, alamat: str, kode: str) -> bytes:
    """From what the register kept when it was sent."""
    masukan = printable(dict(isi), lambda teks: teks_terbaca_huruf(teks_cetak(teks)))
    return compile_pdf(
        "rekaman_konseling", {**masukan, "alamat": alamat, "kode": kode, "qr": qr_svg(alamat)}, at=at
    )
