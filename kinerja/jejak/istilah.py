"""The trail in words: what each action is called, and what kind of thing it was done to."""

from __future__ import annotations

from kinerja.jejak.models import Catatan

# Reads behind a name: "Sari Lestari mengajukan SKP".
KALIMAT: dict[str, str] = {
    "akun.ganti_sandi": "mengganti kata sandinya",
    "akun.keluar": "keluar dari aplikasi",
    "akun.keluar_perangkat_lain": "mengeluarkan perangkat lain",
    "akun.langkah_kedua_dihapus": "menghapus langkah kedua masuk",
    "akun.masuk": "masuk ke aplikasi",
    "akun.sandi_sementara": "memberi kata sandi sementara",
    "bukti.hapus": "menghapus bukti dukung",
    "bukti.tambah": "menambah bukti dukung",
    "capaian.tetapkan": "menetapkan capaian kinerja unit",
    "dokumen.terbitkan": "menerbitkan dokumen resmi",
    "evaluasi.ambil_alih": "mengambil alih evaluasi dari penilai",
    "evaluasi.buka": "membuka evaluasi",
    "evaluasi.final": "menjadikan hasil evaluasi final",
    "evaluasi.ganti_penilai": "mengganti penilai pada evaluasi",
    "evaluasi.nilai": "memberi rating",
    "evaluasi.penilai_diam": "menandai penilai yang melewati batas waktu",
    "evaluasi.serahkan": "menyerahkan hasil evaluasi kepada pegawai",
    "evaluasi.simpan_draf": "menyimpan draf evaluasi",
    "evaluasi.terima": "menandatangani tanda terima hasil evaluasi",
    "evaluasi.tetapkan": "menetapkan hasil evaluasi",
    "impor.batal": "membatalkan impor",
    "impor.periksa": "mengunggah berkas impor untuk diperiksa",
    "impor.terapkan": "menerapkan impor",
    "evaluasi.pakai_hasil_lama": "menyepakati hasil dari unit lama",
    "evaluasi.usul_hasil_lama": "mengusulkan hasil dari unit lama",
    "keberatan.ajukan": "mengajukan keberatan",
    "keberatan.jelaskan": "menjelaskan penilaian yang dipersoalkan",
    "keberatan.putuskan": "memutus keberatan",
    "kebijakan.tetapkan": "menetapkan kebijakan",
    "kepegawaian.akhiri_pelaksana": "mengakhiri tugas pelaksana",
    "kepegawaian.beri_peran": "memberi peran",
    "kepegawaian.cabut_peran": "mencabut peran",
    "kepegawaian.ganti_penilai": "mengganti pejabat penilai",
    "kepegawaian.hari_kerja": "mengubah hari kerja unit",
    "kepegawaian.laporan_disetujui": "menyetujui laporan tentang penilai",
    "kepegawaian.laporan_ditolak": "menolak laporan tentang penilai",
    "kepegawaian.lapor_penilai": "melaporkan penilai yang keliru",
    "kepegawaian.pindah": "memindahkan pegawai",
    "kepegawaian.tunjuk_pelaksana": "menunjuk pelaksana tugas",
    "kepegawaian.ubah_status": "mengubah status pegawai",
    "kalimat.sembunyi": "menyembunyikan kalimat masyarakat",
    "kalimat.tampil": "menampilkan kalimat masyarakat",
    "layanan.akhiri_tugas": "mengakhiri tugas petugas layanan",
    "layanan.batalkan_kode": "membatalkan lembar kode penilaian",
    "layanan.buat": "membuat titik layanan",
    "layanan.cetak_kode": "mencetak lembar kode penilaian",
    "layanan.tanggapi": "menanggapi penilaian masyarakat",
    "layanan.tugaskan": "mencatat petugas layanan",
    "layanan.ubah": "mengubah titik layanan",
    "kompetensi.hapus": "menghapus kompetensi dari kamus",
    "kompetensi.standar": "menetapkan standar kompetensi jabatan",
    "kompetensi.tambah": "menambah kompetensi ke kamus",
    "kompetensi.ubah": "mengubah kompetensi",
    "libur.hapus": "menghapus hari libur",
    "libur.impor": "mengimpor hari libur",
    "libur.tambah": "menambah hari libur",
    "libur.ubah": "mengubah hari libur",
    "matriks.add": "menambah orang ke matriks peran",
    "matriks.remove": "mengeluarkan orang dari matriks peran",
    "matriks.write": "mengisi matriks peran dan hasil",
    "periode.atur_jendela": "mengatur masa pengisian periode",
    "periode.buka": "membuka periode",
    "periode.siapkan_tahun": "menyiapkan periode setahun",
    "periode.tutup": "menutup periode",
    "realisasi.catat": "mencatat realisasi",
    "realisasi.koreksi": "memperbaiki realisasi",
    "realisasi.kunci": "mengunci realisasi",
    "rekap.atur": "mengatur cara menghitung menit kehadiran",
    "rekap.hapus": "menghapus rekap kehadiran",
    "rhk.add": "menambah rencana hasil kerja",
    "rhk.ambil_alih": "mengambil alih rencana hasil kerja",
    "rhk.edit": "mengubah rencana hasil kerja",
    "rhk.link": "menautkan rencana hasil kerja ke pimpinan",
    "rhk.move": "mengurutkan rencana hasil kerja",
    "rhk.remove": "menghapus rencana hasil kerja",
    "skp.approve": "menetapkan SKP",
    "skp.buat": "menyusun SKP",
    "skp.cancel_change": "membatalkan perubahan SKP",
    "skp.change": "membuka perubahan SKP",
    "skp.copy": "menyalin SKP tahun lalu",
    "skp.create": "menyusun SKP",
    "skp.dialog": "menulis catatan dialog",
    "skp.ekspektasi": "menulis ekspektasi khusus",
    "skp.ganti_penilai": "mengganti penilai pada SKP",
    "skp.lampiran": "mengisi lampiran SKP",
    "skp.manual": "mengisi manual indikator",
    "skp.rencana_aksi": "mengisi rencana aksi",
    "skp.return": "mengembalikan SKP dengan catatan",
    "skp.submit": "mengajukan SKP",
    "skp.tutup": "menutup SKP karena pindah",
    "skp.withdraw": "menarik kembali SKP",
    "skp.workblock": "mengisi workblock",
    "suara.dibuang": "membuang kumpulan suara masyarakat",
    "suara.dilepas": "melepas kumpulan suara masyarakat",
    "umpan_balik.beri": "memberi umpan balik",
    "umpan_balik.minta": "meminta umpan balik",
    "umpan_balik.tolak": "menolak permintaan umpan balik",
}

