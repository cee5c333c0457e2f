"""What the public says: of a service point, and, where somebody served, of his days there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property
from typing import Any

from django.db.models import Case, Count, F, IntegerField, Q, QuerySet, Sum, Value, When
from django.db.models.functions import Coalesce

from kinerja.layanan.istilah import StatusKalimat, StatusSuara, StatusSumber
from kinerja.layanan.models import LayananPublik, PetugasLayanan, Suara, SumberSuara
from kinerja.metode.selang import Selang, selang_ikm
from kinerja.metode.terbitan_suara import Blok, blok_sejak, blok_suara
from kinerja.peraturan.skm import (
    JawabanUnsur,
    MutuPelayanan,
    UnsurSKM,
    mutu_pelayanan,
    nilai_ikm,
    nrr_unsur,
    sampel_minimal,
)

SETAHUN = timedelta(days=364)


@dataclass(frozen=True)
class NilaiMasyarakat:
    """Counted votes: how many people, and per element how many marked it and the sum of their marks."""

    n: int
    unsur: Mapping[UnsurSKM, JawabanUnsur]

    @cached_property
    def ikm(self) -> Decimal | None:
        return nilai_ikm(daftar_jawaban=tuple(self.unsur.values()))

    @cached_property
    def mutu(self) -> MutuPelayanan | None:
        return None if self.ikm is None else mutu_pelayanan(ikm=self.ikm)

    def nrr(self, unsur: UnsurSKM) -> Decimal | None:
        return nrr_unsur(jawaban=self.unsur[unsur])


@dataclass(frozen=True)
class TitikTren:
    tahun: int
    triwulan: int
    nilai: NilaiMasyarakat


@dataclass(frozen=True)
class HasilLayanan:
    """Everything that a result page says of one service point: whole blocks of days, from `mulai` to `selesai`."""

    layanan: LayananPublik
    nilai: NilaiMasyarakat
    selang: Selang | None
    tren: tuple[TitikTren, ...]
    mulai: date | None
    selesai: date | None

    @property
    def cukup(self) -> bool:
        return self.nilai.n >= self.layanan.n_terkecil

    @property
    def sampel(self) -> int | None:
        return sampel_minimal(populasi=self.layanan.populasi) if self.layanan.populasi else None


def _sums() -> dict[str, Any]:
    """Per element how many marks and their sum; Any: aggregates of several kinds."""
    return {"orang": Count("pk")} | {
        f"{awal}_{unsur.value}": agregat(unsur.value)
        for unsur in UnsurSKM
        for awal, agregat in (("n", Count), ("j", Sum))
    }


def _nilai(baris: Mapping[str, Any]) -> NilaiMasyarakat:
    return NilaiMasyarakat(
        n=baris["orang"],
        unsur={u: JawabanUnsur(baris[f"n_{u.value}"], baris[f"j_{u.value}"] or 0) for u in UnsurSKM},
    )


def nilai_masyarakat(
    pegawai: Iterable[int] | QuerySet[Any],
    *,
    mulai: date,
    selesai: date,
    layanan: Iterable[int] | None = None,
) -> dict[int, NilaiMasyarakat]:
    """Per pegawai the counted votes on the days he served, in one query; who served nowhere is not in it.

    Whole periods that are over: of a time that still runs, two readings would tell one visitor's marks.
    """
    kolom = "layanan__daftar_suara__"
    daftar = PetugasLayanan.objects.filter(
        Q(selesai_on__isnull=True) | Q(**{f"{kolom}hari__lte": F("selesai_on")}),
        **{
            "pegawai__in": pegawai,
            f"{kolom}status": StatusSuara.DIHITUNG,
            f"{kolom}hari__range": (mulai, selesai),
            f"{kolom}hari__gte": F("mulai_on"),
        },
    )
    if layanan is not None:
        daftar = daftar.filter(layanan__in=layanan)
    agregat = {"orang": Count(f"{kolom}pk")} | {
        f"{awal}_{u.value}": jenis(f"{kolom}{u.value}")
        for u in UnsurSKM
        for awal, jenis in (("n", Count), ("j", Sum))
    }
    return {
        baris["pegawai"]: _nilai(baris) for baris in daftar.order_by().values("pegawai").annotate(**agregat)
    }


def blok_terbit(hari: Mapping[int, date]) -> dict[int, tuple[Blok, ...]]:
    """Per service point, given the day it is there, the blocks of days that a page may show; in one query."""
    per_hari: dict[int, list[tuple[date, int]]] = {nomor: [] for nomor in hari}
    suara = Suara.objects.filter(status=StatusSuara.DIHITUNG, layanan__in=hari).order_by()
    for nomor, satu, n in (
        suara.values("layanan", "hari").annotate(n=Count("pk")).values_list("layanan", "hari", "n")
    ):
        per_hari[nomor].append((satu, n))
    return {nomor: blok_suara(isi, hari_ini=hari[nomor]) for nomor, isi in per_hari.items()}


def nilai_layanan(hari: Mapping[int, date]) -> dict[int, NilaiMasyarakat]:
    """What may be shown of the last year, per service point, given the day it is there; in two queries."""
    jendela = Q(pk__in=())
    for nomor, daftar in blok_terbit(hari).items():
        if blok := blok_sejak(daftar, sejak=hari[nomor] - SETAHUN):
            jendela |= Q(layanan=nomor, hari__range=(blok[0].mulai, blok[-1].selesai))
    baris = (
        Suara.objects.filter(jendela, status=StatusSuara.DIHITUNG)
        .order_by()
        .values("layanan")
        .annotate(**_sums())
    )
    return {satu["layanan"]: _nilai(satu) for satu in baris}


def hasil_layanan(layanan: LayananPublik, *, on: date) -> HasilLayanan:
    """What may be shown on that day: three queries, however many people voted."""
    semua = blok_terbit({layanan.pk: on})[layanan.pk]
    blok = blok_sejak(semua, sejak=on - SETAHUN)
    if not blok:
        return HasilLayanan(layanan, _total(()), None, (), None, None)
    mulai, selesai = blok[0].mulai, blok[-1].selesai
    per_triwulan = _quarters(
        layanan, [satu for satu in semua if satu.selesai.year >= mulai.year], sejak=mulai
    )
    nilai = _total(baris for daftar in per_triwulan.values() for baris in daftar if baris["dalam"])
    selang = None
    if nilai.ikm is not None:
        selang = selang_ikm(ikm=nilai.ikm, sebaran=_spread(_counted(layanan, mulai, selesai)))
    tren = (TitikTren(*satu, _total(daftar)) for satu, daftar in per_triwulan.items())
    cukup = tuple(satu for satu in tren if satu.nilai.n >= layanan.n_terkecil)
    return HasilLayanan(layanan, nilai, selang, cukup, mulai, selesai)


def _spread(suara: QuerySet[Suara]) -> dict[tuple[int, int], int]:
    """How often which sum of marks came from how many elements."""
    jumlah = sum((Coalesce(F(u.value), 0) for u in UnsurSKM), Value(0))
    isi = sum(
        (
            Case(When(**{f"{u.value}__isnull": True}, then=0), default=1, output_field=IntegerField())
            for u in UnsurSKM
        ),
        Value(0),
    )
    sebaran = suara.order_by().values(jumlah=jumlah, isi=isi).annotate(kali=Count("pk"))
    return {(s["jumlah"], s["isi"]): s["kali"] for s in sebaran}


def _quarters(
    layanan: LayananPublik, daftar: Sequence[Blok], *, sejak: date
) -> dict[tuple[int, int], list[Mapping[str, Any]]]:
    """Sums by year and quarter of whole blocks, each split at the beginning of the window ("dalam")."""
    batas: dict[tuple[int, int], tuple[date, date]] = {}
    for blok in daftar:
        batas[blok.triwulan] = (batas.get(blok.triwulan, (blok.mulai,))[0], blok.selesai)
    nomor = list(batas)
    triwulan = Case(
        *(When(hari__range=batas[satu], then=Value(n)) for n, satu in enumerate(nomor)),
        output_field=IntegerField(),
    )
    dalam = Case(When(hari__gte=sejak, then=1), default=0, output_field=IntegerField())
    hasil: dict[tuple[int, int], list[Mapping[str, Any]]] = {satu: [] for satu in nomor}
    suara = _counted(layanan, daftar[0].mulai, daftar[-1].selesai).order_by()
    for baris in suara.values(triwulan=triwulan, dalam=dalam).annotate(**_sums()):
        hasil[nomor[baris["triwulan"]]].append(baris)
    return hasil


def _total(daftar: Iterable[Mapping[str, Any]]) -> NilaiMasyarakat:
    semua = list(daftar)
    kolom = ("orang", *(f"{awal}_{u.value}" for u in UnsurSKM for awal in "nj"))
    return _nilai({satu: sum(baris[satu] or 0 for baris in semua) for satu in kolom})


def _counted(layanan: LayananPublik, mulai: date, selesai: date) -> QuerySet[Suara]:
    return layanan.daftar_suara.filter(status=StatusSuara.DIHITUNG, hari__range=(mulai, selesai))


def daftar_kalimat(layanan: LayananPublik) -> QuerySet[Suara]:
    """Sentences that people may read, newest first, with the unit's answers."""
    return (
        layanan.daftar_suara.filter(status=StatusSuara.DIHITUNG, status_kalimat=StatusKalimat.TAMPIL)
        .order_by("-hari", "-id")
        .prefetch_related("daftar_tanggapan")
    )


