"""Hours of a year: one truth, which `rekap` keeps, in whole hours and against what the law says."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from kinerja.kepegawaian.models import Pegawai
from kinerja.lib.sekaligus import read_together
from kinerja.peraturan.identitas import JenisASN
from kinerja.peraturan.jam_pelajaran import CapaianJP, capaian_jp
from kinerja.rekap.models import BelajarTercatat, RekapBelajar
from kinerja.rekap.queries import nilai_belajar

if TYPE_CHECKING:
    from django.db.models import QuerySet


def jp_tahun(daftar_pegawai_id: Collection[int], tahun: int) -> dict[int, int]:
    """Whole hours of each; who has none recorded is left out. One query."""
    return {nomor: int(jp) for nomor, jp in nilai_belajar(daftar_pegawai_id, tahun).items()}


@dataclass(frozen=True, kw_only=True)
class BarisBelajar:
    """One certificate, and whether it adds to the imported figure or is part of it."""

    catatan: BelajarTercatat
    dihitung: bool


@dataclass(frozen=True, kw_only=True)
class JPSetahun:
    """Where somebody's hours of a year come from."""

    tahun: int
    jp: Decimal
    rekap: RekapBelajar | None
    daftar: tuple[BarisBelajar, ...]
    capaian: CapaianJP | None


def jp_setahun(pegawai: Pegawai, tahun: int) -> JPSetahun:
    """The same figure as `jp_tahun`, with every part of it. One query."""
    return jp_from(pegawai, tahun, **read_together(**jp_sources(pegawai, tahun)))


def jp_sources(pegawai: Pegawai, tahun: int) -> dict[str, QuerySet[Any]]:
    """What `jp_from` needs, for a page that reads several things together."""
    return {
        "rekap": RekapBelajar.objects.filter(pegawai=pegawai, tahun=tahun).order_by("id"),
        "catatan": BelajarTercatat.objects.filter(pegawai=pegawai, selesai_on__year=tahun).order_by(
            "-selesai_on", "-id"
        ),
    }


def jp_from(
    pegawai: Pegawai, tahun: int, *, rekap: Sequence[RekapBelajar], catatan: Sequence[BelajarTercatat]
) -> JPSetahun:
    dari_impor = next(iter(rekap), None)
    daftar = tuple(
        BarisBelajar(
            catatan=satu,
            dihitung=dari_impor is None or satu.di_luar_rekap or not dari_impor.memuat(satu.selesai_on),
        )
        for satu in catatan
    )
    jp = sum((b.catatan.jp for b in daftar if b.dihitung), dari_impor.jp if dari_impor else Decimal())
    capaian = None
    if pegawai.jenis_asn:
        capaian = capaian_jp(jenis_asn=JenisASN(pegawai.jenis_asn), jp=int(jp))
    return JPSetahun(tahun=tahun, jp=jp, rekap=dari_impor, daftar=daftar, capaian=capaian)
