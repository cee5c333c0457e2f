"""What talent management does by the clock."""

from __future__ import annotations

from datetime import timedelta

from kinerja.kepegawaian.models import Instansi
from kinerja.pekerjaan.daftar import Hasil, pekerjaan
from kinerja.pekerjaan.kerja import Kerja
from kinerja.talenta.actions.terbitan import publish_ip


@pekerjaan("talenta.terbitkan_ip", judul="Menerbitkan rata-rata IP ASN", setiap=timedelta(days=1))
def terbitkan_ip(kerja: Kerja) -> Hasil:
    """Looks every day, so that a server that slept on the first of the half-year catches up."""
    daftar = list(Instansi.objects.filter(pk__gt=kerja.posisi or 0).order_by("pk"))
    for nomor, instansi in enumerate(daftar, start=1):
        with kerja.bagian(instansi.pk, kemajuan=nomor, total=len(daftar)):
            publish_ip(instansi, at=kerja.at)
    return Hasil("Rata-rata IP ASN setengah tahun ini sudah terbit.")
