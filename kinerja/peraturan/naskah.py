"""The regulations that the rules cite, as data."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Naskah:
    """One regulation: how it is cited, what it is called, when it is in force."""

    kode: str
    judul: str
    berlaku_sejak: date
    berlaku_sampai: date | None = None
    tautan: str = ""


_JDIH_MENPAN = "https://jdih.menpan.go.id"
_BPK = "https://peraturan.bpk.go.id"

DAFTAR_NASKAH: dict[str, Naskah] = {
    naskah.kode: naskah
    for naskah in (
        Naskah(
            kode="PermenPANRB 6/2022",
            judul="Peraturan Menteri PANRB Nomor 6 Tahun 2022 tentang Pengelolaan Kinerja Pegawai Aparatur Sipil Negara",
            berlaku_sejak=date(2022, 2, 7),
            tautan=f"{_BPK}/Details/202232",
        ),
        Naskah(
            kode="SE MenPANRB 3/2023",
            judul="Surat Edaran Menteri PANRB Nomor 3 Tahun 2023 tentang Penetapan Capaian Kinerja Organisasi dan Pola Distribusi Predikat Kinerja Pegawai",
            berlaku_sejak=date(2023, 1, 31),
            tautan=_JDIH_MENPAN,
        ),
        Naskah(
            kode="PermenPANRB 14/2017",
            judul="Peraturan Menteri PANRB Nomor 14 Tahun 2017 tentang Pedoman Penyusunan Survei Kepuasan Masyarakat Unit Penyelenggara Pelayanan Publik",
            berlaku_sejak=date(2017, 5, 12),
            tautan=_JDIH_MENPAN,
        ),
        Naskah(
            kode="PP 30/2019",
            judul="Peraturan Pemerintah Nomor 30 Tahun 2019 tentang Penilaian Kinerja Pegawai Negeri Sipil",
            berlaku_sejak=date(2019, 4, 26),
            tautan=_BPK,
        ),
        Naskah(
            kode="Perka BKN 22/2007",
            judul="Peraturan Kepala BKN Nomor 22 Tahun 2007 tentang Nomor Identitas Pegawai Negeri Sipil",
            berlaku_sejak=date(2007, 1, 1),
            tautan=_BPK,
        ),
        Naskah(
            kode="PP 49/2018",
            judul="Peraturan Pemerintah Nomor 49 Tahun 2018 tentang Manajemen Pegawai Pemerintah dengan Perjanjian Kerja",
            berlaku_sejak=date(2018, 11, 28),
            tautan=_BPK,
        ),
        Naskah(
            kode="PP 99/2000",
            judul="Peraturan Pemerintah Nomor 99 Tahun 2000 tentang Kenaikan Pangkat Pegawai Negeri Sipil",
            berlaku_sejak=date(2000, 11, 17),
            tautan=_BPK,
        ),
        Naskah(
            kode="PP 94/2021",
            judul="Peraturan Pemerintah Nomor 94 Tahun 2021 tentang Disiplin Pegawai Negeri Sipil",
            berlaku_sejak=date(2021, 8, 31),
            tautan=_BPK,
        ),
        Naskah(
            kode="Perpres 98/2020",
            judul="Peraturan Presiden Nomor 98 Tahun 2020 tentang Gaji dan Tunjangan Pegawai Pemerintah dengan Perjanjian Kerja",
            berlaku_sejak=date(2020, 9, 29),
            tautan=_BPK,
        ),
        Naskah(
            kode="UU 20/2023",
            judul="Undang-Undang Nomor 20 Tahun 2023 tentang Aparatur Sipil Negara",
            berlaku_sejak=date(2023, 10, 31),
            tautan=_BPK,
        ),
        Naskah(
            kode="PP 17/2020",
            judul="Peraturan Pemerintah Nomor 17 Tahun 2020 tentang Perubahan atas Peraturan Pemerintah Nomor 11 Tahun 2017 tentang Manajemen Pegawai Negeri Sipil",
            berlaku_sejak=date(2020, 2, 28),
            tautan=_BPK,
        ),
        Naskah(
            kode="PermenPANRB 70/2020",
            judul="Peraturan Menteri PANRB Nomor 70 Tahun 2020 tentang Masa Hubungan Perjanjian Kerja PPPK",
            berlaku_sejak=date(2020, 9, 30),
            tautan=_JDIH_MENPAN,
        ),
        Naskah(
            kode="PermenPANRB 1/2023",
            judul="Peraturan Menteri PANRB Nomor 1 Tahun 2023 tentang Jabatan Fungsional",
            berlaku_sejak=date(2023, 1, 13),
            tautan=_JDIH_MENPAN,
        ),
        Naskah(
            kode="Perban BKN 3/2023",
            judul="Peraturan BKN Nomor 3 Tahun 2023 tentang Angka Kredit, Kenaikan Pangkat, dan Jenjang Jabatan Fungsional",
            berlaku_sejak=date(2023, 6, 20),
            tautan=_BPK,
        ),
        Naskah(
            kode="Perban BKN 2/2025",
            judul="Peraturan BKN Nomor 2 Tahun 2025 tentang kenaikan pangkat reguler PNS",
            berlaku_sejak=date(2025, 5, 20),
            tautan=_BPK,
        ),
        Naskah(
            kode="Perban BKN 4/2025",
            judul="Peraturan BKN Nomor 4 Tahun 2025 tentang periodisasi kenaikan pangkat PNS",
            berlaku_sejak=date(2025, 10, 1),
            tautan=_BPK,
        ),
        Naskah(
            kode="PermenPANRB 20/2025",
            judul="Peraturan Menteri PANRB Nomor 20 Tahun 2025 tentang perubahan atas PermenPANRB 3/2020 tentang Manajemen Talenta ASN",
            berlaku_sejak=date(2025, 1, 1),
            tautan=_JDIH_MENPAN,
        ),
    )
}
