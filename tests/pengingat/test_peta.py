"""The table from events to messages: every path exists, every link leads to a page, every word is free of results."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from django.apps import apps
from django.urls import resolve

from kinerja.jejak.istilah import KALIMAT
from kinerja.jejak.models import Catatan
from kinerja.notifikasi.istilah import PER_KODE
from kinerja.pengingat.istilah import DAFTAR_PETA
from kinerja.pengingat.queries.penerima import kabar_dari
from kinerja.peraturan.predikat import Predikat, Rating

AT = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    "peta", DAFTAR_PETA, ids=lambda peta: f"{peta.tindakan}-{peta.jenis}-{peta.kepada[0]}"
)
def test_every_path_of_the_table_is_there(peta, db):
    baris = Catatan(pk=1, at=AT, tindakan=peta.tindakan, objek_jenis=peta.objek, objek_id="0", rincian={})

    assert kabar_dari([baris], at=AT) == []
    apps.get_model(peta.objek)


@pytest.mark.parametrize("peta", DAFTAR_PETA, ids=lambda peta: f"{peta.tindakan}-{peta.jenis}")
def test_every_link_of_the_table_leads_to_a_page(peta):
    tautan = peta.tautan.format(**dict.fromkeys(peta.daftar_medan, 1)).split("?")[0]

    assert resolve(tautan).func
    assert peta.jenis in PER_KODE
    assert peta.tindakan in KALIMAT


@pytest.mark.parametrize("peta", DAFTAR_PETA, ids=lambda peta: f"{peta.tindakan}-{peta.jenis}")
def test_no_message_names_a_result(peta):
    teks = f"{peta.judul} {peta.isi}"
    terlarang = [satu.label for daftar in (Predikat, Rating) for satu in daftar]

    for kata in (*terlarang, "predikat", "rating", "pembinaan"):
        assert not re.search(rf"\b{kata}\b", teks, re.IGNORECASE)
    assert not {"predikat", "rating_hasil", "rating_perilaku", "catatan", "alasan"} & set(peta.daftar_medan)
