"""Whoever opens somebody else's data is noted for that person, once a day, and no page depends on it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kinerja.jejak.actions import Penglihatan, record_akses
from kinerja.jejak.models import AksesData, JenisHalaman, Sebagai
from kinerja.pekerjaan.actions import enqueue
from kinerja.pekerjaan.pekerja import Pekerja
from kinerja.www.middleware import GetWritesError, ReadOnlyGetMiddleware
from tests.arsitektur.dunia import plant_dunia
from tests.arsitektur.test_akses import DAFTAR_ALAMAT, TABEL, address
from tests.conftest import HARI_INI, SEKARANG
from tests.ketahanan.test_setengah_jalan import TOLAK

ALAMAT = "akun:siapa_melihat"
# Every page with one person's data, and as what it is noted. Whoever adds such a page must decide.
DICATAT = {
    "dokumen:pratinjau": "dokumen",
    "dokumen:skp": "dokumen",
    "dokumen:unduh": "dokumen",
    "laporan:bkn_detail": "hasil",
    "pelaksanaan:bukti_open": "bukti",
    "pelaksanaan:realisasi_skp": "realisasi",
    "pelaksanaan:umpan_balik_skp": "umpan_balik",
    "penilaian:hasil_detail": "hasil",
    "perencanaan:skp_detail": "skp",
    "perencanaan:versi_compare": "skp",
    "tindak_lanjut:keberatan_detail": "keberatan",
}
# No role but the admin's opens these, so they are knocked at by the penilai.
DICATAT_TERTUTUP = {
    "kompetensi:kesenjangan_detail": "kompetensi",
    "pengembangan:pengembangan_detail": "kompetensi",
    "pengembangan:rencana_detail": "kompetensi",
    "pengembangan:rencana_pdf": "kompetensi",
    "pembinaan:naskah": "pembinaan",
    "pembinaan:rencana_detail": "pembinaan",
    "pembinaan:rencana_open": "pembinaan",
    "pelatihan:peserta_detail": "pelatihan",
    "pelatihan:sertifikat_detail": "pelatihan",
    "rekap:rekap_detail": "kehadiran",
    "sumber:hasil_detail": "hasil",
}
BUKAN_UNTUK_DIRI = {"pembinaan:rencana_open"}  # nobody opens a plan of pembinaan for himself
TIDAK_DICATAT = {
    "jejak:catatan_detail": "the trail is the auditor's own work",
    "kepegawaian:laporan_detail": "says who assesses whom, not how",
    "pelaksanaan:umpan_balik_give": "a form for what one wants to say oneself",
    "penilaian:evaluasi_edit": "leads to the result, which is noted",
    "perencanaan:matriks": "shows who shares the work of a team",
}
SEMUA_ORANG = set(TABEL[ALAMAT]["boleh"])
PERSEORANGAN = {
    nama
    for nama, baris in TABEL.items()
    if baris["cara"] == "GET"
    and "auditor" in baris["boleh"]
    and DAFTAR_ALAMAT[nama]
    and not {"rekan", "anonim"} & set(baris["boleh"])
} | {"pelaksanaan:umpan_balik_give"}


@pytest.fixture
def dunia(orang):
    return plant_dunia(orang)


@pytest.fixture
def lihat(orang):
    def look(
        slug="bu-sari", tentang="pak-budi", halaman=JenisHalaman.SKP, sebagai=Sebagai.PENILAI, on=HARI_INI
    ):
        return record_akses([
            Penglihatan(orang(slug).user_id, orang(tentang).pk, halaman, sebagai, on)
        ])  # fmt: skip

    return look


def test_somebody_has_decided_for_every_page_of_one_person():
    assert set(DICATAT) | set(TIDAK_DICATAT) == PERSEORANGAN


@pytest.mark.parametrize("nama", sorted(DICATAT))
def test_a_page_of_somebody_else_is_noted_and_ones_own_is_not(nama, dunia, masuk, orang):
    alamat = address(nama, dunia)
    masuk("pak-budi").get(alamat)
    assert not AksesData.objects.exists()

    masuk("auditor-pekanbaru").get(alamat)

    akses = AksesData.objects.get()
    assert (akses.pegawai_id, akses.halaman, akses.sebagai) == (
        orang("pak-budi").pk,
        DICATAT[nama],
        "auditor",
    )
    assert (akses.pembaca, akses.on) == (orang("auditor-pekanbaru").user, HARI_INI)


@pytest.mark.parametrize("nama", sorted(DICATAT_TERTUTUP))
def test_a_page_that_hardly_any_role_opens_is_noted_as_well(nama, dunia, masuk, orang):
    alamat = address(nama, dunia)
    assert masuk("pak-budi").get(alamat).status_code == (403 if nama in BUKAN_UNTUK_DIRI else 200)
    assert masuk("auditor-pekanbaru").get(alamat).status_code in (403, 404)
    assert not AksesData.objects.exists()

    assert masuk("bu-sari").get(alamat).status_code == 200

    akses = AksesData.objects.get()
    assert (akses.pegawai_id, akses.halaman, akses.sebagai) == (
        orang("pak-budi").pk,
        DICATAT_TERTUTUP[nama],
        "penilai",
    )


@pytest.mark.parametrize("nama", ["kompetensi:kesenjangan_detail", "rekap:rekap_detail"])
def test_an_admin_is_noted_as_one(nama, dunia, masuk):
    masuk("pak-anton").get(address(nama, dunia))

    assert AksesData.objects.get().sebagai == "admin"


@pytest.mark.parametrize(
    ("slug", "sebagai"),
    [
        ("bu-sari", "penilai"),
        ("kepala-dinkes", "atasan"),
        ("pak-anton", "admin"),
        ("sekda-pekanbaru", "pimpinan"),
        ("auditor-pekanbaru", "auditor"),
    ],
)
def test_it_says_in_which_office_somebody_looked(slug, sebagai, dunia, masuk):
    masuk(slug).get(address("penilaian:hasil_detail", dunia))

    assert AksesData.objects.get().sebagai == sebagai


def test_who_is_turned_away_has_seen_nothing(dunia, masuk):
    for slug in ("bu-dewi", "bu-rina", "admin-pontianak"):
        assert masuk(slug).get(address("perencanaan:skp_detail", dunia)).status_code == 404

    assert not AksesData.objects.exists()


def test_the_second_look_of_a_day_writes_nothing(dunia, masuk):
    client, alamat = masuk("bu-sari"), address("perencanaan:skp_detail", dunia)
    client.get(alamat)

    with CaptureQueriesContext(connection) as kueri:
        client.get(alamat)

    tentang_catatan = [satu["sql"] for satu in kueri if "jejak_aksesdata" in satu["sql"]]
    assert [sql.split()[0] for sql in tentang_catatan] == ["SELECT"]
    assert AksesData.objects.count() == 1


def test_two_first_looks_at_once_are_one_note(monkeypatch, lihat):
    lihat()
    monkeypatch.setattr("kinerja.jejak.actions.akses._not_yet_noted", list)

    lihat()

    assert AksesData.objects.count() == 1


@pytest.mark.parametrize("nama", ["perencanaan:skp_detail", "dokumen:pratinjau"])
def test_a_note_that_cannot_be_written_loses_no_page(nama, dunia, masuk, caplog):
    """The database itself refuses the note."""
    client = masuk("bu-sari")
    with connection.cursor() as cursor:
        for perintah in TOLAK[connection.vendor]:
            cursor.execute(perintah.replace("jejak_catatan", "jejak_aksesdata"))

    respons = client.get(address(nama, dunia))

    assert respons.status_code == 200
    assert "Catatan akses data tidak tersimpan." in caplog.text


def test_a_page_cannot_use_the_exception_to_write_anything_itself(lihat):
    """The guard stands inside the middleware: what a view writes is refused, the note as well."""

    def view(request):
        lihat()
        return HttpResponse()

    with pytest.raises(GetWritesError, match="jejak_aksesdata"):
        ReadOnlyGetMiddleware(view)(RequestFactory().get("/"))


def test_the_page_shows_who_as_what_and_when_to_the_person_alone(masuk, lihat):
    lihat()
    lihat(halaman=JenisHalaman.HASIL)
    lihat("kepala-dinkes", sebagai=Sebagai.ATASAN, on=HARI_INI - timedelta(days=1))

    halaman = masuk("pak-budi").get(reverse(ALAMAT)).content.decode()

    assert "2 Maret 2026" in halaman
    assert "1 Maret 2026" in halaman
    assert "SKP, Hasil evaluasi" in halaman
    assert "Atasan pejabat penilai" in halaman
    for slug in ("bu-sari", "auditor-pekanbaru", "pak-anton"):
        assert "Belum ada yang melihat data Anda" in masuk(slug).get(reverse(ALAMAT)).content.decode()


def test_a_long_list_costs_no_more_queries_than_a_short_one(masuk, lihat, django_assert_max_num_queries):
    client = masuk("pak-budi")
    for hari in range(100):
        lihat(on=HARI_INI - timedelta(days=hari))

    with django_assert_max_num_queries(7):
        assert "Halaman" in client.get(reverse(ALAMAT)).content.decode()


def test_notes_are_wiped_when_their_time_is_over(lihat, settings):
    settings.KINERJA_SIMPAN_AKSES_HARI = 730
    for hari in (0, 730, 731, 2000):
        lihat(on=HARI_INI - timedelta(days=hari))
    enqueue("jejak.hapus_akses_lama", by=None, at=SEKARANG)

    Pekerja(clock=lambda: SEKARANG).drain()

    tersisa = set(AksesData.objects.values_list("on", flat=True))
    assert tersisa == {HARI_INI, HARI_INI - timedelta(days=730)}
