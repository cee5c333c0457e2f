import json
from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kinerja.metode.saran_rating import (
    Ambang,
    HasilDinilai,
    PerilakuDinilai,
    RingkasanUmpanBalik,
    saran_hasil_kerja,
    saran_perilaku,
)
from kinerja.peraturan.perilaku import NilaiDasar
from kinerja.peraturan.predikat import Rating
from kinerja.peraturan.skp import JenisHasilKerja

KASUS = yaml.safe_load(
    (Path(__file__).parent / "kasus" / "saran_hasil_kerja.yaml").read_text(encoding="utf-8")
)
RATING = {"a": Rating.DI_ATAS, "s": Rating.SESUAI, "b": Rating.DI_BAWAH, "-": None}
JENIS = {"U": JenisHasilKerja.UTAMA, "T": JenisHasilKerja.TAMBAHAN}
# The guideline is silent between sesuai and di bawah, so None stands there.
URUTAN = [Rating.DI_BAWAH, None, Rating.SESUAI, Rating.DI_ATAS]


def _hasil(tanda):
    return HasilDinilai(jenis=JENIS[tanda[0]], capaian=RATING[tanda[1]])


def _saran(masukan):
    positif, seluruhnya = (int(bagian) for bagian in masukan.get("umpan_balik", "0/0").split("/"))
    return saran_hasil_kerja(
        [_hasil(tanda) for tanda in masukan["hasil"]],
        ambang=Ambang(
            sebagian_besar=Decimal(masukan.get("sebagian_besar", "0.5")),
            sebagian_kecil=Decimal(masukan.get("sebagian_kecil", "0.25")),
        ),
        umpan_balik=RingkasanUmpanBalik(positif=positif, seluruhnya=seluruhnya),
    )


@pytest.mark.parametrize("kasus", KASUS, ids=lambda kasus: kasus["nama"])
def test_guideline_of_bab_iv_is_followed(kasus):
    saran = _saran(kasus["masukan"])

    assert saran.rating == kasus["keluaran"]
    assert saran.alasan
    assert json.loads(json.dumps(saran.jejak))["saran"] == kasus["keluaran"]


def test_reasons_tell_the_counts_in_plain_words():
    saran = _saran({"hasil": ["Ua", "Ua", "Us", "T-"], "umpan_balik": "3/4"})

    assert saran.alasan == (
        "1 hasil kerja belum ada datanya, sehingga tidak ikut dihitung.",
        "2 dari 3 hasil kerja yang dinilai di atas ekspektasi, 1 sesuai, dan 0 di bawah.",
        "Tidak ada hasil kerja utama yang di bawah ekspektasi.",
        "3 dari 4 umpan balik positif.",
    )


def test_trace_carries_inputs_counts_thresholds_and_citation():
    jejak = _saran({"hasil": ["Ua", "Tb", "U-"]}).jejak

    assert jejak["masukan"][2] == {"jenis": "utama", "capaian": None, "uraian": ""}
    assert jejak["hitungan"] == {
        "di_atas": 1,
        "sesuai": 0,
        "di_bawah": 1,
        "tanpa_data": 1,
        "pokok": 1,
        "pokok_di_bawah": 0,
    }
    assert jejak["ambang"] == {"sebagian_besar": "0.5", "sebagian_kecil": "0.25"}
    assert "Bab IV" in jejak["rujukan"]


def test_feedback_that_contradicts_is_shown_to_the_penilai():
    assert "Namun 4 dari 4" in _saran({"hasil": ["Ub"], "umpan_balik": "4/4"}).alasan[-1]
    assert "Namun 0 dari 4" in _saran({"hasil": ["Us"], "umpan_balik": "0/4"}).alasan[-1]


@given(
    st.lists(st.sampled_from(["Ua", "Us", "Ub", "Ta", "Ts", "Tb", "U-", "T-"]), min_size=1, max_size=9),
    st.data(),
    st.sampled_from(["0/0", "1/4", "4/4"]),
    st.sampled_from(["0.5", "0.66"]),
    st.sampled_from(["0.1", "0.25", "0.4"]),
)
def test_improving_one_result_never_lowers_the_suggestion(hasil, pilihan, umpan_balik, besar, kecil):
    letak = pilihan.draw(st.integers(0, len(hasil) - 1))
    lebih_baik = list(hasil)
    lebih_baik[letak] = hasil[letak][0] + {"b": "s", "s": "a", "a": "a", "-": "-"}[hasil[letak][1]]
    lain = {"umpan_balik": umpan_balik, "sebagian_besar": besar, "sebagian_kecil": kecil}

    sebelum = _saran({"hasil": hasil, **lain}).rating
    sesudah = _saran({"hasil": lebih_baik, **lain}).rating

    assert URUTAN.index(sesudah) >= URUTAN.index(sebelum)


@pytest.mark.parametrize(
    ("tanda", "rating"),
    [
        ("aaaasss", Rating.DI_ATAS),
        ("aaasss-", Rating.SESUAI),
        ("aaaaaab", Rating.SESUAI),
        ("ssssssb", Rating.SESUAI),
        ("sssssbb", None),
        ("bbbbsss", Rating.DI_BAWAH),
        ("-------", None),
        ("a------", Rating.DI_ATAS),
    ],
)
def test_behaviour_is_suggested_from_the_seven_values(tanda, rating):
    daftar = [
        PerilakuDinilai(nilai=nilai, rating=RATING[satu])
        for nilai, satu in zip(NilaiDasar, tanda, strict=True)
    ]

    saran = saran_perilaku(daftar, ambang=Ambang())

    assert saran.rating is rating
    assert [masukan["nilai"] for masukan in saran.jejak["masukan"]] == [nilai.value for nilai in NilaiDasar]
