"""Whoever changes the trail is found out, and the row is named."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kinerja.jejak.actions import record, seal, sidik_dari
from kinerja.jejak.models import Catatan, Segel
from kinerja.jejak.queries import JenisTemuan, Pemeriksaan
from tests.conftest import SEKARANG

pytestmark = pytest.mark.django_db


@pytest.fixture
def jejak(akun):
    """Thirty events, sealed by tens, nothing else in the trail."""
    Segel.objects.all().delete()
    Catatan.objects.all().delete()
    sari = akun("bu-sari")
    daftar = [record("uji.catat", sari, by=sari, at=SEKARANG, rincian={"ke": ke}) for ke in range(30)]
    while seal(at=SEKARANG, ukuran=10):
        pass
    return daftar


def temuan():
    return [(satu.jenis, satu.nomor) for satu in Pemeriksaan().findings()]


def test_untouched_trail_has_no_findings(jejak):
    assert temuan() == []


def test_changed_row_is_named(jejak):
    Catatan.objects.filter(pk=jejak[4].pk).update(rincian={"ke": 99})

    assert temuan() == [(JenisTemuan.DIUBAH, jejak[4].pk)]


def test_changed_actor_is_named(jejak, akun):
    Catatan.objects.filter(pk=jejak[4].pk).update(pelaku=akun("pak-budi"))

    assert temuan() == [(JenisTemuan.DIUBAH, jejak[4].pk)]


def test_changed_row_with_a_fitting_fingerprint_is_named(jejak):
    catatan = Catatan.objects.get(pk=jejak[17].pk)
    catatan.tindakan = "uji.lain"
    Catatan.objects.filter(pk=catatan.pk).update(tindakan="uji.lain", sidik=sidik_dari(catatan.isi()))

    assert temuan() == [(JenisTemuan.DIUBAH, jejak[17].pk)]


def test_deleted_row_is_named(jejak):
    Catatan.objects.filter(pk=jejak[12].pk).delete()

    assert temuan() == [(JenisTemuan.DIHAPUS, jejak[12].pk)]


def test_two_rows_that_changed_places_are_both_named(jejak):
    satu, dua = (Catatan.objects.get(pk=jejak[ke].pk) for ke in (3, 8))
    for catatan, pengganti in ((satu, dua), (dua, satu)):
        Catatan.objects.filter(pk=catatan.pk).update(rincian=pengganti.rincian, sidik=pengganti.sidik)

    assert temuan() == [(JenisTemuan.DIUBAH, jejak[3].pk), (JenisTemuan.DIUBAH, jejak[8].pk)]


def test_inserted_row_is_named(jejak):
    nomor = jejak[5].pk
    Catatan.objects.filter(pk=nomor).delete()
    segel = Segel.objects.order_by("id")[0]
    segel.daftar_sidik = [satu for satu in segel.daftar_sidik if satu[0] != nomor]
    segel.sidik = sidik_dari(segel.isi())
    Segel.objects.filter(pk=segel.pk).update(daftar_sidik=segel.daftar_sidik, sidik=segel.sidik)
    berikutnya = Segel.objects.order_by("id")[1]
    berikutnya.sidik_sebelum = segel.sidik
    berikutnya.sidik = sidik_dari(berikutnya.isi())
    Segel.objects.filter(pk=berikutnya.pk).update(sidik_sebelum=segel.sidik, sidik=berikutnya.sidik)
    jejak[5].save(force_insert=True)

    assert (JenisTemuan.DISISIPKAN, nomor) in temuan()


def test_changed_list_of_a_seal_names_the_seal_and_the_row(jejak):
    segel = Segel.objects.order_by("id")[1]
    segel.daftar_sidik[2][1] = "0" * 64
    Segel.objects.filter(pk=segel.pk).update(daftar_sidik=segel.daftar_sidik)

    assert temuan() == [(JenisTemuan.SEGEL, segel.pk), (JenisTemuan.DIUBAH, jejak[12].pk)]


def test_seal_made_to_fit_its_own_list_breaks_the_chain(jejak):
    segel = Segel.objects.order_by("id")[1]
    catatan = Catatan.objects.get(pk=jejak[12].pk)
    catatan.rincian = {"ke": 99}
    segel.daftar_sidik[2][1] = sidik_dari(catatan.isi())
    Catatan.objects.filter(pk=catatan.pk).update(rincian=catatan.rincian, sidik=segel.daftar_sidik[2][1])
    Segel.objects.filter(pk=segel.pk).update(daftar_sidik=segel.daftar_sidik, sidik=sidik_dari(segel.isi()))

    assert temuan() == [(JenisTemuan.RANTAI, Segel.objects.order_by("id")[2].pk)]


def test_emptied_seal_is_named(jejak):
    segel = Segel.objects.order_by("id")[1]
    Segel.objects.filter(pk=segel.pk).update(daftar_sidik={})

    assert (JenisTemuan.SEGEL, segel.pk) in temuan()


def test_deleted_seal_breaks_the_chain_once(jejak):
    pertama, _, terakhir = Segel.objects.order_by("id")
    Segel.objects.exclude(pk__in=(pertama.pk, terakhir.pk)).delete()

    assert temuan() == [(JenisTemuan.RANTAI, terakhir.pk)]


def test_row_without_seal_still_fits_its_own_fingerprint(jejak, akun):
    baru = record("uji.catat", akun("bu-sari"), by=None, at=SEKARANG)
    Catatan.objects.filter(pk=baru.pk).update(dasar="Pasal 99")

    assert temuan() == [(JenisTemuan.DIUBAH, baru.pk)]


def test_last_seals_alone_can_be_checked(jejak):
    Catatan.objects.filter(pk=jejak[0].pk).update(dasar="x")
    Catatan.objects.filter(pk=jejak[29].pk).update(dasar="x")

    sebagian = Pemeriksaan(segel_terakhir=1)
    ditemukan = [satu.nomor for satu in sebagian.findings()]

    assert ditemukan == [jejak[29].pk]
    assert (sebagian.jumlah_catatan, sebagian.jumlah_segel) == (10, 1)


def test_all_seals_are_checked_when_there_are_fewer_than_asked(jejak):
    semua = Pemeriksaan(segel_terakhir=50)

    assert list(semua.findings()) == []
    assert (semua.jumlah_catatan, semua.jumlah_segel) == (30, 3)


def periksa(*pilihan):
    keluaran = StringIO()
    try:
        call_command("periksa_jejak", *pilihan, stdout=keluaran)
    except SystemExit as keluar:
        return keluaran.getvalue(), keluar.code
    return keluaran.getvalue(), 0


def test_command_reports_a_whole_trail(jejak):
    teks, kode = periksa()

    assert kode == 0
    assert "Jejak utuh" in teks
    assert "30 catatan dan 3 segel diperiksa" in teks


def test_command_names_the_row_and_fails(jejak):
    Catatan.objects.filter(pk=jejak[4].pk).update(rincian={})

    teks, kode = periksa()

    assert kode == 1
    assert f"Catatan {jejak[4].pk} (uji.catat" in teks
    assert "TIDAK utuh: 1 temuan" in teks


def test_command_misses_the_end_that_was_cut_off_only_without_a_reference(jejak):
    terakhir = Segel.objects.order_by("-id").first()
    sidik = terakhir.sidik
    Catatan.objects.filter(pk__gte=terakhir.dari_id).delete()
    terakhir.delete()

    assert periksa()[1] == 0
    teks, kode = periksa("--acuan", sidik)
    assert kode == 1
    assert "Segel acuan tidak ditemukan" in teks


def test_seal_command_seals_everything_once(jejak, akun):
    record("uji.catat", akun("bu-sari"), by=None, at=SEKARANG)
    keluaran = StringIO()

    call_command("segel_jejak", stdout=keluaran)
    call_command("segel_jejak", stdout=keluaran)

    assert "1 catatan disegel" in keluaran.getvalue()
    assert "Tidak ada catatan baru" in keluaran.getvalue()
    assert temuan() == []


def test_checking_reads_each_seal_and_row_once(jejak):
    with CaptureQueriesContext(
        connection,
    ) as tertangkap:
        assert temuan() == []

    assert len(tertangkap) == 2
    assert all(satu["sql"].startswith(("SELECT", "DECLARE")) for satu in tertangkap.captured_queries)
