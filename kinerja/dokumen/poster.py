"""What hangs at a counter and what is cut into tickets: the address of a service point's form, as QR and in letters."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from kinerja.dokumen.aksara import teks_cetak, teks_terbaca_huruf
from kinerja.dokumen.pdf import compile_pdf, printable, qr_svg


@dataclass(frozen=True, kw_only=True)
class Poster:
    """One sheet of A4 for the wall; `alamat` is what the QR says and what is printed below it."""

    instansi: str
    unit: str
    layanan: str
    uraian: str
    alamat: str
    dicetak_at: datetime
    berlaku_sampai: str = ""


@dataclass(frozen=True, kw_only=True)
class Karcis:
    """One ticket: its code, and the address that brings the code along."""

    kode: str
    alamat: str


@dataclass(frozen=True, kw_only=True)
class LembarKarcis:
    """Tickets to be cut out, eighteen a page."""

    unit: str
    layanan: str
    alamat: str
    berlaku_sampai: str
    daftar_karcis: tuple[Karcis, ...]
    dicetak_at: datetime


def cetak_poster(poster: Poster) -> bytes:
    return compile_pdf("poster", {**_text(poster), "qr": qr_svg(poster.alamat)}, at=poster.dicetak_at)


def cetak_karcis(lembar: LembarKarcis) -> bytes:
    masukan = _text(lembar)
    for karcis, asal in zip(masukan["daftar_karcis"], lembar.daftar_karcis, strict=True):
        karcis["qr"] = qr_svg(asal.alamat)
    return compile_pdf("karcis", masukan, at=lembar.dicetak_at)


def _text(isian: Poster | LembarKarcis) -> dict[str, Any]:
    """Addresses stay as they are: they are read by machines, and typed letter by letter."""
    masukan: dict[str, Any] = printable(asdict(isian), lambda teks: teks_terbaca_huruf(teks_cetak(teks)))
    return {**masukan, "alamat": isian.alamat}
