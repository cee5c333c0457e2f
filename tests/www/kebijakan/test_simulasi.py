"""A draft tried on last period: the answer comes first, names are for the admin, and nothing is written."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from kinerja.jejak.models import AksesData
from kinerja.kebijakan.actions import start_draf
from kinerja.kebijakan.models import Kebijakan, SumberKebijakan
from kinerja.kepegawaian.models import UnitKerja
from kinerja.metode.simulasi import ArahPerubahan
from kinerja.penilaian import actions
from kinerja.penilaian.actions.isian import NilaiPerilaku
from kinerja.penilaian.models import Evaluasi
from kinerja.penilaian.queries.simulasi import (
    bahan_simulasi,
    orang_berubah,
    per_unit,
    pilih_periode,
    simulasikan,
)
from kinerja.peraturan.perilaku import NilaiDasar
from kinerja.peraturan.predikat import Predikat, Rating
from tests.factories.evaluasi import buat_evaluasi, isian, user_dari

SAAT = datetime(2026, 4, 20, 2, 0, tzinfo=UTC)
BANYAK_QUERY = 8


@pytest.fixture(autouse=True)
def after_the_quarter(monkeypatch, one_day):
    monkeypatch.setattr(timezone, "now", lambda: SAAT)


def rate(pegawai, *, di_atas: int, hasil: Rating = Rating.DI_ATAS) -> Evaluasi:
    """Every result at `hasil`, so many of the seven values above expectation, the others at it."""
    evaluasi = buat_evaluasi(pegawai)
    perilaku = {
        nilai.value: NilaiPerilaku(rating=Rating.DI_ATAS if i < di_atas else Rating.SESUAI)
        for i, nilai in enumerate(NilaiDasar)
    }
    isi = replace(isian(evaluasi, per_hasil=hasil), daftar_perilaku=perilaku)
    actions.rate_evaluasi(evaluasi, isi, by=user_dari(evaluasi.penilai), at=SAAT)
    return evaluasi


@pytest.fixture
def draf(orang, akun) -> Kebijakan:
    """For the unit of the plans: "most" is two thirds from now on."""
    evaluasi = rate(orang("pak-budi"), di_atas=4)
    rate(orang("bu-dewi"), di_atas=7)
    draf = start_draf(evaluasi.kebijakan.unit_kerja, by=akun("pak-anton"), at=SAAT)
    draf.sebagian_besar = Decimal("0.66")
    draf.save()
    return draf


def page(client, draf, **isi):
    return client.get(reverse("kebijakan:simulasi", args=[draf.pk]), isi)


def test_the_answer_comes_first(masuk, draf):
    isi = page(masuk("pak-anton"), draf).content.decode()

    assert "saran berubah untuk 1 dari 2 orang: 1 predikat turun." in isi
    assert "Budi Hartawan" in isi
    assert "Dewi Kurniawati" not in isi
    assert "Sangat Baik → Baik" in isi
    assert "“sebagian besar” 50% menjadi 66%" in isi


def test_nothing_is_written(masuk, draf):
    """But for the note of who was named, at the first look of the day."""
    client = masuk("pak-anton")
    sebelum = [
        list(model.objects.order_by("pk").values()) for model in (Evaluasi, Kebijakan, SumberKebijakan)
    ]

    with CaptureQueriesContext(connection) as pertama:
        assert page(client, draf).status_code == 200
    with CaptureQueriesContext(connection) as lagi:
        assert page(client, draf).status_code == 200

    assert [
        list(model.objects.order_by("pk").values()) for model in (Evaluasi, Kebijakan, SumberKebijakan)
    ] == sebelum
    (satu,) = writes(pertama)
    assert AksesData._meta.db_table in satu
    assert not writes(lagi)
    assert len(lagi) <= BANYAK_QUERY
    assert client.post(reverse("kebijakan:simulasi", args=[draf.pk])).status_code == 405


def writes(rekaman) -> list[str]:
    return [q["sql"] for q in rekaman if q["sql"].lstrip().upper().startswith(("INSERT", "UPDATE", "DELETE"))]


@pytest.mark.parametrize(
    "slug", ["pak-budi", "bu-sari", "sekda-pekanbaru", "auditor-pekanbaru", "admin-pontianak"]
)
def test_nobody_but_the_admin_of_the_unit_tries_a_draft(masuk, draf, slug):
    assert page(masuk(slug), draf).status_code in (403, 404)


def test_each_is_compared_with_the_policy_he_was_rated_under(draf, orang):
    """Whoever was rated without any policy keeps the built-in method on the side of before."""
    Evaluasi.objects.filter(skp__pegawai=orang("bu-dewi")).update(kebijakan=None)
    hasil = run(draf)

    (satu,) = orang_berubah(hasil, hasil.urut_berubah)

    assert satu.evaluasi.skp.pegawai == orang("pak-budi")
    assert satu.arah is ArahPerubahan.TURUN
    assert satu.predikat == (Predikat.SANGAT_BAIK, Predikat.BAIK)
    assert satu.perilaku == (Rating.DI_ATAS, Rating.SESUAI)
    assert satu.hasil[0] is satu.hasil[1]
    assert sum(unit.turun for unit in per_unit(hasil)) == 1


def run(draf):
    bahan = bahan_simulasi(Kebijakan.objects.select_related("unit_kerja").get(pk=draf.pk), on=SAAT.date())
    periode = pilih_periode(bahan, None, on=SAAT.date())
    assert periode is not None
    return simulasikan(bahan, periode)


def test_a_draft_like_the_policy_changes_nobody(draf):
    draf.sebagian_besar = Decimal("0.5")
    draf.save()

    hasil = run(draf)

    assert (hasil.jumlah, hasil.berubah) == (2, 0)


def test_a_unit_with_a_nearer_policy_is_left_out(draf, orang):
    unit = UnitKerja.objects.get(pk=orang("pak-budi").daftar_skp.get().unit_kerja_id)
    Kebijakan.objects.create(unit_kerja=unit, versi=77, berlaku_on=SAAT.date())

    assert run(draf).jumlah < 2


def test_a_source_that_nobody_asked_is_named(masuk, draf):
    SumberKebijakan.objects.create(kebijakan=draf, sumber="rekan", bobot=30, minimum=3)
    draf.daftar_aspek.update(sumber=[])

    isi = page(masuk("pak-anton"), draf).content.decode()

    assert "Rekan kerja belum ditanya pada" in isi


def test_who_has_no_numbers_yet_is_counted(masuk, draf, orang):
    Evaluasi.objects.filter(skp__pegawai=orang("bu-dewi")).update(masukan={})

    isi = page(masuk("pak-anton"), draf).content.decode()

    assert "1 orang belum dinilai" in isi


def test_without_a_period_the_page_says_what_to_wait_for(masuk, orang, akun):
    unit = UnitKerja.objects.get(kode="PKU-KEC-TENAYANRAYA")
    draf = start_draf(unit, by=akun("pak-anton"), at=SAAT)

    assert "Belum ada periode yang dapat dicoba" in page(masuk("pak-anton"), draf).content.decode()


@pytest.mark.parametrize("periode", ["²", "9" * 5000, "-1", "abc", ""])
def test_an_odd_period_falls_back_on_the_last(masuk, draf, periode):
    assert "dari 2 orang" in page(masuk("pak-anton"), draf, periode=periode).content.decode()


def test_whoever_is_named_reads_who_looked(masuk, draf, orang, akun):
    client = masuk("pak-anton")

    page(client, draf)
    page(client, draf)

    (catatan,) = AksesData.objects.all()
    assert catatan.pegawai_id == orang("pak-budi").pk
    assert (catatan.pembaca, catatan.sebagai, catatan.halaman) == (akun("pak-anton"), "admin", "hasil")
