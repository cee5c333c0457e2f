"""One letter a day: claimed before it leaves, marked when it has left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from email.utils import make_msgid

from django.core.mail import EmailMessage
from django.db import transaction

from kinerja.akun.models import User
from kinerja.lib.pos import RAGU
from kinerja.notifikasi.istilah import KeadaanSurat
from kinerja.notifikasi.models import Notifikasi, Surat
from kinerja.pengingat.queries.isi_surat import isi_surat


@dataclass(frozen=True, kw_only=True)
class Kiriman:
    surat: Surat
    alamat: str
    nama: str
    daftar: Sequence[Notifikasi]


@transaction.atomic
def claim_surat(user: User, *, alamat: str, on: date, at: datetime) -> Kiriman | None:
    """Takes what waits into the letter of the day. None when the day has its letter, or nothing waits any more."""
    # A clock set back over midnight must not open yesterday's letter again.
    if Surat.objects.filter(user=user, on__gte=on, on__lte=on + timedelta(days=1)).exists():
        return None
    menunggu = Notifikasi.objects.filter(user=user).unsent().select_for_update().order_by("-id")
    daftar = list(menunggu)
    if not daftar:
        return None
    surat = Surat.objects.create(user=user, on=on, created_at=at)
    Notifikasi.objects.filter(pk__in=[satu.pk for satu in daftar]).update(surat=surat)
    return Kiriman(surat=surat, alamat=alamat, nama=user.nama, daftar=daftar)


def compose_surat(kiriman: Kiriman) -> EmailMessage:
    isi = isi_surat(kiriman.nama, kiriman.daftar, on=kiriman.surat.on)
    return EmailMessage(
        isi.perihal,
        isi.teks,
        to=[kiriman.alamat],
        headers={
            "Message-ID": make_msgid(idstring=kiriman.surat.nomor.hex, domain="kinerja.invalid"),
            "Auto-Submitted": "auto-generated",
        },
    )


def mark_surat(surat: Surat, keadaan: KeadaanSurat, *, at: datetime) -> None:
    surat.keadaan, surat.selesai_at = keadaan.value, at
    surat.save(update_fields=["keadaan", "selesai_at"])


def release_surat(surat: Surat) -> None:
    """It certainly did not leave, so the day is free again and what it would have told waits as before."""
    surat.delete()


def give_up_uncertain(*, at: datetime) -> int:
    """Nobody knows whether these left. They are not sent again; what they told and was not read goes into tomorrow's."""
    ragu = Surat.objects.filter(keadaan=KeadaanSurat.MENGIRIM, created_at__lt=at - RAGU)
    nomor = list(ragu.order_by("id").values_list("pk", flat=True)[:1000])
    Notifikasi.objects.filter(surat__in=nomor, dibaca_at=None).update(surat=None)
    Surat.objects.filter(pk__in=nomor).update(keadaan=KeadaanSurat.TIDAK_PASTI, selesai_at=at)
    return len(nomor)
