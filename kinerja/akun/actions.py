"""What happens to an account, each with its line in the trail."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.db import transaction

from kinerja.akun.models import Kiriman
from kinerja.jejak import actions as jejak

if TYPE_CHECKING:
    from datetime import datetime

    from kinerja.akun.istilah import Kontras, UkuranTeks
    from kinerja.akun.models import User

KONSONAN = "bcdfghjklmnprst"
VOKAL = "aeiou"


def sandi_sementara() -> str:
    """Four words such as "bako-rumi-tepa-guno": 50 bits that survive being read aloud over a telephone."""
    suku = ["".join((secrets.choice(KONSONAN), secrets.choice(VOKAL))) for _ in range(8)]
    return "-".join("".join(suku[awal : awal + 2]) for awal in range(0, 8, 2))


def record_sign_in(user: User, *, at: datetime, alamat: str, cara: list[str]) -> None:
    jejak.record("akun.masuk", user, by=user, at=at, rincian={"alamat": alamat, "cara": cara})


def record_sign_out(user: User, *, at: datetime) -> None:
    jejak.record("akun.keluar", user, by=user, at=at)


def record_security_change(user: User, *, peristiwa: str, by: User, at: datetime) -> None:
    """A second step switched on or off: allauth makes the change, this keeps the memory of it."""
    jejak.record(f"akun.{peristiwa}", user, by=by, at=at)


@transaction.atomic
def change_password(user: User, sandi: str, *, by: User, at: datetime, sesi_ini: str) -> None:
    """The person's own choice: the duty to choose is over, and every other device is signed out."""
    pertama = user.wajib_ganti_sandi
    user.set_password(sandi)
    user.wajib_ganti_sandi = False
    user.save(update_fields=["password", "wajib_ganti_sandi"])
    _end_sessions(user, kecuali=sesi_ini)
    jejak.record("akun.ganti_sandi", user, by=by, at=at, rincian={"pertama": pertama})


@transaction.atomic
def set_tampilan(user: User, *, ukuran_teks: UkuranTeks, kontras: Kontras, by: User, at: datetime) -> None:
    """How this person sees every page, on whatever device he signs in."""
    user.ukuran_teks, user.kontras = ukuran_teks, kontras
    user.save(update_fields=["ukuran_teks", "kontras"])
    jejak.record(
        "akun.tampilan", user, by=by, at=at, rincian={"ukuran_teks": ukuran_teks, "kontras": kontras}
    )


def take_kiriman(user: User, sidik: str, *, at: datetime) -> tuple[Kiriman, bool]:
    """The form's place in the book, and whether it is its first time. The caller's transaction holds what it does."""
    return Kiriman.objects.get_or_create(user=user, sidik=sidik, defaults={"received_at": at})


def settle_kiriman(kiriman: Kiriman, *, tujuan: str) -> None:
    """Where its answer led, for whoever sends it again."""
    kiriman.tujuan = tujuan
    kiriman.save(update_fields=["tujuan"])


def release_kiriman(kiriman: Kiriman) -> None:
    """It was only looked at, so it may come again."""
    kiriman.delete()


def forget_kiriman(*, sebelum_at: datetime) -> int:
    """Browsers throw an unsent form away after two weeks: nothing older can come a second time."""
    return Kiriman.objects.filter(received_at__lt=sebelum_at).delete()[0]


@transaction.atomic
def set_temporary_password(user: User, *, by: User, at: datetime) -> str:
    """Returns the password once, to be read aloud. The caller has made sure that `by` may do this."""
    sandi = sandi_sementara()
    user.set_password(sandi)
    user.wajib_ganti_sandi = True
    user.save(update_fields=["password", "wajib_ganti_sandi"])
    _end_sessions(user, kecuali="")
    jejak.record("akun.sandi_sementara", user, by=by, at=at)
    return sandi


@transaction.atomic
def remove_second_steps(user: User, *, by: User, at: datetime) -> int:
    """For somebody who lost his telephone. The caller has made sure that `by` may do this."""
    jumlah: int = Authenticator.objects.filter(user=user).delete()[0]
    _end_sessions(user, kecuali="")
    jejak.record("akun.langkah_kedua_dihapus", user, by=by, at=at, rincian={"jumlah": jumlah})
    return jumlah


@transaction.atomic
def end_other_sessions(user: User, *, sesi_ini: str, by: User, at: datetime) -> int:
    jumlah = _end_sessions(user, kecuali=sesi_ini)
    jejak.record("akun.keluar_perangkat_lain", user, by=by, at=at, rincian={"jumlah": jumlah})
    return jumlah


def _end_sessions(user: User, *, kecuali: str) -> int:
    daftar_sesi = list(UserSession.objects.filter(user=user).exclude(session_key=kecuali).order_by("id"))
    for sesi in daftar_sesi:
        sesi.end()
    return len(daftar_sesi)
