"""Every action that the code records has a sentence in the trail."""

import ast
from pathlib import Path

import kinerja
from kinerja.jejak.istilah import KALIMAT, predikat_tindakan

AKAR = Path(kinerja.__file__).parent


def recorded_actions():
    """Names written as a string in a call of `record(...)` anywhere in the product."""
    for berkas in AKAR.rglob("*.py"):
        for simpul in ast.walk(ast.parse(berkas.read_text())):
            if isinstance(simpul, ast.Call) and simpul.args:
                nama = getattr(simpul.func, "attr", getattr(simpul.func, "id", ""))
                pertama = simpul.args[0]
                if nama == "record" and isinstance(pertama, ast.Constant) and isinstance(pertama.value, str):
                    yield pertama.value, berkas.name


def test_every_recorded_action_has_a_sentence():
    tanpa = {f"{tindakan} ({berkas})" for tindakan, berkas in recorded_actions() if tindakan not in KALIMAT}

    assert not tanpa, "Tulis kalimatnya di kinerja/jejak/istilah.py"


def test_action_without_a_sentence_still_reads_as_words():
    assert predikat_tindakan("umpan_balik.kirim_ulang") == "melakukan “kirim ulang” pada umpan balik"
