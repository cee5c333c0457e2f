"""What others ask about trainings: the catalogue, what is on offer, who took what, and hours."""

from kinerja.pelatihan.queries.jp import JPSetahun, jp_setahun, jp_tahun
from kinerja.pelatihan.queries.katalog import KelasTerbuka, katalog, kelas_terbuka
from kinerja.pelatihan.queries.pemakaian import PemakaianPelatihan, pemakaian_pelatihan
from kinerja.pelatihan.queries.riwayat import (
    Keikutsertaan,
    riwayat_lulus,
    sudah_diikuti,
    sudah_diikuti_banyak,
    terakhir_ikut,
)

__all__ = [
    "JPSetahun",
    "Keikutsertaan",
    "KelasTerbuka",
    "PemakaianPelatihan",
    "jp_setahun",
    "jp_tahun",
    "katalog",
    "kelas_terbuka",
    "pemakaian_pelatihan",
    "riwayat_lulus",
    "sudah_diikuti",
    "sudah_diikuti_banyak",
    "terakhir_ikut",
]
