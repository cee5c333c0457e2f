"""The planted dictionary and recaps keep the rules that people have to keep."""

import time
from datetime import UTC, date, datetime

import pytest
from django.db.models import F, Sum

from kinerja.demo.baca.kompetensi import daftar_kompetensi
from kinerja.demo.tanam.dunia import Dunia, penempatan_dalam_tahun
from kinerja.demo.tanam.kompetensi import plant_kompetensi
from kinerja.demo.tanam.rekap import plant_rekap
from kinerja.kompetensi.queries import standar_jabatan
from kinerja.peraturan.disiplin import ambang_disiplin
from kinerja.rekap.models import RekapBelajar, RekapKehadiran
from kinerja.rekap.queries import nilai_kehadiran

DUNIA = {"on": date(2026, 11, 20), "at": datetime(2026, 11, 20, 3, 0, tzinfo=UTC)}


@pytest.fixture
def rekap(cast) -> None:
    plant_rekap(penempatan_dalam_tahun(2026), tahun=2026, dunia=Dunia(**DUNIA))


def test_every_competence_has_five_levels_in_words_and_a_source():
    for isi in daftar_kompetensi():
        assert len(isi.tingkat) == 5 and all(isi.tingkat) and isi.sumber


def test_the_nine_of_format_b19_are_all_there():
    umum = [isi for isi in daftar_kompetensi() if isi.jenis != "teknis"]

    assert len(umum) == 9


def test_every_post_of_the_cast_below_the_head_of_the_region_has_a_standard(cast, orang):
    plant_kompetensi()
    budi = orang("pak-budi").daftar_penempatan.get().jabatan_id
    wali_kota = orang("wali-kota-pekanbaru").daftar_penempatan.get().jabatan_id

    standar = standar_jabatan([budi, wali_kota])

    assert standar[budi]["integritas"] == 1 and standar[budi]["asuhan_keperawatan"] == 2
    assert wali_kota not in standar


def test_only_months_that_have_ended_are_recapped(rekap):
    assert RekapKehadiran.objects.order_by("-selesai_on").first().selesai_on == date(2026, 10, 31)
    assert not RekapKehadiran.objects.filter(hari_kerja__lt=F("hadir") + F("alpa")).exists()


def test_somebody_reaches_a_step_of_the_ladder_and_most_do_not(rekap, orang):
    galang = orang("pak-galang").pk
    hadir = nilai_kehadiran([galang], date(2026, 1, 1), date(2026, 12, 31))[galang]

    assert hadir.alpa == 8
    assert ambang_disiplin(alpa_setahun=hadir.alpa).tingkat == "ringan"
    jumlah = RekapKehadiran.objects.values("pegawai").annotate(n=Sum("alpa")).order_by("pegawai")
    assert sum(bool(satu["n"]) for satu in jumlah) == 4


def test_learning_of_the_cast(rekap, orang):
    dokter = RekapBelajar.objects.get(pegawai=orang("dokter-fajar"))

    assert dokter.jp <= 24
    assert RekapBelajar.objects.get(pegawai=orang("pak-ucok")).jp < 5


def test_planting_takes_less_than_a_second(cast):
    daftar, dunia = penempatan_dalam_tahun(2026), Dunia(**DUNIA)
    mulai = time.perf_counter()

    plant_kompetensi()
    plant_rekap(daftar, tahun=2026, dunia=dunia)

    assert time.perf_counter() - mulai < 2
