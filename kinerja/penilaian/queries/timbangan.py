"""The suggestion of the two ratings and the predikat that would follow: what the form shows and the action stores."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kinerja.metode.agregasi import Jejak, SkorAspek, skor_aspek
from kinerja.metode.saran_rating import HasilDinilai, Saran, saran_hasil_kerja
from kinerja.metode.saran_sumber import saran_hasil_sumber, saran_perilaku_sumber
from kinerja.penilaian.queries.masukan import with_penilai
from kinerja.peraturan.perilaku import NilaiDasar
from kinerja.peraturan.predikat import Predikat, Rating, predikat_gagal_studi, predikat_kinerja

if TYPE_CHECKING:
    from kinerja.kebijakan.queries import MetodePenilaian
    from kinerja.penilaian.actions.isian import IsianPenilaian
    from kinerja.penilaian.queries.bahan import Bahan, BahanAspek


@dataclass(frozen=True, kw_only=True)
class Timbangan:
    hasil: Saran
    perilaku: Saran
    daftar_skor: tuple[SkorAspek, ...]
    rating_hasil: Rating | None
    rating_perilaku: Rating | None
    predikat: Predikat | None
    nasihat: tuple[str, ...]

    @cached_property
    def skor(self) -> dict[str, Jejak]:
        """By code of the aspect, as the page and the trace show it."""
        return {satu.kode: satu.as_jejak() for satu in self.daftar_skor}

    def saran_predikat(self, *, gagal_studi: bool) -> Predikat | None:
        """What would follow if the penilai took both suggestions."""
        return predikat_dari(self.hasil.rating, self.perilaku.rating, gagal_studi=gagal_studi)

    @property
    def ambang_skor(self) -> object:
        return self.perilaku.jejak["ambang_skor"]


def timbang(bahan: Bahan, isian: IsianPenilaian) -> Timbangan:
    """A result that the penilai has not rated yet counts with its suggestion."""
    metode = bahan.metode
    panduan = saran_hasil_kerja(
        [
            HasilDinilai(jenis=b.jenis, capaian=_rating_hasil(isian, b.rhk.pk) or b.saran, uraian=b.rhk.teks)
            for b in bahan.daftar_hasil
        ],
        ambang=metode.ambang,
        umpan_balik=bahan.umpan_balik_hasil,
    )
    hasil = saran_hasil_sumber(
        panduan, nilai=bahan.nilai_lain.hasil, bobot=metode.sumber_hasil, ambang_skor=metode.ambang_skor
    )
    daftar_skor = tuple(_score(b, isian, metode) for b in bahan.daftar_aspek)
    perilaku = saran_perilaku_sumber(
        daftar_skor,
        ambang_skor=metode.ambang_skor,
        ambang=metode.ambang,
        umpan_balik=bahan.umpan_balik_nilai,
    )
    return Timbangan(
        hasil=hasil,
        perilaku=perilaku,
        daftar_skor=daftar_skor,
        rating_hasil=isian.rating_hasil,
        rating_perilaku=isian.rating_perilaku,
        predikat=predikat_dari(isian.rating_hasil, isian.rating_perilaku, gagal_studi=isian.gagal_studi),
        nasihat=nasihat(bahan, isian),
    )


def _score(bahan: BahanAspek, isian: IsianPenilaian, metode: MetodePenilaian) -> SkorAspek:
    """The mark of the penilai is one source among those that the policy asks about this aspect."""
    return skor_aspek(
        bahan.kode,
        label=bahan.aspek.nama,
        nilai=with_penilai(_rating_aspek(isian, bahan.kode), bahan.daftar_nilai),
        bobot=[satu for satu in metode.sumber_perilaku if bahan.aspek.dinilai(satu.sumber)],
        ikut_dihitung=bahan.aspek.ikut_dihitung,
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
    perilaku = {_rating_aspek(isian, nilai) for nilai in NilaiDasar}
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


def _rating_aspek(isian: IsianPenilaian, kode: str) -> Rating | None:
    satu = isian.daftar_perilaku.get(kode)
    return satu.rating if satu else None
