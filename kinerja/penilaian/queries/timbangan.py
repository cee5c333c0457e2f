"""The suggestion of the two ratings and the predikat that would follow: what the form shows and the action stores."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kinerja.metode.saran_rating import (
    Ambang,
    HasilDinilai,
    PerilakuDinilai,
    Saran,
    saran_hasil_kerja,
    saran_perilaku,
)
from kinerja.peraturan.perilaku import NilaiDasar
from kinerja.peraturan.predikat import Predikat, Rating, predikat_gagal_studi, predikat_kinerja

if TYPE_CHECKING:
    from kinerja.kebijakan.models import Kebijakan
    from kinerja.penilaian.actions.isian import IsianPenilaian
    from kinerja.penilaian.queries.bahan import Bahan


@dataclass(frozen=True, kw_only=True)
class Timbangan:
    hasil: Saran
    perilaku: Saran
    rating_hasil: Rating | None
    rating_perilaku: Rating | None
    predikat: Predikat | None
    nasihat: tuple[str, ...]


def ambang_dari(kebijakan: Kebijakan | None) -> Ambang:
    if kebijakan is None:
        return Ambang()
    return Ambang(sebagian_besar=kebijakan.sebagian_besar, sebagian_kecil=kebijakan.sebagian_kecil)


def timbang(bahan: Bahan, isian: IsianPenilaian, *, kebijakan: Kebijakan | None) -> Timbangan:
    """A result that the penilai has not rated yet counts with its suggestion."""
    ambang = ambang_dari(kebijakan)
    hasil = saran_hasil_kerja(
        [
            HasilDinilai(jenis=b.jenis, capaian=_rating_hasil(isian, b.rhk.pk) or b.saran, uraian=b.rhk.teks)
            for b in bahan.daftar_hasil
        ],
        ambang=ambang,
        umpan_balik=bahan.umpan_balik_hasil,
    )
    perilaku = saran_perilaku(
        [PerilakuDinilai(nilai=nilai, rating=_rating_nilai(isian, nilai)) for nilai in NilaiDasar],
        ambang=ambang,
        umpan_balik=bahan.umpan_balik_nilai,
    )
    return Timbangan(
        hasil=hasil,
        perilaku=perilaku,
        rating_hasil=isian.rating_hasil,
        rating_perilaku=isian.rating_perilaku,
        predikat=predikat_dari(isian.rating_hasil, isian.rating_perilaku, gagal_studi=isian.gagal_studi),
        nasihat=nasihat(bahan, isian),
    )


def predikat_dari(
    hasil: Rating | None, perilaku: Rating | None, *, gagal_studi: bool = False
) -> Predikat | None:
    if hasil is None or perilaku is None:
        return None
    aturan = predikat_gagal_studi if gagal_studi else predikat_kinerja
    return aturan(hasil_kerja=hasil, perilaku_kerja=perilaku)


def jejak_predikat(predikat: Predikat, *, gagal_studi: bool) -> dict[str, object]:
    """The predikat with the rule that led to it, as the trace keeps it."""
    daftar = predikat_kinerja.rujukan + (predikat_gagal_studi.rujukan if gagal_studi else ())
    return {
        "nilai": predikat.value,
        "label": predikat.label,
        "gagal_studi": gagal_studi,
        "rujukan": [str(rujukan) for rujukan in daftar],
    }


def nasihat(bahan: Bahan, isian: IsianPenilaian) -> tuple[str, ...]:
    """Kind warnings about habits of rating; none of them blocks."""
    daftar = []
    perilaku = {_rating_nilai(isian, nilai) for nilai in NilaiDasar}
    if len(perilaku) == 1 and None not in perilaku:
        daftar.append(
            "Ketujuh nilai Anda beri penilaian yang sama. Mungkin memang begitu; coba ingat satu contoh "
            "perilaku untuk tiap nilai, apakah semuanya sekuat itu?"
        )
    hasil = {_rating_hasil(isian, b.rhk.pk) for b in bahan.daftar_hasil}
    if len(bahan.daftar_hasil) > 2 and len(hasil) == 1 and None not in hasil:
        daftar.append(
            "Semua hasil kerja Anda beri penilaian yang sama. Periksa sekali lagi hasil yang targetnya paling "
            "jauh terlampaui dan yang paling sulit tercapai."
        )
    semua = [u for b in bahan.daftar_hasil for u in b.daftar_umpan_balik]
    semua += [u for daftar_nilai in bahan.umpan_balik_perilaku.values() for u in daftar_nilai]
    if not semua:
        daftar.append(
            "Belum ada umpan balik pada periode ini. Tulislah sekarang, supaya pegawai tahu apa yang sudah "
            "baik dan apa yang diharapkan."
        )
    return tuple(daftar)


def _rating_hasil(isian: IsianPenilaian, rhk_id: int) -> Rating | None:
    nilai = isian.daftar_hasil.get(rhk_id)
    return nilai.rating if nilai else None


def _rating_nilai(isian: IsianPenilaian, nilai: NilaiDasar) -> Rating | None:
    satu = isian.daftar_perilaku.get(nilai)
    return satu.rating if satu else None
