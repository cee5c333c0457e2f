"""Signing in with a NIP, however it was typed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from allauth.account.auth_backends import AuthenticationBackend
from django.db.models import Count, IntegerField, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from kinerja.akun.models import User
from kinerja.lib.kumpulan import Kumpulan
from kinerja.notifikasi.models import Notifikasi

if TYPE_CHECKING:
    from datetime import date

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
        """Brings along what every page asks for: the person, his instansi, team, units, roles, open meetings and unread messages."""
        hari_ini = timezone.localdate()
        tim = Q(pegawai__daftar_dinilai__selesai_on__isnull=True)
        sidang = Q(pegawai__daftar_peserta_sidang__sidang__keadaan__in=("disiapkan", "berlangsung"))
        user = (
            User.objects.select_related("pegawai__instansi")
            .annotate(
                jumlah_tim=Count("pegawai__daftar_dinilai", filter=tim, distinct=True),
                jumlah_peran=Count("daftar_peran", distinct=True),
                jumlah_sidang=Count("pegawai__daftar_peserta_sidang", filter=sidang, distinct=True),
                jumlah_kabar=_unread(),
                jalur_kepala=_headed(hari_ini),
            )
            .filter(pk=user_id, is_active=True)
            .first()
        )
        if user is not None:
            # Where `jalur_dikepalai` looks for it.
            setattr(user, "jalur_kepala_pada", (hari_ini, user.jalur_kepala or []))  # noqa: B010 - of this request
        return user


def _headed(on: date) -> Subquery:
    """The paths of the units whose head he is that day, as a list; apart for the same reason as below."""
    kini = Q(pegawai__daftar_penempatan__selesai_on=None) | Q(pegawai__daftar_penempatan__selesai_on__gte=on)
    milik = User.objects.filter(
        kini,
        pk=OuterRef("pk"),
        pegawai__daftar_penempatan__mulai_on__lte=on,
        pegawai__daftar_penempatan__jabatan__kepala=True,
    )
    jalur = Kumpulan("pegawai__daftar_penempatan__unit_kerja__jalur")
    return Subquery(milik.order_by().values("pk").annotate(jalur=jalur).values("jalur"))


def _unread() -> Coalesce:
    """Counted apart: joined with the rest, a hundred messages would multiply everything else."""
    milik = Notifikasi.objects.unread().filter(user=OuterRef("pk")).order_by().values("user")
    return Coalesce(
        Subquery(milik.annotate(jumlah=Count("pk")).values("jumlah")), 0, output_field=IntegerField()
    )
