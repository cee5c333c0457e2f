"""Makes any text printable: no control characters, and no word so long that it leaves its column."""

import re
import unicodedata

_PANJANG_KATA = 14
_PANJANG_TAKTERPENGGAL = 28
_RUANG_NOL = "\u200b"
_TANDA_PISAH = "\u00ad"

_kata_panjang = re.compile(rf"[^\W\d_]{{{_PANJANG_KATA},}}")
_untaian_panjang = re.compile(rf"[^\s\u00ad\u200b]{{{_PANJANG_TAKTERPENGGAL},}}")
_potongan = re.compile(r".{1,12}?(?:[/._\-?&=@,;:]+|$)|.{1,12}", re.DOTALL)
_kendali = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")

# Indonesian syllables: a break falls before the last consonant (ng, ny, kh, sy count as one) in front of a vowel.
_suku = re.compile(
    r"(?<=[aiueo])((?:[^\Waiueo\d_]*?))(?=(?:ng|ny|kh|sy|[^\Waiueo\d_])[aiueo])", re.IGNORECASE
)


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
    return _suku.sub(lambda cocok: cocok.group() + _TANDA_PISAH, kata)


def _terbaca(huruf: str) -> bool:
    kode = ord(huruf)
    return huruf in "\n\u00ad\u200b" or 0x20 <= kode < 0x250 or huruf in "–—‘’“”•…€≤≥≠±×÷→−√²³½¼¾‰∑"
