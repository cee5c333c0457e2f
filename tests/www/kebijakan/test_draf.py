"""One draft on its pages: changed part by part, refused kindly, put in force."""

import pytest
from django.urls import reverse

from kinerja.kebijakan.models import Kebijakan
from kinerja.kepegawaian.models import UnitKerja
from tests.formulir import Halaman, isian_halaman


def teks(response):
    return response.content.decode()


def mulai(masuk, kode="PKU-KEC-TENAYANRAYA"):
    """A browser of the admin with a draft of the unit."""
    browser, unit = masuk("pak-anton"), UnitKerja.objects.get(kode=kode)
    browser.post(reverse("kebijakan:draf_start", args=[unit.pk]))
    return browser, Kebijakan.objects.get(unit_kerja=unit, status="draf")


BAGIAN = ["irama", "sumber", "hasil", "ambang", "undian", "belajar", "damping", "tindak_lanjut", "dasar"]


@pytest.mark.parametrize("bagian", BAGIAN)
def test_a_part_that_is_sent_back_untouched_changes_nothing(masuk, bagian):
    browser, draf = mulai(masuk, "PKU-BKPSDM")
    alamat = reverse("kebijakan:draf_edit", args=[draf.pk, bagian])

    response = browser.post(alamat, isian_halaman(browser.get(alamat)))

    assert response.status_code == 302
    assert Kebijakan.objects.get(pk=draf.pk).revisi == draf.revisi


ANEH = ["²", "9" * 5000, "1e999", "NaN", "-1", "<script>", "9999999999"]


@pytest.mark.parametrize("bagian", BAGIAN)
@pytest.mark.parametrize("isi", ANEH, ids=[a[:6].encode("unicode_escape").decode() for a in ANEH])
def test_odd_input_is_refused_and_never_breaks_the_page(masuk, bagian, isi):
    browser, draf = mulai(masuk)
    alamat = reverse("kebijakan:draf_edit", args=[draf.pk, bagian])
    asli = isian_halaman(browser.get(alamat))

    for nama in asli:
        if nama not in ("dasar", "catatan_rating_kepala"):
            assert browser.post(alamat, asli | {nama: isi}).status_code == 422, nama
    assert browser.post(alamat, dict.fromkeys(asli, isi)).status_code == 422


def test_weights_are_changed_and_read_as_a_sentence(masuk):
    browser, draf = mulai(masuk)
    alamat = reverse("kebijakan:draf_edit", args=[draf.pk, "sumber"])
    isi = isian_halaman(browser.get(alamat)) | {
        "bobot_atasan": "60",
        "bobot_rekan": "40",
        "minimum_rekan": "3",
    }

    response = browser.post(alamat, isi, follow=True)

    assert "Atasan 60%, " not in teks(response)
    assert "Atasan 60% dan rekan kerja 40% bila sedikitnya 3 orang menjawab" in teks(response)
    assert "Bila rekan kerja belum cukup, atasan menjadi 100%." in teks(response)


def test_wrong_weights_are_told_beside_the_field_and_kept(masuk):
    browser, draf = mulai(masuk)
    alamat = reverse("kebijakan:draf_edit", args=[draf.pk, "sumber"])
    isi = isian_halaman(browser.get(alamat)) | {
        "bobot_atasan": "60",
        "bobot_rekan": "30",
        "minimum_rekan": "2",
    }

    response = browser.post(alamat, isi)

    assert response.status_code == 422
    halaman = Halaman(response)
    assert "paling sedikit 3" in halaman.galat["minimum_rekan"]
    assert "Jumlah bobot 90%, seharusnya 100%" in teks(response)
    assert halaman.isian["bobot_rekan"] == "30"
    assert not Kebijakan.objects.get(pk=draf.pk).daftar_sumber.filter(sumber="rekan").exists()


def test_a_rule_is_added_and_another_removed_without_a_script(masuk):
    browser, draf = mulai(masuk)
    alamat = reverse("kebijakan:draf_edit", args=[draf.pk, "tindak_lanjut"])
    isi = isian_halaman(browser.get(alamat)) | {"hapus_1": "on"}
    isi |= {"kondisi_3": "predikat_berturut", "predikat_3": "baik", "tahun_3": "2", "tindakan_3": "promosi"}

    browser.post(alamat, isi)

    kini = Kebijakan.objects.get(pk=draf.pk).aturan_tindak_lanjut
    assert [aturan["kondisi"] for aturan in kini] == ["capaian_jp_kurang", "predikat_berturut"]
    assert kini[1]["parameter"] == {"predikat": "baik", "tahun": 2}


@pytest.mark.parametrize(
    ("isi", "medan", "kata"),
    [
        ({"kondisi_3": "predikat_di_bawah", "tindakan_3": "pembinaan"}, "predikat_3", "memerlukan predikat"),
        ({"kondisi_3": "predikat_berturut", "predikat_3": "baik", "tahun_3": "1", "tindakan_3": "promosi"}, "tahun_3", "angka 2 sampai 10"),
        ({"kondisi_3": "aspek_di_bawah"}, "tindakan_3", "tidak dikenal"),
        ({"tindakan_3": "promosi"}, "kondisi_3", "tidak dikenal"),
    ],
)  # fmt: skip
def test_an_unfinished_rule_is_told_at_its_row(masuk, isi, medan, kata):
    browser, draf = mulai(masuk)
    alamat = reverse("kebijakan:draf_edit", args=[draf.pk, "tindak_lanjut"])

    response = browser.post(alamat, isian_halaman(browser.get(alamat)) | isi)

    assert response.status_code == 422
    assert kata in Halaman(response).galat[medan]


