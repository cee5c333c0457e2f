"""The matriks peran dan hasil (Format A.1.5): the leader's indicators against his people."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Q

from kinerja.kepegawaian.lingkup import berlaku_pada
from kinerja.kepegawaian.models import HubunganPenilai, Penempatan
from kinerja.perencanaan.models import SKP, IndikatorKinerja, SelMatriks
from kinerja.perencanaan.queries.pimpinan import TERBACA_TIM

if TYPE_CHECKING:
    from django.db.models import QuerySet


@dataclass(frozen=True)
class Sel:
    """One crossing; empty text prints TIDAK ADA PERAN."""

    indikator: IndikatorKinerja
    penempatan: Penempatan
    peran_hasil: str = ""


@dataclass(frozen=True)
class Baris:
    penempatan: Penempatan
    is_tim: bool
    daftar_sel: tuple[Sel, ...]

    @property
    def jumlah_peran(self) -> int:
        return sum(1 for sel in self.daftar_sel if sel.peran_hasil)


@dataclass(frozen=True)
class Matriks:
    daftar_indikator: tuple[IndikatorKinerja, ...] = ()
    daftar_baris: tuple[Baris, ...] = field(default_factory=tuple)

    def find(self, *, indikator_id: int, penempatan_id: int) -> Sel | None:
        semua = (sel for baris in self.daftar_baris for sel in baris.daftar_sel)
        return next(
            (s for s in semua if s.indikator.pk == indikator_id and s.penempatan.pk == penempatan_id), None
        )

    def after(self, sel: Sel) -> Sel | None:
        """The next cell, person by person, for those who fill the matrix one cell a screen."""
        semua = [s for baris in self.daftar_baris for s in baris.daftar_sel]
        letak = semua.index(sel) + 1
        return semua[letak] if letak < len(semua) else None


def matriks_dari(skp: SKP, *, on: date) -> Matriks:
    """Three queries whatever the size: indicators, people, cells."""
    daftar_indikator = tuple(
        IndikatorKinerja.objects.filter(rhk__skp=skp)
        .select_related("rhk")
        .order_by("-rhk__jenis", "rhk__urutan", "rhk_id", "urutan", "id")
    )
    isi = {
        (sel.indikator_id, sel.penempatan_id): sel.peran_hasil
        for sel in SelMatriks.objects.filter(indikator__rhk__skp=skp).order_by("id")
    }
    tim = _tim(skp, on=on)
    orang = (
        Penempatan.objects.filter(Q(pk__in=tim) | Q(pk__in={nomor for _, nomor in isi}))
        .with_people()
        .order_by("unit_kerja__jalur", "-jabatan__kepala", "pegawai__nama", "id")
    )
    nomor_tim = set(tim)
    return Matriks(
        daftar_indikator=daftar_indikator,
        daftar_baris=tuple(
            Baris(
                penempatan=p,
                is_tim=p.pk in nomor_tim,
                daftar_sel=tuple(Sel(i, p, isi.get((i.pk, p.pk), "")) for i in daftar_indikator),
            )
            for p in orang
        ),
    )


def sel_untuk(skp: SKP) -> QuerySet[SelMatriks]:
    """What leaders wrote for the writer of this plan: his own cells that are filled."""
    return (
        SelMatriks.objects.filter(
            penempatan_id=skp.penempatan_id,
            indikator__rhk__skp__tahun=skp.tahun,
            indikator__rhk__skp__status__in=TERBACA_TIM,
        )
        .exclude(peran_hasil="")
        .select_related("indikator__rhk__skp__pegawai")
        .order_by("indikator__rhk_id", "indikator__urutan", "id")
    )


def _tim(skp: SKP, *, on: date) -> list[int]:
    hubungan = HubunganPenilai.objects.filter(berlaku_pada(on), penilai_id=skp.pegawai_id)
    return list(hubungan.order_by("id").values_list("penempatan_id", flat=True))
