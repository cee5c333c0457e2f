"""The plan with all that a form of Bab II to V prints of it."""

from __future__ import annotations

from typing import cast

from django.db.models import Prefetch, QuerySet

from kinerja.perencanaan.models import SKP, SKPQuerySet, VersiSKP


def load_skp(daftar: QuerySet[SKP], skp_id: int) -> SKP:
    """From a queryset that the reader may see; SKP.DoesNotExist otherwise."""
    versi = VersiSKP.objects.select_related("penilai__instansi")
    return (
        cast(SKPQuerySet, daftar)  # the declared manager hides what its querysets can do
        .with_content()
        .select_related(
            "pegawai__instansi",
            "penempatan__unit_kerja",
            "penilai__instansi",
            "atasan_penilai__instansi",
        )
        .prefetch_related("daftar_rhk__rhk_pimpinan__daftar_indikator", Prefetch("daftar_versi", versi))
        .get(pk=skp_id)
    )
