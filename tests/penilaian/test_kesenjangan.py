"""The level that a post requires against the level that the last handed-over evaluation saw."""

from __future__ import annotations

from datetime import date

import pytest

from kinerja.kepegawaian.models import UnitKerja
from kinerja.penilaian.models import Evaluasi
from kinerja.penilaian.queries.kesenjangan import kesenjangan_pegawai
from kinerja.penilaian.queries.kesenjangan_unit import kesenjangan_unit
from kinerja.peraturan.predikat import Rating
from tests.factories.kompetensi import buat_kompetensi, jabatan_dari, nilai_kompetensi, wajibkan

ON = date(2026, 5, 4)
SATU_TIM = ("pak-budi", "bu-dewi", "dokter-fajar", "bu-yanti")


def _baris(pegawai):
    return kesenjangan_pegawai(pegawai, jabatan=jabatan_dari(pegawai)).daftar[0]


@pytest.mark.parametrize(
    ("rating", "level", "kurang"),
    [(Rating.DI_BAWAH, 2, True), (Rating.SESUAI, 3, False), (Rating.DI_ATAS, 4, False)],
)
def test_the_mark_of_the_penilai_becomes_a_level(orang, rating, level, kurang):
    budi = orang("pak-budi")
    buat_kompetensi(budi, tingkat=3)
    nilai_kompetensi(budi, rating)

    baris = _baris(budi)

    assert (baris.gap.level, baris.gap.is_kurang, baris.terlihat) == (level, kurang, level)
    assert baris.uraian[baris.dituntut - 1] == "Memastikan di unit."


def test_colleagues_count_by_weight_and_only_from_their_minimum(orang):
    budi = orang("pak-budi")
    buat_kompetensi(budi, tingkat=3)
    evaluasi = nilai_kompetensi(budi, Rating.SESUAI)
    rekan, cukup = {"rekan": [0, 2]}, {"rekan": [300_000_000, 3]}

    def with_colleagues(isi):
        masukan = evaluasi.masukan | {
            "a": evaluasi.masukan["a"] | {"integritas": {"atasan": [50_000_000, 1], **isi}}
        }
        Evaluasi.objects.filter(pk=evaluasi.pk).update(masukan=masukan)
        return _baris(budi)

    assert with_colleagues(rekan).gap.level == 3
    baris = with_colleagues(cukup)
    assert baris.gap.level > 3
    assert [(s.terpakai.sumber.value, s.level) for s in baris.daftar_sumber] == [("atasan", 3), ("rekan", 5)]


def test_nothing_is_known_before_the_hand_over(orang):
    budi = orang("pak-budi")
    buat_kompetensi(budi)
    nilai_kompetensi(budi, Rating.DI_BAWAH, serahkan=False)

    hasil = kesenjangan_pegawai(budi, jabatan=jabatan_dari(budi))

    assert hasil.evaluasi is None
    assert hasil.daftar[0].gap.level is None
    assert "belum cukup" in hasil.daftar[0].gap.kalimat


def test_after_a_change_of_standard_the_mark_still_means_the_post_it_was_given_for(orang):
    """Of a new post the requirement is new; the mark was given against the old one."""
    budi, rina = orang("pak-budi"), orang("bu-rina")
    kompetensi = buat_kompetensi(budi, tingkat=2)
    wajibkan(rina, kompetensi, tingkat=4)
    nilai_kompetensi(budi, Rating.SESUAI)

    baris = kesenjangan_pegawai(budi, jabatan=jabatan_dari(rina)).daftar[0]

    assert (baris.dituntut, baris.gap.level, baris.gap.selisih) == (4, 2, 2)


def test_the_query_costs_two_reads(orang, django_assert_num_queries):
    budi = orang("pak-budi")
    buat_kompetensi(budi)
    nilai_kompetensi(budi, Rating.SESUAI)
    jabatan = jabatan_dari(budi)

    with django_assert_num_queries(2):
        kesenjangan_pegawai(budi, jabatan=jabatan)


@pytest.fixture
def satu_tim(orang):
    """Four people of Bu Sari, two of them below what their posts require."""
    daftar = [orang(slug) for slug in SATU_TIM]
    kompetensi = buat_kompetensi(daftar[0])
    for pegawai in daftar[1:]:
        if not jabatan_dari(pegawai).daftar_standar.exists():
            wajibkan(pegawai, kompetensi)
    for pegawai, rating in zip(daftar, [Rating.DI_BAWAH, Rating.DI_BAWAH, *[Rating.SESUAI] * 2], strict=True):
        nilai_kompetensi(pegawai, rating)
    return daftar


def _unit(pembaca, *, semua_angka):
    akar = UnitKerja.objects.get(instansi=pembaca.instansi, induk=None)
    return kesenjangan_unit(akar, on=ON, pembaca_id=pembaca.pk, semua_angka=semua_angka)


def test_an_admin_reads_how_many_are_below(orang, satu_tim):
    rekap = _unit(orang("pak-anton"), semua_angka=True)

    assert [(b.kompetensi.nama, b.kurang, b.dinilai, b.persen) for b in rekap.daftar] == [
        ("Integritas", 2, 4, 50)
    ]


def test_others_read_no_number_of_few_people(orang, satu_tim):
    rekap = _unit(orang("kepala-dinkes"), semua_angka=False)

    assert (rekap.jumlah_pegawai, rekap.ada_tersembunyi) == (None, True)
    assert (rekap.daftar[0].kurang, rekap.daftar[0].dinilai) == (None, None)


def test_a_penilai_knows_the_numbers_of_his_own_people(orang, satu_tim):
    rekap = _unit(orang("bu-sari"), semua_angka=False)

    assert (rekap.daftar[0].kurang, rekap.daftar[0].dinilai) == (2, 4)


def test_a_unit_costs_the_same_queries_however_many_people(orang, django_assert_num_queries):
    budi = orang("pak-budi")
    kompetensi = buat_kompetensi(budi)
    nilai_kompetensi(budi, Rating.SESUAI)
    akar = UnitKerja.objects.get(instansi=budi.instansi, induk=None)
    wajibkan(orang("bu-dewi"), kompetensi)

    for pegawai in (budi, orang("bu-dewi")):
        if pegawai != budi:
            nilai_kompetensi(pegawai, Rating.SESUAI)
        with django_assert_num_queries(3):
            kesenjangan_unit(akar, on=ON, pembaca_id=None, semua_angka=True)
