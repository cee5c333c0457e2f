"""The planted year: the page finds the course that helped and stays quiet on the one that did not."""

from __future__ import annotations

import pytest

from kinerja.kepegawaian.models import Instansi
from kinerja.metode.dampak_pelatihan import AturanDampak, Kesimpulan
from kinerja.pengembangan.queries.dampak import hitung_dampak
from tests.demo.test_tanam import (
    HARI,
    demo,  # noqa: F401 - the planted year, which pytest finds by its name
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]
MEMBANTU = ("Pelatihan Komunikasi Pelayanan dan Menangani Keluhan", "berorientasi_pelayanan")
TANPA_BEDA = ("Literasi Digital ASN", "adaptif")


def hasil(**aturan: object) -> dict[tuple[str, str], object]:
    instansi = Instansi.objects.get(kode="PKU")
    daftar = hitung_dampak(instansi, on=HARI, aturan=AturanDampak(**aturan))
    return {(satu.pelatihan.nama, satu.ukuran): satu.dampak for satu in daftar}


def test_the_planted_effect_is_found_and_nothing_is_found_where_nothing_is():
    semua = hasil()

    assert semua[MEMBANTU].kesimpulan is Kesimpulan.MEMBANTU
    assert semua[MEMBANTU].uji.bawah > 0
    assert semua[TANPA_BEDA].kesimpulan is Kesimpulan.BELUM_TERLIHAT
    assert [kunci for kunci, d in semua.items() if d.kesimpulan is Kesimpulan.MEMBANTU] == [MEMBANTU]


def test_few_participants_are_no_answer():
    semua = hasil(minimal_peserta=13)

    assert {d.kesimpulan for d in semua.values()} == {Kesimpulan.BELUM_CUKUP}
    assert semua[MEMBANTU].uji is None
    assert "Belum cukup data" in semua[MEMBANTU].kalimat
