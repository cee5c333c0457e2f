"""One filled-in example of every form: structure of Anak Lampiran 2 to 5, invented people, sentences of our own."""

from kinerja.dokumen import isian as i
from kinerja.peraturan.bimbingan import SubjekUmpanBalik, kompetensi_dievaluasi, kriteria_bimbingan
from tests.dokumen.isi import (
    KUALITATIF_JF,
    KUALITATIF_JPT,
    KUANTITATIF_JF,
    KUANTITATIF_JPT,
    MANUAL,
    MATRIKS,
    PERILAKU,
    PERILAKU_DINILAI,
    RENCANA_AKSI,
    TAMBAHAN_KUALITATIF,
    WORKBLOCK,
)
from tests.dokumen.pemeran import BIDAN, DAERAH, KEPALA_DAERAH, KEPALA_DINAS, KEPALA_PUSKESMAS, tanda_tangan

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
    "B.1.6": i.FormatB16(
        **DAERAH,
        **_BIDAN,
        ttd_pegawai=tanda_tangan(BIDAN),
        pembimbing=KEPALA_PUSKESMAS,
        ttd_pembimbing=tanda_tangan(KEPALA_PUSKESMAS),
        daftar_butir=(
            i.BarisCoaching(
                indikator="Kunjungan rumah ibu nifas",
                baseline="80",
                target="120 kunjungan",
                strategi="Jadwal mingguan per desa",
                progres="70 kunjungan sampai Juni",
                masalah="Dua desa sulit dijangkau",
                penyebab="Kendaraan dipakai bergantian",
                langkah="Kunjungan dua desa digabung dengan posyandu",
                penyesuaian="TIDAK",
            ),
        ),
        peluang="Menggabungkan kunjungan dengan jadwal posyandu.",
    ),
    "B.1.7": i.FormatB17(
        **DAERAH,
        **_BIDAN,
        ttd_pegawai=tanda_tangan(BIDAN),
        pembimbing=KEPALA_PUSKESMAS,
        ttd_pembimbing=tanda_tangan(KEPALA_PUSKESMAS),
        daftar_tujuan=(
            i.BarisMentoring(
                keahlian="Menyusun laporan audit maternal",
                jangka_waktu="Tiga bulan",
                perubahan="Laporan selesai tanpa diperbaiki",
                ukuran="Dua laporan diterima dinas",
            ),
        ),
        daftar_jurnal=(
            i.BarisJurnal(
                waktu_tempat="3 Maret 2026, ruang rapat",
                materi="Membaca rekam medis",
                rencana_aksi="Menyusun satu ringkasan",
                target="10 Maret 2026",
            ),
        ),
    ),
    "B.1.8": i.FormatB18(
        **DAERAH,
        **_BIDAN,
        ttd_pegawai=tanda_tangan(BIDAN),
        daftar_kelompok=tuple(
            i.KelompokKriteria(
                subjek=subjek.label,
                daftar=tuple(k.teks for k in kriteria_bimbingan() if k.subjek == subjek),
                jawaban=("Ya", "Sebagian. Waktunya singkat", "Ya"),
            )
            for subjek in SubjekUmpanBalik
        ),
    ),
    "B.1.9": i.FormatB19(
        **DAERAH,
        **_BIDAN,
        pembimbing=KEPALA_PUSKESMAS,
        ttd_pembimbing=tanda_tangan(KEPALA_PUSKESMAS),
        daftar_kelompok=(
            *(
                i.KelompokKompetensi(
                    nama=nama,
                    daftar=tuple(
                        i.NilaiKompetensi(nama=satu, nilai="3", alasan="Terlihat pada kunjungan")
                        for satu in daftar
                    ),
                )
                for nama, daftar in kompetensi_dievaluasi()[:2]
            ),
            i.KelompokKompetensi(nama="Teknis"),
        ),
        rekomendasi="Pelatihan komunikasi antarpribadi.",
    ),
    "B.1.10": i.FormatB110(
        **DAERAH,
        **_BIDAN,
        nilai_dasar=("Harmonis", "Kolaboratif"),
        ekspektasi_khusus="Memberi kabar bila jadwal berubah.",
        permasalahan="Tiga kali jadwal bersama berubah tanpa kabar.",
        serupa=False,
        upaya="Dua kali bicara empat mata.",
        bukti="2 umpan balik.",
        ttd_penilai=tanda_tangan(KEPALA_PUSKESMAS),
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
