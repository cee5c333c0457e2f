"""One filled-in example of every form: structure of Anak Lampiran 2 to 5, invented people, sentences of our own."""

from datetime import UTC, datetime

from kinerja.dokumen import isian as i
from kinerja.peraturan.perilaku import NilaiDasar

DAERAH = {
    "instansi": "PEMERINTAH KABUPATEN CONTOH",
    "periode_penilaian": "1 JANUARI SD 31 DESEMBER TAHUN 2026",
    "kode_dokumen": "SKP-2026-000123",
    "versi": "2",
    "dibuat_pada": datetime(2026, 1, 30, 3, 0, tzinfo=UTC),
    "verifikasi": i.Verifikasi(alamat="https://kinerja.contoh.go.id/periksa/K7QM-2XDA", kode="K7QM-2XDA"),
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


PERILAKU = i.tujuh_perilaku(
    ekspektasi={
        NilaiDasar.AKUNTABEL: (
            "Menjadi teladan dalam menjaga komitmen dan integritas di lingkungan kerjanya",
        ),
        NilaiDasar.KOLABORATIF: (
            "Melibatkan semua pihak sesuai perannya",
            "Memberi kesempatan setiap anggota tim menyampaikan gagasan",
        ),
    }
)
PERILAKU_DINILAI = i.tujuh_perilaku(
    ekspektasi={NilaiDasar.AKUNTABEL: ("Berani mengakui kesalahan dan memperbaikinya",)},
    umpan_balik={
        NilaiDasar.BERORIENTASI_PELAYANAN: umpan_balik(
            ("Pimpinan", "sigap membantu loket saat antrean panjang."),
            ("Pasien (nama)", "selalu menyapa dengan ramah."),
        ),
        NilaiDasar.HARMONIS: umpan_balik(("Rekan kerja (nama)", "sering membantu menutup jadwal jaga.")),
    },
)

# ---- kualitatif ---------------------------------------------------------------------------------------------

KUALITATIF_JPT = (
    i.HasilKerja(
        rencana="Masyarakat makin sehat dan mandiri menjaga kesehatannya",
        penugasan="Kepala Daerah",
        daftar_indikator=(
            i.Indikator(
                teks="Sebagian besar keluarga memenuhi kriteria keluarga sehat",
                perspektif="Penerima Layanan",
                realisasi=("Di empat kecamatan baru sekitar separuh keluarga yang memenuhi kriteria",),
                bukti_dukung=("Rekap IKS per desa",),
            ),
            i.Indikator(
                teks="Keluhan atas layanan berkurang dari tahun lalu",
                perspektif="Penerima Layanan",
                realisasi=("Keluhan turun dari 41 menjadi 29",),
            ),
        ),
        umpan_balik=umpan_balik(("Pimpinan", "arah sudah benar; percepat sarana air bersih.")),
    ),
    i.HasilKerja(
        rencana="Anggaran dinas dikelola dengan optimal",
        penugasan="Kepala Daerah",
        daftar_indikator=(
            i.Indikator(
                teks="Tidak ada temuan material", perspektif="Anggaran", realisasi=("Tidak ada temuan",)
            ),
        ),
    ),
)
KUALITATIF_JF = (
    i.HasilKerja(
        rencana="Ibu hamil mendapat pemeriksaan kehamilan sesuai alur layanan",
        penugasan="Kepala Puskesmas",
        daftar_indikator=(
            i.Indikator(
                teks="Ibu hamil yang datang terlayani pada jam layanan",
                target="semua kunjungan tercatat pada hari yang sama",
                realisasi=("Semua kunjungan tercatat pada hari yang sama",),
            ),
        ),
        umpan_balik=umpan_balik(("Pimpinan", "pertahankan.")),
    ),
)
TAMBAHAN_KUALITATIF = (
    i.HasilKerja(
        rencana="Posyandu binaan aktif kembali",
        penugasan="Tim Kerja Kesehatan Ibu dan Anak",
        daftar_indikator=(
            i.Indikator(teks="Tiga posyandu buka setiap bulan", realisasi=("Dua sudah buka",)),
        ),
    ),
)

# ---- kuantitatif --------------------------------------------------------------------------------------------

KUANTITATIF_JPT = (
    i.HasilKerja(
        rencana="Meningkatnya pelayanan infrastruktur permukiman yang layak dan aman",
        penugasan="Menteri",
        daftar_indikator=(
            i.Indikator(
                teks="Persentase peningkatan pelayanan infrastruktur permukiman",
                target="61,95%",
                perspektif="Penerima Layanan",
                realisasi=("50% berdasarkan penilaian pelayanan infrastruktur",),
                bukti_dukung=("Laporan penilaian semester II",),
                umpan_balik=umpan_balik(
                    ("Pimpinan", "cukup baik di tengah keterbatasan; tingkatkan tahun depan.")
                ),
            ),
        ),
    ),
    i.HasilKerja(
        rencana="Terwujudnya direktorat jenderal yang akuntabel",
        penugasan="Menteri",
        daftar_indikator=(
            i.Indikator(
                teks="Nilai pelaksanaan Reformasi Birokrasi",
                target="85",
                perspektif="Penguatan Internal",
                realisasi=("89",),
            ),
            i.Indikator(
                teks="Nilai Akuntabilitas Kinerja",
                target="85",
                perspektif="Penguatan Internal",
                realisasi=("85",),
            ),
        ),
        umpan_balik=umpan_balik(("Pimpinan", "melampaui harapan pada reformasi birokrasi.")),
    ),
    i.HasilKerja(
        rencana="Anggaran program dikelola dengan optimal",
        penugasan="Menteri",
        daftar_indikator=(
            i.Indikator(
                teks="Nilai Indikator Kinerja Pelaksanaan Anggaran",
                target="95",
                perspektif="Anggaran",
                realisasi=("93",),
            ),
        ),
    ),
)
KUANTITATIF_JF = (
    i.HasilKerja(
        rencana="Aplikasi layanan menjalankan proses bisnis sesuai standar",
        rencana_pimpinan="Meningkatnya kualitas bangunan gedung yang menjamin keselamatan penggunanya",
        indikator_pimpinan=("Persentase kabupaten/kota dengan nilai indeks minimal Baik",),
        daftar_indikator=(
            i.Indikator(
                aspek="Kualitas",
                teks="Tingkat kesesuaian fitur dengan standar",
                target="80–90%",
                realisasi=("85%",),
                umpan_balik=umpan_balik(("Pimpinan", "sesuai yang disepakati.")),
            ),
            i.Indikator(
                aspek="Kuantitas",
                teks="Persentase modul yang siap digunakan",
                target="80–90% modul siap digunakan",
                realisasi=("92%",),
                bukti_dukung=("Berita acara uji terima",),
            ),
            i.Indikator(
                aspek="Waktu", teks="Ketepatan waktu penyelesaian", target="7–8 bulan", realisasi=("8 bulan",)
            ),
        ),
    ),
    i.HasilKerja(
        rencana="Pengaduan masyarakat dijawab cepat dan akurat",
        rencana_pimpinan="Respons yang cepat dan akurat atas pengaduan masyarakat",
        daftar_indikator=(
            i.Indikator(
                aspek="Waktu",
                teks="Rata-rata waktu jawaban",
                target="1–2 hari kerja",
                realisasi=("1,6 hari kerja",),
            ),
        ),
        umpan_balik=umpan_balik(
            ("Pimpinan", "jawaban makin rapi."), ("Rekan kerja (nama)", "selalu siap dimintai data.")
        ),
    ),
)

_EVALUASI = {
    "periode": "TRIWULAN II",
    "capaian_organisasi": "Baik",
    "rating_hasil_kerja": "SESUAI EKSPEKTASI",
    "rating_perilaku": "DIBAWAH EKSPEKTASI",
    "predikat": "KURANG (MISCONDUCT)",
}
_JPT = {"pegawai": KEPALA_DINAS, "pejabat_penilai": KEPALA_DAERAH}
_PUSKESMAS = {"pegawai": KEPALA_PUSKESMAS, "pejabat_penilai": KEPALA_DINAS}
_BIDAN = {"pegawai": BIDAN, "pejabat_penilai": KEPALA_PUSKESMAS}


def _ttd(pihak):
    return {
        "ttd_pegawai": tanda_tangan(pihak["pegawai"]),
        "ttd_penilai": tanda_tangan(pihak["pejabat_penilai"]),
    }


def _dokumen(format_d, **lainnya):
    return format_d(
        **DAERAH,
        **_BIDAN,
        atasan_pejabat_penilai=KEPALA_DINAS,
        periode="TAHUNAN",
        capaian_organisasi="Baik",
        predikat="Butuh Perbaikan",
        catatan=("Ikuti pelatihan kegawatdaruratan pada triwulan I.", "Dampingi bidan baru di desa binaan."),
        ttd_pegawai=tanda_tangan(BIDAN, "9 Februari 2027"),
        **lainnya,
    )


MANUAL = i.ManualIndikator(
    rencana="Masyarakat makin sehat dan mandiri menjaga kesehatannya",
    indikator="Persentase keluarga sehat",
    tujuan="Mengetahui jangkauan pendekatan keluarga",
    definisi="Keluarga sehat adalah keluarga dengan indeks keluarga sehat paling rendah 0,800.\nDihitung per desa.",
    formula="jumlah keluarga sehat ÷ jumlah keluarga × 100%",
    satuan="Persen",
    kualitas_kendali="Outcome",
    sumber_data="Rekapitulasi survei keluarga oleh puskesmas",
    periode_pelaporan="Tahunan",
)
WORKBLOCK = i.Workblock(
    judul_inisiatif="Layanan kehamilan yang cepat dan lengkap",
    indikator_dan_target="Ibu hamil mendapat layanan sesuai prosedur",
    pemilik_strategi="Kepala Puskesmas",
    pihak_terlibat="Poliklinik desa, Dinas Kominfo",
    waktu_penyelesaian="12 bulan",
    penerima_manfaat="Ibu hamil",
    tujuan="Meningkatnya kualitas layanan puskesmas",
    anggaran="Rp120.000.000",
    strategi_rutin=("Memangkas waktu tunggu pemeriksaan", "Menambah jam layanan sore"),
    strategi_transformatif=("Memutakhirkan data ibu hamil lewat aplikasi",),
    keluaran_rutin=("Layanan pemeriksaan yang cepat",),
    keluaran_transformatif=("Data ibu hamil yang lengkap dan mutakhir", "Bidan desa yang siap melayani"),
)
MATRIKS = (
    i.Matriks(
        nama="drg. Sari Lestari",
        jabatan="Kepala Puskesmas Melati",
        daftar_indikator=("Ibu hamil puas atas layanan", "Obat tersedia sesuai kebutuhan"),
        daftar_baris=(
            i.BarisMatriks(
                nama="dr. Anton Wijaya",
                jabatan="Ketua Tim Pelayanan",
                daftar_peran=(("Layanan pemeriksaan cepat", "Data ibu hamil mutakhir"), ()),
            ),
            i.BarisMatriks(
                nama="Rina Kartika", jabatan="Apoteker", daftar_peran=((), ("Stok obat aman tiga bulan",))
            ),
        ),
    ),
    i.Matriks(
        nama="dr. Anton Wijaya",
        jabatan="Ketua Tim Pelayanan",
        daftar_indikator=("Layanan pemeriksaan cepat", "Data ibu hamil mutakhir"),
        daftar_baris=(
            i.BarisMatriks(
                nama="Budi Rahayu",
                jabatan="Bidan Penyelia",
                daftar_peran=(("Pemeriksaan sesuai alur",), ("Register terisi hari itu juga",)),
            ),
        ),
    ),
)
RENCANA_AKSI = (
    i.RencanaAksi(
        rencana="Ibu hamil mendapat pemeriksaan kehamilan sesuai alur layanan",
        daftar_aksi=("Menyusun jadwal jaga baru", "Melatih petugas loket"),
        daftar_realisasi=("Jadwal berlaku sejak Februari (SK Nomor 3)", "12 petugas dilatih (daftar hadir)"),
    ),
    i.RencanaAksi(rencana="Register kehamilan mutakhir", daftar_aksi=("Memindahkan register ke aplikasi",)),
)

CONTOH = {
    "A.1.1": i.FormatA11(
        **DAERAH,
        **_JPT,
        **_ttd(_JPT),
        daftar_utama=KUALITATIF_JPT,
        daftar_tambahan=TAMBAHAN_KUALITATIF,
        daftar_perilaku=PERILAKU,
    ),
    "A.1.2": i.FormatA12(
        **DAERAH, **_JPT, **_ttd(_JPT), daftar_utama=KUANTITATIF_JPT, daftar_perilaku=PERILAKU
    ),
    "A.1.3": i.FormatA13(**DAERAH, daftar_manual=(MANUAL,)),
    "A.1.4": i.FormatA14(**DAERAH, daftar_workblock=(WORKBLOCK,)),
    "A.1.5": i.FormatA15(**DAERAH, daftar_matriks=MATRIKS),
    "A.1.6": i.FormatA16(
        **DAERAH, **_BIDAN, **_ttd(_BIDAN), daftar_utama=KUALITATIF_JF, daftar_perilaku=PERILAKU
    ),
    "A.1.7": i.FormatA17(
        **DAERAH,
        **_BIDAN,
        ttd_pegawai=tanda_tangan(BIDAN),
        daftar_utama=KUANTITATIF_JF,
        daftar_perilaku=PERILAKU,
    ),
    "A.1.8": i.FormatA18(
        **DAERAH,
        **_BIDAN,
        **_ttd(_BIDAN),
        dukungan_sumber_daya=(
            "Tenaga administrasi agar bidan dapat fokus melayani",
            "Kendaraan untuk bidan desa",
        ),
        skema_pertanggungjawaban=("Layanan ditinjau setiap dua minggu",),
        konsekuensi=("Ditetapkan sebagai bidan teladan bulanan", "Diberi pendampingan bila belum tercapai"),
    ),
    "B.1.1": i.FormatB11(
        **DAERAH, **_BIDAN, daftar_rencana_aksi=RENCANA_AKSI, ttd_pegawai=tanda_tangan(BIDAN)
    ),
    "B.1.2": i.FormatB12(
        **DAERAH, **_BIDAN, daftar_rencana_aksi=RENCANA_AKSI, ttd_pegawai=tanda_tangan(BIDAN)
    ),
    "B.1.3": i.FormatB13(
        **DAERAH,
        **_BIDAN,
        **_ttd(_BIDAN),
        periode="TRIWULAN II",
        daftar_utama=KUALITATIF_JF,
        daftar_tambahan=TAMBAHAN_KUALITATIF,
        daftar_perilaku=PERILAKU_DINILAI,
    ),
    "B.1.4": i.FormatB14(
        **DAERAH,
        **_JPT,
        **_ttd(_JPT),
        periode="TRIWULAN II",
        daftar_utama=KUANTITATIF_JPT,
        daftar_perilaku=PERILAKU_DINILAI,
    ),
    "B.1.5": i.FormatB15(
        **DAERAH,
        **_BIDAN,
        **_ttd(_BIDAN),
        periode="TRIWULAN II",
        daftar_utama=KUANTITATIF_JF,
        daftar_perilaku=PERILAKU_DINILAI,
    ),
    "C.1.1": i.FormatC11(
        **DAERAH,
        **_PUSKESMAS,
        **_EVALUASI,
        ttd_penilai=tanda_tangan(KEPALA_DINAS),
        daftar_utama=KUALITATIF_JPT,
        daftar_tambahan=TAMBAHAN_KUALITATIF,
        daftar_perilaku=PERILAKU_DINILAI,
    ),
    "C.1.2": i.FormatC12(
        **DAERAH,
        **_JPT,
        **_EVALUASI,
        ttd_penilai=tanda_tangan(KEPALA_DAERAH),
        daftar_utama=KUANTITATIF_JPT,
        daftar_perilaku=PERILAKU_DINILAI,
    ),
    "C.1.3": i.FormatC13(
        **DAERAH,
        **_BIDAN,
        **_EVALUASI,
        ttd_penilai=tanda_tangan(KEPALA_PUSKESMAS),
        daftar_utama=KUANTITATIF_JF,
        daftar_perilaku=PERILAKU_DINILAI,
    ),
    "D.1.1": _dokumen(i.FormatD11, ttd_penilai=tanda_tangan(KEPALA_PUSKESMAS, "5 Februari 2027")),
    "D.1.2": _dokumen(i.FormatD12, ttd_atasan=tanda_tangan(KEPALA_DINAS, "12 Februari 2027")),
    "D.1.3": _dokumen(
        i.FormatD13,
        keberatan=("Realisasi triwulan III belum dihitung.",),
        penjelasan=("Bukti diunggah setelah masa evaluasi.",),
        keputusan=("Mengubah predikat menjadi Baik.", "Bukti triwulan III diterima."),
        ttd_penilai=tanda_tangan(KEPALA_PUSKESMAS, "15 Februari 2027"),
        ttd_atasan=tanda_tangan(KEPALA_DINAS, "17 Februari 2027"),
    ),
}
