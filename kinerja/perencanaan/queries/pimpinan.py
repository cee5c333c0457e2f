"""The plans around a plan: the leader's, the one before, and the results that wait for a leader."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Q, Subquery

from kinerja.kepegawaian.lingkup import berlaku_pada
from kinerja.peraturan.alur import StatusSKP
from kinerja.perencanaan.models import SKP, RencanaHasilKerja, SelMatriks

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from kinerja.kepegawaian.models import Pegawai

# A draft is its writer's own business; from the moment it is handed in, the team may lean on it.
TERBACA_TIM = (StatusSKP.DIAJUKAN, StatusSKP.DITETAPKAN, StatusSKP.PERUBAHAN, StatusSKP.DIEVALUASI)


def skp_berjalan(pegawai: Pegawai, *, on: date) -> SKP | None:
    """The plan that holds for a person on a day; the newest when a move left two."""
    daftar = SKP.objects.filter(berlaku_pada(on), pegawai=pegawai).exclude(
        closed_on__isnull=False, closed_on__lt=on
    )
    return daftar.select_related("penilai", "unit_kerja").order_by("-mulai_on", "-id").first()


def skp_pimpinan(skp: SKP) -> SKP | None:
    """The leader's plan of the same year that the team may read; None never stops anybody."""
    return _daftar_skp_pimpinan(skp).select_related("pegawai").first()


def _daftar_skp_pimpinan(skp: SKP) -> QuerySet[SKP]:
    if skp.penilai_id is None:
        return SKP.objects.none()
    daftar = SKP.objects.filter(pegawai_id=skp.penilai_id, tahun=skp.tahun, status__in=TERBACA_TIM)
    return daftar.order_by("-mulai_on", "-id")


def daftar_rhk_pimpinan(skp: SKP) -> QuerySet[RencanaHasilKerja]:
    """The leader's results that a result of this plan may support, and those of leaders who gave him a cell."""
    atas = Subquery(_daftar_skp_pimpinan(skp).values("pk")[:1])
    diberi_peran = Q(
        skp__tahun=skp.tahun,
        skp__status__in=TERBACA_TIM,
        pk__in=SelMatriks.objects.filter(penempatan_id=skp.penempatan_id)
        .exclude(peran_hasil="")
        .values("indikator__rhk"),
    )
    daftar = RencanaHasilKerja.objects.filter(Q(skp_id=atas) | diberi_peran)
    return daftar.exclude(skp_id=skp.pk).order_by("skp_id", "-jenis", "urutan", "id")


def daftar_rhk_menunggu(pimpinan: SKP) -> QuerySet[RencanaHasilKerja]:
    """Results of the leader's people that name a result of his in words only."""
    return (
        RencanaHasilKerja.objects.filter(
            skp__penilai_id=pimpinan.pegawai_id, skp__tahun=pimpinan.tahun, rhk_pimpinan__isnull=True
        )
        .exclude(skp__status__in=(StatusSKP.DITUTUP, StatusSKP.DIEVALUASI))
        .select_related("skp")
        .order_by("skp_id", "id")
    )


def skp_sebelumnya(skp: SKP) -> SKP | None:
    """The plan before this one: of last year, or of the post before a move."""
    return daftar_sebelumnya(skp).first()


def daftar_sebelumnya(skp: SKP) -> QuerySet[SKP]:
    daftar = SKP.objects.filter(pegawai_id=skp.pegawai_id, mulai_on__lt=skp.mulai_on)
    return daftar.exclude(pk=skp.pk).order_by("-mulai_on", "-id")
