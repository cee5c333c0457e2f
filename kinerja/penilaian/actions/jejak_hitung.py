"""The stored trace of an evaluation: everything that "Mengapa predikat saya ini?" tells, as it was on that day."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from kinerja.metode.agregasi import rating_aspek
from kinerja.metode.saran_rating import Saran
from kinerja.penilaian.queries.timbangan import jejak_predikat
from kinerja.penilaian.queries.tugas_belajar import panduan_ipk
from kinerja.peraturan.capaian import Target, capaian_indikator
from kinerja.peraturan.distribusi import pola_distribusi
from kinerja.peraturan.predikat import Rating

if TYPE_CHECKING:
    from decimal import Decimal

    from kinerja.akun.models import User
    from kinerja.pelaksanaan.models import UmpanBalik
    from kinerja.penilaian.actions.isian import IsianPenilaian, NilaiHasil
    from kinerja.penilaian.models import Evaluasi
    from kinerja.penilaian.queries.bahan import Bahan, BahanHasil, BahanIndikator
    from kinerja.penilaian.queries.capaian import CapaianBerlaku
    from kinerja.penilaian.queries.timbangan import Timbangan

Jejak = dict[str, Any]


def susun_jejak(
    evaluasi: Evaluasi,
    *,
    bahan: Bahan,
    isian: IsianPenilaian,
    timbangan: Timbangan,
    capaian: CapaianBerlaku | None,
    by: User,
    at: datetime,
) -> Jejak:
    return {
        "periode": str(evaluasi.periode.nama),
        "dinilai": {"oleh": by.nama, "pada": at.isoformat(), "oleh_atasan": evaluasi.oleh_atasan},
        "kebijakan": _policy(evaluasi),
        "ambang": timbangan.hasil.jejak["ambang"],
        "capaian_organisasi": _organisation(capaian),
        "daftar_hasil": [_result(b, isian.daftar_hasil.get(b.rhk.pk)) for b in bahan.daftar_hasil],
        "diambil_alih": [
            {"teks": rhk.teks, "catatan": rhk.catatan_ambil_alih} for rhk in bahan.daftar_diambil_alih
        ],
        "panduan_ipk": list(panduan_ipk(evaluasi, bahan).values()),
        "daftar_perilaku": _behaviour(bahan, isian, timbangan),
        "sumber_hasil": timbangan.hasil.jejak.get("sumber"),
        "ambang_skor": timbangan.perilaku.jejak["ambang_skor"],
        "hasil": _rating(timbangan.hasil, isian.rating_hasil, isian.alasan_hasil),
        "perilaku": _rating(timbangan.perilaku, isian.rating_perilaku, isian.alasan_perilaku),
        "predikat": jejak_predikat(timbangan.predikat, gagal_studi=isian.gagal_studi)
        if timbangan.predikat
        else None,
        **_kept(evaluasi),
    }


def _kept(evaluasi: Evaluasi) -> Jejak:
    """What a calibration changed stays to be read, also when the penilai rates once more."""
    daftar = (evaluasi.jejak_hitung or {}).get("kalibrasi")
    return {"kalibrasi": daftar} if daftar else {}


def _policy(evaluasi: Evaluasi) -> Jejak | None:
    if evaluasi.kebijakan is None:
        return None
    return {
        "id": evaluasi.kebijakan.pk,
        "versi": evaluasi.kebijakan.versi,
        "unit": evaluasi.kebijakan.unit_kerja.nama,
        "dasar": evaluasi.kebijakan.dasar,
    }


def _organisation(capaian: CapaianBerlaku | None) -> Jejak | None:
    if capaian is None:
        return None
    return {
        "nilai": capaian.nilai.value,
        "label": capaian.nilai.label,
        "unit": capaian.unit_nama,
        "periode": capaian.periode_nama,
        "keterangan": list(capaian.keterangan),
        "rujukan": [str(rujukan) for rujukan in pola_distribusi.rujukan],
    }


def _result(bahan: BahanHasil, nilai: NilaiHasil | None) -> Jejak:
    return {
        "rhk": bahan.rhk.pk,
        "jenis": bahan.jenis.value,
        "jenis_label": bahan.jenis.label,
        "teks": bahan.rhk.teks,
        "saran": _code(bahan.saran),
        "saran_label": bahan.saran.label if bahan.saran else "",
        "alasan_saran": bahan.alasan_saran,
        "rating": _code(nilai.rating if nilai else None),
        "rating_label": nilai.rating.label if nilai and nilai.rating else "",
        "alasan": nilai.alasan if nilai else "",
        "umpan_balik": nilai.umpan_balik if nilai else "",
        "daftar_indikator": [_indicator(b) for b in bahan.daftar_indikator],
        "diterima": [_feedback(u) for u in bahan.daftar_umpan_balik],
        "rujukan": [str(rujukan) for rujukan in capaian_indikator.rujukan],
    }


def _indicator(bahan: BahanIndikator) -> Jejak:
    target: Target = bahan.target
    return {
        "id": bahan.indikator.pk,
        "teks": bahan.indikator.teks,
        "satuan": bahan.indikator.satuan,
        "arah": target.arah.value,
        "bawah": _text(target.bawah),
        "atas": _text(target.atas),
        "target_teks": bahan.indikator.target_teks,
        "realisasi": _text(bahan.realisasi),
        "uraian": bahan.uraian,
        "keterangan": bahan.keterangan,
        "periode": [satu.periode.nama for satu in bahan.daftar_realisasi],
        "rating": _code(bahan.rating),
        "rating_label": bahan.rating.label if bahan.rating else "",
        "bukti": [{"id": b.pk, "keterangan": b.keterangan} for b in bahan.daftar_bukti],
    }


def _behaviour(bahan: Bahan, isian: IsianPenilaian, timbangan: Timbangan) -> list[Jejak]:
    """Each aspect with the mark of the penilai, every source that was asked, and what they came to together."""
    daftar = []
    for b, skor in zip(bahan.daftar_aspek, timbangan.daftar_skor, strict=True):
        satu = isian.daftar_perilaku.get(b.kode)
        gabungan = rating_aspek(skor, ambang=bahan.metode.ambang_skor)
        daftar.append(
            {
                "nilai": b.kode,
                "label": b.aspek.nama,
                "jenis": b.aspek.jenis.value,
                "ekspektasi": b.ekspektasi,
                "rating": _code(satu.rating if satu else None),
                "rating_label": satu.rating.label if satu and satu.rating else "",
                "umpan_balik": satu.umpan_balik if satu else "",
                "diterima": [_feedback(u) for u in b.daftar_umpan_balik],
                "gabungan": _code(gabungan),
                "gabungan_label": gabungan.label if gabungan else "",
                "skor": skor.as_jejak(),
                "keterangan": b.keterangan,
            }
        )
    return daftar


def _feedback(umpan_balik: UmpanBalik) -> Jejak:
    return {
        "id": umpan_balik.pk,
        "pemberi": f"{umpan_balik.get_peran_pemberi_display()} ({umpan_balik.pemberi.nama})",
        "nada": umpan_balik.get_nada_display(),
        "teks": umpan_balik.teks,
    }


def _rating(saran: Saran, rating: Rating | None, alasan: str) -> Jejak:
    return {
        "saran": _code(saran.rating),
        "saran_label": saran.rating.label if saran.rating else "",
        "alasan_saran": list(saran.alasan),
        "rating": _code(rating),
        "rating_label": rating.label if rating else "",
        "alasan": alasan,
        "rujukan": saran.jejak["rujukan"],
        "hitungan": saran.jejak["hitungan"],
        "umpan_balik": saran.jejak["umpan_balik"],
    }


def _code(rating: Rating | None) -> str:
    return rating.value if rating else ""


def _text(angka: Decimal | None) -> str | None:
    return None if angka is None else str(angka)
