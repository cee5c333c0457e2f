"""Everything a plan says, in one query."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from kinerja.lib.sekaligus import attach, read_together
from kinerja.perencanaan.models import (
    SKP,
    EkspektasiPerilaku,
    IndikatorKinerja,
    LampiranSKP,
    RencanaAksi,
    RencanaHasilKerja,
    SelMatriks,
)


def load_isi(skp: SKP, **tambahan: QuerySet[Any]) -> dict[str, list[Any]]:
    """Hangs the content below the plan, as `with_content` does; what a page wants besides is read along."""
    baca = read_together(
        rhk=RencanaHasilKerja.objects.filter(skp=skp).select_related("rhk_pimpinan__skp"),
        indikator=IndikatorKinerja.objects.filter(rhk__skp=skp).select_related("manual", "workblock"),
        aksi=RencanaAksi.objects.filter(rhk__skp=skp),
        ekspektasi=EkspektasiPerilaku.objects.filter(skp=skp),
        lampiran=LampiranSKP.objects.filter(skp=skp),
        **tambahan,
    )
    attach(baca["rhk"], "daftar_indikator", baca["indikator"], oleh="rhk_id")
    attach(baca["rhk"], "daftar_aksi", baca["aksi"], oleh="rhk_id")
    attach([skp], "daftar_rhk", baca["rhk"], oleh="skp_id")
    attach([skp], "daftar_ekspektasi", baca["ekspektasi"], oleh="skp_id")
    attach([skp], "daftar_lampiran", baca["lampiran"], oleh="skp_id")
    return baca


def load_potret(skp: SKP) -> SKP:
    """The content with the cells of the matriks: all that a snapshot keeps."""
    baca = load_isi(skp, sel=SelMatriks.objects.filter(indikator__rhk__skp=skp))
    attach(baca["indikator"], "daftar_sel", baca["sel"], oleh="indikator_id")
    return skp
