from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from kinerja.lib.angka import parse_angka, parse_rentang
from kinerja.metode.catatan import Tingkat, read_kata
from kinerja.metode.telaah_skp import (
    KonteksTelaah,
    PengecualianMutlak,
    RHKRekan,
    telaah_indikator,
    telaah_rencana,
    telaah_rhk,
)
from kinerja.peraturan.capaian import Arah, Target
from kinerja.peraturan.skp import (
    Aspek,
    Indikator,
    KategoriSKP,
    Pendekatan,
    RencanaHasil,
    RencanaSKP,
)

KASUS = Path(__file__).parent / "kasus"
KODE_AKTIVITAS_DAN_KATEGORI = {"rhk_aktivitas", "rhk_kategori"}


def _kasus(nama):
    isi = yaml.safe_load((KASUS / f"{nama}.yaml").read_text(encoding="utf-8"))
    return [pytest.param(satu, id=satu["nama"]) for satu in isi]


def _telaah(masukan):
    konteks = KonteksTelaah(
        kategori=KategoriSKP(masukan.get("kategori", "pegawai")),
        pendekatan=Pendekatan(masukan.get("pendekatan", "kuantitatif")),
        unit=masukan.get("unit"),
        memimpin=masukan.get("memimpin", False),
        daftar_rhk_rekan=(_rekan(masukan["rekan"]),) if "rekan" in masukan else (),
        daftar_rhk_tahun_lalu=(masukan["tahun_lalu"],) if "tahun_lalu" in masukan else (),
        pengecualian_mutlak=PengecualianMutlak(masukan["pengecualian"])
        if "pengecualian" in masukan
        else None,
    )
    daftar = []
    if "rhk" in masukan:
        daftar += telaah_rhk(masukan["rhk"], konteks=konteks)
    if "indikator" in masukan:
        baseline = parse_angka(masukan["baseline"]) if "baseline" in masukan else None
        daftar += telaah_indikator(_indikator(masukan), konteks=konteks, baseline=baseline)
    return daftar


def _rekan(isi):
    return RHKRekan(teks=isi) if isinstance(isi, str) else RHKRekan(**isi)


def _indikator(masukan):
    target = None
    if "target" in masukan:
        target = Target(*parse_rentang(masukan["target"]), Arah(masukan.get("arah", "naik")))
    return Indikator(
        uraian=masukan["indikator"],
        aspek=(Aspek(masukan["aspek"]),) if "aspek" in masukan else (),
        satuan=masukan.get("satuan", ""),
        target=target,
    )


def _peringatan(daftar):
    return [catatan for catatan in daftar if catatan.tingkat is Tingkat.PERINGATAN]


@pytest.mark.parametrize("kasus", _kasus("telaah_pasangan"))
def test_bad_wording_is_remarked_with_a_better_example(kasus):
    daftar = {catatan.kode: catatan for catatan in _telaah(kasus["masukan"])}

    assert kasus["kode"] in daftar
    assert daftar[kasus["kode"]].contoh
    assert daftar[kasus["kode"]].rujukan


@pytest.mark.parametrize("kasus", _kasus("telaah_pasangan"))
def test_its_repair_gets_no_warning(kasus):
    assert [
        _peringatan(_telaah(perbaikan)) for perbaikan in kasus["perbaikan"] if _peringatan(_telaah(perbaikan))
    ] == []


@pytest.mark.parametrize("kasus", _kasus("telaah_rhk_contoh"))
def test_good_plan_gets_no_warning(kasus):
    assert _peringatan(_telaah(kasus["masukan"])) == []


@pytest.mark.parametrize("kasus", _kasus("telaah_anak_lampiran_1"))
def test_tables_of_the_law_are_read_as_the_law_reads_them(kasus):
    kode = {catatan.kode for catatan in telaah_rhk(kasus["nama"])} & KODE_AKTIVITAS_DAN_KATEGORI

    diharapkan = {"aktivitas": {"rhk_aktivitas"}, "kategori": {"rhk_kategori"}, "pencapaian": set()}
    assert kode == diharapkan[kasus["keluaran"]]


@pytest.mark.parametrize("kasus", _kasus("telaah_lain"))
def test_rule_fires_where_it_should_and_only_there(kasus):
    kode = {catatan.kode for catatan in _telaah(kasus["masukan"])}

    assert kasus["kode"] in kode if "kode" in kasus else kasus["tidak"] not in kode


def test_case_files_are_complete():
    assert len(_kasus("telaah_pasangan")) == 24
    assert len(_kasus("telaah_rhk_contoh")) == 78
    assert len(_kasus("telaah_anak_lampiran_1")) == 38


