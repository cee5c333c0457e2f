"""The one number of recognition that an instansi may change."""

from kinerja.metode.setelan import Kepastian
from kinerja.setelan.daftar import Butir, KelompokSetelan

KELOMPOK_UCAPAN = KelompokSetelan(
    kode="ucapan_terima_kasih",
    judul="Ucapan terima kasih",
    uraian="Berapa banyak ucapan terima kasih yang dapat dikirim seseorang dalam sehari. Ucapan tidak ikut dihitung dalam penilaian.",
    daftar_butir=(
        Butir(
            kode="ucapan_sehari",
            label="Ucapan paling banyak sehari",
            bawaan=5,
            kepastian=Kepastian.PILIHAN,
            sumber="Tidak diatur dalam peraturan; dibatasi supaya tetap tulus",
            paling_kecil=1,
            paling_besar=50,
            satuan="ucapan",
        ),
    ),
)
