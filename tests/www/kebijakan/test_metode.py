"""Versions, the tree, and the page on which everybody reads how he is rated."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kinerja.kebijakan.models import HariLibur, Kebijakan, Periode
from kinerja.kepegawaian.models import UnitKerja
from tests.factories.kompetensi import URAIAN, buat_kompetensi
from tests.formulir import isian_halaman


def teks(response):
    return response.content.decode()


def mulai(masuk, kode="PKU-KEC-TENAYANRAYA"):
    """A browser of the admin with a draft of the unit."""
    browser, unit = masuk("pak-anton"), UnitKerja.objects.get(kode=kode)
    browser.post(reverse("kebijakan:draf_start", args=[unit.pk]))
    return browser, Kebijakan.objects.get(unit_kerja=unit, status="draf")


def test_versions_are_compared_in_words(masuk):
    browser, draf = mulai(masuk)
    belajar = reverse("kebijakan:draf_edit", args=[draf.pk, "belajar"])
    browser.post(belajar, {"revisi": "1", "target_jp": "24"})
    alamat = reverse("kebijakan:kebijakan_unit", args=[draf.unit_kerja_id])

    assert "dari 20 jam pelajaran menjadi 24" in teks(browser.get(alamat))
    rina = masuk("bu-rina").get(alamat)
    assert "menjadi 24" not in teks(rina)
    assert "Draf" not in teks(rina)


def test_the_tree_tells_who_follows_whom(masuk):
    isi = teks(masuk("bu-rina").get(reverse("kebijakan:kebijakan_list")))

    pengikut = [int(n.replace(".", "")) for n in re.findall(r"([\d.]+) unit lain mengikutinya", isi)]
    sendiri = 3
    semua = UnitKerja.objects.filter(instansi__kode="PKU", dibubarkan_on=None).count()
    assert sum(pengikut) == semua - sendiri
    assert isi.count("Menggantikan kebijakan Pemerintah Kota Pekanbaru") == 2


def test_semesteran_in_force_shows_the_note_of_the_law(masuk):
    response = masuk("bidan-tebo").get(reverse("kebijakan:metode_own"), follow=True)

    assert "Catatan hukum" in teks(response)
    assert "Umpan balik tetap diberikan setiap triwulan" in teks(response)


def test_everybody_reads_the_method_in_words_and_a_picture(masuk):
    response = masuk("petugas-kotabumi-ilir").get(reverse("kebijakan:metode_own"), follow=True)

    isi = teks(response)
    assert "Atasan 60%, rekan kerja 20% bila sedikitnya 3 orang menjawab" in isi
    assert 'aria-label="Bobot sumber perilaku: Atasan 60%' in isi
    assert "Ia tidak pernah menjadi nol" in isi
    assert "keberatan" in isi


def test_the_next_version_is_read_before_it_holds(masuk):
    browser, draf = mulai(masuk)
    belajar = reverse("kebijakan:draf_edit", args=[draf.pk, "belajar"])
    browser.post(belajar, {"revisi": "1", "target_jp": "24"})
    metode = reverse("kebijakan:metode_unit", args=[draf.unit_kerja_id])
    versi = reverse("kebijakan:metode_versi", args=[draf.pk])
    pegawai = masuk("bu-rina")
    assert "1 April 2026" not in teks(pegawai.get(metode))
    assert pegawai.get(versi).status_code == 404
    alamat = reverse("kebijakan:draf_detail", args=[draf.pk])

    browser.post(alamat, isian_halaman(browser.get(alamat)))

    assert "Berlaku mulai 1 April 2026: versi 2" in teks(pegawai.get(metode))
    assert "Target 24 jam pelajaran" in teks(pegawai.get(versi))


def test_a_nearer_policy_keeps_the_next_one_of_the_root_away(masuk):
    browser, draf = mulai(masuk, "PKU")
    alamat = reverse("kebijakan:draf_detail", args=[draf.pk])
    browser.post(alamat, isian_halaman(browser.get(alamat)))
    per_kode = {u.kode: u.pk for u in UnitKerja.objects.filter(kode__in=["PKU-BKPSDM", "PKU-DINKES"])}

    assert "1 April 2026" in teks(
        browser.get(reverse("kebijakan:metode_unit", args=[per_kode["PKU-DINKES"]]))
    )
    assert "1 April 2026" not in teks(
        browser.get(reverse("kebijakan:metode_unit", args=[per_kode["PKU-BKPSDM"]]))
    )


@pytest.mark.parametrize("nama", ["kebijakan_list", "kebijakan_unit", "metode_unit", "draf_detail"])
def test_pages_ask_few_questions(masuk, nama):
    browser, draf = mulai(masuk, "PKU-BKPSDM")
    argumen = {"draf_detail": [draf.pk], "kebijakan_list": []}.get(nama, [draf.unit_kerja_id])
    browser.get(reverse(f"kebijakan:{nama}", args=argumen))

    with CaptureQueriesContext(connection) as kueri:
        browser.get(reverse(f"kebijakan:{nama}", args=argumen))

    sendiri = [q["sql"] for q in kueri if "session" not in q["sql"] and "akun_user" not in q["sql"][:40]]
    assert len(sendiri) <= 8, "\n".join(sendiri)


@pytest.mark.parametrize(("siapa", "kode"), [("pak-budi", 403), ("bu-rina", 403), ("admin-tebo", 404)])
def test_outsiders_change_nothing(masuk, siapa, kode):
    periode = Periode.objects.filter(instansi__kode="PKU").order_by("id")[0]
    libur = HariLibur.objects.filter(instansi__kode="PKU").order_by("id")[0]
    unit = UnitKerja.objects.get(kode="PKU-BKPSDM")
    _, draf = mulai(masuk)
    browser = masuk(siapa)

    assert browser.post(reverse("kebijakan:periode_open", args=[periode.pk])).status_code == kode
    assert browser.post(reverse("kebijakan:libur_remove", args=[libur.pk])).status_code == kode
    assert browser.post(reverse("kebijakan:draf_start", args=[unit.pk])).status_code == kode
    # Nobody else hears that there is a draft.
    assert browser.post(reverse("kebijakan:draf_detail", args=[draf.pk])).status_code == 404
    assert browser.post(reverse("kebijakan:draf_drop", args=[draf.pk])).status_code == 404


def test_a_competence_is_read_in_the_levels_of_the_dictionary(masuk, orang):
    kompetensi = buat_kompetensi(orang("pak-budi"))
    kompetensi.daftar_tingkat.filter(tingkat=5).update(uraian="")

    isi = teks(masuk("pak-budi").get(reverse("kebijakan:metode_own"), follow=True))

    assert [uraian for uraian in URAIAN[:4] if uraian not in isi] == []
    assert URAIAN[4] not in isi
    assert "<li></li>" not in isi


def test_only_the_admin_is_led_from_the_method_to_its_draft(masuk):
    halaman = {
        slug: masuk(slug).get(reverse("kebijakan:metode_own"), follow=True)
        for slug in ("pak-anton", "pak-budi")
    }

    assert "Ubah cara menilai" in teks(halaman["pak-anton"])
    assert "Ubah cara menilai" not in teks(halaman["pak-budi"])


def test_a_weight_of_the_self_rating_is_not_left_unexplained(masuk):
    response = masuk("analis-pontianak").get(reverse("kebijakan:metode_own"), follow=True)

    assert "Atasan 60% dan rekan kerja 25%" in teks(response)
    assert "Bobot 15% milik diri sendiri dibagi kepada sumber yang dihitung" in teks(response)
