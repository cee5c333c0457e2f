"""What the law names keeps the law's name in code: classes, fields and arguments; verbs and comments are English."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator

import pytest

from tests.arsitektur.test_susunan import AKAR, name

# Forbidden synonym → the word of docs/glosarium.md.
SINONIM = {
    "achievement": "capaian", "appraisal": "evaluasi", "appraiser": "penilai", "assessor": "penilai",
    "attachment": "lampiran", "behavior": "perilaku", "behaviour": "perilaku", "dialogue": "dialog",
    "employee": "pegawai", "evaluation": "evaluasi", "evidence": "bukti", "feedback": "umpan_balik",
    "holiday": "libur", "indicator": "indikator", "objection": "keberatan", "organization": "instansi",
    "period": "periode", "policy": "kebijakan", "rater": "penilai",
    "realization": "realisasi", "subordinate": "bawahan", "supervisor": "penilai", "workunit": "unit_kerja",
}  # fmt: skip
KATA = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
DAFTAR_BERKAS = [b for b in sorted((AKAR / "kinerja").rglob("*.py")) if "migrations" not in b.parts]


def holders(pohon: ast.AST) -> Iterator[str]:
    """Every name that holds something: classes, arguments, fields and variables."""
    for simpul in ast.walk(pohon):
        if isinstance(simpul, ast.ClassDef) and not simpul.name.startswith(
            "Cannot"
        ):  # a refusal is a sentence
            yield simpul.name
        elif isinstance(simpul, ast.arg):
            yield simpul.arg
        elif isinstance(simpul, ast.Name | ast.Attribute) and isinstance(simpul.ctx, ast.Store):
            yield simpul.id if isinstance(simpul, ast.Name) else simpul.attr


def singular(kata: str) -> str:
    return re.sub(r"ies$", "y", kata) if kata.endswith("ies") else kata.removesuffix("s")


def synonyms(kode: str) -> list[str]:
    return [
        f"{nama}: pakai {SINONIM[singular(kata.lower())]}"
        for nama in holders(ast.parse(kode))
        for kata in KATA.findall(nama)
        if singular(kata.lower()) in SINONIM
    ]


@pytest.mark.parametrize("berkas", DAFTAR_BERKAS, ids=name)
def test_the_code_speaks_the_words_of_the_law(berkas):
    assert not synonyms(berkas.read_text())


@pytest.mark.parametrize(
    "kode", ["class EmployeeForm: ...", "daftar_evaluations = 1", "def f(*, policies): ...", "self.daftar_supervisor = 1"]
)  # fmt: skip
def test_a_synonym_is_found(kode):
    assert synonyms(kode)


EJAAN = tomllib.loads((AKAR / ".typos.toml").read_text())["default"]["extend-words"]
SALAH_EJA = {salah: benar for salah, benar in EJAAN.items() if salah != benar}
DAFTAR_PROSA = [
    *sorted((AKAR / "kinerja" / "templates").rglob("*.html")),
    *sorted((AKAR / "docs" / "panduan").rglob("*.md")),
    *sorted((AKAR / "kinerja").rglob("*.yaml")),
]


@pytest.mark.parametrize("berkas", DAFTAR_PROSA, ids=name)
def test_people_read_one_spelling(berkas):
    """The folders that the spelling checker leaves alone, because they hold nothing but Indonesian."""
    kata = set(re.findall(r"[a-z]+", berkas.read_text().lower()))

    assert not {salah: SALAH_EJA[salah] for salah in kata & set(SALAH_EJA)}
