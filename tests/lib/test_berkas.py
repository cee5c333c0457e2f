import hashlib
import zipfile
from io import BytesIO

import pytest
import xlsxwriter

from kinerja.lib.berkas import BATAS_UKURAN, BerkasDitolak, JenisBerkas, periksa_berkas, safe_name, sha256_of


def _xlsx() -> bytes:
    keluaran = BytesIO()
    with xlsxwriter.Workbook(keluaran) as buku:
        buku.add_worksheet().write(0, 0, "Rekap")
    return keluaran.getvalue()


def _zip(*daftar_nama: str) -> bytes:
    keluaran = BytesIO()
    with zipfile.ZipFile(keluaran, "w") as arsip:
        for nama in daftar_nama:
            arsip.writestr(nama, "isi")
    return keluaran.getvalue()


PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF"
WEBP = b"RIFF\x10\x00\x00\x00WEBPVP8 "


@pytest.mark.parametrize(
    ("nama", "isi", "jenis"),
    [
        ("rekap.pdf", PDF, JenisBerkas.PDF),
        ("REKAP.PDF", PDF, JenisBerkas.PDF),
        ("foto.png", PNG, JenisBerkas.PNG),
        ("foto.jpeg", JPEG, JenisBerkas.JPEG),
        ("foto.webp", WEBP, JenisBerkas.WEBP),
        ("foto.jpg", PNG, JenisBerkas.PNG),  # a messaging app renamed it
        ("rekap.xlsx", _xlsx(), JenisBerkas.XLSX),
        ("notulen.docx", _zip("[Content_Types].xml", "word/document.xml"), JenisBerkas.DOCX),
        ("notulen.docx", _zip("[Content_Types].xml"), JenisBerkas.DOCX),
        ("rekap.csv", b"nama;jumlah\nA;1\n", JenisBerkas.CSV),
        ("catatan.txt", "Rapat tindak lanjut\n".encode("utf-16"), JenisBerkas.TXT),
        ("tanpa_ekstensi", PDF, JenisBerkas.PDF),
    ],
)
def test_evidence_is_recognised_by_its_content(nama, isi, jenis):
    assert periksa_berkas(nama, isi, len(isi)) is jenis


@pytest.mark.parametrize(
    ("nama", "isi", "pesan"),
    [
        ("rekap.pdf", b"", "kosong"),
        ("rekap.pdf", JPEG, "isinya foto JPEG"),
        ("foto.jpg", PDF, "isinya dokumen PDF"),
        ("rekap.pdf", b"hanya teks", "isinya berkas teks"),
        ("rekap.pdf", b"MZ\x90\x00", "program"),
        ("rekap.txt", b"\x7fELF\x02", "program"),
        ("rekap.txt", b"#!/bin/sh\n", "perintah"),
        ("catatan.txt", b"<html><script>alert(1)</script>", "halaman web"),
        ("gambar.svg", b"<svg xmlns='x'></svg>", "halaman web"),
        ("program.js", b"alert(1)", r"\.js"),
        ("foto.heic", b"\x00\x00\x00\x18ftypheic", "HEIC"),
        ("rekap.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "simpan ulang"),
        ("bukti.zip", _zip("rekap.pdf"), "Keluarkan isinya"),
        ("rekap.xlsx", _zip("[Content_Types].xml", "xl/vbaProject.bin"), "makro"),
        ("rekap.docx", _xlsx(), "isinya lembar kerja Excel"),
        ("bukti.rar", b"Rar!\x1a\x07", "RAR"),
        ("data.bin", b"\x00\x01\x02", "tidak dikenali"),
    ],
)
def test_false_or_harmful_file_is_refused_with_what_to_do(nama, isi, pesan):
    with pytest.raises(BerkasDitolak, match=pesan):
        periksa_berkas(nama, isi, len(isi))


def test_size_limit_holds_from_the_byte_after_it():
    assert periksa_berkas("rekap.pdf", PDF, BATAS_UKURAN) is JenisBerkas.PDF

    with pytest.raises(BerkasDitolak, match="50 MB, lebih besar dari batas 10 MB"):
        periksa_berkas("rekap.pdf", PDF, 50 * 1024 * 1024)
    with pytest.raises(BerkasDitolak, match="batas 10 MB"):
        periksa_berkas("rekap.pdf", PDF, BATAS_UKURAN + 1)


def test_caller_may_narrow_the_accepted_kinds():
    with pytest.raises(BerkasDitolak, match="dokumen PDF, yang tidak dipakai di sini"):
        periksa_berkas("rekap.pdf", PDF, len(PDF), diterima=(JenisBerkas.PNG, JenisBerkas.JPEG))


@pytest.mark.parametrize(
    ("nama", "aman"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\budi\\rekap.pdf", "rekap.pdf"),
        ("re\x00kap\n.pdf", "rekap.pdf"),
        ("<b>.pdf", "b.pdf"),
        ("...", "berkas"),
        ("a" * 300 + ".pdf", "a" * 116 + ".pdf"),
    ],
)
def test_file_name_is_made_safe_to_show(nama, aman):
    assert safe_name(nama) == aman


def test_hash_of_chunks_is_the_hash_of_the_whole():
    assert sha256_of([b"ab", b"", b"c"]) == hashlib.sha256(b"abc").hexdigest()
