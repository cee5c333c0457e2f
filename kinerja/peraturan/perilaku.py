"""The seven values of BerAKHLAK and their 21 behaviours, word for word as page 29 and 30 print them."""

from typing import Self

from kinerja.peraturan.istilah import Istilah
from kinerja.peraturan.rujukan import berdasarkan


class NilaiDasar(Istilah):
    """A core value of the ASN with its meaning and its three behaviours, in the order of Pasal 10."""

    pengertian: str
    panduan: tuple[str, ...]

    def __new__(cls, kode: str, label: str = "", pengertian: str = "", panduan: tuple[str, ...] = ()) -> Self:
        nilai = str.__new__(cls, kode)
        nilai._value_ = kode
        nilai.label = label
        nilai.cetak = label
        nilai.pengertian = pengertian
        nilai.panduan = panduan
        return nilai

    BERORIENTASI_PELAYANAN = (
        "berorientasi_pelayanan",
        "Berorientasi Pelayanan",
        "komitmen memberikan pelayanan prima demi kepuasan masyarakat",
        (
            "Memahami dan memenuhi kebutuhan masyarakat",
            "Ramah, cekatan, solutif, dan dapat diandalkan",
            "Melakukan perbaikan tiada henti",
        ),
    )
    AKUNTABEL = (
        "akuntabel",
        "Akuntabel",
        "bertanggung jawab atas kepercayaan yang diberikan",
        (
            "Melaksanakan tugas dengan jujur, bertanggungjawab, cermat, disiplin dan berintegritas tinggi",
            "Menggunakan kekayaan dan barang milik negara secara bertanggungjawab, efektif, dan efisien",
            "Tidak menyalahgunakan kewenangan jabatan",
        ),
    )
    KOMPETEN = (
        "kompeten",
        "Kompeten",
        "terus belajar dan mengembangkan kapabilitas",
        (
            "Meningkatkan kompetensi diri untuk menjawab tantangan yang selalu berubah",
            "Membantu orang lain belajar",
            "Melaksanakan tugas dengan kualitas terbaik",
        ),
    )
    HARMONIS = (
        "harmonis",
        "Harmonis",
        "saling peduli dan menghargai perbedaan",
        (
            "Menghargai setiap orang apapun latar belakangnya",
            "Suka menolong orang lain",
            "Membangun lingkungan kerja yang kondusif",
        ),
    )
    LOYAL = (
        "loyal",
        "Loyal",
        "berdedikasi dan mengutamakan kepentingan Bangsa dan Negara",
        (
            "Memegang teguh ideologi Pancasila, Undang-Undang Dasar Negara Republik Indonesia Tahun 1945, "
            "setia kepada Negara Kesatuan Republik Indonesia serta pemerintahan yang sah",
            "Menjaga nama baik sesama ASN, Pimpinan, Instansi, dan Negara",
            "Menjaga rahasia jabatan dan negara",
        ),
    )
    ADAPTIF = (
        "adaptif",
        "Adaptif",
        "terus berinovasi dan antusias dalam menggerakkan serta menghadapi perubahan",
        (
            "Cepat menyesuaikan diri menghadapi perubahan",
            "Terus berinovasi dan mengembangkan kreativitas",
            "Bertindak proaktif",
        ),
    )
    KOLABORATIF = (
        "kolaboratif",
        "Kolaboratif",
        "membangun kerja sama yang sinergis",
        (
            "Memberi kesempatan kepada berbagai pihak untuk berkontribusi",
            "Terbuka dalam bekerja sama untuk menghasilkan nilai tambah",
            "Menggerakkan pemanfaatan berbagai sumberdaya untuk tujuan bersama",
        ),
    )


@berdasarkan("PermenPANRB 6/2022", "Pasal 10 ayat (3)", halaman=8)
@berdasarkan("PermenPANRB 6/2022", "Lampiran Bab II Tahap Kedua huruf b angka 2", halaman=29)
def standar_perilaku(*, nilai: NilaiDasar) -> tuple[str, ...]:
    """The three behaviours that an SKP form prints under one value."""
    return nilai.panduan
