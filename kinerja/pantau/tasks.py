"""What Pantau does by the clock: a day is kept, and figures are caught up where no live process runs."""

from __future__ import annotations

from datetime import timedelta

from kinerja.jejak.queries import jam_meloncat
from kinerja.kepegawaian.models import Instansi
from kinerja.pantau.actions import follow, keep_day, recount_units, refresh_titik
from kinerja.pantau.actions.hitung import saat_semua
from kinerja.pekerjaan.daftar import Hasil, pekerjaan
from kinerja.pekerjaan.kerja import Kerja


@pekerjaan(
    "pantau.simpan_hari",
    judul="Menyimpan angka pemantauan hari ini",
    setiap=timedelta(days=1),
    syarat=jam_meloncat,
)
def simpan_hari(kerja: Kerja) -> Hasil:
    """Instansi after instansi, so that a stop in the middle goes on where it was."""
    daftar = list(Instansi.objects.filter(pk__gt=kerja.posisi or 0).order_by("pk"))
    for nomor, instansi in enumerate(daftar, start=1):
        on = instansi.tanggal(kerja.at)
        with kerja.bagian(instansi.pk, kemajuan=nomor, total=len(daftar)):
            unit = refresh_titik(instansi.pk, on=on)
            recount_units(unit, saat_semua(at=kerja.at), at=kerja.at)
            keep_day(instansi.pk, on=on)
    return Hasil("Angka hari ini sudah disimpan.")


@pekerjaan(
    "pantau.susul",
    judul="Menyusulkan angka pemantauan",
    satu_transaksi=True,
    setiap=timedelta(minutes=10),
    sewa=timedelta(minutes=10),
)
def susul(kerja: Kerja) -> None:
    """Where the live process runs there is nothing left to do."""
    follow(at=kerja.at)
