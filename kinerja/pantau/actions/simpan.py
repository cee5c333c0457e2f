"""Once a day: the marks of the public, and a line of the trend for every unit."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction

from kinerja.layanan.models import LayananPublik
from kinerja.layanan.queries import nilai_layanan
from kinerja.pantau.istilah import SEMUA_KOLOM
from kinerja.pantau.models import Hitungan, NilaiTitik, Tangkapan

DISIMPAN = timedelta(days=730)


@transaction.atomic
def refresh_titik(instansi_id: int, *, on: date) -> set[int]:
    """Which service points may show a mark on that day, and which; the units in which something changed."""
    daftar = {
        satu.pk: satu
        for satu in LayananPublik.objects.filter(unit_kerja__instansi=instansi_id).order_by("pk")
    }
    perlu = {}
    for nomor, nilai in nilai_layanan(dict.fromkeys(daftar, on)).items():
        if nilai.ikm is not None and nilai.n >= daftar[nomor].n_terkecil:
            perlu[nomor] = (nilai.n, round(nilai.n * nilai.ikm * 100))
    lama = {satu.layanan_id: satu for satu in NilaiTitik.objects.filter(layanan__in=daftar).order_by("pk")}
    berubah = {n for n in daftar if perlu.get(n) != ((lama[n].n, lama[n].bobot) if n in lama else None)}
    NilaiTitik.objects.filter(layanan__in=berubah).delete()
    NilaiTitik.objects.bulk_create(
        NilaiTitik(layanan_id=n, n=perlu[n][0], bobot=perlu[n][1]) for n in sorted(berubah) if n in perlu
    )
    return {daftar[n].unit_kerja_id for n in berubah}


@transaction.atomic
def keep_day(instansi_id: int, *, on: date) -> int:
    """The figures of every subtree as they stand, once a day; asked again it replaces the day."""
    daftar = Hitungan.objects.filter(mendalam=True, unit_kerja__instansi=instansi_id).order_by("pk")
    Tangkapan.objects.filter(unit_kerja__instansi=instansi_id, on=on).delete()
    Tangkapan.objects.filter(unit_kerja__instansi=instansi_id, on__lt=on - DISIMPAN).delete()
    baris = [
        Tangkapan(
            unit_kerja_id=satu.unit_kerja_id, on=on, **{kolom: getattr(satu, kolom) for kolom in SEMUA_KOLOM}
        )
        for satu in daftar
    ]
    Tangkapan.objects.bulk_create(baris, batch_size=500)
    return len(baris)
