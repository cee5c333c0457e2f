"""Makes any text printable: no control characters, and no word so long that it leaves its column."""

import re
import unicodedata

_PANJANG_KATA = 17
_PANJANG_TAKTERPENGGAL = 28
_SISA_TERPENDEK = 3
_RUANG_NOL = "\u200b"
_TANDA_PISAH = "\u00ad"

# Latin, Greek and Cyrillic, with the signs that Indonesian office texts use; all drawn by Libertinus Serif.
_RENTANG_HURUF = ((0x20, 0x7E), (0xA0, 0x17F), (0x391, 0x3A1), (0x3A3, 0x3C9), (0x410, 0x44F))
_TANDA_LAIN = "\n\u00ad\u200b–—‘’“”•…€≤≥≠±×÷→−√½¼¾‰∑□"

_kata_panjang = re.compile(rf"[^\W\d_]{{{_PANJANG_KATA},}}")
_untaian_panjang = re.compile(rf"[^\s\u00ad\u200b]{{{_PANJANG_TAKTERPENGGAL},}}")
_potongan = re.compile(r".{1,8}?(?:[/._\-?&=@,;:]+|$)|.{1,8}", re.DOTALL)
_kendali = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")

# Between two vowels of an Indonesian word the last consonant opens the next syllable; ng, ny, kh and sy are one.
_konsonan = re.compile(r"(?:ng|ny|kh|sy|[b-df-hj-np-tv-z])", re.IGNORECASE)
_antara_vokal = re.compile(rf"(?<=[aiueo]){_konsonan.pattern}+(?=[aiueo])", re.IGNORECASE)


def teks_cetak(teks: str) -> str:
    """The same text, safe to print and breakable; what a reader sees is unchanged."""
    bersih = _kendali.sub(" ", unicodedata.normalize("NFC", teks.replace("\r\n", "\n").replace("\r", "\n")))
    dipenggal = _kata_panjang.sub(lambda cocok: _dengan_penggalan(cocok.group()), bersih)
    return _untaian_panjang.sub(lambda cocok: _RUANG_NOL.join(_potongan.findall(cocok.group())), dipenggal)


def teks_terbaca_huruf(teks: str) -> str:
    """Replaces what the embedded fonts cannot draw: an archive PDF refuses text without a glyph."""
    return "".join(huruf if _terbaca(huruf) else "\u25a1" for huruf in teks)


def _dengan_penggalan(kata: str) -> str:
    if len(kata) > 2 * _PANJANG_TAKTERPENGGAL:
        return kata
    return _antara_vokal.sub(_penggal_gugus, kata)


def _penggal_gugus(cocok: re.Match[str]) -> str:
    if cocok.start() < _SISA_TERPENDEK or len(cocok.string) - cocok.end() < _SISA_TERPENDEK:
        return cocok.group()
    daftar_konsonan: list[str] = _konsonan.findall(cocok.group())
    return "".join(daftar_konsonan[:-1]) + _TANDA_PISAH + daftar_konsonan[-1]


def _terbaca(huruf: str) -> bool:
    kode = ord(huruf)
    return huruf in _TANDA_LAIN or any(awal <= kode <= akhir for awal, akhir in _RENTANG_HURUF)
