"""The queue cleans up after itself."""

from __future__ import annotations

from datetime import timedelta

from kinerja.pekerjaan.daftar import pekerjaan
from kinerja.pekerjaan.istilah import USAI
from kinerja.pekerjaan.kerja import Kerja
from kinerja.pekerjaan.models import Pekerjaan

DISIMPAN = timedelta(days=90)


@pekerjaan(
    "pekerjaan.hapus_lama",
    judul="Menghapus catatan pekerjaan lama",
    satu_transaksi=True,
    setiap=timedelta(days=1),
)
def hapus_lama(kerja: Kerja) -> None:
    Pekerjaan.objects.filter(status__in=USAI, selesai_at__lt=kerja.at - DISIMPAN).delete()
