"""Who stands in which box, and what keeps the others out of one."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from kinerja.jejak.models import Catatan
from kinerja.kepegawaian.models import UnitKerja
from kinerja.peraturan.talenta import UnsurPotensial
from kinerja.setelan.actions import Dasar, set_setelan
from kinerja.setelan.queries import nilai
from kinerja.talenta.actions import CannotRecordPotensi, IsianPotensi, cancel_potensi, record_potensi
from kinerja.talenta.models import PenilaianPotensi
from kinerja.talenta.queries.penempatan import Aturan, peta_talenta, tahun_kinerja
from tests.conftest import HARI_INI, SEKARANG
from tests.factories.talenta import beri_potensi, beri_predikat


@pytest.fixture
def peta(orang):
    budi = orang("pak-budi")

    def read(pegawai=None):
        aturan = Aturan.from_setelan(
            nilai(budi.instansi_id, "talenta"), tahun=tahun_kinerja(HARI_INI), on=HARI_INI
        )
        akar = UnitKerja.objects.get(instansi=budi.instansi, induk=None)
        return peta_talenta(
            [akar.jalur], aturan=aturan, on=HARI_INI, pegawai_id=pegawai.pk if pegawai else None
        )

    return read


@pytest.fixture
def isian():
    def fill(**lain):
        isi = {
            "unsur": UnsurPotensial.KOMPETENSI,
            "nilai": 84,
            "penilai": "Pusat asesmen provinsi",
            "pusat_asesmen": True,
            "dinilai_on": date(2025, 6, 1),
            "sumber": "Laporan 1/2025",
        }
        return IsianPotensi(**{**isi, **lain})

    return fill


def test_performance_and_potential_meet_in_a_box_with_the_way_there(peta, orang, akun):
    budi = orang("pak-budi")
    beri_predikat(budi)
    beri_potensi(budi, 84, 82, 88, oleh=akun("pak-anton"))

    hasil = peta(budi)

    titik = hasil.daftar[0]
    assert titik.kotak.nomor == 8
    langkah = hasil.jelaskan(titik).daftar_langkah
    assert langkah[0].startswith("Predikat Baik dibaca 80")
    assert langkah[1].startswith("Potensial 84,67 dari 100: tinggi")


@pytest.mark.parametrize(
    ("predikat", "nilai_potensi", "pada", "kurang"),
    [
        (None, (84, 82, 88), date(2025, 6, 1), "Predikat tahunan 2025 belum ada."),
        ("baik", (), date(2025, 6, 1), "Belum dinilai: Kompetensi, Potensi, Rekam jejak."),
        ("baik", (84, 82), date(2025, 6, 1), "Belum dinilai: Rekam jejak."),
        (
            "baik",
            (84, 82, 88),
            date(2023, 3, 1),
            "Penilaiannya sudah lebih dari 3 tahun: Kompetensi (1 Maret 2023)",
        ),
    ],
)
def test_who_has_no_box_is_told_everything_that_is_missing(
    peta, orang, akun, predikat, nilai_potensi, pada, kurang
):
    budi = orang("pak-budi")
    if predikat:
        beri_predikat(budi, predikat)
    beri_potensi(budi, *nilai_potensi, oleh=akun("pak-anton"), pada=pada)

    hasil = peta(budi)

    assert hasil.daftar[0].kotak is None
    assert hasil.tanpa_kotak == hasil.daftar
    assert kurang in hasil.jelaskan(hasil.daftar[0]).daftar_langkah[0]


def test_an_assessment_of_three_years_ago_to_the_day_still_counts(peta, orang, akun):
    budi = orang("pak-budi")
    beri_predikat(budi)
    beri_potensi(budi, 84, 82, 88, oleh=akun("pak-anton"), pada=date(2023, 3, 2))

    assert peta(budi).daftar[0].kotak.nomor == 8


def test_the_last_assessment_of_a_part_holds_and_a_withdrawn_one_does_not(peta, orang, akun):
    budi, admin = orang("pak-budi"), akun("pak-anton")
    beri_predikat(budi)
    beri_potensi(budi, 84, 82, 88, oleh=admin)
    baru = beri_potensi(budi, 40, 40, 40, oleh=admin, pada=date(2025, 9, 1))

    assert peta(budi).daftar[0].kotak.nomor == 2
    for satu in baru:
        cancel_potensi(satu, alasan="Tertukar orang", by=admin, at=SEKARANG)
    assert peta(budi).daftar[0].kotak.nomor == 8


def test_people_of_the_whole_house_cost_two_queries(peta, orang, akun, django_assert_num_queries):
    for slug in ("pak-budi", "bu-dewi", "bu-sari"):
        beri_predikat(orang(slug))
        beri_potensi(orang(slug), 84, 82, 88, oleh=akun("pak-anton"))
    peta()  # content of the settings' query is not part of the question

    with django_assert_num_queries(4):  # settings, root unit, people, what is known of them
        hasil = peta()

    assert len(hasil.per_kotak[8]) == 3
    assert len(hasil.tanpa_kotak) == len(hasil.daftar) - 3 > 0
    assert "wali-kota" not in {t.orang.nama for t in hasil.daftar}


def test_another_threshold_moves_the_boxes(peta, orang, akun):
    budi, admin = orang("pak-budi"), akun("pak-anton")
    beri_predikat(budi)
    beri_potensi(budi, 84, 82, 88, oleh=admin)

    set_setelan(
        budi.instansi, kelompok="talenta", isi={"batas_tinggi": "90"}, dasar=Dasar(alasan="Rapat tim talenta"), by=admin, at=SEKARANG
    )  # fmt: skip

    assert peta(budi).daftar[0].kotak.nomor == 5


def test_a_recorded_assessment_leaves_a_trail(orang, akun, isian):
    penilaian = record_potensi(orang("pak-budi"), isian=isian(), by=akun("pak-anton"), at=SEKARANG)

    rincian = Catatan.objects.get(tindakan="talenta.catat_potensi").rincian
    assert rincian == {"unsur": penilaian.unsur, "dinilai_on": penilaian.dinilai_on.isoformat()}
    assert str(penilaian) == f"{orang('pak-budi')}: Kompetensi 84"


@pytest.mark.parametrize(
    ("lain", "pesan", "medan"),
    [
        ({"nilai": 101}, "0 sampai 100", "nilai"),
        ({"dinilai_on": date(2026, 3, 3)}, "belum tiba", "dinilai_on"),
        ({"pusat_asesmen": False}, "pusat asesmen", "pusat_asesmen"),
        ({"penilai": " "}, "siapa yang menilai", "penilai"),
        ({"sumber": " "}, "siapa yang menilai", "sumber"),
    ],
)
def test_an_assessment_that_cannot_be_is_refused(orang, akun, isian, lain, pesan, medan):
    with pytest.raises(CannotRecordPotensi, match=pesan) as galat:
        record_potensi(orang("pak-budi"), isian=isian(**lain), by=akun("pak-anton"), at=SEKARANG)

    assert galat.value.medan == medan
    assert not PenilaianPotensi.objects.exists()


def test_a_track_record_needs_no_assessment_centre(orang, akun, isian):
    lain = isian(unsur=UnsurPotensial.REKAM_JEJAK, pusat_asesmen=False)

    assert record_potensi(orang("pak-budi"), isian=lain, by=akun("pak-anton"), at=SEKARANG).pk


def test_the_same_part_on_the_same_day_is_recorded_once(orang, akun, isian):
    record_potensi(orang("pak-budi"), isian=isian(), by=akun("pak-anton"), at=SEKARANG)

    with pytest.raises(CannotRecordPotensi, match="sudah tercatat"):
        record_potensi(orang("pak-budi"), isian=isian(nilai=90), by=akun("pak-anton"), at=SEKARANG)


@pytest.mark.parametrize("slug", ["pak-budi", "bu-sari", "sekda-pekanbaru", "admin-pontianak"])
def test_only_the_admin_of_his_unit_records(orang, akun, isian, slug):
    with pytest.raises(PermissionDenied):
        record_potensi(orang("pak-budi"), isian=isian(), by=akun(slug), at=SEKARANG)


def test_nobody_records_about_himself(orang, akun, isian):
    with pytest.raises(PermissionDenied):
        record_potensi(orang("pak-anton"), isian=isian(), by=akun("pak-anton"), at=SEKARANG)


def test_taking_back_asks_for_a_reason_and_happens_once(orang, akun, isian):
    admin = akun("pak-anton")
    penilaian = record_potensi(orang("pak-budi"), isian=isian(), by=admin, at=SEKARANG)

    with pytest.raises(CannotRecordPotensi, match="Tulis mengapa"):
        cancel_potensi(penilaian, alasan=" ", by=admin, at=SEKARANG)
    with pytest.raises(PermissionDenied):
        cancel_potensi(penilaian, alasan="Salah", by=akun("pak-budi"), at=SEKARANG)
    cancel_potensi(penilaian, alasan="Salah", by=admin, at=SEKARANG)
    with pytest.raises(CannotRecordPotensi, match="sudah dibatalkan"):
        cancel_potensi(penilaian, alasan="Salah", by=admin, at=SEKARANG)
    assert record_potensi(orang("pak-budi"), isian=isian(), by=admin, at=SEKARANG).pk
