from pathlib import Path

import pytest
import yaml

from kinerja.metode.catatan import read_kata
from kinerja.metode.telaah_umpan_balik import KonteksUmpanBalik, telaah_umpan_balik

KASUS = yaml.safe_load(
    (Path(__file__).parent / "kasus" / "telaah_umpan_balik.yaml").read_text(encoding="utf-8")
)


def _kode(teks, **konteks):
    return {catatan.kode for catatan in telaah_umpan_balik(teks, konteks=KonteksUmpanBalik(**konteks))}


@pytest.mark.parametrize(
    "kasus", [kasus for kasus in KASUS if "kode" not in kasus], ids=lambda kasus: kasus["nama"]
)
def test_constructive_feedback_gets_no_remark(kasus):
    assert _kode(kasus["nama"]) == set()


@pytest.mark.parametrize(
    "kasus", [kasus for kasus in KASUS if "kode" in kasus], ids=lambda kasus: kasus["nama"]
)
def test_poor_feedback_is_remarked_with_a_better_example(kasus):
    (catatan,) = [satu for satu in telaah_umpan_balik(kasus["nama"]) if satu.kode == kasus["kode"]]

    assert catatan.contoh
    assert catatan.rujukan


def test_all_sentences_are_there():
    assert [len([k for k in KASUS if ("kode" in k) is buruk]) for buruk in (False, True)] == [16, 16]


@pytest.mark.parametrize(
    ("teks", "kode"),
    [
        ("LAPORAN ANDA TERLAMBAT DUA HARI PADA 5 MEI, TOLONG DIPERBAIKI", "huruf_besar"),
        ("Anda bekerja dengan sungguh-sungguh dan penuh semangat", "tanpa_kejadian"),
        ("Anda tidak pernah mengirim rekap bulan Mei sebelum tanggal 5", "generalisasi"),
    ],
)
def test_tone_and_substance_are_remarked(teks, kode):
    assert kode in _kode(teks)


def test_same_text_for_a_third_person_is_remarked():
    teks = "Rekap bulan Mei selesai tanggal 3, dua hari lebih awal. Pertahankan urutan periksanya."

    assert "salinan" not in _kode(teks, daftar_teks_lain=(teks,))
    assert "salinan" in _kode(teks, daftar_teks_lain=(teks, teks.replace("Mei", "Juni")))


def test_comparison_with_a_named_colleague_is_remarked_but_not_with_the_target():
    dengan_nama = "Rekap Mei Anda lebih lambat dibandingkan Rina, padahal berkasnya sama banyak."
    dengan_target = "Rekap Mei lebih lambat dua hari dibandingkan tenggat tanggal 5. Mohon dimajukan."

    assert "membandingkan_orang" in _kode(dengan_nama, daftar_nama_rekan=("Rina",))
    assert "membandingkan_orang" not in _kode(dengan_target, daftar_nama_rekan=("Rina",))


def test_illness_of_others_and_always_of_things_may_be_mentioned():
    assert (
        _kode("Dua posyandu tutup karena kader sakit. Tolong siapkan kader pengganti sebelum tanggal 5.")
        == set()
    )
    assert _kode("Data dari bidang Anda selalu rapi sehingga rekap selesai pada 3 Mei.") == set()


def test_empty_text_is_not_scolded_while_one_types():
    assert telaah_umpan_balik(" ") == ()


def test_every_rule_of_the_table_is_exercised():
    dari_kasus = {kasus["kode"] for kasus in KASUS if "kode" in kasus}

    assert set(read_kata("aturan_umpan_balik")) == dari_kasus | {"huruf_besar", "tanpa_kejadian", "salinan"}
