"""A calendar file read back by another zone's clock, folded as RFC 5545 asks, growing with every change."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from kinerja.lib.acara import Acara, Metode, Orang, berkas_ics

ACARA = Acara(
    uid="b7a0@kinerja",
    urutan=1,
    mulai_at=datetime(2026, 3, 9, 9, 0, tzinfo=ZoneInfo("Asia/Jakarta")),
    durasi=timedelta(minutes=45),
    judul="Dialog kinerja Ns. Sari Lestari Purnamaningsih, S.Kep., M.Kep. dan Budi Santoso; triwulan I, pagi hari",
    diubah_at=datetime(2026, 3, 2, 2, 0, tzinfo=UTC),
    tempat="Ruang rapat lantai 2",
)


def baca(acara: Acara, metode: Metode = Metode.PUBLISH) -> tuple[Calendar, object]:
    kalender = Calendar.from_ical(berkas_ics(acara, metode=metode))
    return kalender, kalender.walk("VEVENT")[0]


@pytest.mark.parametrize(
    ("zona", "jam"), [("Asia/Jakarta", 9), ("Asia/Makassar", 10), ("Asia/Jayapura", 11), ("UTC", 2)]
)
def test_the_moment_is_the_same_wherever_the_file_is_opened(zona, jam):
    _, event = baca(ACARA)

    assert event["DTSTART"].dt.astimezone(ZoneInfo(zona)) == datetime(2026, 3, 9, jam, tzinfo=ZoneInfo(zona))
    assert event["DTSTART"].dt.astimezone(ZoneInfo(zona)).hour == jam
    assert event["DTEND"].dt - event["DTSTART"].dt == timedelta(minutes=45)


def test_instants_are_written_in_utc():
    isi = berkas_ics(ACARA).decode()

    assert "DTSTART:20260309T020000Z" in isi
    assert "TZID" not in isi


def test_an_hour_given_in_the_far_east_is_the_same_instant():
    timur = replace(ACARA, mulai_at=datetime(2026, 3, 9, 11, 0, tzinfo=ZoneInfo("Asia/Jayapura")))

    assert berkas_ics(timur) == berkas_ics(ACARA)


def test_long_lines_are_folded_and_come_back_whole():
    isi = berkas_ics(ACARA)
    _, event = baca(ACARA)

    assert all(len(baris) <= 75 for baris in isi.split(b"\r\n"))
    assert isi.count(b"\r\n ") >= 1
    assert b"\n" not in isi.replace(b"\r\n", b"")
    assert event["SUMMARY"] == ACARA.judul


def test_a_change_keeps_the_uid_and_grows():
    _, lama = baca(ACARA)
    _, baru = baca(replace(ACARA, urutan=2, mulai_at=ACARA.mulai_at + timedelta(days=1)))

    assert lama["UID"] == baru["UID"]
    assert (lama["SEQUENCE"], baru["SEQUENCE"]) == (1, 2)


def test_what_is_called_off_says_so_whatever_was_asked_for():
    kalender, event = baca(replace(ACARA, batal=True), Metode.REQUEST)

    assert kalender["METHOD"] == "CANCEL"
    assert event["STATUS"] == "CANCELLED"


def test_an_hour_that_nobody_accepted_yet_is_tentative():
    assert baca(replace(ACARA, pasti=False))[1]["STATUS"] == "TENTATIVE"


def test_an_invitation_names_who_invites_and_who_comes():
    sari, budi = Orang(nama="Sari", surel="sari@contoh.go.id"), Orang(nama="Budi", surel="budi@contoh.go.id")

    kalender, event = baca(replace(ACARA, pengundang=sari, daftar_peserta=(sari, budi)), Metode.REQUEST)

    assert kalender["METHOD"] == "REQUEST"
    assert event["ORGANIZER"] == "mailto:sari@contoh.go.id"
    assert [str(satu) for satu in event["ATTENDEE"]] == [
        "mailto:sari@contoh.go.id",
        "mailto:budi@contoh.go.id",
    ]
