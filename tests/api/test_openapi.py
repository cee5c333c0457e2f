"""The promise is committed, complete, and kept: schemathesis tries to find where it is not."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.config import SchemathesisConfig
from schemathesis.specs.openapi.checks import positive_data_acceptance

from config.wsgi import application
from kinerja.api import laju
from kinerja.api.v1.api import as_text, dokumen
from kinerja.integrasi.istilah import PETA_PERISTIWA, Peristiwa
from tests.arsitektur.dunia import plant_dunia

AKAR = Path(__file__).resolve().parents[2]
DETIK = 30
DAFTAR = [
    (cara.upper(), path)
    for path, isi in dokumen()["paths"].items()
    for cara in isi
    if cara in ("get", "post")
]


def test_the_file_of_the_promise_is_the_promise():
    berkas = (AKAR / "docs/api/openapi.json").read_text(encoding="utf-8")

    assert berkas == as_text(), "python -m kinerja.api.v1 > docs/api/openapi.json"


def test_anybody_reads_the_promise(client, db):
    assert client.get("/api/v1/openapi.json").json() == json.loads(as_text())


def test_every_operation_says_what_it_is_for_and_how_it_refuses():
    for isi in dokumen()["paths"].values():
        for operasi in isi.values():
            assert operasi["summary"] and operasi["security"]
            assert {"400", "401", "403", "404", "405", "413", "422", "429"} <= set(
                map(str, operasi["responses"])
            )


@pytest.fixture
def one_connection() -> Iterator[None]:
    """A server closes its connection after a request; here it is that of the test, as Django's own client knows."""
    for sinyal in (request_started, request_finished):
        sinyal.disconnect(close_old_connections)
    yield
    for sinyal in (request_started, request_finished):
        sinyal.connect(close_old_connections)


@pytest.mark.django_db
@pytest.mark.usefixtures("one_connection")
@pytest.mark.filterwarnings("default")
def test_schemathesis_finds_nothing(orang, buat_token, settings):
    settings.KINERJA_API_LAJU_BACA = settings.KINERJA_API_LAJU_TULIS = 10**9
    laju.forget()
    plant_dunia(orang)
    token = buat_token()
    skema = schemathesis.openapi.from_dict(json.loads(as_text()), config=SchemathesisConfig())
    skema.app = application
    habis = time.monotonic() + DETIK
    dicoba = 0
    for cara, path in DAFTAR:
        dicoba += try_operation(skema[path][cara], token, sampai=habis)
    assert dicoba >= 5 * len(DAFTAR)


def try_operation(operasi, token: str, *, sampai: float) -> int:
    jumlah = 0

    @given(case=operasi.as_strategy())
    @settings_of_search
    def search(case) -> None:
        nonlocal jumlah
        if time.monotonic() > sampai and jumlah >= 5:
            return
        jumlah += 1
        # A cursor of our making and a column that exists are more than a schema can say.
        case.call_and_validate(
            headers={"Authorization": f"Bearer {token}", "Accept-Encoding": "identity"},
            excluded_checks=[positive_data_acceptance],
        )

    search()
    return jumlah


def settings_of_search(fungsi):
    return settings(
        max_examples=25,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )(fungsi)


def test_the_page_for_developers_speaks_of_what_there_is():
    teks = (AKAR / "docs/dev/api.md").read_text(encoding="utf-8")
    alamat = {re.sub(r"[?#].*", "", a) for a in re.findall(r"\$KINERJA(/api/v1/[\w/?=&.$-]*)", teks)}
    pola = {re.sub(r"\{\w+\}", r"[^/]+", path) for path in dokumen()["paths"]}

    assert len(alamat) >= 4
    assert not [a for a in alamat if not any(re.fullmatch(p, a) for p in pola)]
    for peristiwa in set(PETA_PERISTIWA.values()) | {Peristiwa.UJI}:
        assert f"`{peristiwa.value}`" in teks
