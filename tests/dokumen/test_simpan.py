import json

import pytest

from kinerja.dokumen.pdf import cetak
from kinerja.dokumen.simpan import isian_as_dict, isian_from_dict
from kinerja.dokumen.tampilan import samarkan_nip, tampilan_dokumen
from tests.dokumen.contoh import CONTOH


@pytest.mark.parametrize("kode", CONTOH)
def test_form_comes_back_from_json_as_it_was(kode):
    tersimpan = json.loads(json.dumps(isian_as_dict(CONTOH[kode])))

    assert isian_from_dict(kode, tersimpan) == CONTOH[kode]


def test_all_twenty_four_forms_are_tried():
    assert len(CONTOH) == 24


@pytest.mark.parametrize("kode", ["A.1.7", "D.1.3"])
def test_paper_printed_again_is_the_identical_file(kode):
    tersimpan = json.loads(json.dumps(isian_as_dict(CONTOH[kode])))

    assert cetak(isian_from_dict(kode, tersimpan)) == cetak(CONTOH[kode])


def test_field_added_later_takes_its_default():
    tersimpan = isian_as_dict(CONTOH["A.1.8"])
    del tersimpan["pratinjau"]

    assert isian_from_dict("A.1.8", tersimpan) == CONTOH["A.1.8"]


def test_display_follows_the_paper_and_hides_the_middle_of_the_nip():
    tampilan = tampilan_dokumen(CONTOH["D.1.1"])

    assert list(tampilan)[:4] == ["Instansi", "Periode penilaian", "Periode", "Pegawai yang dinilai"]
    assert tampilan["NIP pegawai yang dinilai"] == "1990••••••••••2003"
    assert tampilan["Predikat kinerja"] == "Butuh Perbaikan"


def test_short_number_is_left_alone():
    assert samarkan_nip("12345678") == "12345678"


@pytest.mark.parametrize("kode", CONTOH)
def test_display_says_nothing_that_the_form_does_not_hold(kode):
    isi = json.dumps(isian_as_dict(CONTOH[kode]), ensure_ascii=False)

    for label, teks in tampilan_dokumen(CONTOH[kode]).items():
        if not label.startswith("NIP"):
            assert all(bagian in isi for bagian in teks.split(", "))
