"""Service points of the demo: believable votes, two crowds that wait, people of the cast who serve."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from kinerja.demo.baca.layanan import daftar_layanan
from kinerja.demo.tanam.dunia import Dunia
from kinerja.demo.tanam.layanan import plant_layanan
from kinerja.layanan.models import LayananPublik, PetugasLayanan, Suara, SumberSuara, Tanggapan
from kinerja.layanan.queries import hasil_layanan, nilai_masyarakat

HARI = date(2026, 11, 20)
SETAHUN = {"mulai": date(2025, 11, 21), "selesai": date(2026, 11, 20)}


@pytest.fixture
def layanan(cast) -> None:
    plant_layanan(Dunia(on=date(2026, 11, 20), at=datetime(2026, 11, 20, 3, 0, tzinfo=UTC)))


def test_every_service_has_votes_of_two_years(layanan):
    for satu in LayananPublik.objects.with_unit():
        tahun = set(satu.daftar_suara.values_list("hari__year", flat=True))
        assert tahun == {2025, 2026}, satu
        assert not satu.daftar_suara.filter(hari__gte=date(2026, 11, 20)).exists()


def test_the_index_is_about_what_was_meant(layanan):
    for titik in daftar_layanan():
        hasil = hasil_layanan(LayananPublik.objects.with_unit().get(slug=titik.slug), on=HARI)
        tanpa_lemah = titik.rerata * 25
        assert tanpa_lemah - 12 < hasil.nilai.ikm < tanpa_lemah + 4, titik.nama
        assert hasil.cukup == (titik.setahun > 30)


def test_spam_and_a_village_wait_and_count_nothing(layanan):
    assert sorted(SumberSuara.objects.values_list("status", "jumlah")) == [("ditahan", 64), ("ditahan", 140)]
    assert set(Suara.objects.filter(sumber__isnull=False).values_list("status", flat=True)) == {"ditahan"}


def test_those_of_the_cast_who_serve_have_their_votes(layanan, orang):
    rina = orang("bu-rina").pk

    assert nilai_masyarakat([rina], **SETAHUN)[rina].n > 150
    assert PetugasLayanan.objects.count() == sum(len(t.petugas) for t in daftar_layanan())


def test_some_sentences_have_been_answered(layanan):
    assert Tanggapan.objects.count() > 10
    assert not Tanggapan.objects.exclude(suara__status_kalimat="tampil").exists()
