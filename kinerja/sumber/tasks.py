"""What the clock does with rounds: whoever left is replaced, and what is over is closed."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from kinerja.jejak.queries import jam_meloncat
from kinerja.pekerjaan.daftar import Hasil, pekerjaan
from kinerja.pekerjaan.kerja import Kerja
from kinerja.sumber.actions import close_putaran, due_putaran, replace_departed
from kinerja.sumber.istilah import KeadaanPutaran
from kinerja.sumber.models import Putaran


@pekerjaan(
    "sumber.tutup",
    judul="Mengganti penilai yang pergi dan menutup putaran yang lewat",
    setiap=timedelta(hours=6),
    sewa=timedelta(minutes=10),
    syarat=jam_meloncat,
)
def tutup(kerja: Kerja) -> Hasil:
    """Looks at what is due each time, so that a stop anywhere goes on where it was."""
    diganti = 0
    for putaran in Putaran.objects.filter(keadaan=KeadaanPutaran.BERJALAN).order_by("id"):
        with kerja.bagian(putaran.pk):
            diganti += replace_departed(putaran, at=kerja.at)
    daftar = due_putaran(at=kerja.at)
    for nomor, putaran in enumerate(daftar, start=1):
        kerja.lapor(str(putaran), total=len(daftar))
        close_putaran(putaran, by=None, at=kerja.at, langkah=partial(kerja.bagian, putaran.pk))
        kerja.kemajuan = nomor
    return Hasil(f"{diganti} penilai diganti, {len(daftar)} putaran ditutup.")
