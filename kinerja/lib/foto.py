"""A photo without what the camera wrote beside it: where it was taken, when, with what, and a small copy of it.

The picture itself is not decoded: its bytes stay as they are, so nothing is lost and no broken file is drawn. Only which
side is up is kept. Where a file is not built as its kind prescribes, the rest of it is left alone.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Iterator
from io import BytesIO

from django.core.files.base import File

from kinerja.lib.berkas import JenisBerkas

_EXIF = b"Exif\x00\x00"
_SOS, _EOI, _APP0, _APP1, _APP2, _APP14, _COM = 0xDA, 0xD9, 0xE0, 0xE1, 0xE2, 0xEE, 0xFE
# Among what programs add, only this says how the colours are meant.
_TERKENAL = {_APP0: b"JFIF\x00", _APP2: b"ICC_PROFILE\x00", _APP14: b"Adobe"}
_TANDA = re.compile(rb"\xff[^\x00\xd0-\xd7]")
_ARAH, _TEGAK = 0x0112, 1
_PNG_DIBUANG = frozenset({b"eXIf", b"tEXt", b"zTXt", b"iTXt", b"tIME"})
_WEBP_DIBUANG, _WEBP_TANDA = frozenset({b"EXIF", b"XMP "}), 0x0C


def tanpa_keterangan(berkas: File[bytes], jenis: JenisBerkas) -> File[bytes]:
    """The same file where it is no photo."""
    bersihkan = _PER_JENIS.get(jenis)
    if bersihkan is None:
        return berkas
    berkas.seek(0)
    isi = b"".join(bersihkan(berkas.read()))
    return File(BytesIO(isi), name=berkas.name)


def _jpeg(isi: bytes) -> Iterator[bytes]:
    yield isi[:2]
    letak, arah = 2, _TEGAK
    while letak + 4 <= len(isi) and isi[letak] == 0xFF:
        tanda = isi[letak + 1]
        if tanda == 0xFF:  # padding
            letak += 1
            continue
        akhir = letak + 2 + int.from_bytes(isi[letak + 2 : letak + 4])
        ruas = isi[letak:akhir]
        if tanda == _EOI or akhir > len(isi):
            break
        if tanda == _APP1 and ruas[4:10] == _EXIF:
            arah = _orientation(ruas[10:])
        elif _belongs_to_picture(tanda, ruas):
            if tanda not in (_APP0, _APP14) and arah != _TEGAK:
                yield _upright(arah)
                arah = _TEGAK
            yield ruas
        letak = akhir
        if tanda == _SOS:
            letak = _end_of_scan(isi, akhir)
            yield isi[akhir:letak]
    # Behind the end some cameras keep a second picture with notes of its own.
    yield isi[letak : letak + 2] if isi[letak : letak + 2] == b"\xff\xd9" else isi[letak:]


def _belongs_to_picture(tanda: int, ruas: bytes) -> bool:
    if tanda in _TERKENAL:
        return ruas[4:].startswith(_TERKENAL[tanda])
    return not (_APP0 <= tanda <= 0xEF or tanda == _COM)


def _end_of_scan(isi: bytes, letak: int) -> int:
    """The next marker that is no part of the compressed picture."""
    ketemu = _TANDA.search(isi, letak)
    return ketemu.start() if ketemu else len(isi)


def _orientation(tiff: bytes) -> int:
    """1 to 8; 1 where nothing is said."""
    urut = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if urut is None:
        return _TEGAK
    try:
        (awal,) = struct.unpack_from(f"{urut}I", tiff, 4)
        (jumlah,) = struct.unpack_from(f"{urut}H", tiff, awal)
        for nomor in range(min(jumlah, 200)):
            medan, _, _, nilai = struct.unpack_from(f"{urut}HHIH", tiff, awal + 2 + 12 * nomor)
            if medan == _ARAH:
                return nilai if 1 <= nilai <= 8 else _TEGAK
    except struct.error:
        pass
    return _TEGAK


def _upright(arah: int) -> bytes:
    """A note that says nothing but which side is up."""
    tiff = struct.pack(">2sHIHHHIHHI", b"MM", 42, 8, 1, _ARAH, 3, 1, arah, 0, 0)
    return b"\xff\xe1" + (len(_EXIF) + len(tiff) + 2).to_bytes(2) + _EXIF + tiff


def _png(isi: bytes) -> Iterator[bytes]:
    yield isi[:8]
    letak = 8
    while letak + 12 <= len(isi):
        nama = isi[letak + 4 : letak + 8]
        akhir = letak + 12 + int.from_bytes(isi[letak : letak + 4])
        if nama not in _PNG_DIBUANG:
            yield isi[letak:akhir]
        if nama == b"IEND":
            return
        letak = akhir
    yield isi[letak:]


def _webp(isi: bytes) -> Iterator[bytes]:
    daftar = [ruas for nama, ruas in _riff(isi) if nama not in _WEBP_DIBUANG]
    if daftar and daftar[0][:4] == b"VP8X" and len(daftar[0]) > 8:
        daftar[0] = daftar[0][:8] + bytes([daftar[0][8] & ~_WEBP_TANDA & 0xFF]) + daftar[0][9:]
    badan = b"".join(daftar)
    yield b"RIFF" + (len(badan) + 4).to_bytes(4, "little") + b"WEBP" + badan


def _riff(isi: bytes) -> Iterator[tuple[bytes, bytes]]:
    letak = 12
    while letak + 8 <= len(isi):
        panjang = int.from_bytes(isi[letak + 4 : letak + 8], "little")
        akhir = letak + 8 + panjang + panjang % 2
        yield isi[letak : letak + 4], isi[letak:akhir]
        letak = akhir


_PER_JENIS: dict[JenisBerkas, Callable[[bytes], Iterator[bytes]]] = {
    JenisBerkas.JPEG: _jpeg,
    JenisBerkas.PNG: _png,
    JenisBerkas.WEBP: _webp,
}
