"""What is stored of a person comes back as the same numbers, whoever stands beside him."""

from __future__ import annotations

import json

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from kinerja.metode.agregasi import NilaiSumber, Sumber
from kinerja.metode.agregasi_banyak import SUMBER
from kinerja.metode.masukan_ringkas import baca_masukan, ringkas_masukan
from kinerja.metode.saran_rating import RingkasanUmpanBalik
from kinerja.metode.skala import SKOR_PENUH

ASPEK = ("akuntabel", "harmonis", "kualitas")


@st.composite
def nilai(draw, sumber):
    n = draw(st.integers(0, 6))
    return NilaiSumber(sumber=sumber, jumlah=draw(st.integers(0, n * SKOR_PENUH)), n=n)


@st.composite
def beberapa_sumber(draw, pilihan=SUMBER):
    return [draw(nilai(s)) for s in draw(st.lists(st.sampled_from(pilihan), unique=True, max_size=4))]


@st.composite
def umpan_balik(draw):
    seluruhnya = draw(st.integers(0, 5))
    return RingkasanUmpanBalik(positif=draw(st.integers(0, seluruhnya)), seluruhnya=seluruhnya)


orang = st.fixed_dictionaries(
    {
        "aspek": st.dictionaries(st.sampled_from(ASPEK), beberapa_sumber()),
        "hitungan_hasil": st.lists(st.integers(0, 9), min_size=5, max_size=5),
        "hasil": beberapa_sumber([s for s in SUMBER if s is not Sumber.ATASAN]),
        "umpan_balik_hasil": umpan_balik(),
        "umpan_balik_perilaku": umpan_balik(),
    }
)


@given(st.lists(orang, max_size=5))
def test_what_is_stored_comes_back(daftar):
    tersimpan = json.loads(json.dumps([ringkas_masukan(**satu) for satu in daftar]))

    masukan = baca_masukan(tersimpan)

    assert len(masukan) == len(daftar)
    for i, satu in enumerate(daftar):
        diharap = np.zeros((len(masukan.daftar_aspek), len(SUMBER), 2), dtype=np.int64)
        for kode, isi in satu["aspek"].items():
            for n in isi:
                if n.n:
                    diharap[masukan.daftar_aspek.index(kode), SUMBER.index(n.sumber)] = (n.jumlah, n.n)
        assert (masukan.jumlah[i] == diharap[..., 0]).all()
        assert (masukan.n[i] == diharap[..., 1]).all()
        hasil = {n.sumber: (n.jumlah, n.n) for n in satu["hasil"]}
        for kolom, sumber in enumerate(SUMBER):
            pasangan = (masukan.jumlah_hasil[i, kolom], masukan.n_hasil[i, kolom])
            assert pasangan == hasil.get(sumber, (0, 0))
        assert list(masukan.hitungan_hasil[i]) == satu["hitungan_hasil"]
        for nama in ("umpan_balik_hasil", "umpan_balik_perilaku"):
            assert list(getattr(masukan, nama)[i]) == [satu[nama].positif, satu[nama].seluruhnya]


def test_nothing_known_is_nothing_counted():
    masukan = baca_masukan([{}, {}])

    assert not masukan.n.any()
    assert not masukan.hitungan_hasil.any()
