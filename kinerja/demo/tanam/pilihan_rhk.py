"""Which sample results a post gets: its own rows of the table, and general ones where those do not reach."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from kinerja.demo.baca import ContohRHK, daftar_rhk
from kinerja.demo.baca.umum import RHKUmum, daftar_rhk_umum
from kinerja.peraturan.skp import Aspek, JenisHasilKerja, KategoriSKP, Perspektif

PLT = "Plt. Kepala Bidang"
TUGAS_BELAJAR = "Pegawai Tugas Belajar"


@dataclass(frozen=True, kw_only=True)
class Baris:
    """One result with its indicators; only a head's indicators serve a perspective."""

    teks: str
    jenis: JenisHasilKerja
    daftar_isi: tuple[ContohRHK, ...]
    daftar_perspektif: tuple[Perspektif | None, ...]
    tugas_plt: bool = False


def pilih_rhk(nama_jabatan: str, *, kategori: KategoriSKP, memimpin: bool) -> list[Baris]:
    contoh = daftar_rhk(nama_jabatan) if nama_jabatan else ()
    if kategori is KategoriSKP.PIMPINAN:
        return _of_pimpinan(contoh)
    baris = [_baris(teks, tuple(isi)) for teks, isi in groupby(contoh, key=lambda isi: isi.rhk)]
    if nama_jabatan == TUGAS_BELAJAR:
        return baris
    umum = daftar_rhk_umum("penilai" if memimpin or nama_jabatan == PLT else "staf")
    for satu in umum:
        # A plan needs an utama result, and one of the other kind makes it a whole year's work.
        if len(baris) < 2 or not any(b.jenis is satu.isi.jenis for b in baris):
            baris.append(_baris(satu.isi.rhk, (satu.isi,)))
    return sorted(baris, key=lambda b: b.jenis is not JenisHasilKerja.UTAMA)


def _baris(teks: str, daftar_isi: tuple[ContohRHK, ...]) -> Baris:
    return Baris(
        teks=teks,
        jenis=daftar_isi[0].jenis,
        daftar_isi=daftar_isi,
        daftar_perspektif=(None,) * len(daftar_isi),
        tugas_plt=daftar_isi[0].jabatan == PLT,
    )


def _of_pimpinan(contoh: tuple[ContohRHK, ...]) -> list[Baris]:
    berpasangan = [(isi, _perspektif(isi)) for isi in contoh]
    ada = {perspektif for _, perspektif in berpasangan}
    umum: list[RHKUmum] = [u for u in daftar_rhk_umum("pimpinan") if u.perspektif not in ada]
    berpasangan += [(u.isi, u.perspektif or Perspektif.PROSES_BISNIS) for u in umum]
    return [
        Baris(
            teks=teks,
            jenis=JenisHasilKerja.UTAMA,
            daftar_isi=tuple(isi for isi, _ in kelompok),
            daftar_perspektif=tuple(p for _, p in kelompok),
        )
        for teks, kelompok in (
            (teks, list(isi)) for teks, isi in groupby(berpasangan, key=lambda pasangan: pasangan[0].rhk)
        )
    ]


def _perspektif(isi: ContohRHK) -> Perspektif:
    if isi.aspek is Aspek.BIAYA:
        return Perspektif.ANGGARAN
    if isi.aspek is Aspek.WAKTU:
        return Perspektif.PROSES_BISNIS
    return Perspektif.PENERIMA_LAYANAN
