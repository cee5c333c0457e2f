"""Asked from time to time: a talk again, and two questions three months after a course."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from kinerja.kepegawaian.models import HubunganPenilai
from kinerja.notifikasi.models import Notifikasi
from kinerja.pelatihan.actions import IsianJawaban, answer_tindak_lanjut
from kinerja.pelatihan.istilah import Pemakaian, Perubahan
from kinerja.peraturan.pembinaan import bulan_sesudah
from tests.factories.dialog import buat_dialog
from tests.factories.pelatihan import buat_kelas, luluskan, terima

pytestmark = pytest.mark.django_db
HARIAN = "pengingat.harian"


def pagi(hari: date) -> datetime:
    return datetime(hari.year, hari.month, hari.day, 0, 30, tzinfo=UTC)


def told(user, awal: str) -> list[str]:
    daftar = Notifikasi.objects.filter(user=user, judul__startswith=awal)
    return list(daftar.order_by("id").values_list("judul", flat=True))


def only_budi(orang) -> None:
    """Bu Sari rates nobody else, and Pak Budi since the beginning of the year."""
    milik = HubunganPenilai.objects.filter(penilai=orang("bu-sari"), selesai_on=None)
    milik.exclude(penempatan__pegawai=orang("pak-budi")).update(selesai_on=date(2026, 1, 1))
    milik.filter(penempatan__pegawai=orang("pak-budi")).update(mulai_on=date(2026, 1, 1))


def test_a_penilai_who_has_not_talked_for_long_hears_of_it_once_a_month(orang, akun, kerjakan):
    only_budi(orang)
    nama = f"Sudah waktunya berdialog lagi dengan {orang('pak-budi').nama}"
    kerjakan(HARIAN, pagi(date(2026, 4, 1)))  # ninety days after the first of January
    assert told(akun("bu-sari"), "Sudah waktunya") == []

    for hari in (date(2026, 4, 2), date(2026, 4, 3), date(2026, 4, 30)):
        kerjakan(HARIAN, pagi(hari))
    assert told(akun("bu-sari"), "Sudah waktunya") == [nama]
    assert told(akun("pak-budi"), "Sudah waktunya") == []

    kerjakan(HARIAN, pagi(date(2026, 5, 4)))
    assert told(akun("bu-sari"), "Sudah waktunya") == [nama, nama]


def test_a_talk_that_is_arranged_silences_it(orang, akun, kerjakan):
    only_budi(orang)
    dialog = buat_dialog(orang)
    HubunganPenilai.objects.filter(penilai=orang("bu-sari"), selesai_on=None).update(
        mulai_on=date(2025, 1, 1)
    )

    kerjakan(HARIAN, dialog.mulai_at - timedelta(days=3))

    assert told(akun("bu-sari"), "Sudah waktunya") == []


def test_three_months_after_a_course_both_sides_are_asked_until_they_answered(orang, akun, kerjakan):
    kelas = buat_kelas(orang)
    peserta = terima(orang, kelas, "pak-budi")
    luluskan(orang, kelas, peserta)
    hari = bulan_sesudah(kelas.selesai_on, bulan=3)
    nama = kelas.pelatihan.nama
    kerjakan(HARIAN, pagi(hari - timedelta(days=1)))
    assert told(akun("pak-budi"), "Adakah") == []

    kerjakan(HARIAN, pagi(hari))
    kerjakan(HARIAN, pagi(hari + timedelta(days=1)))

    assert told(akun("pak-budi"), "Adakah") == [f"Adakah bedanya sesudah {nama}?"]
    assert told(akun("bu-sari"), "Dua pert") == [f"Dua pertanyaan tentang {nama} untuk 1 orang di tim Anda"]


def test_who_answered_before_the_worker_woke_is_not_asked(orang, akun, kerjakan):
    kelas = buat_kelas(orang)
    peserta = terima(orang, kelas, "pak-budi")
    luluskan(orang, kelas, peserta)
    hari = bulan_sesudah(kelas.selesai_on, bulan=3) + timedelta(days=2)
    isian = IsianJawaban(pemakaian=next(iter(Pemakaian)), perubahan=next(iter(Perubahan)))
    answer_tindak_lanjut(peserta, isian, by=akun("pak-budi"), at=pagi(hari))

    kerjakan(HARIAN, pagi(hari))

    assert told(akun("pak-budi"), "Adakah") == []
    assert told(akun("bu-sari"), "Dua pert")
