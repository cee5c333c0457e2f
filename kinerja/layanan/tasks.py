"""What is forgotten about votes, whether or not anybody votes again."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from kinerja.layanan.actions import forget_sources
from kinerja.pekerjaan.daftar import pekerjaan
from kinerja.pekerjaan.kerja import Kerja


@pekerjaan(
    "layanan.lupakan_sumber",
    judul="Menghapus sidik asal penilaian masyarakat yang lewat seminggu",
    satu_transaksi=True,
    setiap=timedelta(days=1),
)
def lupakan_sumber(kerja: Kerja) -> None:
    forget_sources(hari=timezone.localdate(kerja.at))
