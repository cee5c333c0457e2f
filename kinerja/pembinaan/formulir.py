"""From the rows of a plan to what its papers print."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from kinerja.dokumen.pembinaan import (
    JUDUL_BERITA_PEMBINAAN,
    JUDUL_RENCANA_PEMBINAAN,
    ButirCetak,
    CatatanCetak,
    CetakPembinaan,
)
from kinerja.lib.tanggal import format_tanggal
from kinerja.pembinaan.istilah import SikapPegawai
from kinerja.pembinaan.queries.rincian import Rincian, kalimat_alih, rincian

if TYPE_CHECKING:
    from kinerja.pembinaan.models import ButirPembinaan, RencanaPembinaan


def susun_cetakan(rencana: RencanaPembinaan, *, berita: bool) -> CetakPembinaan:
    isi = rincian(rencana)
    return CetakPembinaan(
        judul=JUDUL_BERITA_PEMBINAAN if berita else JUDUL_RENCANA_PEMBINAAN,
        instansi=rencana.instansi.nama,
        unit=rencana.unit_kerja.nama,
        tempat=rencana.instansi.tempat,
        pegawai=rencana.pegawai.nama,
        nip_pegawai=rencana.pegawai.nip,
        penilai=rencana.penilai.nama,
        nip_penilai=rencana.penilai.nip if rencana.penilai.jenis_asn else "",
        dasar=f"Hasil evaluasi kinerja {rencana.evaluasi.periode.nama}; PP 30/2019 Pasal 56 dan PermenPANRB 6/2022",
        alasan=rencana.alasan,
        mulai=format_tanggal(rencana.mulai_on),
        batas=format_tanggal(rencana.batas_on),
        daftar_sasaran=tuple((s.teks, s.get_keadaan_display()) for s in isi.daftar_sasaran),
        langkah=tuple(_item(rencana, b) for b in isi.langkah),
        bantuan=tuple(_item(rencana, b) for b in isi.bantuan),
        ttd_penilai=f"Ditandatangani {_day(rencana, rencana.ttd_penilai_at)}"
        if rencana.ttd_penilai_at
        else "",
        ttd_penilai_nama=rencana.ttd_penilai_nama,
        sikap=_answer(rencana),
        keberatan=rencana.keberatan_pegawai,
        daftar_alih=tuple(kalimat_alih(satu) for satu in isi.daftar_alih),
        **(_course(rencana, isi) if berita else {}),
    )


def _item(rencana: RencanaPembinaan, butir: ButirPembinaan) -> ButirCetak:
    return ButirCetak(
        teks=butir.teks,
        pelaksana=butir.pelaksana.nama,
        batas=format_tanggal(butir.batas_on),
        selesai=_day(rencana, butir.selesai_at) if butir.selesai_at else "Belum",
    )


def _day(rencana: RencanaPembinaan, at: datetime | None) -> str:
    if at is None:
        return ""
    return format_tanggal(at.astimezone(ZoneInfo(rencana.instansi.zona_waktu)).date())


def _answer(rencana: RencanaPembinaan) -> str:
    if not rencana.sikap:
        return ""
    kata = {
        SikapPegawai.SETUJU: "Menyetujui dan menandatangani",
        SikapPegawai.TIDAK_SETUJU: "Menyatakan tidak setuju",
    }[SikapPegawai(rencana.sikap)]
    return f"{kata} {_day(rencana, rencana.dijawab_at)}"


def _course(rencana: RencanaPembinaan, isi: Rincian) -> dict[str, Any]:
    return {
        "daftar_pertemuan": tuple(
            CatatanCetak(judul=format_tanggal(p.tanggal), oleh=p.ditulis_oleh.nama, isi=p.catatan)
            for p in reversed(isi.daftar_pertemuan)
        ),
        "daftar_peninjauan": tuple(
            CatatanCetak(
                judul=f"{p.get_jenis_display()}, {format_tanggal(p.tanggal)}",
                oleh=p.ditulis_oleh.nama,
                isi=p.ringkasan,
                tambahan=tuple(f"{satu['sasaran']}: {satu['keadaan'].lower()}" for satu in p.keadaan),
            )
            for p in isi.daftar_peninjauan
        ),
        "hasil": rencana.get_hasil_display(),
        "alasan_hasil": rencana.alasan_hasil,
        "ditutup": _day(rencana, rencana.ditutup_at),
    }
