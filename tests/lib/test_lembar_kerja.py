import zipfile
from datetime import date, datetime
from io import BytesIO

import pytest
import xlsxwriter

from kinerja.lib.lembar_kerja import Batas, LembarDitolak, read_lembar

PAGI = datetime(2099, 1, 1, 7, 30)  # noqa: DTZ001 - a cell knows no zone


def _xlsx(baris, *, setelah=lambda lembar: None, lembar_lain=()) -> bytes:
    keluaran = BytesIO()
    with xlsxwriter.Workbook(keluaran, {"default_date_format": "dd/mm/yyyy"}) as buku:
        lembar = buku.add_worksheet("Pegawai")
        for nomor, isi in enumerate(baris):
            lembar.write_row(nomor, 0, isi)
        setelah(lembar)
        for nama in lembar_lain:
            buku.add_worksheet(nama)
    return keluaran.getvalue()


def _zip_dengan(nama: str, isi: bytes) -> bytes:
    keluaran = BytesIO()
    with zipfile.ZipFile(keluaran, "w", zipfile.ZIP_DEFLATED) as arsip:
        arsip.writestr("xl/workbook.xml", "<workbook/>")
        arsip.writestr(nama, isi)
    return keluaran.getvalue()


@pytest.mark.parametrize(
    "isi",
    [
        "NIP;Nama\n1990;Budi Å\n".encode(),
        "\ufeffNIP,Nama\r\n1990,Budi Å\r\n".encode(),
        "NIP\tNama\n1990\tBudi Å\n".encode("utf-16"),
        "NIP;Nama\n1990;Budi Å\n".encode("cp1252"),
        "sep=;\nNIP;Nama\n1990;Budi Å\n".encode(),
        '"NIP";"Nama"\n="1990";"Budi Å"\n'.encode(),
    ],
    ids=["utf-8", "utf-8-bom", "utf-16-tab", "windows-1252", "sep", "teks-excel"],
)
def test_csv_is_read_in_every_usual_encoding(isi):
    lembar = read_lembar(isi, nama="pegawai.csv")

    assert lembar.judul_kolom == ("NIP", "Nama")
    assert [baris.nilai for baris in lembar.baris] == [{"NIP": "1990", "Nama": "Budi Å"}]


def test_old_encoding_is_mentioned():
    assert "Windows-1252" in read_lembar("Nama\nÅ\n".encode("cp1252")).catatan[0]


def test_csv_number_shortened_by_a_program_is_reported():
    baris = read_lembar(b"NIP;Nama\n1,99E+17;Budi\n").baris[0]

    assert "ketik ulang sebagai teks" in baris.catatan[0]
    assert baris.kolom_angka == {"NIP"}


def test_xlsx_becomes_text_with_its_row_numbers():
    isi = _xlsx(
        [
            ["NIP", "TMT", "Jam", "Nilai", "Aktif"],
            ["199001012099011001", date(2099, 1, 1), PAGI, 1.234, True],
            [],
            ["199001012099011002", "", "", 1200, False],
        ]
    )

    lembar = read_lembar(isi, nama="pegawai.xlsx")

    assert [baris.nomor for baris in lembar.baris] == [2, 4]
    assert lembar.baris[0].nilai == {
        "NIP": "199001012099011001",
        "TMT": "2099-01-01",
        "Jam": "2099-01-01 07:30",
        "Nilai": "1,234",
        "Aktif": "ya",
    }
    assert lembar.baris[1].nilai["Nilai"] == "1200"
    assert lembar.baris[0].kolom_angka == {"Nilai"}
    assert lembar.catatan == ()


def test_nip_stored_as_a_number_is_reported():
    isi = _xlsx([["NIP"], [199001012099011001]])

    baris = read_lembar(isi).baris[0]

    assert baris.kolom_angka == {"NIP"}
    assert "digit setelah ke-15 sudah hilang" in baris.catatan[0]


def test_heading_above_the_table_is_skipped_when_the_columns_are_known():
    isi = _xlsx([["Daftar Pegawai Kecamatan"], [], ["nip", "Nama "], ["1", "Budi"]])

    lembar = read_lembar(isi, judul_dikenal=("NIP", "Nama"))

    assert lembar.judul_kolom == ("nip", "Nama")
    assert [baris.nomor for baris in lembar.baris] == [4]


def test_formula_merged_cells_and_further_sheets_are_tolerated_and_mentioned():
    def setelah(lembar):
        lembar.write_formula("B2", "=1+1", None, 2)
        lembar.merge_range("C2:C3", "Budi")

    lembar = read_lembar(_xlsx([["A", "B", "C"], ["x"], ["y"]], setelah=setelah, lembar_lain=["Petunjuk"]))

    assert [baris.nilai for baris in lembar.baris] == [
        {"A": "x", "B": "2", "C": "Budi"},
        {"A": "y", "B": "", "C": ""},
    ]
    assert [kata for kata in ("2 lembar", "digabung", "rumus") if kata in " ".join(lembar.catatan)] == [
        "2 lembar",
        "digabung",
        "rumus",
    ]


