"""What stands in the printed examples: results, indicators, behaviour; sentences of our own."""

from kinerja.dokumen import isian as i
from kinerja.peraturan.perilaku import NilaiDasar
from tests.dokumen.pemeran import umpan_balik

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
