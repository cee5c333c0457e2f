"""The queue cleans up after itself."""

from __future__ import annotations

from datetime import timedelta

from kinerja.pekerjaan.daftar import daftar_jenis, pekerjaan
from kinerja.pekerjaan.istilah import TERJADWAL, USAI, StatusPekerjaan
from kinerja.pekerjaan.kerja import Kerja
from kinerja.pekerjaan.models import Pekerjaan

DISIMPAN = timedelta(days=90)
# What the clock starts many times a day, and what went well, is of no interest to anybody for long.
SERING, DISIMPAN_SERING = timedelta(days=1), timedelta(days=2)


@pekerjaan(
    "pekerjaan.hapus_lama",
    judul="Menghapus catatan pekerjaan lama",
    satu_transaksi=True,
    setiap=timedelta(days=1),
)
def hapus_lama(kerja: Kerja) -> None:
    Pekerjaan.objects.filter(status__in=USAI, selesai_at__lt=kerja.at - DISIMPAN).delete()
    sering = [jenis.nama for jenis in daftar_jenis() if jenis.setiap is not None and jenis.setiap < SERING]
    Pekerjaan.objects.filter(
        jenis__in=sering,
        kunci=TERJADWAL,
        status=StatusPekerjaan.SELESAI,
        selesai_at__lt=kerja.at - DISIMPAN_SERING,
    ).delete()
