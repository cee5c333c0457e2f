"""A plan as the rules and the coach see it."""

from __future__ import annotations

from django.db.models import Subquery

from kinerja.metode.telaah_skp import KonteksTelaah, RHKRekan
from kinerja.peraturan.capaian import Arah, Target
from kinerja.peraturan.skp import (
    Aspek,
    Indikator,
    JenisHasilKerja,
    JenisLampiran,
    KategoriSKP,
    Pendekatan,
    Perspektif,
    RencanaHasil,
    RencanaSKP,
)
from kinerja.perencanaan.models import SKP, IndikatorKinerja, RencanaHasilKerja
from kinerja.perencanaan.queries.pimpinan import daftar_sebelumnya


def rencana_dari(skp: SKP) -> RencanaSKP:
    """The plan as plain values. Reads the prefetched content when there is one (`with_content`)."""
    return RencanaSKP(
        kategori=KategoriSKP(skp.kategori),
        pendekatan=Pendekatan(skp.pendekatan),
        daftar_hasil=tuple(_hasil(rhk) for rhk in skp.daftar_rhk.all()),
        lampiran=frozenset(JenisLampiran(butir.jenis) for butir in skp.daftar_lampiran.all()),
    )


def konteks_telaah(skp: SKP) -> KonteksTelaah:
    """What the coach knows about the writer: his colleagues' results and his own of the plan before."""
    rekan = RencanaHasilKerja.objects.filter(
        skp__tahun=skp.tahun, skp__penilai_id=skp.penilai_id, skp__penilai__isnull=False
    ).exclude(skp__pegawai_id=skp.pegawai_id)
    kolom = ("teks", "skp__unit_kerja_id", "skp__penempatan__jabatan__kepala")
    lama = RencanaHasilKerja.objects.filter(skp_id=Subquery(daftar_sebelumnya(skp).values("pk")[:1]))
    return KonteksTelaah(
        kategori=KategoriSKP(skp.kategori),
        pendekatan=Pendekatan(skp.pendekatan),
        unit=skp.unit_kerja_id,
        memimpin=skp.penempatan.jabatan.kepala,
        daftar_rhk_rekan=tuple(
            RHKRekan(teks=teks, unit=unit, memimpin=kepala)
            for teks, unit, kepala in rekan.order_by("id").values_list(*kolom)[:200]
        ),
        daftar_rhk_tahun_lalu=tuple(lama.values_list("teks", flat=True)),
    )


def _hasil(rhk: RencanaHasilKerja) -> RencanaHasil:
    return RencanaHasil(
        uraian=rhk.teks,
        jenis=JenisHasilKerja(rhk.jenis),
        daftar_indikator=tuple(_indikator(i) for i in rhk.daftar_indikator.all()),
        has_rhk_pimpinan=bool(rhk.rhk_pimpinan_id or rhk.rhk_pimpinan_teks),
        penugasan_jabatan=rhk.tugas_plt,
    )


def _indikator(isi: IndikatorKinerja) -> Indikator:
    target = Target(bawah=isi.target_bawah, atas=isi.target_atas, arah=Arah(isi.arah))
    return Indikator(
        uraian=isi.teks,
        aspek=(Aspek(isi.aspek),) if isi.aspek else (),
        satuan=isi.satuan,
        target=None if target.is_empty else target,
        perspektif=Perspektif(isi.perspektif) if isi.perspektif else None,
    )