@pytest.mark.parametrize(
    ("isi", "medan", "kata"),
    [
        ({"ambang_sesuai": "37,123"}, "ambang_sesuai", "dua angka di belakang koma"),
        ({"ambang_sesuai": "tiga"}, "ambang_sesuai", "tiga"),
        ({"patok_ikm": "25 = 0\n65"}, "patok_ikm", "Tulis nilai = skor"),
        ({"patok_ikm": "25 = 0\n65 = 50\n80 = 40"}, "patok_ikm", "berbalik arah"),
        ({"sebagian_kecil": "60"}, "sebagian_kecil", "melebihi"),
    ],
)
def test_thresholds_that_cannot_be_read_are_told_at_their_field(masuk, isi, medan, kata):
    browser, draf = mulai(masuk)
    alamat = reverse("kebijakan:draf_edit", args=[draf.pk, "ambang"])

    response = browser.post(alamat, isian_halaman(browser.get(alamat)) | isi)

    assert response.status_code == 422
    assert kata in Halaman(response).galat[medan]


def test_an_aspect_is_added_changed_and_removed(masuk):
    browser, draf = mulai(masuk)
    isi = {
        "revisi": "1",
        "nama": "Mutu kerja",
        "jenis": "sendiri",
        "sumber": ["atasan"],
        "ikut_dihitung": "on",
    }
    browser.post(reverse("kebijakan:aspek_add", args=[draf.pk]), isi)
    alamat = reverse("kebijakan:aspek_edit", args=[draf.pk, "mutu_kerja"])
    kalimat = {f"jangkar_{n}": f"Kalimat {n}" for n in range(1, 6)}

    browser.post(alamat, isian_halaman(browser.get(alamat)) | kalimat)

    assert draf.daftar_aspek.get(kode="mutu_kerja").jangkar == [f"Kalimat {n}" for n in range(1, 6)]
    browser.post(alamat, {"revisi": "3", "hapus": "ya"})
    assert not draf.daftar_aspek.filter(kode="mutu_kerja").exists()


def test_four_sentences_are_one_too_few(masuk):
    browser, draf = mulai(masuk)
    alamat = reverse("kebijakan:aspek_edit", args=[draf.pk, "akuntabel"])
    kalimat = {f"jangkar_{n}": f"Kalimat {n}" for n in range(1, 5)}

    response = browser.post(alamat, isian_halaman(browser.get(alamat)) | kalimat)

    assert response.status_code == 422
    assert "Isi kelima kalimat" in Halaman(response).galat["jangkar_5"]


def test_a_value_of_the_law_has_no_button_to_remove_it(masuk):
    browser, draf = mulai(masuk)
    alamat = reverse("kebijakan:aspek_edit", args=[draf.pk, "akuntabel"])

    assert 'name="hapus"' not in teks(browser.get(alamat))
    response = browser.post(alamat, {"revisi": "1", "hapus": "ya"})

    assert response.status_code == 422
    assert "Pasal 10" in teks(response)


def test_two_tabs_lose_nothing(masuk):
    browser, draf = mulai(masuk)
    alamat = reverse("kebijakan:draf_edit", args=[draf.pk, "belajar"])
    browser.post(alamat, {"revisi": "1", "target_jp": "24"})

    response = browser.post(alamat, {"revisi": "1", "target_jp": "30"})

    assert response.status_code == 422
    assert isian_halaman(response)["target_jp"] == "30"
    browser.post(alamat, isian_halaman(response))
    assert Kebijakan.objects.get(pk=draf.pk).target_jp == 30


def test_put_in_force_from_the_day_that_is_offered(masuk):
    browser, draf = mulai(masuk)
    alamat = reverse("kebijakan:draf_detail", args=[draf.pk])
    halaman = browser.get(alamat)
    assert isian_halaman(halaman)["berlaku_on"] == "2026-04-01"

    response = browser.post(alamat, isian_halaman(halaman), follow=True)

    assert "ditetapkan untuk" in teks(response)
    assert Kebijakan.objects.get(pk=draf.pk).ditetapkan
    assert browser.get(alamat).status_code == 404


def test_half_yearly_policy_asks_to_read_the_law_first(masuk):
    browser, draf = mulai(masuk)
    irama = reverse("kebijakan:draf_edit", args=[draf.pk, "irama"])
    browser.post(irama, isian_halaman(browser.get(irama)) | {"frekuensi_evaluasi": "semesteran"})
    alamat = reverse("kebijakan:draf_detail", args=[draf.pk])
    isi = isian_halaman(browser.get(alamat))

    response = browser.post(alamat, isi)
    assert response.status_code == 422
    assert "Pasal 24 ayat (2)" in Halaman(response).galat["catatan_dibaca"]
    browser.post(alamat, isi | {"catatan_dibaca": "on"})

    assert Kebijakan.objects.get(pk=draf.pk).ditetapkan


def test_a_draft_is_dropped(masuk):
    browser, draf = mulai(masuk)

    browser.post(reverse("kebijakan:draf_drop", args=[draf.pk]))

    assert not Kebijakan.objects.filter(pk=draf.pk).exists()
