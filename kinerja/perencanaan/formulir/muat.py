"""The plan with all that a form of Bab II to V prints of it."""

from __future__ import annotations

from django.db.models import QuerySet

from kinerja.perencanaan.models import SKP


def load_skp(daftar: QuerySet[SKP], skp_id: int) -> SKP:
    """From a queryset that the reader may see; SKP.DoesNotExist otherwise."""
    return (
        daftar.select_related(
            "instansi",
            "pegawai__instansi",
            "penempatan__jabatan",
            "penempatan__unit_kerja",
            "unit_kerja",
            "penilai__instansi",
            "atasan_penilai__instansi",
        )
        .prefetch_related(
            "daftar_rhk__daftar_indikator__manual",
            "daftar_rhk__daftar_indikator__workblock",
            "daftar_rhk__daftar_aksi",
            "daftar_rhk__rhk_pimpinan__skp",
            "daftar_rhk__rhk_pimpinan__daftar_indikator",
            "daftar_ekspektasi",
            "daftar_lampiran",
            "daftar_versi__penilai__instansi",
        )
        .get(pk=skp_id)
    )
