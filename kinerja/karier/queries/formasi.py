"""The posts of an instansi with how many are filled: two queries."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from kinerja.karier.models import FormasiJF
from kinerja.karier.queries.bahan import rumpun
from kinerja.kepegawaian.istilah import JenisPenempatan
from kinerja.kepegawaian.models import Instansi, Penempatan


@dataclass(frozen=True)
class BarisFormasi:
    formasi: FormasiJF
    terisi: int

    @property
    def lowong(self) -> int:
        return max(self.formasi.jumlah - self.terisi, 0)


def daftar_formasi(instansi: Instansi, *, on: date) -> list[BarisFormasi]:
    tempat = (
        Penempatan.objects.berlaku(on)
        .filter(pegawai__instansi=instansi, jenis=JenisPenempatan.DEFINITIF)
        .exclude(jabatan__jenjang="")
        .order_by("id")
    )
    terisi = Counter(
        (rumpun(nama, jenjang).casefold(), jenjang)
        for nama, jenjang in tempat.values_list("jabatan__nama", "jabatan__jenjang")
    )
    return [
        BarisFormasi(formasi, terisi[formasi.nama.casefold(), formasi.jenjang])
        for formasi in FormasiJF.objects.filter(instansi=instansi).order_by("nama", "jenjang")
    ]
