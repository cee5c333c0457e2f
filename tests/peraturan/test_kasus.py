"""Every case file proves the rule whose name it bears; personnel and legal officers can read them."""

import re
from itertools import product
from pathlib import Path

import pytest
import yaml

from kinerja.peraturan.matriks import load_rules
from kinerja.peraturan.predikat import Rating
from tests.peraturan.bentuk import agrees, to_arguments

FOLDER = Path(__file__).parent / "kasus"
KUNCI = {"nama", "masukan", "keluaran", "galat", "sumber"}
TEMPAT = re.compile(r"hlm\. \d+|Pasal \d+|T\d+|\d+/\d{4}")
DAFTAR_ATURAN = load_rules()
# The C loader reads the same YAML ten times faster.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_cases():
    for berkas in sorted(FOLDER.glob("*.yaml")):
        for kasus in yaml.load(berkas.read_text(encoding="utf-8"), Loader=LOADER):
            yield berkas.stem, kasus


CASES = list(read_cases())


@pytest.mark.parametrize(
    ("nama_aturan", "kasus"), CASES, ids=[f"{aturan}: {kasus['nama']}" for aturan, kasus in CASES]
)
def test_case(nama_aturan, kasus):
    assert set(kasus) <= KUNCI and {"nama", "masukan", "sumber"} <= set(kasus)
    aturan = DAFTAR_ATURAN[nama_aturan]
    argumen = to_arguments(aturan, kasus["masukan"])

    if "galat" in kasus:
        with pytest.raises(Exception, match=kasus["galat"]) as galat:
            aturan(**argumen)
        assert galat.type.__module__.startswith("kinerja.peraturan")
    else:
        hasil = aturan(**argumen)
        assert agrees(kasus["keluaran"], hasil), hasil


def test_every_rule_has_a_case_file_and_every_case_file_a_rule():
    assert {berkas.stem for berkas in FOLDER.iterdir()} == set(DAFTAR_ATURAN)


def test_every_source_names_a_place():
    for _, kasus in CASES:
        assert TEMPAT.search(kasus["sumber"]), kasus["nama"]


def test_the_nine_cells_of_the_quadrant_are_all_there():
    sel = {tuple(kasus["masukan"].values()) for nama, kasus in CASES if nama == "predikat_kinerja"}

    assert sel == set(product(Rating, Rating))


def test_an_unknown_key_fails():
    with pytest.raises(AssertionError, match="tidak dikenal"):
        to_arguments(DAFTAR_ATURAN["batas_penetapan_skp"], {"tahun": 2026, "bulan": 1})
