"""Whatever is typed into an address or a form, the answer is a page that helps: never a crash.

SQLite is more patient than PostgreSQL, so `as_strict_as_postgresql` refuses what PostgreSQL would refuse.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlencode

import pytest
from django.db import connection, models, transaction
from django.test import Client

from kinerja.penilaian.models import Evaluasi
from kinerja.perencanaan.models import SKP
from tests.arsitektur.test_akses import DAFTAR_ALAMAT, TABEL, address

JAHAT = {
    "nol_biner": "a\0b",
    "bukan_angka": "²",
    "raksasa": "9" * 30,
    "lebih_raksasa": "9" * 5000,
    "tahun_habis": "9999-12-31",
    "kutip": "' OR 1=1 --%_\\\"<script>${7*7} " * 100,
}
JAHAT_SATUAN = (
    *JAHAT.values(), "", "٣٤", "-1", "Infinity", "NaN", "1e999", "0000-00-00", "0001-01-01", "rhk-²", "a b" * 20_000,
)  # fmt: skip
PARAMETER = (
    "halaman", "periode", "tahun", "unit", "status", "cari", "sebelum", "dari", "ke", "sel", "permintaan", "bagian",
    "kode", "next", "jenis", "tindakan", "pelaku", "mulai", "sampai", "penilai", "jabatan", "pada", "mulai_on",
    "langkah", "revisi", "rhk", "penempatan", "rhk_pimpinan", "teks", "arah", "dialog-catatan", "putusan", "asal",
)  # fmt: skip
# Who writes the most comes first.
DAFTAR_ORANG = ("pemilik", "penilai", "admin", "atasan", "auditor", "pimpinan", "anonim")
TERBANYAK_MEDAN = 8
# A plan that runs with an objection, and one that is being written while its evaluation is open.
TAHAP = (("ditetapkan", "keberatan"), ("draf", "dibuka"), ("diajukan", "dinilai"))


class DitolakPostgreSQL(AssertionError):
    """SQLite took what PostgreSQL would not."""


def _refuse(nilai: object, asal: object) -> None:
    if isinstance(nilai, str) and "\0" in nilai:
        raise DitolakPostgreSQL(f"NUL dalam {asal}")
    if isinstance(nilai, int) and abs(nilai) >= 2**63:
        raise DitolakPostgreSQL(f"angka terlalu besar dalam {asal}")


@pytest.fixture(autouse=True)
def as_strict_as_postgresql(monkeypatch, db) -> Iterator[None]:
    asli = models.CharField.get_db_prep_save

    def get_db_prep_save(self: Any, value: Any, connection: Any) -> Any:
        if isinstance(value, str) and self.max_length and len(value) > self.max_length:
            raise DitolakPostgreSQL(f"{self}: {len(value)} > {self.max_length}")
        return asli(self, value, connection)

    def execute(lanjut: Callable[..., Any], sql: str, params: Any, many: bool, context: object) -> Any:
        for baris in params if many else [params or ()]:
            for nilai in baris:
                _refuse(nilai, sql[:80])
        return lanjut(sql, params, many, context)

    monkeypatch.setattr(models.CharField, "get_db_prep_save", get_db_prep_save)
    with connection.execute_wrapper(execute):
        yield


class Formulir(HTMLParser):
    """The forms of a page that write: where they go and what they carry."""

    def __init__(self, alamat: str) -> None:
        super().__init__()
        self.alamat = alamat
        self.daftar: list[tuple[str, dict[str, str]]] = []
        self.dalam = False
        self.pilihan = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        a = {nama: nilai or "" for nama, nilai in attrs}
        if tag == "form":
            self.dalam = a.get("method", "").lower() == "post"
            if self.dalam:
                self.daftar.append((a.get("action") or self.alamat, {}))
        elif self.dalam and a.get("name"):
            self._field(tag, a)
        elif self.dalam and tag == "option" and self.pilihan:
            medan = self.daftar[-1][1]
            if "selected" in a or not medan[self.pilihan]:
                medan[self.pilihan] = a.get("value", "")

    def handle_endtag(self, tag: str) -> None:
        self.dalam = self.dalam and tag != "form"
        self.pilihan = "" if tag == "select" else self.pilihan

    def _field(self, tag: str, a: dict[str, str]) -> None:
        medan = self.daftar[-1][1]
        if tag == "select":
            self.pilihan = a["name"]
        if a.get("type") in ("radio", "checkbox") and "checked" not in a:
            medan.setdefault(a["name"], a.get("value", "on"))
        elif tag != "button" or a["name"] not in medan:
            medan[a["name"]] = a.get("value", "")


def send(client: Client, cara: str, alamat: str, isi: dict[str, str] | None = None) -> str:
    """What went wrong, in one line; whatever was changed is undone."""
    try:
        with transaction.atomic():
            respons = client.post(alamat, isi) if cara == "POST" else client.get(alamat)
            transaction.set_rollback(True)
    except Exception as error:
        return f"{cara} {alamat[:120]} {str(isi)[:160]}: {type(error).__name__} {str(error)[:200]}"
    return f"{cara} {alamat[:120]}: {respons.status_code}" if respons.status_code >= 500 else ""


def visitors(nama: str) -> list[str]:
    return [siapa for siapa in DAFTAR_ORANG if siapa in TABEL[nama]["boleh"]] or ["pemilik"]


@pytest.mark.parametrize("nama", sorted(DAFTAR_ALAMAT))
def test_no_query_string_and_no_body_breaks_a_page(nama, dunia, pengetuk):
    alamat, salah = address(nama, dunia), []
    client = pengetuk(visitors(nama)[0])

    for nilai in JAHAT.values():
        isi = dict.fromkeys(PARAMETER, nilai)
        if TABEL[nama]["cara"] == "GET":
            salah.append(send(client, "GET", f"{alamat}?{urlencode(isi)}"))
        else:
            salah.append(send(client, "POST", alamat, isi))

    assert not [s for s in salah if s]


@pytest.mark.parametrize("nama", sorted(nama for nama, baris in TABEL.items() if baris["cara"] == "GET"))
def test_no_field_breaks_a_form(nama, dunia, pengetuk):
    alamat, salah, sudah = address(nama, dunia), [], []

    pertama, kedua = (visitors(nama) * 2)[:2]
    for siapa, tahap in zip((pertama, pertama, kedua), TAHAP, strict=True):
        set_stage(dunia, *tahap)
        client = pengetuk(siapa)
        for tujuan, medan in forms_of(client, alamat):
            if (tujuan, sorted(medan)) not in sudah:
                sudah.append((tujuan, sorted(medan)))
                salah += [send(client, "POST", tujuan, isi) for isi in spoilt(medan)]

    assert not [s for s in salah if s]


def set_stage(dunia: dict[str, object], status_skp: str, status_evaluasi: str) -> None:
    """Straight into the table: this test is about pages, not about how a plan gets there."""
    SKP.objects.filter(pk=dunia["skp_id"]).update(status=status_skp)
    Evaluasi.objects.filter(pk=dunia["evaluasi_id"]).update(status=status_evaluasi)


def forms_of(client: Client, alamat: str) -> list[tuple[str, dict[str, str]]]:
    respons = client.get(alamat)
    if not respons.get("Content-Type", "").startswith("text/html"):
        return []
    pembaca = Formulir(alamat)
    pembaca.feed(respons.content.decode())
    return [(tujuan, medan) for tujuan, medan in pembaca.daftar if not tujuan.startswith("/akun/")]


def spoilt(medan: dict[str, str]) -> Iterator[dict[str, str]]:
    """All fields at once, then each kind of field alone; the hostile values take turns."""
    for nama in ("nol_biner", "lebih_raksasa", "kutip"):
        yield dict.fromkeys(medan, JAHAT[nama])
    sejenis = {re.sub(r"\d+", "#", nama): nama for nama in medan if nama != "csrfmiddlewaretoken"}
    for urutan, nama in enumerate(list(sejenis.values())[:TERBANYAK_MEDAN]):
        yield {**medan, nama: JAHAT_SATUAN[(urutan + len(medan)) % len(JAHAT_SATUAN)]}
