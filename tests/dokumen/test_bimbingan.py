"""Format B.1.6 to B.1.10 as page 80 to 87 print them, and the record of counselling."""

from datetime import UTC, datetime

import pytest

from kinerja.dokumen.pdf import cetak
from kinerja.dokumen.rekaman_konseling import RekamanCetak, cetak_rekaman
from tests.dokumen.contoh import CONTOH

# What the form prints, in its order, with what was filled in between.
URUTAN = {
    "B.1.6": (
        "FORMAT B.1.6", "PELAKSANAAN COACHING", "PEGAWAI YANG DINILAI", "PEJABAT PENILAI KINERJA",
        "TUJUAN: APA YANG INGIN SAYA CAPAI?", "(diisi oleh Pegawai)", "INDIKATOR KINERJA INDIVIDU",
        "BASELINE TARGET (JIKA ADA)", "STRATEGI PENCAPAIAN TARGET", "Jadwal mingguan per desa",
        "FAKTA: DIMANA SAYA SEKARANG?", "TARGET SKP", "PROGRES PENCAPAIAN TARGET", "MASALAH / HAMBATAN", "PENYEBAB",
        "120 kunjungan", "70 kunjungan sampai Juni", "PELUANG: APA YANG DAPAT SAYA LAKUKAN?",
        "Menggabungkan kunjungan", "LANGKAH KEDEPAN: APA YANG AKAN SAYA LAKUKAN KE DEPAN?",
        "rekomendasi pimpinan atau pihak lain yang diberikan penugasan khusus yang disepakati dengan pegawai",
        "STRATEGI UNTUK MENGATASI", "PENYESUAIAN UKURAN KEBERHASILAN DAN TARGET (YA/ TIDAK)*",
        "digabung dengan posyandu", "TIDAK", "maka dilakukan perubahan SKP", "Pegawai yang Dinilai",
    ),
    "B.1.7": (
        "FORMAT B.1.7", "PELAKSANAAN MENTORING", "TUJUAN: APA YANG INGIN SAYA CAPAI DENGAN MENTORING?",
        "KEAHLIAN/ KETERAMPILAN SPESIFIK YANG AKAN DIKEMBANGKAN", "JANGKA WAKTU MENTORING",
        "PERUBAHAN YANG DIHARAPKAN", "UKURAN KEBERHASILAN MENTORING", "Tiga bulan", "JURNAL MENTORING",
        "WAKTU DAN TEMPAT", "MATERI MENTORING", "RENCANA AKSI", "TARGET WAKTU RENCANA AKSI", "3 Maret 2026",
        "Membaca rekam medis", "10 Maret 2026",
    ),
    "B.1.8": (
        "FORMAT B.1.8", "UMPAN BALIK PELAKSANAAN BIMBINGAN KINERJA", "SUBJEK", "KRITERIA", "UMPAN BALIK",
        "1. Saya merasa diperhatikan dan dipahami", "3. Saya merasa dapat dengan bebas",
        "6. Lebih banyak menggunakan metode bertanya dibandingkan menggurui",
        "9. Saya memahami maksud dan tujuan kegiatan bimbingan kinerja ini", "Pegawai yang Dinilai",
    ),
    "B.1.9": (
        "EVALUASI KOMPETENSI PEGAWAI", "SEBAGAI TINDAK LANJUT BIMBINGAN KINERJA", "KOMPETENSI PEGAWAI*",
        "NILAI (SKALA 1-5)", "ALASAN TERHADAP PENILAIAN KOMPETENSI", "Manajerial", "1. Integritas", "2. Kerjasama",
        "8. Pengambilan Keputusan", "Sosio Kultural", "1. Perekat dan Pemersatu Bangsa", "Teknis", "REKOMENDASI",
        "Pelatihan komunikasi", "DESKRIPSI SKALA PENILAIAN", "Sangat Kurang", "Istimewa",
        "3 Indikator Perilaku dipenuhi", "Pimpinan atau Pihak Lain yang Diberikan Penugasan Khusus",
    ),
    "B.1.10": (
        "FORMAT B.1.10", "LAPORAN PERMASALAHAN PERILAKU KERJA",
        "MASALAH: APA PERMASALAHAN PERILAKU KERJA PEGAWAI DIDASARKAN PADA NILAI DASAR ASN?",
        "(diisi oleh pejabat penilai kinerja)", "Harmonis", "JIKA YA, APA EKSPEKTASI KHUSUS TERSEBUT?",
        "JELASKAN SECARA DETIL PERMASALAHAN TERKAIT PERILAKU KERJA", "Tiga kali jadwal",
        "APAKAH PERMASALAHAN PERILAKU KERJA SERUPA JUGA TERJADI PADA PEGAWAI LAINNYA?", "YA / TIDAK",
        "RETROSPEKTIF: APA YANG SUDAH ANDA LAKUKAN UNTUK PERBAIKAN PERILAKU KERJA PEGAWAI?",
        "YANG SUDAH SAYA LAKUKAN UNTUK MEMPERBAIKI PERILAKU KERJA PEGAWAI ADALAH:", "Dua kali bicara",
        "2 umpan balik", "Pejabat Penilai Kinerja",
    ),
}  # fmt: skip


@pytest.mark.parametrize("kode", URUTAN)
def test_the_form_is_laid_out_as_the_law_prints_it(kode, baca):
    bacaan = baca(cetak(CONTOH[kode]))

    bacaan.assert_order(*URUTAN[kode])


@pytest.mark.parametrize("kode", ["B.1.8", "B.1.9", "B.1.10"])
def test_forms_without_a_period_print_none(kode, baca):
    assert "PERIODE PENILAIAN" not in baca(cetak(CONTOH[kode])).teks


def test_the_record_of_counselling_says_what_came_of_it_and_how_to_check_it(baca):
    isi = RekamanCetak(
        instansi="Pemerintah Kabupaten Contoh",
        daftar_keterangan=(("Pegawai", "Budi Rahayu"), ("Pertemuan", "2 kali")),
        hasil=("Pegawai mengenali pemicunya.",),
        tindak_lanjut=("Penyesuaian jadwal jaga.",),
        penerima=("Pejabat penilai kinerja",),
        konselor="Ratna",
        nip_konselor="197503142099032001",
        tempat="Contoh",
        tanggal="3 Maret 2026",
        ttd="Ditandatangani secara elektronik",
    )

    at = datetime(2026, 3, 3, tzinfo=UTC)
    bacaan = baca(
        cetak_rekaman(isi.as_dict(), at=at, alamat="https://kinerja.contoh.go.id/v/K7QM", kode="K7QM")
    )

    bacaan.assert_order(
        "REKAMAN INFORMASI HASIL KONSELING KINERJA",
        "Budi Rahayu",
        "Pegawai mengenali pemicunya.",
        "Penyesuaian jadwal jaga.",
        "Pejabat penilai kinerja",
        "Isi pembicaraan tidak dilaporkan",
        "Kode pemeriksaan K7QM",
    )
