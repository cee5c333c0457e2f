"""Prints an official form: a dataclass in, the bytes of a tagged archive PDF (PDF/A-2a) out."""

import io
import json
import threading
from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import segno
import typst
from django.conf import settings

from kinerja.dokumen.aksara import teks_cetak, teks_terbaca_huruf
from kinerja.dokumen.bentuk import DAFTAR_BENTUK, Bentuk
from kinerja.dokumen.isian import Isian
from kinerja.peraturan.bimbingan import skala_kompetensi
from kinerja.peraturan.distribusi import pola_distribusi
from kinerja.peraturan.predikat import CapaianOrganisasi, Predikat, Rating

_FOLDER = Path(__file__).parent / "typst"
_STANDAR: "list[typst.PDFStandard]" = ["a-2a", "ua-1"]

# What the evaluation forms draw and offer, in the order in which they print it.
_HUKUM = {
    "kurva": {
        capaian.cetak: [float(titik.tinggi) for titik in pola_distribusi(capaian=capaian)]
        for capaian in CapaianOrganisasi
    },
    "sumbu": [titik.predikat.label for titik in pola_distribusi(capaian=CapaianOrganisasi.BAIK)],
    "rating": [rating.cetak for rating in reversed(Rating)],
    "predikat": [predikat.cetak for predikat in Predikat],
    "skala_kompetensi": [[f"{satu.nilai}.", satu.nama, satu.cetak] for satu in skala_kompetensi()],
}

# A compiler keeps fonts and parsed sources between documents but must not be shared by threads.
_milik_thread = threading.local()


def cetak(isian: Isian) -> bytes:
    """The form that belongs to the type of ``isian``."""
    bentuk = DAFTAR_BENTUK[type(isian)]
    try:
        return _susun(isian, bentuk, teks_cetak)
    except typst.TypstError:
        # Emoji and scripts that our fonts lack make the archive standard refuse the document.
        return _susun(isian, bentuk, lambda teks: teks_terbaca_huruf(teks_cetak(teks)))


def _susun(isian: Isian, bentuk: Bentuk, olah: Callable[[str], str]) -> bytes:
    masukan = {
        "isian": printable(asdict(isian), olah),
        "bentuk": asdict(bentuk),
        "judul": f"Format {bentuk.kode} {' '.join(bentuk.judul)} – {isian.instansi}",
        "hukum": _HUKUM,
        "alamat": isian.verifikasi.alamat if isian.verifikasi else "",
        "qr": qr_svg(isian.verifikasi.alamat) if isian.verifikasi else "",
    }
    return compile_pdf(bentuk.templat, masukan, at=isian.dibuat_pada)


def compile_pdf(templat: str, masukan: dict[str, Any], *, at: datetime) -> bytes:
    """A drawing of `typst/` with what it is to say, which must be plain JSON."""
    gambar: Any = _marked(templat) if settings.KINERJA_LATIHAN else _FOLDER / f"{templat}.typ"
    hasil = _penyusun().compile(
        gambar,
        format="pdf",
        sys_inputs={"data": json.dumps(masukan, default=str)},
        pdf_standards=_STANDAR,
        timestamp=int(at.timestamp()),
    )
    if not isinstance(hasil, bytes):
        raise TypeError(f"typst returned {type(hasil).__name__}")
    return hasil


def _marked(templat: str) -> bytes:
    """In practice: the same drawing, and across each page that it is no document.

    In front and behind, for a drawing may need one of the two for itself.
    """
    return (
        '#let tanda = pdf.artifact(kind: "other", place(center + horizon, rotate(-32deg, '
        'text(size: 88pt, weight: "bold", fill: luma(0, 9%), "LATIHAN"))))\n'
        "#set page(foreground: tanda, background: tanda)\n"
        f'#include "/{templat}.typ"\n'
    ).encode()


def printable(nilai: Any, olah: Callable[[str], str]) -> Any:  # noqa: ANN401 - a tree of JSON values
    """The same tree with every text made safe to print."""
    if isinstance(nilai, str):
        return olah(nilai)
    if isinstance(nilai, dict):
        return {kunci: printable(isi, olah) for kunci, isi in nilai.items()}
    if isinstance(nilai, list | tuple):
        return list(map(partial(printable, olah=olah), nilai))
    return nilai


def qr_svg(alamat: str) -> str:
    keluaran = io.BytesIO()
    segno.make(alamat, error="m", micro=False).save(keluaran, kind="svg", border=0, xmldecl=False, svgns=True)
    return keluaran.getvalue().decode()


def _penyusun() -> typst.Compiler:
    if not hasattr(_milik_thread, "penyusun"):
        _milik_thread.penyusun = typst.Compiler(root=_FOLDER, ignore_system_fonts=True)
    penyusun: typst.Compiler = _milik_thread.penyusun
    return penyusun
