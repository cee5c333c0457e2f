"""The certificate of a class of one's own: one landscape page, with a QR for who doubts the paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from kinerja.dokumen.aksara import teks_cetak, teks_terbaca_huruf
from kinerja.dokumen.pdf import compile_pdf, printable, qr_svg

KODE_SERTIFIKAT = "SERTIFIKAT"
JUDUL_SERTIFIKAT = "Sertifikat pelatihan"


@dataclass(frozen=True, kw_only=True)
class IsianSertifikatKelas:
    instansi: str
    tempat: str
    nomor: str
    nama: str
    nip: str
    pelatihan: str
    kelas: str
    masa: str
    jp: int
    penyelenggara: str
    terbit: str

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


def cetak_sertifikat(isi: Mapping[str, Any], *, at: datetime, alamat: str, kode: str) -> bytes:
    """From what the register kept (`IsianSertifikatKelas.as_dict`)."""
    masukan = printable(dict(isi), lambda teks: teks_terbaca_huruf(teks_cetak(teks)))
    return compile_pdf("sertifikat", {**masukan, "alamat": alamat, "kode": kode, "qr": qr_svg(alamat)}, at=at)
