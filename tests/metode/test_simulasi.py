"""Many people at once is the same arithmetic as one person: compared on random data, to the last digit."""

from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja.metode.agregasi import AmbangSkor, BobotSumber, NilaiSumber, Sumber, rating_aspek
from kinerja.metode.agregasi_banyak import (
    N_TERBANYAK,
    PREDIKAT,
    RATING,
    SUMBER,
    predikat_banyak,
    rating_banyak,
    saran_hasil_sumber_banyak,
    skor_banyak,
    susun_bobot,
)
from kinerja.metode.metode_sumber import (
    AspekDitimbang,
    Metode,
    saran_hasil_menurut,
    saran_perilaku_menurut,
    skor_menurut,
)
from kinerja.metode.saran_rating import Ambang, HasilDinilai, RingkasanUmpanBalik, saran_hasil_kerja
from kinerja.metode.simulasi import ARAH, Masukan, bandingkan, terapkan
from kinerja.metode.skala import MIKRO, SKOR_PENUH
from kinerja.peraturan.predikat import Predikat, Rating, predikat_kinerja
from kinerja.peraturan.skp import JenisHasilKerja

CUKUP = settings(max_examples=12)
BENIH = st.integers(0, 2**32 - 1)
ASPEK = ("akuntabel", "harmonis", "kualitas", "skm")
ORANG = 30


def _sumber(acak, bentuk):
    """Sums near the thresholds and uneven ones alike, so that equality and rounding are both met."""
    n = acak.integers(0, 6, bentuk)
    rapi = acak.integers(0, 9, bentuk) * 12_500_000
    kasar = acak.integers(0, SKOR_PENUH + 1, bentuk)
    jumlah = np.where(acak.random(bentuk) < 0.5, rapi, kasar) * n
    return jumlah - np.minimum(acak.integers(0, 3, bentuk), jumlah), n


def _hitungan(acak):
    """Counts of rated results as one person has them: utama and tambahan, each with three ratings."""
    utama, tambahan = acak.integers(0, 4, (ORANG, 3)), acak.integers(0, 2, (ORANG, 3))
    return utama, tambahan


def _hitung(utama, tambahan):
    di_bawah, sesuai, di_atas = (utama + tambahan).T
    return np.stack([di_atas, sesuai, di_bawah, utama.sum(axis=1), utama[:, 0]], axis=1)


def _umpan_balik(acak):
    seluruhnya = acak.integers(0, 5, ORANG)
    return np.stack([acak.integers(0, seluruhnya + 1), seluruhnya], axis=1)


def _bobot(acak):
    return tuple(
        BobotSumber(
            sumber=sumber,
            bobot=int(acak.choice([0, 15, 20, 25, 40, 60, 100])),
            minimum=1 if sumber is Sumber.ATASAN else int(acak.integers(1, 4)),
        )
        for sumber in acak.permutation(np.array(SUMBER, dtype=object))
        if acak.random() < 0.8
    )


def _metode(acak):
    """A method of its own: other aspects than the inputs have (one unknown), in another order."""
    daftar_kode = [str(kode) for kode in acak.permutation([*ASPEK, "baru"]) if acak.random() < 0.8]
    return Metode(
        daftar_aspek=tuple(
            AspekDitimbang(kode=kode, bobot=_bobot(acak), ikut_dihitung=bool(acak.random() < 0.8))
            for kode in daftar_kode
        ),
        bobot_hasil=_bobot(acak) if acak.random() < 0.7 else (),
        ambang_skor=AmbangSkor(
            sesuai=int(acak.choice([1, 25 * MIKRO, 37_500_000, 50 * MIKRO])),
            di_atas=int(acak.choice([50 * MIKRO + 1, 62_500_000, 75 * MIKRO, SKOR_PENUH])),
        ),
        ambang=Ambang(
            sebagian_besar=Decimal(str(acak.choice(["0.5", "0.66", "0.75"]))),
            sebagian_kecil=Decimal(str(acak.choice(["0", "0.25", "0.4"]))),
        ),
    )


