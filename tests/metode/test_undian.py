from collections import Counter
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja.metode.agregasi import Sumber
from kinerja.metode.undian import (
    AturanUndian,
    Halangan,
    Sasaran,
    TugasMenilai,
    UndianTidakSah,
    pengganti,
    undi,
    urutan_undian,
)

CUKUP = settings(max_examples=30)
REKAN, BAWAHAN = Sumber.REKAN, Sumber.BAWAHAN
ORANG = [f"p{i}" for i in range(9)]


def _rekan(kode, kandidat, jumlah=1):
    return Sasaran(kode=kode, kandidat={REKAN: kandidat}, jumlah={REKAN: jumlah})


def _aturan(benih="1 Juli 2026", beban=3, konflik=()):
    return AturanUndian(benih=benih, beban_maksimum=beban, konflik=frozenset(konflik))


ATURAN = st.builds(
    _aturan,
    st.sampled_from(["a", "b", "c", "d"]),
    st.integers(1, 4),
    st.sets(st.tuples(st.sampled_from(ORANG), st.sampled_from(ORANG)), max_size=6),
)


@st.composite
def _putaran(draw):
    """One office: everybody may be a peer of some, a few have staff."""
    return [
        Sasaran(
            kode=kode,
            kandidat={
                REKAN: draw(st.lists(st.sampled_from(ORANG), max_size=9)),
                BAWAHAN: draw(st.lists(st.sampled_from(ORANG), max_size=3)),
            },
            jumlah={REKAN: draw(st.integers(0, 4)), BAWAHAN: draw(st.integers(0, 2))},
        )
        for kode in draw(st.sets(st.sampled_from(ORANG), min_size=1))
    ]


def _check(daftar_tugas, daftar_sasaran, aturan):
    """Everything that must hold after any draw."""
    pasangan = {(t.sasaran, t.penilai) for t in daftar_tugas}
    rekan = {(t.sasaran, t.penilai) for t in daftar_tugas if t.sumber is REKAN}
    per_kode = {s.kode: s for s in daftar_sasaran}
    assert len(pasangan) == len(daftar_tugas)
    assert not [1 for a, b in pasangan if a == b or aturan.is_konflik(a, b)]
    assert not rekan & {(b, a) for a, b in rekan}
    assert all(n <= aturan.beban_maksimum for n in Counter(t.penilai for t in daftar_tugas).values())
    assert all(t.penilai in per_kode[t.sasaran].kandidat[t.sumber] for t in daftar_tugas)


@CUKUP
@given(_putaran(), ATURAN)
def test_a_draw_keeps_every_rule_and_accounts_for_every_slot(daftar_sasaran, aturan):
    hasil = undi(daftar_sasaran, aturan=aturan)

    _check(hasil.daftar_tugas, daftar_sasaran, aturan)
    didapat = Counter((t.sasaran, t.sumber) for t in hasil.daftar_tugas)
    kurang = {(k.sasaran, k.sumber): k for k in hasil.daftar_kekurangan}
    for sasaran in daftar_sasaran:
        for sumber, diminta in sasaran.jumlah.items():
            kunci = (sasaran.kode, sumber)
            assert (didapat[kunci] == diminta) is (kunci not in kurang)
            assert didapat[kunci] <= diminta
            if kunci in kurang:
                calon = set(sasaran.kandidat[sumber]) - {sasaran.kode}
                assert sum(kurang[kunci].halangan.values()) == len(calon) - didapat[kunci]
                assert kurang[kunci].alasan.startswith(f"{sumber.label}: diminta {diminta}, baru ada")


@CUKUP
@given(_putaran(), ATURAN, st.randoms())
def test_the_order_of_the_input_is_irrelevant(daftar_sasaran, aturan, acak):
    def kocok(daftar):
        return acak.sample(list(daftar), len(daftar))

    kocokan = [
        Sasaran(
            kode=s.kode,
            kandidat={sumber: kocok(s.kandidat[sumber]) for sumber in kocok(s.kandidat)},
            jumlah={sumber: s.jumlah[sumber] for sumber in kocok(s.jumlah)},
        )
        for s in kocok(daftar_sasaran)
    ]
    terbalik = _aturan(aturan.benih, aturan.beban_maksimum, {(b, a) for a, b in aturan.konflik})

    assert undi(kocokan, aturan=terbalik) == undi(daftar_sasaran, aturan=aturan)


@CUKUP
@given(_putaran(), ATURAN, st.data())
def test_a_replacement_keeps_the_rules_and_is_never_one_who_declined(daftar_sasaran, aturan, data):
    daftar = list(undi(daftar_sasaran, aturan=aturan).daftar_tugas)
    if not daftar:
        return
    ditolak = data.draw(st.sampled_from(daftar))
    sasaran = next(s for s in daftar_sasaran if s.kode == ditolak.sasaran)
    penolak = []

    while ditolak is not None:
        penolak.append(ditolak.penilai)
        daftar = [t for t in daftar if t != ditolak]
        hasil = pengganti(sasaran, sumber=ditolak.sumber, aturan=aturan, daftar_tugas=daftar, penolak=penolak)
        ditolak = hasil.tugas
        if ditolak is None:
            assert hasil.kekurangan.halangan[Halangan.MENOLAK] == len(penolak)
        else:
            assert ditolak.penilai not in penolak
            daftar.append(ditolak)
            _check(daftar, daftar_sasaran, aturan)


