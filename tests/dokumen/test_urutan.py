"""Every form carries the fields of the regulation, in its order (PermenPANRB 6/2022, Format A.1.1 to D.1.3).

Those of guidance stand in test_bimbingan.py.
"""

import pytest

from kinerja.dokumen.pdf import cetak
from kinerja.peraturan.perilaku import NilaiDasar
from tests.dokumen.contoh import CONTOH
from tests.dokumen.pemeran import BIDAN, KEPALA_DAERAH, KEPALA_DINAS, KEPALA_PUSKESMAS

KUALITATIF = "PENDEKATAN HASIL KERJA KUALITATIF"
KUANTITATIF = "PENDEKATAN HASIL KERJA KUANTITATIF"
JPT = "BAGI PEJABAT PIMPINAN TINGGI DAN PIMPINAN UNIT KERJA MANDIRI"
JA_JF = "BAGI PEJABAT ADMINISTRASI DAN PEJABAT FUNGSIONAL"
INSTANSI = ("PEMERINTAH KABUPATEN CONTOH", "PERIODE PENILAIAN:", "1 JANUARI SD 31 DESEMBER TAHUN 2026")
TAMBAHAN_KOSONG = ("B. TAMBAHAN", "-", "(dapat ditambahkan pada tahun berjalan)")
REALISASI = "REALISASI BERDASARKAN BUKTI DUKUNG"
UMPAN_BALIK = "UMPAN BALIK BERKELANJUTAN BERDASARKAN BUKTI DUKUNG"
KOLOM_JPT = ("NO.", "RENCANA HASIL KERJA", "INDIKATOR KINERJA INDIVIDU", "TARGET", "PERSPEKTIF")
KOLOM_JA_JF = (
    "NO.",
    "RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI",
    "RENCANA HASIL KERJA",
    "ASPEK",
    "INDIKATOR KINERJA INDIVIDU",
    "TARGET",
)
PEGAWAI_TTD = "Pegawai yang Dinilai"
PENILAI_TTD = "Pejabat Penilai Kinerja"


def identitas(pegawai, penilai, *, pangkat="PANGKAT/ GOL. RUANG", nip="NIP", unit="UNIT KERJA"):
    unit_penilai = penilai.instansi if unit == "INSTANSI" else penilai.unit_kerja
    baris = (
        ("1 NAMA", pegawai.nama, "1 NAMA", penilai.nama),
        ("2 NIP", pegawai.nip, f"2 {nip}", penilai.nip or "–"),
        (f"3 {pangkat}", pegawai.pangkat_golongan, f"3 {pangkat}", penilai.pangkat_golongan or "–"),
        ("4 JABATAN", pegawai.jabatan, "4 JABATAN", penilai.jabatan),
        ("5 UNIT KERJA", pegawai.unit_kerja, f"5 {unit}", unit_penilai or "–"),
    )
    kepala = ("NO", "PEGAWAI YANG DINILAI", "NO", "PEJABAT PENILAI KINERJA")
    return (*kepala, *(teks for satu in baris for teks in satu))


def perilaku(judul):
    isi = [judul]
    for nomor, nilai in enumerate(NilaiDasar, start=1):
        isi += [f"{nomor} {nilai.label}", *nilai.panduan, "Ekspektasi Khusus Pimpinan:"]
    return tuple(isi)


def nomor_kolom(banyak):
    return tuple(f"({nomor})" for nomor in range(1, banyak + 1))


def orang_dokumen(nomor, judul, orang):
    return (
        f"{nomor}. {judul}",
        f"NAMA : {orang.nama}",
        f"NIP : {orang.nip}",
        f"PANGKAT/GOL RUANG : {orang.pangkat_golongan}",
        f"JABATAN : {orang.jabatan}",
        f"UNIT KERJA : {orang.unit_kerja}",
    )


