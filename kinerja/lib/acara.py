"""Calendar files (RFC 5545): an appointment in UTC, the same moment in Medan, Makassar and Jayapura; or days to keep in mind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

from icalendar import Calendar, Event, vCalAddress, vText

PEMBUAT = "-//Kinerja//Dialog kinerja//ID"


class Metode(StrEnum):
    """What whoever opens the file is to do with it (RFC 5546)."""

    PUBLISH = "PUBLISH"  # keep it
    REQUEST = "REQUEST"  # an invitation, or a change of one
    CANCEL = "CANCEL"


@dataclass(frozen=True, kw_only=True)
class Orang:
    nama: str
    surel: str


@dataclass(frozen=True, kw_only=True)
class Acara:
    """`urutan` grows with every change, so that a calendar replaces what it had; `uid` stays."""

    uid: str
    urutan: int
    mulai_at: datetime
    durasi: timedelta
    judul: str
    diubah_at: datetime
    tempat: str = ""
    uraian: str = ""
    tautan: str = ""
    pengundang: Orang | None = None
    daftar_peserta: tuple[Orang, ...] = ()
    pasti: bool = True
    batal: bool = False


@dataclass(frozen=True, kw_only=True)
class Hari:
    """A last day: it fills no hour and keeps nobody busy."""

    uid: str
    on: date
    judul: str
    uraian: str = ""
    tautan: str = ""


def berkas_ics(acara: Acara, *, metode: Metode = Metode.PUBLISH) -> bytes:
    kalender = _calendar(Metode.CANCEL if acara.batal else metode)
    kalender.add_component(_event(acara))
    return bytes(kalender.to_ical())


def daftar_ics(daftar: Iterable[Hari], *, dibuat_at: datetime) -> bytes:
    """Opened again, the same days take each other's place in the reader's calendar: their `uid` stays."""
    kalender = _calendar(Metode.PUBLISH)
    for hari in daftar:
        kalender.add_component(_day(hari, dibuat_at))
    return bytes(kalender.to_ical())


def _calendar(metode: Metode) -> Calendar:
    kalender = Calendar()
    kalender.add("prodid", PEMBUAT)
    kalender.add("version", "2.0")
    kalender.add("calscale", "GREGORIAN")
    kalender.add("method", metode)
    return kalender


def _day(hari: Hari, dibuat_at: datetime) -> Event:
    event = Event()
    event.add("uid", hari.uid)
    event.add("dtstamp", dibuat_at.astimezone(UTC))
    event.add("dtstart", hari.on)
    event.add("dtend", hari.on + timedelta(days=1))
    event.add("summary", hari.judul)
    event.add("transp", "TRANSPARENT")
    _details(event, ("description", hari.uraian), ("url", hari.tautan))
    return event


def _details(event: Event, *daftar: tuple[str, str]) -> None:
    for nama, isi in daftar:
        if isi:
            event.add(nama, isi)


def _event(acara: Acara) -> Event:
    event = Event()
    event.add("uid", acara.uid)
    event.add("sequence", acara.urutan)
    event.add("dtstamp", acara.diubah_at.astimezone(UTC))
    event.add("dtstart", acara.mulai_at.astimezone(UTC))
    event.add("dtend", (acara.mulai_at + acara.durasi).astimezone(UTC))
    event.add("summary", acara.judul)
    event.add("status", "CANCELLED" if acara.batal else "CONFIRMED" if acara.pasti else "TENTATIVE")
    _details(event, ("location", acara.tempat), ("description", acara.uraian), ("url", acara.tautan))
    if acara.pengundang is not None:
        event.add("organizer", _address(acara.pengundang))
    for peserta in acara.daftar_peserta:
        event.add("attendee", _address(peserta))
    return event


def _address(orang: Orang) -> vCalAddress:
    alamat = vCalAddress(f"mailto:{orang.surel}")
    alamat.params["CN"] = vText(orang.nama)
    return alamat
