"""House rules of the law: cited, typed, explained, called by name; every reading written down."""

import ast
import inspect
import re
import sys
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest

import kinerja.peraturan
from kinerja.peraturan.matriks import load_rules
from kinerja.peraturan.rujukan import DAFTAR_ATURAN, Rujukan, berdasarkan

AKAR = Path(__file__).parents[2]
# These modules serve the rules; they contain none.
BUKAN_ATURAN = {"rujukan", "matriks", "parameter", "temuan", "naskah", "istilah"}


def public_functions():
    for modul in walk_packages(kinerja.peraturan.__path__, "kinerja.peraturan."):
        if modul.name.rpartition(".")[2] in BUKAN_ATURAN:
            continue
        for nama, fungsi in inspect.getmembers(import_module(modul.name), inspect.isfunction):
            if not nama.startswith("_") and fungsi.__module__ == modul.name:
                yield nama, fungsi


PUBLIK = dict(public_functions())


@pytest.mark.parametrize("nama", sorted(PUBLIK))
def test_rule_is_cited_typed_and_explained(nama):
    fungsi = PUBLIK[nama]
    parameter = list(inspect.signature(fungsi).parameters.values())

    assert fungsi.rujukan and DAFTAR_ATURAN[nama] is fungsi
    assert inspect.getdoc(fungsi)
    assert set(fungsi.__annotations__) == {satu.name for satu in parameter} | {"return"}
    if nama != "status_berikutnya":  # status and step read as a sentence without their names
        assert all(satu.kind is satu.KEYWORD_ONLY for satu in parameter[1:])


def test_every_registered_rule_is_a_public_function():
    assert set(load_rules()) == set(PUBLIK)


def test_every_reading_cited_is_written_down_and_every_one_written_down_is_cited():
    tertulis = set(re.findall(r"^## (T\d+)\b", (AKAR / "docs/peraturan/tafsir.md").read_text(), re.MULTILINE))
    berkas = [satu for akhiran in ("py", "toml", "yaml") for satu in (AKAR / "kinerja").rglob(f"*.{akhiran}")]
    kasus = [*(AKAR / "tests/peraturan/kasus").glob("*.yaml")]
    disebut = {kode for satu in berkas + kasus for kode in re.findall(r"\bT\d+\b", satu.read_text())}

    assert disebut == tertulis


def test_citation_of_an_unknown_regulation_is_refused():
    with pytest.raises(LookupError, match="PermenPANRB 99/2099"):
        berdasarkan("PermenPANRB 99/2099", "Pasal 1")


def test_citation_reads_like_a_footnote():
    assert (
        str(Rujukan("PermenPANRB 6/2022", "Pasal 24 ayat (2)", 14))
        == "PermenPANRB 6/2022, Pasal 24 ayat (2) (hlm. 14)"
    )
    assert str(Rujukan("PP 30/2019", "Pasal 59")) == "PP 30/2019, Pasal 59"


def test_stacked_citations_keep_their_order():
    assert [rujukan.halaman for rujukan in DAFTAR_ATURAN["batas_penetapan_skp"].rujukan] == [10, 65]


@pytest.mark.parametrize(
    "berkas", sorted((AKAR / "kinerja/peraturan").rglob("*.py")), ids=lambda berkas: berkas.name
)
def test_the_law_imports_the_standard_library_and_itself_only(berkas):
    pohon = ast.parse(berkas.read_text(encoding="utf-8"))
    impor = {
        satu.name for simpul in ast.walk(pohon) if isinstance(simpul, ast.Import) for satu in simpul.names
    }
    impor |= {simpul.module for simpul in ast.walk(pohon) if isinstance(simpul, ast.ImportFrom)}

    asing = {nama for nama in impor if nama.partition(".")[0] not in sys.stdlib_module_names}
    assert all(nama.startswith("kinerja.peraturan") for nama in asing)
