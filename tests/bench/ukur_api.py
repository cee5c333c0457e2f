# ruff: noqa: E402 - the settings come before the models
"""In a process of its own: an instansi of 300 people, and what lists of them cost the thread that makes them."""

from __future__ import annotations

import json
import statistics
import sys
import time
from datetime import UTC, date, datetime, timedelta

import django

django.setup()

from django.core.management import call_command
from django.test import Client

from kinerja.akun.models import User
from kinerja.integrasi.actions import IsianSistem, IsianToken, create_sistem, create_token
from kinerja.integrasi.istilah import Cakupan
from kinerja.kepegawaian.models import Instansi, Jabatan, Pegawai, Penempatan, Peran, UnitKerja
from tests.bench.klien import _cost as cost

ULANG = 200


def plant() -> str:
    """The token."""
    call_command("migrate", verbosity=0)
    instansi = Instansi.objects.create(kode="KOTA", nama="Kota", tempat="Kota")
    akar = UnitKerja.objects.create(instansi=instansi, kode="KOTA", nama="Kota", jalur="/1/")
    unit = UnitKerja.objects.bulk_create(
        UnitKerja(instansi=instansi, induk=akar, kode=f"U{n}", nama=f"Unit {n}", jalur=f"/1/{n}/")
        for n in range(2, 302)
    )
    orang = Pegawai.objects.bulk_create(
        Pegawai(instansi=instansi, nip=f"{n:018}", nama=f"Pegawai {n}", golongan="III/a") for n in range(300)
    )
    jabatan = Jabatan.objects.bulk_create(
        Jabatan(unit_kerja=satu, kode="J", nama="Analis Kebijakan", jenis="jabatan_fungsional")
        for satu in unit
    )
    Penempatan.objects.bulk_create(
        Penempatan(pegawai=p, jabatan=j, unit_kerja=j.unit_kerja, mulai_on=date(2026, 1, 1))
        for p, j in zip(orang, jabatan, strict=True)
    )
    user, at = User.objects.create(nip=f"{9:018}", nama="Admin"), datetime.fromtimestamp(time.time(), UTC)
    Peran.objects.create(user=user, jenis="admin_instansi", unit_kerja=akar, mulai_on=date(2026, 1, 1))
    sistem = create_sistem(instansi, isian=IsianSistem(nama="Ukur", tujuan="Mengukur"), by=user, at=at)
    isian = IsianToken(nama="Ukur", daftar_cakupan=tuple(Cakupan), sampai_on=at.date() + timedelta(days=9))
    return create_token(sistem, isian=isian, by=user, at=at, on=at.date())[1]


def measure(client: Client, daftar: list[str]) -> dict[str, tuple[int, float, int]]:
    """Rows, CPU milliseconds, queries of each address. They take turns, as on a server: a slow minute is one for all."""
    cpu: dict[str, list[float]] = {path: [] for path in daftar}
    isi: dict[str, tuple[int, int]] = {}
    for _ in range(ULANG):
        for path in daftar:
            jawaban = client.get(path)
            assert jawaban.status_code == 200, jawaban.content
            lama, _, query = cost(jawaban["Server-Timing"])
            cpu[path].append(lama)
            isi[path] = len(jawaban.json()["data"]), query
    return {path: (isi[path][0], statistics.median(cpu[path]), isi[path][1]) for path in daftar}


if __name__ == "__main__":
    client = Client(headers={"Authorization": f"Bearer {plant()}"})
    print(json.dumps(measure(client, sys.argv[1:])))
