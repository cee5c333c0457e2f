"""What a case file cannot say: the derived answers of a record, and that the table adds up to itself."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from kinerja.peraturan.angka_kredit import (
    Penggal,
    akumulasi_angka_kredit,
    bulan_menuju,
    jenjang_berikutnya,
    kebutuhan_jenjang,
    kebutuhan_pangkat,
)
from kinerja.peraturan.identitas import JenisASN, JenjangJF
from kinerja.peraturan.jam_pelajaran import capaian_jp
from kinerja.peraturan.kenaikan import KeadaanKarier, kelayakan_pangkat_jf
from kinerja.peraturan.parameter import angka_kredit_jf
from kinerja.peraturan.predikat import Predikat


def _keadaan(**lain):
    isi = {
        "golongan": "III/a",
        "tmt_pangkat": date(2024, 4, 1),
        "riwayat": {2024: Predikat.BAIK, 2025: Predikat.BAIK},
        "jenjang": JenjangJF.AHLI_PERTAMA,
        "angka_kredit": Decimal("56.25"),
    }
    return KeadaanKarier(**{**isi, **lain})


def test_every_level_of_the_law_has_its_row():
    assert set(angka_kredit_jf()["jenjang"]) == set(JenjangJF)


def test_the_ranks_of_a_level_add_up_to_the_next_level():
    for jenjang in JenjangJF:
        baris = angka_kredit_jf()["jenjang"][jenjang]
        if jenjang_berikutnya(jenjang=jenjang):
            assert baris["pangkat"] * len(baris["golongan"]) == baris["jenjang"]


def test_missing_and_spare_never_stand_together():
    kurang = kebutuhan_pangkat(jenjang=JenjangJF.AHLI_PERTAMA, golongan="III/a", dimiliki=Decimal("47.5"))
    lebih = kebutuhan_jenjang(jenjang=JenjangJF.AHLI_PERTAMA, dimiliki=Decimal(102))

    assert (kurang.kurang, kurang.lebih, kurang.terpenuhi) == (Decimal("2.5"), 0, False)
    assert (lebih.kurang, lebih.lebih, lebih.terpenuhi) == (0, 2, True)


def test_months_read_as_on_the_form():
    penggal = Penggal(2024, 1, 2, JenjangJF.AHLI_PERTAMA, Predikat.BAIK)
    sebulan = Penggal(2024, 8, 8, JenjangJF.AHLI_PERTAMA, Predikat.BAIK)

    assert (penggal.periodik, sebulan.periodik) == ("Januari – Februari", "Agustus")


@given(st.sampled_from(list(JenjangJF)), st.sampled_from(list(Predikat)), st.integers(1, 11))
def test_splitting_a_year_moves_the_sum_by_a_rounding_at_most(jenjang, predikat, bulan):
    utuh = akumulasi_angka_kredit((Penggal(2026, 1, 12, jenjang, predikat),)).jumlah
    terbagi = akumulasi_angka_kredit(
        (Penggal(2026, 1, bulan, jenjang, predikat), Penggal(2026, bulan + 1, 12, jenjang, predikat))
    ).jumlah

    assert abs(utuh - terbagi) <= Decimal("0.01")


@given(
    st.sampled_from(list(JenjangJF)),
    st.sampled_from(list(Predikat)),
    st.decimals(0, 450, places=2),
)
def test_the_estimate_is_the_first_month_that_suffices(jenjang, predikat, kurang):
    bulan = bulan_menuju(jenjang=jenjang, predikat=predikat, kurang=kurang)
    baris = angka_kredit_jf()
    sebulan = Fraction(baris["jenjang"][jenjang]["koefisien"]) * baris["persentase"][predikat] / 1200

    assert sebulan * bulan >= kurang
    assert bulan == 0 or sebulan * (bulan - 1) < kurang


def test_the_list_names_every_reason():
    layak = kelayakan_pangkat_jf(_keadaan(), pada=date(2026, 4, 1))
    belum = kelayakan_pangkat_jf(_keadaan(angka_kredit=Decimal(10), tmt_pangkat=None), pada=date(2026, 4, 1))

    assert layak.is_layak and "diputuskan pejabat" in layak.kalimat
    assert not belum.is_layak and len(belum.daftar_kurang) == 2
    assert belum.kalimat == (
        "2 dari 3 syarat belum terpenuhi. Tanggal mulai pangkat terakhir belum tercatat. "
        "Untuk golongan ruang III/b dibutuhkan 50 angka kredit, yang dimiliki 10: masih kurang 40."
    )


def test_hours_missing_and_above():
    pns, pppk = (capaian_jp(jenis_asn=jenis, jp=26) for jenis in (JenisASN.PNS, JenisASN.PPPK))

    assert (pns.kurang, pns.lebih) == (0, 0)
    assert (pppk.kurang, pppk.lebih) == (0, 2)
    assert capaian_jp(jenis_asn=JenisASN.PNS, jp=4).kurang == 16


def test_predikat_knows_its_order():
    assert Predikat.SANGAT_BAIK.mencapai(Predikat.BAIK) and Predikat.BAIK.mencapai(Predikat.BAIK)
    assert not Predikat.BUTUH_PERBAIKAN.mencapai(Predikat.BAIK)
