"""Golongan ruang and the pangkat that belongs to it."""

from kinerja.peraturan.identitas.istilah import JenisASN
from kinerja.peraturan.rujukan import berdasarkan

_PANGKAT_PNS = {
    "I/a": "Juru Muda",
    "I/b": "Juru Muda Tingkat I",
    "I/c": "Juru",
    "I/d": "Juru Tingkat I",
    "II/a": "Pengatur Muda",
    "II/b": "Pengatur Muda Tingkat I",
    "II/c": "Pengatur",
    "II/d": "Pengatur Tingkat I",
    "III/a": "Penata Muda",
    "III/b": "Penata Muda Tingkat I",
    "III/c": "Penata",
    "III/d": "Penata Tingkat I",
    "IV/a": "Pembina",
    "IV/b": "Pembina Tingkat I",
    "IV/c": "Pembina Utama Muda",
    "IV/d": "Pembina Utama Madya",
    "IV/e": "Pembina Utama",
}
_GOLONGAN_PPPK = (
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX",
    "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII",
)  # fmt: skip

_JENIS_PPPK = frozenset({JenisASN.PPPK, JenisASN.PPPK_PARUH_WAKTU})


@berdasarkan("PP 99/2000", "Susunan pangkat dan golongan ruang PNS")
@berdasarkan("Perpres 98/2020", "Golongan PPPK")
def daftar_golongan(*, jenis_asn: JenisASN) -> tuple[str, ...]:
    """Golongan ruang of this kind of civil servant, lowest first (T13)."""
    return _GOLONGAN_PPPK if jenis_asn in _JENIS_PPPK else tuple(_PANGKAT_PNS)


@berdasarkan("PP 99/2000", "Susunan pangkat dan golongan ruang PNS")
def nama_pangkat(*, golongan: str) -> str:
    """Pangkat that belongs to a golongan ruang, for example Penata for III/c; empty for PPPK."""
    return _PANGKAT_PNS.get(golongan, "")
