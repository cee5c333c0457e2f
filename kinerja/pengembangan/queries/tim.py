"""The plans of the people somebody assesses, one row a person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, Q

from kinerja.kepegawaian.lingkup import berlaku_pada
from kinerja.kepegawaian.models import HubunganPenilai, Pegawai
from kinerja.pengembangan.istilah import KeadaanButir, KeadaanRencana
from kinerja.pengembangan.models import RencanaPengembangan

if TYPE_CHECKING:
    from datetime import date

_AKTIF = ~Q(daftar_butir__keadaan=KeadaanButir.BATAL)


@dataclass(frozen=True, kw_only=True)
class BarisPengembangan:
    """`rencana` is None as long as there is none that may be seen."""

    pegawai: Pegawai
    jabatan: str
    rencana: RencanaPengembangan | None
    butir: int
    selesai: int

    @property
    def menunggu(self) -> bool:
        return self.rencana is not None and self.rencana.keadaan == KeadaanRencana.DIAJUKAN


def tim_pengembangan(penilai: Pegawai, *, on: date) -> list[BarisPengembangan]:
    """Those that wait for an answer first. Two queries."""
    hubungan = (
        HubunganPenilai.objects.filter(berlaku_pada(on), penilai=penilai)
        .exclude(penempatan__pegawai=penilai)
        .select_related("penempatan__pegawai", "penempatan__jabatan")
        .order_by("penempatan__pegawai__nama", "id")
    )
    orang = {h.penempatan.pegawai_id: h.penempatan for h in hubungan}
    rencana = (
        RencanaPengembangan.objects.filter(pegawai_id__in=orang, tahun=on.year)
        .exclude(keadaan=KeadaanRencana.DRAF)
        .annotate(
            butir=Count("daftar_butir", filter=_AKTIF),
            selesai=Count("daftar_butir", filter=Q(daftar_butir__keadaan=KeadaanButir.SELESAI)),
        )
        .order_by("id")
    )
    per_orang = {satu.pegawai_id: satu for satu in rencana}
    daftar = [
        BarisPengembangan(
            pegawai=tempat.pegawai,
            jabatan=tempat.jabatan.nama,
            rencana=(satu := per_orang.get(nomor)),
            butir=getattr(satu, "butir", 0),
            selesai=getattr(satu, "selesai", 0),
        )
        for nomor, tempat in orang.items()
    ]
    return sorted(daftar, key=lambda baris: (not baris.menunggu, baris.pegawai.nama))
