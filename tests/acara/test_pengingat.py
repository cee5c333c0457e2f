"""The reminder of an event: the day before, to those who may still come, once."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kinerja.acara import actions
from kinerja.acara.istilah import JawabanAcara
from kinerja.notifikasi.models import Notifikasi, PilihanNotifikasi
from kinerja.pekerjaan.actions import enqueue
from kinerja.pekerjaan.pekerja import Pekerja
from tests.factories.acara import MULAI, buat_acara, isian_acara, user_of

BESOK = MULAI - timedelta(days=1)  # nine in the morning of the day before
JAM = timedelta(hours=1)


def diingatkan(at):
    enqueue("acara.ingatkan", by=None, at=at)
    Pekerja(clock=lambda: at).drain()
    daftar = Notifikasi.objects.filter(kunci__contains=":besok:").order_by("id")
    return {(satu.user_id, satu.judul) for satu in daftar}, daftar.count()


def kunci_pengingat():
    return set(
        Notifikasi.objects.filter(kunci__contains=":besok:").order_by().values_list("kunci", flat=True)
    )


@pytest.fixture
def siapa(orang):
    def baca(at):
        isi, jumlah = diingatkan(at)
        assert jumlah == len(isi)
        return {nomor for nomor, _ in isi}

    return baca


def test_who_comes_or_has_not_answered_is_reminded_once_on_the_day_before(orang, siapa):
    acara = buat_acara(orang)
    budi, dewi, rina = (user_of(orang(slug)) for slug in ("pak-budi", "bu-dewi", "bu-rina"))
    novi = user_of(orang("bu-novi"))
    PilihanNotifikasi.objects.create(user=novi, mati=["acara"])
    for user, jawaban in ((budi, JawabanAcara.HADIR), (dewi, JawabanAcara.TIDAK)):
        actions.answer_acara(acara, jawaban=jawaban, by=user, at=MULAI - timedelta(days=3))
    assert siapa(BESOK - timedelta(days=1)) == set()
    assert siapa(BESOK - 5 * JAM) == set()

    pertama = siapa(BESOK)

    assert budi.pk in pertama
    assert user_of(orang("kepala-dinkes")).pk in pertama
    assert not pertama & {dewi.pk, rina.pk, novi.pk}
    assert siapa(BESOK + 3 * JAM) == pertama
    assert siapa(MULAI - JAM) == pertama
    assert Notifikasi.objects.get(user=budi, kunci__contains=":besok:").judul == f"Besok: {acara.judul}"


def test_a_worker_that_slept_says_today_and_an_event_that_began_is_left_alone(orang):
    acara = buat_acara(orang)

    isi, _ = diingatkan(MULAI - JAM)

    assert {judul for _, judul in isi} == {f"Hari ini: {acara.judul}"}
    Notifikasi.objects.all().delete()
    assert diingatkan(MULAI + timedelta(minutes=1)) == (set(), 0)


def test_what_was_called_off_or_set_up_just_now_is_not_reminded_and_a_new_day_is(orang):
    anton = user_of(orang("pak-anton"))
    batal, pindah = buat_acara(orang), buat_acara(orang)
    actions.cancel_acara(batal, alasan="Pembicara sakit.", by=anton, at=BESOK - JAM)
    actions.plan_acara(anton.pegawai.instansi, isian_acara(), by=anton, at=BESOK - JAM)
    diingatkan(BESOK)
    assert kunci_pengingat() == {f"acara:{pindah.pk}:besok:2026-03-09"}

    lusa = isian_acara(mulai_at=MULAI + timedelta(days=2), selesai_at=MULAI + timedelta(days=2, hours=1))
    actions.change_acara(pindah, lusa, alasan="Ruang dipakai.", revisi=0, by=anton, at=BESOK + JAM)

    diingatkan(BESOK + timedelta(days=2))
    assert kunci_pengingat() == {f"acara:{pindah.pk}:besok:2026-03-{hari}" for hari in ("09", "11")}
