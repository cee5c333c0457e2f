"""The plan of a year: begun from the built-in one, changed, ticked off."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from kinerja.acara import actions
from kinerja.acara.istilah import KeadaanLangkah
from kinerja.acara.models import LangkahSosialisasi
from kinerja.acara.queries.rencana import papan_rencana
from tests.conftest import HARI_INI, SEKARANG
from tests.factories.acara import buat_acara, buat_rencana, isian_acara, langkah_pertama, user_of

SELESAI = KeadaanLangkah.SELESAI


def test_it_begins_with_the_built_in_steps_on_working_days(orang):
    rencana = buat_rencana(orang, mulai_on=date(2026, 1, 5))

    daftar = list(rencana.daftar_langkah.order_by("batas_on", "id"))
    assert len(daftar) == len(actions.daftar_langkah_baku()) >= 12
    assert all(langkah.batas_on.weekday() < 5 for langkah in daftar)
    assert date(2026, 1, 12) in {langkah.batas_on for langkah in daftar}


def test_one_plan_a_year_and_only_by_the_admin(orang):
    buat_rencana(orang)

    with pytest.raises(actions.CannotChangePlan, match="sudah ada"):
        buat_rencana(orang, mulai_on=date(2026, 2, 2))
    with pytest.raises(actions.CannotChangePlan, match="setahun"):
        buat_rencana(orang, mulai_on=date(2030, 1, 1))
    for slug in ("bu-sari", "admin-pontianak"):
        with pytest.raises(PermissionDenied):
            actions.start_rencana(
                orang("pak-budi").instansi, mulai_on=HARI_INI, by=user_of(orang(slug)), at=SEKARANG
            )


def test_late_first_and_a_step_that_is_done_says_who_and_when(orang):
    rencana = buat_rencana(orang)
    langkah, anton = langkah_pertama(rencana), user_of(orang("pak-anton"))
    sebelum = papan_rencana(rencana, on=HARI_INI)
    assert sebelum.terlambat[0] == langkah

    langkah = actions.mark_langkah(langkah, keadaan=SELESAI, by=anton, at=SEKARANG)

    papan = papan_rencana(rencana, on=HARI_INI)
    assert (langkah.selesai_at, langkah.selesai_oleh) == (SEKARANG, anton)
    assert (papan.selesai, papan.jumlah) == (1, sebelum.jumlah)
    with pytest.raises(actions.CannotChangePlan, match="tetap tercatat"):
        actions.remove_langkah(langkah, by=anton, at=SEKARANG)
    kembali = actions.mark_langkah(langkah, keadaan=KeadaanLangkah.BELUM, by=anton, at=SEKARANG)
    assert kembali.selesai_oleh is None


def test_what_is_left_out_is_no_part_of_the_way(orang):
    rencana = buat_rencana(orang)
    jumlah = papan_rencana(rencana, on=HARI_INI).jumlah

    actions.mark_langkah(
        langkah_pertama(rencana),
        keadaan=KeadaanLangkah.DILEWATI,
        by=user_of(orang("pak-anton")),
        at=SEKARANG,
    )

    assert papan_rencana(rencana, on=HARI_INI).jumlah == jumlah - 1


def test_an_event_is_tied_to_its_step(orang):
    langkah, anton = langkah_pertama(buat_rencana(orang)), orang("pak-anton")

    acara = actions.plan_acara(anton.instansi, isian_acara(), langkah=langkah, by=user_of(anton), at=SEKARANG)

    langkah = LangkahSosialisasi.objects.get(pk=langkah.pk)
    assert (langkah.acara, langkah.keadaan) == (acara, KeadaanLangkah.JALAN)


def test_a_step_keeps_to_its_instansi_and_its_time(orang):
    rencana, anton = buat_rencana(orang), user_of(orang("pak-anton"))

    def simpan(**isi):
        bawaan = {"judul": "Apel", "untuk": "Semua", "batas_on": HARI_INI}
        return actions.save_langkah(rencana, actions.IsianLangkah(**(bawaan | isi)), by=anton, at=SEKARANG)

    assert simpan(penanggung=orang("bu-lenny"), acara=buat_acara(orang)).pk
    with pytest.raises(PermissionDenied):
        simpan(penanggung=orang("analis-pontianak"))
    with pytest.raises(actions.CannotChangePlan, match="terlalu jauh"):
        simpan(batas_on=HARI_INI + timedelta(days=1500))
