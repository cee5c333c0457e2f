"""The committed matrix says what the code does."""

from pathlib import Path

from kinerja.peraturan.matriks import load_rules, matriks

AKAR = Path(__file__).parents[2]
TEKS = matriks(folder_kasus=AKAR / "tests/peraturan/kasus")


def test_committed_matrix_is_fresh():
    berkas = AKAR / "docs/peraturan/matriks.md"

    assert berkas.read_text(encoding="utf-8") == TEKS, (
        "Jalankan: python -m kinerja.peraturan.matriks > docs/peraturan/matriks.md"
    )


def test_every_rule_stands_in_the_matrix():
    assert all(f".{nama}`" in TEKS for nama in load_rules())
