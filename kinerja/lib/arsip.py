"""A guard in front of zip-based files: measures what is inside before anyone opens them."""

import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

_KEPALA = 30


class ArsipDitolak(ValueError):
    """The archive is damaged or dangerous; the caller says it in the user's words."""


class ArsipMengembang(ArsipDitolak):
    """The content is out of proportion to the file (a zip bomb, or far too much data)."""


@dataclass(frozen=True, kw_only=True)
class BatasArsip:
    """How much an archive may unfold to."""

    jumlah_berkas: int = 2000
    isi_total: int = 80 * 1024 * 1024
    rasio: int = 250


def unzip_safely(isi: bytes, *, batas: BatasArsip) -> Iterator[tuple[str, bytes]]:
    """Yield (name, content) of every entry, counting real bytes because declared sizes may lie."""
    try:
        daftar = zipfile.ZipFile(BytesIO(isi)).infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise ArsipDitolak(str(error)) from error
    if len(daftar) > batas.jumlah_berkas or sum(info.file_size for info in daftar) > batas.isi_total:
        raise ArsipMengembang("declared size")
    sisa = min(batas.isi_total, max(len(isi), 64 * 1024) * batas.rasio)
    for info in daftar:
        terurai = _inflate(isi, info, sisa=sisa)
        sisa -= len(terurai)
        yield info.filename, terurai


def _inflate(isi: bytes, info: zipfile.ZipInfo, *, sisa: int) -> bytes:
    if info.flag_bits & 0x1 or info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise ArsipDitolak("encrypted or unusual compression")
    mulai = _content_offset(isi, info)
    padat = isi[mulai : mulai + info.compress_size]
    if info.compress_type == zipfile.ZIP_STORED:
        terurai = padat
    else:
        try:
            terurai = zlib.decompressobj(-15).decompress(padat, sisa + 1)
        except zlib.error as error:
            raise ArsipDitolak(str(error)) from error
    if len(terurai) > sisa:
        raise ArsipMengembang("real size")
    return terurai


def _content_offset(isi: bytes, info: zipfile.ZipInfo) -> int:
    kepala = isi[info.header_offset : info.header_offset + _KEPALA]
    if len(kepala) < _KEPALA or not kepala.startswith(b"PK\x03\x04"):
        raise ArsipDitolak("local header missing")
    panjang_nama = int.from_bytes(kepala[26:28], "little")
    panjang_ekstra = int.from_bytes(kepala[28:30], "little")
    return info.header_offset + _KEPALA + panjang_nama + panjang_ekstra
