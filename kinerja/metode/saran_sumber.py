"""The guideline of Bab IV fed by several sources: aspect scores become marks, and the law's counting does the rest."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kinerja.metode.agregasi import (
    AmbangSkor,
    BobotSumber,
    BobotTidakSah,
    Jejak,
    NilaiSumber,
    SkorAspek,
    Sumber,
    rating_aspek,
    skor_aspek,
)
from kinerja.metode.saran_rating import Ambang, AspekDinilai, RingkasanUmpanBalik, Saran, saran_perilaku
from kinerja.metode.skala import skor_rating, tampil_skor
from kinerja.peraturan.predikat import Rating


def saran_perilaku_sumber(
    daftar_skor: Sequence[SkorAspek],
    *,
    ambang_skor: AmbangSkor,
    ambang: Ambang,
    umpan_balik: RingkasanUmpanBalik | None = None,
) -> Saran:
    """Suggest the rating perilaku kerja from aspect scores; an aspect shown only is in the trace and not in the count.

    The trace is that of `saran_perilaku` with `daftar_aspek` (every source of every aspect) and `ambang_skor` added.
    """
    daftar_rating = [rating_aspek(skor, ambang=ambang_skor) for skor in daftar_skor]
    saran = saran_perilaku(
        [
            AspekDinilai(kode=skor.kode, label=skor.label, rating=rating, ikut_dihitung=skor.ikut_dihitung)
            for skor, rating in zip(daftar_skor, daftar_rating, strict=True)
        ],
        ambang=ambang,
        umpan_balik=umpan_balik,
    )
    daftar_aspek = [
        {**skor.as_jejak(), **_rating(rating)}
        for skor, rating in zip(daftar_skor, daftar_rating, strict=True)
    ]
    return replace(
        saran, jejak={**saran.jejak, "daftar_aspek": daftar_aspek, "ambang_skor": _thresholds(ambang_skor)}
    )


def saran_hasil_sumber(
    saran_panduan: Saran,
    *,
    nilai: Iterable[NilaiSumber],
    bobot: Sequence[BobotSumber],
    ambang_skor: AmbangSkor,
) -> Saran:
    """Let other sources weigh in on the guideline's rating hasil kerja, which stands for the atasan (0, 50, 100).

    With the atasan alone the guideline's suggestion is returned as it is. Where the guideline gives none, only the
    other sources speak. Raises BobotTidakSah when `nilai` already contains the atasan.
    """
    if not any(satu.dihitung and satu.sumber is not Sumber.ATASAN for satu in bobot):
        return saran_panduan
    lain = list(nilai)
    if any(satu.sumber is Sumber.ATASAN for satu in lain):
        raise BobotTidakSah("Nilai Atasan untuk hasil kerja berasal dari panduan, jadi tidak diisi lagi.")
    skor = skor_aspek(
        "hasil_kerja", label="Hasil kerja", nilai=[*_guideline(saran_panduan), *lain], bobot=bobot
    )
    rating = rating_aspek(skor, ambang=ambang_skor)
    tambahan: Jejak = {
        "saran": _code(rating),
        "saran_panduan": _code(saran_panduan.rating),
        "sumber": skor.as_jejak(),
        "ambang_skor": _thresholds(ambang_skor),
    }
    return Saran(
        rating=rating,
        alasan=(
            *saran_panduan.alasan,
            *(satu.kalimat for satu in skor.daftar),
            _conclusion(skor, rating, ambang_skor),
        ),
        jejak={**saran_panduan.jejak, **tambahan},
    )


def kalimat_aspek(skor: SkorAspek, *, ambang: AmbangSkor) -> str:
    """One sentence from the score of an aspect to its rating."""
    return _conclusion(skor, rating_aspek(skor, ambang=ambang), ambang)


def _guideline(saran: Saran) -> list[NilaiSumber]:
    if saran.rating is None:
        return []
    return [NilaiSumber(sumber=Sumber.ATASAN, jumlah=skor_rating(saran.rating), n=1)]


def _conclusion(skor: SkorAspek, rating: Rating | None, ambang: AmbangSkor) -> str:
    if rating is None:
        return f"{skor.label}: belum ada sumber yang dapat dihitung, jadi belum ada saran."
    batas = {
        Rating.DI_BAWAH: f"kurang dari {tampil_skor(ambang.sesuai)}",
        Rating.SESUAI: f"mulai {tampil_skor(ambang.sesuai)} sampai sebelum {tampil_skor(ambang.di_atas)}",
        Rating.DI_ATAS: f"mulai {tampil_skor(ambang.di_atas)}",
    }[rating]
    return f"{skor.label}: nilai gabungan {skor.tampil} ({batas}), jadi {rating.label.lower()}."


def _rating(rating: Rating | None) -> Jejak:
    return {"rating": _code(rating), "rating_label": rating.label if rating else ""}


def _thresholds(ambang: AmbangSkor) -> Jejak:
    return {
        "sesuai": ambang.sesuai,
        "di_atas": ambang.di_atas,
        "sesuai_tampil": tampil_skor(ambang.sesuai),
        "di_atas_tampil": tampil_skor(ambang.di_atas),
    }


def _code(rating: Rating | None) -> str | None:
    return None if rating is None else rating.value
