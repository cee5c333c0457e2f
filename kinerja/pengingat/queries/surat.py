"""Whose letter is due."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import Min

from kinerja.akun.models import User
from kinerja.kepegawaian.models import Pegawai
from kinerja.notifikasi.models import Notifikasi, PilihanNotifikasi
from kinerja.notifikasi.queries import pilihan_banyak

SEBAGIAN = 200


@dataclass(frozen=True, kw_only=True)
class Penerima:
    user: User
    alamat: str
    on: date


def penerima_surat(*, at: datetime, sesudah: int = 0) -> Iterator[Penerima]:
    """In the order of their accounts, beginning after one of them: a worker that was killed goes on there."""
    while True:
        menunggu = Notifikasi.objects.unsent().filter(user_id__gt=sesudah, user__is_active=True)
        baris = menunggu.order_by("user_id").values("user_id").annotate(sejak=Min("created_at"))
        sejak = dict(baris.values_list("user_id", "sejak")[:SEBAGIAN])
        if not sejak:
            return
        yield from _due(sejak, at)
        sesudah = max(sejak)


def _due(sejak: dict[int, datetime], at: datetime) -> Iterator[Penerima]:
    pilihan = pilihan_banyak(sejak)
    orang = {
        pegawai.user_id: pegawai
        for pegawai in Pegawai.objects.filter(user__in=sejak).select_related("instansi").order_by("pk")
    }
    for user in User.objects.filter(pk__in=sejak).order_by("pk"):
        pegawai = orang.get(user.pk)
        alamat = (pegawai.email if pegawai else "") or user.email
        zona = ZoneInfo(pegawai.instansi.zona_waktu if pegawai else settings.TIME_ZONE)
        if alamat and _hour_has_come(pilihan[user.pk], sejak[user.pk], at.astimezone(zona)):
            yield Penerima(user=user, alamat=alamat, on=at.astimezone(zona).date())


def _hour_has_come(pilihan: PilihanNotifikasi, sejak: datetime, kini: datetime) -> bool:
    """What came after the hour of today waits for tomorrow's; a server that was away at that hour only delays it."""
    jam_surat = datetime.combine(kini.date(), time(pilihan.jam), tzinfo=kini.tzinfo)
    return sejak <= jam_surat and pilihan.may_send(kini.hour)
