"""What a citizen sees: one light page, one vote, kind words whatever goes wrong."""

from __future__ import annotations

import gzip
import json
import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone

from kinerja.layanan.actions import print_kode
from kinerja.layanan.models import LayananPublik, Suara, Tanggapan
from kinerja.lib.tanda_kirim import new_tanda
from tests.conftest import HARI_INI, SEKARANG
from tests.factories.layanan import buat_layanan, isi_suara, unit_of

STATIC = Path("kinerja/static")


@pytest.fixture
def layanan(orang) -> LayananPublik:
    return buat_layanan(unit_of(orang("bu-rina")), nama="Loket KTP dan KK")


@pytest.fixture
def alamat(layanan) -> str:
    return f"/s/{layanan.slug}/"


@pytest.fixture
def warga() -> Client:
    return Client(enforce_csrf_checks=True)


def isian(layanan, *, umur: int = 60, **lain: str) -> dict[str, str]:
    return {"tanda": new_tanda(layanan.slug, at=SEKARANG - timedelta(seconds=umur)), "waktu": "4", **lain}


def shown(client: Client, jalur: str) -> str:
    """What a reader sees of a page, without the tokens of its forms."""
    return re.sub(r"<[^>]*>", " ", client.get(jalur).content.decode())


def test_a_vote_takes_one_page_and_no_cookie(warga, layanan, alamat, monkeypatch):
    halaman = warga.get(alamat)
    tanda = re.search(r'name="tanda" value="([^"]+)"', halaman.content.decode())[1]
    assert not halaman.cookies
    monkeypatch.setattr(timezone, "now", lambda: SEKARANG + timedelta(minutes=1))

    respons = warga.post(alamat, {"tanda": tanda, "waktu": "4", "biaya": "0", "kalimat": "Cepat sekali."})

    assert (respons.status_code, respons.url) == (303, f"{alamat}terima-kasih/")
    suara = Suara.objects.get()
    assert (suara.waktu, suara.biaya, suara.sarana) == (4, None, None)
    assert "sudah kami terima" in warga.get(respons.url).content.decode()


def test_nine_questions_with_words_and_a_way_out_each(warga, alamat):
    halaman = warga.get(alamat).content.decode()

    assert halaman.count("<fieldset") == 9
    assert halaman.count("Tidak tahu / tidak mengalami") == 9
    assert halaman.count('type="radio"') == 45
    assert " checked" not in halaman


def test_the_short_form_asks_three(warga, layanan, alamat):
    LayananPublik.objects.update(bentuk="pendek")

    assert warga.get(alamat).content.decode().count("<fieldset") == 3


@pytest.mark.skipif(not (STATIC / "dist").exists(), reason="Belum dibangun: npm ci && npm run build")
def test_everything_it_needs_is_below_15_kb(warga, layanan, alamat):
    isi_suara(
        layanan,
        40,
        kalimat="Syaratnya ditempel jelas di pintu, jadi tidak bolak-balik.",
        status_kalimat="tampil",
    )
    manifest = json.loads((STATIC / "dist" / "manifest.json").read_text())
    bersama = sum(
        len(gzip.compress((STATIC / "dist" / manifest[nama]).read_bytes(), 9))
        for nama in ("publik.css", "publik.js")
    )

    for jalur in (alamat, f"{alamat}hasil/"):
        respons = warga.get(jalur)
        kepala = sum(len(f"{nama}: {nilai}\r\n") for nama, nilai in respons.items())
        assert len(gzip.compress(respons.content)) + kepala + bersama < 15_000
        alamat_lain = re.findall(r'(?:src|href)="(/static/[^"]+)"', respons.content.decode())
        assert all("publik" in satu for satu in alamat_lain)


def test_it_costs_one_query_to_read(warga, alamat, django_assert_num_queries):
    with django_assert_num_queries(1):
        warga.get(alamat)


def test_a_letter_of_10_000_characters_comes_back_whole(warga, layanan, alamat):
    surat = "Saya menunggu lama. " * 500

    respons = warga.post(alamat, isian(layanan, kalimat=surat, sarana="2"))

    halaman = respons.content.decode()
    assert respons.status_code == 422
    assert "yang dapat kami simpan 500" in halaman
    assert surat.strip() in halaman
    assert halaman.count(" checked") == 2
    assert not Suara.objects.exists()


