"""What people owe in Bab III: figures, answers, words to those they lead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, QuerySet

from kinerja.kebijakan.models import Periode, Tahap
from kinerja.kebijakan.queries import periode_berjalan
from kinerja.kepegawaian.lingkup import lingkup
from kinerja.pelaksanaan.models import PermintaanUmpanBalik, UmpanBalik
from kinerja.pelaksanaan.permissions import BERJALAN
from kinerja.pelaksanaan.queries.umpan_balik import batas_waktu
from kinerja.perencanaan.models import SKP, IndikatorKinerja

if TYPE_CHECKING:
    from kinerja.akun.models import User


@dataclass(frozen=True, kw_only=True)
class BelumDiisi:
    """A documentation period of a plan in which indicators are still empty."""

    skp: SKP
    periode: Periode
    kurang: int
    seluruhnya: int
    terlambat: bool

    @property
    def batas_on(self) -> date:
        return self.periode.jendela_selesai_on


def belum_diisi(
    daftar_skp: Sequence[SKP], daftar_periode: Iterable[Periode], *, on: date
) -> list[BelumDiisi]:
    """Open periods that have begun and still lack figures, oldest first; in one query."""
    berjalan = [skp for skp in daftar_skp if skp.status in BERJALAN]
    if not berjalan:
        return []
    # A row for each indicator and period, or one without a period: plans have a handful of indicators.
    baris = (
        IndikatorKinerja.objects.filter(rhk__skp__in=berjalan, rhk__diambil_alih_at=None)
        .order_by("id")
        .values_list("rhk__skp_id", "id", "daftar_realisasi__periode_id")
    )
    return kurang_isian(berjalan, daftar_periode, list(baris), on=on)


def kurang_isian(
    daftar_skp: Sequence[SKP],
    daftar_periode: Iterable[Periode],
    baris: Sequence[tuple[int, int, int | None]],
    *,
    on: date,
) -> list[BelumDiisi]:
    """The same from rows that were read already, as (plan, indicator, period or None)."""
    berjalan = [skp for skp in daftar_skp if skp.status in BERJALAN]
    seluruhnya = Counter(skp_id for skp_id, _ in {(skp_id, nomor) for skp_id, nomor, _ in baris})
    terisi = Counter((skp_id, periode_id) for skp_id, _, periode_id in baris)
    terbuka = [
        p for p in daftar_periode if p.tahap == Tahap.DOKUMENTASI and p.terbuka and p.jendela_mulai_on <= on
    ]
    return [
        BelumDiisi(
            skp=skp, periode=p, kurang=kurang, seluruhnya=seluruhnya[skp.pk], terlambat=p.terlambat(on)
        )
        for p in terbuka
        for skp in berjalan
        if p.mulai_on <= (skp.closed_on or skp.selesai_on) and p.selesai_on >= skp.mulai_on
        if (kurang := seluruhnya[skp.pk] - terisi[skp.pk, p.pk]) > 0
    ]


def permintaan_menunggu(user: User) -> QuerySet[PermintaanUmpanBalik]:
    """Requests for feedback to this person that he has neither answered nor declined."""
    pegawai = lingkup(user).pegawai
    return (
        PermintaanUmpanBalik.objects.filter(kepada=pegawai, answered_at=None, declined_at=None)
        .filter(skp__status__in=BERJALAN)
        .select_related("skp__pegawai", "rhk", "peminta")
        .order_by("requested_at", "id")
        if pegawai
        else PermintaanUmpanBalik.objects.none()
    )


def belum_diberi_umpan_balik(user: User, *, on: date) -> tuple[Periode | None, list[SKP]]:
    """The running evaluation period, and the plans this penilai has said nothing about in it."""
    pegawai = lingkup(user).pegawai
    periode = periode_berjalan(pegawai.instansi_id, tahap=Tahap.PERIODIK, on=on) if pegawai else None
    if periode is None:
        return None, []
    mulai, sesudah = batas_waktu(periode)
    sudah = UmpanBalik.objects.filter(
        skp=OuterRef("pk"), pemberi=user, given_at__gte=mulai, given_at__lt=sesudah
    )
    daftar = (
        SKP.objects.assessed_by(user)
        .filter(tahun=on.year, status__in=BERJALAN)
        .filter(~Exists(sudah))
        .select_related("pegawai", "penempatan__jabatan")
        .order_by("pegawai__nama", "id")
    )
    return periode, list(daftar)
