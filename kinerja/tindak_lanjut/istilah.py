"""The closed sets of what follows from a result."""

from __future__ import annotations

from kinerja.lib.pilihan import Pilihan
from kinerja.peraturan.alur import StatusEvaluasi

# From these on a result has consequences; while an objection runs it has none.
SUDAH_PASTI = (StatusEvaluasi.DITERIMA, StatusEvaluasi.DIPUTUS, StatusEvaluasi.FINAL)


class StatusUsulan(Pilihan):
    MENUNGGU = "menunggu", "Menunggu putusan"
    DISETUJUI = "disetujui", "Disetujui"
    DITOLAK = "ditolak", "Tidak dijalankan"
    DIALIHKAN = "dialihkan", "Dialihkan"
    SELESAI = "selesai", "Selesai"
    GUGUR = "gugur", "Gugur karena hasil berubah"


class PutusanUsulan(Pilihan):
    """What somebody does with a proposal on the board."""

    SETUJUI = "setujui", "Setujui dan buka tindak lanjutnya"
    TOLAK = "tolak", "Tidak dijalankan"
    ALIHKAN = "alihkan", "Alihkan ke tindakan lain"
    SELESAIKAN = "selesaikan", "Tandai selesai (yang sudah disetujui)"


class AsalUsulan(Pilihan):
    ATURAN = "aturan", "Aturan kebijakan"
    DIALIHKAN = "dialihkan", "Dialihkan dari usulan lain"
