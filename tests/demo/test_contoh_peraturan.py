"""The worked examples say what the annexes print, hang together, and satisfy the law in code."""

import re
from decimal import Decimal

import pytest

from kinerja.demo.baca import Contoh, daftar_contoh, find_contoh
from kinerja.peraturan.capaian import capaian_indikator
from kinerja.peraturan.identitas import urai_nip
from kinerja.peraturan.perilaku import NilaiDasar
from kinerja.peraturan.predikat import CapaianOrganisasi, Rating, predikat_kinerja
from kinerja.peraturan.skp import (
    Indikator,
    JenisHasilKerja,
    KategoriSKP,
    Pendekatan,
    Perspektif,
    RencanaHasil,
    RencanaSKP,
    kelengkapan_skp,
)

semua = pytest.mark.parametrize("orang", daftar_contoh(), ids=lambda orang: orang.slug)

# Targets and realisations as the tables print them, row by row.
TARGET = {
    "direktur-jenderal-iii": ["61,95%", "3,5 dari skala 5", "90", "90", "85", "85", "95", "80%", "80%"],
    "direktur-ii": ["30%", "3 unit", "3,5 dari skala 5", "4", "80", "80", "85", "95%", "100%", "80%", "80%"],
    "kepala-subdirektorat-ii": [
        "80 – 90%",
        "80 – 90% sistem aplikasi siap digunakan",
        "7-8 bulan",
        "80 – 90% dari jumlah pengaduan yang diajukan oleh masyarakat dan Pemda",
        "3,5 skala 5",
        "2-3 hari setelah permohonan / pengaduan disampaikan",
        "80-90% Pemda",
    ],
    "jf-tata-bangunan-muda": [
        "80 - 90% sesuai",
        "4-5 bulan setelah NSPK terbit",
        "90 – 95% pengaduan yang diproses",
        "1 – 2 hari setelah progres/tindak lanjut dilaksanakan",
        "80 – 90% telaahan",
        "80 - 90% telaahan jawaban selesai",
        "1- 2 minggu setelah pengaduan masuk",
        "80%-90% peserta",
        "80%-90% peserta puas",
        "80% - 90% peningkatan kapasitas yang menjadi tanggung jawabnya",
    ],
}
REALISASI = {
    "direktur-jenderal-iii": "50 3.0 70 90 89 85 93 80 80",
    "direktur-ii": "25 3 3.5 4 70 90 89 90 100 80 80",
    "kepala-subdirektorat-ii": "85 85 9 90 4 1 80",
    "jf-tata-bangunan-muda": "85 2 93 0.08 85 90 2 80 95 100",
}
JUMLAH_HASIL = {
    "direktur-jenderal-iii": (7, 1),
    "direktur-ii": (9, 1),
    "kepala-subdirektorat-ii": (3, 0),
    "jf-tata-bangunan-muda": (4, 0),
    "kepala-dinas-kesehatan": (4, 1),
    "kepala-puskesmas": (8, 1),
    "bidan-penyelia": (3, 1),
}


def indikator(orang: Contoh):
    return [satu for hasil in orang.skp.daftar_hasil for satu in hasil.daftar_indikator]


def realisasi(orang: Contoh):
    return [satu for hasil in orang.evaluasi.daftar_hasil for satu in hasil.daftar_realisasi]


def peran(orang: Contoh, jabatan: str, *, tim: bool = False):
    matriks = orang.matriks_tim if tim else orang.matriks
    assert matriks is not None
    (baris,) = (baris for baris in matriks.daftar_baris if baris.jabatan == jabatan)
    return {teks for sel in baris.sel for teks in sel}


def test_every_person_of_the_annexes_is_there():
    assert {orang.slug for orang in daftar_contoh()} == set(JUMLAH_HASIL)


@semua
def test_results_are_as_many_as_printed(orang):
    jenis = [hasil.jenis for hasil in orang.skp.daftar_hasil]

    assert (jenis.count(JenisHasilKerja.UTAMA), jenis.count(JenisHasilKerja.TAMBAHAN)) == JUMLAH_HASIL[
        orang.slug
    ]


@pytest.mark.parametrize("slug", TARGET)
def test_targets_are_as_printed(slug):
    assert [satu.target_teks for satu in indikator(find_contoh(slug))] == TARGET[slug]


@pytest.mark.parametrize("slug", REALISASI)
def test_realisations_are_as_printed(slug):
    assert [satu.nilai for satu in realisasi(find_contoh(slug))] == [
        Decimal(teks) for teks in REALISASI[slug].split()
    ]


@pytest.mark.parametrize("slug", TARGET)
def test_range_is_what_the_printed_target_says(slug):
    for satu in indikator(find_contoh(slug)):
        teks = re.sub(r"(dari )?skala \d", "", satu.target_teks)
        angka = [Decimal(angka.replace(",", ".")) for angka in re.findall(r"\d+(?:,\d+)?", teks)]
        assert (satu.target.bawah, satu.target.atas) == (angka[0], angka[-1])


@semua
def test_every_indicator_has_its_realisation(orang):
    daftar = zip(orang.skp.daftar_hasil, orang.evaluasi.daftar_hasil, strict=True)

    assert all(len(hasil.daftar_indikator) == len(evaluasi.daftar_realisasi) for hasil, evaluasi in daftar)
    assert all(satu.teks and satu.asal in {"tercetak", "isian"} for satu in realisasi(orang))


