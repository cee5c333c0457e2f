"""What stands behind each figure: one queryset a stage, whose rows know their unit and their column.

Counters group these rows and lists show them, so a figure cannot differ from its list.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import (
    Case,
    CharField,
    Count,
    Exists,
    F,
    FilteredRelation,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from kinerja.kepegawaian.models import Penempatan
from kinerja.layanan.models import LayananPublik
from kinerja.pantau.istilah import Kolom, Tahapan
from kinerja.pantau.lingkup import Cakupan, tanda_tim, tim_dokumen, tim_penempatan
from kinerja.pantau.models import TandaDini
from kinerja.pantau.queries.saat import Saat
from kinerja.pelaksanaan.models import Realisasi, UmpanBalik
from kinerja.pelaksanaan.permissions import BERJALAN
from kinerja.penilaian.models import BELUM_DISERAHKAN, Evaluasi
from kinerja.peraturan.alur import StatusEvaluasi, StatusSKP
from kinerja.perencanaan.models import SKP, IndikatorKinerja
from kinerja.tindak_lanjut.models import Keberatan

TanyaSaat = Callable[[Saat], QuerySet[Any]]


@dataclass(frozen=True, kw_only=True)
class Dasar:
    """`unit` leads from a row to its unit; `tim` says which rows concern the people of one penilai."""

    kolom: tuple[Kolom, ...]
    baris: TanyaSaat
    tim: Callable[[int], Q]
    unit: str = "unit_kerja"

    def dalam(self, saat: Saat, cakupan: Cakupan) -> QuerySet[Any]:
        """The rows of a scope, each with `kolom`."""
        return self.baris(saat).filter(self._batas(cakupan))

    def _batas(self, cakupan: Cakupan) -> Q:
        q = Q() if cakupan.unit_ids is None else Q(**{f"{self.unit}__in": cakupan.unit_ids})
        if cakupan.tim is not None:
            return q & self.tim(cakupan.tim)
        if cakupan.unit_ids is not None:
            return q
        if cakupan.sendiri:
            return Q(**{f"{self.unit}__jalur": cakupan.jalur})
        if cakupan.jalur:
            return Q(**{f"{self.unit}__jalur__startswith": cakupan.jalur})
        return Q(**{f"{self.unit}__instansi": cakupan.instansi_id})

    def hitung(self, saat: Saat, cakupan: Cakupan) -> QuerySet[Any]:
        """(unit, column, n)"""
        daftar = self.dalam(saat, cakupan).order_by()
        hitungan: QuerySet[Any] = daftar.values_list(self.unit, "kolom").annotate(n=Count("pk"))
        return hitungan


def _kolom(*pilihan: When, lain: Kolom) -> Case:
    return Case(*pilihan, default=Value(lain.value), output_field=CharField())


def _skp(saat: Saat) -> QuerySet[Penempatan]:
    """Everybody with a definitive post and a penilai, beside the plan of the year for that post."""
    rencana = FilteredRelation(
        "daftar_skp",
        condition=Q(daftar_skp__tahun=saat.tahun) & ~Q(daftar_skp__status=StatusSKP.DITUTUP),
    )
    return (
        Penempatan.objects.berlaku(saat.on)
        .filter(
            pegawai__instansi=saat.instansi_id,
            jenis="definitif",
            daftar_penilai__isnull=False,
            daftar_penilai__selesai_on__isnull=True,
        )
        .annotate(rencana=rencana)
        .annotate(
            kolom=_kolom(
                When(rencana__isnull=True, then=Value(Kolom.SKP_BELUM.value)),
                When(
                    rencana__status__in=(StatusSKP.DRAF, StatusSKP.DIKEMBALIKAN),
                    then=Value(Kolom.SKP_DRAF.value),
                ),
                When(rencana__status=StatusSKP.DIAJUKAN, then=Value(Kolom.SKP_DIAJUKAN.value)),
                lain=Kolom.SKP_DITETAPKAN,
            )
        )
    )


def skp_berjalan(saat: Saat) -> QuerySet[SKP]:
    return SKP.objects.filter(instansi=saat.instansi_id, tahun=saat.tahun, status__in=BERJALAN)


def _banyak(daftar: QuerySet[Any], kolom: str) -> Coalesce:
    """How many rows point to the plan at hand."""
    jumlah = daftar.order_by().values(kolom).annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(jumlah), 0)


def _isi(saat: Saat) -> QuerySet[SKP]:
    """Running plans whose time touches the month being documented, by how many indicators have a figure."""
    if saat.isi is None:
        return SKP.objects.none()
    hidup = Q(rhk__skp=OuterRef("pk"), rhk__diambil_alih_at=None)
    terisi = Realisasi.objects.filter(
        skp=OuterRef("pk"), periode=saat.isi, indikator__rhk__diambil_alih_at=None
    )
    return (
        skp_berjalan(saat)
        .filter(mulai_on__lte=saat.isi.selesai_on, selesai_on__gte=saat.isi.mulai_on)
        .annotate(
            perlu=_banyak(IndikatorKinerja.objects.filter(hidup), "rhk__skp"),
            terisi=_banyak(terisi, "skp"),
        )
        .annotate(
            kolom=_kolom(
                When(perlu__lte=F("terisi"), then=Value(Kolom.ISI_LENGKAP.value)),
                When(terisi=0, then=Value(Kolom.ISI_KOSONG.value)),
                lain=Kolom.ISI_SEBAGIAN,
            )
        )
    )


def _ub(saat: Saat) -> QuerySet[SKP]:
    """Running plans about which the penilai has said something in this quarter, or nothing yet."""
    if saat.batas_ub is None:
        return SKP.objects.none()
    mulai, sesudah = saat.batas_ub
    sudah = UmpanBalik.objects.filter(
        skp=OuterRef("pk"), pemberi__pegawai=OuterRef("penilai"), given_at__gte=mulai, given_at__lt=sesudah
    )
    return (
        skp_berjalan(saat)
        .filter(penilai__isnull=False)
        .annotate(kolom=_kolom(When(Exists(sudah), then=Value(Kolom.UB_SUDAH.value)), lain=Kolom.UB_BELUM))
    )


def _nilai(saat: Saat) -> QuerySet[Evaluasi]:
    if saat.nilai is None:
        return Evaluasi.objects.none()
    return Evaluasi.objects.filter(periode=saat.nilai).annotate(
        kolom=_kolom(
            When(status__in=BELUM_DISERAHKAN, then=Value(Kolom.NILAI_BELUM.value)),
            When(status=StatusEvaluasi.FINAL, then=Value(Kolom.NILAI_FINAL.value)),
            lain=Kolom.NILAI_JALAN,
        )
    )


def _keberatan(saat: Saat) -> QuerySet[Keberatan]:
    terbuka = Keberatan.objects.filter(instansi=saat.instansi_id, decided_at__isnull=True)
    return terbuka.annotate(kolom=Value(Kolom.KEBERATAN.value, output_field=CharField()))


def _tanda(saat: Saat) -> QuerySet[TandaDini]:
    return TandaDini.objects.filter(unit_kerja__instansi=saat.instansi_id).annotate(kolom=F("jenis"))


def _suara(saat: Saat) -> QuerySet[LayananPublik]:
    """Service points with a mark that may be shown; which those are is noted when the votes are counted."""
    daftar = LayananPublik.objects.filter(unit_kerja__instansi=saat.instansi_id, nilai_pantau__isnull=False)
    return daftar.annotate(kolom=Value(Kolom.SUARA_TITIK.value, output_field=CharField()))


DAFTAR_DASAR = (
    Dasar(kolom=Tahapan.SKP.kolom, baris=_skp, tim=tim_penempatan),
    Dasar(kolom=Tahapan.ISI.kolom, baris=_isi, tim=tim_dokumen),
    Dasar(kolom=Tahapan.UB.kolom, baris=_ub, tim=tim_dokumen),
    Dasar(kolom=Tahapan.NILAI.kolom, baris=_nilai, tim=tim_dokumen, unit="skp__unit_kerja"),
    Dasar(
        kolom=(Kolom.KEBERATAN,),
        baris=_keberatan,
        tim=lambda nomor: tim_dokumen(nomor, "evaluasi__skp__"),
        unit="evaluasi__skp__unit_kerja",
    ),
    Dasar(
        kolom=(Kolom.TANDA_LAJU, Kolom.TANDA_DIALOG, Kolom.TANDA_DIAM, Kolom.TANDA_SELARAS),
        baris=_tanda,
        tim=tanda_tim,
    ),
)
DASAR_SUARA = Dasar(kolom=(Kolom.SUARA_TITIK,), baris=_suara, tim=lambda nomor: Q(pk__in=()))


def dasar_dari(kolom: Kolom) -> Dasar:
    return next(dasar for dasar in (*DAFTAR_DASAR, DASAR_SUARA) if kolom in dasar.kolom)
