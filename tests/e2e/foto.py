"""A photo as a telephone takes it: 8 MB, held upright while the sensor lies on its side, with the place written inside."""

from __future__ import annotations

import base64
import struct

from playwright.sync_api import Page

# The left half of the sensor's picture is blue, the right half red: upright (orientation 6), blue is on top.
SENSOR = """() => new Promise((jadi) => {
  const kanvas = Object.assign(document.createElement("canvas"), { width: 3600, height: 2700 });
  const pena = kanvas.getContext("2d");
  const isi = pena.createImageData(3600, 2700);
  for (let i = 0; i < isi.data.length; i += 4) {
    const biru = (i / 4) % 3600 < 1800;
    isi.data[i] = Math.random() * 90 + (biru ? 0 : 160);
    isi.data[i + 1] = Math.random() * 90;
    isi.data[i + 2] = Math.random() * 90 + (biru ? 160 : 0);
    isi.data[i + 3] = 255;
  }
  pena.putImageData(isi, 0, 0);
  kanvas.toBlob((foto) => {
    const pembaca = new FileReader();
    pembaca.onload = () => jadi(pembaca.result.split(",")[1]);
    pembaca.readAsDataURL(foto);
  }, "image/jpeg", 0.98);
})"""
# Width, height, and the mean colours of the top and the bottom of a picture.
LIHAT = """async (isi) => {
  const gambar = await createImageBitmap(await (await fetch("data:image/jpeg;base64," + isi)).blob(), { imageOrientation: "none" });
  const kanvas = Object.assign(document.createElement("canvas"), { width: 1, height: 2 });
  const pena = kanvas.getContext("2d");
  pena.drawImage(gambar, 0, 0, 1, 2);
  const [r1, , b1, , r2, , b2] = pena.getImageData(0, 0, 1, 2).data;
  return { lebar: gambar.width, tinggi: gambar.height, atas: b1 > r1 ? "biru" : "merah", bawah: b2 > r2 ? "biru" : "merah" };
}"""
TEGAK = 6


def _exif() -> bytes:
    """Orientation, and 1°33'7" north: the block that a telephone puts before the picture."""
    induk = struct.pack("<HHHIHxxHHIIxxxx", 2, 0x0112, 3, 1, TEGAK, 0x8825, 4, 1, 38)
    tempat = struct.pack("<HHHI4sHHIIxxxx", 2, 1, 2, 2, b"N", 2, 5, 3, 68)
    derajat = struct.pack("<6I", 1, 1, 33, 1, 7, 1)
    isi = b"Exif\0\0" + b"II*\0" + struct.pack("<I", 8) + induk + tempat + derajat
    return b"\xff\xe1" + struct.pack(">H", len(isi) + 2) + isi


def take_photo(halaman: Page) -> bytes:
    polos = base64.b64decode(halaman.evaluate(SENSOR))
    return polos[:2] + _exif() + polos[2:]


def look_at(halaman: Page, foto: bytes) -> dict[str, object]:
    hasil: dict[str, object] = halaman.evaluate(LIHAT, base64.b64encode(foto).decode())
    return hasil
