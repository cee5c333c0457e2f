"""The demo content hangs together: units, cast, sample lines, holidays."""

from collections import Counter
from datetime import date

import pytest

from kinerja.demo.baca import (
    daftar_capaian,
    daftar_contoh,
    daftar_indikator_buruk,
    daftar_instansi,
    daftar_libur,
    daftar_pemeran,
    daftar_rhk,
    daftar_umpan_balik,
    daftar_unit,
    daftar_wilayah,
    find_pemeran,
    pohon_unit,
)
from kinerja.peraturan.capaian import Arah
from kinerja.peraturan.identitas import JenisASN, JenisJabatan, daftar_golongan, urai_nip
from kinerja.peraturan.predikat import CapaianOrganisasi

JENIS_UNIT = {
    "pemda",
    "setda",
    "dinas",
    "badan",
    "inspektorat",
    "satpol",
    "kecamatan",
    "kelurahan",
    "puskesmas",
    "rsud",
    "sekolah",
    "bagian",
    "bidang",
    "sekretariat",
    "seksi",
    "subbagian",
}
UNIT = {unit.kode: unit for unit in daftar_unit()}

tiap_pemeran = pytest.mark.parametrize("orang", daftar_pemeran(), ids=lambda orang: orang.slug)


def above(kode: str):
    while kode:
        yield kode
        kode = UNIT[kode].induk


def test_sample_results_are_complete_and_sane():
    rhk = daftar_rhk()

    assert len({satu.kode for satu in rhk}) == len(rhk) >= 78
    assert not any(satu.target.is_reversed or satu.target.is_empty for satu in rhk)
    assert {satu.target.arah for satu in rhk} == {Arah.NAIK, Arah.TURUN}
    assert all(satu.rhk and satu.indikator and satu.satuan and satu.bukti_dukung for satu in rhk)


def test_sample_results_can_be_asked_for_one_post():
    assert [satu.kode for satu in daftar_rhk("Perawat Terampil")] == ["K26", "K27", "K28"]


def test_feedback_samples_explain_the_bad_ones():
    mutu = Counter(satu.mutu for satu in daftar_umpan_balik())

    assert mutu == {"konstruktif": 16, "buruk": 16}
    assert all(bool(satu.alasan_bila_buruk) == (satu.mutu == "buruk") for satu in daftar_umpan_balik())
    assert all(satu.contoh_buruk and satu.alasan and satu.perbaikan for satu in daftar_indikator_buruk())
    assert len(daftar_indikator_buruk()) == 24


def test_four_instansi_have_one_tree_each():
    assert {instansi.kode for instansi in daftar_instansi()} == {"PKU", "PTK", "LU", "TBO"}
    for instansi in daftar_instansi():
        akar = pohon_unit(instansi.kode)
        assert (akar.kode, akar.nama, akar.induk) == (instansi.kode, instansi.nama, None)


def test_units_fit_the_closed_set_and_the_columns():
    assert len(UNIT) == len(daftar_unit())
    assert {unit.jenis for unit in daftar_unit()} == JENIS_UNIT
    assert all(len(unit.kode) <= 40 and len(unit.nama) <= 150 for unit in daftar_unit())
    assert all(
        unit.hari_kerja == 6 for unit in daftar_unit() if unit.jenis in {"puskesmas", "rsud", "sekolah"}
    )
    assert {unit.hari_kerja for unit in daftar_unit()} == {5, 6}
    assert all(
        unit.kode.split("-")[0] == kode
        for kode in ("PKU", "PTK", "LU", "TBO")
        for unit in pohon_unit(kode).walk()
    )


def test_every_kecamatan_and_kelurahan_of_the_region_is_a_unit():
    wilayah = {satu.kode for satu in daftar_wilayah() if satu.tingkat in {"kecamatan", "kelurahan"}}
    unit = {satu.wilayah for satu in daftar_unit() if satu.jenis in {"kecamatan", "kelurahan"}}

    assert len(daftar_wilayah()) == 548
    assert unit == wilayah


def test_tenayan_raya_has_its_eight_kelurahan():
    kelurahan = [unit.nama for unit in UNIT["PKU-KEC-TENAYANRAYA"].daftar_anak if unit.jenis == "kelurahan"]

    assert len(kelurahan) == 8
    assert "Kelurahan Bencah Lesung" in kelurahan


@pytest.mark.parametrize(
    "kode",
    [
        "PKU-BKPSDM",
        "PKU-KEC-TENAYANRAYA",
        "PKU-DINKES-PKM-TENAYANRAYA",
        "PKU-DINKES-PKM-REJOSARI",
        "LU-BKPSDM",
        "LU-DUKCAPIL",
        "LU-KEC-KOTABUMI",
        "PTK-BKPSDM",
        "TBO-DISDIKBUD",
        "TBO-DINKES",
        "TBO-DINKES-PKM-MUARATEBO",
    ],
)
def test_focus_unit_is_filled_in_below(kode):
    assert UNIT[kode].fokus
    assert len(UNIT[kode].daftar_anak) >= 3


