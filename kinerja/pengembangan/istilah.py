"""The closed sets of growing: ways to learn, and where plans and proposals stand."""

from kinerja.lib.pilihan import Pilihan


class CaraBelajar(Pilihan):
    PELATIHAN = "pelatihan", "Pelatihan atau kelas"
    COACHING = "coaching", "Coaching"
    MENTORING = "mentoring", "Mentoring"
    PENUGASAN = "penugasan", "Penugasan atau magang"
    MANDIRI = "mandiri", "Belajar mandiri"


class KeadaanRencana(Pilihan):
    DRAF = "draf", "Draf"
    DIAJUKAN = "diajukan", "Menunggu penilai"
    DIKEMBALIKAN = "dikembalikan", "Dikembalikan"
    DISEPAKATI = "disepakati", "Disepakati"


class KeadaanButir(Pilihan):
    DIRENCANAKAN = "direncanakan", "Direncanakan"
    BERJALAN = "berjalan", "Sedang berjalan"
    SELESAI = "selesai", "Selesai"
    BATAL = "batal", "Tidak jadi"


class KeadaanAlokasi(Pilihan):
    DIHITUNG = "dihitung", "Sedang dihitung"
    USULAN = "usulan", "Usulan"
    DISETUJUI = "disetujui", "Disetujui"


# What its owner may still write.
DAPAT_DIUBAH = (KeadaanRencana.DRAF, KeadaanRencana.DIKEMBALIKAN)
