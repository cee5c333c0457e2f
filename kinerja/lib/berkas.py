"""Is a file what its name says? Decided from its first bytes, not from the browser's word."""

import hashlib
import re
from collections.abc import Iterable
from enum import StrEnum
from pathlib import PurePosixPath

BATAS_UKURAN = 10 * 1024 * 1024
ISI_AWAL = 8192


class JenisBerkas(StrEnum):
    """A file type that is accepted as evidence; the value is also its extension."""

    PDF = "pdf"
    PNG = "png"
    JPEG = "jpg"
    WEBP = "webp"
    XLSX = "xlsx"
    DOCX = "docx"
    CSV = "csv"
    TXT = "txt"

    @property
    def tipe_mime(self) -> str:
        return _TIPE_MIME[self]

    @property
    def label(self) -> str:
        return _LABEL[self]

    @property
    def is_gambar(self) -> bool:
        return self in _GAMBAR


_GAMBAR = frozenset({JenisBerkas.PNG, JenisBerkas.JPEG, JenisBerkas.WEBP})
_TEKS = frozenset({JenisBerkas.CSV, JenisBerkas.TXT})
_TIPE_MIME = {
    JenisBerkas.PDF: "application/pdf",
    JenisBerkas.PNG: "image/png",
    JenisBerkas.JPEG: "image/jpeg",
    JenisBerkas.WEBP: "image/webp",
    JenisBerkas.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    JenisBerkas.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    JenisBerkas.CSV: "text/csv",
    JenisBerkas.TXT: "text/plain",
}
_LABEL = {
    JenisBerkas.PDF: "dokumen PDF",
    JenisBerkas.PNG: "gambar PNG",
    JenisBerkas.JPEG: "foto JPEG",
    JenisBerkas.WEBP: "gambar WebP",
    JenisBerkas.XLSX: "lembar kerja Excel",
    JenisBerkas.DOCX: "dokumen Word",
    JenisBerkas.CSV: "tabel CSV",
    JenisBerkas.TXT: "berkas teks",
}
_EKSTENSI = {jenis.value: jenis for jenis in JenisBerkas} | {
    "jpeg": JenisBerkas.JPEG,
    "jfif": JenisBerkas.JPEG,
}
_DITERIMA = "PDF, foto (JPG, PNG, WebP), Excel (.xlsx), Word (.docx), CSV, atau teks"

# Signatures of what people do send by mistake, each with the way out.
_TANDA_DITOLAK: tuple[tuple[bytes, str], ...] = (
    (
        b"MZ",
        "berkas program. Program tidak diterima sebagai bukti dukung; kirim hasilnya sebagai PDF atau foto.",
    ),
    (
        b"\x7fELF",
        "berkas program. Program tidak diterima sebagai bukti dukung; kirim hasilnya sebagai PDF atau foto.",
    ),
    (b"\xcf\xfa\xed\xfe", "berkas program. Kirim hasilnya sebagai PDF atau foto."),
    (b"\xca\xfe\xba\xbe", "berkas program. Kirim hasilnya sebagai PDF atau foto."),
    (b"#!", "berkas perintah (script). Kirim hasilnya sebagai PDF atau foto."),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "berkas Office format lama atau yang dikunci sandi. Buka lalu simpan ulang tanpa sandi sebagai .xlsx, .docx, atau PDF.",
    ),
    (b"Rar!", "arsip RAR. Keluarkan isinya lalu unggah berkas yang diperlukan saja."),
    (b"7z\xbc\xaf", "arsip 7z. Keluarkan isinya lalu unggah berkas yang diperlukan saja."),
    (b"GIF8", "gambar GIF. Simpan ulang sebagai PNG atau JPG."),
    (b"{\\rtf", "dokumen RTF. Simpan ulang sebagai PDF atau .docx."),
)
_ISI_PROGRAM = re.compile(rb"AndroidManifest\.xml|META-INF/MANIFEST\.MF|vbaProject\.bin", re.IGNORECASE)
_HALAMAN_WEB = re.compile(rb"\s*<(?:!doctype html|html|head|script|svg|\?xml)", re.IGNORECASE)
_BOM = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_TIDAK_TERCETAK = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


class BerkasDitolak(ValueError):
    """The file cannot be accepted; the message tells the user what to do."""


def periksa_berkas(
    nama: str,
    isi_awal: bytes,
    ukuran: int,
    *,
    batas: int = BATAS_UKURAN,
    diterima: Iterable[JenisBerkas] = JenisBerkas,
) -> JenisBerkas:
    """Recognise an uploaded file from its first `ISI_AWAL` bytes, or say why it is refused."""
    label = safe_name(nama)
    if ukuran == 0 or not isi_awal:
        raise BerkasDitolak(f"Berkas “{label}” kosong (0 byte). Periksa berkasnya lalu unggah lagi.")
    if ukuran > batas:
        raise BerkasDitolak(
            f"Berkas “{label}” berukuran {_megabyte(ukuran)}, lebih besar dari batas {_megabyte(batas)}. "
            "Perkecil (foto: kirim ukuran sedang; PDF: simpan sebagai ukuran kecil) atau pakai tautan."
        )
    jenis = _kind_from_content(label, isi_awal)
    _compare_with_name(label, jenis)
    jenis = _EKSTENSI.get(_extension(label), jenis) if jenis in _TEKS else jenis
    if jenis not in set(diterima):
        raise BerkasDitolak(
            f"Berkas “{label}” adalah {jenis.label}, yang tidak dipakai di sini. Pilih berkas lain."
        )
    return jenis


