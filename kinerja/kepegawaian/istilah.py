"""The closed sets of personnel matters that are ours, not the law's."""

from kinerja.lib.pilihan import Pilihan


class StatusPegawai(Pilihan):
    AKTIF = "aktif", "Aktif"
    TUGAS_BELAJAR = "tugas_belajar", "Tugas belajar"
    CLTN = "cltn", "Cuti di luar tanggungan negara"
    MPP = "mpp", "Masa persiapan pensiun"
    DIBERHENTIKAN_SEMENTARA = "diberhentikan_sementara", "Diberhentikan sementara"
    PEJABAT_NEGARA = "pejabat_negara", "Pejabat negara"
    BERHENTI = "berhenti", "Berhenti atau pensiun"


class JenisPenempatan(Pilihan):
    DEFINITIF = "definitif", "Definitif"
    PLT = "plt", "Pelaksana Tugas (Plt.)"
    PLH = "plh", "Pelaksana Harian (Plh.)"


class JenisPeran(Pilihan):
    ADMIN_INSTANSI = "admin_instansi", "Admin instansi"
    PIMPINAN = "pimpinan", "Pimpinan"
    AUDITOR = "auditor", "Auditor"


class StatusLaporan(Pilihan):
    BARU = "baru", "Menunggu diperiksa"
    DISETUJUI = "disetujui", "Disetujui"
    DITOLAK = "ditolak", "Ditolak"


class StatusImpor(Pilihan):
    DICOCOKKAN = "dicocokkan", "Kolomnya belum dicocokkan"
    DIPERIKSA = "diperiksa", "Diperiksa, belum diterapkan"
    DITERAPKAN = "diterapkan", "Sudah diterapkan"
    DIBATALKAN = "dibatalkan", "Dibatalkan"


class JenisImpor(Pilihan):
    """The sheets that come in by the one door; the app that owns the records registers how to read its sheet."""

    UNIT = "unit", "Unit kerja"
    JABATAN = "jabatan", "Jabatan"
    PEGAWAI = "pegawai", "Pegawai"
    KOMPETENSI = "kompetensi", "Kamus kompetensi"
    STANDAR = "standar", "Standar kompetensi jabatan"
    KEHADIRAN = "kehadiran", "Rekap kehadiran"
    BELAJAR = "belajar", "Rekap belajar"
    PELATIHAN = "pelatihan", "Katalog pelatihan"
    KELAS_PELATIHAN = "kelas_pelatihan", "Kelas pelatihan"
    RIWAYAT_PELATIHAN = "riwayat_pelatihan", "Riwayat pelatihan"
    PANGKAT = "pangkat", "Riwayat pangkat"
    PREDIKAT_LAMA = "predikat_lama", "Predikat tahun lalu"
    ANGKA_KREDIT = "angka_kredit", "Angka kredit (PAK lama)"
    UJI_KOMPETENSI = "uji_kompetensi", "Uji kompetensi"
    KONTRAK_PPPK = "kontrak_pppk", "Perjanjian kerja PPPK"
    HUKUMAN_DISIPLIN = "hukuman_disiplin", "Hukuman disiplin"
    FORMASI = "formasi", "Formasi jabatan fungsional"
    POTENSI = "potensi", "Penilaian potensi"
    IP_ASN = "ip_asn", "Data IP ASN"


class PutusanBaris(Pilihan):
    """What the import would do with a row."""

    BARU = "baru", "Baru"
    BERUBAH = "berubah", "Berubah"
    SAMA = "sama", "Sama"
    SALAH = "salah", "Perlu diperbaiki"