def test_html_is_shown_as_text(warga, layanan, alamat):
    jahat = '<script>alert(1)</script><img src=x onerror="alert(2)">'
    isi_suara(layanan, 30, kalimat=jahat, status_kalimat="tampil")

    for halaman in (
        warga.post(alamat, isian(layanan, kalimat=jahat + "x" * 600)).content.decode(),
        warga.get(f"{alamat}hasil/").content.decode(),
    ):
        assert "<script>alert" not in halaman and "<img" not in halaman
        assert "&lt;script&gt;" in halaman


def test_a_flood_of_emoji_is_kept_and_shown(warga, layanan, alamat):
    assert warga.post(alamat, isian(layanan, kalimat="🔥" * 500)).status_code == 303
    assert Suara.objects.get().tanda_kalimat == "emoji"

    assert "🔥" * 501 in warga.post(alamat, isian(layanan, kalimat="🔥" * 501)).content.decode()


def test_a_body_that_is_far_too_large_is_turned_away_kindly(warga, layanan, alamat):
    respons = warga.post(alamat, isian(layanan, kalimat="a" * 300_000))

    assert respons.status_code == 413
    assert "isian Anda masih ada" in respons.content.decode()


def test_the_same_form_sent_twice_is_thanked_twice_and_counted_once(warga, layanan, alamat):
    sama = isian(layanan)

    assert [warga.post(alamat, sama).status_code for _ in range(3)] == [303, 303, 303]
    assert Suara.objects.count() == 1


def test_two_devices_with_one_code(layanan, alamat, akun):
    kode = print_kode(
        layanan, jumlah=1, berlaku_sampai_on=HARI_INI, by=akun("pak-anton"), at=SEKARANG
    ).daftar_kode[0]
    assert f'value="{kode[:4]}-{kode[4:]}"' in Client().get(f"{alamat}?k={kode}").content.decode()

    pertama = Client().post(alamat, isian(layanan, umur=3, kode=kode))
    kedua = Client().post(alamat, isian(layanan, kode=kode, biaya="1", kalimat="Dari ponsel kedua"))

    assert pertama.status_code == 303
    halaman = kedua.content.decode()
    assert (kedua.status_code, Suara.objects.count()) == (422, 1)
    assert "sudah dipakai satu kali" in halaman and "Dari ponsel kedua" in halaman
    assert Client().post(alamat, isian(layanan, biaya="1")).status_code == 303


@pytest.mark.parametrize("perubahan", [{"aktif": False}, {"berlaku_sampai_on": date(2026, 3, 1)}])
def test_an_expired_poster_says_what_to_do(warga, layanan, alamat, perubahan):
    LayananPublik.objects.update(**perubahan)

    for respons in (warga.get(alamat), warga.post(alamat, isian(layanan))):
        assert respons.status_code == 410
        assert "Tanyakan kode QR yang baru" in respons.content.decode()
    assert not Suara.objects.exists()


def test_an_unknown_address_says_what_to_do(warga, db):
    for jalur in ("/s/tidakada1/", "/s/tidakada1/hasil/", "/s/tidakada1/terima-kasih/"):
        respons = warga.get(jalur)
        assert respons.status_code == 404
        assert "cocokkan lagi" in respons.content.decode()


def test_without_javascript_one_waits_a_moment(warga, layanan, alamat, monkeypatch):
    cepat = isian(layanan, umur=5)
    respons = warga.post(alamat, cepat)
    assert respons.status_code == 422 and "Satu langkah lagi" in respons.content.decode()
    assert f'value="{cepat["tanda"]}"' in respons.content.decode()

    monkeypatch.setattr(timezone, "now", lambda: SEKARANG + timedelta(seconds=20))
    assert warga.post(alamat, cepat).status_code == 303


def test_a_page_that_stood_open_for_a_day_gets_a_fresh_token(warga, layanan, alamat):
    lama = isian(layanan, umur=24 * 3600, kalimat="Masih ada")

    halaman = warga.post(alamat, lama).content.decode()

    assert "terlalu lama" in halaman and "Masih ada" in halaman
    assert lama["tanda"] not in halaman


@pytest.mark.parametrize("nilai", ["5", "²", "abc", "-1", "9" * 30])
def test_an_answer_we_did_not_offer_is_no_crash(warga, layanan, alamat, nilai):
    assert warga.post(alamat, isian(layanan, sarana=nilai)).status_code == 422


def test_the_way_back_finds_what_was_typed(warga, alamat):
    """A page kept out of every store would be empty after the signal was lost."""
    assert "no-store" not in warga.get(alamat)["Cache-Control"]