def safe_name(nama: str) -> str:
    """A file name without folders, control characters or excess length, safe to show and to store."""
    dasar = PurePosixPath(nama.replace("\\", "/")).name
    bersih = "".join(huruf for huruf in dasar if huruf.isprintable() and huruf not in '<>:"|?*').strip(" .")
    if len(bersih) > 120:
        akhir = PurePosixPath(bersih).suffix[:10]
        bersih = bersih[: 120 - len(akhir)] + akhir
    return bersih or "berkas"


def sha256_of(potongan: Iterable[bytes]) -> str:
    """SHA-256 of a stream of chunks, so that a large file never stands in memory."""
    sidik = hashlib.sha256()
    for bagian in potongan:
        sidik.update(bagian)
    return sidik.hexdigest()


def _kind_from_content(label: str, isi: bytes) -> JenisBerkas:
    for tanda, keterangan in _TANDA_DITOLAK:
        if isi.startswith(tanda):
            raise BerkasDitolak(f"Berkas “{label}” adalah {keterangan}")
    if isi[4:12] in (b"ftypheic", b"ftypheix", b"ftypmif1"):
        raise BerkasDitolak(
            f"Berkas “{label}” adalah foto HEIC dari iPhone. Di Pengaturan > Kamera > Format pilih "
            "“Paling Kompatibel”, atau simpan ulang sebagai JPG."
        )
    return _binary_kind(label, isi) or _text_kind(label, isi)


def _binary_kind(label: str, isi: bytes) -> JenisBerkas | None:
    if isi.lstrip(b"\xef\xbb\xbf\r\n\t ").startswith(b"%PDF-"):
        return JenisBerkas.PDF
    if isi.startswith(b"\x89PNG\r\n\x1a\n"):
        return JenisBerkas.PNG
    if isi.startswith(b"\xff\xd8\xff"):
        return JenisBerkas.JPEG
    if isi.startswith(b"RIFF") and isi[8:12] == b"WEBP":
        return JenisBerkas.WEBP
    return _office_kind(label, isi) if isi.startswith(b"PK") else None


def _office_kind(label: str, isi: bytes) -> JenisBerkas:
    if _ISI_PROGRAM.search(isi):
        raise BerkasDitolak(
            f"Berkas “{label}” berisi program atau makro. Simpan ulang tanpa makro, atau simpan sebagai PDF."
        )
    # The first entries name the kind; where they do not, the name decides between the two.
    if b"xl/" in isi or b"word/" in isi:
        return JenisBerkas.XLSX if b"xl/" in isi else JenisBerkas.DOCX
    dugaan = _EKSTENSI.get(_extension(label))
    if b"[Content_Types].xml" in isi and dugaan in (JenisBerkas.XLSX, JenisBerkas.DOCX):
        return dugaan
    raise BerkasDitolak(
        f"Berkas “{label}” adalah arsip ZIP atau format lain. Keluarkan isinya lalu unggah berkas yang "
        f"diperlukan saja: {_DITERIMA}."
    )


def _text_kind(label: str, isi: bytes) -> JenisBerkas:
    if _HALAMAN_WEB.match(isi):
        raise BerkasDitolak(
            f"Berkas “{label}” adalah halaman web. Cetak halamannya ke PDF, atau kirim tautannya."
        )
    if not isi.startswith(_BOM) and _TIDAK_TERCETAK.search(isi):
        raise BerkasDitolak(f"Jenis berkas “{label}” tidak dikenali. Simpan ulang sebagai {_DITERIMA}.")
    return JenisBerkas.TXT


def _compare_with_name(label: str, jenis: JenisBerkas) -> None:
    ekstensi = _extension(label)
    dugaan = _EKSTENSI.get(ekstensi)
    # Messaging apps rename pictures freely; among pictures the content decides and nobody is harmed.
    if dugaan == jenis or not ekstensi or {dugaan, jenis} <= _GAMBAR or {dugaan, jenis} <= _TEKS:
        return
    if dugaan is None:
        raise BerkasDitolak(f"Jenis berkas “.{ekstensi}” tidak diterima. Simpan ulang sebagai {_DITERIMA}.")
    raise BerkasDitolak(
        f"Nama berkas “{label}” mengatakan {dugaan.label}, tetapi isinya {jenis.label}. "
        f"Buka berkasnya, simpan ulang sebagai {dugaan.label}, lalu unggah lagi."
    )


def _extension(nama: str) -> str:
    return PurePosixPath(nama).suffix.lower().lstrip(".")


def _megabyte(ukuran: int) -> str:
    return f"{ukuran / 1024 / 1024:.1f}".replace(".", ",").removesuffix(",0") + " MB"
