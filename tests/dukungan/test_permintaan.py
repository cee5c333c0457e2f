"""Asking for help: by when it is answered, what every answer needs, and where it goes when nobody answers."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from kinerja.dukungan import actions
from kinerja.dukungan.istilah import Jawaban, JenisLangkah, KeadaanDukungan
from kinerja.dukungan.models import PermintaanDukungan
from kinerja.jejak.models import Catatan
from kinerja.kebijakan.models import Kebijakan
from kinerja.kepegawaian.models import HubunganPenilai
from kinerja.pekerjaan.actions import enqueue
from kinerja.pekerjaan.pekerja import Pekerja
from tests.conftest import HARI_INI, SEKARANG
from tests.factories.dialog import ganti_penilai
from tests.factories.dukungan import minta
from tests.factories.skp import buat_skp

BESOK = HARI_INI + timedelta(days=1)
LEWAT = datetime(2026, 3, 11, 2, 0, tzinfo=UTC)


def user(orang, slug):
    return orang(slug).user


def jawab(permintaan, akun, jawaban=Jawaban.DIPENUHI, at=SEKARANG, **isi):
    if jawaban is not Jawaban.DIPENUHI:
        isi.setdefault("keterangan", "Anggarannya baru ada di perubahan.")
    if jawaban in (Jawaban.DIPENUHI, Jawaban.SEBAGIAN):
        isi.setdefault("tersedia_on", date(2026, 3, 20))
    isian = actions.IsianJawaban(jawaban=jawaban, **isi)
    return actions.answer_dukungan(permintaan, isian=isian, by=akun, at=at)


def test_a_request_reaches_the_penilai_with_a_limit_in_working_days(orang):
    permintaan = minta(orang)

    assert permintaan.penjawab == orang("bu-sari")
    assert permintaan.batas_on == date(2026, 3, 7)  # five working days of a puskesmas, which works six a week
    assert list(PermintaanDukungan.objects.awaiting(orang("bu-sari"))) == [permintaan]
    assert Catatan.objects.of_object(permintaan).get().tindakan == "dukungan.minta"


def test_the_limit_is_that_of_the_policy(orang):
    unit = HubunganPenilai.objects.get(
        penempatan__pegawai=orang("pak-budi"), selesai_on__isnull=True
    ).penempatan.unit_kerja
    Kebijakan.objects.create(unit_kerja=unit, versi=9, berlaku_on=date(2025, 2, 1), batas_dukungan_hari=2)

    assert minta(orang).batas_on == date(2026, 3, 4)


def test_help_may_be_asked_for_a_result_or_an_indicator(orang):
    rhk = buat_skp(orang("pak-budi"), status="ditetapkan").daftar_rhk.order_by("id")[0]
    indikator = rhk.daftar_indikator.order_by("id")[0]

    untuk_hasil, untuk_indikator = minta(orang, rhk=rhk), minta(orang, indikator=indikator)

    assert (untuk_hasil.tentang, untuk_indikator.tentang) == (rhk.teks, indikator.teks)
    assert untuk_indikator.rhk == rhk


def test_nobody_asks_for_the_result_of_somebody_else(orang):
    rhk = buat_skp(orang("bu-dewi"), status="ditetapkan").daftar_rhk.order_by("id")[0]

    with pytest.raises(PermissionDenied):
        minta(orang, rhk=rhk)


@pytest.mark.parametrize(
    ("ganti", "kata"),
    [({"diinginkan_on": date(2026, 3, 1)}, "sudah lewat"), ({"uraian": "  "}, "satu kalimat")],
)
def test_what_cannot_be_asked_is_refused(orang, ganti, kata):
    with pytest.raises(actions.CannotSupport, match=kata):
        minta(orang, **ganti)


@pytest.mark.parametrize("jawaban", [Jawaban.DIPENUHI, Jawaban.SEBAGIAN])
def test_a_promise_is_kept_when_the_person_says_so(orang, jawaban):
    permintaan = jawab(minta(orang), user(orang, "bu-sari"), jawaban)
    assert permintaan.keadaan == KeadaanDukungan.DIJANJIKAN

    permintaan = actions.receive_dukungan(permintaan, by=user(orang, "pak-budi"), at=LEWAT)

    assert permintaan.keadaan == KeadaanDukungan.DITERIMA
    assert [s.jenis for s in permintaan.daftar_langkah.order_by("id")] == [
        "diminta",
        jawaban.value,
        "diterima",
    ]


def test_a_no_closes_it_and_says_why(orang):
    permintaan = jawab(minta(orang), user(orang, "bu-sari"), Jawaban.TIDAK_DAPAT)

    assert permintaan.keadaan == KeadaanDukungan.TIDAK_DAPAT
    assert permintaan.daftar_langkah.get(jenis="tidak_dapat").teks == "Anggarannya baru ada di perubahan."


@pytest.mark.parametrize(
    ("jawaban", "isi", "kata"),
    [
        (Jawaban.TIDAK_DAPAT, {"keterangan": " "}, "keterangannya"),
        (Jawaban.DITERUSKAN, {"keterangan": ""}, "keterangannya"),
        (Jawaban.SEBAGIAN, {"keterangan": ""}, "keterangannya"),
        (Jawaban.DIPENUHI, {"tersedia_on": None}, "kapan"),
        (Jawaban.DIPENUHI, {"tersedia_on": date(2026, 3, 1)}, "sudah lewat"),
    ],
)
def test_an_answer_says_what_it_has_to(orang, jawaban, isi, kata):
    with pytest.raises(actions.CannotSupport, match=kata):
        jawab(minta(orang), user(orang, "bu-sari"), jawaban, **isi)

    assert PermintaanDukungan.objects.get().keadaan == KeadaanDukungan.MENUNGGU


@pytest.mark.parametrize("slug", ["pak-budi", "bu-dewi", "bu-rina", "kepala-dinkes", "pak-anton"])
def test_nobody_but_the_penilai_answers(orang, slug):
    with pytest.raises(PermissionDenied):
        jawab(minta(orang), user(orang, slug))


def test_two_answers_at_once_leave_the_first(orang):
    permintaan = minta(orang)
    jawab(permintaan, user(orang, "bu-sari"))

    with pytest.raises(actions.CannotSupport, match="sudah dijawab"):
        jawab(permintaan, user(orang, "bu-sari"), Jawaban.TIDAK_DAPAT)

    assert PermintaanDukungan.objects.get().keadaan == KeadaanDukungan.DIJANJIKAN


def test_what_was_passed_on_is_answered_above(orang):
    permintaan = jawab(minta(orang), user(orang, "bu-sari"), Jawaban.DITERUSKAN)
    atasan = orang("kepala-dinkes")

    assert permintaan.penjawab == atasan
    assert list(PermintaanDukungan.objects.awaiting(atasan)) == [permintaan]
    with pytest.raises(PermissionDenied):
        jawab(permintaan, user(orang, "bu-sari"))
    assert jawab(permintaan, atasan.user).keadaan == KeadaanDukungan.DIJANJIKAN


def test_what_did_not_come_is_asked_for_again(orang):
    permintaan = jawab(minta(orang), user(orang, "bu-sari"))

    permintaan = actions.report_missing(
        permintaan, keterangan="Monitor belum tiba.", by=user(orang, "pak-budi"), at=LEWAT
    )

    assert permintaan.keadaan == KeadaanDukungan.BELUM_DATANG
    assert permintaan.batas_on > date(2026, 3, 11)
    assert list(PermintaanDukungan.objects.awaiting(orang("bu-sari"))) == [permintaan]
    jawab(permintaan, user(orang, "bu-sari"), at=LEWAT, tersedia_on=date(2026, 4, 1))


@pytest.mark.parametrize("langkah", [actions.receive_dukungan, actions.report_missing])
def test_only_what_was_promised_can_come_or_fail_to(orang, langkah):
    isi = {"keterangan": "Belum"} if langkah is actions.report_missing else {}

    with pytest.raises(actions.CannotSupport, match="sudah dijanjikan"):
        langkah(minta(orang), by=user(orang, "pak-budi"), at=SEKARANG, **isi)


def test_a_request_is_withdrawn_by_its_owner_while_it_is_open(orang):
    permintaan = minta(orang)

    with pytest.raises(PermissionDenied):
        actions.withdraw_dukungan(permintaan, by=user(orang, "bu-sari"), at=SEKARANG)
    actions.withdraw_dukungan(permintaan, by=user(orang, "pak-budi"), at=SEKARANG)

    with pytest.raises(actions.CannotSupport, match="tidak dapat ditarik"):
        actions.withdraw_dukungan(permintaan, by=user(orang, "pak-budi"), at=SEKARANG)


def run_job(at: datetime) -> None:
    enqueue("dukungan.naikkan", by=None, at=at)
    Pekerja(clock=lambda: at).drain()


def test_what_nobody_answered_rises_once_and_the_trail_knows(orang):
    permintaan = minta(orang)
    atasan = orang("kepala-dinkes")
    assert not PermintaanDukungan.objects.visible_to(atasan.user).exists()

    run_job(LEWAT)
    run_job(LEWAT + timedelta(hours=2))

    permintaan.refresh_from_db()
    assert permintaan.naik_kepada == atasan
    assert permintaan.daftar_langkah.filter(jenis=JenisLangkah.NAIK).count() == 1
    assert Catatan.objects.of_object(permintaan).filter(tindakan="dukungan.naik", pelaku=None).count() == 1
    assert list(PermintaanDukungan.objects.awaiting(atasan)) == [permintaan]
    assert jawab(permintaan, atasan.user, at=LEWAT).penjawab == atasan


@pytest.mark.parametrize(("hari", "naik"), [(7, False), (8, True)])
def test_it_rises_on_the_day_after_the_limit(orang, hari, naik):
    permintaan = minta(orang)

    assert actions.raise_dukungan(permintaan, at=datetime(2026, 3, hari, 2, tzinfo=UTC)) is naik


def test_the_penilai_may_still_answer_what_has_risen(orang):
    permintaan = minta(orang)
    run_job(LEWAT)

    assert jawab(permintaan, user(orang, "bu-sari"), at=LEWAT).keadaan == KeadaanDukungan.DIJANJIKAN


def test_a_request_follows_the_person_to_his_new_penilai(orang):
    permintaan = minta(orang)
    ganti_penilai(orang)

    with pytest.raises(PermissionDenied):
        actions.answer_dukungan(
            permintaan,
            isian=actions.IsianJawaban(jawaban=Jawaban.DIPENUHI, tersedia_on=BESOK),
            by=user(orang, "kepala-dinkes"),
            at=SEKARANG,
        )
    assert jawab(permintaan, user(orang, "bu-yanti")).penjawab == orang("bu-yanti")
