"""Read a table that a person made in a spreadsheet program, as text, without trusting it."""

from kinerja.lib.lembar_kerja.bentuk import Baris, Batas, Lembar, LembarDitolak
from kinerja.lib.lembar_kerja.csv import read_csv
from kinerja.lib.lembar_kerja.xlsx import read_xlsx

__all__ = ["Baris", "Batas", "Lembar", "LembarDitolak", "read_lembar"]

_OFFICE_LAMA = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read_lembar(
    isi: bytes, *, nama: str = "berkas", batas: Batas | None = None, judul_dikenal: tuple[str, ...] = ()
) -> Lembar:
    """Read XLSX or CSV by content; with `judul_dikenal` a heading above the table is skipped."""
    batas = batas or Batas()
    if not isi:
        raise LembarDitolak(f"Berkas “{nama}” kosong. Periksa berkasnya lalu unggah lagi.")
    if len(isi) > batas.ukuran:
        raise LembarDitolak(
            f"Berkas “{nama}” lebih besar dari {batas.ukuran // 1024 // 1024} MB. Hapus gambar dan lembar lain "
            "yang tidak diperlukan, atau bagi menjadi beberapa berkas."
        )
    if isi.startswith(_OFFICE_LAMA):
        raise LembarDitolak(
            f"Berkas “{nama}” berformat lama (.xls) atau dikunci sandi. Buka di Excel, simpan sebagai "
            "“Excel Workbook (.xlsx)” tanpa sandi, lalu unggah lagi."
        )
    if isi.startswith(b"PK"):
        return read_xlsx(isi, nama=nama, batas=batas, judul_dikenal=judul_dikenal)
    return read_csv(isi, nama=nama, batas=batas, judul_dikenal=judul_dikenal)
