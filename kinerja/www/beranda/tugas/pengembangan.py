"""Plans of growing: to agree on as the penilai, and one's own that came back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.urls import reverse

from kinerja.www.beranda.tugas.bentuk import Tugas

if TYPE_CHECKING:
    from kinerja.kepegawaian.models import Pegawai
    from kinerja.pengembangan.models import RencanaPengembangan


def tugas_pengembangan(pegawai: Pegawai, daftar: list[RencanaPengembangan]) -> Iterator[Tugas]:
    for rencana in daftar:
        href = reverse("pengembangan:rencana_detail", args=[rencana.pk])
        if rencana.pegawai_id == pegawai.pk:
            catatan = "Penilai Anda mengembalikannya dengan catatan."
            yield Tugas(f"Perbaiki rencana pengembangan {rencana.tahun}", href, "Buka", "tunas", catatan)
        else:
            yield Tugas(
                f"Sepakati rencana pengembangan {rencana.pegawai.nama}",
                href,
                "Baca",
                "tunas",
                "Sudah diajukan dan menunggu Anda.",
                kelompok="Sepakati {n} rencana pengembangan",
                href_kelompok=reverse("pengembangan:pengembangan_tim"),
            )
