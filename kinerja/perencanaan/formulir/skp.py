"""Format A.1.1 to A.1.4, A.1.6 to A.1.8."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from kinerja.dokumen.bentuk import FORMAT_PER_KODE
from kinerja.dokumen.isian import FormatA13, FormatA14, FormatA18, IsianSKP, ManualIndikator, Workblock
from kinerja.peraturan.formulir import formulir_skp
from kinerja.peraturan.skp import (
    JenisHasilKerja,
    JenisLampiran,
    KategoriSKP,
    Pendekatan,
    PeriodePelaporan,
    TingkatKendali,
)
from kinerja.perencanaan.formulir.isi import (
    daftar_baris,
    daftar_rhk,
    hasil_kerja,
    perilaku_kerja,
    teks_target,
)
from kinerja.perencanaan.formulir.kepala import kepala_skp
from kinerja.perencanaan.models import SKP, IndikatorKinerja, RencanaHasilKerja
from kinerja.perencanaan.models import ManualIndikator as Manual
from kinerja.perencanaan.models import Workblock as Inisiatif


def skp_isian(skp: SKP, *, at: datetime) -> IsianSKP:
    """The plan on the form that its category and approach ask for."""
    formulir = formulir_skp(kategori=KategoriSKP(skp.kategori), pendekatan=Pendekatan(skp.pendekatan))
    kelas: Any = FORMAT_PER_KODE[formulir.kode]  # one of the four subclasses of IsianSKP
    kepala = kepala_skp(skp, at=at)
    isian: IsianSKP = kelas(
        **kepala.berpihak,
        daftar_utama=hasil_kerja(skp, jenis=JenisHasilKerja.UTAMA),
        daftar_tambahan=hasil_kerja(skp, jenis=JenisHasilKerja.TAMBAHAN),
        daftar_perilaku=perilaku_kerja(skp),
        ttd_pegawai=kepala.ttd_pegawai,
        ttd_penilai=kepala.ttd_penilai,
    )
    return isian


def manual_isian(skp: SKP, *, at: datetime) -> FormatA13:
    umum: dict[str, Any] = kepala_skp(skp, at=at).isian
    daftar = ((rhk, i, getattr(i, "manual", None)) for rhk, i in daftar_indikator(skp))
    return FormatA13(**umum, daftar_manual=tuple(_manual(rhk, i, m) for rhk, i, m in daftar if m))


def workblock_isian(skp: SKP, *, at: datetime) -> FormatA14:
    umum: dict[str, Any] = kepala_skp(skp, at=at).isian
    daftar = ((i, getattr(i, "workblock", None)) for _, i in daftar_indikator(skp))
    return FormatA14(**umum, daftar_workblock=tuple(_workblock(i, w) for i, w in daftar if w))


def lampiran_isian(skp: SKP, *, at: datetime) -> FormatA18:
    kepala = kepala_skp(skp, at=at)
    berpihak: dict[str, Any] = kepala.berpihak
    daftar = sorted(skp.daftar_lampiran.all(), key=lambda baris: (baris.urutan, baris.pk))

    def bagian(jenis: JenisLampiran) -> tuple[str, ...]:
        return tuple(baris.teks for baris in daftar if baris.jenis == jenis)

    return FormatA18(
        **berpihak,
        dukungan_sumber_daya=bagian(JenisLampiran.DUKUNGAN_SUMBER_DAYA),
        skema_pertanggungjawaban=bagian(JenisLampiran.SKEMA_PERTANGGUNGJAWABAN),
        konsekuensi=bagian(JenisLampiran.KONSEKUENSI),
        ttd_pegawai=kepala.ttd_pegawai,
        ttd_penilai=kepala.ttd_penilai,
    )


def daftar_indikator(skp: SKP) -> list[tuple[RencanaHasilKerja, IndikatorKinerja]]:
    """Every indicator with its result, in the order of the form: utama first."""
    return [(rhk, i) for rhk in daftar_rhk(skp) for i in rhk.daftar_indikator.all()]


def _manual(rhk: RencanaHasilKerja, indikator: IndikatorKinerja, manual: Manual) -> ManualIndikator:
    periode = manual.periode_pelaporan
    return ManualIndikator(
        rencana=rhk.teks,
        indikator=indikator.teks,
        tujuan=manual.tujuan,
        definisi=manual.definisi,
        formula=manual.formula,
        satuan=manual.satuan or indikator.satuan,
        kualitas_kendali=TingkatKendali(manual.kendali).cetak if manual.kendali else "",
        sumber_data=manual.sumber_data,
        periode_pelaporan=PeriodePelaporan(periode).cetak if periode else "",
    )


def _workblock(indikator: IndikatorKinerja, inisiatif: Inisiatif) -> Workblock:
    target = teks_target(indikator)
    return Workblock(
        judul_inisiatif=inisiatif.judul,
        indikator_dan_target=f"{indikator.teks}: {target}" if target else indikator.teks,
        pemilik_strategi=inisiatif.pemilik,
        pihak_terlibat=inisiatif.pihak_terlibat,
        waktu_penyelesaian=inisiatif.waktu,
        penerima_manfaat=inisiatif.penerima_manfaat,
        tujuan=inisiatif.tujuan,
        anggaran=inisiatif.anggaran,
        strategi_rutin=daftar_baris(inisiatif.strategi_rutin),
        strategi_transformatif=daftar_baris(inisiatif.strategi_transformatif),
        keluaran_rutin=daftar_baris(inisiatif.keluaran_rutin),
        keluaran_transformatif=daftar_baris(inisiatif.keluaran_transformatif),
    )
