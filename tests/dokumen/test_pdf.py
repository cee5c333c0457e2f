import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
import segno

from kinerja.dokumen import isian as i
from kinerja.dokumen.bentuk import FORMAT_PER_KODE
from kinerja.dokumen.pdf import cetak
from kinerja.peraturan.formulir import DAFTAR_FORMULIR
from tests.dokumen.contoh import CONTOH
from tests.dokumen.isi import KUANTITATIF_JF, WORKBLOCK
from tests.dokumen.pemeran import BIDAN, KEPALA_DAERAH, umpan_balik

SKP = CONTOH["A.1.7"]
EVALUASI = CONTOH["C.1.3"]
TEGAK = ("A.1.8", "B.1.1", "B.1.2", "B.1.6", "B.1.7", "B.1.8", "B.1.9", "B.1.10", "D.1.1", "D.1.2", "D.1.3")


def hasil(rencana, *, banyak=1):
    daftar = tuple(i.Indikator(teks=f"indikator {nomor}", target="1") for nomor in range(banyak))
    return i.HasilKerja(rencana=rencana, daftar_indikator=daftar)


def test_every_form_of_the_register_is_printed():
    assert set(FORMAT_PER_KODE) == set(CONTOH)
    assert set(DAFTAR_FORMULIR) <= set(FORMAT_PER_KODE)
    assert all(type(CONTOH[kode]) is FORMAT_PER_KODE[kode] for kode in CONTOH)


@pytest.mark.parametrize("kode", CONTOH)
def test_every_page_says_which_document_it_is_and_how_to_check_it(kode, baca):
    bacaan = baca(cetak(CONTOH[kode]))

    banyak = len(bacaan.daftar_halaman)
    for nomor, halaman in enumerate(bacaan.daftar_halaman, start=1):
        assert f"Format {kode} · PermenPANRB 6/2022 Dokumen SKP-2026-000123 · Versi 2" in halaman
        assert f"Halaman {nomor} dari {banyak}" in halaman
        assert "https://kinerja.contoh.go.id/periksa/CTTM-2XDA Kode pemeriksaan: CTTM-2XDA" in halaman


@pytest.mark.parametrize("kode", CONTOH)
def test_pdf_is_tagged_dated_titled_and_of_the_right_shape(kode, baca):
    pdf = baca(cetak(CONTOH[kode])).pdf

    assert pdf.root_object["/MarkInfo"]["/Marked"]
    assert pdf.root_object["/Lang"] == "id"
    assert pdf.metadata.title.startswith(f"Format {kode} ")
    assert pdf.metadata.creation_date == CONTOH[kode].dibuat_pada
    assert (pdf.pages[0].mediabox.height > pdf.pages[0].mediabox.width) == (kode in TEGAK)
    arsip = pdf.root_object["/Metadata"].get_data().decode()
    assert "<pdfaid:part>2</pdfaid:part>" in arsip
    assert "<pdfuaid:part>1</pdfuaid:part>" in arsip


def test_same_content_prints_the_same_bytes():
    assert cetak(SKP) == cetak(SKP)


def test_qr_on_the_page_is_the_one_of_the_verification_address(baca):
    lampiran = CONTOH["A.1.8"]
    matriks = segno.make(lampiran.verifikasi.alamat, error="m", micro=False).matrix

    gambar = baca(cetak(lampiran)).pdf.pages[0].get_contents().get_data().decode("latin1")

    hitam = {
        (int(baris), kolom)
        for awal, baris, akhir in re.findall(r"(\d+) (\d+)\.5 m (\d+) \d+\.5 l", gambar)
        for kolom in range(int(awal), int(akhir))
    }
    assert hitam == {
        (baris, kolom) for baris, isi in enumerate(matriks) for kolom, modul in enumerate(isi) if modul
    }


def test_threads_may_print_at_the_same_time():
    daftar_kode = ["A.1.8", "B.1.1", "D.1.1", "A.1.3"] * 4

    with ThreadPoolExecutor(max_workers=4) as pekerja:
        bersamaan = list(pekerja.map(lambda kode: cetak(CONTOH[kode]), daftar_kode))

    assert bersamaan == [cetak(CONTOH[kode]) for kode in daftar_kode]