def test_every_rule_of_the_table_is_exercised():
    dari_kasus = {
        kasus["kode"]
        for nama in ("telaah_pasangan", "telaah_lain")
        for (kasus,) in _values(nama)
        if "kode" in kasus
    }
    dari_uji_lain = {
        "rhk_kembar",
        "jumlah_rhk_banyak",
        "jumlah_rhk_tidak_lazim",
        "kata_kabur",
        "tanpa_angka_dasar",
        "rentang_satu_sisi",
        "indikator_panjang",
    }

    assert set(read_kata("aturan_skp")) == dari_kasus | dari_uji_lain


def _values(nama):
    return [param.values for param in _kasus(nama)]


def test_example_is_the_nearest_one_and_not_any():
    (catatan,) = (
        c for c in telaah_rhk("Menginput data kepegawaian ke aplikasi") if c.kode == "rhk_aktivitas"
    )

    assert catatan.contoh.startswith("Data kepegawaian mutakhir")


def test_vague_result_is_only_a_suggestion_because_the_indicator_may_measure_it():
    (catatan,) = telaah_rhk("Studi diselesaikan dengan hasil baik")

    assert (catatan.kode, catatan.tingkat) == ("kata_kabur", Tingkat.SARAN)


def test_change_without_a_starting_figure_is_a_suggestion_for_a_result():
    assert [catatan.kode for catatan in telaah_rhk("Meningkatnya kunjungan perpustakaan")] == [
        "tanpa_angka_dasar"
    ]


def test_range_open_on_its_good_side_is_mentioned():
    indikator = Indikator("Nilai SKM", satuan="nilai", target=Target(Decimal(82), None, Arah.NAIK))

    assert [catatan.kode for catatan in telaah_indikator(indikator)] == ["rentang_satu_sisi"]


def test_long_indicator_is_mentioned():
    indikator = Indikator(
        "Jumlah berkas " + "warga " * 40, satuan="berkas", target=Target(Decimal(1), Decimal(2))
    )

    assert [catatan.kode for catatan in telaah_indikator(indikator)] == ["indikator_panjang"]


def test_empty_fields_are_not_scolded_while_one_types():
    assert telaah_rhk("  ") == ()
    assert telaah_indikator(Indikator("")) == ()


def _rencana(*daftar_uraian):
    hasil = tuple(RencanaHasil(uraian, has_rhk_pimpinan=True) for uraian in daftar_uraian)
    return RencanaSKP(kategori=KategoriSKP.PEGAWAI, pendekatan=Pendekatan.KUANTITATIF, daftar_hasil=hasil)


def test_plan_names_the_field_of_each_remark():
    indikator = Indikator("Nilai SKM", satuan="nilai", target=Target(Decimal(86), Decimal(82)))
    rencana = RencanaSKP(
        kategori=KategoriSKP.PEGAWAI,
        pendekatan=Pendekatan.KUANTITATIF,
        daftar_hasil=(
            RencanaHasil("Warga puas dengan layanan loket"),
            RencanaHasil("Menulis surat", daftar_indikator=(indikator,)),
        ),
    )

    bidang = {catatan.kode: catatan.bidang for catatan in telaah_rencana(rencana)}

    assert bidang["rhk_aktivitas"] == "hasil.2.uraian"
    assert bidang["rentang_terbalik"] == "hasil.2.indikator.1.target"
    assert bidang["rhk_pimpinan_belum_dipilih"].startswith("hasil.")
    assert bidang["jumlah_rhk_tidak_lazim"] == "hasil"


@pytest.mark.parametrize(
    ("jumlah", "kode"),
    [
        (0, None),
        (2, "jumlah_rhk_tidak_lazim"),
        (3, None),
        (7, None),
        (8, "jumlah_rhk_tidak_lazim"),
        (10, "jumlah_rhk_tidak_lazim"),
        (11, "jumlah_rhk_banyak"),
    ],
)
def test_number_of_results_is_remarked_outside_the_usual(jumlah, kode):
    rencana = _rencana(*(f"Berkas {chr(65 + nomor) * 30} terbit" for nomor in range(jumlah)))

    ditemukan = [catatan.kode for catatan in telaah_rencana(rencana) if catatan.kode.startswith("jumlah_rhk")]

    assert ditemukan == ([kode] if kode else [])


def test_twins_inside_one_plan_are_found():
    rencana = _rencana(
        "Arsip inaktif tertata dan terdaftar", "Data pegawai mutakhir", "Arsip inaktif tertata & terdaftar."
    )

    assert [catatan.bidang for catatan in telaah_rencana(rencana) if catatan.kode == "rhk_kembar"] == [
        "hasil.3.uraian"
    ]
