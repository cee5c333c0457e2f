"""The rater sees his figures first, the team a week later and nobody else ever; equity is for admin and auditor."""

from __future__ import annotations

import re
from datetime import date

import pytest

from kinerja.pekerjaan.models import Pekerjaan
from kinerja.statistik import actions
from kinerja.statistik.models import StatistikPenilai
from kinerja.statistik.queries.hitung import bagi_lot, hitung_lot
from kinerja.statistik.queries.nilai import daftar_nilai
from kinerja.statistik.queries.pemerataan import hitung_pemerataan
from tests.conftest import SEKARANG
from tests.factories.statistik import Kantor, KantorTertanam, tanam_kantor


@pytest.fixture
def kantor(orang):
    """`kantor(watak=…)`: planted and computed; Bu Sari is the first penilai, Bu Rina sits in the team."""

    def plant(**pilihan) -> KantorTertanam:
        sari = orang("bu-sari")
        unit = sari.daftar_penempatan.order_by("-mulai_on").first().unit_kerja.induk
        hasil = tanam_kantor(Kantor(**pilihan), pertama=sari, unit=unit, anggota=orang("bu-rina"))
        nilai = daftar_nilai(hasil.periode)
        for baris in bagi_lot(nilai):
            lot = hitung_lot(nilai, baris)
            actions.store_statistik(hasil.periode, lot.daftar_statistik, at=SEKARANG)
        actions.store_pemerataan(hasil.periode, hitung_pemerataan(hasil.periode), at=SEKARANG)
        return hasil

    return plant


@pytest.fixture
def satu_triwulan(kantor) -> KantorTertanam:
    return kantor(triwulan=(4,), watak={0: "ketat"})


def text(client, alamat: str) -> str:
    respons = client.get(alamat)
    assert respons.status_code == 200
    return respons.content.decode()


def test_the_rater_sees_it_before_the_team_does(masuk, satu_triwulan):
    halaman = text(masuk("bu-sari"), "/statistik/saya/")

    assert "Baru Anda yang melihat ini" in halaman
    assert "9 Maret 2026" in halaman
    assert "Layak dilihat lagi" in halaman
    assert "di bawah penilai lain untuk orang yang sama" in halaman
    for slug in ("bu-rina", "pak-anton"):
        assert "Belum ada yang dapat dilihat" in text(masuk(slug), "/statistik/penilai/")


def test_home_calls_the_rater_to_look(masuk, satu_triwulan):
    assert "Lihat cara Anda menilai, Triwulan IV 2025" in text(masuk("bu-sari"), "/")


def test_once_read_the_team_may_talk_about_it(masuk, satu_triwulan, orang):
    sari = orang("bu-sari")
    milik = StatistikPenilai.objects.get(penilai=sari)

    respons = masuk("bu-sari").post(f"/statistik/saya/{milik.pk}/dibaca/")

    assert respons.status_code == 302
    for slug in ("bu-rina", "pak-anton"):
        halaman = text(masuk(slug), "/statistik/penilai/")
        assert sari.nama in halaman
        assert "Nilai penilai ini rata-rata" in halaman
    assert "Lihat cara Anda menilai" not in text(masuk("bu-sari"), "/")


def test_a_week_later_it_opens_by_itself_and_only_flags_have_names(masuk, satu_triwulan, orang):
    StatistikPenilai.objects.update(terbuka_bagi_tim_on=date(2026, 3, 2))

    halaman = text(masuk("bu-rina"), "/statistik/penilai/")

    assert orang("bu-sari").nama in halaman
    assert "penilai lain tidak menunjukkan hal khusus" in halaman
    assert "Orang Uji 75" not in halaman


def test_nobody_reads_about_himself_or_his_own_penilai_in_the_list(masuk, satu_triwulan, orang):
    daftar = StatistikPenilai.objects
    daftar.update(terbuka_bagi_tim_on=date(2026, 3, 2), tanda=["keketatan"])
    rina = orang("bu-rina")
    atasan = rina.daftar_penempatan.order_by("-mulai_on").first().daftar_penilai.first().penilai
    daftar.filter(penilai=satu_triwulan.daftar_penilai[1]).update(penilai=atasan)

    terlihat = set(
        daftar.open_to_team(rina.user, on=date(2026, 3, 2)).order_by().values_list("penilai", flat=True)
    )

    assert orang("bu-sari").pk in terlihat
    assert not {rina.pk, atasan.pk} & terlihat


