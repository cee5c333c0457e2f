"""Measures one running server: `python -m tests.bench.ukur PORT [--beban DETIK]`, JSON on standard output."""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
import time
from importlib import import_module
from statistics import median

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")

import django

django.setup()

# ruff: noqa: E402 - models can be imported only after the set-up
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from kinerja.akun.models import User
from kinerja.dokumen.pdf import cetak
from kinerja.perencanaan.formulir import lampiran_isian, load_skp, skp_isian
from kinerja.perencanaan.models import SKP
from tests.bench.halaman import DAFTAR_HALAMAN, Halaman, pegawai_of
from tests.bench.klien import FormTerpanjang, Jawaban, Klien, load

KOSONG = "/kosong/"
KALI = 40
PEMANASAN = 6


def sign_in(user: User) -> str:
    """The cookie of a session, made the way Django makes it."""
    sesi = import_module(settings.SESSION_ENGINE).SessionStore()
    sesi[SESSION_KEY] = str(user.pk)
    sesi[BACKEND_SESSION_KEY] = "kinerja.akun.backends.NIPBackend"
    sesi[HASH_SESSION_KEY] = user.get_session_auth_hash()
    sesi.save()
    return f"{settings.SESSION_COOKIE_NAME}={sesi.session_key}"


def measure_page(halaman: Halaman, port: int, detik: float) -> dict[str, object]:
    dasar: dict[str, object] = {"url": halaman.nama_url, "slug": halaman.slug, "tulis": halaman.tulis}
    pegawai = pegawai_of(halaman.slug)
    try:
        path = reverse(halaman.nama_url, args=halaman.argumen(pegawai))
    except (NoReverseMatch, IndexError) as error:
        return dasar | {"galat": f"{type(error).__name__}: {error}"[:120]}
    assert pegawai.user is not None
    klien = Klien(port, sign_in(pegawai.user))
    if halaman.tulis:
        return dasar | measure_write(klien, path)
    return dasar | measure(klien, path, detik=detik)


def measure(klien: Klien, path: str, *, detik: float, status: int = 200) -> dict[str, object]:
    # An empty page between any two: a machine that slows down slows both.
    pasangan = [(klien.get(path), klien.get(KOSONG)) for _ in range(PEMANASAN + KALI)][PEMANASAN:]
    jawaban, kosong = [satu for satu, _ in pasangan], [satu for _, satu in pasangan]
    if any(satu.status != status for satu in jawaban):
        return {"galat": f"status {jawaban[-1].status}"}
    hasil = _summary(jawaban) | {"kosong": median(satu.cpu for satu in kosong)}
    for serentak in (1, 16) if detik else ():
        beban = load(klien.port, klien.cookie, path, serentak=serentak, detik=detik)
        hasil |= {
            f"rps{serentak}": beban.per_detik,
            f"p50_{serentak}": beban.p50,
            f"p95_{serentak}": beban.p95,
        }
    return hasil


def measure_write(klien: Klien, path: str) -> dict[str, object]:
    """Reads the form and sends it back, with the number of the round in every empty text."""
    jawaban, kosong = [], []
    for nomor in range(PEMANASAN + KALI):
        kosong.append(klien.get(KOSONG).cpu)
        isian = FormTerpanjang.read(klien.get(path).isi)
        if "uraian" in isian:
            isian["uraian"] = f"Sudah dicocokkan dengan register, putaran {nomor}."
        jawaban.append(klien.post(path, isian))
    if any(satu.status not in (302, 303) for satu in jawaban):
        return {"galat": f"status {jawaban[-1].status}"}
    return _summary(jawaban[PEMANASAN:]) | {"kosong": median(kosong[PEMANASAN:])}


def _summary(daftar: list[Jawaban]) -> dict[str, object]:
    return {
        "query": max(satu.query for satu in daftar),
        "sql": median(satu.sql for satu in daftar),
        "cpu": median(satu.cpu for satu in daftar),
        "gz": max(satu.kirim for satu in daftar),
        "p50": median(satu.lama for satu in daftar),
    }


def measure_pdf() -> dict[str, float]:
    """Forms of one thread, from the frozen content to the bytes."""
    at = timezone.now()  # noqa: TID251 - a command is the edge
    daftar = SKP.objects.filter(versi__gt=0).order_by("pk").values_list("pk", flat=True)[:20]
    isian = [
        susun(load_skp(SKP.objects.all(), nomor), at=at)
        for nomor in daftar
        for susun in (skp_isian, lampiran_isian)
    ]
    cetak(isian[0])
    mulai = time.process_time()
    for satu in isian:
        cetak(satu)
    lama = time.process_time() - mulai
    return {"per_detik": len(isian) / lama, "ms": lama / len(isian) * 1000}


def first_load(klien: Klien) -> int:
    """The page of the sign-in with everything that it asks for, as bytes on the wire."""
    tanpa_sesi = Klien(klien.port, "a=b")
    halaman = tanpa_sesi.get(reverse("account_login"))
    daftar = dict.fromkeys(re.findall(r'(?:href|src)="(/static/[^"#]+)', halaman.isi))
    return halaman.kirim + sum(tanpa_sesi.get(satu).kirim for satu in daftar)


def main() -> None:
    pilihan = argparse.ArgumentParser()
    pilihan.add_argument("port", type=int)
    pilihan.add_argument("--beban", type=float, default=0.0)
    pilihan.add_argument("--pdf", action="store_true")
    args = pilihan.parse_args()
    user = pegawai_of("pak-budi").user
    assert user is not None
    klien = Klien(args.port, sign_in(user))
    hasil = {
        "kosong": measure(klien, KOSONG, detik=args.beban),
        "halaman": [measure_page(satu, args.port, args.beban) for satu in DAFTAR_HALAMAN],
        "muat_pertama": first_load(klien),
        "pdf": measure_pdf() if args.pdf else None,
    }
    json.dump(hasil, sys.stdout)


if __name__ == "__main__":
    main()