ID_JPT = identitas(KEPALA_DINAS, KEPALA_DAERAH, nip="NIP (*opsional)")
ID_BIDAN = identitas(BIDAN, KEPALA_PUSKESMAS)
ID_BIDAN_RAPAT = identitas(BIDAN, KEPALA_PUSKESMAS, pangkat="PANGKAT/GOL RUANG")
ID_JPT_INSTANSI = identitas(
    KEPALA_DINAS, KEPALA_DAERAH, pangkat="PANGKAT/GOL RUANG", nip="NIP (*opsional)", unit="INSTANSI"
)
ORGANISASI = (
    "CAPAIAN KINERJA ORGANISASI*",
    "BAIK",
    "POLA DISTRIBUSI",
    "KURVA DISTRIBUSI PREDIKAT KINERJA PEGAWAI DENGAN CAPAIAN KINERJA ORGANISASI BAIK",
    "Frekuensi Pegawai",
    "Sangat Kurang",
    "Kurang/Misconduct",
    "Butuh Perbaikan",
    "Baik",
    "Sangat Baik",
    "Predikat Kinerja Pegawai",
)
RATING_HASIL = ("RATING HASIL KERJA*", "SESUAI EKSPEKTASI**")
PENUTUP_EVALUASI = (
    "RATING PERILAKU KERJA*",
    "DIBAWAH EKSPEKTASI**",
    "PREDIKAT KINERJA PEGAWAI*",
    "KURANG (MISCONDUCT)",
    "Contoh, 30 Januari 2026",
    PENILAI_TTD,
)
DOKUMEN = (
    "DOKUMEN EVALUASI KINERJA PEGAWAI",
    "PERIODE*: TAHUNAN**",
    *INSTANSI[:1],
    *orang_dokumen(1, "PEGAWAI YANG DINILAI", BIDAN),
    *orang_dokumen(2, "PEJABAT PENILAI KINERJA", KEPALA_PUSKESMAS),
    *orang_dokumen(3, "ATASAN PEJABAT PENILAI KINERJA", KEPALA_DINAS),
    "4. EVALUASI KINERJA",
    "CAPAIAN KINERJA ORGANISASI : BAIK",
    "PREDIKAT KINERJA PEGAWAI : BUTUH PERBAIKAN",
    "5. CATATAN/ REKOMENDASI",
    "Ikuti pelatihan kegawatdaruratan",
)

