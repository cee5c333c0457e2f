"""Thanks are kind, small, the receiver's own, and never part of a rating."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kinerja.jejak.models import Catatan
from kinerja.metode.telaah_ucapan import telaah_ucapan
from kinerja.penghargaan import actions
from kinerja.penghargaan.istilah import KeadaanUcapan
from kinerja.penghargaan.models import TerimaKasih
from kinerja.penilaian.actions import hand_over_evaluasi
from kinerja.peraturan.alur import StatusEvaluasi
from kinerja.peraturan.perilaku import NilaiDasar
from tests.conftest import SEKARANG
from tests.factories.evaluasi import DIBUKA_AT, buat_evaluasi
from tests.factories.penghargaan import user

TEKS = "Terima kasih sudah menggantikan jaga Sabtu lalu; anak saya jadi sempat dibawa ke dokter."


def kirim(orang, kepada="bu-dewi", *, dari="pak-budi", teks=TEKS, nilai=None, at=SEKARANG) -> TerimaKasih:
    isian = actions.IsianUcapan(teks=teks, nilai=nilai)
    return actions.send_ucapan(orang(kepada), isian, by=user(orang, dari), at=at)


def test_a_note_is_between_two_people_until_its_receiver_shows_it(orang):
    ucapan = kirim(orang, nilai=NilaiDasar.KOLABORATIF)
    dewi, rekan = user(orang, "bu-dewi"), user(orang, "bu-rina")
    assert TerimaKasih.objects.visible_to(dewi).exists()
    assert not TerimaKasih.objects.visible_to(rekan).exists()
    assert not TerimaKasih.objects.visible_to(user(orang, "pak-anton")).exists()

    with pytest.raises(PermissionDenied):
        actions.keep_ucapan(ucapan, keadaan=KeadaanUcapan.DIPAJANG, by=user(orang, "pak-budi"), at=SEKARANG)
    actions.keep_ucapan(ucapan, keadaan=KeadaanUcapan.DIPAJANG, by=dewi, at=SEKARANG)
    assert TerimaKasih.objects.visible_to(rekan).exists()
    assert not TerimaKasih.objects.visible_to(user(orang, "analis-pontianak")).exists()

    actions.keep_ucapan(ucapan, keadaan=KeadaanUcapan.DISEMBUNYIKAN, by=dewi, at=SEKARANG)
    assert not TerimaKasih.objects.visible_to(rekan).exists()


def test_the_trail_knows_neither_the_words_nor_the_receiver(orang):
    kirim(orang)

    catatan = Catatan.objects.get(tindakan="penghargaan.terima_kasih")
    assert catatan.rincian == {} and catatan.pelaku == user(orang, "pak-budi")


@pytest.mark.parametrize(
    ("ganti", "pesan"),
    [
        ({"kepada": "pak-budi"}, "Pilih orang lain"),
        ({"teks": "Makasih"}, "paling sedikit 10 huruf"),
        ({"teks": "a b" * 200}, "paling panjang 280 huruf"),
        ({"teks": "Terima kasih ya, dasar bodoh, akhirnya selesai juga."}, "dapat menyakiti"),
    ],
)
def test_a_note_that_cannot_go_out_says_why(orang, ganti, pesan):
    with pytest.raises(actions.CannotThank, match=pesan):
        kirim(orang, **ganti)

    assert not TerimaKasih.objects.exists()


def test_one_a_day_to_the_same_person_and_five_in_all(orang):
    kirim(orang)
    with pytest.raises(actions.CannotThank, match="dapat dikirim besok"):
        kirim(orang)
    for slug in ("bu-sari", "dokter-fajar", "bu-yanti", "pak-ucok"):
        kirim(orang, slug)
    with pytest.raises(actions.CannotThank, match="sudah mengirim 5 ucapan"):
        kirim(orang, "bu-rina")

    kirim(orang, at=SEKARANG + timedelta(days=1))
    assert TerimaKasih.objects.count() == 6


@pytest.mark.parametrize("slug", ["analis-pontianak", "guru-tebo"])
def test_people_of_another_house_are_out_of_reach(orang, slug):
    with pytest.raises(PermissionDenied):
        kirim(orang, slug)


def test_a_note_to_the_penilai_who_is_rating_waits_for_the_result(orang):
    evaluasi = buat_evaluasi(orang("pak-budi"), status=StatusEvaluasi.DITETAPKAN)
    sari = user(orang, "bu-sari")

    ucapan = kirim(orang, "bu-sari", at=DIBUKA_AT + timedelta(hours=4))

    assert ucapan.ditunda
    assert not TerimaKasih.objects.visible_to(sari).exists()
    assert TerimaKasih.objects.visible_to(user(orang, "pak-budi")).exists()
    hand_over_evaluasi(evaluasi, by=sari, at=DIBUKA_AT + timedelta(hours=5))
    assert TerimaKasih.objects.visible_to(sari).exists()
    assert actions.mark_read(by=sari, at=DIBUKA_AT + timedelta(hours=6)) == 1


def test_the_penilai_may_always_thank_his_people(orang):
    buat_evaluasi(orang("pak-budi"))

    assert not kirim(orang, "pak-budi", dari="bu-sari", at=DIBUKA_AT).ditunda


def test_no_query_of_a_rating_reads_recognition_and_thanks_change_nothing(orang):
    """From the opening of the period to the hand-over, with the wall full of thanks."""
    for dari in ("bu-dewi", "dokter-fajar", "bu-yanti"):
        kirim(orang, "pak-budi", dari=dari, nilai=NilaiDasar.KOLABORATIF)

    with CaptureQueriesContext(
        connection,
    ) as kueri:
        evaluasi = buat_evaluasi(orang("pak-budi"), status=StatusEvaluasi.DISERAHKAN)

    assert len(kueri) > 20
    assert not [satu["sql"] for satu in kueri if "penghargaan_" in satu["sql"]]
    tanpa = buat_evaluasi(orang("pak-ucok"), status=StatusEvaluasi.DISERAHKAN)
    assert (evaluasi.saran_perilaku, evaluasi.predikat) == (tanpa.saran_perilaku, tanpa.predikat)


def test_nothing_that_computes_a_rating_names_recognition():
    folder = Path(__file__).resolve().parents[2] / "kinerja"
    for app in ("penilaian", "sumber", "statistik", "kalibrasi", "pelaksanaan", "kebijakan", "perencanaan"):
        for berkas in (folder / app).rglob("*.py"):
            isi = berkas.read_text()
            assert "kinerja.penghargaan" not in isi and "TerimaKasih" not in isi, berkas


@pytest.mark.parametrize(
    ("teks", "kode"),
    [
        (TEKS, []),
        ("Makasih banyak ya Pak, mantap!", ["hampa"]),
        ("Terima kasih semuanya, luar biasa, hebat sekali", ["hampa"]),
        ("Terima kasih sudah menyusun rekap. Semoga nilai saya ikut naik ya, Bu.", ["pamrih"]),
        ("Terima kasih sudah mengirim rekap Februari, hubungi saya di 081234567890.", ["data_pribadi"]),
        ("", []),
    ],
)
def test_the_coach_remarks_gently(teks, kode):
    assert [satu.kode for satu in telaah_ucapan(teks)] == kode
