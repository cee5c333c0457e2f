"""Format A.1.5: who contributes what to the leader's indicators, and below that the same for each ketua tim."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime
from typing import Any

from kinerja.dokumen.isian import BarisMatriks, FormatA15, Matriks
from kinerja.kepegawaian.models import Penempatan
from kinerja.perencanaan.formulir.isi import daftar_baris
from kinerja.perencanaan.formulir.kepala import kepala_skp
from kinerja.perencanaan.formulir.skp import daftar_indikator
from kinerja.perencanaan.models import SKP, SelMatriks


def matriks_isian(skp: SKP, *, at: datetime) -> FormatA15:
    """The first tier and one matrix for each person in it who divides roles himself."""
    umum: dict[str, Any] = kepala_skp(skp, at=at).isian
    per_skp = _cells([skp.pk])
    anggota = [sel.penempatan_id for sel in per_skp.get(skp.pk, [])]
    tim = list(
        SKP.objects.filter(penempatan_id__in=anggota, tahun=skp.tahun)
        .exclude(pk=skp.pk)
        .select_related("pegawai", "penempatan__jabatan")
        .prefetch_related("daftar_rhk__daftar_indikator")
        .order_by("pegawai__nama", "id")
    )
    per_skp |= _cells([satu.pk for satu in tim])
    daftar = tuple(_matriks(satu, per_skp[satu.pk]) for satu in (skp, *tim) if satu.pk in per_skp)
    return FormatA15(**umum, daftar_matriks=daftar)


def _cells(daftar_skp: list[int]) -> dict[int, list[SelMatriks]]:
    per_skp: dict[int, list[SelMatriks]] = defaultdict(list)
    daftar = SelMatriks.objects.filter(indikator__rhk__skp_id__in=daftar_skp).select_related(
        "indikator__rhk", "penempatan__pegawai", "penempatan__jabatan"
    )
    for sel in daftar.order_by("penempatan__pegawai__nama", "penempatan_id", "indikator_id"):
        per_skp[sel.indikator.rhk.skp_id].append(sel)
    return dict(per_skp)


def _matriks(skp: SKP, daftar_sel: list[SelMatriks]) -> Matriks:
    indikator = [i for _, i in daftar_indikator(skp)]
    orang: dict[int, Penempatan] = {sel.penempatan_id: sel.penempatan for sel in daftar_sel}
    peran = {(sel.penempatan_id, sel.indikator_id): daftar_baris(sel.peran_hasil) for sel in daftar_sel}
    return Matriks(
        nama=skp.pegawai.nama,
        jabatan=skp.penempatan.jabatan.nama,
        daftar_indikator=tuple(i.teks for i in indikator),
        daftar_baris=tuple(
            BarisMatriks(
                nama=penempatan.pegawai.nama,
                jabatan=penempatan.jabatan.nama,
                daftar_peran=tuple(peran.get((nomor, i.pk), ()) for i in indikator),
            )
            for nomor, penempatan in orang.items()
        ),
    )