def test_anybody_can_repeat_the_lot_with_a_calculator_for_sha256():
    kandidat = ["budi", "citra", "dewi", "eko"]
    urut = sorted(kandidat, key=lambda satu: sha256(f"benih|ani|{satu}".encode()).hexdigest())

    hasil = undi([_rekan("ani", kandidat, 2)], aturan=_aturan("benih"))

    assert urutan_undian(kandidat, benih="benih", sasaran="ani") == urut
    assert [t.penilai for t in hasil.daftar_tugas] == urut[:2]
    assert [t.urutan for t in hasil.daftar_tugas] == [1, 2]


def test_another_seed_is_another_draw():
    daftar = [_rekan("ani", ORANG, 3)]

    hasil = {
        tuple(t.penilai for t in undi(daftar, aturan=_aturan(f"benih {i}")).daftar_tugas) for i in range(20)
    }

    assert len(hasil) > 10


def test_every_candidate_has_the_same_chance():
    kali = Counter(
        undi([_rekan("ani", ORANG)], aturan=_aturan(f"benih {i}")).daftar_tugas[0].penilai
        for i in range(1800)
    )

    assert all(150 <= kali[kode] <= 250 for kode in ORANG)


def test_the_scarcest_target_chooses_first_whatever_the_lot():
    for benih in map(str, range(20)):
        hasil = undi([_rekan("banyak", ["x", "y"]), _rekan("satu", ["x"])], aturan=_aturan(benih, beban=1))

        assert [(t.sasaran, t.penilai) for t in hasil.daftar_tugas] == [("banyak", "y"), ("satu", "x")]


def test_nobody_gets_a_second_rater_while_another_has_none():
    for benih in map(str, range(20)):
        daftar = [_rekan(kode, ["x", "y"], 2) for kode in ("ani", "beni")]

        hasil = undi(daftar, aturan=_aturan(benih, beban=1))

        assert sorted(t.sasaran for t in hasil.daftar_tugas) == ["ani", "beni"]


def test_in_a_small_unit_everybody_gets_a_peer_without_mutual_pairs():
    unit = ["a", "b", "c", "d"]

    for benih in map(str, range(60)):
        hasil = undi([_rekan(kode, unit) for kode in unit], aturan=_aturan(benih))

        assert not hasil.daftar_kekurangan


def test_a_full_candidate_passes_a_task_on_so_that_another_is_served():
    ketat = [_rekan("a", ["x", "y"]), _rekan("b", ["x", "z"]), _rekan("c", ["x", "y"])]

    for benih in map(str, range(40)):
        assert not undi(ketat, aturan=_aturan(benih, beban=1)).daftar_kekurangan


def test_a_shortfall_says_why_in_words():
    daftar = [_rekan("ani", ["ani", "beni", "cici", "dodi"], 3), _rekan("eka", ["dodi"])]

    (kurang,) = undi(daftar, aturan=_aturan(beban=1, konflik=[("beni", "ani")])).daftar_kekurangan

    assert kurang.alasan == (
        "Rekan kerja: diminta 3, baru ada 1; calon lain: 1 mempunyai konflik kepentingan, "
        "1 sudah mencapai batas tugas menilai."
    )
    (kosong,) = undi([_rekan("ani", [])], aturan=_aturan()).daftar_kekurangan
    assert kosong.alasan == "Rekan kerja: diminta 1, baru ada 0; tidak ada calon lain."


def test_someone_who_joins_late_is_drawn_around_what_stands():
    tetap = TugasMenilai(sasaran="beni", sumber=REKAN, urutan=1, penilai="ani")

    hasil = undi([_rekan("ani", ["beni", "cici"], 1)], aturan=_aturan(beban=1), sudah=[tetap])
    penuh = undi([_rekan("doni", ["ani"], 1)], aturan=_aturan(beban=1), sudah=[tetap])

    assert [t.penilai for t in hasil.daftar_tugas] == ["cici"]
    assert penuh.daftar_tugas == ()
    assert undi([_rekan("beni", ["ani", "cici"], 1)], aturan=_aturan(), sudah=[tetap]).daftar_tugas == ()


@pytest.mark.parametrize(
    "buat",
    [
        lambda: _aturan(benih=" "),
        lambda: _aturan(beban=0),
        lambda: _rekan("a|b", ["c"]),
        lambda: _rekan("a", ["b|c"]),
        lambda: _rekan("a", ["b"], -1),
        lambda: undi([_rekan("a", ["b"]), _rekan("a", ["c"])], aturan=_aturan()),
    ],
)
def test_a_draw_that_cannot_be_checked_is_refused(buat):
    with pytest.raises(UndianTidakSah):
        buat()
