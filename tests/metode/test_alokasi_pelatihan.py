"""Who goes first: within budget and seats, by need and fairness, the same every time, and never worse for needing more."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja.metode.alokasi_pelatihan import (
    AlokasiTidakSah,
    AturanAlokasi,
    Kelas,
    Keputusan,
    Peminat,
    alokasi_pelatihan,
)

DASAR = Kelas(kode="dasar", nama="Pelayanan Prima", kursi=2, biaya=1_000_000)
BESAR = {"loket": 10, "arsip": 10}


def _minat(pegawai, kebutuhan=50, **lain):
    isi = {"kelas": "dasar", "unit": "loket", "jp": 20, "tahun_menunggu": 0}
    return Peminat(pegawai=pegawai, kebutuhan=kebutuhan, **{**isi, **lain})


def _rencana(*peminat, kelas=(DASAR,), anggaran=10_000_000, besar=BESAR, **aturan):
    return alokasi_pelatihan(
        peminat, daftar_kelas=kelas, anggaran=anggaran, besar_unit=besar, aturan=AturanAlokasi(**aturan)
    )


def _keputusan(rencana):
    return {satu.peminat.pegawai: satu.keputusan for satu in rencana.daftar_usulan}


def test_the_greater_need_goes_first_and_the_seats_end():
    rencana = _rencana(_minat("ani", 40), _minat("budi", 90), _minat("cici", 60))

    assert [satu.peminat.pegawai for satu in rencana.daftar_usulan] == ["budi", "cici", "ani"]
    assert _keputusan(rencana)["ani"] is Keputusan.KURSI_HABIS
    assert (rencana.terpakai, rencana.sisa) == (2_000_000, 8_000_000)
    assert [satu.peminat.pegawai for satu in rencana.daftar_diusulkan] == ["budi", "cici"]


def test_fairness_lets_somebody_overtake_who_never_went():
    baru = _minat("ani", 60, jp=0, tahun_menunggu=None)
    rencana = _rencana(_minat("budi", 90), baru, unit=0)

    assert [satu.prioritas for satu in rencana.daftar_usulan] == [120, 90]
    assert rencana.daftar_usulan[0].kalimat == (
        "Urutan 1: kebutuhan 60 dari 100, 0 JP setahun, belum pernah ikut pelatihan. Diusulkan ikut Pelayanan Prima."
    )


def test_a_unit_that_was_served_waits_for_the_others():
    rencana = _rencana(
        _minat("ani", 90),
        _minat("budi", 88),
        _minat("cici", 85, unit="arsip"),
        besar={"loket": 1, "arsip": 10},
    )

    assert [satu.peminat.pegawai for satu in rencana.daftar_usulan] == ["ani", "cici", "budi"]


def test_a_cheaper_training_still_fits_when_a_dear_one_does_not():
    mahal = Kelas(kode="mahal", nama="Pelatihan Kepemimpinan", kursi=None, biaya=5_000_000)
    rencana = _rencana(
        _minat("ani", 90, kelas="mahal"), _minat("budi", 40), kelas=(DASAR, mahal), anggaran=1_000_000
    )

    assert _keputusan(rencana) == {"ani": Keputusan.ANGGARAN_KURANG, "budi": Keputusan.DIUSULKAN}
    assert "Biaya Rp5.000.000 melebihi sisa anggaran Rp1.000.000." in rencana.daftar_usulan[0].kalimat


def test_one_training_for_each_until_the_method_says_otherwise():
    lain = Kelas(kode="lain", nama="Arsip", kursi=None, biaya=0)
    dua = (_minat("ani", 90), _minat("ani", 80, kelas="lain", tahun_menunggu=2, alasan="Diminta penilai."))

    sekali = _rencana(*dua, kelas=(DASAR, lain))
    berdua = _rencana(*dua, kelas=(DASAR, lain), paling_banyak_per_orang=2)

    assert [satu.keputusan for satu in sekali.daftar_usulan] == [Keputusan.DIUSULKAN, Keputusan.SUDAH_CUKUP]
    assert len(berdua.daftar_diusulkan) == 2
    assert "terakhir ikut 2 tahun lalu. Diminta penilai." in sekali.daftar_usulan[0].kalimat
    assert "ikut pelatihan tahun ini." in sekali.daftar_usulan[1].kalimat


def test_equals_are_drawn_by_a_seed_and_not_by_name():
    orang = [_minat(f"pegawai {nomor}") for nomor in range(20)]
    urutan = {
        benih: [satu.peminat.pegawai for satu in _rencana(*orang, benih=benih).daftar_usulan]
        for benih in ("2026", "2027")
    }

    assert urutan["2026"] != urutan["2027"] and sorted(urutan["2026"]) == sorted(urutan["2027"])
    assert [
        satu.peminat.pegawai for satu in _rencana(*reversed(orang), benih="2026").daftar_usulan
    ] == urutan["2026"]


@pytest.mark.parametrize(
    ("peminat", "lain", "pesan"),
    [
        ([], {"anggaran": -1}, "Anggaran"),
        ([], {"kelas": (DASAR, DASAR)}, "tercatat dua kali"),
        ([], {"kelas": (replace(DASAR, kursi=-1),)}, "Biaya dan kursi"),
        ([], {"kelas": (replace(DASAR, biaya=-1),)}, "Biaya dan kursi"),
        ([_minat("ani"), _minat("ani")], {}, "dua kali"),
        ([_minat("ani", kelas="apa")], {}, "“apa” tidak ada"),
        ([_minat("ani", 101)], {}, "0 sampai 100"),
        ([_minat("ani", jp=-1)], {}, "JP"),
        ([_minat("ani", tahun_menunggu=-1)], {}, "lama menunggu"),
        ([], {"unit": -1}, "Bobot pemerataan"),
        ([], {"jp": 1001}, "Bobot pemerataan"),
        ([], {"jp_dituju": 0}, "paling sedikit 1"),
    ],
)
def test_requests_that_cannot_be_planned_are_refused(peminat, lain, pesan):
    with pytest.raises(AlokasiTidakSah, match=pesan):
        _rencana(*peminat, **lain)


KELAS = ("a", "b", "c")
PEMINAT = st.lists(
    st.builds(
        Peminat,
        pegawai=st.sampled_from("pqrstuvw"),
        kelas=st.sampled_from(KELAS),
        unit=st.sampled_from(("x", "y", "z")),
        kebutuhan=st.integers(0, 100),
        jp=st.integers(0, 30),
        tahun_menunggu=st.none() | st.integers(0, 5),
    ),
    max_size=14,
    unique_by=lambda satu: (satu.pegawai, satu.kelas),
)
DAFTAR_KELAS = st.tuples(
    *(
        st.builds(Kelas, kode=st.just(kode), nama=st.just(kode), kursi=st.none() | st.integers(0, 4), biaya=st.integers(0, 9))
        for kode in KELAS
    )
)  # fmt: skip
BANYAK = settings(max_examples=150)


def _acak(peminat, kelas, anggaran, **aturan):
    return alokasi_pelatihan(
        peminat,
        daftar_kelas=kelas,
        anggaran=anggaran,
        besar_unit={"x": 3, "y": 40},
        aturan=AturanAlokasi(**aturan),
    )


@BANYAK
@given(PEMINAT, DAFTAR_KELAS, st.integers(0, 40), st.integers(1, 3))
def test_never_above_budget_seats_or_trainings_per_person(peminat, kelas, anggaran, banyak):
    rencana = _acak(peminat, kelas, anggaran, paling_banyak_per_orang=banyak)
    ikut = [satu.peminat for satu in rencana.daftar_diusulkan]
    biaya = {satu.kode: satu.biaya for satu in kelas}

    assert sum(biaya[satu.kelas] for satu in ikut) == rencana.terpakai <= anggaran
    assert rencana.terpakai + rencana.sisa == anggaran
    for satu in kelas:
        assert satu.kursi is None or sum(orang.kelas == satu.kode for orang in ikut) <= satu.kursi
    assert all(sum(orang.pegawai == nama for orang in ikut) <= banyak for nama in "pqrstuvw")
    assert len(rencana.daftar_usulan) == len(peminat)


@BANYAK
@given(PEMINAT.filter(bool), DAFTAR_KELAS, st.integers(0, 40), st.data())
def test_needing_more_never_loses_a_place(peminat, kelas, anggaran, data):
    nomor = data.draw(st.integers(0, len(peminat) - 1))
    naik = replace(peminat[nomor], kebutuhan=data.draw(st.integers(peminat[nomor].kebutuhan, 100)))
    sesudah = [*peminat[:nomor], naik, *peminat[nomor + 1 :]]

    sebelum_ikut, sesudah_ikut = (
        {
            (satu.peminat.pegawai, satu.peminat.kelas)
            for satu in _acak(daftar, kelas, anggaran).daftar_diusulkan
        }
        for daftar in (peminat, sesudah)
    )

    kunci = naik.pegawai, naik.kelas
    assert kunci in sesudah_ikut or kunci not in sebelum_ikut


@BANYAK
@given(PEMINAT, DAFTAR_KELAS, st.integers(0, 40), st.randoms(use_true_random=False))
def test_the_order_of_the_list_decides_nothing(peminat, kelas, anggaran, acak):
    teracak = list(peminat)
    acak.shuffle(teracak)

    assert _acak(peminat, kelas, anggaran) == _acak(teracak, kelas, anggaran)
