"""Words: what people read, what forms print, what is stored."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja.peraturan.distribusi import pola_distribusi, saran_distribusi
from kinerja.peraturan.formulir import DAFTAR_FORMULIR
from kinerja.peraturan.identitas import NIPTidakSah, urai_nip
from kinerja.peraturan.istilah import Istilah
from kinerja.peraturan.matriks import load_rules
from kinerja.peraturan.parameter import distribusi_predikat
from kinerja.peraturan.perilaku import NilaiDasar
from kinerja.peraturan.predikat import CapaianOrganisasi, Predikat, Rating

load_rules()


@pytest.mark.parametrize("kosakata", Istilah.__subclasses__(), ids=lambda kelas: kelas.__name__)
def test_every_term_has_a_label_and_a_printed_spelling(kosakata):
    assert all(istilah.label and istilah.cetak for istilah in kosakata)
    assert len({istilah.label for istilah in kosakata}) == len(kosakata)
    assert [kode for kode, _ in kosakata.pilihan()] == list(kosakata)


def test_forms_print_the_spelling_of_the_regulation():
    assert [rating.cetak for rating in Rating] == [
        "DIBAWAH EKSPEKTASI",
        "SESUAI EKSPEKTASI",
        "DIATAS EKSPEKTASI",
    ]
    assert Predikat.KURANG.cetak == "KURANG (MISCONDUCT)"
    assert Predikat.KURANG.label == "Kurang/Misconduct"


def test_there_are_twenty_one_behaviours():
    panduan = [perilaku for nilai in NilaiDasar for perilaku in nilai.panduan]

    assert len(set(panduan)) == len(panduan) == 21
    assert "".join(nilai.label[0] for nilai in NilaiDasar) == "BAKHLAK"


def test_every_form_of_the_register_is_there():
    abjad = {"A": 8, "B": 10, "C": 3, "D": 3}
    assert list(DAFTAR_FORMULIR) == [
        f"{huruf}.1.{n}" for huruf, akhir in abjad.items() for n in range(1, akhir + 1)
    ]


@pytest.mark.parametrize("nip", [198501312099011001, 1.98501312099011e17, None])
def test_a_nip_that_is_not_text_is_refused(nip):
    with pytest.raises(NIPTidakSah, match="menjadi teks"):
        urai_nip(nip)


def test_the_curve_and_the_percentages_know_every_capaian():
    assert set(distribusi_predikat()["batas"]) == set(CapaianOrganisasi)
    assert all(len(pola_distribusi(capaian=capaian)) == len(Predikat) for capaian in CapaianOrganisasi)


@settings(max_examples=60)
@given(
    capaian=st.sampled_from(list(CapaianOrganisasi)),
    jumlah=st.dictionaries(st.sampled_from(list(Predikat)), st.integers(0, 200)),
)
def test_advice_is_only_ever_sentences(capaian, jumlah):
    saran = saran_distribusi(capaian=capaian, jumlah_per_predikat=jumlah)

    assert all(kalimat.endswith(".") and "idealnya" in kalimat.lower() for kalimat in saran)
