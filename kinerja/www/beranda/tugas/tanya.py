"""Questions that wait for an answer, and answers that wait to be published."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.urls import reverse

from kinerja.www.beranda.bacaan import Bacaan
from kinerja.www.beranda.tugas.bentuk import Tugas


def tugas_tanya(bacaan: Bacaan, on: date) -> Iterator[Tugas]:
    masuk = reverse("tanya:tanya_queue")
    for satu in bacaan.tanya:
        yield Tugas(
            f"Jawab pertanyaan {satu.penanya.nama}",
            reverse("tanya:tanya_detail", args=[satu.pk]),
            "Jawab",
            "bicara",
            "Belum dijawab penggerak unitnya." if satu.naik_at else "Anda penggerak unitnya.",
            satu.batas_on,
            on > satu.batas_on,
            "Jawab {n} pertanyaan",
            f"{masuk}#menunggu",
        )
    if bacaan.faq:
        jumlah = f"{len(bacaan.faq)} usulan menunggu dibaca sekali lagi."
        yield Tugas("Terbitkan usulan FAQ", f"{masuk}#usulan", "Baca", "lampu", jumlah)
