"""One line in the header, and everything of that name that one may see."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kinerja.kepegawaian.models import Pegawai
from kinerja.perencanaan.models import RencanaHasilKerja
from tests.factories.pelatihan import buat_kelas
from tests.factories.skp import buat_skp

pytestmark = pytest.mark.django_db
ALAMAT = "/cari/"


@pytest.fixture
def isi(masuk):
    """`isi("pak-budi", "rina")`: what the page says to him, on one line."""

    def read(slug, q, **lain):
        respons = masuk(slug).get(ALAMAT, {"q": q, **lain})
        assert respons.status_code == 200
        utama = respons.content.decode().split('id="isi"')[1].split("<footer")[0]
        return " ".join(utama.replace("<mark>", "").replace("</mark>", "").split())

    return read


@pytest.mark.parametrize(
    "q", ["Rina Marliana", "rina", "marlian", "MARLIANA rina", "Rína", "rinna marlina", "rinamarliana"]
)
def test_a_person_is_found_however_the_name_is_typed(isi, orang, q):
    assert f"/kepegawaian/pegawai/{orang('bu-rina').pk}/" in isi("pak-budi", q)


def test_a_nip_is_found_whole_in_groups_and_by_who_manages_in_part(isi, orang):
    budi = orang("pak-budi")
    nip, href = budi.nip, f"/kepegawaian/pegawai/{budi.pk}/"
    utuh = (nip, f"{nip[:8]} {nip[8:14]} {nip[14:15]} {nip[15:]}")

    for slug in ("bu-sari", "bu-rina", "pak-anton"):
        assert all(href in isi(slug, q) for q in utuh), slug
    for q in (nip[-6:], nip[:8]):
        assert href in isi("pak-anton", q) and href in isi("pak-budi", q)
        assert href not in isi("bu-rina", q) and href not in isi("bu-sari", q)


def test_a_nip_is_shown_to_its_owner_and_to_who_manages_him(isi, orang):
    """As his own page does; whoever typed the whole of it reads what he wrote."""
    nip = orang("pak-budi").nip

    for slug in ("pak-budi", "pak-anton"):
        assert f'<span class="cari-tanda">{nip}' in isi(slug, "budi hartawan"), slug
    for slug in ("bu-rina", "bu-sari", "sekda-pekanbaru", "auditor-pekanbaru"):
        for q in ("budi hartawan", "budy hartawn"):
            assert "Perawat Terampil · " in isi(slug, q) and nip not in isi(slug, q), slug
    assert f'<span class="cari-tanda">{nip}' in isi("bu-rina", nip)


def test_nobody_of_another_instansi_is_found(isi):
    assert "Rina Marliana" not in isi("analis-pontianak", "rina marliana").replace("“rina marliana”", "")


def test_plans_are_found_only_by_who_may_read_them(isi, orang):
    skp = buat_skp(orang("pak-budi"), status="ditetapkan")
    RencanaHasilKerja.objects.filter(skp=skp, urutan=1).update(teks="Warga Rumbai terlindung dari malaria")
    href = f"/perencanaan/skp/{skp.pk}/"

    for slug in ("pak-budi", "bu-sari", "kepala-dinkes", "sekda-pekanbaru", "pak-anton"):
        assert href in isi(slug, "malaria rumbai"), slug
    for slug in ("bu-dewi", "bu-rina", "analis-pontianak", "admin-pontianak"):
        assert href not in isi(slug, "malaria rumbai"), slug


@pytest.mark.parametrize("slug", ["pak-budi", "sekda-pekanbaru"])  # sees few plans, sees a whole house
def test_a_plan_is_found_by_its_indicator_and_a_word_by_how_it_begins(isi, orang, slug):
    skp = buat_skp(orang("pak-budi"), status="ditetapkan")
    rhk = skp.daftar_rhk.order_by("id")[0]
    rhk.daftar_indikator.order_by("id").update(teks="Jumlah kunjungan (prolanis) triwulan/bulan")

    for q in ("prolan", "bulan kunjung"):
        ada = isi(slug, q)
        assert f"#rhk-{rhk.pk}" in ada and "cocok pada indikatornya" in ada
    assert f"#rhk-{rhk.pk}" not in isi(slug, "rolanis")


def test_units_classes_and_guides_are_found(isi, orang):
    kelas = buat_kelas(orang, petugas=orang("bu-lenny"))

    assert "/kepegawaian/unit/" in isi("pak-budi", "puskesmas")
    prima = isi("pak-budi", "pelayanan prima")
    assert f"/pelatihan/kelas/{kelas.pk}/" in prima
    assert f"/pelatihan/katalog/{kelas.pelatihan_id}/" in prima
    assert "/sosialisasi/panduan/pegawai/#" in isi("pak-budi", "keberatan")


def test_who_has_no_person_may_search_too(isi):
    assert "puskesmas" in isi("auditor-pekanbaru", "puskesmas").lower()


@pytest.mark.parametrize(
    ("q", "kata"),
    [
        ("", "Yang dapat Anda cari"),
        ("   ", "Yang dapat Anda cari"),
        ("\x00\x01\t", "Yang dapat Anda cari"),
        ("%", "Tulis huruf atau angka"),
        ("%_%' OR 1=1 --", "Tidak ada"),
        ("_", "Tulis huruf atau angka"),
        ("a", "Satu huruf terlalu pendek"),
        ("qzxv", "Kurangi kata"),
        ("<script>alert(1)</script>", "Kurangi kata"),
        ("x" * 10_000, "Hanya 200 huruf pertama"),
        ("🙂" * 50, "Tulis huruf atau angka"),
        ("budi & ! : * ( ) | \\ '", "Budi Hartawan"),
        ("²²²²", "Tidak ada"),
        ("١٢٣٤٥", "Tidak ada"),
    ],
)
def test_odd_questions_get_a_kind_answer(isi, q, kata):
    assert kata in isi("pak-budi", q)


def test_a_blank_in_the_middle_of_a_control_character_still_finds(isi):
    assert "Budi Hartawan" in isi("bu-sari", "budi\x00hartawan\n")


def test_many_are_counted_and_shown_on_a_page_of_their_own(isi, orang):
    instansi = orang("pak-budi").instansi
    Pegawai.objects.bulk_create(
        Pegawai(instansi=instansi, nip=f"2099000000009{n:05}", nama=f"Quintus Nomor {n:03}")
        for n in range(205)
    )

    sekilas = isi("pak-budi", "quintus")
    semua = isi("pak-budi", "quintus", hanya="orang")

    assert sekilas.count("cari-baris") == 5 and "200+" in sekilas and "hanya=orang" in sekilas
    assert semua.count("cari-baris") == 200 and "Tambahkan satu kata lagi" in semua
    assert isi("pak-budi", "quintus", hanya="bukan-jenis") == sekilas


def test_the_header_leads_here_from_every_page_without_javascript(masuk):
    isi = masuk("pak-budi").get("/").content.decode()

    assert 'action="/cari/" role="search"' in isi and 'name="q"' in isi


def test_eight_queries_at_most(masuk, orang):
    buat_skp(orang("pak-budi"), status="ditetapkan")
    for slug in ("pak-budi", "sekda-pekanbaru"):
        client = masuk(slug)
        with CaptureQueriesContext(connection) as hitungan:
            client.get(ALAMAT, {"q": "pasien"})
        assert len(hitungan) <= 8
