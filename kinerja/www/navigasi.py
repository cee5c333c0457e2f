"""The menu, from what a person may do."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

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


METODE = "/kebijakan/metode/"
ACUAN, MEMIMPIN, MENGELOLA = "Acuan dan data", "Memimpin", "Mengelola"

PEGAWAI = (
    Tujuan("Beranda", "beranda:home", "rumah"),
    Tujuan("SKP saya", "perencanaan:skp_list", "rencana", "/perencanaan/"),
    Tujuan("Realisasi", "pelaksanaan:realisasi_list", "catat", "/pelaksanaan/realisasi/"),
    Tujuan("Umpan balik", "pelaksanaan:umpan_balik_list", "bicara", "/pelaksanaan/umpan-balik/"),
    Tujuan("Penilaian perilaku", "sumber:tugas_list", "orang", "/sumber/"),
    Tujuan("Hasil saya", "penilaian:hasil_list", "hasil", "/penilaian/hasil/"),
    Tujuan("Bagaimana saya dinilai", "kebijakan:metode_own", "timbangan", METODE, ACUAN),
    Tujuan("Penilaian masyarakat", "layanan:layanan_list", "bicara", "/layanan/", ACUAN),
    Tujuan("Kehadiran dan belajar", "rekap:rekap_own", "jam", "/rekap/", ACUAN),
    Tujuan("Kompetensi", "kompetensi:kompetensi_list", "sasaran", "/kompetensi/", ACUAN),
)
PENILAI = (Tujuan("Tim saya", "penilaian:tim", "tim", "/penilaian/tim/", MEMIMPIN),)
KALIBRASI = (Tujuan("Kalibrasi", "kalibrasi:sidang_list", "matriks", "/kalibrasi/", MEMIMPIN),)
ADMIN = (
    Tujuan("Kepegawaian", "kepegawaian:unit_list", "unit", "/kepegawaian/", MENGELOLA),
    Tujuan(
        "Kebijakan dan kalender", "kebijakan:kalender", "kalender", "/kebijakan/", MENGELOLA, kecuali=METODE
    ),
)
PIMPINAN = (Tujuan("Rekap unit", "penilaian:rekap", "grafik", "/penilaian/rekap/", MEMIMPIN),)
STATISTIK = (Tujuan("Statistik penilai", "statistik:penilai_list", "tren", "/statistik/penilai/", MEMIMPIN),)
PEMERATAAN = (
    Tujuan("Pemerataan hasil", "statistik:pemerataan", "timbangan", "/statistik/pemerataan/", MENGELOLA),
)
AUDITOR = (Tujuan("Jejak audit", "jejak:catatan_list", "jejak", "/jejak/", MENGELOLA),)


def _ada(tujuan: Tujuan) -> bool:
    try:
        return bool(tujuan.href)
    except NoReverseMatch:
        return False


def menu_for(request: HttpRequest) -> list[Tujuan]:
    # A request that is turned away at the door, such as one for a wrong host, has nobody yet.
    if not hasattr(request, "user") or not request.user.is_authenticated:
        return []
    dari = lingkup(request.user)
    daftar: list[Tujuan] = []
    if dari.pegawai:
        daftar += PEGAWAI
        # Counted with the account; an account that was made in this very request leads nobody yet.
        if getattr(request.user, "jumlah_tim", 0):
            daftar += PENILAI
    memimpin = dari.punya(JenisPeran.PIMPINAN) or dari.punya(JenisPeran.ADMIN_INSTANSI)
    bersidang = getattr(request.user, "jumlah_tim", 0) or getattr(request.user, "jumlah_sidang", 0)
    if memimpin or bersidang:
        daftar += KALIBRASI
    if memimpin:
        daftar += PIMPINAN
    if dari.punya(JenisPeran.ADMIN_INSTANSI):
        daftar += [*STATISTIK, *ADMIN]
    if dari.punya(JenisPeran.ADMIN_INSTANSI) or dari.punya(JenisPeran.AUDITOR):
        daftar += PEMERATAAN
    if dari.punya(JenisPeran.AUDITOR):
        daftar += AUDITOR
    return [tujuan for tujuan in daftar if _ada(tujuan)]
