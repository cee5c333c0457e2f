"""Invitations over a real mail server: each leaves once, for days if it must, and none to who wants none."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import timedelta

import pytest
from icalendar import Calendar

from kinerja.dialog import actions
from kinerja.dialog.istilah import KeadaanUndangan
from kinerja.dialog.models import DialogKinerja, UndanganDialog
from kinerja.kepegawaian.models import Pegawai
from kinerja.notifikasi.actions import IsianPilihan, set_pilihan
from kinerja.pekerjaan.istilah import StatusPekerjaan
from tests.factories.dialog import MULAI, PADA, buat_dialog, jadwal, user

pytestmark = [pytest.mark.django_db, pytest.mark.enable_socket]
KIRIM = "dialog.kirim_undangan"
BUDI, SARI = "budi@contoh.go.id", "sari@contoh.go.id"
JAM = timedelta(hours=1)
BIASA = IsianPilihan(mati=[], surat=True, jam=7, sunyi_mulai=20, sunyi_selesai=6)


@pytest.fixture(autouse=True)
def alamat(orang):
    for slug, surel in (("pak-budi", BUDI), ("bu-sari", SARI)):
        Pegawai.objects.filter(pk=orang(slug).pk).update(email=surel)


def call_off(orang, dialog: DialogKinerja, at=PADA) -> DialogKinerja:
    oleh = user(orang, "bu-sari")
    return actions.cancel_dialog(dialog, alasan="Rapat darurat", revisi=dialog.revisi, by=oleh, at=at)


def move(orang, dialog: DialogKinerja, at=PADA) -> DialogKinerja:
    """To the day after, asked for by one and accepted by the other."""
    isian = jadwal(MULAI + timedelta(days=1))
    dialog = actions.propose_other_time(
        dialog, isian=isian, revisi=dialog.revisi, by=user(orang, "pak-budi"), at=at
    )
    return actions.accept_dialog(dialog, revisi=dialog.revisi, by=user(orang, "bu-sari"), at=at)


def told(pos) -> Counter[tuple[str, str]]:
    """Who got which kind of calendar file."""
    return Counter((str(pesan["To"]), metode_of(pesan)) for pesan in pos.isi)


def metode_of(pesan) -> str:
    (lampiran,) = pesan.iter_attachments()
    isi = lampiran.get_content()
    return str(Calendar.from_ical(isi)["METHOD"])


def keadaan_of(surel: str) -> list[str]:
    daftar = UndanganDialog.objects.filter(penerima__email=surel).order_by("revisi")
    return list(daftar.values_list("keadaan", flat=True))


def test_a_server_that_is_away_for_a_day_loses_and_doubles_no_invitation(orang, pos, kerjakan):
    pos.tutup()
    buat_dialog(orang)
    for jam in range(24):
        assert kerjakan(KIRIM, PADA + jam * JAM).status == StatusPekerjaan.SELESAI
    assert pos.isi == []

    pos.buka()
    for jam in range(24, 30):
        kerjakan(KIRIM, PADA + jam * JAM)

    assert told(pos) == {(BUDI, "REQUEST"): 1, (SARI, "REQUEST"): 1}
    assert keadaan_of(BUDI) == keadaan_of(SARI) == [KeadaanUndangan.TERKIRIM]


def test_a_talk_called_off_while_the_server_is_away_leaves_the_calendars_after_it(orang, pos, kerjakan):
    dialog = buat_dialog(orang)
    kerjakan(KIRIM, PADA)
    pos.tutup()
    call_off(orang, dialog, PADA + JAM)
    for jam in range(1, 25):
        kerjakan(KIRIM, PADA + jam * JAM)

    pos.buka()
    kerjakan(KIRIM, PADA + 25 * JAM)
    kerjakan(KIRIM, PADA + 26 * JAM)

    assert told(pos) == {(siapa, metode): 1 for siapa in (BUDI, SARI) for metode in ("REQUEST", "CANCEL")}


def test_a_talk_called_off_before_any_invitation_left_is_not_told_to_calendars(orang, pos, kerjakan):
    pos.tutup()
    dialog = buat_dialog(orang)
    kerjakan(KIRIM, PADA)
    call_off(orang, dialog)

    pos.buka()
    kerjakan(KIRIM, PADA + JAM)

    assert pos.isi == []
    assert keadaan_of(BUDI) == [KeadaanUndangan.TIDAK_PERLU] * 2


def test_only_the_newest_hour_leaves_when_the_server_is_back(orang, pos, kerjakan):
    pos.tutup()
    dialog = buat_dialog(orang)
    kerjakan(KIRIM, PADA)
    move(orang, dialog)

    pos.buka()
    kerjakan(KIRIM, PADA + JAM)

    assert sorted(pos.penerima) == [BUDI, SARI]
    assert all("Selasa, 10 Maret" in pesan["Subject"] for pesan in pos.isi)


def test_an_address_that_is_refused_does_not_double_the_letter_to_the_other(orang, pos, kerjakan):
    pos.tolak[SARI] = "550 Tidak ada kotak surat itu"
    dialog = buat_dialog(orang)
    for jam in range(5):
        kerjakan(KIRIM, PADA + jam * JAM)
    assert pos.penerima == [BUDI]
    assert keadaan_of(SARI) == [KeadaanUndangan.DITOLAK]

    pos.tolak.clear()
    call_off(orang, dialog)
    kerjakan(KIRIM, PADA + 6 * JAM)

    assert told(pos) == {(BUDI, "REQUEST"): 1, (BUDI, "CANCEL"): 1}  # her calendar never knew


def test_an_address_that_is_refused_for_now_is_tried_again(orang, pos, kerjakan):
    pos.tolak[BUDI] = "450 Kotak surat sedang penuh"
    buat_dialog(orang)
    kerjakan(KIRIM, PADA)
    assert pos.penerima == [SARI]

    pos.tolak.clear()
    kerjakan(KIRIM, PADA + JAM)

    assert pos.penerima == [SARI, BUDI]


@pytest.mark.parametrize("pilihan", [replace(BIASA, surat=False), replace(BIASA, mati=["dialog"])])
def test_who_turned_letters_or_talks_off_gets_no_invitation(orang, pos, kerjakan, pilihan):
    set_pilihan(pilihan, by=user(orang, "pak-budi"), at=PADA)
    buat_dialog(orang)

    kerjakan(KIRIM, PADA)

    assert pos.penerima == [SARI]


def test_an_invitation_waits_for_the_end_of_the_quiet_hours_and_not_for_the_letter_of_the_day(
    orang, pos, kerjakan
):
    set_pilihan(replace(BIASA, jam=16, sunyi_mulai=8, sunyi_selesai=11), by=user(orang, "pak-budi"), at=PADA)
    buat_dialog(orang)

    kerjakan(KIRIM, PADA)  # 09.00 on his wall
    assert pos.penerima == [SARI]
    kerjakan(KIRIM, PADA + 2 * JAM)

    assert pos.penerima == [SARI, BUDI]


def test_a_letter_of_which_nobody_knows_is_not_sent_again_but_called_off(orang, pos, kerjakan, settings):
    settings.EMAIL_TIMEOUT = 1
    pos.tahan_ke = 1
    dialog = buat_dialog(orang)
    kerjakan(KIRIM, PADA)
    call_off(orang, dialog)
    kerjakan(KIRIM, PADA + timedelta(minutes=5))
    assert keadaan_of(BUDI) == [KeadaanUndangan.MENGIRIM, KeadaanUndangan.MENUNGGU]

    kerjakan(KIRIM, PADA + timedelta(minutes=15))
    kerjakan(KIRIM, PADA + timedelta(minutes=30))

    # The invitation may lie in his calendar, so its end is told to him as it is to her.
    assert told(pos) == {(siapa, metode): 1 for siapa in (BUDI, SARI) for metode in ("REQUEST", "CANCEL")}
    assert keadaan_of(BUDI) == [KeadaanUndangan.TIDAK_PASTI, KeadaanUndangan.TERKIRIM]


def test_nobody_is_invited_to_an_hour_that_is_over(orang, pos, kerjakan):
    pos.tutup()
    buat_dialog(orang)
    kerjakan(KIRIM, PADA)

    pos.buka()
    kerjakan(KIRIM, MULAI + 2 * JAM)

    assert pos.isi == []
