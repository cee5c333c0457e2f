"""The plan with all that a form of Bab II to V prints of it."""

from __future__ import annotations

from typing import cast

from django.db.models import QuerySet

from kinerja.lib.sekaligus import attach
from kinerja.perencanaan.models import SKP, IndikatorKinerja, RencanaHasilKerja, SKPQuerySet
from kinerja.perencanaan.queries import load_isi


def load_skp(daftar: QuerySet[SKP], skp_id: int) -> SKP:
    """From a queryset that the reader may see; SKP.DoesNotExist otherwise."""
    skp = (
        cast(SKPQuerySet, daftar)  # the declared manager hides what its querysets can do
        .with_people()
        .select_related(
            "pegawai__instansi",
            "penempatan__unit_kerja",
            "penilai__instansi",
            "atasan_penilai__instansi",
        )
        .get(pk=skp_id)
    )
    didukung = RencanaHasilKerja.objects.filter(skp=skp).values("rhk_pimpinan")
    baca = load_isi(
        skp,
        versi=skp.daftar_versi.select_related("penilai__instansi"),
        indikator_pimpinan=IndikatorKinerja.objects.filter(rhk__in=didukung),
    )
    attach([skp], "daftar_versi", baca["versi"], oleh="skp_id")
    daftar_atas = [rhk.rhk_pimpinan for rhk in baca["rhk"] if rhk.rhk_pimpinan]
    attach(daftar_atas, "daftar_indikator", baca["indikator_pimpinan"], oleh="rhk_id")
    return skp
