"""What the workers do for other systems: tell them, and forget what is old."""

from __future__ import annotations

from datetime import timedelta

from kinerja.integrasi.actions.antar import claim_due, release, send_all
from kinerja.integrasi.actions.ikuti import follow_trail, start_following
from kinerja.integrasi.actions.pengiriman import store_outcomes
from kinerja.integrasi.istilah import KeadaanPengiriman
from kinerja.integrasi.models import JawabanTersimpan, Pengiriman, Webhook
from kinerja.jejak.actions import await_end
from kinerja.jejak.queries import jam_meloncat
from kinerja.pekerjaan.daftar import Hasil, pekerjaan
from kinerja.pekerjaan.kerja import Kerja

PUTARAN = 10
SIMPAN_JAWABAN, SIMPAN_PENGIRIMAN = timedelta(days=7), timedelta(days=90)


@pekerjaan(
    "integrasi.webhook",
    judul="Memberi tahu sistem lain",
    setiap=timedelta(minutes=1),
    sewa=timedelta(minutes=5),
)
def webhook(kerja: Kerja) -> Hasil | None:
    """First what is new in the trail, then what is due: a bounded number, the rest in the next run."""
    if not Webhook.objects.filter(stopped_at=None).exists():
        return None
    _follow(kerja)
    jumlah = 0
    for _ in range(PUTARAN):
        at = kerja.at
        with kerja.bagian(jumlah):
            daftar = claim_due(at=at)
        if not daftar:
            break
        hasil = send_all(daftar, at=at)
        jumlah += sum(satu.diterima for _, satu in hasil)
        with kerja.bagian(jumlah):
            store_outcomes(hasil, at=kerja.at)
            release(daftar, hasil, at=kerja.at)
    return Hasil(f"{jumlah} pemberitahuan diterima sistem lain.")


def _follow(kerja: Kerja) -> None:
    sampai = await_end()
    if sampai is None:
        return
    with kerja.bagian(0):
        start_following(sampai=sampai)
    lagi = True
    while lagi:
        with kerja.bagian(0):
            lagi = follow_trail(sampai=sampai, at=kerja.at)


@pekerjaan(
    "integrasi.hapus_lama",
    judul="Menghapus catatan lama tentang sistem lain",
    satu_transaksi=True,
    setiap=timedelta(days=1),
    syarat=jam_meloncat,
)
def hapus_lama(kerja: Kerja) -> None:
    JawabanTersimpan.objects.filter(created_at__lt=kerja.at - SIMPAN_JAWABAN).delete()
    usai = Pengiriman.objects.exclude(keadaan=KeadaanPengiriman.ANTRE)
    usai.filter(created_at__lt=kerja.at - SIMPAN_PENGIRIMAN).delete()
