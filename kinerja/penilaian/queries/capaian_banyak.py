"""Where the indicators of many plans stand at the end of a period, each list read once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db.models import Max

from kinerja.pelaksanaan.models import Realisasi
from kinerja.penilaian.queries.bahan import target_pada
from kinerja.peraturan.capaian import capaian_indikator
from kinerja.peraturan.predikat import Rating
from kinerja.perencanaan.models import IndikatorKinerja

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from kinerja.kebijakan.models import Periode
    from kinerja.perencanaan.models import SKP


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


def rating_indikator(daftar_skp: Sequence[SKP], periode: Periode) -> dict[int, list[Rating]]:
    """By result the ratings of those of its indicators that can be told; four queries."""
    milik = {skp.pk: skp for skp in daftar_skp}
    daftar = [
        _Ukuran._make(baris)
        for baris in IndikatorKinerja.objects.filter(rhk__skp__in=list(milik), rhk__diambil_alih_at=None)
        .order_by("id")
        .values_list("pk", "rhk_id", "rhk__skp_id", *_Ukuran._fields[3:])
    ]
    angka = _last_figures(list(milik), [satu.pk for satu in daftar], periode)
    hasil: dict[int, list[Rating]] = defaultdict(list)
    for ukuran in daftar:
        if (realisasi := angka.get(ukuran.pk)) is not None:
            target = target_pada(ukuran, milik[ukuran.skp_id], on=periode.selesai_on)
            rating = capaian_indikator(target=target, realisasi=realisasi)
            if rating is not None:
                hasil[ukuran.rhk_id].append(rating)
    return hasil


def _last_figures(
    nomor_skp: Collection[int], nomor_indikator: Collection[int], periode: Periode
) -> dict[int, Decimal]:
    """Most stand in the last period; only for those that do not is the past looked through."""
    daftar = Realisasi.objects.filter(
        skp__in=nomor_skp, periode__mulai_on__lte=periode.selesai_on, nilai__isnull=False
    )
    terakhir = daftar.aggregate(pada=Max("periode__mulai_on"))["pada"]
    angka = _figures(daftar.filter(periode__mulai_on=terakhir))
    belum = [nomor for nomor in nomor_indikator if nomor not in angka]
    if belum and terakhir:
        angka |= _figures(daftar.filter(periode__mulai_on__lt=terakhir, indikator__in=belum))
    return angka


def _figures(daftar: QuerySet[Realisasi]) -> dict[int, Decimal]:
    """The later row wins."""
    baris = daftar.order_by("periode__mulai_on", "id").values_list("indikator_id", "nilai")
    return {nomor: nilai for nomor, nilai in baris if nilai is not None}
