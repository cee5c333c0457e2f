"""What the succession pool asks of the admin: a decision that runs out is weighed again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from django.urls import reverse

from kinerja.lib.tanggal import format_tanggal
from kinerja.www.beranda.tugas.bentuk import Tugas

if TYPE_CHECKING:
    from kinerja.talenta.models import PoolSuksesi


def tugas_suksesi(daftar: list[PoolSuksesi], on: date) -> Iterator[Tugas]:
    for calon in daftar:
        lewat = calon.kedaluwarsa(on)
        sampai = format_tanggal(calon.berlaku_sampai_on)
        yield Tugas(
            f"Timbang lagi {calon.pegawai.nama} sebagai calon {calon.jabatan_kunci.jabatan.nama}",
            reverse("talenta:suksesi_detail", args=[calon.jabatan_kunci_id]),
            "Timbang",
            "tangga",
            f"Putusannya {'sudah berakhir' if lewat else 'berlaku sampai'} {sampai}.",
            calon.berlaku_sampai_on,
            kelompok="Timbang lagi {n} calon suksesi",
            href_kelompok=reverse("talenta:suksesi_list"),
        )
