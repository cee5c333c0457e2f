"""The numbers behind the suggestions of one evaluation, and a policy's method as the arithmetic of many wants it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from kinerja.metode.agregasi import NilaiSumber, Sumber
from kinerja.metode.agregasi_banyak import HITUNGAN
from kinerja.metode.masukan_ringkas import Ringkas, ringkas_masukan
from kinerja.metode.metode_sumber import AspekDitimbang, Metode
from kinerja.metode.skala import skor_rating
from kinerja.peraturan.predikat import Rating

if TYPE_CHECKING:
    from kinerja.kebijakan.queries import MetodePenilaian
    from kinerja.penilaian.actions.isian import IsianPenilaian
    from kinerja.penilaian.queries.bahan import Bahan
    from kinerja.penilaian.queries.timbangan import Timbangan


def masukan_dari(bahan: Bahan, *, isian: IsianPenilaian, timbangan: Timbangan) -> Ringkas:
    """What `timbang` looked at, without a word of text; the simulator reads it back."""
    hitungan = timbangan.hasil.jejak["hitungan"]
    assert isinstance(hitungan, Mapping)
    return ringkas_masukan(
        aspek={
            b.kode: with_penilai(satu.rating if satu else None, b.daftar_nilai)
            for b in bahan.daftar_aspek
            for satu in [isian.daftar_perilaku.get(b.kode)]
        },
        hitungan_hasil=[hitungan[nama] for nama in HITUNGAN],
        hasil=bahan.nilai_lain.hasil,
        umpan_balik_hasil=bahan.umpan_balik_hasil,
        umpan_balik_perilaku=bahan.umpan_balik_nilai,
    )


def with_penilai(rating: Rating | None, lain: Iterable[NilaiSumber]) -> tuple[NilaiSumber, ...]:
    """The mark of the penilai is one source among the others."""
    if rating is None:
        return tuple(lain)
    return (NilaiSumber(sumber=Sumber.ATASAN, jumlah=skor_rating(rating), n=1), *lain)


def metode_hitung(metode: MetodePenilaian) -> Metode:
    """The same method, with the weights that count for each aspect."""
    return Metode(
        daftar_aspek=tuple(
            AspekDitimbang(
                kode=aspek.kode,
                label=aspek.nama,
                bobot=tuple(satu for satu in metode.sumber_perilaku if aspek.dinilai(satu.sumber)),
                ikut_dihitung=aspek.ikut_dihitung,
            )
            for aspek in metode.daftar_aspek
        ),
        bobot_hasil=metode.sumber_hasil,
        ambang_skor=metode.ambang_skor,
        ambang=metode.ambang,
    )
