"""The menu, from what a person may do."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse

from kinerja.acara.permissions import is_admin_of_whole
from kinerja.kepegawaian.istilah import JenisPeran
from kinerja.kepegawaian.lingkup import lingkup


@dataclass(frozen=True)
class Tujuan:
    label: str
    nama_url: str
    ikon: str
    awalan: str = ""
    kelompok: str = ""
    kecuali: str = ""  # a place of its own inside `awalan`

    @property
    def href(self) -> str:
        return reverse(self.nama_url)

    def aktif(self, path: str) -> bool:
        if self.href == "/":
            return path == self.href
        return path.startswith(self.awalan or self.href) and not (
            self.kecuali and path.startswith(self.kecuali)
        )


METODE, CONTOH_SKP = "/kebijakan/metode/", "/perencanaan/contoh/"
ANGGARAN, KELAYAKAN = "/pengembangan/rencana-anggaran/", "/karier/kelayakan/"
RENCANA = "/acara/rencana/"
TUMBUH, ACUAN, MEMIMPIN, MENGELOLA = "Bertumbuh", "Acuan dan data", "Memimpin", "Mengelola"

PEGAWAI = (
    Tujuan("Beranda", "beranda:home", "rumah"),
    Tujuan("SKP saya", "perencanaan:skp_list", "rencana", "/perencanaan/", kecuali=CONTOH_SKP),
    Tujuan("Realisasi", "pelaksanaan:realisasi_list", "catat", "/pelaksanaan/realisasi/"),
    Tujuan("Umpan balik", "pelaksanaan:umpan_balik_list", "bicara", "/pelaksanaan/umpan-balik/"),
    Tujuan("Penilaian perilaku", "sumber:tugas_list", "orang", "/sumber/"),
    Tujuan("Hasil saya", "penilaian:hasil_list", "hasil", "/penilaian/hasil/"),
    Tujuan("Dialog kinerja", "dialog:dialog_list", "jabat", "/dialog/", TUMBUH),
    Tujuan("Minta dukungan", "dukungan:dukungan_list", "pelampung", "/dukungan/", TUMBUH),
    Tujuan("Bimbingan dan konseling", "bimbingan:bimbingan_list", "tim", "/bimbingan/", TUMBUH),
    Tujuan("Pengembangan saya", "pengembangan:pengembangan_own", "tunas", "/pengembangan/", TUMBUH, ANGGARAN),
    Tujuan("Pelatihan", "pelatihan:pelatihan_list", "buku", "/pelatihan/", TUMBUH),
    Tujuan("Penghargaan", "penghargaan:penghargaan_wall", "hadiah", "/penghargaan/", TUMBUH),
    Tujuan("Perjalanan saya", "karier:perjalanan", "tangga", "/karier/", TUMBUH, KELAYAKAN),
    Tujuan("Bagaimana saya dinilai", "kebijakan:metode_own", "timbangan", METODE, ACUAN),
    Tujuan("Penilaian masyarakat", "layanan:layanan_list", "bicara", "/layanan/", ACUAN),
    Tujuan("Kehadiran dan belajar", "rekap:rekap_own", "jam", "/rekap/", ACUAN),
    Tujuan("Kompetensi", "kompetensi:kompetensi_list", "sasaran", "/kompetensi/", ACUAN),
)
BANTUAN = "Bantuan"
BERSAMA = (
    Tujuan("Panduan", "sosialisasi:panduan_list", "buku", "/sosialisasi/panduan/", BANTUAN),
    Tujuan("Tanya jawab", "tanya:tanya_list", "bicara", "/tanya/", BANTUAN),
    Tujuan("Mode latihan", "sosialisasi:latihan", "sasaran", "/sosialisasi/latihan/", BANTUAN),
    Tujuan(
        "Yang sering dikhawatirkan", "sosialisasi:khawatir", "pelampung", "/sosialisasi/khawatir/", BANTUAN
    ),
    Tujuan("Acara", "acara:acara_list", "kalender", "/acara/", BANTUAN, kecuali=RENCANA),
    Tujuan("Unduhan saya", "laporan:unduhan_list", "catat", "/laporan/unduhan/", BANTUAN),
)
PENILAI = (
    Tujuan("Tim saya", "penilaian:tim", "tim", "/penilaian/tim/", MEMIMPIN),
    Tujuan("Pembinaan", "pembinaan:pembinaan_list", "tren", "/pembinaan/", MEMIMPIN),
)
KALIBRASI = (Tujuan("Kalibrasi", "kalibrasi:sidang_list", "matriks", "/kalibrasi/", MEMIMPIN),)
ADMIN = (
    Tujuan("Kepegawaian", "kepegawaian:unit_list", "unit", "/kepegawaian/", MENGELOLA),
    Tujuan(
        "Kebijakan dan kalender", "kebijakan:kalender", "kalender", "/kebijakan/", MENGELOLA, kecuali=METODE
    ),
)
TINDAK_LANJUT = (
    Tujuan("Tindak lanjut", "tindak_lanjut:papan", "catat", "/tindak-lanjut/papan/", MENGELOLA),
    Tujuan("Pembinaan", "pembinaan:pembinaan_list", "tren", "/pembinaan/", MENGELOLA),
    Tujuan("Anggaran pelatihan", "pengembangan:alokasi_list", "buku", ANGGARAN, MENGELOLA),
    Tujuan("Kelayakan karier", "karier:kelayakan_first", "tangga", KELAYAKAN, MENGELOLA),
    Tujuan("Talenta dan suksesi", "talenta:talenta_list", "matriks", "/talenta/", MENGELOLA),
    Tujuan("Contoh SKP", "perencanaan:templat_list", "rencana", CONTOH_SKP, MENGELOLA),
    Tujuan("Setelan bersumber", "setelan:setelan_list", "sasaran", "/setelan/", MENGELOLA),
)
PANTAU = (
    Tujuan("Pantau", "pantau:pantau", "tren", "/pantau/", MEMIMPIN),
    Tujuan("Peta kinerja", "peta:peta", "unit", "/peta/", MEMIMPIN),
    Tujuan("Laporan", "laporan:laporan_list", "catat", "/laporan/", MEMIMPIN, "/laporan/unduhan/"),
)
SOSIALISASI = (Tujuan("Rencana sosialisasi", "acara:rencana_detail", "catat", RENCANA, MENGELOLA),)
INTEGRASI = (Tujuan("Integrasi", "integrasi:integrasi_list", "matriks", "/integrasi/", MENGELOLA),)
DENYUT = "/kesiapan/denyut/"
PIMPINAN = (Tujuan("Rekap unit", "penilaian:rekap", "grafik", "/penilaian/rekap/", MEMIMPIN),)
KESIAPAN = (Tujuan("Kesiapan unit", "kesiapan:kesiapan", "tunas", "/kesiapan/", MEMIMPIN, kecuali=DENYUT),)
TALENTA = (Tujuan("Talenta dan suksesi", "talenta:talenta_list", "matriks", "/talenta/", MEMIMPIN),)
STATISTIK = (Tujuan("Statistik penilai", "statistik:penilai_list", "tren", "/statistik/penilai/", MEMIMPIN),)
PEMERATAAN = (
    Tujuan("Pemerataan hasil", "statistik:pemerataan", "timbangan", "/statistik/pemerataan/", MENGELOLA),
)
AUDITOR = (Tujuan("Jejak audit", "jejak:catatan_list", "jejak", "/jejak/", MENGELOLA),)


@dataclass(frozen=True)
class Kelompok:
    """Entries under one heading that folds; the first ones have none and always stand there."""

    nama: str
    daftar: list[Tujuan]
    terbuka: bool


def groups_of(menu: list[Tujuan], path: str) -> list[Kelompok]:
    """Open is where one is, and what one came for: the work of an admin, or of somebody who leads."""
    per_nama: dict[str, list[Tujuan]] = {}
    for tujuan in menu:
        per_nama.setdefault(tujuan.kelompok, []).append(tujuan)
    kerja = MENGELOLA if MENGELOLA in per_nama else MEMIMPIN
    return [
        Kelompok(nama, daftar, nama == kerja or any(satu.aktif(path) for satu in daftar))
        for nama, daftar in per_nama.items()
    ]


def menu_for(request: HttpRequest) -> list[Tujuan]:
    # A request that is turned away at the door, such as one for a wrong host, has nobody yet.
    if not hasattr(request, "user") or not request.user.is_authenticated:
        return []
    dari, akun = lingkup(request.user), request.user
    admin, auditor = dari.punya(JenisPeran.ADMIN_INSTANSI), dari.punya(JenisPeran.AUDITOR)
    memimpin = admin or dari.punya(JenisPeran.PIMPINAN)
    # Counted with the account; an account that was made in this very request leads nobody yet.
    bertim = dari.pegawai is not None and bool(getattr(akun, "jumlah_tim", 0))
    mengepalai = bool(getattr(akun, "jalur_kepala", None))
    bersidang = getattr(akun, "jumlah_tim", 0) or getattr(akun, "jumlah_sidang", 0)
    daftar = [
        *(PEGAWAI if dari.pegawai else ()),
        *(PENILAI if bertim else ()),
        *(KALIBRASI if memimpin or bersidang else ()),
        *(PANTAU if memimpin or bertim or mengepalai else ()),
        *(PIMPINAN if memimpin else ()),
        *(KESIAPAN if memimpin or mengepalai else ()),
        *(TALENTA if memimpin and not admin else ()),
        *((*STATISTIK, *TINDAK_LANJUT, *ADMIN) if admin else ()),
        *(SOSIALISASI if is_admin_of_whole(akun) else ()),
        *(INTEGRASI if admin else ()),
        *(PEMERATAAN if admin or auditor else ()),
        *(AUDITOR if auditor else ()),
        *(BERSAMA if dari.pegawai else ()),
    ]
    # Who assesses people and manages them finds a page once, where it stood first.
    sekali: dict[str, Tujuan] = {}
    for tujuan in daftar:
        sekali.setdefault(tujuan.nama_url, tujuan)
    return list(sekali.values())
