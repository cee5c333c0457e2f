"""The reminders of a day."""

from __future__ import annotations

from datetime import date

from kinerja.kepegawaian.models import Instansi
from kinerja.notifikasi.actions import Kabar
from kinerja.pengingat.models import PengingatTerakhir
from kinerja.pengingat.queries.berkala import kabar_berkala
from kinerja.pengingat.queries.jatuh import pengingat
from kinerja.pengingat.queries.tenggat import daftar_jatuh


def reminders_of(instansi: Instansi, *, on: date) -> list[Kabar]:
    daftar = (pengingat(jatuh, on=on) for jatuh in daftar_jatuh(instansi, on=on))
    return [*(kabar for kabar in daftar if kabar is not None), *kabar_berkala(instansi, on=on)]


def is_done(instansi: Instansi, *, on: date) -> bool:
    """Asked as "the same day", so that a clock that once ran ahead does not silence the days it skipped."""
    return PengingatTerakhir.objects.filter(instansi=instansi, on=on).exists()


def mark_done(instansi: Instansi, *, on: date) -> None:
    PengingatTerakhir.objects.update_or_create(instansi=instansi, defaults={"on": on})