def test_document_without_verification_promises_none(baca):
    bacaan = baca(cetak(replace(SKP, verifikasi=None)))

    assert "Keaslian" not in bacaan.teks
    assert "Halaman 1 dari 2" in bacaan.teks


@pytest.mark.parametrize("kode", CONTOH)
def test_draft_says_so_on_every_page_and_a_final_one_never_does(kode, baca):
    draf = baca(cetak(replace(CONTOH[kode], draf=True)))

    assert all("DRAF — belum ditetapkan" in halaman for halaman in draf.daftar_halaman)
    assert "DRAF" not in baca(cetak(CONTOH[kode])).teks


def test_markup_in_user_text_is_printed_as_it_was_typed(baca):
    jahat = '*tebal* #panic("x") $ a^2 $ \\ _miring_ <b>x</b> `kode` @rujukan [isi] "kutip" // catatan'
    jahat_awal_baris = "= Judul\n- butir\n+ nomor\n/ istilah: isi"
    isian = replace(
        SKP,
        instansi=jahat,
        daftar_utama=(hasil(f"{jahat}\n{jahat_awal_baris}"),),
        pegawai=replace(BIDAN, nama=jahat),
    )

    teks = baca(cetak(isian)).teks

    assert teks.replace(" ", "").count(jahat.replace(" ", "")) == 3
    assert "= Judul - butir + nomor / istilah: isi" in teks


def test_three_hundred_rows_are_all_there_with_the_header_on_each_page(baca):
    isian = replace(EVALUASI, daftar_utama=tuple(hasil(f"hasil-{nomor}.") for nomor in range(1, 301)))

    bacaan = baca(cetak(isian))

    bacaan.assert_order(*(f"{nomor} - hasil-{nomor}. indikator 0 1" for nomor in range(1, 301)))
    halaman_hasil = [halaman for halaman in bacaan.daftar_halaman if "indikator 0" in halaman]
    assert len(halaman_hasil) > 5
    assert all("INDIKATOR KINERJA INDIVIDU" in halaman and "(8)" in halaman for halaman in halaman_hasil)


def test_numbering_of_results_runs_on_into_tambahan(baca):
    isian = replace(SKP, daftar_utama=(hasil("satu"), hasil("dua")), daftar_tambahan=(hasil("tiga"),))

    baca(cetak(isian)).assert_order("A. UTAMA", "1 - satu", "2 - dua", "B. TAMBAHAN", "3 - tiga", "PERILAKU")


def test_words_longer_than_their_column_are_broken_and_still_read_as_one(baca):
    daftar_kata = ("x" * 60, "y" * 60, "9" * 60, "mempertanggungjawabkan")
    tautan = "https://contoh.go.id/berkas/1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789abcdef"
    indikator = i.Indikator(teks=tautan, target=daftar_kata[3], realisasi=(daftar_kata[2],))
    satu = i.HasilKerja(
        rencana=daftar_kata[0],
        daftar_indikator=(indikator,),
        umpan_balik=umpan_balik(("Pimpinan", daftar_kata[1])),
    )

    halaman = baca(cetak(replace(EVALUASI, daftar_utama=(satu,)))).pdf.pages[0].extract_text()

    menyatu = re.sub(r"\s|\u2010|-\n", "", halaman)
    assert all(kata in menyatu.replace("-", "") for kata in daftar_kata)
    assert tautan in menyatu
    hasil_kerja = halaman[halaman.index("A. UTAMA") : halaman.index("Keaslian")]
    assert max(len(kata) for kata in hasil_kerja.split()) <= 30


def test_control_characters_and_foreign_scripts_do_not_stop_the_printer(baca):
    isian = replace(SKP, daftar_utama=(hasil("Rapi\x00\x0b bagus 😊 \u202esekali سلام Żółć Ελ"),))

    assert "bagus □ sekali" in baca(cetak(isian)).teks


def test_assessor_alone_signs_the_evaluation_and_employee_alone_the_action_plan(baca):
    evaluasi = baca(cetak(EVALUASI)).teks
    rencana_aksi = baca(cetak(CONTOH["B.1.1"])).teks

    assert "Pejabat Penilai Kinerja Ditandatangani" in evaluasi
    assert "Pegawai yang Dinilai" not in evaluasi
    assert "Pegawai yang Dinilai Ditandatangani" in rencana_aksi
    assert "Pejabat Penilai Kinerja" not in rencana_aksi


