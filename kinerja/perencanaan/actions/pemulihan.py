"""Bringing a plan back to a snapshot, row by row, so that what hangs on the rows stays with them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from kinerja.kepegawaian.models import Penempatan
from kinerja.perencanaan.models import (
    SKP,
    EkspektasiPerilaku,
    IndikatorKinerja,
    LampiranSKP,
    ManualIndikator,
    RencanaAksi,
    RencanaHasilKerja,
    SelMatriks,
    Workblock,
)

if TYPE_CHECKING:
    from kinerja.perencanaan.queries.potret import Potret

_KOLOM_RHK = ("urutan", "jenis", "teks", "rhk_pimpinan_teks", "penugasan_dari", "tugas_plt")
_KOLOM_INDIKATOR = (
    "urutan",
    "aspek",
    "teks",
    "satuan",
    "target_bawah",
    "target_atas",
    "target_teks",
    "arah",
    "perspektif",
    "baseline",
    "pengecualian_mutlak",
    "target_bulanan",
)


def restore_content(skp: SKP, isi: Potret) -> None:
    """Rows of the snapshot come back under their old numbers; rows that it does not know go."""
    skp.pendekatan = isi["pendekatan"]
    nomor_rhk = [rhk["id"] for rhk in isi["daftar_rhk"]]
    skp.daftar_rhk.exclude(pk__in=nomor_rhk).delete()
    for rhk in isi["daftar_rhk"]:
        _restore_rhk(skp, rhk)
    skp.daftar_ekspektasi.all().delete()
    EkspektasiPerilaku.objects.bulk_create(
        EkspektasiPerilaku(skp=skp, nilai=e["id"], teks=e["teks"]) for e in isi["daftar_ekspektasi"]
    )
    skp.daftar_lampiran.all().delete()
    LampiranSKP.objects.bulk_create(
        LampiranSKP(pk=b["id"], skp=skp, jenis=b["jenis"], urutan=b["urutan"], teks=b["teks"])
        for b in isi["daftar_lampiran"]
    )


def _restore_rhk(skp: SKP, isi: Mapping[str, Any]) -> None:
    masih_ada = RencanaHasilKerja.objects.filter(pk=isi["rhk_pimpinan_id"]).exists()
    rhk, _ = RencanaHasilKerja.objects.update_or_create(
        pk=isi["id"],
        defaults={
            **{nama: isi[nama] for nama in _KOLOM_RHK},
            "skp": skp,
            "rhk_pimpinan_id": isi["rhk_pimpinan_id"] if masih_ada else None,
        },
    )
    rhk.daftar_indikator.exclude(pk__in=[i["id"] for i in isi["daftar_indikator"]]).delete()
    for indikator in isi["daftar_indikator"]:
        _restore_indikator(rhk, indikator)
    rhk.daftar_aksi.all().delete()
    RencanaAksi.objects.bulk_create(
        RencanaAksi(
            pk=a["id"],
            rhk=rhk,
            urutan=a["urutan"],
            teks=a["teks"],
            batas_on=a["batas_on"],
            selesai_at=a["selesai_at"],
        )
        for a in isi["daftar_aksi"]
    )


def _restore_indikator(rhk: RencanaHasilKerja, isi: Mapping[str, Any]) -> None:
    indikator, dibuat = IndikatorKinerja.objects.update_or_create(
        pk=isi["id"], defaults={**{nama: isi[nama] for nama in _KOLOM_INDIKATOR}, "rhk": rhk}
    )
    for model, bagian in ((ManualIndikator, isi["manual"]), (Workblock, isi["workblock"])):
        if bagian is None:
            model.objects.filter(indikator=indikator).delete()
        else:
            model.objects.update_or_create(indikator=indikator, defaults=bagian)
    if dibuat:  # its cells went with it; the matrix of an indicator that stayed is nobody's change
        ada = set(
            Penempatan.objects.filter(pk__in=[p for p, _ in isi["daftar_sel"]]).values_list("pk", flat=True)
        )
        SelMatriks.objects.bulk_create(
            SelMatriks(indikator=indikator, penempatan_id=p, peran_hasil=teks)
            for p, teks in isi["daftar_sel"]
            if p in ada
        )
