"""Feedback pages: who reads what, and how little a colleague sees."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils import timezone

from kinerja.pelaksanaan import actions
from kinerja.pelaksanaan.models import Nada, PermintaanUmpanBalik, UmpanBalik
from kinerja.peraturan.perilaku import NilaiDasar
from tests.conftest import HARI_INI, SEKARANG
from tests.factories.skp import buat_skp

LIST = "/pelaksanaan/umpan-balik/"
TEKS = "Rekap Februari selesai dua hari lebih cepat; pertahankan cara mencatatnya."


@pytest.fixture(autouse=True)
def hari_ini(monkeypatch) -> None:
    """Pages read the clock; here it stands still on 2 March 2026."""
    monkeypatch.setattr(timezone, "now", lambda: SEKARANG)
    monkeypatch.setattr(timezone, "localdate", lambda value=None, timezone=None: HARI_INI)


@pytest.fixture
def rhk(skp):
    return skp.daftar_rhk.get(urutan=1)


@pytest.fixture
def beri(skp):
    return reverse("pelaksanaan:umpan_balik_give", args=[skp.pk])


@pytest.fixture
def minta(skp, orang, akun):
    def request(kepada, **sasaran):
        return actions.request_feedback(
            skp, kepada=orang(kepada), pesan="Mohon pendapat", by=akun("pak-budi"), at=SEKARANG, **sasaran
        )

    return request


def isian(sasaran="nilai-kolaboratif", **lain):
    return {"sasaran": sasaran, "nada": "positif", "teks": TEKS} | lain


def test_both_sides_read_the_same_words(masuk, beri, skp, rhk):
    masuk("bu-sari").post(beri, isian(f"rhk-{rhk.pk}"))

    diterima = masuk("pak-budi").get(LIST).content.decode()
    dibaca = masuk("bu-sari").get(reverse("pelaksanaan:umpan_balik_skp", args=[skp.pk])).content.decode()
    diberikan = masuk("bu-sari").get(reverse("pelaksanaan:umpan_balik_sent")).content.decode()
    assert all(TEKS in halaman for halaman in (diterima, dibaca, diberikan))
    assert "pimpinan" in diterima


def test_a_stranger_of_the_house_sees_no_title_and_no_plan(masuk, beri, skp, rhk):
    rina = masuk("bu-rina")

    halaman = rina.get(beri).content.decode()

    assert rhk.teks not in halaman
    assert ">Kolaboratif</option>" in halaman
    assert rina.post(beri, isian(f"rhk-{rhk.pk}")).status_code == 422
    assert rina.get(reverse("pelaksanaan:umpan_balik_skp", args=[skp.pk])).status_code == 404
    assert rina.post(beri, isian()).status_code == 302
    assert UmpanBalik.objects.get().peran_pemberi == "lainnya"


def test_a_close_colleague_sees_titles_and_nothing_of_the_figures(masuk, beri, rhk, skp):
    halaman = masuk("bu-dewi").get(beri).content.decode()

    assert rhk.teks in halaman
    assert not [i.teks for i in rhk.daftar_indikator.order_by("id") if i.teks in halaman]
    assert "1.200" not in halaman


@pytest.mark.parametrize("slug", ["analis-pontianak", "pak-budi"])
def test_another_instansi_and_the_owner_find_nothing(masuk, beri, slug):
    klien = masuk(slug)

    assert (klien.get(beri).status_code, klien.post(beri, isian()).status_code) == (404, 404)


def test_anonymous_is_asked_to_sign_in(client, beri):
    assert client.get(beri).status_code == 302


def test_who_is_asked_sees_only_that_and_closes_it_by_answering(masuk, beri, minta, rhk, skp):
    permintaan = minta("bu-rina", rhk=rhk)
    rina = masuk("bu-rina")
    alamat = f"{beri}?permintaan={permintaan.pk}"

    halaman = rina.get(alamat).content.decode()
    rina.post(alamat, isian(f"rhk-{rhk.pk}"))

    permintaan.refresh_from_db()
    assert rhk.teks in halaman
    assert "Perilaku:" not in halaman
    assert skp.daftar_rhk.get(urutan=2).teks not in halaman
    assert permintaan.answered_at == SEKARANG


@pytest.mark.parametrize("nomor", ["0", "x", "99999"])
def test_a_request_that_is_not_mine_is_not_found(masuk, beri, nomor):
    assert masuk("bu-dewi").get(f"{beri}?permintaan={nomor}").status_code == 404


def test_the_request_of_another_is_not_found(masuk, beri, minta):
    permintaan = minta("bu-dewi", nilai=NilaiDasar.LOYAL)

    assert masuk("bu-rina").get(f"{beri}?permintaan={permintaan.pk}").status_code == 404


def test_a_link_that_is_no_link_keeps_the_text(masuk, beri):
    respons = masuk("bu-sari").post(beri, isian(bukti_tautan="lemari-arsip"))

    assert respons.status_code == 422
    assert TEKS in respons.content.decode()
    assert "bukan tautan" in respons.content.decode()


def test_the_coach_comments_and_never_blocks(masuk, beri):
    sari = masuk("bu-sari")

    saran = sari.post(
        reverse("pelaksanaan:umpan_balik_review"), {"teks": "Dia selalu malas!!"}
    ).content.decode()
    disimpan = sari.post(beri, isian(teks="Dia selalu malas!!"))

    assert "telaah-kekurangan" in saran
    assert disimpan.status_code == 302
    assert sari.get(reverse("pelaksanaan:umpan_balik_review")).status_code == 405


def test_a_double_press_is_one_word(masuk, beri):
    sari = masuk("bu-sari")

    assert [sari.post(beri, isian()).status_code for _ in range(2)] == [302, 302]
    assert UmpanBalik.objects.count() == 1


def test_a_penilai_is_reminded(masuk, beri, skp):
    sari = masuk("bu-sari")

    assert "belum Anda beri umpan balik" in sari.get(LIST).content.decode()
    sari.post(beri, isian())

    assert "belum Anda beri umpan balik" not in sari.get(LIST).content.decode()


def test_the_owner_sees_that_the_penilai_is_still_silent(masuk, beri, skp):
    budi = masuk("pak-budi")

    assert "belum memberi umpan balik pada Triwulan I" in budi.get(LIST).content.decode()
    masuk("bu-sari").post(beri, isian())

    assert "belum memberi umpan balik pada" not in budi.get(LIST).content.decode()


def test_colleagues_are_found_by_name_and_strangers_are_not(masuk, skp, orang):
    buat_skp(orang("analis-pontianak"))
    rekan = reverse("pelaksanaan:rekan_list")

    halaman = masuk("bu-rina").get(rekan).content.decode()

    assert skp.pegawai.nama in halaman
    assert orang("analis-pontianak").nama not in halaman
    assert "Tidak ada rekan" in masuk("bu-rina").get(f"{rekan}?cari=zzz").content.decode()


def test_asking_a_colleague(masuk, skp, orang, rhk):
    alamat = reverse("pelaksanaan:permintaan_create", args=[skp.pk])
    budi = masuk("pak-budi")
    isi = {
        "kepada": orang("bu-dewi").pk,
        "sasaran": f"rhk-{rhk.pk}",
        "pesan": "Apa yang dapat saya perbaiki?",
    }

    assert budi.post(alamat, isi).status_code == 302

    assert "Apa yang dapat saya perbaiki?" in masuk("bu-dewi").get(LIST).content.decode()
    assert "Menunggu" in budi.get(reverse("pelaksanaan:permintaan_list")).content.decode()


def test_the_cap_is_told_and_the_message_stays(masuk, skp, orang, minta):
    for nilai in list(NilaiDasar)[:5]:
        minta("bu-dewi", nilai=nilai)
    isi = {"kepada": orang("bu-dewi").pk, "sasaran": "nilai-kolaboratif", "pesan": "Pesan saya"}

    respons = masuk("pak-budi").post(reverse("pelaksanaan:permintaan_create", args=[skp.pk]), isi)

    assert respons.status_code == 422
    assert "Tunggu jawabannya" in respons.content.decode()
    assert "Pesan saya" in respons.content.decode()


@pytest.mark.parametrize(("slug", "status"), [("bu-sari", 200), ("kepala-dinkes", 404), ("bu-dewi", 404)])
def test_only_owner_and_penilai_ask(masuk, skp, slug, status):
    assert masuk(slug).get(reverse("pelaksanaan:permintaan_create", args=[skp.pk])).status_code == status


def test_declining(masuk, minta):
    permintaan = minta("bu-dewi", nilai=NilaiDasar.LOYAL)
    alamat = reverse("pelaksanaan:permintaan_decline", args=[permintaan.pk])

    assert masuk("bu-rina").post(alamat).status_code == 404
    assert masuk("bu-dewi").post(alamat).status_code == 302
    assert PermintaanUmpanBalik.objects.get().declined_at == SEKARANG


def test_much_feedback_costs_as_many_queries_as_little(masuk, skp, akun, django_assert_max_num_queries):
    klien = {
        LIST: masuk("pak-budi"),
        reverse("pelaksanaan:umpan_balik_sent"): masuk("bu-sari"),
        reverse("pelaksanaan:umpan_balik_skp", args=[skp.pk]): masuk("bu-sari"),
    }
    for alamat, penjelajah in klien.items():
        penjelajah.get(alamat)  # only the first look of a day writes who looked
    biaya = []
    for awal, akhir in ((0, 2), (2, 20)):
        for nomor in range(awal, akhir):
            actions.give_feedback(
                skp,
                nilai=list(NilaiDasar)[nomor % 7],
                nada=Nada.NETRAL,
                teks=f"Umpan balik nomor {nomor} tentang pekerjaan",
                by=akun("bu-sari"),
                at=SEKARANG,
            )
        satu = []
        for alamat, penjelajah in klien.items():
            with django_assert_max_num_queries(60) as hitungan:
                penjelajah.get(alamat)
            satu.append(len(hitungan))
        biaya.append(satu)

    assert biaya[0] == biaya[1]
