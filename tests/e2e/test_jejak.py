"""The auditor reads the trail; a hand in the database does not go unseen."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import MEJA, press

pytestmark = pytest.mark.e2e


def test_a_row_changed_in_the_database_is_named(buka, pelayan):
    auditor = buka("auditor-pekanbaru", layar=MEJA)
    auditor.goto("/jejak/?objek=kepegawaian.laporanpenilaisalah")
    auditor.get_by_role("link", name="Ratnasari Widuri, S.Kom. melaporkan penilai yang keliru").click()
    nomor = int(auditor.url.rstrip("/").rsplit("/", 1)[1])
    expect(auditor.locator("main")).to_contain_text("15 November 2026")
    assert "Jejak utuh." in pelayan.kelola("periksa_jejak").stdout

    [(asli,)] = pelayan.sql("SELECT dasar FROM jejak_catatan WHERE id = ?", nomor)
    pelayan.sql("UPDATE jejak_catatan SET dasar = ? WHERE id = ?", "surat susulan", nomor)
    try:
        periksa = pelayan.kelola("periksa_jejak", check=False)
        assert periksa.returncode == 1
        assert str(nomor) in periksa.stdout and "Jejak TIDAK utuh: 1 temuan" in periksa.stdout
        auditor.goto("/jejak/")
        press(auditor, "Periksa keutuhan")
        expect(auditor.locator("main")).to_contain_text(str(nomor))
    finally:
        pelayan.sql("UPDATE jejak_catatan SET dasar = ? WHERE id = ?", asli, nomor)
    assert "Jejak utuh." in pelayan.kelola("periksa_jejak").stdout
