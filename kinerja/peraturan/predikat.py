"""Rating, predikat and the quadrant that leads from one to the other (Lampiran Bab IV)."""

from kinerja.peraturan.istilah import Istilah
from kinerja.peraturan.rujukan import berdasarkan


class Rating(Istilah):
    """Rating of hasil kerja or perilaku kerja, lowest first; forms print it as one word (T2)."""

    DI_BAWAH = "di_bawah_ekspektasi", "Di Bawah Ekspektasi", "DIBAWAH EKSPEKTASI"
    SESUAI = "sesuai_ekspektasi", "Sesuai Ekspektasi", "SESUAI EKSPEKTASI"
    DI_ATAS = "di_atas_ekspektasi", "Di Atas Ekspektasi", "DIATAS EKSPEKTASI"


class Predikat(Istilah):
    """Predikat kinerja pegawai, in the numbered order of page 99: best first."""

    SANGAT_BAIK = "sangat_baik", "Sangat Baik"
    BAIK = "baik", "Baik"
    BUTUH_PERBAIKAN = "butuh_perbaikan", "Butuh Perbaikan"
    KURANG = "kurang", "Kurang/Misconduct", "KURANG (MISCONDUCT)"
    SANGAT_KURANG = "sangat_kurang", "Sangat Kurang"

    def mencapai(self, batas: "Predikat") -> bool:
        """Whether this is at least as good as `batas`."""
        urutan = list(Predikat)
        return urutan.index(self) <= urutan.index(batas)


class CapaianOrganisasi(Istilah):
    """Capaian kinerja organisasi, best first (page 92); the best one is Istimewa (T1)."""

    ISTIMEWA = "istimewa", "Istimewa"
    BAIK = "baik", "Baik"
    BUTUH_PERBAIKAN = "butuh_perbaikan", "Butuh Perbaikan"
    KURANG = "kurang", "Kurang"
    SANGAT_KURANG = "sangat_kurang", "Sangat Kurang"


# Rows: hasil kerja, from the top of the printed quadrant. Columns: perilaku kerja, from its left.
#                    DI_BAWAH                SESUAI                    DI_ATAS
_KUADRAN = {
    Rating.DI_ATAS:  (Predikat.KURANG,        Predikat.BAIK,            Predikat.SANGAT_BAIK),
    Rating.SESUAI:   (Predikat.KURANG,        Predikat.BAIK,            Predikat.BAIK),
    Rating.DI_BAWAH: (Predikat.SANGAT_KURANG, Predikat.BUTUH_PERBAIKAN, Predikat.BUTUH_PERBAIKAN),
}  # fmt: skip


@berdasarkan("PermenPANRB 6/2022", "Lampiran Bab IV huruf B angka 3, Kuadran Kinerja Pegawai", halaman=99)
def predikat_kinerja(*, hasil_kerja: Rating, perilaku_kerja: Rating) -> Predikat:
    """Predikat for one pair of ratings; the same quadrant serves periodic and annual evaluation."""
    return _KUADRAN[hasil_kerja][list(Rating).index(perilaku_kerja)]


@berdasarkan("PermenPANRB 6/2022", "Lampiran Bab IV huruf B angka 3 huruf a angka 3) huruf (d)", halaman=100)
def predikat_gagal_studi(*, hasil_kerja: Rating, perilaku_kerja: Rating) -> Predikat:
    """The quadrant, capped for one on tugas belajar who does not graduate (T3)."""
    predikat = predikat_kinerja(hasil_kerja=hasil_kerja, perilaku_kerja=perilaku_kerja)
    tersedia = predikat_tersedia(gagal_studi=True)
    return predikat if predikat in tersedia else tersedia[0]


@berdasarkan("PermenPANRB 6/2022", "Lampiran Bab IV huruf B angka 3 huruf a angka 3) huruf (d)", halaman=100)
def predikat_tersedia(*, gagal_studi: bool) -> tuple[Predikat, ...]:
    """Predikat a penilai may set; someone on tugas belajar who does not graduate is limited to two (T3)."""
    if gagal_studi:
        return (Predikat.KURANG, Predikat.SANGAT_KURANG)
    return tuple(Predikat)
