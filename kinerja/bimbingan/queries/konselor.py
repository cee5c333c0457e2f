"""Whom somebody may turn to, and what the admin sees: names and numbers."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from kinerja.bimbingan.istilah import KeadaanKonseling
from kinerja.bimbingan.models import Konseling, KonselorTerdaftar
from kinerja.kepegawaian.models import HubunganPenilai, Pegawai
from kinerja.pelaksanaan.models import UmpanBalik
from kinerja.peraturan.bimbingan import Konselor

if TYPE_CHECKING:
    from kinerja.akun.models import User
    from kinerja.perencanaan.models import SKP


def konselor_untuk(pegawai: Pegawai, *, on: date) -> QuerySet[KonselorTerdaftar]:
    """A trained penilai counsels his own people only; everybody else must stand outside the line of command."""
    berjalan = HubunganPenilai.objects.filter(selesai_on=None).order_by()
    penilai = berjalan.filter(penempatan__pegawai=pegawai, penempatan__selesai_on=None).values("penilai")
    atasan = berjalan.filter(penempatan__pegawai__in=penilai, penempatan__selesai_on=None).values("penilai")
    bawahan = berjalan.filter(penilai=pegawai, penempatan__selesai_on=None).values("penempatan__pegawai")
    garis = Q(pegawai__in=penilai) | Q(pegawai__in=atasan) | Q(pegawai__in=bawahan)
    sebagai_penilai = Q(jenis=Konselor.PENILAI)
    return (
        KonselorTerdaftar.objects.berlaku(on)
        .filter(instansi_id=pegawai.instansi_id)
        .exclude(pegawai=pegawai)
        .filter((sebagai_penilai & Q(pegawai__in=penilai)) | (~sebagai_penilai & ~garis))
        .select_related("pegawai")
        .order_by("pegawai__nama", "id")
    )


def konselor_with_counts(instansi_ids: frozenset[int]) -> QuerySet[KonselorTerdaftar]:
    """How many run and how many are over: a number for the load, and never a name."""
    milik = Konseling.objects.filter(konselor=OuterRef("pegawai")).order_by()

    def jumlah(*keadaan: KeadaanKonseling) -> Coalesce:
        per = milik.filter(keadaan__in=keadaan).values("konselor").annotate(n=Count("pk")).values("n")
        return Coalesce(Subquery(per), 0)

    return (
        KonselorTerdaftar.objects.filter(instansi_id__in=instansi_ids)
        .annotate(
            jumlah_berjalan=jumlah(KeadaanKonseling.MENUNGGU, KeadaanKonseling.BERJALAN),
            jumlah_selesai=jumlah(KeadaanKonseling.SELESAI),
        )
        .select_related("pegawai")
        .order_by("selesai_on", "pegawai__nama", "id")
    )


def umpan_balik_penilai(skp: SKP, *, by: User) -> QuerySet[UmpanBalik]:
    """The feedback of this penilai on this plan: the evidence that Format B.1.10 asks for."""
    return UmpanBalik.objects.filter(skp=skp, pemberi=by).order_by("-given_at", "-id")
