"""What the clock does with the trail: it is sealed, it is verified, and looks that are old are forgotten."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from kinerja.jejak.actions import seal
from kinerja.jejak.models import AksesData
from kinerja.jejak.queries import Pemeriksaan, jam_meloncat
from kinerja.pekerjaan.daftar import Hasil, pekerjaan
from kinerja.pekerjaan.kerja import Kerja, PekerjaanGagal

SEBAGIAN = 2000


@pekerjaan(
    "jejak.hapus_akses_lama",
    judul="Menghapus catatan siapa melihat data siapa yang sudah lewat masa simpan",
    setiap=timedelta(days=1),
    syarat=jam_meloncat,
)
def hapus_akses_lama(kerja: Kerja) -> Hasil:
    batas = timezone.localdate(kerja.at) - timedelta(days=settings.KINERJA_SIMPAN_AKSES_HARI)
    lama = AksesData.objects.filter(on__lt=batas).order_by("id")
    total = kerja.kemajuan + lama.count()
    while nomor := list(lama.values_list("pk", flat=True)[:SEBAGIAN]):
        with kerja.bagian(nomor[-1], kemajuan=kerja.kemajuan + len(nomor), total=total):
            AksesData.objects.filter(pk__in=nomor).delete()
    return Hasil(f"{kerja.kemajuan} catatan dihapus.")


@pekerjaan("jejak.segel", judul="Menyegel jejak", setiap=timedelta(hours=1))
def segel(kerja: Kerja) -> Hasil:
    """A thousand events a part; the earlier they are sealed, the shorter a change of them can go unseen."""
    ada = True
    while ada:
        with kerja.bagian(kerja.posisi, kemajuan=kerja.kemajuan):
            baru = seal(at=kerja.at)
            ada = baru is not None
            kerja.kemajuan += len(baru.daftar_sidik) if baru else 0
    return Hasil(f"{kerja.kemajuan} catatan disegel.")


@pekerjaan(
    "jejak.periksa", judul="Memeriksa keutuhan jejak", setiap=timedelta(days=7), sewa=timedelta(minutes=30)
)
def periksa(kerja: Kerja) -> Hasil:
    """The whole trail. What does not fit fails the job, so that it stands where admins see it."""
    pemeriksaan = Pemeriksaan()
    jumlah = sum(1 for _ in pemeriksaan.findings())
    if jumlah:
        raise PekerjaanGagal(
            f"Jejak tidak utuh: {jumlah} temuan. Jangan ubah apa pun; simpan cadangan basis data, lalu hubungi pengelola sistem "
            "dan Inspektorat. Rinciannya tampak dengan perintah periksa_jejak."
        )
    return Hasil(f"{pemeriksaan.jumlah_catatan} catatan diperiksa; jejak utuh.")
