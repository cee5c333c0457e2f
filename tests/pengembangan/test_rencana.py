"""An individual plan: who writes it, who agrees, and what stays of it."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied

from kinerja.jejak.models import Catatan, DokumenTerbit
from kinerja.pengembangan import actions
from kinerja.pengembangan.istilah import CaraBelajar, KeadaanButir
from kinerja.pengembangan.models import RencanaPengembangan
from tests.conftest import SEKARANG
from tests.factories.pelatihan import buat_pelatihan
from tests.factories.pengembangan import buat_rencana, butir_pertama, isian_butir

pytestmark = pytest.mark.django_db


@pytest.fixture
def pelatihan(orang):
    return buat_pelatihan(orang)


def test_a_plan_goes_from_draft_to_agreement_and_leaves_a_version_and_a_trail(orang, pelatihan):
    rencana = buat_rencana(orang("pak-budi"), pelatihan=pelatihan)

    assert (rencana.keadaan, rencana.versi, rencana.penilai) == ("disepakati", 1, orang("bu-sari"))
    versi = rencana.daftar_versi.get()
    assert versi.isi["daftar_butir"][0]["kegiatan"] == pelatihan.nama
    assert DokumenTerbit.objects.filter(kode="RPI", objek_id=str(versi.pk)).count() == 1
    jejak = list(
        Catatan.objects.filter(tindakan__startswith="rencana_pengembangan.").order_by("id").values_list("tindakan", flat=True)
    )  # fmt: skip
    assert [satu.partition(".")[2] for satu in jejak] == ["mulai", "tambah_butir", "ajukan", "sepakati"]


def test_started_twice_it_is_one_plan(orang, akun):
    satu = actions.start_rencana(orang("pak-budi"), tahun=2026, by=akun("pak-budi"), at=SEKARANG)

    dua = actions.start_rencana(orang("pak-budi"), tahun=2026, by=akun("pak-budi"), at=SEKARANG)

    assert satu.pk == dua.pk


def test_a_plan_of_another_year_is_refused(orang, akun):
    with pytest.raises(actions.CannotChangeRencana, match="2026 atau 2027"):
        actions.start_rencana(orang("pak-budi"), tahun=2030, by=akun("pak-budi"), at=SEKARANG)


def test_only_its_owner_writes_it_and_only_his_penilai_answers(orang, akun, pelatihan):
    rencana = buat_rencana(orang("pak-budi"), pelatihan=pelatihan, sampai="diajukan")

    with pytest.raises(PermissionDenied):
        actions.add_butir(rencana, isian_butir(), by=akun("bu-sari"), at=SEKARANG)
    for slug in ("pak-budi", "bu-rina", "pak-anton"):
        with pytest.raises(PermissionDenied):
            actions.agree_rencana(rencana, by=akun(slug), at=SEKARANG)


def test_what_lies_with_the_penilai_cannot_be_changed_until_it_is_taken_back(orang, akun, pelatihan):
    rencana = buat_rencana(orang("pak-budi"), pelatihan=pelatihan, sampai="diajukan")
    with pytest.raises(actions.CannotChangeRencana, match="Tarik dahulu"):
        actions.add_butir(rencana, isian_butir(), by=akun("pak-budi"), at=SEKARANG)

    actions.withdraw_rencana(rencana, by=akun("pak-budi"), at=SEKARANG)

    actions.add_butir(rencana, isian_butir(), by=akun("pak-budi"), at=SEKARANG)
    assert rencana.daftar_butir.count() == 2


def test_a_plan_comes_back_with_a_remark_and_goes_again(orang, akun, pelatihan):
    rencana = buat_rencana(orang("pak-budi"), pelatihan=pelatihan, sampai="diajukan")
    with pytest.raises(actions.CannotChangeRencana, match="perlu diperbaiki"):
        actions.return_rencana(rencana, catatan=" ", by=akun("bu-sari"), at=SEKARANG)

    rencana = actions.return_rencana(rencana, catatan="Tambah mentoring.", by=akun("bu-sari"), at=SEKARANG)

    assert (rencana.keadaan, rencana.catatan_penilai) == ("dikembalikan", "Tambah mentoring.")
    actions.submit_rencana(rencana, by=akun("pak-budi"), at=SEKARANG)


def test_a_change_of_what_was_agreed_keeps_the_old_version(orang, akun, pelatihan):
    rencana = buat_rencana(orang("pak-budi"), pelatihan=pelatihan)
    with pytest.raises(actions.CannotChangeRencana, match="mengapa"):
        actions.reopen_rencana(rencana, alasan="", by=akun("pak-budi"), at=SEKARANG)
    rencana = actions.reopen_rencana(rencana, alasan="Kelasnya batal.", by=akun("pak-budi"), at=SEKARANG)
    actions.change_butir(
        butir_pertama(rencana),
        isian_butir(cara=CaraBelajar.COACHING, kegiatan="Coaching"),
        by=akun("pak-budi"),
        at=SEKARANG,
    )
    rencana = actions.submit_rencana(rencana, by=akun("pak-budi"), at=SEKARANG)

    rencana = actions.agree_rencana(rencana, by=akun("bu-sari"), at=SEKARANG)

    lama, baru = rencana.daftar_versi.order_by("nomor")
    assert [v.isi["daftar_butir"][0]["cara"] for v in (lama, baru)] == ["Pelatihan atau kelas", "Coaching"]


def test_an_empty_plan_is_not_handed_in(orang, akun):
    rencana = actions.start_rencana(orang("pak-budi"), tahun=2026, by=akun("pak-budi"), at=SEKARANG)

    with pytest.raises(actions.CannotChangeRencana, match="masih kosong"):
        actions.submit_rencana(rencana, by=akun("pak-budi"), at=SEKARANG)


def test_the_same_training_stands_in_a_plan_once(orang, akun, pelatihan):
    rencana = buat_rencana(orang("pak-budi"), pelatihan=pelatihan, sampai="draf")

    with pytest.raises(actions.CannotChangeRencana, match="sudah ada dalam rencana"):
        actions.add_butir(rencana, isian_butir(pelatihan), by=akun("pak-budi"), at=SEKARANG)


@pytest.mark.parametrize(
    ("ubah", "kata"),
    [
        ({"jp": -1}, "JP harus"),
        ({"jp": 10_000}, "JP harus"),
        ({"triwulan": 5}, "Triwulan"),
        ({"cara": CaraBelajar.PELATIHAN}, "Pilih pelatihannya"),
        ({"hasil_diharapkan": " "}, "hasil yang diharapkan"),
    ],
)
def test_bad_input_is_refused_with_a_sentence(ubah, kata, orang, akun):
    rencana = actions.start_rencana(orang("pak-budi"), tahun=2026, by=akun("pak-budi"), at=SEKARANG)

    with pytest.raises(actions.CannotChangeRencana, match=kata):
        actions.add_butir(rencana, isian_butir(**ubah), by=akun("pak-budi"), at=SEKARANG)


def test_both_say_how_an_item_goes_and_dropping_it_needs_a_reason(orang, akun, pelatihan):
    butir = butir_pertama(buat_rencana(orang("pak-budi"), pelatihan=pelatihan))
    kabar = {"keadaan": KeadaanButir.BATAL, "at": SEKARANG}
    with pytest.raises(actions.CannotChangeRencana, match="mengapa"):
        actions.report_butir(butir, catatan="", by=akun("pak-budi"), **kabar)
    with pytest.raises(PermissionDenied):
        actions.report_butir(butir, catatan="Batal", by=akun("bu-dewi"), **kabar)

    butir = actions.report_butir(butir, catatan="Kelas dibatalkan.", by=akun("bu-sari"), **kabar)

    assert butir.keadaan == "batal"


def test_a_draft_is_its_owners_alone(orang, akun, pelatihan):
    rencana = buat_rencana(orang("pak-budi"), pelatihan=pelatihan, sampai="draf")

    terlihat = {
        slug
        for slug in ("pak-budi", "bu-sari", "pak-anton", "bu-dewi")
        if RencanaPengembangan.objects.visible_to(akun(slug)).filter(pk=rencana.pk).exists()
    }

    assert terlihat == {"pak-budi"}
