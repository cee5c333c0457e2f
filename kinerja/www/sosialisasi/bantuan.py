"""Help where it is needed: which part of the guides speaks of the page that is open. Asks nothing of the database."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from django.urls import reverse

from kinerja.sosialisasi.panduan import find_panduan

# Beginning of an address → guide and part. The longest beginning counts.
DAFTAR_BANTUAN: dict[str, tuple[str, str]] = {
    "/": ("pegawai", "singkatnya"),
    "/perencanaan/": ("pegawai", "menyusun-skp-paling-lambat-akhir-januari"),
    "/perencanaan/contoh/": ("admin", "contoh-skp-per-jabatan"),
    "/perencanaan/matriks/": ("penilai", "membagi-peran"),
    "/pelaksanaan/realisasi/": ("pegawai", "mencatat-realisasi"),
    "/pelaksanaan/umpan-balik/": ("penilai", "memberi-umpan-balik"),
    "/sumber/": ("pegawai", "menilai-rekan-dan-diri-sendiri"),
    "/penilaian/": ("pegawai", "membaca-hasil"),
    "/penilaian/tim/": ("penilai", "menilai"),
    "/penilaian/rekap/": ("penilai", "menilai"),
    "/kalibrasi/": ("penilai", "kalibrasi"),
    "/statistik/penilai/": ("penilai", "cara-saya-menilai"),
    "/statistik/saya/": ("penilai", "cara-saya-menilai"),
    "/statistik/pemerataan/": ("auditor", "pemerataan-hasil"),
    "/dialog/": ("bertumbuh", "berbicara-dengan-penilai"),
    "/dukungan/": ("bertumbuh", "meminta-dukungan"),
    "/bimbingan/": ("bertumbuh", "bimbingan-dan-konseling"),
    "/bimbingan/konselor/": ("admin", "konselor-dan-kerahasiaan-konseling"),
    "/pengembangan/": ("bertumbuh", "belajar-yang-sesuai-kebutuhan"),
    "/pengembangan/rencana-anggaran/": ("bertumbuh", "bagi-bkpsdm"),
    "/pelatihan/": ("bertumbuh", "belajar-yang-sesuai-kebutuhan"),
    "/penghargaan/": ("bertumbuh", "penghargaan-dan-terima-kasih"),
    "/karier/": ("bertumbuh", "perjalanan-saya"),
    "/karier/kelayakan/": ("bertumbuh", "bagi-bkpsdm"),
    "/pembinaan/": ("bertumbuh", "bila-hasil-belum-sesuai-harapan"),
    "/talenta/": ("bertumbuh", "bagi-bkpsdm"),
    "/talenta/saya/": ("bertumbuh", "perjalanan-saya"),
    "/talenta/ip/saya/": ("bertumbuh", "perjalanan-saya"),
    "/tindak-lanjut/": ("bertumbuh", "bagi-bkpsdm"),
    "/setelan/": ("bertumbuh", "bagi-bkpsdm"),
    "/kebijakan/": ("admin", "menyiapkan-tahun"),
    "/kebijakan/metode/": ("pegawai", "membaca-hasil"),
    "/kebijakan/daftar/": ("admin", "mengubah-cara-menilai"),
    "/kebijakan/draf/": ("admin", "mengubah-cara-menilai"),
    "/kebijakan/unit/": ("admin", "mengubah-cara-menilai"),
    "/kepegawaian/": ("admin", "mengimpor-unit-jabatan-dan-pegawai"),
    "/kepegawaian/atasan-saya/": ("pegawai", "atasan-saya-salah"),
    "/kepegawaian/pegawai/": ("admin", "memindahkan-pegawai"),
    "/kompetensi/": ("admin", "kamus-dan-standar-kompetensi"),
    "/rekap/": ("admin", "rekap-kehadiran-dan-belajar"),
    "/layanan/": ("masyarakat", "memulai"),
    "/jejak/": ("auditor", "membaca-jejak"),
    "/dokumen/": ("auditor", "memeriksa-keaslian"),
    "/pantau/": ("pimpinan", "memantau-unit"),
    "/kesiapan/": ("pimpinan", "kesiapan-unit"),
    "/kesiapan/denyut/": ("pegawai", "denyut-bulanan"),
    "/kesiapan/denyut/hasil/": ("pimpinan", "kesiapan-unit"),
    "/kesiapan/denyut/pernyataan/": ("admin", "pernyataan-denyut"),
    "/peta/": ("penilai", "melihat-peta-kinerja"),
    "/laporan/": ("admin", "laporan-unduhan-dan-ekspor-bkn"),
    "/integrasi/": ("admin", "menghubungkan-sistem-lain"),
    "/tanya/": ("pegawai", "bertanya"),
    "/tanya/masuk/": ("pegawai", "bila-anda-penggerak"),
    "/tanya/penggerak/": ("admin", "penggerak-dan-pertanyaan"),
    "/acara/": ("pegawai", "datang-ke-acara"),
    "/acara/baru/": ("admin", "acara-dan-rencana-sosialisasi"),
    "/acara/rencana/": ("admin", "acara-dan-rencana-sosialisasi"),
    "/cari/": ("pegawai", "mencari"),
    "/notifikasi/": ("pegawai", "notifikasi-dan-pengingat"),
    "/akun/": ("pegawai", "siapa-melihat-data-saya"),
}


@dataclass(frozen=True)
class Bantuan:
    judul: str
    href: str
    kode: str


def bantuan_untuk(path: str) -> Bantuan | None:
    """None where the page itself is the help, and where no guide speaks of it."""
    if path.startswith("/sosialisasi/"):
        return None
    awalan = max((satu for satu in DAFTAR_BANTUAN if path.startswith(satu)), key=len, default="")
    if not awalan or (awalan == "/" and path != "/"):
        return None
    return _bantuan(*DAFTAR_BANTUAN[awalan])


@cache
def _bantuan(kode: str, jangkar: str) -> Bantuan | None:
    panduan = find_panduan(kode)
    bagian = next((b for b in panduan.daftar_bagian if b.jangkar == jangkar), None) if panduan else None
    if panduan is None or bagian is None:
        return None
    judul = panduan.judul if bagian is panduan.singkatnya else bagian.judul
    return Bantuan(judul, f"{reverse('sosialisasi:panduan_detail', args=[kode])}#{jangkar}", kode)
