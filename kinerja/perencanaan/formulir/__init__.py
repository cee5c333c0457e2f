"""From the plan to what is printed: Format A.1.1 to A.1.8. Reads only, in a fixed number of queries."""

from kinerja.perencanaan.formulir.isi import (
    TANPA_CAPAIAN,
    Capaian,
    daftar_rhk,
    hasil_kerja,
    perilaku_kerja,
    teks_target,
    teks_ukuran,
)
from kinerja.perencanaan.formulir.kepala import (
    Kepala,
    Pihak,
    kepala_skp,
    periode_penilaian,
    tanda_tangan,
    teks_periode,
)
from kinerja.perencanaan.formulir.muat import load_skp
from kinerja.perencanaan.formulir.skp import lampiran_isian, manual_isian, skp_isian, workblock_isian
from kinerja.perencanaan.formulir.tabel_peran import matriks_isian

__all__ = [
    "TANPA_CAPAIAN",
    "Capaian",
    "Kepala",
    "Pihak",
    "daftar_rhk",
    "hasil_kerja",
    "kepala_skp",
    "lampiran_isian",
    "load_skp",
    "manual_isian",
    "matriks_isian",
    "perilaku_kerja",
    "periode_penilaian",
    "skp_isian",
    "tanda_tangan",
    "teks_periode",
    "teks_target",
    "teks_ukuran",
    "workblock_isian",
]
