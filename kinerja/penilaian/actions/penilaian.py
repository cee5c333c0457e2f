"""Rating: saving a draft, and deciding."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.akun.models import User
from kinerja.jejak import actions as jejak
from kinerja.kebijakan.queries import metode_dari
from kinerja.kepegawaian.istilah import StatusPegawai
from kinerja.penilaian import permissions
from kinerja.penilaian.actions.dasar import CannotEvaluate, StaleEvaluasi, lock
from kinerja.penilaian.actions.isian import IsianPenilaian, NilaiHasil, NilaiPerilaku
from kinerja.penilaian.actions.jejak_hitung import susun_jejak
from kinerja.penilaian.models import Evaluasi, PenilaianHasil, PenilaianPerilaku
from kinerja.penilaian.queries.bahan import Bahan, bahan_evaluasi
from kinerja.penilaian.queries.capaian import capaian_berlaku
from kinerja.penilaian.queries.masukan import masukan_dari
from kinerja.penilaian.queries.timbangan import Timbangan, timbang
from kinerja.peraturan.alur import LangkahEvaluasi, LangkahTidakSah, StatusEvaluasi, status_berikutnya
from kinerja.peraturan.predikat import Rating, predikat_kinerja

_KOLOM = [
    "status", "revisi", "rating_hasil", "rating_perilaku", "alasan_hasil", "alasan_perilaku", "catatan",
    "saran_hasil", "saran_perilaku", "saran_predikat", "masukan", "predikat", "gagal_studi", "hasil_lama", "jejak_hitung", "capaian_organisasi", "dinilai_at",
]  # fmt: skip


class CannotRate(CannotEvaluate):
    """The rating is not complete: one sentence for each thing that is missing, with the field it belongs to."""

    def __init__(self, daftar: list[tuple[str, str]]) -> None:
        super().__init__("\n".join(pesan for _, pesan in daftar))
        self.daftar = daftar


@transaction.atomic
def save_draf(evaluasi: Evaluasi, isian: IsianPenilaian, *, by: User, at: datetime) -> Evaluasi:
    """Keeps everything that was typed and decides nothing: no predikat follows from a draft."""
    evaluasi = _begin(evaluasi, isian, by=by)
    _write_rows(evaluasi, isian)
    _write_ratings(evaluasi, isian)
    evaluasi.predikat = ""
    evaluasi.save(update_fields=_KOLOM)
    jejak.record("evaluasi.simpan_draf", evaluasi, by=by, at=at, rincian={"revisi": evaluasi.revisi})
    return evaluasi


@transaction.atomic
def rate_evaluasi(evaluasi: Evaluasi, isian: IsianPenilaian, *, by: User, at: datetime) -> Evaluasi:
    """Decides both ratings; the predikat follows from the quadrant, and the trace keeps how it came about."""
    evaluasi = _begin(evaluasi, isian, by=by)
    on = evaluasi.instansi.tanggal(at)
    bahan = bahan_evaluasi(evaluasi, on=on)
    timbangan = timbang(bahan, isian)
    if kekurangan := _missing(bahan, isian, timbangan):
        raise CannotRate(kekurangan)
    capaian = capaian_berlaku(evaluasi, on=on)
    _write_rows(evaluasi, isian, bahan=bahan)
    _write_ratings(evaluasi, isian)
    evaluasi.status = status_berikutnya(StatusEvaluasi(evaluasi.status), LangkahEvaluasi.NILAI)
    evaluasi.saran_hasil = timbangan.hasil.rating or ""
    evaluasi.saran_perilaku = timbangan.perilaku.rating or ""
    evaluasi.saran_predikat = timbangan.saran_predikat(gagal_studi=isian.gagal_studi) or ""
    evaluasi.masukan = masukan_dari(bahan, isian=isian, timbangan=timbangan)
    evaluasi.predikat = timbangan.predikat or ""
    evaluasi.capaian_organisasi = capaian.nilai if capaian else ""
    evaluasi.dinilai_at = at
    evaluasi.jejak_hitung = susun_jejak(
        evaluasi, bahan=bahan, isian=isian, timbangan=timbangan, capaian=capaian, by=by, at=at
    )
    evaluasi.save(update_fields=_KOLOM)
    rincian = {
        "rating_hasil": evaluasi.rating_hasil,
        "rating_perilaku": evaluasi.rating_perilaku,
        "saran_hasil": evaluasi.saran_hasil,
        "saran_perilaku": evaluasi.saran_perilaku,
        "predikat": evaluasi.predikat,
        "gagal_studi": evaluasi.gagal_studi,
    }
    dasar = str(predikat_kinerja.rujukan[0])
    jejak.record("evaluasi.nilai", evaluasi, by=by, at=at, rincian=rincian, dasar=dasar)
    return evaluasi


def _begin(evaluasi: Evaluasi, isian: IsianPenilaian, *, by: User) -> Evaluasi:
    evaluasi = lock(evaluasi)
    if not permissions.can_rate(by, evaluasi):
        raise PermissionDenied
    try:
        status_berikutnya(StatusEvaluasi(evaluasi.status), LangkahEvaluasi.NILAI)
    except LangkahTidakSah as error:
        raise CannotEvaluate(str(error)) from None
    if isian.revisi != evaluasi.revisi:
        raise StaleEvaluasi(
            "Evaluasi ini sudah disimpan dari tab atau perangkat lain. Tulisan Anda masih ada di bawah; "
            "bandingkan dengan yang tersimpan, lalu simpan lagi."
        )
    _check_study(evaluasi, isian)
    evaluasi.revisi += 1
    evaluasi.hasil_lama = None  # rated after all
    return evaluasi


def _check_study(evaluasi: Evaluasi, isian: IsianPenilaian) -> None:
    if isian.gagal_studi and evaluasi.skp.pegawai.status != StatusPegawai.TUGAS_BELAJAR:
        raise CannotEvaluate(
            "“Tidak menyelesaikan studi” hanya untuk pegawai tugas belajar. Periksa status pegawai ini bersama admin "
            "kepegawaian, lalu simpan lagi."
        )


def _write_ratings(evaluasi: Evaluasi, isian: IsianPenilaian) -> None:
    evaluasi.rating_hasil = isian.rating_hasil or ""
    evaluasi.rating_perilaku = isian.rating_perilaku or ""
    evaluasi.alasan_hasil = isian.alasan_hasil
    evaluasi.alasan_perilaku = isian.alasan_perilaku
    evaluasi.catatan = isian.catatan
    evaluasi.gagal_studi = isian.gagal_studi


def _write_rows(evaluasi: Evaluasi, isian: IsianPenilaian, *, bahan: Bahan | None = None) -> None:
    saran = {b.rhk.pk: b.saran or "" for b in bahan.daftar_hasil} if bahan else {}
    milik = set(evaluasi.skp.daftar_rhk.order_by("id").values_list("id", flat=True))
    PenilaianHasil.objects.bulk_create(
        [
            PenilaianHasil(
                evaluasi=evaluasi,
                rhk_id=nomor,
                saran=saran.get(nomor, ""),
                rating=nilai.rating or "",
                alasan=nilai.alasan,
                umpan_balik=nilai.umpan_balik,
            )
            for nomor, nilai in isian.daftar_hasil.items()
            if nomor in milik
        ],
        update_conflicts=True,
        unique_fields=["evaluasi", "rhk"],
        update_fields=["saran", "rating", "alasan", "umpan_balik"],
    )
    PenilaianPerilaku.objects.bulk_create(
        [
            PenilaianPerilaku(
                evaluasi=evaluasi, aspek=aspek.kode, rating=satu.rating or "", umpan_balik=satu.umpan_balik
            )
            for aspek in metode_dari(evaluasi.kebijakan).daftar_aspek
            if (satu := isian.daftar_perilaku.get(aspek.kode, NilaiPerilaku()))
        ],
        update_conflicts=True,
        unique_fields=["evaluasi", "aspek"],
        update_fields=["rating", "umpan_balik"],
    )


def _missing(bahan: Bahan, isian: IsianPenilaian, timbangan: Timbangan) -> list[tuple[str, str]]:
    """(field, sentence) of everything that keeps this rating from being a decision (T31)."""
    daftar = []
    for b in bahan.daftar_hasil:
        pesan = _missing_result(b.saran, isian.daftar_hasil.get(b.rhk.pk, NilaiHasil()), b.rhk.teks)
        if pesan:
            daftar.append((f"hasil-{b.rhk.pk}-{pesan[0]}", pesan[1]))
    for nama, label, saran in (
        ("hasil", "hasil kerja", timbangan.hasil.rating),
        ("perilaku", "perilaku kerja", timbangan.perilaku.rating),
    ):
        rating: Rating | None = getattr(isian, f"rating_{nama}")
        if rating is None:
            daftar.append((f"rating_{nama}", f"Pilih rating {label}."))
        elif rating is not saran and not getattr(isian, f"alasan_{nama}").strip():
            daftar.append((f"alasan_{nama}", _departure(label, rating, saran)))
    return daftar


def _missing_result(saran: Rating | None, nilai: NilaiHasil, teks: str) -> tuple[str, str] | None:
    if nilai.rating is None:
        return ("rating", f"Hasil “{_pendek(teks)}” belum dinilai.") if saran else None
    if saran is None or nilai.rating is saran or nilai.alasan.strip():
        return None
    return "alasan", f"Hasil “{_pendek(teks)}”: " + _departure("hasil ini", nilai.rating, saran)


def _departure(label: str, rating: Rating, saran: Rating | None) -> str:
    if saran is None:
        return f"Belum ada saran untuk {label}. Tuliskan alasan Anda menetapkan {rating.label}; pegawai akan membacanya."
    return (
        f"Saran untuk {label} adalah {saran.label}, sedangkan Anda memilih {rating.label}. "
        "Tuliskan alasannya; pegawai akan membacanya."
    )


def _pendek(teks: str) -> str:
    return teks if len(teks) <= 60 else f"{teks[:59]}…"
