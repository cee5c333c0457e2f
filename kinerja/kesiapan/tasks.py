"""By the clock: months of the pulse begin and end, and readiness is counted."""

from __future__ import annotations

from datetime import timedelta

from kinerja.jejak.queries import jam_meloncat
from kinerja.kepegawaian.models import Instansi
from kinerja.kesiapan.actions import destroy_denyut_key, finish_denyut, open_amplop, open_denyut, take_potret
from kinerja.kesiapan.istilah import KeadaanDenyut
from kinerja.kesiapan.models import Denyut
from kinerja.pekerjaan.daftar import Hasil, pekerjaan
from kinerja.pekerjaan.kerja import Kerja


@pekerjaan(
    "kesiapan.denyut",
    judul="Membuka dan menutup denyut bulanan",
    setiap=timedelta(days=1),
    syarat=jam_meloncat,
    sewa=timedelta(minutes=10),
)
def denyut(kerja: Kerja) -> Hasil:
    """Looks at what is due each time, so that a stop anywhere goes on where it was."""
    tutup = [
        satu
        for satu in Denyut.objects.filter(keadaan__in=(KeadaanDenyut.BERJALAN, KeadaanDenyut.MENUTUP))
        .select_related("instansi")
        .order_by("pk")
        if satu.keadaan == KeadaanDenyut.MENUTUP or satu.selesai_on < satu.instansi.tanggal(kerja.at)
    ]
    for satu in tutup:
        with kerja.bagian(satu.pk):
            open_amplop(satu)
        # Between two transactions: envelopes that came back by a rollback would need their key.
        destroy_denyut_key(satu)
        with kerja.bagian(satu.pk):
            finish_denyut(satu, at=kerja.at)
    buka = 0
    for instansi in Instansi.objects.order_by("pk"):
        with kerja.bagian(instansi.pk):
            buka += open_denyut(instansi, at=kerja.at) is not None
    return Hasil(f"{buka} denyut dibuka, {len(tutup)} ditutup.")


@pekerjaan(
    "kesiapan.potret",
    judul="Menghitung kesiapan unit",
    setiap=timedelta(days=1),
    sewa=timedelta(minutes=10),
)
def potret(kerja: Kerja) -> Hasil:
    daftar = list(Instansi.objects.filter(pk__gt=kerja.posisi or 0).order_by("pk"))
    for nomor, instansi in enumerate(daftar, start=1):
        with kerja.bagian(instansi.pk, kemajuan=nomor, total=len(daftar)):
            take_potret(instansi, at=kerja.at)
    return Hasil("Kesiapan unit sudah dihitung.")
