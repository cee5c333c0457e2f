"""What `tests.bench.cari` measures, in a process of its own on the planted database."""

from __future__ import annotations

import json
import os
import random
import time
from typing import Any

import django

if __name__ == "__main__":
    django.setup()

from django.db import connection, models
from django.test import Client

from kinerja.akun.models import User
from kinerja.demo.baca import find_pemeran
from kinerja.kepegawaian.models import Pegawai, UnitKerja
from kinerja.perencanaan.models import SKP, RencanaHasilKerja
from tests.bench.cari import BUTIR, KALI

PERTANYAAN = {
    "a name": "zulham perkasa",
    "a NIP": "2099000000012345"[-9:],
    "a name with a slip": "gunawen sitepu",
    "words of one plan": "rumbai malaria",
    "words of many plans": "layanan warga",
    "nothing": "qzxwv",
}
PELAKU = {"leader of the house": "sekda-pekanbaru", "employee": "pak-budi"}
_DEPAN = [
    "Adi",
    "Agus",
    "Budi",
    "Citra",
    "Dewi",
    "Dian",
    "Eka",
    "Fajar",
    "Gita",
    "Gunawan",
    "Hadi",
    "Indra",
    "Joko",
    "Kartika",
    "Lestari",
    "Maya",
    "Nur",
    "Putra",
    "Rina",
    "Sari",
    "Tono",
    "Wahyu",
]
_BELAKANG = [
    "Siregar",
    "Sitepu",
    "Nasution",
    "Wijaya",
    "Pratama",
    "Saputra",
    "Hidayat",
    "Kurniawan",
    "Santoso",
    "Lubis",
    "Harahap",
    "Simbolon",
    "Ginting",
    "Pane",
    "Marpaung",
]
_HASIL = [
    "layanan",
    "warga",
    "data",
    "kinerja",
    "arsip",
    "aset",
    "anggaran",
    "sekolah",
    "jalan",
    "gizi",
    "pasar",
    "sampah",
    "perizinan",
    "pajak",
    "air",
    "bencana",
    "irigasi",
]
_SIFAT = [
    "tepat waktu",
    "lengkap dan mutakhir",
    "memuaskan penerimanya",
    "sesuai standar",
    "dapat ditelusuri",
    "berkurang setiap triwulan",
]


def ukur() -> dict[str, Any]:
    """In a process of its own, on the planted database."""

    unit = _vary()
    hasil: dict[str, Any] = {"beban": os.getloadavg()[0], "cari": {}, "peta": {}}
    for siapa, slug in PELAKU.items():
        client = Client()
        client.force_login(
            User.objects.get(pegawai__nip=find_pemeran(slug).nip), backend="kinerja.akun.backends.NIPBackend"
        )
        kosong = _time(client, "/cari/")
        for apa, q in PERTANYAAN.items():
            penuh = _time(client, "/cari/", q=q)
            hasil["cari"][f"{siapa}|{apa}"] = [max(a - b, 0) for a, b in zip(penuh, kosong, strict=True)]
        if siapa == "leader of the house":
            for apa, jalan in {"map": "/peta/", "copies": "/peta/temuan/salinan/"}.items():
                hasil["peta"][apa] = _time(client, jalan, tahun="2026", unit=str(unit))
    return hasil


def _time(client: Any, jalan: str, **isian: str) -> tuple[float, float]:
    """Milliseconds of the clock and of our processor, the best of several."""
    catatan = []
    for _ in range(KALI):
        mulai, cpu = time.perf_counter(), time.process_time()
        assert client.get(jalan, isian, headers={"host": "localhost"}).status_code == 200
        catatan.append(((time.perf_counter() - mulai) * 1000, (time.process_time() - cpu) * 1000))
    return min(a for a, _ in catatan), min(b for _, b in catatan)


def _vary() -> int:
    """Names and words of their own for the copies, and one unit with a cascade of 5,000 results."""

    acak = random.Random(5)
    tiruan = list(Pegawai.objects.filter(nip__startswith="2099").order_by("id"))
    for satu in tiruan:
        satu.nama = f"{acak.choice(_DEPAN)} {acak.choice(_DEPAN)} {acak.choice(_BELAKANG)}"
    _update(Pegawai, tiruan, ["nama"])
    rhk = list(RencanaHasilKerja.objects.order_by("id").only("teks"))
    for hasil in rhk:
        hasil.teks = f"{acak.choice(_HASIL).title()} dan {acak.choice(_HASIL)} {acak.choice(_SIFAT)}"
    _update(RencanaHasilKerja, rhk, ["teks"])
    unit = UnitKerja.objects.filter(induk__induk__isnull=True, induk__isnull=False).order_by("id")[0]
    baru = UnitKerja.objects.create(
        instansi=unit.instansi, induk=unit.induk, kode="BENCH", nama="Dinas Percobaan"
    )
    baru.jalur = f"{unit.induk.jalur if unit.induk else '/'}{baru.pk}/"
    baru.save(update_fields=["jalur"])
    skp = list(SKP.objects.filter(pegawai__in=[satu.pk for satu in tiruan]).order_by("id")[: BUTIR // 6 + 1])
    SKP.objects.filter(pk__in=[satu.pk for satu in skp]).update(unit_kerja=baru)
    _hang(skp, acak)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return baru.pk


def _hang(daftar_skp: list[Any], acak: random.Random) -> None:
    """Each plan under that of a leader with seven people; every tenth result on nothing."""

    isi: dict[int, list[Any]] = {}
    for hasil in RencanaHasilKerja.objects.filter(skp__in=daftar_skp).order_by("id"):
        isi.setdefault(hasil.skp_id, []).append(hasil)
    for n, skp in enumerate(daftar_skp):
        atas = daftar_skp[(n - 1) // 7] if n else None
        skp.penilai_id = atas.pegawai_id if atas else None
        for hasil in isi[skp.pk]:
            hasil.rhk_pimpinan_id = acak.choice(isi[atas.pk]).pk if atas and acak.random() > 0.1 else None
    _update(SKP, daftar_skp, ["penilai"])
    _update(RencanaHasilKerja, [hasil for satu in isi.values() for hasil in satu], ["rhk_pimpinan"])


def _update(model: type[models.Model], daftar: list[Any], kolom: list[str]) -> None:
    model._default_manager.bulk_update(daftar, kolom, batch_size=2000)


if __name__ == "__main__":
    print(json.dumps(ukur()))
