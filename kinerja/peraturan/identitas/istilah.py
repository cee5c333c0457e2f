"""Kinds of civil servants and of posts."""

from kinerja.peraturan.istilah import Istilah


class JenisASN(Istilah):
    """Kind of civil servant."""

    PNS = "pns", "PNS", "PNS"
    CPNS = "cpns", "CPNS", "CPNS"
    PPPK = "pppk", "PPPK", "PPPK"
    PPPK_PARUH_WAKTU = "pppk_paruh_waktu", "PPPK Paruh Waktu"


class JenisKelamin(Istilah):
    """Position 15 of a NIP."""

    LAKI_LAKI = "l", "Laki-laki"
    PEREMPUAN = "p", "Perempuan"


class JenisJabatan(Istilah):
    """Kind of post, highest first; JF stands beside the ladder."""

    JPT_UTAMA = "jpt_utama", "JPT Utama"
    JPT_MADYA = "jpt_madya", "JPT Madya"
    JPT_PRATAMA = "jpt_pratama", "JPT Pratama"
    ADMINISTRATOR = "administrator", "Administrator"
    PENGAWAS = "pengawas", "Pengawas"
    PELAKSANA = "pelaksana", "Pelaksana"
    JF = "jf", "Jabatan Fungsional"


class JenjangJF(Istilah):
    """Levels of a functional post: keahlian first, then keterampilan, each from its lowest level."""

    AHLI_PERTAMA = "ahli_pertama", "Ahli Pertama"
    AHLI_MUDA = "ahli_muda", "Ahli Muda"
    AHLI_MADYA = "ahli_madya", "Ahli Madya"
    AHLI_UTAMA = "ahli_utama", "Ahli Utama"
    PEMULA = "pemula", "Pemula"
    TERAMPIL = "terampil", "Terampil"
    MAHIR = "mahir", "Mahir"
    PENYELIA = "penyelia", "Penyelia"
