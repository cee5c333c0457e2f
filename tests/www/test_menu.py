"""The menu stays short, and everything in it can be reached."""

from __future__ import annotations

import re

import pytest


def menu(respons) -> str:
    isi = respons.content.decode()
    return isi[isi.index('class="menu-samping"') : isi.index("</nav>")]


def seen(isi: str) -> list[str]:
    """What stands there before anything is unfolded: entries, and the headings that fold."""
    tertutup = re.sub(
        r'(<details class="menu-kelompok">\s*<summary>[^<]*</summary>).*?</details>', r"\1", isi, flags=re.S
    )
    return re.findall(r'<a href="([^"]*)"', tertutup) + re.findall(r"<summary>([^<]*)", tertutup)


def test_an_employee_sees_nine_places_at_most(masuk):
    isi = menu(masuk("pak-budi").get("/"))

    assert len(seen(isi)) <= 9
    assert 'href="/dialog/"' in isi  # folded, and still there without a script


@pytest.mark.parametrize(("slug", "kelompok"), [("pak-anton", "Mengelola"), ("bu-sari", "Memimpin")])
def test_what_somebody_came_for_is_open(masuk, slug, kelompok):
    assert f'<details class="menu-kelompok" open><summary>{kelompok}' in menu(masuk(slug).get("/"))


def test_the_group_of_the_page_is_open(masuk):
    assert '<details class="menu-kelompok" open><summary>Bertumbuh' in menu(masuk("pak-budi").get("/dialog/"))
