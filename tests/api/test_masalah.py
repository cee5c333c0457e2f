"""Every refusal is application/problem+json in Indonesian."""

from __future__ import annotations

import json

import pytest
from django.test import override_settings

from kinerja.api import laju
from kinerja.integrasi.istilah import Cakupan
from tests.api.conftest import Pemanggil

pytestmark = pytest.mark.django_db


def problem(respons, status: int) -> dict:
    assert respons.status_code == status, respons.content
    assert respons["Content-Type"] == "application/problem+json"
    isi = json.loads(respons.content)
    assert isi["status"] == status
    assert isi["type"].startswith("urn:kinerja:masalah:")
    assert isi["title"] and isi["detail"]
    return isi


def test_without_a_token_nothing_opens_and_a_session_gives_nothing(masuk):
    respons = masuk("pak-anton").get("/api/v1/unit")

    problem(respons, 401)
    assert respons["WWW-Authenticate"].startswith("Bearer")


@pytest.mark.parametrize("token", ["salah", "knj_" + "a" * 43, "é", "a" * 5000, "'; --"])
def test_a_wrong_token_is_no_token(token, db):
    problem(Pemanggil(token.encode().decode("latin-1")).get("/unit"), 401)


def test_an_unknown_parameter_is_named(panggil):
    assert "halaman" in problem(panggil.get("/unit?halaman=2"), 422)["detail"]
    problem(panggil.get("/unit/1?jumlah=2"), 422)


@pytest.mark.parametrize("jumlah", ["0", "501", "banyak", "9" * 5000, "1e3", "-1", "%00"])
def test_a_value_that_cannot_be_used_is_explained(panggil, jumlah):
    isi = problem(panggil.get(f"/unit?jumlah={jumlah}"), 422)

    assert isi["galat"][0]["letak"].endswith("jumlah")


@pytest.mark.parametrize("kursor", ["x", "azA", "a" * 41, "%F0%9F%98%80", "MQ", "a-MQ"])
def test_a_cursor_that_we_never_gave_is_refused(panggil, kursor):
    problem(panggil.get(f"/unit?kursor={kursor}"), 422)


def test_what_is_not_there_is_not_there(panggil, db):
    problem(panggil.get("/unit/999999999"), 404)
    problem(panggil.get(f"/unit/{9 * 10**18}9"), 422)
    problem(panggil.get("/tidak-ada"), 404)
    problem(panggil.client.post("/api/v2/apa-saja", "{}", content_type="application/json"), 404)


def test_another_method_is_answered_with_those_that_there_are(panggil):
    respons = panggil.client.delete("/api/v1/unit")

    problem(respons, 405)
    assert respons["Allow"] == "GET"


@pytest.mark.parametrize(
    "badan", [b"", b"{", b"\x00", b"[" * 100_000, b'{"a": ' + b"9" * 5000 + b"}", b"\xff\xfe"]
)
def test_a_body_that_is_no_json_is_said_to_be_none(panggil, badan):
    problem(panggil.post("/impor", badan), 400 if badan else 422)


def test_a_body_that_is_too_large_is_not_read(panggil, settings):
    problem(panggil.post("/impor", b"[" + b" " * settings.DATA_UPLOAD_MAX_MEMORY_SIZE + b"]"), 413)


def test_a_scope_that_is_missing_is_named(buat_token):
    isi = problem(Pemanggil(buat_token(cakupan=[Cakupan.UNIT])).get("/hasil"), 403)

    assert Cakupan.HASIL.value in isi["detail"]


def test_who_calls_too_often_is_told_how_long_to_wait(panggil):
    with override_settings(KINERJA_API_LAJU_BACA=3):
        laju.forget()
        status = [panggil.get("/unit").status_code for _ in range(3)]
        respons = panggil.get("/unit")

    assert status == [200] * 3
    problem(respons, 429)
    assert int(respons["Retry-After"]) >= 1


def test_a_wrong_host_is_refused_in_the_same_way(panggil, settings):
    settings.ALLOWED_HOSTS = ["kinerja.go.id"]

    problem(panggil.get("/unit"), 400)
