"""Whose career a user may read: his own, and everybody's in the units he administers. His penilai reads results elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q

from kinerja.kepegawaian.istilah import JenisPeran
from kinerja.kepegawaian.lingkup import di_bawah, lingkup
from kinerja.kepegawaian.models import Pegawai, Penempatan, UnitKerja

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from kinerja.akun.models import User


def terlihat(user: User | AnonymousUser, *lain: JenisPeran, kolom: str = "pegawai") -> Q:
    """Rows whose person, in this column, is the user or lies in his scope as admin, or in one of the other offices."""
    dari = lingkup(user)
    q = Q(**{kolom: dari.pegawai.pk}) if dari.pegawai else Q(pk__in=[])
    jalur = dari.jalur_peran(JenisPeran.ADMIN_INSTANSI, *lain)
    if jalur:
        tempat = Penempatan.objects.filter(
            di_bawah(jalur, kolom="unit_kerja__jalur"), selesai_on__isnull=True
        )
        # Somebody between two posts still belongs to the instansi, so to the admin of all of it.
        akar = UnitKerja.objects.filter(induk=None, jalur__in=jalur).order_by()
        semua = Pegawai.objects.filter(instansi__in=akar.values("instansi")).order_by()
        q |= Q(**{f"{kolom}__in": tempat.order_by().values("pegawai")})
        q |= Q(**{f"{kolom}__in": semua.values("pk")})
    return q