def test_missing_signature_leaves_a_line_to_write_on_above_the_printed_name(baca):
    teks = baca(cetak(CONTOH["A.1.7"])).teks

    assert f"{'.' * 24}, {'.' * 24} Pejabat Penilai Kinerja drg. Sari Lestari" in teks


def test_blank_evaluation_prints_the_choices_of_the_form(baca):
    kosong = {"capaian_organisasi": "", "rating_hasil_kerja": "", "rating_perilaku": "", "predikat": ""}

    baca(cetak(replace(EVALUASI, **kosong))).assert_order(
        "ISTIMEWA/ BAIK/ BUTUH PERBAIKAN/ KURANG/ SANGAT KURANG",
        "Kurva tampil setelah capaian kinerja organisasi ditetapkan.",
        "DIATAS EKSPEKTASI/ SESUAI EKSPEKTASI/ DIBAWAH EKSPEKTASI**",
        "DIATAS EKSPEKTASI/ SESUAI EKSPEKTASI/ DIBAWAH EKSPEKTASI**",
        "SANGAT BAIK/ BAIK/ BUTUH PERBAIKAN/ KURANG (MISCONDUCT)/ SANGAT KURANG",
    )


@pytest.mark.parametrize("capaian", ["Istimewa", "Baik", "Butuh Perbaikan", "Kurang", "Sangat Kurang"])
def test_each_result_of_the_organisation_has_its_curve(capaian, baca):
    teks = baca(cetak(replace(EVALUASI, capaian_organisasi=capaian))).teks

    assert f"DENGAN CAPAIAN KINERJA ORGANISASI {capaian.upper()} " in teks


def test_perspective_is_named_only_where_it_is_used(baca):
    tanpa = replace(CONTOH["C.1.1"], daftar_utama=(hasil("Ibu hamil terlayani"),), daftar_tambahan=())

    teks = baca(cetak(tanpa)).teks

    assert "Ukuran Keberhasilan/ Indikator Kinerja Individu dan Target:" in teks
    assert "Target, dan Perspektif" not in teks


def test_result_with_several_indicators_carries_its_own_words_once(baca):
    bacaan = baca(cetak(replace(SKP, daftar_utama=KUANTITATIF_JF[:1])))

    assert bacaan.teks.count("Aplikasi layanan menjalankan proses bisnis") == 1
    for aspek in ("Kualitas Tingkat kesesuaian", "Kuantitas Persentase modul", "Waktu Ketepatan waktu"):
        assert aspek in bacaan.teks


def test_matrix_wider_than_a_page_continues_in_a_further_table(baca):
    matriks = i.Matriks(
        nama="Sari",
        jabatan="Kepala",
        daftar_indikator=tuple(f"IKI-{nomor}." for nomor in range(12)),
        daftar_baris=(
            i.BarisMatriks(
                nama="Budi", jabatan="Bidan", daftar_peran=tuple((f"peran-{nomor}.",) for nomor in range(11))
            ),
        ),
    )

    bacaan = baca(cetak(replace(CONTOH["A.1.5"], daftar_matriks=(matriks,))))

    assert bacaan.teks.count("OUTCOME ANTARA/ OUTPUT/ LAYANAN") == 3
    bacaan.assert_order("Budi Bidan peran-0.", "Budi Bidan peran-5.", "Budi Bidan peran-10. TIDAK ADA PERAN")


def test_each_workblock_and_each_manual_starts_a_page(baca):
    dua = replace(CONTOH["A.1.4"], daftar_workblock=(WORKBLOCK, replace(WORKBLOCK, judul_inisiatif="Kedua")))

    bacaan = baca(cetak(dua))

    assert len(bacaan.daftar_halaman) == 2
    assert "Kedua" in bacaan.daftar_halaman[1]


def test_regent_without_nip_prints_a_dash_and_no_empty_nip_line(baca):
    bacaan = baca(cetak(CONTOH["C.1.2"]))

    bacaan.assert_order("NIP (*opsional) –", "5 INSTANSI Pemerintah Kabupaten Contoh")
    assert f"{KEPALA_DAERAH.nama} NIP" not in bacaan.teks
