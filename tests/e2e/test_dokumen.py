"""A paper that leaves the house, and a stranger who checks it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.e2e.conftest import issue, press, to_own_skp

pytestmark = pytest.mark.e2e


def read(pdf: PdfReader) -> str:
    return " ".join(" ".join(lembar.extract_text() for lembar in pdf.pages).split())


def verification_address(pdf: PdfReader) -> str:
    """What stands beside the QR code, which carries the same address."""
    cocok = re.search(r"http://localhost:\d+/\S+/v/[\w-]+/?", read(pdf))
    assert cocok, read(pdf)
    return cocok[0]


def change_expectation(pegawai, penilai, skp_id):
    press(pegawai, "Ubah SKP")
    pegawai.get_by_label("Catatan").fill("Wilayah binaan bertambah satu desa.")
    press(pegawai, "Buka perubahan")
    pegawai.goto(f"/perencanaan/skp/{skp_id}/perilaku/")
    pegawai.locator("main textarea").first.fill("Menyapa keluarga sasaran sebelum kunjungan.")
    press(pegawai, "Simpan ekspektasi")
    pegawai.goto(f"/perencanaan/skp/{skp_id}/sunting/")
    press(pegawai, "Ajukan SKP")
    penilai.goto(f"/perencanaan/skp/{skp_id}/")
    press(penilai, "Tetapkan SKP")
    expect(penilai.locator("main")).to_contain_text("versi 2")


def test_a_stranger_sees_whether_a_paper_is_genuine_and_still_holds(buka):
    pegawai, orang_asing = buka("bidan-tebo"), buka()
    skp_id = to_own_skp(pegawai)
    _, pdf = issue(pegawai, skp_id, "Sasaran Kinerja Pegawai")
    assert "Nilam Cahyaningsih" in read(pdf)
    assert "198803172099032152" in read(pdf)
    alamat = verification_address(pdf)

    orang_asing.goto(alamat)
    expect(orang_asing.get_by_role("heading", level=1)).to_have_text("Dokumen asli dan masih berlaku")
    expect(orang_asing.locator("main")).to_contain_text("Nilam Cahyaningsih")
    assert "198803172099032152" not in orang_asing.content()

    to_own_skp(pegawai)
    change_expectation(pegawai, buka("kapus-muara-tebo"), skp_id)
    orang_asing.reload()
    expect(orang_asing.get_by_role("heading", level=1)).to_have_text(
        "Dokumen asli, tetapi isinya sudah berubah"
    )
    _, pdf_baru = issue(pegawai, skp_id, "Sasaran Kinerja Pegawai")
    orang_asing.reload()
    expect(orang_asing.get_by_role("heading", level=1)).to_have_text("Dokumen asli, tetapi sudah digantikan")
    orang_asing.goto(verification_address(pdf_baru))
    expect(orang_asing.get_by_role("heading", level=1)).to_have_text("Dokumen asli dan masih berlaku")

    jawaban = orang_asing.goto(re.sub(r"/v/.*", "/v/AAAA2222BBBB/", alamat))
    assert jawaban.status == 404
    expect(orang_asing.get_by_role("heading", level=1)).to_have_text("Kode ini tidak terdaftar")
