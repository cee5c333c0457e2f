"""The plan as it stood when it was set, in the very shape that the planning area keeps."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.demo.tanam.dunia import Susunan
from kinerja.perencanaan.models import SKP, VersiSKP
from kinerja.perencanaan.queries.potret import potret_skp

_SEKALI = 400


def plant_versi(daftar: list[Susunan]) -> None:
    for mulai in range(0, len(daftar), _SEKALI):
        VersiSKP.objects.bulk_create(_versions(daftar[mulai : mulai + _SEKALI]))


def _versions(daftar: list[Susunan]) -> Iterator[VersiSKP]:
    lengkap = (
        SKP.objects.filter(pk__in=[s.skp.pk for s in daftar])
        .with_content()
        .prefetch_related(
            "daftar_rhk__daftar_indikator__workblock", "daftar_rhk__daftar_indikator__daftar_sel"
        )
        .order_by("id")
    )
    susunan = {s.skp.pk: s.skp for s in daftar}
    for skp in lengkap:
        penilai = susunan[skp.pk].penilai
        if penilai and penilai.user and skp.approved_at:
            yield VersiSKP(
                skp=skp,
                nomor=skp.versi,
                isi=potret_skp(skp),
                penilai=penilai,
                ditetapkan_at=skp.approved_at,
                ditetapkan_oleh=penilai.user,
            )