class Dunia:
    """Random people in arrays, and the same people one by one."""

    def __init__(self, acak):
        self.jumlah, self.n = _sumber(acak, (ORANG, len(ASPEK), len(SUMBER)))
        self.jumlah_hasil, self.n_hasil = _sumber(acak, (ORANG, len(SUMBER)))
        atasan = SUMBER.index(Sumber.ATASAN)
        self.jumlah_hasil[:, atasan] = self.n_hasil[:, atasan] = 0
        self.utama, self.tambahan = _hitungan(acak)
        self.ub_hasil, self.ub_perilaku = _umpan_balik(acak), _umpan_balik(acak)
        self.masukan = Masukan(
            daftar_aspek=ASPEK,
            jumlah=self.jumlah,
            n=self.n.astype(np.int32),
            hitungan_hasil=_hitung(self.utama, self.tambahan),
            unit=acak.integers(0, 4, ORANG),
            jumlah_hasil=self.jumlah_hasil,
            n_hasil=self.n_hasil,
            umpan_balik_hasil=self.ub_hasil,
            umpan_balik_perilaku=self.ub_perilaku,
        )

    def nilai(self, i):
        return {kode: _nilai(self.jumlah[i, a], self.n[i, a]) for a, kode in enumerate(ASPEK)}

    def satu(self, i, metode):
        """(mikro per aspect, perilaku, hasil, predikat) of one person by the scalar rules."""
        perilaku = saran_perilaku_menurut(
            metode, nilai=self.nilai(i), umpan_balik=_ringkas(self.ub_perilaku[i])
        )
        panduan = saran_hasil_kerja(
            [
                HasilDinilai(jenis=jenis, capaian=rating)
                for jenis, baris in (
                    (JenisHasilKerja.UTAMA, self.utama[i]),
                    (JenisHasilKerja.TAMBAHAN, self.tambahan[i]),
                )
                for rating, banyak in zip(Rating, baris, strict=True)
                for _ in range(banyak)
            ],
            ambang=metode.ambang,
            umpan_balik=_ringkas(self.ub_hasil[i]),
        )
        hasil = saran_hasil_menurut(
            metode, panduan=panduan, nilai=_nilai(self.jumlah_hasil[i], self.n_hasil[i])
        )
        predikat = None
        if hasil.rating is not None and perilaku.rating is not None:
            predikat = predikat_kinerja(hasil_kerja=hasil.rating, perilaku_kerja=perilaku.rating)
        mikro = [-1 if s.mikro is None else s.mikro for s in skor_menurut(metode, nilai=self.nilai(i))]
        return mikro, _kode(RATING, perilaku.rating), _kode(RATING, hasil.rating), _kode(PREDIKAT, predikat)


def _nilai(jumlah, n):
    return [
        NilaiSumber(sumber=sumber, jumlah=int(jumlah[s]), n=int(n[s]))
        for s, sumber in enumerate(SUMBER)
        if n[s]
    ]


def _ringkas(pasangan):
    return RingkasanUmpanBalik(positif=int(pasangan[0]), seluruhnya=int(pasangan[1]))


def _kode(daftar, anggota):
    return -1 if anggota is None else daftar.index(anggota)


@CUKUP
@given(BENIH)
def test_simulation_equals_two_scalar_runs(benih):
    acak = np.random.default_rng(benih)
    dunia, lama, baru = Dunia(acak), _metode(acak), _metode(acak)

    perbandingan = bandingkan(dunia.masukan, sebelum=lama, sesudah=baru)

    for metode, hasil in ((lama, perbandingan.sebelum), (baru, perbandingan.sesudah)):
        satu_per_satu = [dunia.satu(i, metode) for i in range(ORANG)]
        assert hasil.mikro.tolist() == [satu[0] for satu in satu_per_satu]
        assert hasil.perilaku.tolist() == [satu[1] for satu in satu_per_satu]
        assert hasil.hasil.tolist() == [satu[2] for satu in satu_per_satu]
        assert hasil.predikat.tolist() == [satu[3] for satu in satu_per_satu]


@CUKUP
@given(BENIH)
def test_ratings_of_many_equal_the_ratings_of_one(benih):
    acak = np.random.default_rng(benih)
    dunia, metode = Dunia(acak), _metode(acak)
    kolom = [ASPEK.index(aspek.kode) for aspek in metode.daftar_aspek if aspek.kode in ASPEK]
    bobot = susun_bobot([aspek.bobot for aspek in metode.daftar_aspek if aspek.kode in ASPEK])

    skor = skor_banyak(dunia.jumlah[:, kolom], n=dunia.n[:, kolom], bobot=bobot)

    assert rating_banyak(skor, ambang=metode.ambang_skor).tolist() == [
        [
            _kode(RATING, rating_aspek(satu, ambang=metode.ambang_skor))
            for satu in skor_menurut(metode, nilai=dunia.nilai(i))
            if satu.kode in ASPEK
        ]
        for i in range(ORANG)
    ]


@CUKUP
@given(BENIH)
def test_comparison_agrees_with_itself(benih):
    acak = np.random.default_rng(benih)
    dunia, lama, baru = Dunia(acak), _metode(acak), _metode(acak)

    maju = bandingkan(dunia.masukan, sebelum=lama, sesudah=baru)
    diam = bandingkan(dunia.masukan, sebelum=lama, sesudah=lama)

    assert maju.matriks_predikat().sum() == maju.per_unit().sum() == ORANG
    assert maju.per_unit().sum(axis=0).tolist() == [int((maju.arah == a).sum()) for a in range(len(ARAH))]
    assert (maju.arah[~maju.berubah] == 0).all()
    assert (np.diag(np.diag(diam.matriks_predikat())) == diam.matriks_predikat()).all()
    assert not diam.berubah.any()
    mundur = bandingkan(dunia.masukan, sebelum=baru, sesudah=lama)
    assert (mundur.langkah == -maju.langkah).all()
    assert (mundur.matriks_hasil() == maju.matriks_hasil().T).all()
    assert (mundur.matriks_perilaku() == maju.matriks_perilaku().T).all()


