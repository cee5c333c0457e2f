"""What the marks say about the raters: severity, range, middle marks, halo, drift; advice, never a verdict."""

from kinerja.metode.statistik_penilai.acuan import acuan_disesuaikan
from kinerja.metode.statistik_penilai.profil import statistik_penilai
from kinerja.metode.statistik_penilai.tabel import (
    AcuanOrang,
    Aturan,
    Dasar,
    JenisUkuran,
    Koreksi,
    ProfilPenilai,
    TabelNilai,
    TabelTidakSah,
    Ukuran,
)

__all__ = [
    "AcuanOrang", "Aturan", "Dasar", "JenisUkuran", "Koreksi", "ProfilPenilai", "TabelNilai", "TabelTidakSah",
    "Ukuran", "acuan_disesuaikan", "statistik_penilai",
]  # fmt: skip
