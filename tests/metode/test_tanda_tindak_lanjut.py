import json
from pathlib import Path

import pytest
import yaml

from kinerja.metode.skala import MIKRO
from kinerja.metode.tanda_tindak_lanjut import (
    PARAMETER,
    AturanTidakSah,
    Keadaan,
    KeadaanAspek,
    Kondisi,
    Tindakan,
    aturan_dari_json,
    aturan_ke_json,
    tanda,
)
from kinerja.peraturan.predikat import Predikat, Rating

KASUS = yaml.safe_load(
    (Path(__file__).parent / "kasus" / "tanda_tindak_lanjut.yaml").read_text(encoding="utf-8")
)
RATING = {"a": Rating.DI_ATAS, "s": Rating.SESUAI, "b": Rating.DI_BAWAH}


def _aspek(kode, tulisan):
    if tulisan == "-":
        return KeadaanAspek(kode=kode, label=kode.title(), mikro=None, rating=None)
    poin, huruf = tulisan.split()
    return KeadaanAspek(kode=kode, label=kode.title(), mikro=int(poin) * MIKRO, rating=RATING[huruf])


def _keadaan(kasus):
    return Keadaan(
        tahun=2026,
        predikat=Predikat(kasus["predikat"]) if "predikat" in kasus else None,
        daftar_aspek=tuple(_aspek(kode, isi) for kode, isi in kasus.get("aspek", {}).items()),
        riwayat={tahun: Predikat(satu) for tahun, satu in kasus.get("riwayat", {}).items()},
        capaian_jp=kasus.get("jp"),
    )


@pytest.mark.parametrize("kasus", KASUS, ids=lambda kasus: kasus["nama"])
def test_a_rule_proposes_what_the_case_says(kasus):
    daftar = tanda(_keadaan(kasus), daftar_aturan=aturan_dari_json([kasus["aturan"]]))

    assert [satu.alasan for satu in daftar] == ([kasus["tanda"]] if "tanda" in kasus else [])
    for satu in daftar:
        assert satu.tindakan.value == kasus["aturan"]["tindakan"]
        assert list(satu.daftar_aspek) == kasus.get("tentang", [])


def test_every_condition_and_action_has_a_case():
    assert {kasus["aturan"]["kondisi"] for kasus in KASUS} == set(Kondisi)
    assert {kasus["aturan"]["tindakan"] for kasus in KASUS} | {"pembinaan"} == set(Tindakan)


def test_several_rules_speak_in_their_order():
    aturan = aturan_dari_json(
        [
            {"kondisi": "predikat_di_bawah", "tindakan": tindakan, "parameter": {"predikat": "baik"}}
            for tindakan in ("pembinaan", "pelatihan")
        ]
    )

    daftar = tanda(Keadaan(tahun=2026, predikat=Predikat.KURANG), daftar_aturan=aturan)

    assert [satu.tindakan for satu in daftar] == [Tindakan.PEMBINAAN, Tindakan.PELATIHAN]
    assert [satu.aturan for satu in daftar] == list(aturan)


def test_rules_survive_being_stored():
    aturan = aturan_dari_json([kasus["aturan"] for kasus in KASUS])

    assert aturan_dari_json(json.loads(json.dumps(aturan_ke_json(aturan)))) == aturan


def _isi(kondisi="predikat_berturut", tindakan="promosi", **parameter):
    return [{"kondisi": kondisi, "tindakan": tindakan, "parameter": parameter}]


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        ({"kondisi": "aspek_terlemah"}, "harus berupa daftar"),
        (["aspek_terlemah"], "Aturan nomor 1: isinya bukan pasangan"),
        ([{"tindakan": "dialog"}], "kondisi “” tidak dikenal"),
        (_isi("nilai_jelek"), "kondisi “nilai_jelek” tidak dikenal. Pilih salah satu: aspek_di_bawah"),
        (_isi("aspek_terlemah", "hukuman"), "tindakan “hukuman” tidak dikenal. Pilih salah satu: pelatihan"),
        (_isi(predikat="baik"), "memerlukan banyaknya tahun"),
        (_isi(tahun=2), "memerlukan predikat"),
        (_isi("capaian_jp_kurang"), "memerlukan target jam pelajaran"),
        (_isi(predikat="hebat", tahun=2), "Predikat “hebat” tidak dikenal"),
        (_isi(predikat=["baik"], tahun=2), "tidak dikenal"),
        (_isi(predikat="baik", tahun=1), "angka 2 sampai 10"),
        (_isi(predikat="baik", tahun="2"), "angka 2 sampai 10"),
        (_isi(predikat="baik", tahun=True), "angka 2 sampai 10"),
        (_isi("capaian_jp_kurang", target=0), "angka 1 sampai 1000"),
        (_isi("aspek_terlemah", ambang=1), "tidak mengenal isian “ambang”"),
        ([{"kondisi": "aspek_terlemah", "tindakan": "dialog", "parameter": [1]}], "isian tambahannya"),
    ],
)
def test_a_rule_that_cannot_be_read_is_refused_kindly(isi, pesan):
    with pytest.raises(AturanTidakSah, match=pesan):
        aturan_dari_json(isi)


def test_the_number_of_the_wrong_rule_is_told():
    with pytest.raises(AturanTidakSah, match="Aturan nomor 2"):
        aturan_dari_json([*_isi("aspek_terlemah", "dialog"), *_isi("aspek_terlemah", "dipecat")])


def test_every_condition_names_its_parameters():
    assert set(PARAMETER) == set(Kondisi)
