"""Who does not rate whom: noted and ended by an admin, hidden from everybody else."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from kinerja.jejak.models import Catatan
from kinerja.kepegawaian.models import Pegawai
from kinerja.sumber.actions import add_konflik
from kinerja.sumber.istilah import JenisKonflik
from kinerja.sumber.models import Konflik

ALAMAT = "sumber:konflik_list"


def catat(client, satu: Pegawai, lain: Pegawai, jenis: str = "kasus"):
    return client.post(reverse(ALAMAT), {"satu": satu.nip, "lain": lain.nip, "jenis": jenis})


@pytest.fixture
def pasangan(orang) -> tuple[Pegawai, Pegawai]:
    return orang("pak-budi"), orang("bu-rina")


def test_a_pair_is_noted_once_and_ended_from_tomorrow_on(masuk, pasangan):
    anton, hari = masuk("pak-anton"), timezone.localdate()

    for satu, lain in (pasangan, pasangan[::-1]):
        assert catat(anton, satu, lain).url == reverse(ALAMAT)

    konflik = Konflik.objects.get()
    assert konflik.get_jenis_display() in anton.get(reverse(ALAMAT)).content.decode()
    anton.post(reverse("sumber:konflik_end", args=[konflik.pk]))
    assert Konflik.objects.berlaku(hari).exists()
    assert not Konflik.objects.berlaku(hari + timedelta(days=1)).exists()
    catatan = Catatan.objects.filter(tindakan__startswith="konflik.").order_by("id")
    assert [satu.tindakan for satu in catatan] == ["konflik.catat", "konflik.akhiri"]


def test_what_was_typed_survives_the_same_person_twice(masuk, pasangan):
    respons = catat(masuk("pak-anton"), pasangan[0], pasangan[0])

    assert respons.status_code == 422
    assert "dua orang yang berbeda" in respons.content.decode()
    assert respons.content.decode().count(pasangan[0].nip) >= 2


def test_a_pair_that_follows_an_objection_cannot_be_ended_or_noted_by_hand(masuk, pasangan):
    anton = masuk("pak-anton")
    konflik = add_konflik(*pasangan, jenis=JenisKonflik.KEBERATAN, on=timezone.localdate())

    respons = anton.post(reverse("sumber:konflik_end", args=[konflik.pk]), follow=True)
    assert "supaya orang tidak takut" in respons.content.decode()
    konflik.refresh_from_db()
    assert konflik.selesai_on is None
    assert catat(anton, *pasangan, jenis="keberatan").status_code == 422


def test_an_admin_does_not_choose_who_never_rates_him(masuk, orang):
    respons = catat(masuk("pak-anton"), orang("pak-anton"), orang("pak-budi"))

    assert respons.status_code == 422
    assert "Minta admin lain" in respons.content.decode()
    assert not Konflik.objects.exists()


def test_a_pair_is_seen_by_an_admin_and_by_nobody_else(masuk, pasangan, akun):
    add_konflik(*pasangan, jenis=JenisKonflik.PRIBADI, on=timezone.localdate())

    assert Konflik.objects.visible_to(akun("pak-anton")).exists()
    for slug in ("pak-budi", "bu-rina", "bu-sari", "auditor-pekanbaru"):
        assert not Konflik.objects.visible_to(akun(slug)).exists()
        assert masuk(slug).get(reverse(ALAMAT)).status_code == 403
