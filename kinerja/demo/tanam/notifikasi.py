"""What the cast was told in the last month; the older half has been read, and the follower goes on from here."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import F

from kinerja.demo.baca import daftar_pemeran
from kinerja.demo.tanam.dunia import Dunia
from kinerja.jejak.actions import start_following
from kinerja.jejak.models import Catatan
from kinerja.jejak.queries import ujung_jejak
from kinerja.kepegawaian.models import Instansi, Pegawai
from kinerja.notifikasi.actions import notify
from kinerja.notifikasi.models import Notifikasi
from kinerja.pengingat.actions.ingatkan import mark_done, reminders_of
from kinerja.pengingat.istilah import PENGIKUT
from kinerja.pengingat.queries.penerima import USANG, kabar_dari

SUDAH_DIBACA = timedelta(days=8)


# RFC 2606: nobody can own it, so no letter of a demo ever reaches anybody.
DOMAIN_SUREL = "contoh.example"


def plant_notifikasi(dunia: Dunia) -> None:
    give_addresses()
    baris = Catatan.objects.filter(at__range=(dunia.at - USANG, dunia.at)).order_by("at", "id")
    daftar = sorted(kabar_dari(baris, at=dunia.at), key=lambda kabar: kabar.at or dunia.at)
    notify(daftar, at=dunia.at)
    lama = Notifikasi.objects.filter(created_at__lt=dunia.at - SUDAH_DIBACA)
    lama.update(dibaca_at=F("created_at") + timedelta(hours=3))
    start_following(PENGIKUT, sesudah=ujung_jejak().nomor)
    for instansi in Instansi.objects.order_by("pk"):
        notify(reminders_of(instansi, on=dunia.on), at=dunia.at)
        mark_done(instansi, on=dunia.on)


def give_addresses() -> None:
    """The cast alone, so that the letter of the day can be tried."""
    slug = {orang.nip: orang.slug for orang in daftar_pemeran()}
    daftar = list(Pegawai.objects.filter(nip__in=slug).order_by("pk"))
    for pegawai in daftar:
        pegawai.email = f"{slug[pegawai.nip]}@{DOMAIN_SUREL}"
    Pegawai.objects.bulk_update(daftar, ["email"])
