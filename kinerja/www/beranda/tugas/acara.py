"""Events of today and this week to which one is invited."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.urls import reverse

from kinerja.acara.istilah import JawabanAcara
from kinerja.www.beranda.bacaan import Bacaan
from kinerja.www.beranda.tugas.bentuk import Tugas


def tugas_acara(bacaan: Bacaan, on: date) -> Iterator[Tugas]:
    """Until one has said no, or has been there."""
    jawaban = {satu.acara_id: satu for satu in bacaan.jawaban_acara}
    for acara in bacaan.acara:
        saya, hari = jawaban.get(acara.pk), acara.instansi.tanggal(acara.mulai_at)
        if saya and (saya.hadir_at or saya.jawaban == JawabanAcara.TIDAK):
            continue
        menjawab = saya is None or not saya.jawaban
        if not menjawab and hari != on:
            continue
        yield Tugas(
            f"{'Hari ini' if hari == on else 'Pekan ini'}: {acara.judul}",
            reverse("acara:acara_detail", args=[acara.pk]),
            "Jawab" if menjawab else "Buka",
            "kalender",
            f"{acara.masa}, {acara.tempat or 'daring'}.",
            hari,
            kelompok="Jawab {n} undangan acara pekan ini",
            href_kelompok=reverse("acara:acara_list"),
        )
