"""The follower: from the present on, once each, whatever dies in between."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kinerja.jejak import actions as jejak
from kinerja.jejak.actions import record
from kinerja.jejak.models import Catatan, PengikutJejak
from kinerja.kebijakan.actions import open_periode
from kinerja.notifikasi.models import Notifikasi
from kinerja.pekerjaan.istilah import StatusPekerjaan
from kinerja.pengingat.actions import ikuti
from kinerja.penilaian import actions as penilaian
from kinerja.peraturan.alur import StatusEvaluasi
from kinerja.peraturan.predikat import Predikat, Rating
from tests.conftest import SEKARANG
from tests.factories.dialog import buat_usul
from tests.factories.dukungan import minta
from tests.factories.evaluasi import buat_evaluasi, periode_evaluasi, user_dari
from tests.factories.skp import buat_skp

pytestmark = pytest.mark.django_db
IKUTI = "pengingat.ikuti"


def told(user) -> list[str]:
    return [satu.judul for satu in Notifikasi.objects.filter(user=user).order_by("id")]


def test_the_first_follower_begins_at_the_present(orang, kerjakan):
    buat_usul(orang)

    kerjakan(IKUTI)

    assert not Notifikasi.objects.exists()
    assert PengikutJejak.objects.get().sampai_id == Catatan.objects.order_by("-id").first().pk


def test_the_other_one_hears_of_a_proposed_talk_and_the_proposer_does_not(orang, akun, kerjakan):
    kerjakan(IKUTI)
    dialog = buat_usul(orang)

    kerjakan(IKUTI)
    kerjakan(IKUTI)

    kabar = Notifikasi.objects.get()
    assert (kabar.user, kabar.jenis, kabar.tautan) == (akun("pak-budi"), "dialog", f"/dialog/{dialog.pk}/")
    assert kabar.judul.endswith("mengusulkan waktu dialog kinerja")
    assert kabar.created_at == Catatan.objects.get(tindakan="dialog.usulkan").at


def test_a_result_is_announced_without_the_result(orang, akun, kerjakan):
    kerjakan(IKUTI)
    evaluasi = buat_evaluasi(
        orang("pak-budi"), status=StatusEvaluasi.DISERAHKAN, hasil=Rating.DI_BAWAH, perilaku=Rating.DI_BAWAH
    )

    kerjakan(IKUTI, SEKARANG + timedelta(days=1))

    kabar = Notifikasi.objects.get(user=akun("pak-budi"), jenis="hasil")
    assert kabar.judul == f"Hasil evaluasi {evaluasi.periode.nama} diserahkan kepada Anda"
    teks = " ".join(f"{satu.judul} {satu.isi}" for satu in Notifikasi.objects.all()).lower()
    assert not [satu for jenis in (Predikat, Rating) for satu in jenis if satu.label.lower() in teks]


def test_a_crash_in_the_middle_of_a_part_loses_and_doubles_nothing(orang, akun, kerjakan, monkeypatch):
    kerjakan(IKUTI)
    buat_usul(orang)
    minta(orang)
    sebelum = PengikutJejak.objects.get().sampai_id
    asli = ikuti.notify

    def dies(daftar, *, at):
        asli(daftar, at=at)
        raise RuntimeError("mati")

    monkeypatch.setattr(ikuti, "notify", dies)
    gagal = kerjakan(IKUTI)
    assert gagal.status == StatusPekerjaan.ANTRE
    assert not Notifikasi.objects.exists()
    assert PengikutJejak.objects.get().sampai_id == sebelum

    monkeypatch.setattr(ikuti, "notify", asli)
    kerjakan(IKUTI, SEKARANG + timedelta(minutes=1))

    assert len(told(akun("pak-budi"))) == len(told(akun("bu-sari"))) == 1


def test_many_lines_are_told_in_several_parts(orang, akun, kerjakan, monkeypatch):
    asli = jejak.next_lines
    monkeypatch.setattr(jejak, "next_lines", lambda kode, *, sampai: asli(kode, sampai=sampai, sebagian=3))
    kerjakan(IKUTI)
    skp = buat_skp(orang("pak-budi"))
    for _ in range(10):
        record("skp.approve", skp, by=akun("bu-sari"), at=SEKARANG)

    kerjakan(IKUTI)

    assert Notifikasi.objects.filter(user=akun("pak-budi"), jenis="skp").count() == 10


def test_history_of_long_ago_is_passed_without_a_word(orang, akun, kerjakan):
    kerjakan(IKUTI)
    record("skp.approve", buat_skp(orang("pak-budi")), by=akun("bu-sari"), at=SEKARANG - timedelta(days=40))

    kerjakan(IKUTI)

    assert not Notifikasi.objects.exists()
    assert PengikutJejak.objects.get().sampai_id == Catatan.objects.order_by("-id").first().pk


def test_a_clock_set_back_tells_nothing_twice(orang, kerjakan):
    kerjakan(IKUTI)
    buat_usul(orang)
    kerjakan(IKUTI)

    kerjakan(IKUTI, SEKARANG - timedelta(days=3))

    assert Notifikasi.objects.count() == 1


def test_a_record_that_has_gone_stops_nobody(orang, akun, kerjakan):
    kerjakan(IKUTI)
    dialog = buat_usul(orang)
    Catatan.objects.filter(tindakan="dialog.usulkan").update(objek_id="999999")
    minta(orang)

    kerjakan(IKUTI)

    assert dialog.pk
    assert told(akun("pak-budi")) == []
    assert len(told(akun("bu-sari"))) == 1


def test_a_period_of_evaluation_is_announced_to_whoever_has_a_plan(orang, akun, kerjakan):
    buat_skp(orang("pak-budi"), status="ditetapkan")
    periode = periode_evaluasi(orang("pak-budi"), urutan=4)
    periode.dibuka_at = None
    periode.save(update_fields=["dibuka_at"])
    kerjakan(IKUTI)

    open_periode(periode, by=akun("pak-anton"), at=SEKARANG)
    kerjakan(IKUTI)

    assert told(akun("pak-budi")) == [f"Masa evaluasi {periode.nama} dibuka"]


def test_who_stayed_silent_is_told_to_his_superior_once_for_a_period(orang, kerjakan):
    evaluasi = buat_evaluasi(orang("pak-budi"))
    kerjakan(IKUTI)
    sesudah = SEKARANG + timedelta(days=90)

    penilaian.mark_silent(penilaian.daftar_diam(at=sesudah), at=sesudah)
    kerjakan(IKUTI, sesudah)

    kabar = Notifikasi.objects.get(jenis="turun_tangan")
    assert kabar.user == user_dari(evaluasi.atasan_penilai)
    assert evaluasi.penilai.nama in kabar.judul
