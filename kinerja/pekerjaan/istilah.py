"""Where a job stands."""

from __future__ import annotations

from kinerja.lib.pilihan import Pilihan


class StatusPekerjaan(Pilihan):
    ANTRE = "antre", "Menunggu giliran"
    JALAN = "jalan", "Sedang berjalan"
    SELESAI = "selesai", "Selesai"
    GAGAL = "gagal", "Belum berhasil"
    DIBATALKAN = "dibatalkan", "Dibatalkan"


BELUM_USAI = (StatusPekerjaan.ANTRE, StatusPekerjaan.JALAN)
USAI = (StatusPekerjaan.SELESAI, StatusPekerjaan.GAGAL, StatusPekerjaan.DIBATALKAN)
TERJADWAL = "terjadwal"  # the `kunci` of what the clock started
