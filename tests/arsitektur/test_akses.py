"""Every address × every role × every relation: who gets in is written in `akses.yaml`, and nobody else does.

A new address fails here until somebody has decided who may use it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from kinerja.jejak.models import Catatan
from tests.arsitektur.dunia import DAFTAR_PENGETUK

TABEL: dict[str, dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("akses.yaml").read_text())
# allauth's own pages are walked in tests/www/akun; they show nobody's record.
AREA_LUAR = ("account_", "mfa_", "galeri:")


def addresses(daftar: list[Any], awalan: str = "") -> Iterator[tuple[str, tuple[str, ...]]]:
    """Name and argument names of every address of ours."""
    for butir in daftar:
        if isinstance(butir, URLResolver):
            ruang = f"{awalan}{butir.namespace}:" if butir.namespace else awalan
            yield from addresses(butir.url_patterns, ruang)
        elif isinstance(butir, URLPattern) and butir.name:
            yield f"{awalan}{butir.name}", tuple(butir.pattern.converters)


DAFTAR_ALAMAT = {
    nama: argumen
    for nama, argumen in addresses(get_resolver().url_patterns)
    if not nama.startswith(AREA_LUAR)
}


def test_every_address_is_in_the_table_and_every_row_is_an_address():
    assert set(TABEL) == set(DAFTAR_ALAMAT)


def address(nama: str, dunia: dict[str, object]) -> str:
    baris = TABEL[nama]
    ganti = {kunci: dunia[catatan] for kunci, catatan in baris.get("ganti", {}).items()}
    isian = {**dunia, **ganti, **baris.get("isian", {})}
    return reverse(nama, kwargs={kunci: isian[kunci] for kunci in DAFTAR_ALAMAT[nama]})


def is_open(respons: Any) -> bool:
    if respons.status_code in (401, 403, 404, 405):
        return False
    return not (respons.status_code == 302 and "/akun/masuk/" in respons.url)


def knock(client: Client, cara: str, alamat: str) -> Any:
    """The answer; whatever it changed is undone."""
    with transaction.atomic():
        respons = client.post(alamat) if cara == "POST" else client.get(alamat)
        transaction.set_rollback(True)
    return respons


@pytest.mark.parametrize("nama", sorted(DAFTAR_ALAMAT))
def test_only_those_in_the_table_get_in(nama, dunia, pengetuk):
    baris = TABEL[nama]
    alamat = address(nama, dunia)

    masuk = {siapa for siapa in DAFTAR_PENGETUK if is_open(knock(pengetuk(siapa), baris["cara"], alamat))}

    assert masuk == set(baris["boleh"])


@pytest.mark.parametrize("nama", sorted(nama for nama, baris in TABEL.items() if baris["cara"] == "GET"))
def test_what_is_closed_for_reading_is_closed_for_writing(nama, dunia, pengetuk):
    baris = TABEL[nama]
    alamat = address(nama, dunia)
    sebelum = Catatan.objects.count()

    terbuka = [
        siapa
        for siapa in set(DAFTAR_PENGETUK) - set(baris.get("boleh_tulis", baris["boleh"]))
        if is_open(knock(pengetuk(siapa), "POST", alamat))
    ]

    assert not terbuka
    assert Catatan.objects.count() == sebelum