def test_nobody_shares_a_nip_or_a_name():
    nip = [orang.nip for orang in daftar_pemeran()] + [orang.pegawai.nip for orang in daftar_contoh()]

    assert len(set(nip)) == len(nip)
    assert len({orang.slug for orang in daftar_pemeran()}) == len(daftar_pemeran()) >= 24
    assert len({orang.nama for orang in daftar_pemeran()}) == len(daftar_pemeran())


@tiap_pemeran
def test_nip_can_be_nobodys(orang):
    identitas = urai_nip(orang.nip)

    assert identitas.peringatan == ()
    assert identitas.tahun_pengangkatan == 2099
    assert 1965 <= identitas.lahir_on.year <= 2000
    assert (identitas.jenis_asn is JenisASN.PPPK) == (
        orang.jenis_asn in {JenisASN.PPPK, JenisASN.PPPK_PARUH_WAKTU}
    )


@tiap_pemeran
def test_person_belongs_where_he_is_placed(orang):
    for satu in orang.daftar_penempatan:
        assert satu.unit in UNIT
        assert orang.instansi in above(satu.unit)
        assert satu.selesai_on is None or satu.mulai_on <= satu.selesai_on
    assert orang.penempatan.jenis == "definitif"
    assert orang.penempatan.selesai_on is None
    assert orang.jenis_asn is None or orang.golongan in daftar_golongan(jenis_asn=orang.jenis_asn)
    assert all(peran.unit in UNIT for peran in orang.daftar_peran)
    assert orang.cerita.endswith(".")
    assert orang.rhk in {"", *(satu.jabatan for satu in daftar_rhk())}


@tiap_pemeran
def test_functional_post_has_a_level_and_no_other_has(orang):
    for satu in orang.daftar_penempatan:
        assert (satu.jenjang is not None) == (satu.jenis_jabatan is JenisJabatan.JF)


@tiap_pemeran
def test_everybody_but_a_pejabat_negara_has_an_assessor_of_his_own_instansi(orang):
    if orang.status == "pejabat_negara":
        assert (orang.penempatan.penilai, orang.jenis_asn) == (None, None)
        return
    for satu in orang.daftar_penempatan:
        penilai = find_pemeran(satu.penilai)
        assert penilai.instansi == orang.instansi
        assert penilai.slug != orang.slug
        assert any(post.kepala for post in penilai.daftar_penempatan)


@tiap_pemeran
def test_assessors_lead_up_to_the_head_of_the_region(orang):
    dilalui = [orang]
    while nip := dilalui[-1].penempatan.penilai:
        dilalui.append(find_pemeran(nip))
        assert len(dilalui) < 8

    assert dilalui[-1].status == "pejabat_negara"


def test_a_unit_has_one_head():
    kepala = Counter(
        satu.unit
        for orang in daftar_pemeran()
        for satu in orang.daftar_penempatan
        if satu.kepala and satu.selesai_on is None
    )

    assert set(kepala.values()) == {1}


def test_every_instansi_has_an_admin_over_its_root():
    admin = {
        peran.unit: orang.slug
        for orang in daftar_pemeran()
        for peran in orang.daftar_peran
        if peran.jenis == "admin_instansi"
    }

    assert admin == {
        "PKU": "pak-anton",
        "PTK": "admin-pontianak",
        "LU": "admin-lampung-utara",
        "TBO": "admin-tebo",
    }


def test_bu_sari_assesses_pak_budi_and_bu_rina_is_elsewhere():
    bu_sari, pak_budi, bu_rina = (find_pemeran(slug) for slug in ("bu-sari", "pak-budi", "bu-rina"))

    assert pak_budi.penempatan.penilai == bu_sari.nip
    assert pak_budi.pangkat_golongan == "Pengatur Tingkat I (II/d)"
    assert "PKU-DINKES" not in above(bu_rina.penempatan.unit)
    assert bu_rina.penempatan.penilai != bu_sari.nip


def test_hard_cases_are_in_the_cast():
    nurul, hafiz = find_pemeran("bu-nurul"), find_pemeran("pak-hafiz")
    diam = find_pemeran("kapus-rejosari")
    capaian = {satu.unit: satu.nilai for satu in daftar_capaian()}

    assert nurul.daftar_penempatan[1].selesai_on == date(2026, 6, 30)
    assert nurul.penempatan.mulai_on == date(2026, 7, 1)
    assert [satu.jenis for satu in hafiz.daftar_penempatan] == ["definitif", "plt"]
    assert sum(orang.penempatan.penilai == diam.nip for orang in daftar_pemeran()) == 2
    assert find_pemeran("bu-intan").status == "tugas_belajar"
    assert capaian["PKU-BKPSDM"] is CapaianOrganisasi.ISTIMEWA
    assert set(capaian) <= set(UNIT)


@pytest.mark.parametrize(("tahun", "jumlah"), [(2025, 28), (2026, 25)])
def test_holidays_stand_in_their_year_once(tahun, jumlah):
    tanggal = [hari.tanggal for hari in daftar_libur(tahun)]

    assert tanggal == sorted(set(tanggal))
    assert len(tanggal) == jumlah
    assert {satu.year for satu in tanggal} == {tahun}
    assert {hari.jenis for hari in daftar_libur(tahun)} == {"nasional", "cuti_bersama"}
    assert not any(
        hari.tanggal.weekday() == 6 for hari in daftar_libur(tahun) if hari.jenis == "cuti_bersama"
    )
