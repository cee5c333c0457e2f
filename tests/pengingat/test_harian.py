"""The limits of the law called to mind: a week before, in the last days, once they have passed. Each once."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from kinerja.jejak.models import Catatan
from kinerja.notifikasi.models import Notifikasi
from kinerja.pengingat.queries.jatuh import tahap
from kinerja.pengingat.queries.kalender import jatuh_saya
from kinerja.penilaian.queries.tenggat import DaftarKalender, batas_keberatan, batas_lapor, batas_terima
from kinerja.peraturan.alur import StatusEvaluasi
from kinerja.tindak_lanjut.actions import file_keberatan
from tests.factories.dialog import buat_dialog
from tests.factories.evaluasi import buat_evaluasi, user_dari
from tests.factories.pembinaan import buat_rencana
from tests.factories.skp import buat_skp

pytestmark = pytest.mark.django_db
HARIAN = "pengingat.harian"


def pagi(hari: date) -> datetime:
    """Half past seven in Jakarta."""
    return datetime(hari.year, hari.month, hari.day, 0, 30, tzinfo=UTC)


def told(user, jenis="batas") -> list[str]:
    return [satu.judul for satu in Notifikasi.objects.filter(user=user, jenis=jenis).order_by("id")]


@pytest.mark.parametrize(
    ("hari", "kini"),
    [
        (1, ""),
        (23, ""),
        (24, "awal"),
        (29, "awal"),
        (30, "akhir"),
        (31, "akhir"),
        (32, "lewat"),
        (61, "lewat"),
        (62, ""),
    ],
)
def test_three_moments_of_a_limit(hari, kini):
    assert tahap(date(2026, 1, 31), on=date(2026, 1, 1) + timedelta(days=hari - 1)) == kini


def test_a_right_that_has_gone_is_not_called_to_mind():
    assert tahap(date(2026, 1, 31), on=date(2026, 2, 2), sesudah=False) == ""


def test_who_has_no_plan_in_january_hears_of_it_three_times(orang, akun, kerjakan):
    for hari in (3, 25, 26, 30, 31, 32, 33, 40):
        kerjakan(HARIAN, pagi(date(2026, 1, 1) + timedelta(days=hari - 1)))

    assert told(akun("pak-budi")) == [
        "Batas menetapkan SKP 2026 Anda: Sabtu, 31 Januari 2026",
        "Batas menetapkan SKP 2026 Anda: Sabtu, 31 Januari 2026",
        "Batas menetapkan SKP 2026 Anda sudah lewat, 31 Januari 2026",
    ]


def test_a_plan_that_waits_is_the_business_of_the_penilai(orang, akun, kerjakan):
    buat_skp(orang("pak-budi"), status="diajukan")

    kerjakan(HARIAN, pagi(date(2026, 1, 26)))

    assert told(akun("pak-budi")) == []
    assert "Batas menetapkan 1 SKP yang diajukan kepada Anda: Sabtu, 31 Januari 2026" in told(akun("bu-sari"))


def test_the_atasan_of_a_penilai_who_let_january_pass_hears_once_that_he_may_decide(orang, akun, kerjakan):
    skp = buat_skp(orang("pak-budi"), status="diajukan")
    atasan = user_dari(skp.atasan_penilai)
    kerjakan(HARIAN, pagi(date(2026, 1, 31)))
    assert told(atasan, "turun_tangan") == []

    for hari in (1, 2, 9):
        kerjakan(HARIAN, pagi(date(2026, 2, hari)))

    assert told(atasan, "turun_tangan") == ["1 SKP 2026 belum ditetapkan penilai di bawah Anda"]
    assert told(akun("bu-rina"), "turun_tangan") == []


def test_a_worker_that_slept_says_what_holds_now_and_not_what_it_missed(akun, kerjakan):
    kerjakan(HARIAN, pagi(date(2026, 2, 5)))

    assert told(akun("pak-budi")) == ["Batas menetapkan SKP 2026 Anda sudah lewat, 31 Januari 2026"]


def test_a_clock_that_jumps_says_nothing_twice_and_does_not_stay_silent(akun, kerjakan):
    kerjakan(HARIAN, pagi(date(2026, 1, 25)))
    kerjakan(HARIAN, pagi(date(2031, 6, 1)))
    kerjakan(HARIAN, pagi(date(2026, 1, 20)))
    kerjakan(HARIAN, pagi(date(2026, 1, 25)))
    kerjakan(HARIAN, pagi(date(2026, 1, 31)))

    assert told(akun("pak-budi")) == [
        "Batas menetapkan SKP 2026 Anda: Sabtu, 31 Januari 2026",
        "Hari ini batas menetapkan SKP 2026 Anda",
    ]


def test_before_five_in_the_morning_nobody_is_reminded(akun, kerjakan):
    kerjakan(HARIAN, datetime(2026, 1, 24, 21, 30, tzinfo=UTC))  # 04.30 in Jakarta

    assert told(akun("pak-budi")) == []

    kerjakan(HARIAN, datetime(2026, 1, 24, 22, 30, tzinfo=UTC))
    assert len(told(akun("pak-budi"))) == 1


def test_the_person_is_reminded_to_sign_and_then_of_his_right_to_object(orang, akun, kerjakan):
    evaluasi = buat_evaluasi(orang("pak-budi"), status=StatusEvaluasi.DISERAHKAN)
    batas = batas_terima(evaluasi, DaftarKalender())
    assert batas is not None
    kerjakan(HARIAN, pagi(batas - timedelta(days=1)))
    assert told(akun("pak-budi"))[0].startswith(
        f"Batas menandatangani tanda terima hasil {evaluasi.periode.nama}: "
    )

    evaluasi.status, evaluasi.diterima_at = StatusEvaluasi.DITERIMA.value, pagi(batas)
    evaluasi.save(update_fields=["status", "diterima_at"])
    batas = batas_keberatan(evaluasi, DaftarKalender())
    assert batas is not None
    for hari in (7, 6, 0, -1):
        kerjakan(HARIAN, pagi(batas - timedelta(days=hari)))

    keberatan = [judul for judul in told(akun("pak-budi")) if "keberatan" in judul]
    assert len(keberatan) == 2  # a week before and on the day; when it has passed there is nothing left to do
    assert keberatan[1].startswith("Hari ini batas mengajukan keberatan")


def test_the_admin_is_reminded_to_report_to_the_pyb_before_the_day_and_not_after(orang, akun, kerjakan):
    periode = buat_evaluasi(orang("pak-budi"), status=StatusEvaluasi.FINAL).periode
    batas = batas_lapor(periode)
    assert (batas - periode.jendela_selesai_on).days > 40

    for hari in (20, 7, 0, -1):
        kerjakan(HARIAN, pagi(batas - timedelta(days=hari)))

    lapor = [judul for judul in told(akun("pak-anton")) if "PyB" in judul]
    assert len(lapor) == 2
    assert lapor[1] == f"Hari ini batas melaporkan hasil {periode.nama} kepada PyB"
    assert not [judul for judul in told(akun("admin-pontianak")) if "PyB" in judul]


def test_who_is_to_decide_an_objection_is_reminded(orang, akun, kerjakan):
    evaluasi = buat_evaluasi(orang("pak-budi"), status=StatusEvaluasi.DITERIMA)
    at = evaluasi.diterima_at + timedelta(hours=1)
    keberatan = file_keberatan(
        evaluasi, alasan="Capaian imunisasi tercatat dua kali lebih rendah.", by=akun("pak-budi"), at=at
    )

    kerjakan(HARIAN, pagi(keberatan.batas_putusan_on))

    assert f"Hari ini batas memutus keberatan {orang('pak-budi').nama}" in told(user_dari(keberatan.pemutus))


def test_a_silent_penilai_is_reminded_then_marked_and_his_superior_is_told(orang, akun, kerjakan):
    evaluasi = buat_evaluasi(orang("pak-budi"))
    batas = evaluasi.periode.jendela_selesai_on
    kerjakan("pengingat.ikuti", pagi(batas - timedelta(days=2)))
    kerjakan(HARIAN, pagi(batas))
    assert f"Hari ini batas menilai satu orang, {evaluasi.periode.nama}" in told(akun("bu-sari"))

    sesudah = pagi(batas + timedelta(days=1))
    kerjakan(HARIAN, sesudah)
    kerjakan("pengingat.ikuti", sesudah)
    kerjakan(HARIAN, sesudah + timedelta(days=1))
    kerjakan("pengingat.ikuti", sesudah + timedelta(days=1))

    assert Catatan.objects.filter(tindakan="evaluasi.penilai_diam", objek_id=str(evaluasi.pk)).count() == 1
    assert len(told(user_dari(evaluasi.atasan_penilai), "turun_tangan")) == 1


def test_the_day_before_a_talk_both_are_reminded(orang, akun, kerjakan):
    dialog = buat_dialog(orang)

    kerjakan(HARIAN, dialog.mulai_at - timedelta(days=2))
    assert told(akun("pak-budi"), "dialog") == []
    kerjakan(HARIAN, dialog.mulai_at - timedelta(days=1))
    kerjakan(HARIAN, dialog.mulai_at - timedelta(hours=2))

    for slug in ("pak-budi", "bu-sari"):
        kabar = [judul for judul in told(akun(slug), "dialog") if not judul.startswith("Sudah waktunya")]
        assert kabar == ["Dialog kinerja 9 Maret 2026 pukul 09.00 WIB"]


def test_a_follow_up_is_called_to_mind_without_its_name(orang, akun, kerjakan):
    rencana = buat_rencana(orang, keadaan="berjalan")

    kerjakan(HARIAN, pagi(rencana.batas_on))

    assert told(user_dari(rencana.penilai), "tindak_lanjut") == [
        "Hari ini batas meninjau satu rencana tindak lanjut"
    ]


def test_a_second_run_of_the_day_reads_nothing_again(kerjakan, django_assert_max_num_queries):
    kerjakan(HARIAN, pagi(date(2026, 1, 25)))

    with django_assert_max_num_queries(30):
        kerjakan(HARIAN, pagi(date(2026, 1, 25)) + timedelta(hours=1))


def test_a_calendar_of_ones_own_holds_ones_own_days(orang):
    evaluasi = buat_evaluasi(orang("pak-budi"), status=StatusEvaluasi.DISERAHKAN)
    on = date(2026, 4, 15)

    milik_budi = jatuh_saya(orang("pak-budi"), on=on)

    assert {satu.user_id for satu in milik_budi} == {orang("pak-budi").user_id}
    assert f"terima:{evaluasi.pk}" in {satu.kode for satu in milik_budi}
    assert f"terima:{evaluasi.pk}" not in {satu.kode for satu in jatuh_saya(orang("bu-sari"), on=on)}