def kalimat_menunggu(layanan: LayananPublik) -> QuerySet[Suara]:
    """What a moderator has not read yet, marked ones first; sentences of held or dropped crowds are not among them."""
    return layanan.daftar_suara.filter(
        status=StatusSuara.DIHITUNG, status_kalimat=StatusKalimat.MENUNGGU
    ).order_by(Case(When(tanda_kalimat="", then=1), default=0), "-hari", "-id")


def sumber_ditahan(layanan: LayananPublik) -> QuerySet[SumberSuara]:
    return layanan.daftar_sumber.filter(status=StatusSumber.DITAHAN).order_by("-hari", "-id")


@dataclass(frozen=True)
class ContohSumber:
    """A held crowd with what helps to judge it: how alike its votes are, and some of its sentences."""

    sumber: SumberSuara
    tersimpan: int
    sama: int
    daftar_kalimat: tuple[str, ...]

    @property
    def persen_sama(self) -> int:
        return round(100 * self.sama / self.tersimpan) if self.tersimpan else 0


def contoh_sumber(daftar: Iterable[SumberSuara]) -> list[ContohSumber]:
    """Two queries, however many crowds."""
    daftar = list(daftar)
    pola: dict[int, list[int]] = {}
    kolom = [unsur.value for unsur in UnsurSKM]
    suara = Suara.objects.filter(sumber__in=daftar).order_by()
    for baris in suara.values("sumber", *kolom).annotate(kali=Count("pk")):
        pola.setdefault(baris["sumber"], []).append(baris["kali"])
    kalimat: dict[int, list[str]] = {}
    for nomor, teks in (
        suara.exclude(kalimat="").order_by("sumber", "id").values_list("sumber", "kalimat")[:2000]
    ):
        if teks not in kalimat.setdefault(nomor, []):
            kalimat[nomor].append(teks)
    return [
        ContohSumber(
            satu,
            sum(pola.get(satu.pk, ())),
            max(pola.get(satu.pk, (0,))),
            tuple(kalimat.get(satu.pk, ())[:5]),
        )
        for satu in daftar
    ]


def antrean(layanan: Iterable[int] | QuerySet[Any]) -> dict[int, int]:
    """Per service point how much waits for a moderator, in two queries."""
    hasil: dict[int, int] = {}
    kalimat = Suara.objects.filter(
        layanan__in=layanan, status=StatusSuara.DIHITUNG, status_kalimat=StatusKalimat.MENUNGGU
    )
    sumber = SumberSuara.objects.filter(layanan__in=layanan, status=StatusSumber.DITAHAN)
    for daftar in (kalimat, sumber):
        for baris in daftar.order_by().values("layanan").annotate(n=Count("pk")):
            hasil[baris["layanan"]] = hasil.get(baris["layanan"], 0) + baris["n"]
    return hasil
