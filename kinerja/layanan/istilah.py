"""The closed sets of the public's vote."""

from kinerja.lib.pilihan import Pilihan


class BentukFormulir(Pilihan):
    SKM9 = "skm9", "Sembilan unsur SKM"
    PENDEK = "pendek", "Pendek, tiga unsur"


class StatusSuara(Pilihan):
    DIHITUNG = "dihitung", "Dihitung"
    DITAHAN = "ditahan", "Ditahan"
    DIBUANG = "dibuang", "Dibuang"


class StatusSumber(Pilihan):
    """What is known of the votes that came from one place on one day."""

    TERBUKA = "terbuka", "Terbuka"
    DITAHAN = "ditahan", "Ditahan untuk diperiksa"
    DILEPAS = "dilepas", "Dilepas"
    DIBUANG = "dibuang", "Dibuang"


class TingkatSumber(Pilihan):
    """How wide a place is meant: a household or an office, or everything that one provider hands out beside it."""

    JARINGAN = "jaringan", "Satu jaringan"
    PENYEDIA = "penyedia", "Banyak jaringan milik satu penyedia"


class StatusKalimat(Pilihan):
    TANPA = "tanpa", "Tanpa kalimat"
    MENUNGGU = "menunggu", "Menunggu dibaca"
    TAMPIL = "tampil", "Ditampilkan"
    SEMBUNYI = "sembunyi", "Disembunyikan"
