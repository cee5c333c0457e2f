"""Closes and tries the period of the database it is pointed at; prints what that cost as JSON."""

from __future__ import annotations

import json
import resource
import time
from collections.abc import Callable
from datetime import UTC, date, datetime

import django

if __name__ == "__main__":
    django.setup()

from kinerja.kebijakan.models import Kebijakan
from kinerja.pekerjaan.actions import enqueue
from kinerja.pekerjaan.models import Pekerjaan
from kinerja.pekerjaan.pekerja import Pekerja
from kinerja.penilaian.actions.hitung_saran import HITUNG_SARAN
from kinerja.penilaian.models import Evaluasi
from kinerja.penilaian.queries.simulasi import (
    bahan_simulasi,
    orang_berubah,
    per_unit,
    pilih_periode,
    simulasikan,
)

HARI = date(2026, 5, 1)


def clock() -> datetime:
    return datetime.now(UTC)  # noqa: TID251 - a command is the edge


def close() -> int:
    periode = Evaluasi.objects.order_by("id").values_list("periode", flat=True)[0]
    pekerjaan: Pekerjaan = enqueue(HITUNG_SARAN, by=None, at=clock(), argumen={"periode": periode})
    Pekerja(clock=clock).drain()
    pekerjaan.refresh_from_db()
    assert pekerjaan.status == "selesai", pekerjaan.galat
    assert not Evaluasi.objects.filter(jejak_saran={}).exists()
    return pekerjaan.kemajuan


def draft() -> Kebijakan:
    """The policy with other weights and a lower threshold, as a draft."""
    lama = Kebijakan.objects.get(versi=99)
    sumber, aspek = list(lama.daftar_sumber.order_by("id")), list(lama.daftar_aspek.order_by("id"))
    lama.pk, lama.versi, lama.status, lama.ambang_di_atas = None, 100, "draf", 60
    lama.save()
    for satu, bobot in zip(sumber, (40, 30, 20, 10), strict=True):
        satu.pk, satu.kebijakan, satu.bobot = None, lama, bobot
        satu.save()
    for isi in aspek:
        isi.pk, isi.kebijakan = None, lama
        isi.save()
    return Kebijakan.objects.select_related("unit_kerja").get(pk=lama.pk)


def simulate(draf: Kebijakan) -> int:
    """Everything that the page shows."""
    bahan = bahan_simulasi(draf, on=HARI)
    periode = pilih_periode(bahan, None, on=HARI)
    assert periode is not None
    hasil = simulasikan(bahan, periode)
    assert hasil.berubah, "Draf ini tidak mengubah siapa pun"
    orang_berubah(hasil, hasil.urut_berubah[:20])
    per_unit(hasil)
    return hasil.jumlah


def measured(kerja: Callable[[], int]) -> dict[str, float]:
    mulai, cpu = time.perf_counter(), time.process_time()
    jumlah = kerja()
    return {
        "orang": jumlah,
        "detik": time.perf_counter() - mulai,
        "cpu": time.process_time() - cpu,
        "mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


if __name__ == "__main__":
    tutup = measured(close)
    draf = draft()
    print(json.dumps({"Close a period": tutup, "Try a draft": measured(lambda: simulate(draf))}))