def test_below_the_minimum_the_page_says_so(masuk, kantor):
    kantor(penilai=3, bawahan=3, triwulan=(4,))

    halaman = text(masuk("bu-sari"), "/statistik/saya/")

    assert "Belum cukup data" in halaman
    assert "statistik-titik" not in halaman


def test_somebody_elses_figures_have_no_address(masuk, satu_triwulan, orang):
    milik = StatistikPenilai.objects.get(penilai=orang("bu-sari"))

    for slug in ("bu-rina", "pak-anton", "pak-budi"):
        assert masuk(slug).post(f"/statistik/saya/{milik.pk}/dibaca/").status_code == 404
        assert "Layak dilihat lagi" not in text(masuk(slug), f"/statistik/saya/?periode={milik.periode_id}")
    assert masuk("pak-budi").get("/statistik/penilai/").status_code == 403
    milik.refresh_from_db()
    assert milik.dibaca_at is None


def test_a_planted_gap_shows_and_accuses_nobody(masuk, kantor):
    kantor(penilai=20, triwulan=(4,), dengan_tim=False, selisih=40)

    for slug in ("pak-anton", "auditor-pekanbaru"):
        halaman = text(masuk(slug), "/statistik/pemerataan/")
        assert "Layak dibicarakan" in halaman
        assert re.search("Bagian kelompok (Perempuan|Laki-laki) yang mencapai", halaman)
        assert "Perbedaan belum berarti ketidakadilan" in halaman
        assert "Lihat apakah kedua kelompok memegang jabatan dan beban yang sebanding" in halaman


def test_a_fair_world_and_small_groups_stay_quiet(masuk, kantor):
    kantor(penilai=10, triwulan=(4,), dengan_tim=False)

    halaman = text(masuk("pak-anton"), "/statistik/pemerataan/")

    assert "Tidak ada perbedaan yang menonjol" in halaman
    assert "Layak dibicarakan" not in halaman


def test_a_group_of_a_few_never_stands_alone(masuk, kantor):
    tertanam = kantor(penilai=3, triwulan=(4,), dengan_tim=False)
    isi = hitung_pemerataan(tertanam.periode)
    daftar = [k for ciri in isi["ciri"] for k in ciri["daftar_kelompok"]]

    assert daftar
    assert all(kelompok["n"] >= 10 for kelompok in daftar)


@pytest.mark.parametrize("slug", ["bu-sari", "bu-rina", "sekda-pekanbaru", "analis-pontianak"])
def test_equity_is_closed_to_others(masuk, satu_triwulan, slug):
    assert masuk(slug).get("/statistik/pemerataan/").status_code == 403


def test_another_instansi_sees_none_of_it(masuk, satu_triwulan):
    StatistikPenilai.objects.update(terbuka_bagi_tim_on=date(2026, 3, 2))

    assert "Belum ada yang dapat dilihat" in text(masuk("admin-pontianak"), "/statistik/penilai/")
    assert "Laporan belum ada" in text(masuk("admin-pontianak"), "/statistik/pemerataan/")


@pytest.mark.parametrize(
    ("slug", "alamat"),
    [
        ("bu-sari", "/statistik/saya/"),
        ("bu-rina", "/statistik/penilai/"),
        ("pak-anton", "/statistik/penilai/"),
        ("pak-anton", "/statistik/pemerataan/"),
    ],
)
def test_queries_do_not_grow_with_raters(masuk, satu_triwulan, slug, alamat, django_assert_max_num_queries):
    StatistikPenilai.objects.update(terbuka_bagi_tim_on=date(2026, 3, 2), tanda=["keketatan"])
    client = masuk(slug)

    with django_assert_max_num_queries(8):
        text(client, alamat)


def test_the_admin_asks_from_the_page_of_periods(masuk, satu_triwulan):
    client = masuk("pak-anton")
    assert "Hitung statistik penilai" in text(client, "/kebijakan/periode/?tahun=2025")

    respons = client.post(f"/statistik/hitung/{satu_triwulan.periode.pk}/", follow=True)

    assert "Menghitung statistik penilai" in respons.content.decode()


def test_a_job_of_somebody_else_is_named_and_leads_to_no_closed_page(masuk, satu_triwulan, orang):
    client, alamat = masuk("pak-anton"), f"/statistik/hitung/{satu_triwulan.periode.pk}/"
    client.post(alamat)
    Pekerjaan.objects.update(diminta_oleh=orang("pak-budi").user)

    respons = client.post(alamat, follow=True)

    assert (respons.status_code, respons.request["PATH_INFO"]) == (200, "/kebijakan/periode/")
    assert f"atas permintaan {orang('pak-budi').user.nama}" in respons.content.decode()
