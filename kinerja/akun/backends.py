"""Signing in with a NIP, however it was typed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from allauth.account.auth_backends import AuthenticationBackend
from django.db.models import Count, Q

from kinerja.akun.models import User

if TYPE_CHECKING:
    from django.http import HttpRequest


def nip_polos(teks: str) -> str:
    """Only the digits of a NIP that was typed or pasted as 19850131 201001 1 003."""
    return re.sub(r"[\s.\-]", "", teks)


class NIPBackend(AuthenticationBackend):  # type: ignore[misc]  # allauth has no type information
    """Accepts `username=` (allauth) and `nip=` (Django); refuses and pauses like allauth's own backend."""

    def authenticate(
        self, request: HttpRequest | None, nip: str = "", username: str = "", **lainnya: str
    ) -> User | None:
        user: User | None = super().authenticate(request, username=nip_polos(username or nip), **lainnya)
        return user

    def get_user(self, user_id: int) -> User | None:
        """Brings the person, his instansi, the size of his team, his roles and his open meetings along: every page asks for them."""
        tim = Q(pegawai__daftar_dinilai__selesai_on__isnull=True)
        sidang = Q(pegawai__daftar_peserta_sidang__sidang__keadaan__in=("disiapkan", "berlangsung"))
        return (
            User.objects.select_related("pegawai__instansi")
            .annotate(
                jumlah_tim=Count("pegawai__daftar_dinilai", filter=tim, distinct=True),
                jumlah_peran=Count("daftar_peran", distinct=True),
                jumlah_sidang=Count("pegawai__daftar_peserta_sidang", filter=sidang, distinct=True),
            )
            .filter(pk=user_id, is_active=True)
            .first()
        )
