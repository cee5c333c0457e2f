"""Measures Pantau on the database it is pointed at: `python -m tests.bench.ukur_pantau PORT HIDUP`; prints JSON."""

from __future__ import annotations

import json
import os
import resource
import selectors
import socket
import sys
import threading
import time
from datetime import UTC, datetime
from pathlib import Path

import django

if __name__ == "__main__":
    django.setup()

from statistics import median

from kinerja.jejak.actions import record
from kinerja.kepegawaian.models import UnitKerja
from kinerja.pantau.hidup.tiket import Tiket, issue
from kinerja.peraturan.alur import StatusSKP
from kinerja.perencanaan.models import SKP
from tests.bench.halaman import pegawai_of
from tests.bench.klien import Klien
from tests.bench.ukur import measure, sign_in

PENONTON, PERUBAHAN, JEDA = 1000, 6, 5.0


def main() -> None:
    port, hidup = int(sys.argv[1]), int(sys.argv[2])
    resource.setrlimit(resource.RLIMIT_NOFILE, (4096, resource.getrlimit(resource.RLIMIT_NOFILE)[1]))
    pegawai = pegawai_of("sekda-pekanbaru")
    assert pegawai.user is not None
    klien = Klien(port, sign_in(pegawai.user))
    akar = UnitKerja.objects.get(instansi=pegawai.instansi, induk=None)
    tiket = issue(Tiket(pegawai.user.pk, f"u{akar.pk}", akar.instansi_id))
    hasil = {
        "kosong": measure(klien, "/kosong/", detik=0),
        "layar": measure(klien, "/pantau/", detik=0),
        "kabar": measure(klien, f"/pantau/angka/?tiket={tiket}", detik=0),
        "penonton": watch(hidup, akar),
    }
    json.dump(hasil, sys.stdout)


def watch(port: int, akar: UnitKerja) -> dict[str, float]:
    """A thousand people at one screen, and a change every few seconds."""
    daftar = [_open(port, issue(Tiket(nomor, f"u{akar.pk}", akar.instansi_id))) for nomor in range(PENONTON)]
    pembaca = Pembaca(daftar)
    pembaca.start()
    skp = SKP.objects.select_related("instansi", "pegawai__user").filter(status=StatusSKP.DITETAPKAN)[0]
    time.sleep(3)
    proses, mulai = _processes(port), time.monotonic()
    cpu, tenang = _cpu(proses), time.monotonic()
    time.sleep(JEDA * 2)
    diam = (_cpu(proses) - cpu) / (time.monotonic() - tenang)
    cpu, mulai, lama = _cpu(proses), time.monotonic(), []
    for nomor in range(PERUBAHAN):
        awal, sebelum = time.monotonic(), pembaca.diterima
        _change(skp, nomor)
        while pembaca.diterima < sebelum + PENONTON and time.monotonic() < awal + 30:
            time.sleep(0.01)
        lama.append(time.monotonic() - awal)
        time.sleep(max(JEDA - lama[-1], 0))
    sibuk = (_cpu(proses) - cpu) / (time.monotonic() - mulai)
    return {
        "banyak": PENONTON,
        "diam": diam * 100,
        "sibuk": sibuk * 100,
        "lama": median(lama),
        "terlama": max(lama),
        "mb": _memory(proses),
    }


def _open(port: int, tiket: str) -> socket.socket:
    soket = socket.create_connection(("127.0.0.1", port), timeout=30)
    soket.sendall(f"GET /?tiket={tiket} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
    return soket


def _change(skp: SKP, nomor: int) -> None:
    status = StatusSKP.DIKEMBALIKAN if nomor % 2 == 0 else StatusSKP.DITETAPKAN
    SKP.objects.filter(pk=skp.pk).update(status=status)
    record("skp.return", skp, by=skp.pegawai.user, at=datetime.now(UTC))  # noqa: TID251 - a command is the edge


class Pembaca(threading.Thread):
    """Reads everything that comes and counts the changes."""

    def __init__(self, daftar: list[socket.socket]) -> None:
        super().__init__(daemon=True)
        self._daftar = daftar
        self.diterima = 0

    def run(self) -> None:
        pemilih = selectors.DefaultSelector()
        for soket in self._daftar:
            soket.setblocking(False)
            pemilih.register(soket, selectors.EVENT_READ)
        while True:
            for kunci, _ in pemilih.select(timeout=1):
                isi = kunci.fileobj.recv(65536)  # type: ignore[union-attr]
                if not isi:
                    pemilih.unregister(kunci.fileobj)
                self.diterima += isi.count(b"\ndata: ") + isi.startswith(b"data: ")


def _processes(port: int) -> list[int]:
    """The live process and its keeper, by what they were started with."""
    hasil = []
    for berkas in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            baris = berkas.read_bytes().split(b"\0")
        except OSError:
            continue
        if b"hidupkan" in baris and str(port).encode() in baris:
            hasil.append(int(berkas.parent.name))
    return hasil


def _cpu(proses: list[int]) -> float:
    detak = os.sysconf("SC_CLK_TCK")
    jumlah = 0
    for nomor in proses:
        kolom = Path(f"/proc/{nomor}/stat").read_text().rpartition(")")[2].split()
        jumlah += int(kolom[11]) + int(kolom[12])
    return jumlah / detak


def _memory(proses: list[int]) -> float:
    halaman = os.sysconf("SC_PAGE_SIZE")
    return max(int(Path(f"/proc/{n}/statm").read_text().split()[1]) * halaman / 1e6 for n in proses)


if __name__ == "__main__":
    main()
