"""Whose recaps a user may read: his own, his people's, and everybody's in the units he administers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q

from kinerja.kepegawaian.istilah import JenisPeran
from kinerja.kepegawaian.lingkup import di_bawah, lingkup
from kinerja.kepegawaian.models import HubunganPenilai, Pegawai, Penempatan, UnitKerja

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from kinerja.akun.models import User


def terlihat(user: User | AnonymousUser, *, kolom: str) -> Q:
    """Rows whose person, in this column, the user may look at. Attendance says much about a private life."""
    dari = lingkup(user)
    q = Q(pk__in=[])
    if dari.pegawai:
        tim = HubunganPenilai.objects.filter(penilai=dari.pegawai, selesai_on__isnull=True).order_by()
        q |= Q(**{kolom: dari.pegawai.pk}) | Q(**{f"{kolom}__in": tim.values("penempatan__pegawai")})
    jalur = dari.jalur_peran(JenisPeran.ADMIN_INSTANSI)
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