@semua
def test_qualitative_indicator_has_no_range_and_quantitative_has_one(orang):
    kuantitatif = orang.skp.pendekatan is Pendekatan.KUANTITATIF

    assert all((satu.target is not None) is kuantitatif for satu in indikator(orang))
    assert all((satu.target_teks is not None) is kuantitatif for satu in indikator(orang))


@semua
def test_perspective_belongs_to_heads_only(orang):
    pimpinan = orang.skp.kategori is KategoriSKP.PIMPINAN

    assert all((satu.perspektif is not None) is pimpinan for satu in indikator(orang))
    if pimpinan:
        assert {satu.perspektif for satu in indikator(orang)} == set(Perspektif)


@semua
def test_plan_may_be_submitted(orang):
    rencana = RencanaSKP(
        kategori=orang.skp.kategori,
        pendekatan=orang.skp.pendekatan,
        daftar_hasil=tuple(
            RencanaHasil(
                uraian=hasil.rhk,
                jenis=hasil.jenis,
                daftar_indikator=tuple(
                    Indikator(
                        uraian=satu.teks,
                        aspek=(satu.aspek,) if satu.aspek else (),
                        satuan=satu.satuan or "",
                        target=satu.target,
                        perspektif=satu.perspektif,
                    )
                    for satu in hasil.daftar_indikator
                ),
                has_rhk_pimpinan=hasil.rhk_pimpinan is not None,
            )
            for hasil in orang.skp.daftar_hasil
        ),
    )

    assert kelengkapan_skp(rencana=rencana) == ()


@semua
def test_predikat_follows_the_quadrant(orang):
    evaluasi = orang.evaluasi

    assert evaluasi.predikat is predikat_kinerja(
        hasil_kerja=evaluasi.rating_hasil_kerja, perilaku_kerja=evaluasi.rating_perilaku_kerja
    )
    assert evaluasi.capaian_organisasi is CapaianOrganisasi.BAIK  # as the heading of each curve says
    assert evaluasi.asal_rating == "tafsir"
    assert evaluasi.alasan_rating


@semua
def test_seven_values_carry_expectations_and_feedback(orang):
    assert list(orang.skp.perilaku) == list(NilaiDasar)
    assert list(orang.evaluasi.perilaku) == list(NilaiDasar)
    assert all(orang.evaluasi.perilaku.values())


def test_exception_stands_only_where_the_figure_is_below():
    dikecualikan = [
        (orang.slug, capaian_indikator(target=satu.target, realisasi=hasil.nilai))
        for orang in daftar_contoh()
        for satu, hasil in zip(indikator(orang), realisasi(orang), strict=True)
        if hasil.dikecualikan
    ]

    assert dikecualikan == [("direktur-ii", Rating.DI_BAWAH), ("direktur-jenderal-iii", Rating.DI_BAWAH)]


def test_result_of_staff_is_a_role_in_the_matrix_of_the_leader():
    direktur, kepala_puskesmas = find_contoh("direktur-ii"), find_contoh("kepala-puskesmas")
    cetak = {
        "kepala-subdirektorat-ii": peran(direktur, "Kepala Subdirektorat II"),
        "jf-tata-bangunan-muda": peran(direktur, "JF Teknik Tata Bangunan dan Perumahan Muda", tim=True),
        "bidan-penyelia": peran(kepala_puskesmas, "Bidan Penyelia", tim=True),
    }

    for slug, daftar_peran in cetak.items():
        assert {hasil.rhk for hasil in find_contoh(slug).skp.daftar_hasil} == daftar_peran


@pytest.mark.parametrize(
    ("slug", "pimpinan"),
    [("kepala-subdirektorat-ii", "direktur-ii"), ("jf-tata-bangunan-muda", "kepala-subdirektorat-ii")],
)
def test_result_of_the_leader_is_quoted_as_he_wrote_it(slug, pimpinan):
    milik_pimpinan = {hasil.rhk for hasil in find_contoh(pimpinan).skp.daftar_hasil}

    assert {hasil.rhk_pimpinan for hasil in find_contoh(slug).skp.daftar_hasil} <= milik_pimpinan


def test_matrix_rows_fill_every_column():
    for orang in daftar_contoh():
        for matriks in filter(None, (orang.matriks, orang.matriks_tim)):
            assert all(len(baris.sel) == len(matriks.kolom) for baris in matriks.daftar_baris)


def test_assessor_is_the_same_person_wherever_he_appears():
    dinilai = {orang.pegawai.nip: orang.pegawai for orang in daftar_contoh()}

    for orang in daftar_contoh():
        if orang.penilai.nip:
            penilai = dinilai[orang.penilai.nip]
            assert (orang.penilai.nama, orang.penilai.pangkat_golongan) == (
                penilai.nama,
                penilai.pangkat_golongan,
            )
            assert urai_nip(orang.pegawai.nip).tahun_pengangkatan == 2099


def test_manual_workblock_and_annex_stand_where_the_law_prints_them():
    punya = {
        bagian: {orang.slug for orang in daftar_contoh() if has(orang)}
        for bagian, has in {
            "manual": lambda orang: any(satu.manual for satu in indikator(orang)),
            "workblock": lambda orang: orang.workblock,
            "lampiran": lambda orang: orang.skp.lampiran,
        }.items()
    }

    assert punya == {
        "manual": {"direktur-jenderal-iii", "direktur-ii", "kepala-dinas-kesehatan"},
        "workblock": {"direktur-ii", "kepala-puskesmas"},
        "lampiran": {"kepala-subdirektorat-ii", "bidan-penyelia"},
    }
