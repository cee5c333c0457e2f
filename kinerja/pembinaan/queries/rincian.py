"""One plan with all that hangs on it, in one query."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from kinerja.jejak.models import DokumenTerbit
from kinerja.lib.sekaligus import read_together
from kinerja.lib.tanggal import format_tanggal
from kinerja.pembinaan.istilah import JenisButir, JenisPeninjauan, StatusPembinaan
from kinerja.pembinaan.models import (
    AlihPembinaan,
    ButirPembinaan,
    PeninjauanPembinaan,
    PertemuanPembinaan,
    RencanaPembinaan,
    SasaranPembinaan,
)
from kinerja.pembinaan.queries.daftar import tengah_on
from kinerja.peraturan.identitas import JenisASN, JenisJabatan
from kinerja.peraturan.pembinaan import LangkahPembinaan, tangga_pembinaan

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, kw_only=True)
class Rincian:
    rencana: RencanaPembinaan
    daftar_sasaran: list[SasaranPembinaan]
    daftar_butir: list[ButirPembinaan]
    daftar_pertemuan: list[PertemuanPembinaan]
    daftar_peninjauan: list[PeninjauanPembinaan]
    daftar_alih: list[AlihPembinaan]
    daftar_dokumen: list[DokumenTerbit]

    @property
    def langkah(self) -> list[ButirPembinaan]:
        return [b for b in self.daftar_butir if b.jenis == JenisButir.LANGKAH]

    @property
    def bantuan(self) -> list[ButirPembinaan]:
        return [b for b in self.daftar_butir if b.jenis == JenisButir.BANTUAN]

    @property
    def tengah_on(self) -> date:
        return tengah_on(self.rencana)

    @property
    def ditinjau_akhir(self) -> bool:
        return any(satu.jenis == JenisPeninjauan.AKHIR for satu in self.daftar_peninjauan)

    @property
    def dapat_ditandatangani(self) -> bool:
        return self.rencana.status == StatusPembinaan.DISUSUN and bool(self.daftar_sasaran and self.langkah)


def rincian(rencana: RencanaPembinaan) -> Rincian:
    dokumen = DokumenTerbit.objects.filter(
        objek_jenis=RencanaPembinaan._meta.label_lower, objek_id=str(rencana.pk)
    )
    isi = read_together(
        daftar_sasaran=SasaranPembinaan.objects.filter(rencana=rencana).order_by("id"),
        daftar_butir=ButirPembinaan.objects.filter(rencana=rencana)
        .select_related("pelaksana")
        .order_by("batas_on", "id"),
        daftar_pertemuan=PertemuanPembinaan.objects.filter(rencana=rencana)
        .select_related("ditulis_oleh")
        .order_by("-tanggal", "-id"),
        daftar_peninjauan=PeninjauanPembinaan.objects.filter(rencana=rencana)
        .select_related("ditulis_oleh")
        .order_by("tanggal", "id"),
        daftar_alih=AlihPembinaan.objects.filter(rencana=rencana)
        .select_related("dari", "kepada", "unit_lama", "unit_baru")
        .order_by("tanggal", "id"),
        daftar_dokumen=dokumen.defer("isian", "tampilan").order_by("id"),
    )
    return Rincian(rencana=rencana, **isi)


def kalimat_alih(alih: AlihPembinaan) -> str:
    """Both names and both places, in one sentence."""
    if alih.pindah_unit:
        return (
            f"Sejak {format_tanggal(alih.tanggal)} pegawai bertugas di {alih.unit_baru.nama}. Pembinaan ini ikut "
            f"pindah dari {alih.dari.nama} kepada {alih.kepada.nama}; tanda tangan, langkah, dan janji yang lama tetap berlaku."
        )
    return (
        f"Sejak {format_tanggal(alih.tanggal)} penilainya {alih.kepada.nama}, sebelumnya {alih.dari.nama}. "
        "Pembinaan ini ia lanjutkan; tanda tangan, langkah, dan janji yang lama tetap berlaku."
    )


def tangga(rencana: RencanaPembinaan, jenis_jabatan: str = "") -> Sequence[LangkahPembinaan]:
    """The ladder that the law knows for this kind of civil servant: for information, it decides nothing."""
    if not rencana.pegawai.jenis_asn:
        return ()
    jabatan = JenisJabatan(jenis_jabatan) if jenis_jabatan else None
    return tangga_pembinaan(jenis_asn=JenisASN(rencana.pegawai.jenis_asn), jenis_jabatan=jabatan)
