"""Temporary passwords, lost telephones and roles."""

import pytest
from django.core.exceptions import PermissionDenied

from kinerja.jejak.models import Catatan
from kinerja.kepegawaian.actions.akun import (
    CannotAssignPeran,
    CannotGivePassword,
    assign_peran,
    end_peran,
    give_passwords,
    remove_second_steps,
)
from kinerja.kepegawaian.actions.perpindahan import set_hari_kerja, set_status
from kinerja.kepegawaian.istilah import JenisPeran, StatusPegawai
from kinerja.kepegawaian.models import Peran, UnitKerja
from kinerja.kepegawaian.permissions import can_manage_pegawai
from tests.conftest import HARI_INI, SEKARANG


def test_temporary_password_works_once_until_it_is_replaced(orang, akun):
    [(pegawai, sandi)] = give_passwords([orang("pak-budi")], by=akun("pak-anton"), at=SEKARANG)

    user = akun("pak-budi")
    assert pegawai == orang("pak-budi")
    assert user.check_password(sandi)
    assert user.wajib_ganti_sandi


def test_more_than_fifty_at_once_are_refused(orang, akun):
    with pytest.raises(CannotGivePassword, match="paling banyak 50"):
        give_passwords([orang("pak-budi")] * 51, by=akun("pak-anton"), at=SEKARANG)


@pytest.mark.parametrize("siapa", ["bu-sari", "bu-rina", "admin-tebo", "auditor-pekanbaru"])
def test_outsiders_touch_no_account(orang, akun, siapa):
    with pytest.raises(PermissionDenied):
        give_passwords([orang("pak-budi")], by=akun(siapa), at=SEKARANG)
    with pytest.raises(PermissionDenied):
        remove_second_steps(orang("pak-budi"), by=akun(siapa), at=SEKARANG)
    with pytest.raises(PermissionDenied):
        set_status(orang("pak-budi"), status=StatusPegawai.CLTN, by=akun(siapa), at=SEKARANG)


def test_role_is_given_and_taken_back(orang, akun):
    unit = UnitKerja.objects.get(kode="PKU-DINKES")
    peran = assign_peran(
        orang("bu-sari"), jenis=JenisPeran.PIMPINAN, unit=unit, on=HARI_INI, by=akun("pak-anton"), at=SEKARANG
    )

    with pytest.raises(CannotAssignPeran, match="sudah menjadi"):
        assign_peran(
            orang("bu-sari"),
            jenis=JenisPeran.PIMPINAN,
            unit=unit,
            on=HARI_INI,
            by=akun("pak-anton"),
            at=SEKARANG,
        )
    end_peran(peran, on=HARI_INI, by=akun("pak-anton"), at=SEKARANG)

    peran.refresh_from_db()
    assert peran.selesai_on == HARI_INI
    assert Catatan.objects.filter(tindakan="kepegawaian.cabut_peran").exists()


def test_admin_cannot_take_his_own_role(akun):
    peran = Peran.objects.get(user=akun("pak-anton"))

    with pytest.raises(CannotAssignPeran, match="admin terakhir"):
        end_peran(peran, on=HARI_INI, by=akun("pak-anton"), at=SEKARANG)


def test_working_days_hold_for_the_whole_subtree(akun):
    unit = UnitKerja.objects.get(kode="PKU-DINKES-SEK")

    jumlah = set_hari_kerja(unit, hari_kerja=6, by=akun("pak-anton"), at=SEKARANG)

    assert jumlah == 4
    assert UnitKerja.objects.get(kode="PKU-DINKES-SEK-KEU").hari_kerja == 6


@pytest.fixture
def admin_dinas(orang, akun):
    """Bu Rina keeps the records of the health office, and of nothing above it."""
    unit = UnitKerja.objects.get(kode="PKU-DINKES")
    assign_peran(
        orang("bu-rina"),
        jenis=JenisPeran.ADMIN_INSTANSI,
        unit=unit,
        on=HARI_INI,
        by=akun("pak-anton"),
        at=SEKARANG,
    )
    return akun("bu-rina")


def test_admin_of_a_part_gives_passwords_to_the_people_of_that_part(orang, admin_dinas):
    assert give_passwords([orang("pak-budi")], by=admin_dinas, at=SEKARANG)


@pytest.mark.parametrize("jenis", [JenisPeran.ADMIN_INSTANSI, JenisPeran.AUDITOR, JenisPeran.PIMPINAN])
def test_admin_of_a_part_opens_no_account_that_reaches_further_than_he_does(orang, akun, admin_dinas, jenis):
    assign_peran(
        orang("pak-budi"),
        jenis=jenis,
        unit=UnitKerja.objects.get(kode="PKU"),
        on=HARI_INI,
        by=akun("pak-anton"),
        at=SEKARANG,
    )
    sandi_lama = akun("pak-budi").password

    with pytest.raises(CannotGivePassword, match="di luar unit yang Anda kelola"):
        give_passwords([orang("pak-budi")], by=admin_dinas, at=SEKARANG)
    with pytest.raises(CannotGivePassword, match="di luar unit yang Anda kelola"):
        remove_second_steps(orang("pak-budi"), by=admin_dinas, at=SEKARANG)

    assert akun("pak-budi").password == sandi_lama
    assert give_passwords([orang("pak-budi")], by=akun("pak-anton"), at=SEKARANG)


def test_an_admin_manages_others_and_never_himself(akun, orang):
    anton = akun("pak-anton")

    assert can_manage_pegawai(anton, orang("pak-budi"), on=HARI_INI)
    assert not can_manage_pegawai(anton, orang("pak-anton"), on=HARI_INI)
