"""The rows behind what others answered: closed rounds, signed ratings, and rights that were used."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.db.models.expressions import RawSQL

from kinerja.kebijakan.models import AspekKebijakan, Kebijakan, Periode, SumberKebijakan, Tahap
from kinerja.lib.nomor import among
from kinerja.lib.sekaligus import attach, read_together
from kinerja.sumber.istilah import KeadaanHak, KeadaanPutaran
from kinerja.sumber.models import HakMenilai, NilaiDiri, NilaiTim, Putaran, Rangkuman
from kinerja.sumber.queries.metode import BANYAK_LANGKAH

_KOLOM = ("skp_id", "aspek", "sumber", "n", *(f"langkah_{nomor}" for nomor in range(1, BANYAK_LANGKAH + 1)))

Daftar = Collection[int] | RawSQL  # keys, or many of them as `among` writes them


@dataclass(frozen=True, kw_only=True)
class BacaanSumber:
    rangkuman: Iterable[tuple[Any, ...]]  # as `_KOLOM`
    tim: Iterable[tuple[int, int, dict[str, int]]]  # plan, who gave it, step by aspect
    diri: Iterable[tuple[int, int, dict[str, int]]]
    terisi: Iterable[tuple[int, int, str, int]]  # round, plan, source, how many answered
    kebijakan: dict[int, Kebijakan]  # by round, with its sources and aspects


def periode_dalam(periode: Periode, *, awalan: str = "periode") -> Q:
    """The period itself; for the annual evaluation every period of its year that was answered for."""
    if periode.tahap != Tahap.TAHUNAN:
        return Q(**{awalan: periode})
    return Q(
        **{
            f"{awalan}__instansi_id": periode.instansi_id,
            f"{awalan}__tahun": periode.tahun,
            f"{awalan}__tahap": Tahap.PERIODIK,
        }
    )


def in_rounds(periode: Periode) -> Q:
    return periode_dalam(periode, awalan="putaran__periode") & Q(putaran__keadaan=KeadaanPutaran.DITUTUP)


def of_team(daftar_skp_id: Daftar, periode: Periode) -> QuerySet[NilaiTim]:
    return NilaiTim.objects.filter(periode_dalam(periode), skp__in=daftar_skp_id, keadaan=KeadaanHak.TERISI)


def read_many(daftar_skp_id: Collection[int], periode: Periode) -> BacaanSumber:
    skp = among(daftar_skp_id)
    terisi = list(
        _used(skp, periode)
        .order_by()
        .values_list("putaran_id", "dinilai_id", "sumber")
        .annotate(jumlah=Count("pk"))
    )
    putaran = (
        Putaran.objects.filter(pk__in={baris[0] for baris in terisi})
        .select_related("kebijakan")
        .prefetch_related("kebijakan__daftar_sumber", "kebijakan__daftar_aspek")
        .order_by("id")
    )
    return BacaanSumber(
        rangkuman=_tallies(skp, periode).order_by().values_list(*_KOLOM),
        tim=of_team(skp, periode).order_by().values_list("skp_id", "anggota_id", "jawaban"),
        diri=_selves(skp, periode).order_by().values_list("skp_id", "skp_id", "jawaban"),
        terisi=terisi,
        kebijakan={satu.pk: satu.kebijakan for satu in putaran},
    )


def read_few(daftar_skp_id: Collection[int], periode: Periode) -> BacaanSumber:
    """The same in one query: for the form of one person."""
    hak = _used(daftar_skp_id, periode)
    putaran = Putaran.objects.filter(pk__in=hak.order_by().values("putaran_id"))
    kebijakan = putaran.order_by().values("kebijakan_id")
    baca = read_together(
        rangkuman=_tallies(daftar_skp_id, periode),
        tim=of_team(daftar_skp_id, periode).order_by("id"),
        diri=_selves(daftar_skp_id, periode),
        hak=hak.order_by("id"),
        putaran=putaran.select_related("kebijakan").order_by("id"),
        sumber=SumberKebijakan.objects.filter(kebijakan__in=kebijakan),
        aspek=AspekKebijakan.objects.filter(kebijakan__in=kebijakan),
    )
    daftar_kebijakan = [satu.kebijakan for satu in baca["putaran"]]
    attach(daftar_kebijakan, "daftar_sumber", baca["sumber"], oleh="kebijakan_id")
    attach(daftar_kebijakan, "daftar_aspek", baca["aspek"], oleh="kebijakan_id")
    terisi = Counter((satu.putaran_id, satu.dinilai_id, satu.sumber) for satu in baca["hak"])
    return BacaanSumber(
        rangkuman=[tuple(getattr(satu, kolom) for kolom in _KOLOM) for satu in baca["rangkuman"]],
        tim=[(satu.skp_id, satu.anggota_id, satu.jawaban) for satu in baca["tim"]],
        diri=[(satu.skp_id, satu.skp_id, satu.jawaban) for satu in baca["diri"]],
        terisi=[(*kunci, jumlah) for kunci, jumlah in terisi.items()],
        kebijakan={satu.pk: satu.kebijakan for satu in baca["putaran"]},
    )


def _used(daftar_skp_id: Daftar, periode: Periode) -> QuerySet[HakMenilai]:
    return HakMenilai.objects.filter(in_rounds(periode), dinilai__in=daftar_skp_id, keadaan=KeadaanHak.TERISI)


def _tallies(daftar_skp_id: Daftar, periode: Periode) -> QuerySet[Rangkuman]:
    return Rangkuman.objects.filter(in_rounds(periode), skp__in=daftar_skp_id).order_by("id")


def _selves(daftar_skp_id: Daftar, periode: Periode) -> QuerySet[NilaiDiri]:
    return NilaiDiri.objects.filter(periode_dalam(periode), skp__in=daftar_skp_id).order_by("id")
