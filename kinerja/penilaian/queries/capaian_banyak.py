"""Where the indicators of many plans stand at the end of a period, each list read once."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from django.db.models import Max, TextField
from django.db.models.functions import Cast

from kinerja.lib.nomor import among
from kinerja.pelaksanaan.models import Realisasi
from kinerja.pelaksanaan.queries.realisasi import Berjangka
from kinerja.penilaian.queries.bahan import target_pada
from kinerja.peraturan.capaian import capaian_indikator
from kinerja.peraturan.predikat import Rating
from kinerja.perencanaan.models import IndikatorKinerja

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from kinerja.kebijakan.models import Periode


class Rencana(Berjangka, Protocol):
    """A plan as far as its indicators are concerned."""

    @property
    def pk(self) -> int: ...


class _Ukuran(NamedTuple):
    """The columns that tell what an indicator asks for, without the weight of a model."""

    pk: int
    rhk_id: int
    skp_id: int
    aspek: str
    satuan: str
    arah: str
    target_bawah: Decimal | None
    target_atas: Decimal | None
    baseline: Decimal | None
    target_bulanan: Any  # JSON


# Read as text: the conversion of every column of every row by the ORM costs more than what is computed from it.
_TEKS = {f"teks_{nama}": Cast(nama, TextField()) for nama in _Ukuran._fields[6:]}


def rating_indikator(daftar_skp: Iterable[Rencana], periode: Periode) -> dict[int, list[Rating]]:
    """By result the ratings of those of its indicators that can be told; four queries."""
    milik = {skp.pk: skp for skp in daftar_skp}
    daftar = list(
        IndikatorKinerja.objects.filter(rhk__skp__in=among(milik), rhk__diambil_alih_at=None)
        .order_by()
        .annotate(**_TEKS)
        .values_list("pk", "rhk_id", "rhk__skp_id", *_Ukuran._fields[3:6], *_TEKS)
    )
    angka = _last_figures(milik, [baris[0] for baris in daftar], periode)
    hasil: dict[int, list[Rating]] = defaultdict(list)
    for baris in daftar:
        if (realisasi := angka.get(baris[0])) is not None:
            ukuran = _measure(baris)
            target = target_pada(ukuran, milik[ukuran.skp_id], on=periode.selesai_on)
            rating = capaian_indikator(target=target, realisasi=realisasi)
            if rating is not None:
                hasil[ukuran.rhk_id].append(rating)
    return hasil


def _measure(baris: tuple[Any, ...]) -> _Ukuran:
    *awal, bawah, atas, baseline, bulanan = baris
    angka = [None if isi is None else Decimal(isi) for isi in (bawah, atas, baseline)]
    return _Ukuran._make((*awal, *angka, {} if bulanan == "{}" else json.loads(bulanan)))


def _last_figures(
    nomor_skp: Collection[int], nomor_indikator: Collection[int], periode: Periode
) -> dict[int, Decimal]:
    """Most stand in the last period; only for those that do not is the past looked through."""
    daftar = Realisasi.objects.filter(
        skp__in=among(nomor_skp), periode__mulai_on__lte=periode.selesai_on, nilai__isnull=False
    )
    terakhir = daftar.aggregate(pada=Max("periode__mulai_on"))["pada"]
    angka = _figures(daftar.filter(periode__mulai_on=terakhir))
    belum = [nomor for nomor in nomor_indikator if nomor not in angka]
    if belum and terakhir:
        angka |= _figures(daftar.filter(periode__mulai_on__lt=terakhir, indikator__in=among(belum)))
    return angka


def _figures(daftar: QuerySet[Realisasi]) -> dict[int, Decimal]:
    """The later row wins."""
    baris = daftar.annotate(teks=Cast("nilai", TextField())).order_by("periode__mulai_on", "id")
    return {nomor: Decimal(nilai) for nomor, nilai in baris.values_list("indikator_id", "teks")}
