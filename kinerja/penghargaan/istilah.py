"""The closed sets of recognition."""

from kinerja.lib.pilihan import Pilihan
from kinerja.peraturan.penghargaan import bentuk_penghargaan

_SUKSESI, _KOMPETENSI, _LAIN = bentuk_penghargaan()


class BentukPenghargaan(Pilihan):
    """The three rewards of Pasal 31, in its own words."""

    SUKSESI = "suksesi", _SUKSESI
    KOMPETENSI = "kompetensi", _KOMPETENSI
    LAIN = "lain", _LAIN

    @property
    def perlu_bertugas(self) -> bool:
        """A priority is of use only to somebody who still works here."""
        return self is not BentukPenghargaan.LAIN


class KeadaanProgram(Pilihan):
    DISIAPKAN = "disiapkan", "Sedang disiapkan"
    DIBUKA = "dibuka", "Sedang berjalan"
    DIHITUNG = "dihitung", "Suara sudah dihitung"
    DIPUTUS = "diputus", "Sudah diputuskan"


class TahapProgram(Pilihan):
    """Where a running program stands today; it follows from its dates."""

    MENUNGGU = "menunggu", "Pencalonan belum dibuka"
    PENCALONAN = "pencalonan", "Pencalonan dibuka"
    JEDA = "jeda", "Menunggu penilaian juri"
    JURI = "juri", "Juri sedang menilai"
    LEWAT = "lewat", "Menunggu penghitungan suara"


class AsalCalon(Pilihan):
    ATURAN = "aturan", "Memenuhi syarat"
    USULAN = "usulan", "Diusulkan rekan"


class KeadaanCalon(Pilihan):
    LAYAK = "layak", "Memenuhi semua syarat"
    BELUM = "belum", "Belum memenuhi semua syarat"


class Tampil(Pilihan):
    """Whether a recipient wants to be seen on the wall."""

    MENUNGGU = "menunggu", "Menunggu jawaban penerima"
    TAMPIL = "tampil", "Tampil di dinding"
    TERSEMBUNYI = "tersembunyi", "Tidak ditampilkan"


class KeadaanUcapan(Pilihan):
    BERDUA = "berdua", "Hanya dibaca berdua"
    DIPAJANG = "dipajang", "Terpasang di dinding"
    DISEMBUNYIKAN = "disembunyikan", "Anda sembunyikan"


class KeadaanKarya(Pilihan):
    MENUNGGU = "menunggu", "Menunggu persetujuan pemilik"
    TAMPIL = "tampil", "Dibagikan"
    DITOLAK = "ditolak", "Tidak dibagikan"
    DITARIK = "ditarik", "Ditarik pemiliknya"