OBJEK: dict[str, str] = {
    "akun.user": "Akun",
    "kebijakan.harilibur": "Hari libur",
    "kebijakan.kebijakan": "Kebijakan",
    "kebijakan.periode": "Periode",
    "kepegawaian.hubunganpenilai": "Hubungan penilai",
    "kepegawaian.impor": "Impor",
    "kepegawaian.instansi": "Instansi",
    "kepegawaian.jabatan": "Jabatan",
    "kepegawaian.laporanpenilaisalah": "Laporan penilai",
    "kepegawaian.pegawai": "Pegawai",
    "kepegawaian.penempatan": "Penempatan",
    "kepegawaian.peran": "Peran",
    "kepegawaian.unitkerja": "Unit kerja",
    "layanan.layananpublik": "Titik layanan",
    "kompetensi.kompetensi": "Kompetensi",
    "pelaksanaan.buktidukung": "Bukti dukung",
    "pelaksanaan.permintaanumpanbalik": "Permintaan umpan balik",
    "pelaksanaan.realisasi": "Realisasi",
    "pelaksanaan.umpanbalik": "Umpan balik",
    "penilaian.capaianunit": "Capaian unit",
    "penilaian.evaluasi": "Evaluasi",
    "perencanaan.rencanahasilkerja": "Rencana hasil kerja",
    "perencanaan.skp": "SKP",
    "rekap.pengaturankehadiran": "Pengaturan kehadiran",
    "rekap.rekapkehadiran": "Rekap kehadiran",
    "tindak_lanjut.keberatan": "Keberatan",
}


def kalimat(catatan: Catatan) -> str:
    """ "Sari Lestari mengajukan SKP"; an action without a sentence still reads as words."""
    pelaku = catatan.pelaku.nama if catatan.pelaku else "Sistem"
    return f"{pelaku} {predikat_tindakan(catatan.tindakan)}"


def predikat_tindakan(tindakan: str) -> str:
    if tindakan in KALIMAT:
        return KALIMAT[tindakan]
    area, _, kerja = tindakan.partition(".")
    return f"melakukan “{kerja.replace('_', ' ') or area}” pada {area.replace('_', ' ')}"


def nama_objek(catatan: Catatan) -> str:
    jenis = OBJEK.get(catatan.objek_jenis, catatan.objek_jenis.rpartition(".")[2].capitalize())
    return f"{jenis} nomor {catatan.objek_id}"
