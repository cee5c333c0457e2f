"""The house rules that a machine can check."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps

AKAR = Path(__file__).resolve().parents[2]
DAFTAR_BERKAS = [
    berkas
    for folder in ("kinerja", "config", "tests")
    for berkas in sorted((AKAR / folder).rglob("*.py"))
    if "migrations" not in berkas.parts
]
MENULIS = re.compile(
    r"\.(save|create|update|delete|bulk_create|bulk_update|get_or_create|update_or_create)\("
)
DALAM_APP = {
    "__init__", "models", "actions", "queries", "permissions", "tasks", "admin", "apps", "formulir", "istilah", "lingkup",
}  # fmt: skip
APP = (
    "pekerjaan", "jejak", "akun", "kepegawaian", "kompetensi", "rekap", "kebijakan", "layanan", "perencanaan", "pelaksanaan", "sumber", "penilaian",
    "statistik", "kalibrasi", "dialog", "dukungan",
    "bimbingan",
    "integrasi",
    "pelatihan",
    "pantau",
    "pembinaan",
    "setelan",
    "talenta",
    "tindak_lanjut",
    "sosialisasi",
    "tanya",
    "acara",
    "kesiapan",
)  # fmt: skip
# Sign-in needs the pieces that allauth and axes ask for by path.
TAMBAHAN = {
    "jejak": {"objek", "sidik"},
    "pekerjaan": {"daftar", "kerja", "pekerja"},
    "kepegawaian": {"impor", "rancangan"},
    "kompetensi": {"impor"},
    "rekap": {"impor"},
    "pelatihan": {"impor"},
    "karier": {"impor"},
    "setelan": {"daftar"},
    "talenta": {"impor", "setelan"},
    "tanya": {"setelan"},
    "bimbingan": {"brankas"},
    "sosialisasi": {"panduan", "latihan"},
    "pantau": {"hidup"},
    "sumber": {"amplop"},
    "akun": {"adapter", "backends", "enkripsi", "hashers", "penguncian", "perangkat", "formulir"},
}


def name(berkas: Path) -> str:
    return str(berkas.relative_to(AKAR))


def functions(berkas: Path) -> Iterator[ast.FunctionDef]:
    for simpul in ast.walk(ast.parse(berkas.read_text())):
        if isinstance(simpul, ast.FunctionDef):
            yield simpul


def length(fungsi: ast.FunctionDef) -> int:
    return (fungsi.end_lineno or fungsi.lineno) - fungsi.lineno + 1


@pytest.mark.parametrize("berkas", DAFTAR_BERKAS, ids=name)
def test_a_file_can_be_read_in_one_sitting(berkas):
    assert len(berkas.read_text().splitlines()) <= 400


@pytest.mark.parametrize("berkas", DAFTAR_BERKAS, ids=name)
def test_a_function_fits_on_a_screen(berkas):
    panjang = [f"{fungsi.name} ({length(fungsi)})" for fungsi in functions(berkas) if length(fungsi) > 50]

    assert not panjang


def test_a_view_is_short():
    panjang = [
        f"{name(berkas)}:{fungsi.name} ({length(fungsi)})"
        for berkas in (AKAR / "kinerja" / "www").rglob("views*.py")
        for fungsi in functions(berkas)
        if length(fungsi) > 40
    ]

    assert not panjang


def test_pages_write_nothing_themselves():
    pelanggar = [
        f"{name(berkas)}: {baris.strip()}"
        for berkas in (AKAR / "kinerja" / "www").rglob("*.py")
        for baris in berkas.read_text().splitlines()
        if MENULIS.search(baris)
        and "form.save" not in baris
        and not re.search(r"\w+\.update\(\w+=|env\.|segno\.make", baris)
    ]

    assert not pelanggar


def test_a_template_fits_its_page():
    panjang = {
        name(berkas): jumlah
        for berkas in (AKAR / "kinerja" / "templates").rglob("*.html")
        if (jumlah := len(berkas.read_text().splitlines())) > 150
    }

    assert not panjang


def test_every_template_is_used():
    kode = "\n".join(b.read_text() for b in (AKAR / "kinerja").rglob("*.py"))
    kode += "\n".join(b.read_text() for b in (AKAR / "kinerja" / "templates").rglob("*.html"))
    # Found by their name alone: Django's error pages, and the pages that allauth draws.
    oleh_nama = re.compile(r"^(\d{3}(_csrf)?\.html|account/|mfa/|usersessions/)")
    templat = [
        str(b.relative_to(AKAR / "kinerja" / "templates"))
        for b in (AKAR / "kinerja" / "templates").rglob("*.html")
    ]

    assert not [t for t in templat if f'"{t}"' not in kode and not oleh_nama.match(t)]


@pytest.mark.parametrize("app", APP)
def test_an_app_has_only_files_named_for_their_role(app):
    nama = {
        (jalur.stem if jalur.is_file() else jalur.name)
        for jalur in (AKAR / "kinerja" / app).iterdir()
        if jalur.suffix == ".py" or (jalur.is_dir() and (jalur / "__init__.py").exists())
    }

    assert nama - DALAM_APP - {"migrations", "management"} - TAMBAHAN.get(app, set()) == set()


def test_every_model_is_in_the_glossary():
    glosarium = (AKAR / "docs" / "glosarium.md").read_text()

    hilang = [
        m.__name__
        for m in apps.get_models()
        if m.__module__.startswith("kinerja") and f"`{m.__name__}`" not in glosarium
    ]

    assert not hilang


def test_there_is_no_word_of_the_layers_we_do_not_have():
    terlarang = {"services", "selectors", "managers", "utils", "helpers", "signals", "serializers"}

    assert not [name(b) for b in DAFTAR_BERKAS if b.stem in terlarang]


def test_lock_files_name_no_registry():
    daftar = [*AKAR.glob("requirements*.txt"), AKAR / "package-lock.json"]

    assert not [b.name for b in daftar if re.search(r"https?://", b.read_text())]


def test_every_relative_link_of_the_documents_leads_somewhere():
    putus = [
        f"{name(dokumen)} → {tautan}"
        for dokumen in [*AKAR.glob("*.md"), *(AKAR / "docs").rglob("*.md")]
        for tautan in re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", dokumen.read_text())
        if not (dokumen.parent / tautan).exists()
    ]

    assert not putus


def test_no_two_querysets_share_a_name():
    """The type checker keeps managers by that name; which of two it takes depends on what it read first."""
    nama = [
        simpul.name
        for berkas in DAFTAR_BERKAS
        for simpul in ast.walk(ast.parse(berkas.read_text()))
        if isinstance(simpul, ast.ClassDef) and simpul.name.endswith("QuerySet")
    ]
    assert len(nama) == len(set(nama)), sorted({satu for satu in nama if nama.count(satu) > 1})


def chain(simpul: ast.expr) -> Iterator[str]:
    """The methods called one after the other, the last first."""
    while isinstance(simpul, ast.Call) and isinstance(simpul.func, ast.Attribute):
        yield simpul.func.attr
        simpul = simpul.func.value


def test_a_lock_and_a_join_are_two_queries():
    """In one, PostgreSQL drops a row whose joined key changed while it waited; kinerja/lib/baris.py says more."""
    bersama = [
        f"{name(berkas)}:{simpul.lineno}"
        for berkas in DAFTAR_BERKAS
        for simpul in ast.walk(ast.parse(berkas.read_text()))
        if isinstance(simpul, ast.Call)
        and "select_for_update" in (urutan := set(chain(simpul)))
        and any(satu == "select_related" or satu.startswith("with_") for satu in urutan)
    ]
    assert not bersama
