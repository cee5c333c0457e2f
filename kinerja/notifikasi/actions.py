"""Telling somebody, having read it, and choosing what one wants to hear."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from kinerja.jejak import actions as jejak
from kinerja.notifikasi.istilah import DAPAT_DIMATIKAN, PER_KODE
from kinerja.notifikasi.models import Notifikasi, PilihanNotifikasi

if TYPE_CHECKING:
    from kinerja.akun.models import User

SEBAGIAN = 1000


@dataclass(frozen=True, kw_only=True)
class Kabar:
    """One message to one person. `kunci` is the occasion, the same however often it is come upon."""

    user_id: int
    jenis: str
    judul: str
    kunci: str
    isi: str = ""
    tautan: str = ""
    at: datetime | None = None  # when it happened, if that is not now


@dataclass(frozen=True, kw_only=True)
class IsianPilihan:
    mati: Sequence[str]
    surat: bool
    jam: int
    sunyi_mulai: int
    sunyi_selesai: int


class CannotChoose(Exception):
    """The choice would silence the letters altogether, or a kind that may not be; the message says so."""


def notify(daftar: Iterable[Kabar], *, at: datetime) -> None:
    """Part of the caller's transaction. What was said before, and what a person does not want, is left out."""
    daftar = list(daftar)
    for awal in range(0, len(daftar), SEBAGIAN):
        _insert(daftar[awal : awal + SEBAGIAN], at)


def _insert(daftar: list[Kabar], at: datetime) -> None:
    mati = _turned_off({kabar.user_id for kabar in daftar})
    baru = [
        Notifikasi(
            user_id=kabar.user_id,
            jenis=PER_KODE[kabar.jenis].kode,
            judul=kabar.judul[:160],
            isi=kabar.isi[:300],
            tautan=kabar.tautan[:300],
            kunci=kabar.kunci[:120],
            created_at=kabar.at or at,
        )
        for kabar in daftar
        if (kabar.user_id, kabar.jenis) not in mati
    ]
    Notifikasi.objects.bulk_create(baru, ignore_conflicts=True)


def _turned_off(nomor: set[int]) -> set[tuple[int, str]]:
    boleh = {jenis.kode for jenis in DAPAT_DIMATIKAN}
    daftar = PilihanNotifikasi.objects.filter(user_id__in=nomor).order_by("user_id")
    return {
        (user_id, kode)
        for user_id, mati in daftar.values_list("user_id", "mati")
        for kode in mati
        if kode in boleh
    }


def read_notifikasi(notifikasi: Notifikasi, *, by: User, at: datetime) -> None:
    """The first time counts."""
    Notifikasi.objects.visible_to(by).unread().filter(pk=notifikasi.pk).update(dibaca_at=at)


def read_all(*, sampai: int, by: User, at: datetime) -> int:
    """Up to the newest that was on the page: what came meanwhile was not seen."""
    return Notifikasi.objects.visible_to(by).unread().filter(pk__lte=sampai).update(dibaca_at=at)


@transaction.atomic
def set_pilihan(isian: IsianPilihan, *, by: User, at: datetime) -> PilihanNotifikasi:
    boleh = [jenis.kode for jenis in DAPAT_DIMATIKAN]
    if wajib := [kode for kode in isian.mati if kode not in boleh]:
        nama = PER_KODE[wajib[0]].label if wajib[0] in PER_KODE else wajib[0]
        raise CannotChoose(f"“{nama}” tidak dapat dimatikan.")
    pilihan = PilihanNotifikasi.objects.select_for_update().filter(user=by).first() or PilihanNotifikasi(
        user=by
    )
    pilihan.mati = [kode for kode in boleh if kode in isian.mati]
    pilihan.surat, pilihan.jam = isian.surat, isian.jam
    pilihan.sunyi_mulai, pilihan.sunyi_selesai = isian.sunyi_mulai, isian.sunyi_selesai
    if isian.surat and not any(pilihan.may_send(jam) for jam in range(24)):
        raise CannotChoose(
            f"Pukul {isian.jam:02}.00 dan jam-jam sesudahnya termasuk jam tenang, jadi surat tidak pernah dapat dikirim. "
            "Geser salah satunya, atau matikan surat."
        )
    pilihan.save()
    rincian = {"mati": pilihan.mati, "surat": pilihan.surat}
    jejak.record("notifikasi.atur", pilihan, by=by, at=at, rincian=rincian)
    return pilihan