def _masukan(poin, **lain):
    """People with one aspect, rated by the atasan and by three peers, and one good result each."""
    jumlah = np.zeros((len(poin), 1, len(SUMBER)), dtype=np.int64)
    n = np.zeros_like(jumlah)
    for i, (atasan, rekan) in enumerate(poin):
        for sumber, nilai, banyak in ((Sumber.ATASAN, atasan, 1), (Sumber.REKAN, rekan, 3)):
            if nilai is not None:
                jumlah[i, 0, SUMBER.index(sumber)] = nilai * banyak * MIKRO
                n[i, 0, SUMBER.index(sumber)] = banyak
    hitungan = np.tile([2, 0, 0, 2, 0], (len(poin), 1))
    isi = {
        "unit": np.arange(len(poin)) // 2,
        "daftar_aspek": ("kualitas",),
        "hitungan_hasil": hitungan,
        **lain,
    }
    return Masukan(jumlah=jumlah, n=n, **isi)


def _satu_aspek(**bobot):
    daftar = tuple(BobotSumber(sumber=Sumber(s), bobot=b, minimum=1) for s, b in bobot.items())
    return Metode(daftar_aspek=(AspekDitimbang(kode="kualitas", bobot=daftar),))


def test_who_rises_falls_and_gets_a_first_suggestion_is_told_per_unit():
    masukan = _masukan([(50, 100), (100, 0), (None, 50), (50, 50), (100, None)])

    beda = bandingkan(masukan, sebelum=_satu_aspek(atasan=100), sesudah=_satu_aspek(atasan=50, rekan=50))

    assert [ARAH[a].value for a in beda.arah] == ["naik", "turun", "muncul", "tetap", "tetap"]
    assert beda.langkah.tolist() == [1, -1, 0, 0, 0]
    assert beda.per_unit().tolist() == [[0, 1, 1, 0, 0], [1, 0, 0, 1, 0], [1, 0, 0, 0, 0]]
    baik, sangat_baik = PREDIKAT.index(Predikat.BAIK), PREDIKAT.index(Predikat.SANGAT_BAIK)
    matriks = beda.matriks_predikat()
    assert (matriks[baik, sangat_baik], matriks[sangat_baik, baik], matriks[-1, baik]) == (1, 1, 1)


def test_nobody_is_no_error():
    beda = bandingkan(_masukan([]), sebelum=_satu_aspek(atasan=100), sesudah=_satu_aspek(rekan=100))

    assert (beda.per_unit().shape, beda.matriks_predikat().sum()) == ((0, len(ARAH)), 0)


def test_quadrant_is_the_law_s_and_keeps_what_is_missing():
    hasil, perilaku = (larik.ravel().astype(np.int8) for larik in np.mgrid[-1:3, -1:3])

    predikat = predikat_banyak(hasil, perilaku=perilaku)

    assert predikat.tolist() == [
        -1
        if h < 0 or p < 0
        else PREDIKAT.index(predikat_kinerja(hasil_kerja=RATING[h], perilaku_kerja=RATING[p]))
        for h, p in zip(hasil, perilaku, strict=True)
    ]


def test_bound_of_int64_holds_where_it_is_documented():
    bobot = susun_bobot([[BobotSumber(sumber=sumber, bobot=100) for sumber in Sumber]])
    n = np.full((1, 1, len(SUMBER)), N_TERBANYAK)

    assert skor_banyak(n * SKOR_PENUH, n=n, bobot=bobot).mikro.tolist() == [[SKOR_PENUH]]
    with pytest.raises(ValueError, match="between"):
        skor_banyak(n, n=n + 1, bobot=bobot)


def test_impossible_inputs_are_refused():
    bobot = susun_bobot([[BobotSumber(sumber=Sumber.ATASAN, bobot=100)]])
    satu = np.ones((1, 1, len(SUMBER)), dtype=np.int64)

    with pytest.raises(ValueError, match="outside"):
        skor_banyak(satu * (SKOR_PENUH + 1), n=satu, bobot=bobot)
    with pytest.raises(ValueError, match="shape"):
        _masukan([(50, 50)], hitungan_hasil=np.zeros((1, 4), dtype=np.int64))
    with pytest.raises(ValueError, match="aspect"):
        terapkan(_masukan([(50, 50)], daftar_aspek=()), metode=_satu_aspek(atasan=100))
    with pytest.raises(ValueError, match="guideline"):
        saran_hasil_sumber_banyak(
            np.zeros(1, dtype=np.int8),
            jumlah=satu[0],
            n=satu[0],
            bobot=[BobotSumber(sumber=Sumber.REKAN, bobot=10)],
            ambang=AmbangSkor(),
        )


@CUKUP
@given(BENIH)
def test_some_of_them_are_judged_as_among_all(benih):
    acak = np.random.default_rng(benih)
    dunia, metode = Dunia(acak), _metode(acak)
    tempat = acak.permutation(ORANG)[: ORANG // 2]

    semua, sebagian = (
        terapkan(dunia.masukan, metode=metode),
        terapkan(dunia.masukan.pilih(tempat), metode=metode),
    )

    for nama in ("mikro", "hasil", "perilaku", "predikat"):
        assert (getattr(semua, nama)[tempat] == getattr(sebagian, nama)).all()
