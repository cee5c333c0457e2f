"""What the workers do by themselves: follow the trail, remind, send the letter of the day."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

from django.core.mail.backends.base import BaseEmailBackend

from kinerja.jejak import actions as jejak
from kinerja.kepegawaian.models import Instansi
from kinerja.lib.pos import Jawaban, hand_over, is_alive, opened_post
from kinerja.notifikasi.actions import notify
from kinerja.notifikasi.istilah import KeadaanSurat
from kinerja.pekerjaan.daftar import Hasil, pekerjaan
from kinerja.pekerjaan.kerja import Kerja
from kinerja.pengingat.actions.ikuti import follow_trail
from kinerja.pengingat.actions.ingatkan import is_done, mark_done, reminders_of
from kinerja.pengingat.actions.surat import (
    Kiriman,
    claim_surat,
    compose_surat,
    give_up_uncertain,
    mark_surat,
    release_surat,
)
from kinerja.pengingat.istilah import PENGIKUT
from kinerja.pengingat.queries.surat import penerima_surat
from kinerja.penilaian.actions import daftar_diam, mark_silent

SEBAGIAN = 500
PAGI = 5


@pekerjaan(
    "pengingat.ikuti",
    judul="Menyampaikan kabar dari jejak",
    setiap=timedelta(minutes=1),
    sewa=timedelta(minutes=5),
)
def ikuti(kerja: Kerja) -> None:
    """The cursor and what was told commit together, so a crash neither loses nor doubles."""
    sampai = jejak.await_end()
    if sampai is None:
        return
    with kerja.bagian(0):
        # The first run begins at the present: nobody is told what happened before there was one.
        jejak.start_following(PENGIKUT, sesudah=sampai)
    lagi = True
    while lagi:
        with kerja.bagian(0):
            lagi = follow_trail(sampai=sampai, at=kerja.at)


@pekerjaan(
    "pengingat.harian",
    judul="Mengingatkan batas waktu",
    setiap=timedelta(hours=1),
    sewa=timedelta(minutes=10),
)
def harian(kerja: Kerja) -> None:
    """Once a day for each instansi, from five in the morning there. What was said is known by its occasion."""
    for instansi in Instansi.objects.order_by("pk"):
        kini = kerja.at.astimezone(ZoneInfo(instansi.zona_waktu))
        on = kini.date()
        if kini.hour < PAGI or is_done(instansi, on=on):
            continue
        daftar = reminders_of(instansi, on=on)
        for awal in range(0, len(daftar), SEBAGIAN):
            with kerja.bagian([instansi.pk, awal]):
                notify(daftar[awal : awal + SEBAGIAN], at=kerja.at)
        diam = [satu for satu in daftar_diam(at=kerja.at) if satu.instansi_id == instansi.pk]
        with kerja.bagian([instansi.pk, len(daftar)]):
            mark_silent(diam, at=kerja.at)
            mark_done(instansi, on=on)


@pekerjaan(
    "pengingat.surat",
    judul="Mengirim surat kabar harian",
    setiap=timedelta(minutes=15),
    sewa=timedelta(minutes=5),
)
def surat(kerja: Kerja) -> Hasil | None:
    """The server is asked first: while it is away nothing is begun, and everything waits."""
    with kerja.bagian(kerja.posisi):
        give_up_uncertain(at=kerja.at)
    daftar = penerima_surat(at=kerja.at, sesudah=kerja.posisi or 0)
    pertama = next(daftar, None)
    if pertama is None:
        return None
    with opened_post() as lewat:
        if lewat is None:
            return Hasil("Server surat belum dapat dihubungi. Surat menunggu dan dicoba lagi.")
        for penerima in (pertama, *daftar):
            if not is_alive(lewat):
                return Hasil("Server surat terputus. Sisanya dicoba lagi.")
            with kerja.bagian(penerima.user.pk, kemajuan=kerja.kemajuan + 1):
                kiriman = claim_surat(penerima.user, alamat=penerima.alamat, on=penerima.on, at=kerja.at)
            if kiriman is not None and not _deliver(kerja, kiriman, lewat):
                return Hasil("Server surat terputus. Sisanya dicoba lagi.")
    return None


def _deliver(kerja: Kerja, kiriman: Kiriman, lewat: BaseEmailBackend) -> bool:
    """False: the connection is gone. Whether the letter left is then unknown, and it is not sent again."""
    jawaban = hand_over(compose_surat(kiriman), lewat=lewat)
    if jawaban is Jawaban.TIDAK_PASTI:
        return False
    with kerja.bagian(kerja.posisi):
        if jawaban is Jawaban.NANTI:
            release_surat(kiriman.surat)
        else:
            terkirim = jawaban is Jawaban.TERKIRIM
            mark_surat(
                kiriman.surat, KeadaanSurat.TERKIRIM if terkirim else KeadaanSurat.DITOLAK, at=kerja.at
            )
    return True
