"""What the trail forgets."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from kinerja.jejak.models import AksesData
from kinerja.pekerjaan.daftar import Hasil, pekerjaan
from kinerja.pekerjaan.kerja import Kerja

SEBAGIAN = 2000


@pekerjaan(
    "jejak.hapus_akses_lama",
    judul="Menghapus catatan siapa melihat data siapa yang sudah lewat masa simpan",
    setiap=timedelta(days=1),
)
def hapus_akses_lama(kerja: Kerja) -> Hasil:
    batas = timezone.localdate(kerja.at) - timedelta(days=settings.KINERJA_SIMPAN_AKSES_HARI)
    lama = AksesData.objects.filter(on__lt=batas).order_by("id")
    total = kerja.kemajuan + lama.count()
    while nomor := list(lama.values_list("pk", flat=True)[:SEBAGIAN]):
        with kerja.bagian(nomor[-1], kemajuan=kerja.kemajuan + len(nomor), total=total):
            AksesData.objects.filter(pk__in=nomor).delete()
    return Hasil(f"{kerja.kemajuan} catatan dihapus.")
