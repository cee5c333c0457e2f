"""What has been read is not kept for ever."""

from __future__ import annotations

from datetime import timedelta

from kinerja.jejak.queries import jam_meloncat
from kinerja.notifikasi.models import Notifikasi, Surat
from kinerja.pekerjaan.daftar import pekerjaan
from kinerja.pekerjaan.kerja import Kerja

# Longer than any occasion can come up again: a reminder names its year or its period.
DISIMPAN = timedelta(days=400)
SEBAGIAN = 2000


@pekerjaan(
    "notifikasi.hapus_lama",
    judul="Menghapus notifikasi lama",
    setiap=timedelta(days=1),
    syarat=jam_meloncat,
)
def hapus_lama(kerja: Kerja) -> None:
    batas = kerja.at - DISIMPAN
    for lama in (Notifikasi.objects.filter(created_at__lt=batas), Surat.objects.filter(created_at__lt=batas)):
        while nomor := list(lama.order_by("id").values_list("pk", flat=True)[:SEBAGIAN]):
            with kerja.bagian(nomor[-1], kemajuan=kerja.kemajuan + len(nomor)):
                lama.model._base_manager.filter(pk__in=nomor).delete()
