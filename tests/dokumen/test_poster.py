"""Poster and tickets, read back from the paper."""

from __future__ import annotations

import io
import re
from datetime import UTC, datetime

import segno
from pypdf import PdfReader

from kinerja.dokumen.pdf import qr_svg
from kinerja.dokumen.poster import Karcis, LembarKarcis, Poster, cetak_karcis, cetak_poster

PADA = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
ALAMAT = "https://kinerja.contoh.go.id/s/abc23xyz9/"


def words(isi: bytes) -> list[str]:
    return [" ".join(halaman.extract_text().split()) for halaman in PdfReader(io.BytesIO(isi)).pages]


def poster(**lain: str) -> Poster:
    isi = {
        "instansi": "Pemerintah Kota Pekanbaru", "unit": "Kelurahan Rejosari", "layanan": "Loket KTP dan KK",
        "uraian": "Lantai 1", "alamat": ALAMAT,
    }  # fmt: skip
    return Poster(**{**isi, **lain}, dicetak_at=PADA)


def test_a_poster_is_one_page_with_the_address_below_its_picture():
    halaman = words(cetak_poster(poster(berlaku_sampai="31 Desember 2026")))

    assert len(halaman) == 1
    for teks in (
        "Bagaimana pelayanan kami?",
        "Loket KTP dan KK",
        "Kelurahan Rejosari",
        ALAMAT,
        "31 Desember 2026",
    ):
        assert teks in halaman[0]


def test_long_names_and_strange_signs_still_fit_one_page():
    panjang = poster(
        layanan="Pelayanan " * 11 + "🏥", uraian="Uraian " * 25, unit="Unit " * 25, alamat=ALAMAT
    )

    assert len(words(cetak_poster(panjang))) == 1


def test_the_picture_says_the_address():
    """The drawn modules are those of the address, and of no other one."""
    matriks = segno.make(ALAMAT, error="m", micro=False).matrix
    hitam = sum(sum(baris) for baris in matriks)
    garis = re.findall(r"h(\d+)", qr_svg(ALAMAT))

    assert sum(map(int, garis)) == hitam
    assert qr_svg(ALAMAT) != qr_svg(ALAMAT.replace("9", "8"))


def test_every_ticket_shows_its_code():
    kode = tuple(f"ACDE-{nomor:04}".replace("0", "Q") for nomor in range(40))
    lembar = LembarKarcis(
        unit="Kelurahan Rejosari", layanan="Loket KTP dan KK", alamat=ALAMAT, berlaku_sampai="1 April 2026",
        daftar_karcis=tuple(Karcis(kode=satu, alamat=f"{ALAMAT}?k={satu}") for satu in kode), dicetak_at=PADA,
    )  # fmt: skip

    halaman = words(cetak_karcis(lembar))

    assert len(halaman) == 3
    assert [satu for satu in kode if satu not in " ".join(halaman)] == []
    assert halaman[1].count("1 April 2026") >= 15
