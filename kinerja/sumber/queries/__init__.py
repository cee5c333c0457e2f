"""What others answered, and what is still owed to them."""

from kinerja.sumber.queries.baca import periode_dalam
from kinerja.sumber.queries.metode import (
    Butir,
    daftar_butir,
    hari_metode,
    jangkar_hasil_kerja,
    kebijakan_skp,
    minimum_anonim,
    periode_diri,
    selesai_sumber,
    with_kamus,
)
from kinerja.sumber.queries.nilai import KalimatSumber, hasil_tim, kalimat, nilai_sumber
from kinerja.sumber.queries.pantau import hasil_sumber, kemajuan, ringkasan_sumber, undian_tersedia
from kinerja.sumber.queries.tugas import (
    DiriTerbuka,
    TugasMenilai,
    diri_belum,
    diri_terbuka,
    hak_terbuka,
    nilai_tim_terbuka,
    tugas_menilai,
)

__all__ = [
    "Butir", "DiriTerbuka", "KalimatSumber", "TugasMenilai", "daftar_butir", "diri_belum", "diri_terbuka", "hak_terbuka",
    "hari_metode", "hasil_sumber", "hasil_tim", "jangkar_hasil_kerja", "kalimat", "kebijakan_skp", "kemajuan", "minimum_anonim",
    "nilai_sumber", "nilai_tim_terbuka", "periode_dalam", "periode_diri", "ringkasan_sumber", "selesai_sumber",
    "tugas_menilai", "undian_tersedia", "with_kamus",
]  # fmt: skip
