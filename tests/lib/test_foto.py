"""What a phone writes beside a photo does not reach us; the photo itself and its upright side do."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.base import ContentFile, File

from kinerja.lib.berkas import JenisBerkas
from kinerja.lib.foto import tanpa_keterangan

# Drawn by a browser; with Exif (orientation 6, model, hour, GPS), XMP, a comment, and a second picture behind its end.
FOTO = (Path(__file__).parent / "berkas" / "foto_gps.jpg").read_bytes()
RAHASIA = (b"Telepon Contoh", b"2026:03:02", b"GPSLatitude", b"Rumah Pak Budi", struct.pack("<II", 1234, 100))


def bersih(isi: bytes, jenis: JenisBerkas) -> bytes:
    return tanpa_keterangan(ContentFile(isi, name="foto"), jenis).read()


def scan(isi: bytes) -> bytes:
    """The compressed picture of the first image."""
    awal = isi.index(b"\xff\xda")
    return isi[awal : isi.index(b"\xff\xd9", awal) + 2]


def test_a_photo_keeps_its_picture_and_loses_where_it_was_taken():
    hasil = bersih(FOTO, JenisBerkas.JPEG)

    assert all(satu in FOTO for satu in RAHASIA)
    assert not [satu for satu in RAHASIA if satu in hasil]
    assert hasil.endswith(scan(FOTO)) and scan(hasil) == scan(FOTO)
    assert hasil.count(b"\xff\xd8\xff") == 1


def test_which_side_is_up_is_all_that_is_still_said():
    hasil = bersih(FOTO, JenisBerkas.JPEG)

    letak = hasil.index(b"Exif\x00\x00") + 6
    jumlah, medan, jenis, banyak, arah = struct.unpack_from(">HHHIH", hasil, letak + 8)
    assert (jumlah, medan, jenis, banyak, arah) == (1, 0x0112, 3, 1, 6)
    assert bersih(hasil, JenisBerkas.JPEG) == hasil


def test_png_and_webp_lose_their_notes_too():
    def ruas(nama: bytes, isi: bytes) -> bytes:
        return struct.pack(">I", len(isi)) + nama + isi + struct.pack(">I", zlib.crc32(nama + isi))

    def riff(nama: bytes, isi: bytes) -> bytes:
        return nama + struct.pack("<I", len(isi)) + isi + b"\x00" * (len(isi) % 2)

    kepala, akhir = (
        b"\x89PNG\r\n\x1a\n" + ruas(b"IHDR", b"x" * 13),
        ruas(b"IDAT", b"isi") + ruas(b"IEND", b""),
    )
    catatan = ruas(b"eXIf", b"Telepon Contoh") + ruas(b"tEXt", b"Rumah Pak Budi")
    assert bersih(kepala + catatan + akhir + b"sisa", JenisBerkas.PNG) == kepala + akhir

    badan = riff(b"VP8X", b"\x2c" + b"\x00" * 9) + riff(b"VP8 ", b"gambar1")
    webp = b"RIFF" + struct.pack("<I", 0) + b"WEBP" + badan + riff(b"EXIF", b"Telepon Contoh")
    hasil = bersih(webp, JenisBerkas.WEBP)
    assert b"Telepon" not in hasil and hasil[20] == 0x20
    assert struct.unpack_from("<I", hasil, 4)[0] == len(hasil) - 8


@pytest.mark.parametrize("panjang", [*range(2, 60), 500, 1500])
def test_a_photo_that_is_cut_off_breaks_nothing(panjang):
    for jenis in (JenisBerkas.JPEG, JenisBerkas.PNG, JenisBerkas.WEBP):
        bersih(FOTO[:panjang], jenis)


def test_other_files_are_not_touched():
    berkas: File[bytes] = File(BytesIO(FOTO), name="laporan.pdf")

    assert tanpa_keterangan(berkas, JenisBerkas.PDF) is berkas
