"""What the gallery shows in its components: invented people, believable work."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

from kinerja.metode.agregasi import BobotSumber, NilaiSumber, Sumber, skor_aspek
from kinerja.metode.skala import MIKRO
from kinerja.peraturan.alur import StatusSKP
from kinerja.peraturan.distribusi import pola_distribusi
from kinerja.peraturan.predikat import CapaianOrganisasi, Predikat, Rating

BUDI = SimpleNamespace(nama="Budi Santoso, S.Kom.", nip="199001012099011001")
SARI = SimpleNamespace(nama="Sari Wulandari, S.Sos., M.Si.", nip="198203042099012002")
RINA = SimpleNamespace(nama="Rina Marlina, S.E.", nip="198807152099012003")
ANTON = SimpleNamespace(nama="Anton Wijaya", nip="199205202099011004")

DAFTAR_STATUS = tuple(StatusSKP)
DAFTAR_PREDIKAT = tuple(Predikat)
DAFTAR_RATING = tuple(Rating)

DAFTAR_TUGAS = (
    SimpleNamespace(
        judul="Ajukan SKP tahun 2026",
        keterangan="3 rencana hasil kerja sudah lengkap, 1 belum punya target",
        href="#tugas",
        aksi="Lanjutkan",
        batas_on=date(2026, 1, 31),
        terlambat=True,
        jenis="rencana",
    ),
    SimpleNamespace(
        judul="Catat realisasi bulan Maret",
        keterangan="2 dari 5 indikator sudah diisi",
        href="#tugas",
        aksi="Catat",
        batas_on=date(2026, 4, 7),
        terlambat=False,
        jenis="catat",
    ),
    SimpleNamespace(
        judul="Beri umpan balik untuk Rina Marlina",
        keterangan="Diminta oleh Sari Wulandari",
        href="#tugas",
        aksi="Beri umpan balik",
        batas_on=None,
        terlambat=False,
        jenis="bicara",
    ),
)

DAFTAR_PERISTIWA = (
    {
        "at": "12 Maret 2026 pukul 09.15 WIB",
        "judul": "SKP dikembalikan dengan catatan",
        "isi": "Target waktu layanan masih bisa dibuat lebih jelas. Tolong tulis dalam hari kerja.",
        "oleh": "Sari Wulandari",
        "ikon": "kembali",
    },
    {
        "at": "14 Maret 2026 pukul 14.05 WIB",
        "judul": "SKP diajukan lagi",
        "oleh": "Budi Santoso",
        "ikon": "kirim",
    },
    {
        "at": "16 Maret 2026 pukul 08.30 WIB",
        "judul": "SKP ditetapkan",
        "oleh": "Sari Wulandari",
        "ikon": "cek",
    },
)

DAFTAR_CATATAN = (
    SimpleNamespace(
        tingkat="nasihat",
        pesan="“Melaksanakan” menunjuk pada kegiatan. Coba tulis hasil yang dirasakan penerima layanan.",
        contoh="Usul kenaikan pangkat selesai paling lama 5 hari kerja sejak berkas lengkap",
        rujukan="PermenPANRB 6/2022, Lampiran Bab II, halaman 51",
    ),
    SimpleNamespace(tingkat="kekurangan", pesan="Indikator kedua belum punya target.", contoh="", rujukan=""),
    SimpleNamespace(tingkat="baik", pesan="Indikator pertama sudah terukur.", contoh="", rujukan=""),
)

POLA = pola_distribusi(capaian=CapaianOrganisasi.BAIK)
JUMLAH = {
    Predikat.SANGAT_KURANG: 0,
    Predikat.KURANG: 1,
    Predikat.BUTUH_PERBAIKAN: 4,
    Predikat.BAIK: 21,
    Predikat.SANGAT_BAIK: 9,
}

DAFTAR_SKP = (
    (BUDI, "Pranata Komputer Ahli Muda", StatusSKP.DITETAPKAN, 5, date(2026, 1, 28)),
    (RINA, "Analis SDM Aparatur Ahli Pertama", StatusSKP.DIAJUKAN, 4, date(2026, 1, 30)),
    (ANTON, "Pengelola Kepegawaian", StatusSKP.DIKEMBALIKAN, 3, date(2026, 2, 2)),
)

_BOBOT = (
    BobotSumber(sumber=Sumber.ATASAN, bobot=60),
    BobotSumber(sumber=Sumber.REKAN, bobot=20, minimum=3),
    BobotSumber(sumber=Sumber.MASYARAKAT, bobot=20, minimum=10),
    BobotSumber(sumber=Sumber.DIRI, bobot=0),
)
SKOR = skor_aspek(
    "kolaboratif",
    label="Kolaboratif",
    nilai=(
        NilaiSumber(sumber=Sumber.ATASAN, jumlah=50 * MIKRO, n=1),
        NilaiSumber(sumber=Sumber.REKAN, jumlah=325 * MIKRO, n=5),
        NilaiSumber(sumber=Sumber.DIRI, jumlah=75 * MIKRO, n=1),
    ),
    bobot=_BOBOT,
).as_jejak()
AMBANG_SKOR = {
    "sesuai": 37_500_000,
    "di_atas": 75 * MIKRO,
    "sesuai_tampil": "37,5",
    "di_atas_tampil": "75",
}

# Predikat, best first, then nobody's suggestion; from (rows) to (columns).
SARAN: tuple[Predikat | None, ...] = (*reversed(Predikat), None)
MATRIKS = (
    (7, 2, 0, 0, 0, 0),
    (1, 18, 2, 0, 0, 0),
    (0, 0, 4, 0, 0, 0),
    (0, 0, 0, 1, 0, 0),
    (0, 0, 0, 0, 0, 0),
    (0, 0, 0, 0, 0, 1),
)
DULU = tuple(sum(baris) for baris in MATRIKS)
NANTI = tuple(sum(baris[kolom] for baris in MATRIKS) for kolom in range(len(MATRIKS)))
