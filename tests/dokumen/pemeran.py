"""Invented people who play in the printed examples, and what they sign and say."""

from datetime import UTC, datetime

from kinerja.dokumen import isian as i

DAERAH = {
    "instansi": "PEMERINTAH KABUPATEN CONTOH",
    "periode_penilaian": "1 JANUARI SD 31 DESEMBER TAHUN 2026",
    "kode_dokumen": "SKP-2026-000123",
    "versi": "2",
    "dibuat_pada": datetime(2026, 1, 30, 3, 0, tzinfo=UTC),
    "verifikasi": i.Verifikasi(alamat="https://kinerja.contoh.go.id/periksa/CTTM-2XDA", kode="CTTM-2XDA"),
}
KEPALA_DINAS = i.Orang(
    nama="dr. Ratna Wulandari, M.Kes.",
    nip="197503142099032001",
    pangkat_golongan="Pembina Utama Muda / IV/c",
    jabatan="Kepala Dinas Kesehatan",
    unit_kerja="Dinas Kesehatan",
    instansi="Pemerintah Kabupaten Contoh",
)
KEPALA_DAERAH = i.Orang(
    nama="H. Surya Darma", jabatan="Bupati Contoh", instansi="Pemerintah Kabupaten Contoh"
)
KEPALA_PUSKESMAS = i.Orang(
    nama="drg. Sari Lestari",
    nip="198205202099032002",
    pangkat_golongan="Pembina / IV/a",
    jabatan="Kepala Puskesmas Melati",
    unit_kerja="Puskesmas Melati",
)
BIDAN = i.Orang(
    nama="Budi Rahayu, A.Md.Keb.",
    nip="199001152099032003",
    pangkat_golongan="Penata / III/c",
    jabatan="Bidan Penyelia",
    unit_kerja="Puskesmas Melati",
)


def tanda_tangan(orang, tanggal="30 Januari 2026", keterangan="Ditandatangani secara elektronik"):
    return i.TandaTangan(
        tempat="Contoh", tanggal=tanggal, nama=orang.nama, nip=orang.nip, keterangan=keterangan
    )


def umpan_balik(*pasangan):
    return tuple(i.UmpanBalik(pemberi=pemberi, teks=teks) for pemberi, teks in pasangan)