class TestHasil:
    def test_below_the_minimum_nothing_is_shown(self, warga, layanan, alamat):
        isi_suara(layanan, 29, nilai=1, kalimat="Rahasia", status_kalimat="tampil")
        halaman = warga.get(f"{alamat}hasil/").content.decode()

        assert "Baru 29 orang" in halaman and "setelah 30 orang" in halaman
        assert "25,00" not in halaman and "Rahasia" not in halaman

    def test_shows_index_interval_elements_and_sample(self, warga, layanan, alamat):
        LayananPublik.objects.update(populasi=1000)
        isi_suara(layanan, 20, nilai=3)
        isi_suara(layanan, 20, nilai=4)
        halaman = warga.get(f"{alamat}hasil/").content.decode()

        assert "87,50" in halaman and "mutu B" in halaman
        assert "40 orang menilai" in halaman and "278 penilai" in halaman
        assert halaman.count("3,50") == 9
        assert "83,45" in halaman and "91,55" in halaman

    def test_a_vote_of_today_changes_nothing_on_any_page(self, warga, layanan, alamat, masuk):
        """Whoever reads the page before and after one visitor reads the same page."""
        isi_suara(layanan, 40)
        orang_dalam = masuk("bu-rina")
        halaman = (
            (warga, f"{alamat}hasil/"),
            (orang_dalam, f"/layanan/{layanan.pk}/"),
            (orang_dalam, "/layanan/"),
        )
        sebelum = [shown(client, jalur) for client, jalur in halaman]

        assert warga.post(alamat, isian(layanan)).status_code == 303

        assert sebelum == [shown(client, jalur) for client, jalur in halaman]
        assert all("75,00" in satu for satu in sebelum)

    def test_says_until_when_it_counts(self, warga, layanan, alamat, masuk):
        isi_suara(layanan, 36, hari=date(2026, 2, 26))
        isi_suara(layanan, 4, nilai=1)

        halaman = warga.get(f"{alamat}hasil/").content.decode()
        dalam = masuk("bu-rina").get(f"/layanan/{layanan.pk}/").content.decode()

        assert "Dihitung sampai 26 Februari 2026" in halaman and "dihitung sampai 26 Februari 2026" in dalam
        assert all("75,00" in satu and "36 orang" in satu for satu in (halaman, dalam))

        isi_suara(layanan, 1, nilai=1)
        assert "Dihitung sampai 1 Maret 2026" in warga.get(f"{alamat}hasil/").content.decode()

    def test_before_the_first_five_there_is_nothing(self, warga, layanan, alamat, masuk):
        isi_suara(layanan, 4)

        assert "Belum ada yang dihitung" in warga.get(f"{alamat}hasil/").content.decode()
        assert (
            "Belum ada penilaian yang dihitung"
            in masuk("bu-rina").get(f"/layanan/{layanan.pk}/").content.decode()
        )

    def test_shows_only_what_was_approved_and_the_answer(self, warga, layanan, alamat, akun):
        isi_suara(layanan, 30)
        isi_suara(layanan, 1, kalimat="Kursi kurang", status_kalimat="tampil")
        isi_suara(layanan, 1, kalimat="Belum dibaca", status_kalimat="menunggu")
        isi_suara(layanan, 1, kalimat="Kata kasar", status_kalimat="sembunyi")
        Tanggapan.objects.create(
            layanan=layanan, suara=Suara.objects.get(kalimat="Kursi kurang"), isi="Sepuluh kursi sudah dipesan.",
            penulis=akun("pak-anton"), ditulis_at=SEKARANG,
        )  # fmt: skip
        halaman = warga.get(f"{alamat}hasil/").content.decode()

        assert "Kursi kurang" in halaman and "Sepuluh kursi" in halaman
        assert "Belum dibaca" not in halaman and "Kata kasar" not in halaman

    def test_a_quarter_below_the_minimum_is_no_point_of_the_trend(self, warga, layanan, alamat):
        isi_suara(layanan, 30, hari=date(2025, 5, 1))
        isi_suara(layanan, 30, hari=date(2025, 8, 1))
        isi_suara(layanan, 29)
        halaman = warga.get(f"{alamat}hasil/").content.decode()

        assert "Tw 2 2025" in halaman and "Tw 3 2025" in halaman
        assert "Tw 1 2026" not in halaman