def test_filled_column_without_heading_keeps_its_content():
    lembar = read_lembar(b"NIP;;Nama\n1;catatan;Budi\n")

    assert lembar.baris[0].nilai == {"NIP": "1", "(kolom B tanpa judul)": "catatan", "Nama": "Budi"}


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        (b"", "kosong"),
        (b"\n\n;;\n", "Tabelnya kosong"),
        (b"NIP;nip\n1;2\n", "ada dua kali"),
        (b"\x00\x01\x02 gambar", "bukan tabel"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", "format"),
        (b"PK\x03\x04 rusak", "rusak"),
        (_zip_dengan("xl/worksheets/sheet1.xml", b"<x/>"), "rusak"),
        (b";".join(b"K%d" % nomor for nomor in range(61)), "61 kolom; paling banyak 60"),
        (b'A;B\n"' + b"x" * 200_000, "Tanda kutip"),
    ],
    ids=[
        "kosong",
        "hanya-pemisah",
        "judul-ganda",
        "biner",
        "xls",
        "zip-rusak",
        "bukan-xlsx",
        "lebar",
        "kutip",
    ],
)
def test_unreadable_table_is_refused_with_what_to_do(isi, pesan):
    with pytest.raises(LembarDitolak, match=pesan):
        read_lembar(isi, nama="pegawai")


def test_word_document_is_not_taken_for_a_spreadsheet():
    keluaran = BytesIO()
    with zipfile.ZipFile(keluaran, "w") as arsip:
        arsip.writestr("word/document.xml", "<document/>")

    with pytest.raises(LembarDitolak, match="bukan berkas Excel"):
        read_lembar(keluaran.getvalue())


def test_rows_are_limited_from_the_row_after_the_limit():
    batas = Batas(baris=3)

    assert len(read_lembar(b"A\n1\n2\n3\n", batas=batas).baris) == 3
    with pytest.raises(LembarDitolak, match="paling banyak 3 baris"):
        read_lembar(b"A\n1\n2\n3\n4\n", batas=batas)


def test_hundred_thousand_rows_are_refused_before_they_are_read():
    sel = b"".join(b'<row r="%d"><c r="A%d"><v>1</v></c></row>' % (n, n) for n in range(1, 100_001))
    isi = _zip_dengan(
        "xl/worksheets/sheet1.xml", b"<worksheet><sheetData>" + sel + b"</sheetData></worksheet>"
    )

    with pytest.raises(LembarDitolak, match=r"baris 100\.000.*20\.000 baris"):
        read_lembar(isi)


@pytest.mark.parametrize(
    ("bagian", "xml"),
    [
        ("xl/worksheets/sheet1.xml", b'<sheetData><row r="999999999999"><c><v>1</v></c></row></sheetData>'),
        ("xl/worksheets/sheet1.xml", b'<sheetData><c r="A999999999999"><v>1</v></c></sheetData>'),
        ("xl/worksheets/sheet1.xml", b'<sheetData><c r="A1"><v>1</v></sheetData>'),
        ("xl/sharedStrings.xml", b'<sst uniqueCount="6999999999999"/>'),
        ("xl/styles.xml", b'<cellXfs count="6999999999999"/>'),
        ("xl/worksheets/gambar.png", b'<sheetData><c r="A999999999999"><v>1</v></c></sheetData>'),
        ("xl/workbook.xml.rels", b'<!DOCTYPE a [<!ENTITY b "c">]><a/>'),
    ],
    ids=[
        "baris-palsu",
        "alamat-palsu",
        "tidak-tertutup",
        "jumlah-teks-palsu",
        "jumlah-gaya-palsu",
        "nama-palsu",
        "doctype",
    ],
)
def test_part_that_lies_about_itself_is_refused_before_memory_is_asked_for(bagian, xml):
    with pytest.raises(LembarDitolak, match="rusak"):
        read_lembar(_zip_dengan(bagian, xml))


def test_stray_cell_in_the_far_corner_is_refused_before_memory_is_asked_for():
    isi = _zip_dengan("xl/worksheets/sheet1.xml", b'<sheetData><c r="XFD1"><v>1</v></c></sheetData>')

    with pytest.raises(LembarDitolak, match=r"16\.384 kolom"):
        read_lembar(isi)


def test_cells_that_are_only_styled_do_not_count():
    isi = _xlsx([["A"], ["1"]], setelah=lambda lembar: lembar.set_row(50_000, 30))

    assert len(read_lembar(isi).baris) == 1


def test_zip_bomb_is_refused():
    isi = _zip_dengan("xl/worksheets/sheet1.xml", b" " * (81 * 1024 * 1024))

    assert len(isi) < 200_000
    with pytest.raises(LembarDitolak, match="tidak aman dibuka"):
        read_lembar(isi)


def test_zip_bomb_that_lies_about_its_size_is_refused():
    jujur = _zip_dengan("xl/worksheets/sheet1.xml", b" " * (40 * 1024 * 1024))
    bohong = jujur.replace((40 * 1024 * 1024).to_bytes(4, "little"), (100).to_bytes(4, "little"))

    assert bohong != jujur
    with pytest.raises(LembarDitolak, match="tidak aman dibuka"):
        read_lembar(bohong)


def test_file_above_the_size_limit_is_refused():
    with pytest.raises(LembarDitolak, match="lebih besar dari 1 MB"):
        read_lembar(b"A\n" + b"1\n" * 600_000, batas=Batas(ukuran=1024 * 1024))