URUTAN = {
    "A.1.1": (
        "SASARAN KINERJA PEGAWAI", KUALITATIF, JPT, *INSTANSI, *ID_JPT,
        "HASIL KERJA", "A. UTAMA",
        "1 Masyarakat makin sehat", "(penugasan dari Kepala Daerah)",
        "Ukuran keberhasilan/ Indikator Kinerja Individu, Target, dan Perspektif:",
        "- Sebagian besar keluarga", "(Perspektif Penerima Layanan)", "- Keluhan atas layanan",
        "2 Anggaran dinas", "(Perspektif Anggaran)",
        "B. TAMBAHAN", "3 Posyandu binaan", "Tiga posyandu buka setiap bulan",
        *perilaku("PERILAKU KERJA*"),
        "Melibatkan semua pihak", "Contoh, 30 Januari 2026", "H. Surya Darma",
        "* Pimpinan dapat memberikan Ekspektasi khusus",
    ),
    "A.1.2": (
        "SASARAN KINERJA PEGAWAI", KUANTITATIF, JPT, *INSTANSI, *ID_JPT,
        "HASIL KERJA", *KOLOM_JPT, *nomor_kolom(5), "A. UTAMA",
        "1 Meningkatnya pelayanan", "(penugasan dari Menteri)", "Persentase peningkatan", "61,95%", "Penerima Layanan",
        "3 Anggaran program", "Nilai Indikator Kinerja", "95", "Anggaran",
        *TAMBAHAN_KOSONG, *perilaku("PERILAKU KERJA*"), "Contoh, 30 Januari 2026",
    ),
    "A.1.3": (
        "MANUAL INDIKATOR KINERJA", "SKP PEJABAT PIMPINAN TINGGI DAN PIMPINAN UNIT KERJA MANDIRI", *INSTANSI,
        "RENCANA HASIL KERJA", "Masyarakat makin sehat",
        "UKURAN KEBERHASILAN/ INDIKATOR KINERJA", "Persentase keluarga sehat",
        "TUJUAN", "Mengetahui jangkauan",
        "DESKRIPSI", "Definisi", "Keluarga sehat adalah", "Dihitung per desa.",
        "Formula (opsional bagi pendekatan hasil kerja kualitatif)", "× 100%",
        "SATUAN PENGUKURAN", "(opsional bagi pendekatan hasil kerja kualitatif)", "Persen",
        "KUALITAS DAN TINGKAT KENDALI", "( X ) Outcome", "( ) Outcome Antara", "( ) Output kendali rendah",
        "SUMBER DATA", "Rekapitulasi survei",
        "PERIODE PELAPORAN", "( ) Bulanan", "( ) Triwulanan", "( ) Semesteran", "( X ) Tahunan",
    ),
    "A.1.4": (
        "WORKBLOCK UNTUK IDENTIFIKASI STRATEGI PENCAPAIAN HASIL KERJA",
        "JUDUL INISIATIF STRATEGI PENCAPAIAN IKU", "Layanan kehamilan",
        "INDIKATOR DAN TARGET YANG DIINTERVENSI", "Ibu hamil mendapat layanan",
        "PEMILIK STRATEGI", "Kepala Puskesmas", "PIHAK YANG TERLIBAT", "Poliklinik desa",
        "WAKTU PENYELESAIAN", "12 bulan", "PENERIMA MANFAAT", "Ibu hamil",
        "TUJUAN", "Meningkatnya kualitas", "ANGGARAN", "Rp120.000.000",
        "STRATEGI (KEY ACTIVITIES)", "A. RUTIN", "1. Memangkas", "2. Menambah", "B. TRANSFORMATIF", "3. Memutakhirkan",
        "KELUARAN KUNCI (KEY MILESTONE)", "A. RUTIN", "1. Layanan", "B. TRANSFORMATIF", "2. Data", "3. Bidan desa",
    ),
    "A.1.5": (
        "MATRIKS PEMBAGIAN PERAN DAN HASIL",
        "PEGAWAI", "JABATAN", "OUTCOME ANTARA/ OUTPUT/ LAYANAN",
        "drg. Sari Lestari", "Kepala Puskesmas Melati", "Ibu hamil puas", "Obat tersedia",
        "dr. Anton Wijaya", "Ketua Tim Pelayanan", "Layanan pemeriksaan cepat", "TIDAK ADA PERAN",
        "Rina Kartika", "Apoteker", "TIDAK ADA PERAN", "Stok obat",
        "PEGAWAI", "JABATAN", "OUTCOME ANTARA/ OUTPUT/ LAYANAN",
        "dr. Anton Wijaya", "Layanan pemeriksaan cepat", "Budi Rahayu", "Pemeriksaan sesuai alur",
    ),
    "A.1.6": (
        "SASARAN KINERJA PEGAWAI", KUALITATIF, JA_JF, *INSTANSI, *ID_BIDAN,
        "HASIL KERJA", "A. UTAMA", "1 Ibu hamil", "(penugasan dari Kepala Puskesmas)",
        "Ukuran keberhasilan/ indikator kinerja individu dan Target:", "Ibu hamil yang datang",
        *TAMBAHAN_KOSONG, *perilaku("PERILAKU KERJA*"), "Contoh, 30 Januari 2026",
    ),
    "A.1.7": (
        "SASARAN KINERJA PEGAWAI", KUANTITATIF, JA_JF, *INSTANSI, *ID_BIDAN,
        "HASIL KERJA", KOLOM_JA_JF[0], f"{KOLOM_JA_JF[1]}*", *KOLOM_JA_JF[2:], *nomor_kolom(6), "A. UTAMA",
        "2 Respons yang cepat", "Pengaduan masyarakat dijawab", "Waktu", "Rata-rata waktu jawaban", "1–2 hari kerja",
        *TAMBAHAN_KOSONG, *perilaku("PERILAKU KERJA**"),
        "* Dalam hal rencana hasil kerja Pimpinan yang diintervensi", "** Pimpinan dapat memberikan",
    ),
    "A.1.8": (
        "LAMPIRAN SASARAN KINERJA PEGAWAI", *INSTANSI[:2],
        "DUKUNGAN SUMBER DAYA", "1. Tenaga administrasi", "2. Kendaraan",
        "SKEMA PERTANGGUNGJAWABAN", "1. Layanan ditinjau",
        "KONSEKUENSI", "1. Ditetapkan", "2. Diberi pendampingan",
        PEGAWAI_TTD, BIDAN.nama, "Contoh, 30 Januari 2026", PENILAI_TTD, KEPALA_PUSKESMAS.nama,
    ),
    "B.1.1": (
        "RENCANA AKSI", *INSTANSI[:1], *ID_BIDAN, "HASIL KERJA",
        "1 Ibu hamil mendapat", "Rencana Aksi:", "1. Menyusun", "2. Melatih",
        "2 Register", "Rencana Aksi:", "1. Memindahkan", "Contoh, 30 Januari 2026", PEGAWAI_TTD, BIDAN.nama,
    ),
    "B.1.2": (
        "PENDOKUMENTASIAN KINERJA", *INSTANSI[:1], *ID_BIDAN, "HASIL KERJA",
        "1 Ibu hamil mendapat", "Rencana Aksi:", "1. Menyusun", "2. Melatih",
        "Realisasi dan Bukti Dukung:", "1. Jadwal berlaku", "2. 12 petugas",
        "2 Register", "Realisasi dan Bukti Dukung:", PEGAWAI_TTD,
    ),
    "B.1.3": (
        "REKAMAN INFORMASI UMPAN BALIK BERKELANJUTAN", KUALITATIF, "PERIODE: TRIWULAN II*", *INSTANSI, *ID_BIDAN,
        "HASIL KERJA", REALISASI, UMPAN_BALIK, "A. UTAMA",
        "1 Ibu hamil", "Ukuran keberhasilan dan Target:", "Semua kunjungan tercatat", "Pimpinan: pertahankan.",
        "B. TAMBAHAN", REALISASI, UMPAN_BALIK, "2 Posyandu", "Dua sudah buka",
        *perilaku("PERILAKU KERJA"), PEGAWAI_TTD, PENILAI_TTD, "* pilih salah satu",
    ),
    "B.1.4": (
        "REKAMAN INFORMASI UMPAN BALIK BERKELANJUTAN", KUANTITATIF, JPT, "PERIODE: TRIWULAN II*", *INSTANSI,
        *ID_JPT_INSTANSI, "HASIL KERJA", *KOLOM_JPT, REALISASI, UMPAN_BALIK, *nomor_kolom(7), "A. UTAMA",
        "1 Meningkatnya", "61,95%", "Penerima Layanan", "50% berdasarkan", "Bukti dukung: Laporan", "Pimpinan: cukup",
        *TAMBAHAN_KOSONG, "PERILAKU KERJA", UMPAN_BALIK, *perilaku("1 Berorientasi")[2:], PENILAI_TTD,
    ),
    "B.1.5": (
        "REKAMAN INFORMASI UMPAN BALIK BERKELANJUTAN", KUANTITATIF, JA_JF, "PERIODE: TRIWULAN II*", *INSTANSI,
        *ID_BIDAN_RAPAT, "HASIL KERJA", *KOLOM_JA_JF, REALISASI, UMPAN_BALIK, *nomor_kolom(8), "A. UTAMA",
        "2 Respons", "Pengaduan", "Waktu", "Rata-rata", "1–2 hari kerja", "1,6 hari kerja", "Pimpinan: jawaban",
        *TAMBAHAN_KOSONG, *perilaku("PERILAKU KERJA"), PENILAI_TTD,
    ),
    "C.1.1": (
        "HASIL EVALUASI KINERJA PEGAWAI", KUALITATIF, "PERIODE***: TRIWULAN II*", *INSTANSI,
        *identitas(KEPALA_PUSKESMAS, KEPALA_DINAS, nip="NIP (*opsional)"), *ORGANISASI,
        "HASIL KERJA", REALISASI, UMPAN_BALIK, "A. UTAMA", "1 Masyarakat",
        "Ukuran Keberhasilan/ Indikator Kinerja Individu, Target, dan Perspektif****:",
        "- Di empat kecamatan", "- Keluhan turun", "Bukti dukung: Rekap IKS per desa", "Pimpinan: arah sudah benar",
        "B. TAMBAHAN", REALISASI, UMPAN_BALIK, "3 Posyandu", *RATING_HASIL,
        *perilaku("PERILAKU KERJA"), *PENUTUP_EVALUASI, "**** perspektif hanya digunakan",
    ),
    "C.1.2": (
        "HASIL EVALUASI KINERJA PEGAWAI", KUANTITATIF, JPT, "PERIODE***: TRIWULAN II*", *INSTANSI,
        *ID_JPT_INSTANSI, *ORGANISASI, "HASIL KERJA", *KOLOM_JPT, REALISASI, UMPAN_BALIK, *nomor_kolom(7),
        "A. UTAMA", "1 Meningkatnya", "61,95%", "Penerima Layanan", "50% berdasarkan", "Pimpinan: cukup",
        *TAMBAHAN_KOSONG, *RATING_HASIL, *perilaku("PERILAKU KERJA"), *PENUTUP_EVALUASI, "* pilih salah satu",
    ),
    "C.1.3": (
        "HASIL EVALUASI KINERJA PEGAWAI", KUANTITATIF, JA_JF, "PERIODE***: TRIWULAN II*", *INSTANSI,
        *ID_BIDAN_RAPAT, *ORGANISASI, "HASIL KERJA", *KOLOM_JA_JF, REALISASI, UMPAN_BALIK, *nomor_kolom(8),
        "A. UTAMA", "2 Respons", "Waktu", "Rata-rata", "1–2 hari kerja", "1,6 hari kerja", "Pimpinan: jawaban",
        *TAMBAHAN_KOSONG, *RATING_HASIL, *perilaku("PERILAKU KERJA"), *PENUTUP_EVALUASI,
    ),
    "D.1.1": (
        *DOKUMEN,
        "Contoh, 9 Februari 2027", f"7. {PEGAWAI_TTD}", BIDAN.nama,
        "Contoh, 5 Februari 2027", f"6. {PENILAI_TTD}", KEPALA_PUSKESMAS.nama,
        "* periode disesuaikan", "** pilih salah satu",
    ),
    "D.1.2": (
        *DOKUMEN,
        "Contoh, 9 Februari 2027", f"7. {PEGAWAI_TTD}", BIDAN.nama,
        "Contoh, 12 Februari 2027", f"6. Atasan {PENILAI_TTD}", KEPALA_DINAS.nama,
    ),
    "D.1.3": (
        *DOKUMEN,
        "6. KEBERATAN", "Realisasi triwulan III",
        "7. PENJELASAN PEJABAT PENILAI KINERJA ATAS KEBERATAN", "Bukti diunggah",
        "8. KEPUTUSAN DAN REKOMENDASI ATASAN PEJABAT PENILAI KINERJA", "Mengubah predikat",
        "Contoh, 9 Februari 2027", f"10. {PEGAWAI_TTD}", BIDAN.nama,
        "Contoh, 15 Februari 2027", f"9. {PENILAI_TTD}", KEPALA_PUSKESMAS.nama,
        "Contoh, 17 Februari 2027", f"11. Atasan {PENILAI_TTD}", KEPALA_DINAS.nama,
    ),
}  # fmt: skip


@pytest.mark.parametrize("kode", URUTAN)
def test_form_has_the_fields_of_the_regulation_in_order(kode, baca):
    bacaan = baca(cetak(CONTOH[kode]))

    bacaan.assert_order(f"FORMAT {kode}", *URUTAN[kode])


@pytest.mark.parametrize("kode", ["D.1.1", "D.1.2", "D.1.3"])
def test_evaluation_document_keeps_a_place_for_the_emblem_on_top(kode, baca):
    bacaan = baca(cetak(CONTOH[kode]))

    assert bacaan.teks.startswith(f"LAMBANG NEGARA FORMAT {kode} DOKUMEN EVALUASI KINERJA PEGAWAI")
