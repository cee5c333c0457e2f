"""The head of a unit watches it with all below, as long as he heads it, and nothing beside it."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from kinerja.kepegawaian.istilah import JenisPenempatan
from kinerja.kepegawaian.models import HubunganPenilai, Jabatan, Penempatan, UnitKerja
from kinerja.pantau.actions import rebuild
from kinerja.pantau.hidup.tiket import SAMBUNG, read
from kinerja.pantau.models import Hitungan
from kinerja.perencanaan.models import SKP
from tests.conftest import SEKARANG
from tests.factories.skp import buat_skp

pytestmark = pytest.mark.django_db
HARI_INI = SEKARANG.date()
KEMARIN = HARI_INI - timedelta(days=1)


@pytest.fixture
def puskesmas(orang) -> UnitKerja:
    """Bu Sari's: she has no role, she is its head."""
    return orang("bu-sari").daftar_penempatan.get(selesai_on=None).unit_kerja


@pytest.fixture
def saudara(puskesmas) -> UnitKerja:
    """Right beside it."""
    return UnitKerja.objects.filter(induk=puskesmas.induk).exclude(pk=puskesmas.pk).order_by("pk")[0]


@pytest.fixture
def skp(orang):
    """Pak Budi's plan has another penilai, who works elsewhere."""
    skp = buat_skp(orang("pak-budi"), status="draf")
    SKP.objects.filter(pk=skp.pk).update(penilai=orang("bu-dewi"), atasan_penilai=orang("bu-rina"))
    rebuild(at=SEKARANG)
    return skp


def make_head(orang, unit: UnitKerja, jenis: JenisPenempatan, **lain) -> Penempatan:
    jabatan, _ = Jabatan.objects.get_or_create(
        unit_kerja=unit, kode="kepala-uji", defaults={"nama": "Kepala", "kepala": True}
    )
    return Penempatan.objects.create(
        pegawai=orang("bu-sari"), jabatan=jabatan, unit_kerja=unit, jenis=jenis, mulai_on=KEMARIN, **lain
    )


def test_she_sees_her_unit_first_and_may_choose_her_own_people(skp, masuk, puskesmas):
    isi = masuk("bu-sari").get("/pantau/").content.decode()

    assert f"Pantau {puskesmas.nama}" in isi
    for ada in ("Perjalanan tiga bulan", "nilai masyarakat", "unit perlu diselaraskan", "/pantau/?tim=1"):
        assert ada in isi, ada
    assert "halaman Rekap unit" not in isi  # a page of roles, which would turn her away
    assert "Kesiapan unit" in isi  # in the menu


def test_figure_and_list_agree_for_people_whom_somebody_else_assesses(skp, masuk, orang):
    sari = masuk("bu-sari")
    angka = re.search(r'data-angka="skp_draf">(\d+)<', sari.get("/pantau/").content.decode())[1]
    isi = sari.get("/pantau/daftar/skp_draf/").content.decode()

    assert angka == "1"
    assert orang("pak-budi").nama in isi
    assert f"/perencanaan/skp/{skp.pk}/" not in isi  # whose document it is, that it stays


def test_a_unit_beside_hers_and_the_one_above_stay_closed(skp, masuk, puskesmas, saudara):
    sari = masuk("bu-sari")

    for unit in (saudara, puskesmas.induk):
        for alamat in (
            "/pantau/",
            "/pantau/tabel/",
            "/pantau/daftar/skp_macet/",
            "/pantau/tiket/",
            "/kesiapan/",
        ):
            assert sari.get(f"{alamat}?unit={unit.pk}").status_code == 404, alamat


@pytest.mark.parametrize("jenis", [JenisPenempatan.PLT, JenisPenempatan.PLH])
def test_an_acting_head_chooses_between_both_units(skp, masuk, orang, saudara, jenis):
    make_head(orang, saudara, jenis)
    sari = masuk("bu-sari")

    isi = sari.get(f"/pantau/?unit={saudara.pk}").content.decode()

    assert f"Pantau {saudara.nama}" in isi
    assert len(re.findall(r'href="/pantau/\?unit=\d+"[^>]*>[^<]+</a></li>', isi)) == 2
    assert sari.get(f"/kesiapan/?unit={saudara.pk}").status_code == 200


def test_with_the_post_the_sight_ends_and_live_figures_too(skp, masuk, orang, puskesmas, saudara):
    lama = make_head(orang, saudara, JenisPenempatan.PLT, selesai_on=HARI_INI)
    sari = masuk("bu-sari")
    tiket = read(sari.get(f"/pantau/tiket/?unit={saudara.pk}").json()["tiket"], umur=SAMBUNG)
    assert tiket is not None and tiket.kunci == f"u{saudara.pk}"

    Penempatan.objects.filter(pk=lama.pk).update(selesai_on=KEMARIN)

    for alamat in ("/pantau/", "/pantau/tiket/", "/kesiapan/"):
        assert sari.get(f"{alamat}?unit={saudara.pk}").status_code == 404, alamat
        assert sari.get(f"{alamat}?unit={puskesmas.pk}").status_code == 200, alamat
    Penempatan.objects.filter(pegawai=orang("bu-sari")).update(selesai_on=KEMARIN)
    assert "orang-orang yang Anda pimpin" in sari.get("/pantau/").content.decode()
    assert sari.get("/kesiapan/").status_code == 403
    HubunganPenilai.objects.filter(penilai=orang("bu-sari")).update(selesai_on=KEMARIN)
    assert sari.get("/pantau/").status_code == 403


def test_rows_are_hers_on_the_day_asked_for(skp, akun, puskesmas):
    sari = akun("bu-sari")

    hitungan = Hitungan.objects.visible_to(sari, on=HARI_INI)
    assert not hitungan.exclude(unit_kerja__jalur__startswith=puskesmas.jalur).exists()
    assert hitungan.filter(unit_kerja=puskesmas).exists()
    sari = type(sari).objects.get(pk=sari.pk)
    assert not Hitungan.objects.visible_to(sari, on=HARI_INI.replace(year=1999)).exists()
