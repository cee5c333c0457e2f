"""Reads about one's own account."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session

if TYPE_CHECKING:
    from datetime import datetime

    from kinerja.akun.models import User


@dataclass(frozen=True)
class Sesi:
    perangkat: str
    alamat: str
    mulai_at: datetime
    ini: bool


@dataclass(frozen=True)
class LangkahKedua:
    aplikasi: bool
    jumlah_kunci: int

    @property
    def aktif(self) -> bool:
        return self.aplikasi or self.jumlah_kunci > 0


def langkah_kedua(user: User) -> LangkahKedua:
    daftar_jenis = list(Authenticator.objects.filter(user=user).order_by("id").values_list("type", flat=True))
    return LangkahKedua(
        aplikasi=Authenticator.Type.TOTP in daftar_jenis,
        jumlah_kunci=daftar_jenis.count(Authenticator.Type.WEBAUTHN),
    )


def daftar_sesi(user: User, *, sesi_ini: str, at: datetime) -> list[Sesi]:
    """Where the person is signed in now, this device first."""
    hidup = Session.objects.filter(expire_date__gt=at).values("session_key")
    baris = UserSession.objects.filter(user=user, session_key__in=hidup).order_by("-created_at", "-id")
    daftar = [
        Sesi(
            perangkat=nama_perangkat(sesi.user_agent),
            alamat=sesi.ip,
            mulai_at=sesi.created_at,
            ini=sesi.session_key == sesi_ini,
        )
        for sesi in baris
    ]
    return sorted(daftar, key=lambda sesi: not sesi.ini)


# The first match wins: every browser claims to be its ancestors, too.
PERAMBAN = (("Edg", "Edge"), ("OPR", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("UCBrowser", "UC Browser"),
            ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari"))  # fmt: skip
SISTEM = (("Android", "ponsel Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "komputer Windows"),
          ("Mac OS", "Mac"), ("Linux", "komputer Linux"))  # fmt: skip


def nama_perangkat(user_agent: str) -> str:
    """Words a person recognises: "Chrome di ponsel Android"."""
    peramban = next((nama for tanda, nama in PERAMBAN if tanda in user_agent), "Peramban lain")
    sistem = next((nama for tanda, nama in SISTEM if tanda in user_agent), "perangkat lain")
    return f"{peramban} di {sistem}"
