"""The statistics of a period, lot by lot; and the clock that asks for those of periods just closed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import F, Q

from kinerja.kebijakan.models import Periode, Tahap
from kinerja.lib.angka import format_angka
from kinerja.pekerjaan.actions import enqueue
from kinerja.pekerjaan.daftar import Hasil, pekerjaan
from kinerja.pekerjaan.kerja import Kerja, PekerjaanGagal
from kinerja.statistik import actions
from kinerja.statistik.permissions import can_request_statistik
from kinerja.statistik.queries.hitung import bagi_lot, hitung_lot
from kinerja.statistik.queries.nilai import daftar_nilai
from kinerja.statistik.queries.pemerataan import hitung_pemerataan

if TYPE_CHECKING:
    from kinerja.akun.models import User

BARU_DITUTUP = timedelta(days=14)


def boleh_hitung(user: User, argumen: Mapping[str, Any]) -> bool:
    """A period that has gone is for the job to tell."""
    periode = Periode.objects.select_related("instansi").filter(pk=argumen["periode"]).first()
    return periode is None or can_request_statistik(user, periode)


@pekerjaan(
    actions.HITUNG, judul="Menghitung statistik penilai", sewa=timedelta(minutes=10), boleh=boleh_hitung
)
def hitung(kerja: Kerja) -> Hasil:
    """The position is the next lot and when the run began; every lot replaces what an earlier run left."""
    periode = Periode.objects.select_related("instansi").filter(pk=kerja.argumen["periode"]).first()
    if periode is None:
        raise PekerjaanGagal("Periode ini sudah tidak ada.")
    kalimat = f"Statistik penilai {periode.nama}"
    mulai, awal = kerja.posisi or [0, kerja.at.isoformat()]
    kerja.lapor(kalimat)
    nilai = daftar_nilai(periode)
    daftar_lot = bagi_lot(nilai)
    for nomor, baris in enumerate(daftar_lot[mulai:], start=mulai):
        hasil = hitung_lot(nilai, baris)
        with kerja.bagian([nomor + 1, awal], kemajuan=nomor + 1, total=len(daftar_lot) + 1, kalimat=kalimat):
            actions.store_statistik(periode, hasil.daftar_statistik, at=kerja.at)
            actions.store_acuan(periode, hasil.daftar_acuan, at=kerja.at)
    laporan = hitung_pemerataan(periode)
    lengkap = len(daftar_lot)
    with kerja.bagian([lengkap, awal], kemajuan=lengkap + 1, total=lengkap + 1, kalimat=kalimat):
        actions.store_pemerataan(periode, laporan, at=kerja.at)
        actions.drop_stale(periode, sejak=datetime.fromisoformat(awal))
    jumlah = periode.daftar_statistik.count()
    return Hasil(
        f"Statistik {periode.nama} sudah dihitung untuk {format_angka(jumlah)} penilai. Tiap penilai melihat "
        "angkanya sendiri lebih dahulu; tim evaluasi sesudah tujuh hari, atau sesudah penilai membacanya.",
        tautan=f"/statistik/penilai/?periode={periode.pk}",
        label_tautan="Lihat statistik penilai",
    )


@pekerjaan(
    "statistik.terjadwal",
    judul="Meminta statistik periode yang baru ditutup",
    satu_transaksi=True,
    setiap=timedelta(days=1),
)
def terjadwal(kerja: Kerja) -> None:
    baru = Q(laporan_pemerataan=None) | Q(laporan_pemerataan__dihitung_at__lt=F("ditutup_at"))
    daftar = Periode.objects.filter(
        baru, ditutup_at__gte=kerja.at - BARU_DITUTUP, tahap__in=(Tahap.PERIODIK, Tahap.TAHUNAN)
    )
    for periode in daftar.order_by("id"):
        enqueue(actions.HITUNG, by=None, at=kerja.at, argumen={"periode": periode.pk}, kunci=str(periode.pk))
