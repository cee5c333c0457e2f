"""The README states facts: the accounts, the password, the targets of make."""

import re
from pathlib import Path

from kinerja.demo.baca import find_pemeran
from kinerja.demo.management.commands.layani import PERKENALAN
from kinerja.demo.tanam.organisasi import SANDI_DEMO

AKAR = Path(__file__).resolve().parents[2]
README = (AKAR / "README.md").read_text()


def test_accounts_are_those_of_the_cast():
    tabel = re.findall(r"\| `(\d{18})` \| (.+?) \| (.+?) \|", README)

    assert tabel == [(find_pemeran(slug).nip, find_pemeran(slug).nama, untuk) for slug, untuk in PERKENALAN]


def test_password_is_the_one_that_is_planted():
    assert f"`{SANDI_DEMO}`" in README


def test_every_make_target_exists():
    makefile = (AKAR / "Makefile").read_text()

    assert not [
        t for t in re.findall(r"make ([a-z0-9]+)", README) if not re.search(rf"^{t}:", makefile, re.M)
    ]


def test_readme_stays_short():
    assert len(README.splitlines()) <= 120
