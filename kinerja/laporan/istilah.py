"""The reports there are, the files they come in, and where a download stands."""

from __future__ import annotations

from kinerja.lib.pilihan import Pilihan


class JenisLaporan(Pilihan):
    PYB = "pyb", "Laporan kinerja pegawai kepada PyB"
    UNIT = "unit", "Rekap per unit"
    SEBARAN = "sebaran", "Sebaran predikat"
    JP = "jp", "Jam pelajaran"
    IKM = "ikm", "IKM per layanan"
    ANGKA_KREDIT = "angka-kredit", "Angka kredit"
    TINDAK_LANJUT = "tindak-lanjut", "Tindak lanjut"
    BKN_SKP = "bkn-skp", "Ekspor BKN: SKP tahunan"
    BKN_PERIODIK = "bkn-periodik", "Ekspor BKN: kinerja periodik"
    BKN_ANGKA_KREDIT = "bkn-angka-kredit", "Ekspor BKN: angka kredit"


EKSPOR_BKN = frozenset({JenisLaporan.BKN_SKP, JenisLaporan.BKN_PERIODIK, JenisLaporan.BKN_ANGKA_KREDIT})


class BentukBerkas(Pilihan):
    XLSX = "xlsx", "Excel (XLSX)"
    CSV = "csv", "CSV"
    PDF = "pdf", "PDF"
    ZIP = "zip", "ZIP dokumen"


TABEL = (BentukBerkas.XLSX, BentukBerkas.CSV, BentukBerkas.PDF)
JENIS_ISI = {
    BentukBerkas.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    BentukBerkas.CSV: "text/csv; charset=utf-8",
    BentukBerkas.PDF: "application/pdf",
    BentukBerkas.ZIP: "application/zip",
}


class KeadaanUnduhan(Pilihan):
    DISIAPKAN = "disiapkan", "Sedang disiapkan"
    SIAP = "siap", "Siap diunduh"
    GAGAL = "gagal", "Belum berhasil"
