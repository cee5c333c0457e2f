"""An individual plan of growing on one page; a QR once both have agreed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from kinerja.dokumen.aksara import teks_cetak, teks_terbaca_huruf
from kinerja.dokumen.pdf import compile_pdf, printable, qr_svg

KODE_RENCANA_PENGEMBANGAN = "RPI"
JUDUL_RENCANA_PENGEMBANGAN = "Rencana pengembangan individu"


@dataclass(frozen=True, kw_only=True)
class ButirCetak:
    kebutuhan: str
    cara: str
    kegiatan: str
    jp: str
    triwulan: str
    hasil: str
    keadaan: str


@dataclass(frozen=True, kw_only=True)
class RencanaCetak:
    instansi: str
    tahun: str
    nama: str
    nip: str
    jabatan: str
    unit: str
    penilai: str
    nip_penilai: str
    keadaan: str
    jumlah_jp: str
    catatan: str
    daftar_butir: tuple[ButirCetak, ...]

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


def cetak_rencana_pengembangan(
    isi: Mapping[str, Any], *, at: datetime, alamat: str = "", kode: str = ""
) -> bytes:
    """From `RencanaCetak.as_dict`; without an address the paper says that nobody has agreed yet."""
    masukan = printable(dict(isi), lambda teks: teks_terbaca_huruf(teks_cetak(teks)))
    qr = qr_svg(alamat) if alamat else ""
    return compile_pdf("rencana_pengembangan", {**masukan, "alamat": alamat, "kode": kode, "qr": qr}, at=at)
