"""What an instansi may change about its questions."""

from kinerja.metode.setelan import Kepastian
from kinerja.setelan.daftar import Butir, KelompokSetelan

TANYA = KelompokSetelan(
    kode="tanya",
    judul="Tanya jawab",
    uraian="Berapa lama sebuah pertanyaan menunggu penggerak unit sebelum tampak pada admin. Yang bertanya diberi tahu batasnya.",
    daftar_butir=(
        Butir(
            kode="batas_jawab",
            label="Batas menjawab bagi penggerak",
            bawaan=3,
            kepastian=Kepastian.PILIHAN,
            sumber="Tidak diatur dalam peraturan; cukup untuk mencari jawabannya, dan belum terlalu lama bagi yang menunggu",
            paling_kecil=1,
            paling_besar=20,
            satuan="hari kerja",
        ),
    ),
)
