"""Sums for many people, and who may look."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from kinerja.jejak.models import Catatan
from kinerja.rekap.actions import CannotSetPengaturan, remove_kehadiran, set_pengaturan
from kinerja.rekap.models import RekapBelajar, RekapKehadiran
from kinerja.rekap.queries import kehadiran_setahun, nilai_belajar, nilai_kehadiran, pengaturan_of
from tests.conftest import SEKARANG

TRIWULAN = (date(2026, 1, 1), date(2026, 3, 31))


def test_recaps_within_the_period_are_added_up(hadir, orang):
    hadir("pak-budi", 1, alpa=1)
    hadir("pak-budi", 2, alpa=1, hadir=19)
    hadir("pak-budi", 4)
    hadir("bu-dewi", 3)
    budi, dewi, rina = (orang(slug).pk for slug in ("pak-budi", "bu-dewi", "bu-rina"))

    assert nilai_kehadiran([budi, dewi, rina], *TRIWULAN) == {budi: (37, 40, 2), dewi: (18, 20, 0)}


def test_a_recap_that_reaches_beyond_the_period_is_left_out(hadir, orang):
    hadir("pak-budi", 1)

    assert nilai_kehadiran([orang("pak-budi").pk], date(2026, 1, 2), date(2026, 3, 31)) == {}


def test_sums_take_one_query_however_many_people(hadir, orang, django_assert_num_queries):
    hadir("pak-budi", 1)
    budi = orang("pak-budi").pk
    banyak = {*range(10**6, 10**6 + 2000), budi}

    with django_assert_num_queries(1):
        assert list(nilai_kehadiran(banyak, *TRIWULAN)) == [budi]
    with django_assert_num_queries(1):
        assert nilai_belajar(banyak, 2026) == {}
    with django_assert_num_queries(1):
        kehadiran_setahun([budi], 2026)


def test_learning_of_a_year(orang):
    RekapBelajar.objects.create(pegawai=orang("pak-budi"), tahun=2025, jp=24)
    RekapBelajar.objects.create(pegawai=orang("pak-budi"), tahun=2026, jp=8)

    assert nilai_belajar([orang("pak-budi").pk, orang("bu-dewi").pk], 2026) == {orang("pak-budi").pk: 8}


@pytest.mark.parametrize(
    ("siapa", "boleh"),
    [
        ("pak-budi", True),
        ("bu-sari", True),
        ("pak-anton", True),
        ("bu-dewi", False),
        ("kepala-dinkes", False),
        ("bu-rina", False),
        ("admin-pontianak", False),
        ("sekda-pekanbaru", False),
        ("auditor-pekanbaru", False),
    ],
)
def test_only_he_his_penilai_and_his_admin_look(siapa, boleh, akun, orang, hadir):
    hadir("pak-budi", 1)
    RekapBelajar.objects.create(pegawai=orang("pak-budi"), tahun=2026, jp=8)

    assert RekapKehadiran.objects.visible_to(akun(siapa)).exists() is boleh
    assert RekapBelajar.objects.visible_to(akun(siapa)).exists() is boleh


def test_a_wrong_recap_is_taken_out_with_a_trail(hadir, akun):
    rekap = hadir("pak-budi", 1)
    with pytest.raises(PermissionDenied):
        remove_kehadiran(rekap, by=akun("bu-sari"), at=SEKARANG)

    remove_kehadiran(rekap, by=akun("pak-anton"), at=SEKARANG)

    assert not RekapKehadiran.objects.exists()
    assert Catatan.objects.get(tindakan="rekap.hapus").rincian["hadir"] == 18


def test_minutes_get_their_measure_with_a_source(orang, akun):
    instansi, anton = orang("pak-anton").instansi, akun("pak-anton")
    with pytest.raises(CannotSetPengaturan, match="dasar"):
        set_pengaturan(instansi, menit_per_hari=450, sumber="", by=anton, at=SEKARANG)
    with pytest.raises(CannotSetPengaturan, match="antara 1"):
        set_pengaturan(instansi, menit_per_hari=0, sumber="Perwako", by=anton, at=SEKARANG)
    with pytest.raises(PermissionDenied):
        set_pengaturan(instansi, menit_per_hari=450, sumber="Perwako", by=akun("bu-sari"), at=SEKARANG)
    assert pengaturan_of(instansi.pk).menit_per_hari is None

    set_pengaturan(instansi, menit_per_hari=450, sumber="Perwako 1/2025", by=anton, at=SEKARANG)

    assert pengaturan_of(instansi.pk).menit_per_hari == 450
    assert Catatan.objects.filter(tindakan="rekap.atur").count() == 1
