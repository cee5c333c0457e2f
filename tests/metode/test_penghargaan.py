"""Criteria find nominees with their reason; a jury's votes are counted without those who may not judge."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.metode.juri import (
    AturanJuri,
    Benturan,
    HasilSuara,
    SuaraJuri,
    SuaraTidakSah,
    hitung_suara,
)
from kinerja.metode.penghargaan import (
    JenisSyarat,
    KeadaanPegawai,
    Kriteria,
    KriteriaTidakSah,
    SyaratPenghargaan,
    daftar_calon,
    jawaban_kriteria,
    kriteria_dari_json,
    kriteria_ke_json,
)
from kinerja.peraturan.predikat import Predikat

BAIK, SB, BP = Predikat.BAIK, Predikat.SANGAT_BAIK, Predikat.BUTUH_PERBAIKAN
TELADAN = Kriteria(
    nama="Pegawai teladan",
    daftar_syarat=(
        SyaratPenghargaan(jenis=JenisSyarat.PREDIKAT_MINIMAL, parameter={"predikat": "sangat_baik"}),
        SyaratPenghargaan(jenis=JenisSyarat.PREDIKAT_BERTURUT, parameter={"predikat": "baik", "tahun": 3}),
        SyaratPenghargaan(jenis=JenisSyarat.JP_MINIMAL, parameter={"jp": 20}),
        SyaratPenghargaan(jenis=JenisSyarat.MASA_KERJA, parameter={"lama": 5}),
        SyaratPenghargaan(jenis=JenisSyarat.TANPA_KASUS),
    ),
)


def _orang(pegawai="sari", **lain):
    isi = {
        "riwayat": {2023: BAIK, 2024: BAIK, 2025: SB}, "jp": 24, "masa_kerja": 9, "ada_kasus": False,
    }  # fmt: skip
    return KeadaanPegawai(pegawai=pegawai, tahun=2025, **{**isi, **lain})


def test_a_nominee_comes_with_every_reason():
    (calon,) = daftar_calon(TELADAN, daftar=[_orang(), _orang("budi", jp=19), _orang("rina", ada_kasus=True)])

    assert calon.pegawai == "sari"
    assert calon.alasan == (
        "Predikat tahun 2025 Sangat Baik. Predikat paling rendah Baik setiap tahun sejak 2023. "
        "24 JP dari paling sedikit 20 JP. Masa kerja 9 tahun dari paling sedikit 5 tahun. Tidak ada catatan disiplin."
    )


@pytest.mark.parametrize(
    ("lain", "nomor", "alasan"),
    [
        ({"riwayat": {2023: BAIK, 2024: BAIK, 2025: BAIK}}, 0, "Predikat tahun 2025 Baik."),
        ({"riwayat": {}}, 0, "Predikat tahun 2025 belum ada."),
        ({"riwayat": {2024: BAIK, 2025: SB}}, 1, "Predikat tahun 2023 belum ada."),
        ({"riwayat": {2023: BP, 2024: BAIK, 2025: SB}}, 1, "Predikat tahun 2023 Butuh Perbaikan."),
        ({"jp": None}, 2, "Jam pelajaran belum tercatat."),
        ({"jp": 19}, 2, "19 JP dari paling sedikit 20 JP."),
        ({"masa_kerja": None}, 3, "Masa kerja belum tercatat."),
        ({"masa_kerja": 4}, 3, "Masa kerja 4 tahun dari paling sedikit 5 tahun."),
        ({"ada_kasus": None}, 4, "Riwayat hukuman disiplin belum tercatat."),
        ({"ada_kasus": True}, 4, "Ada catatan disiplin."),
    ],
)
def test_every_no_says_why(lain, nomor, alasan):
    jawaban = jawaban_kriteria(TELADAN, keadaan=_orang(**lain))[nomor]

    assert (jawaban.terpenuhi, jawaban.alasan) == (False, alasan)


def test_criteria_survive_being_stored():
    assert kriteria_dari_json(kriteria_ke_json(TELADAN)) == TELADAN


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        ([], "harus memuat nama"),
        ({"nama": "A", "syarat": []}, "belum punya syarat"),
        ({"nama": " ", "syarat": [{"jenis": "tanpa_kasus"}]}, "Nama penghargaan belum diisi"),
        ({"nama": "A", "syarat": ["x"]}, "Syarat nomor 1 tidak terbaca"),
        ({"nama": "A", "syarat": [{"jenis": "tanpa_kasus", "parameter": 3}]}, "tidak terbaca"),
        ({"nama": "A", "syarat": [{"jenis": "tanpa_kasus"}, {"jenis": "rajin"}]}, "nomor 2: jenis “rajin”"),
        ({"nama": "A", "syarat": [{"jenis": "jp_minimal"}]}, "memerlukan jam pelajaran"),
        ({"nama": "A", "syarat": [{"jenis": "tanpa_kasus", "parameter": {"jp": 3}}]}, "tidak mengenal isian “jp”"),
        ({"nama": "A", "syarat": [{"jenis": "jp_minimal", "parameter": {"jp": 0}}]}, "1 sampai 1000, bukan “0”"),
        ({"nama": "A", "syarat": [{"jenis": "jp_minimal", "parameter": {"jp": True}}]}, "bukan “True”"),
        ({"nama": "A", "syarat": [{"jenis": "predikat_minimal", "parameter": {"predikat": "hebat"}}]}, "“hebat” tidak dikenal"),
        ({"nama": "A", "syarat": [{"jenis": "predikat_minimal", "parameter": {"predikat": []}}]}, "tidak dikenal"),
    ],
)  # fmt: skip
def test_criteria_that_cannot_be_read_say_where(isi, pesan):
    with pytest.raises(KriteriaTidakSah, match=pesan):
        kriteria_dari_json(isi)


def _suara(**pilihan):
    return [SuaraJuri(juri=juri, setuju=frozenset(isi.split())) for juri, isi in pilihan.items()]


def _hitung(suara, calon, *, benturan=(), **aturan):
    hasil = hitung_suara(
        suara,
        daftar_calon=calon.split(),
        daftar_juri={"ani", "beni", "cici", "dodi", "sari"},
        daftar_benturan=[Benturan(juri=juri, calon=satu, alasan="Atasan calon.") for juri, satu in benturan],
        aturan=AturanJuri(**aturan),
    )
    return {satu.calon: satu for satu in hasil}


def test_the_majority_wins():
    hasil = _hitung(_suara(ani="budi", beni="budi rina", cici="rina budi", dodi="budi"), "rina budi")

    assert list(hasil) == ["budi", "rina"]
    assert hasil["budi"].hasil is HasilSuara.TERPILIH and hasil["budi"].bagian == 1
    assert hasil["rina"].hasil is HasilSuara.TIDAK_TERPILIH
    assert hasil["budi"].kalimat == "4 dari 4 juri setuju: terpilih."


def test_exactly_half_is_no_majority():
    hasil = _hitung(_suara(ani="budi", beni="budi", cici="", dodi=""), "budi")

    assert hasil["budi"].bagian == Fraction(1, 2)
    assert hasil["budi"].hasil is HasilSuara.TIDAK_TERPILIH


def test_the_superior_of_a_nominee_is_not_counted_for_him_and_only_for_him():
    hasil = _hitung(
        _suara(ani="budi", beni="rina", cici="rina", dodi="rina"), "budi rina", benturan=[("ani", "budi")]
    )

    assert (hasil["budi"].setuju, hasil["budi"].dihitung) == (0, 3)
    assert (hasil["rina"].setuju, hasil["rina"].dihitung) == (3, 4)
    assert hasil["budi"].dikecualikan[0].alasan == "Atasan calon."
    assert "1 juri tidak dihitung karena benturan kepentingan" in hasil["budi"].kalimat


def test_nobody_votes_on_himself():
    hasil = _hitung(_suara(ani="sari", beni="sari", cici="sari", sari="sari"), "sari")

    assert (hasil["sari"].setuju, hasil["sari"].dihitung) == (3, 3)
    assert hasil["sari"].dikecualikan[0].alasan == "Calon sendiri."


def test_too_few_free_jurors_choose_nobody():
    hasil = _hitung(_suara(ani="budi", beni="budi", cici="budi"), "budi", benturan=[("cici", "budi")])

    assert hasil["budi"].hasil is HasilSuara.KURANG_JURI
    kosong = _hitung([], "budi")
    assert kosong["budi"].bagian == 0


def test_the_same_share_of_more_jurors_comes_first():
    hasil = _hitung(
        _suara(ani="budi rina", beni="budi rina", cici="budi rina", dodi="budi"),
        "rina budi",
        benturan=[("dodi", "rina")],
    )

    assert [satu.hasil for satu in hasil.values()] == [HasilSuara.TERPILIH, HasilSuara.TIDAK_TERPILIH]


def test_a_tie_at_the_last_seat_is_left_to_the_jury():
    suara = _suara(ani="budi rina tono", beni="budi rina tono", cici="budi rina tono", dodi="tono")
    hasil = _hitung(suara, "rina budi tono", kursi=2)

    assert hasil["tono"].hasil is HasilSuara.TERPILIH
    assert hasil["budi"].hasil is hasil["rina"].hasil is HasilSuara.SERI


def test_a_tie_below_the_last_seat_hurts_nobody():
    suara = _suara(ani="budi rina tono", beni="budi rina tono", cici="budi rina tono", dodi="tono")
    hasil = _hitung(suara, "rina budi tono")

    assert hasil["tono"].hasil is HasilSuara.TERPILIH
    assert hasil["budi"].hasil is hasil["rina"].hasil is HasilSuara.TIDAK_TERPILIH


@pytest.mark.parametrize(
    ("suara", "calon", "pesan"),
    [
        ([], "budi budi", "tercatat dua kali. Satukan"),
        (_suara(ani="budi") * 2, "budi", "suaranya tercatat dua kali"),
        (_suara(tamu="budi"), "budi", "tamu bukan anggota juri"),
        (_suara(ani="tono"), "budi", "tono bukan calon"),
    ],
)
def test_votes_that_cannot_be_counted_are_refused(suara, calon, pesan):
    with pytest.raises(SuaraTidakSah, match=pesan):
        _hitung(suara, calon)


@pytest.mark.parametrize("salah", [{"kursi": 0}, {"kuorum": 2}, {"lebih_dari": Fraction(1)}])
def test_rules_that_make_no_sense_are_refused(salah):
    with pytest.raises(SuaraTidakSah):
        AturanJuri(**salah)


PILIHAN = st.lists(st.frozensets(st.sampled_from("abcd")), max_size=5)


@given(PILIHAN, st.integers(1, 3), st.frozensets(st.tuples(st.integers(0, 4), st.sampled_from("abcd"))))
def test_never_more_winners_than_seats_and_a_conflicted_vote_changes_nothing(pilihan, kursi, konflik):
    juri = [f"j{nomor}" for nomor in range(5)]
    benturan = [Benturan(juri=juri[nomor], calon=calon, alasan="Keluarga.") for nomor, calon in konflik]
    dilarang = {(satu.juri, satu.calon) for satu in benturan}
    suara = [SuaraJuri(juri=orang, setuju=isi) for orang, isi in zip(juri, pilihan, strict=False)]
    dibalik = [
        SuaraJuri(
            juri=satu.juri,
            setuju=satu.setuju ^ frozenset(calon for orang, calon in dilarang if orang == satu.juri),
        )
        for satu in suara
    ]

    hasil, kembar = (
        hitung_suara(
            satu,
            daftar_calon="abcd",
            daftar_juri=juri,
            daftar_benturan=benturan,
            aturan=AturanJuri(kursi=kursi),
        )
        for satu in (suara, dibalik)
    )

    assert sum(satu.hasil is HasilSuara.TERPILIH for satu in hasil) <= kursi
    assert [(satu.calon, satu.hasil) for satu in hasil] == [(satu.calon, satu.hasil) for satu in kembar]
