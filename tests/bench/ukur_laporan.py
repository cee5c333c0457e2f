"""Plants what `tests.bench.laporan` measures, and measures one file, in a process of its own."""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from datetime import UTC, datetime
from typing import Any

import django

if __name__ == "__main__":
    django.setup()

from django.core.management import call_command

from kinerja.demo.baca import find_pemeran
from kinerja.kepegawaian.models import Pegawai
from kinerja.laporan.actions import Permintaan, request_unduhan
from kinerja.laporan.berkas.ruang import Ruang
from kinerja.laporan.istilah import BentukBerkas, JenisLaporan
from kinerja.laporan.queries.bentuk import Saringan
from kinerja.pekerjaan.pekerja import Pekerja
from tests.conftest import plant
from tests.factories.laporan import buat_banyak, periode_2026

BARIS = int(os.environ.get("BARIS", "50000"))
DOKUMEN = int(os.environ.get("DOKUMEN", "500"))


def plant_all() -> None:
    call_command("migrate", verbosity=0)
    plant()
    budi = Pegawai.objects.get(nip=find_pemeran("pak-budi").nip)
    at = datetime(2026, 4, 1, 2, tzinfo=UTC)
    buat_banyak(DOKUMEN, serupa=budi, periode=periode_2026(budi, urutan=2), at=at, hasil_kerja=4)
    buat_banyak(BARIS, serupa=budi, periode=periode_2026(budi), at=at)


def measure(bentuk: str) -> dict[str, Any]:
    admin = Pegawai.objects.select_related("user").get(nip=find_pemeran("pak-anton").nip)
    assert admin.user is not None
    periode = periode_2026(admin, urutan=2 if bentuk == "zip" else 1)
    saringan = Saringan(jenis=JenisLaporan.PYB, instansi_id=admin.instansi_id, tahun=2026, periode=periode)
    permintaan = Permintaan(
        saringan=saringan, bentuk=BentukBerkas(bentuk), judul="Laporan kinerja pegawai kepada PyB", nama_berkas="x"
    )  # fmt: skip
    kini = datetime.now(UTC)  # noqa: TID251 - a process of its own has a clock of its own
    mulai, cpu = time.perf_counter(), time.process_time()
    unduhan = request_unduhan(permintaan, by=admin.user, at=kini, on=kini.date())
    Pekerja(clock=lambda: datetime.now(UTC)).drain()  # noqa: TID251
    detik, cpu = time.perf_counter() - mulai, time.process_time() - cpu
    unduhan.refresh_from_db()
    assert unduhan.keadaan == "siap", unduhan.galat
    return {
        "n": unduhan.jumlah,
        "detik": detik,
        "cpu": cpu,
        "mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "ukuran": Ruang(unduhan.pk).hasil.stat().st_size / 1e6,
    }


if __name__ == "__main__":
    if sys.argv[1] == "tanam":
        plant_all()
    else:
        print(json.dumps(measure(sys.argv[1])))
