"""Angka kredit of a functional post: from a predikat, added up over years, and what is still missing."""

from kinerja.peraturan.angka_kredit.akumulasi import (
    AkumulasiAngkaKredit,
    BarisKonversi,
    KonversiTidakSah,
    MasaJenjang,
    Penggal,
    akumulasi_angka_kredit,
    penggal_konversi,
)
from kinerja.peraturan.angka_kredit.kekurangan import (
    KebutuhanAngkaKredit,
    bulan_menuju,
    daftar_golongan_jenjang,
    golongan_berikutnya,
    jenjang_berikutnya,
    kebutuhan_jenjang,
    kebutuhan_pangkat,
)
from kinerja.peraturan.angka_kredit.konversi import (
    angka_kredit_konversi,
    koefisien_tahunan,
    persentase_predikat,
)

__all__ = [
    "AkumulasiAngkaKredit",
    "BarisKonversi",
    "KebutuhanAngkaKredit",
    "KonversiTidakSah",
    "MasaJenjang",
    "Penggal",
    "akumulasi_angka_kredit",
    "angka_kredit_konversi",
    "bulan_menuju",
    "daftar_golongan_jenjang",
    "golongan_berikutnya",
    "jenjang_berikutnya",
    "kebutuhan_jenjang",
    "kebutuhan_pangkat",
    "koefisien_tahunan",
    "penggal_konversi",
    "persentase_predikat",
]
