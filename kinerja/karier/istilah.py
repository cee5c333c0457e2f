"""The closed sets of a career that are ours."""

from kinerja.lib.pilihan import Pilihan


class JenisCatatan(Pilihan):
    """What the personnel unit keeps of a career; the value is also the name of its sheet."""

    PANGKAT = "pangkat", "Riwayat pangkat"
    PREDIKAT = "predikat_lama", "Predikat tahun lalu"
    ANGKA_KREDIT = "angka_kredit", "Angka kredit (PAK lama)"
    UJI_KOMPETENSI = "uji_kompetensi", "Uji kompetensi"
    KONTRAK = "kontrak_pppk", "Perjanjian kerja PPPK"
    HUKUMAN = "hukuman_disiplin", "Hukuman disiplin"


class TingkatHukuman(Pilihan):
    RINGAN = "ringan", "Ringan"
    SEDANG = "sedang", "Sedang"
    BERAT = "berat", "Berat"


class JenisPenetapan(Pilihan):
    """The three papers of angka kredit."""

    KONVERSI = "konversi", "Konversi Predikat Kinerja ke Angka Kredit"
    AKUMULASI = "akumulasi", "Akumulasi Angka Kredit"
    PAK = "pak", "Penetapan Angka Kredit"


class Jalur(Pilihan):
    """The three ways up that are checked."""

    PANGKAT_JF = "pangkat-jf", "Kenaikan pangkat pejabat fungsional"
    JENJANG = "jenjang", "Kenaikan jenjang jabatan fungsional"
    PANGKAT_REGULER = "pangkat-reguler", "Kenaikan pangkat reguler"


class HasilPeriksa(Pilihan):
    LAYAK = "layak", "Yang diperiksa terpenuhi"
    KURANG_SATU = "kurang-satu", "Kurang satu syarat"
    KURANG_BANYAK = "kurang", "Kurang dua syarat atau lebih"
    BELUM_TERCATAT = "belum-tercatat", "Ada data yang belum tercatat"
