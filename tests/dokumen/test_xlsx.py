import io
import zipfile
from datetime import date
from decimal import Decimal

from python_calamine import CalamineWorkbook

from kinerja.dokumen.xlsx import KolomXLSX, LembarXLSX, tulis_xlsx

NIP = "199001152099032003"
KOLOM = (
    KolomXLSX(judul="NIP", lebar=22),
    KolomXLSX(judul="Nama", lebar=32),
    KolomXLSX(judul="Nilai", jenis="angka"),
    KolomXLSX(judul="Tanggal lahir", jenis="tanggal"),
)


def baca(isi, nama="Pegawai"):
    buku = CalamineWorkbook.from_filelike(io.BytesIO(isi))
    return buku.get_sheet_by_name(nama).to_python()


def test_nip_keeps_all_its_digits_and_dates_stay_dates():
    baris = (NIP, "Budi Rahayu", Decimal("86.5"), date(1990, 1, 15))

    isi = tulis_xlsx(LembarXLSX(nama="Pegawai", daftar_kolom=KOLOM, daftar_baris=[baris]))

    assert baca(isi) == [
        ["NIP", "Nama", "Nilai", "Tanggal lahir"],
        [NIP, "Budi Rahayu", 86.5, date(1990, 1, 15)],
    ]


def test_text_that_looks_like_a_formula_or_a_link_is_written_as_text():
    jebakan = ["=1+1", "@SUM(A1)", "+62812", "-3", "https://contoh.go.id", "{=A1}"]
    lembar = LembarXLSX(
        nama="Pegawai", daftar_kolom=(KolomXLSX(judul="Isi"),), daftar_baris=[[teks] for teks in jebakan]
    )

    isi = tulis_xlsx(lembar)

    assert [baris[0] for baris in baca(isi)[1:]] == jebakan


def test_sheet_name_that_excel_refuses_is_made_acceptable():
    nama = "Rekap [2026]: triwulan I/II *sementara*"

    isi = tulis_xlsx(LembarXLSX(nama=nama, daftar_kolom=KOLOM), LembarXLSX(nama="[]", daftar_kolom=KOLOM))

    assert CalamineWorkbook.from_filelike(io.BytesIO(isi)).sheet_names == [
        "Rekap  2026   triwulan I II  se",
        "Lembar 2",
    ]


def test_rows_may_come_from_a_generator_and_none_is_an_empty_cell():
    baris = ((f"{nomor:018d}", None, nomor, None) for nomor in range(5_000))

    tabel = baca(tulis_xlsx(LembarXLSX(nama="Pegawai", daftar_kolom=KOLOM, daftar_baris=baris)))

    assert len(tabel) == 5_001
    assert tabel[-1] == ["000000000000004999", "", 4999, ""]


def test_template_offers_choices_and_a_frozen_header():
    lembar = LembarXLSX(nama="Templat", daftar_kolom=(KolomXLSX(judul="Status", pilihan=("PNS", "PPPK")),))

    isi = tulis_xlsx(lembar)

    halaman = zipfile.ZipFile(io.BytesIO(isi)).read("xl/worksheets/sheet1.xml").decode()
    assert '"PNS,PPPK"' in halaman
    assert 'state="frozen"' in halaman


def test_sheets_with_the_same_name_are_told_apart():
    lembar = LembarXLSX(nama="Rekap", daftar_kolom=KOLOM)

    isi = tulis_xlsx(lembar, lembar)

    assert CalamineWorkbook.from_filelike(io.BytesIO(isi)).sheet_names == ["Rekap", "Rekap 2"]
