"""What the queue does for pembinaan: plans go with people who moved, and end when people left."""

from __future__ import annotations

from datetime import timedelta

from kinerja.pekerjaan.daftar import Hasil, pekerjaan
from kinerja.pekerjaan.kerja import Kerja
from kinerja.pembinaan.actions import follow_running
from kinerja.pembinaan.models import RencanaPembinaan

SEBAGIAN = 200


@pekerjaan("pembinaan.ikuti", judul="Mengikutkan pembinaan pegawai yang pindah", setiap=timedelta(hours=6))
def ikuti(kerja: Kerja) -> Hasil:
    """The position is the last plan that was looked at, and how many changed."""
    terakhir, berubah = kerja.posisi or [0, 0]
    daftar = RencanaPembinaan.objects.running().order_by("id").values_list("id", flat=True)
    while nomor := list(daftar.filter(pk__gt=terakhir)[:SEBAGIAN]):
        with kerja.bagian([nomor[-1], berubah], kemajuan=kerja.kemajuan + len(nomor)):
            berubah += follow_running(nomor, at=kerja.at)
        terakhir = nomor[-1]
    return Hasil(f"{berubah} pembinaan mengikuti pegawainya.")
