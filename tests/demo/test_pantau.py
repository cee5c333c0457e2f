"""Every figure of Pantau equals the length of the list behind it, for everybody who watches; and counting again what
the trail touched gives what counting everything gives."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape

import pytest
from django.test import Client
from django.utils import timezone

from kinerja.pantau.actions import follow, rebuild
from kinerja.pantau.istilah import GABUNGAN, SEMUA_KOLOM, Kolom
from kinerja.pantau.models import Hitungan, Kedudukan, TandaDini
from kinerja.pelaksanaan import actions as pelaksanaan
from kinerja.pelaksanaan.models import Nada
from kinerja.penilaian import actions as penilaian
from kinerja.penilaian.models import Evaluasi
from kinerja.peraturan.alur import StatusEvaluasi, StatusSKP
from kinerja.peraturan.perilaku import NilaiDasar
from kinerja.perencanaan import actions as perencanaan
from kinerja.perencanaan.models import SKP
from tests.bench.halaman import pegawai_of
from tests.demo.test_tanam import (
    PADA,
    demo,  # noqa: F401 - the planted year, which pytest finds by its name
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]
PENONTON = (
    "sekda-pekanbaru", "kepala-dinkes", "bu-sari", "pak-anton", "camat-tenayan-raya", "kepala-bkpsdm-pontianak",
)  # fmt: skip
_TAUTAN = re.compile(r'<a href="(/pantau/daftar/[^"]+)">(.*?)</a>', re.DOTALL)
_ANGKA = re.compile(r'data-angka="[^"]*?(\w+)">([^<]*)<')


@pytest.fixture(autouse=True)
def one_day(monkeypatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: PADA)


def browser(slug: str) -> Client:
    client = Client()
    client.force_login(pegawai_of(slug).user, backend="kinerja.akun.backends.NIPBackend")
    return client


def length(client: Client, alamat: str) -> int:
    isi = client.get(unescape(alamat)).content.decode()
    if "Tidak ada yang menunggu di sini" in isi:
        return 0
    return int(re.search(r"<p>([\d.]+) baris", isi)[1].replace(".", ""))


def figures(client: Client, alamat: str) -> dict[str, set[int]]:
    """Address of a list → what the page says stands in it, from the page itself."""
    isi = client.get(alamat).content.decode()
    hasil: dict[str, set[int]] = {}
    for tautan, dalam in _TAUTAN.findall(isi):
        angka = dict(_ANGKA.findall(dalam))
        teks = next((t for k, t in angka.items() if k.endswith("_macet") or not k.endswith("persen")), dalam)
        if "ikm" not in angka and teks.replace(".", "").strip().isdigit():
            hasil.setdefault(tautan, set()).add(int(teks.replace(".", "")))
    return hasil


@pytest.mark.parametrize("slug", PENONTON)
def test_every_figure_is_as_long_as_its_list(slug):
    client = browser(slug)
    daftar = [figures(client, "/pantau/"), figures(client, "/pantau/tabel/")]

    beda = {
        alamat: (angka, panjang)
        for isi in daftar
        for alamat, angka in isi.items()
        if angka != {panjang := length(client, alamat)}
    }

    assert beda == {}
    assert min(len(isi) for isi in daftar) >= len(Kolom) - 5
    assert any(max(angka) > 0 for isi in daftar for angka in isi.values())


def test_the_whole_of_a_stage_is_its_list():
    """The large share of a card leads to everybody of the stage."""
    client = browser("sekda-pekanbaru")
    isi = client.get("/pantau/").content.decode()

    for kode in GABUNGAN:
        if kode.endswith("_semua") and kode != "tanda_semua":
            angka = int(re.search(rf'data-angka="{kode}">(\d+)<', isi)[1])
            assert length(client, f"/pantau/daftar/{kode}/") == angka


@pytest.mark.parametrize("slug", ["kepala-dinkes", "bu-sari"])
def test_a_list_shows_nobody_whom_one_may_not_see(slug):
    client, user = browser(slug), pegawai_of(slug).user
    boleh = set(SKP.objects.visible_to(user).values_list("pk", flat=True))

    for kode in (*GABUNGAN, *Kolom):
        isi = client.get(f"/pantau/daftar/{kode}/").content.decode()
        assert {int(n) for n in re.findall(r"/perencanaan/skp/(\d+)/", isi)} <= boleh


def test_no_list_tells_a_rating():
    client = browser("sekda-pekanbaru")

    for kode in GABUNGAN:
        isi = client.get(f"/pantau/daftar/{kode}/").content.decode()
        assert not re.search(r"Sangat baik|Butuh perbaikan|Di atas ekspektasi|Sesuai ekspektasi", isi, re.I)


def state() -> tuple[list[tuple[object, ...]], list[tuple[object, ...]]]:
    hitungan = Hitungan.objects.order_by("unit_kerja", "mendalam")
    tanda = TandaDini.objects.order_by("unit_kerja", "jenis", "skp", "indikator", "evaluasi", "penempatan")
    kolom_tanda = ("unit_kerja", "jenis", "skp", "indikator", "evaluasi", "penempatan", "sejak_on")
    return (
        list(hitungan.values_list("unit_kerja", "mendalam", *SEMUA_KOLOM)),
        list(tanda.values_list(*kolom_tanda)),
    )


def act() -> None:
    """One thing of every stage, in different units, through the actions that people use."""
    diajukan = SKP.objects.filter(status=StatusSKP.DIAJUKAN, tahun=2026).order_by("pk")[0]
    perencanaan.approve_skp(diajukan, by=diajukan.penilai.user, at=PADA)
    skp = SKP.objects.filter(status=StatusSKP.DITETAPKAN, tahun=2026, pegawai=pegawai_of("pak-budi")).get()
    pelaksanaan.give_feedback(
        skp,
        nilai=NilaiDasar.KOLABORATIF,
        nada=Nada.POSITIF,
        teks="Terima kasih sudah berbagi jadwal jaga.",
        by=skp.penilai.user,
        at=PADA,
    )
    terima = Evaluasi.objects.filter(status=StatusEvaluasi.DISERAHKAN).order_by("pk")[0]
    penilaian.receive_evaluasi(terima, by=terima.skp.pegawai.user, at=PADA)


def test_counting_what_was_touched_equals_counting_everything():
    follow(at=PADA)
    sebelum = state()

    act()
    follow(at=PADA)
    susulan = state()
    Hitungan.objects.all().delete()
    TandaDini.objects.all().delete()
    rebuild(at=PADA)

    assert susulan != sebelum
    assert state() == susulan


def test_the_next_morning_everything_is_counted_for_the_new_day():
    follow(at=PADA)

    follow(at=PADA + timedelta(days=40))
    susulan = state()
    rebuild(at=PADA + timedelta(days=40))

    assert state() == susulan


def catch_up() -> None:
    """A worker reads so many lines at once; the trail of the demo is longer."""
    lalu = None
    while (kini := Kedudukan.objects.values_list("sampai_id", flat=True).first()) != lalu:
        lalu = kini
        follow(at=PADA)


def test_nothing_new_writes_nothing():
    catch_up()
    sebelum = Kedudukan.objects.values().get()

    follow(at=PADA)

    assert Kedudukan.objects.values().get() == sebelum
