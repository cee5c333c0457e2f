"""What a component promises to the pages that are composed from it."""

from decimal import Decimal

import pytest
from django.core.paginator import Paginator
from django.template import engines
from django.test import RequestFactory

from kinerja.peraturan.predikat import Predikat, Rating, predikat_kinerja
from kinerja.www.galeri.forms import IsianContoh


def draw(sumber, **isi):
    return engines["jinja2"].from_string(sumber).render(isi)


def test_pager_keeps_the_filters():
    request = RequestFactory().get(
        "/daftar/", {"cari": "sari & budi", "status": ["draf", "final"], "halaman": "2"}
    )
    page = Paginator(range(100), 10).get_page(2)

    hasil = draw(
        '{% from "components/halaman.html" import halaman %}{{ halaman(page, request) }}',
        page=page,
        request=request,
    )

    assert "?cari=sari%20%26%20budi&amp;status=draf&amp;status=final&amp;halaman=3" in hasil
    assert "halaman=2" not in hasil
    assert "11–20 dari 100" in hasil


def test_pager_is_silent_for_one_page():
    hasil = draw(
        '{% from "components/halaman.html" import halaman %}{{ halaman(page, request) }}',
        page=Paginator(range(3), 10).get_page(1),
        request=RequestFactory().get("/"),
    )

    assert not hasil.strip()


def test_error_summary_leads_to_the_field():
    form = IsianContoh(
        {"rencana": "", "aspek": "waktu", "target": "9", "rating": "sesuai_ekspektasi", "setuju": "on"}
    )

    hasil = draw(
        '{% from "components/kesalahan.html" import ringkasan_kesalahan %}{{ ringkasan_kesalahan(form) }}',
        form=form,
    )

    assert hasil.count("<li>") == 1
    assert '<a href="#id_rencana">' in hasil


def test_error_summary_is_silent_for_a_clean_form():
    hasil = draw(
        '{% from "components/kesalahan.html" import ringkasan_kesalahan %}{{ ringkasan_kesalahan(form) }}',
        form=IsianContoh(),
    )

    assert not hasil.strip()


def test_field_is_tied_to_its_help_and_its_error():
    form = IsianContoh({"rencana": ""})

    hasil = draw('{% from "components/formulir.html" import baris %}{{ baris(form.rencana) }}', form=form)

    assert 'aria-describedby="bantuan-id_rencana galat-id_rencana"' in hasil
    assert 'id="bantuan-id_rencana"' in hasil
    assert 'id="galat-id_rencana"' in hasil
    assert 'aria-invalid="true"' in hasil
    assert '<label class="medan-label" for="id_rencana">' in hasil


@pytest.mark.parametrize(
    ("bawah", "atas", "kalimat"),
    [
        (Decimal(80), Decimal(90), "Target 80–90 persen"),
        (Decimal(80), None, "Target paling sedikit 80 persen"),
        (None, Decimal("2.5"), "Target paling banyak 2,5 persen"),
        (Decimal(100), Decimal(100), "Target 100 persen"),
        (Decimal(0), Decimal(0), "Target 0 persen"),
    ],
)
def test_range_says_in_words_what_it_draws(bawah, atas, kalimat):
    hasil = draw(
        '{% from "components/rentang.html" import rentang %}{{ rentang(bawah, atas, "naik", None, "persen") }}',
        bawah=bawah,
        atas=atas,
    )

    assert kalimat in _words(hasil)
    assert "Belum ada realisasi" in hasil


@pytest.mark.parametrize("realisasi", [-1000, 0, 85, 1_000_000])
def test_range_keeps_the_mark_inside_the_picture(realisasi):
    hasil = draw(
        '{% from "components/rentang.html" import rentang %}{{ rentang(80, 90, "naik", realisasi) }}',
        realisasi=Decimal(realisasi),
    )

    letak = float(hasil.split('class="rentang-titik" cx="')[1].split("%")[0])
    assert 0 <= letak <= 100


@pytest.mark.parametrize("hasil_kerja", list(Rating))
@pytest.mark.parametrize("perilaku_kerja", list(Rating))
def test_quadrant_marks_the_predikat_of_the_law(hasil_kerja, perilaku_kerja):
    hasil = draw(
        '{% from "components/kuadran.html" import kuadran %}{{ kuadran(h, p) }}',
        h=hasil_kerja,
        p=perilaku_kerja,
    )

    predikat = predikat_kinerja(hasil_kerja=hasil_kerja, perilaku_kerja=perilaku_kerja)
    assert hasil.count('aria-current="true"') == 1
    assert f'class="sel sel-{predikat} sel-terpilih"' in hasil


def test_quadrant_uses_the_words_of_the_law():
    hasil = draw('{% from "components/kuadran.html" import kuadran %}{{ kuadran("", "") }}').replace(
        "<wbr>", ""
    )

    assert all(predikat.label in hasil for predikat in Predikat)
    assert 'aria-current="true"' not in hasil


def test_dangerous_text_is_escaped():
    hasil = draw(
        '{% from "components/kosong.html" import kosong %}{{ kosong(j) }}', j="<script>alert(1)</script>"
    )

    assert "<script>" not in hasil


def _words(html):
    return " ".join(engines["jinja2"].env.filters["striptags"](html).split())
