"""The statistics of every period that has been closed, as the queue would have made them the day after."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from kinerja.demo.tanam.dunia import Dunia
from kinerja.kebijakan.models import Periode, Tahap
from kinerja.statistik import actions
from kinerja.statistik.queries.hitung import bagi_lot, hitung_lot
from kinerja.statistik.queries.nilai import daftar_nilai
from kinerja.statistik.queries.pemerataan import hitung_pemerataan


def plant_statistik(dunia: Dunia) -> None:
    daftar = Periode.objects.filter(
        tahap__in=(Tahap.PERIODIK, Tahap.TAHUNAN), jendela_selesai_on__lt=dunia.on
    ).select_related("instansi")
    terbaru = {periode.instansi_id: periode.pk for periode in daftar.order_by("selesai_on", "id")}
    for periode in daftar.order_by("selesai_on", "id"):
        # The newest ones are fresh: only the raters have seen them.
        kini = periode.pk == terbaru[periode.instansi_id]
        usai = datetime.combine(periode.jendela_selesai_on, time(1), UTC) + timedelta(days=1)
        at = dunia.at if kini else min(usai, dunia.at)
        nilai = daftar_nilai(periode)
        for baris in bagi_lot(nilai):
            hasil = hitung_lot(nilai, baris)
            actions.store_statistik(periode, hasil.daftar_statistik, at=at)
            actions.store_acuan(periode, hasil.daftar_acuan, at=at)
        actions.store_pemerataan(periode, hitung_pemerataan(periode), at=at)
