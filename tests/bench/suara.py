"""Votes of the public at a fixed pace, beside people at work: `python -m tests.bench.suara PORT`, JSON on standard output.

Each vote has the moment at which it should leave; what it waits for a free connection counts as its time, too.
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from datetime import timedelta
from itertools import count
from typing import Any
from urllib.parse import urlencode

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")

import django

django.setup()

# ruff: noqa: E402 - models can be imported only after the set-up
from django.db import connection
from django.utils import timezone

from kinerja.layanan.actions.kode import sidik_kode
from kinerja.layanan.models import KelompokKode, KodeSuara, LayananPublik, Suara
from kinerja.lib.tanda_kirim import new_kode, new_tanda
from tests.bench.halaman import pegawai_of
from tests.bench.klien import Klien
from tests.bench.ukur import sign_in

PER_DETIK, DETIK, SAMBUNGAN = 100, 10, 24
# People at work meanwhile: pages a second.
HALAMAN_PER_DETIK = 5
_PEMANASAN = 40


def prepare(banyak: int) -> list[tuple[str, str]]:
    """Bodies of forms, in turns over all services: every second one with a code, the others from one address."""
    at = timezone.now()  # noqa: TID251 - a command is the edge
    daftar = list(LayananPublik.objects.order_by("id"))
    admin = pegawai_of("pak-anton").user
    assert admin is not None
    isian, kode_baru = [], []
    kelompok = {
        satu.pk: KelompokKode.objects.create(
            layanan=satu, jumlah=banyak, dibuat_at=at, dibuat_oleh=admin, berlaku_sampai_on=at.date() + timedelta(days=9)
        )
        for satu in daftar
    }  # fmt: skip
    for nomor in range(banyak):
        layanan = daftar[nomor % len(daftar)]
        badan = {unsur.value: str(1 + (nomor + i) % 4) for i, unsur in enumerate(layanan.unsur)}
        badan["tanda"] = new_tanda(layanan.slug, at=at - timedelta(minutes=5))
        if nomor % 5 == 0:
            badan["kalimat"] = "Petugasnya ramah, tetapi antrean di loket dua lama sekali pagi ini."
        if nomor % 2:
            badan["kode"] = new_kode()
            kode_baru.append(
                KodeSuara(kelompok=kelompok[layanan.pk], sidik=sidik_kode(layanan.pk, badan["kode"]))
            )
        isian.append((f"/s/{layanan.slug}/", urlencode(badan)))
    KodeSuara.objects.bulk_create(kode_baru)
    return isian


class Pengirim:
    """Sends forms at their moments over several connections."""

    def __init__(self, port: int, isian: list[tuple[str, str]], *, per_detik: int) -> None:
        self.port, self.isian, self.per_detik = port, isian, per_detik
        self.nomor = count()
        self.lama: list[float] = []
        self.gagal: list[int] = []

    def run(self) -> None:
        self.mulai = time.perf_counter() + 0.2
        daftar = [threading.Thread(target=self._work) for _ in range(SAMBUNGAN)]
        for satu in daftar:
            satu.start()
        for satu in daftar:
            satu.join()

    def _work(self) -> None:
        klien = Klien(self.port, "")
        while (nomor := next(self.nomor)) < len(self.isian):
            jadwal = self.mulai + nomor / self.per_detik
            time.sleep(max(jadwal - time.perf_counter(), 0))
            path, badan = self.isian[nomor]
            klien.sambungan.request(
                "POST", path, body=badan, headers={"Content-Type": "application/x-www-form-urlencoded"}
            )
            jawaban = klien.sambungan.getresponse()
            jawaban.read()
            self.lama.append((time.perf_counter() - jadwal) * 1000)
            if jawaban.status != 303:
                self.gagal.append(jawaban.status)


def _use(port: int, selesai: threading.Event, lama: list[float]) -> None:
    """Somebody at work: opens his home page again and again."""
    user = pegawai_of("pak-budi").user
    assert user is not None
    klien = Klien(port, sign_in(user))
    connection.close()
    while not selesai.wait(1 / HALAMAN_PER_DETIK):
        lama.append(klien.get("/").lama)


def measure_votes(port: int) -> dict[str, Any]:
    isian = prepare(_PEMANASAN + PER_DETIK * DETIK)
    Pengirim(port, isian[:_PEMANASAN], per_detik=20).run()
    sebelum, selesai, halaman = Suara.objects.count(), threading.Event(), list[float]()
    orang = threading.Thread(target=_use, args=(port, selesai, halaman))
    orang.start()
    pengirim = Pengirim(port, isian[_PEMANASAN:], per_detik=PER_DETIK)
    pengirim.run()
    lama_seluruhnya = time.perf_counter() - pengirim.mulai
    selesai.set()
    orang.join()
    lama = sorted(pengirim.lama)
    return {
        "per_detik": len(lama) / lama_seluruhnya,
        "tersimpan": Suara.objects.count() - sebelum,
        "gagal": pengirim.gagal,
        "p50": lama[len(lama) // 2],
        "p95": lama[int(len(lama) * 0.95)],
        "terlama": lama[-1],
        "halaman_p95": sorted(halaman)[int(len(halaman) * 0.95)],
        "beban_mesin": os.getloadavg()[0],
    }


if __name__ == "__main__":
    json.dump(measure_votes(int(sys.argv[1])), sys.stdout)
