"""What the two people in a case see: everything opened, or the one sentence that says why not."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.views.decorators.debug import sensitive_variables

from kinerja.bimbingan.brankas import KunciKonselingHilang, unseal
from kinerja.bimbingan.istilah import JenisAmplop
from kinerja.bimbingan.models import Konseling, RekamanKonseling, TemuKonseling


@dataclass(frozen=True)
class Tulisan:
    id: UUID
    penulis_id: int
    oleh: str
    at: datetime
    teks: str

    def __repr__(self) -> str:
        return f"Tulisan({self.id})"


@dataclass
class Ruang:
    permintaan: str = ""
    tanggapan: str = ""
    draf: dict[str, str] = field(default_factory=dict)
    daftar_catatan: list[Tulisan] = field(default_factory=list)
    daftar_temu: list[TemuKonseling] = field(default_factory=list)
    rekaman: RekamanKonseling | None = None
    terkunci: str = ""

    def __repr__(self) -> str:
        return "Ruang()"  # words do not slip out with a traceback


@sensitive_variables()
def ruang(konseling: Konseling) -> Ruang:
    """Only for a case that the caller found through `visible_to`: two people."""
    hasil = Ruang(
        daftar_temu=list(konseling.daftar_temu.order_by("at", "id")),
        rekaman=RekamanKonseling.objects.filter(konseling=konseling).first(),
    )
    daftar = konseling.daftar_amplop.select_related("penulis").order_by("at", "id")
    try:
        for amplop in daftar:
            amplop.konseling = konseling
            isi = unseal(amplop)
            if amplop.jenis == JenisAmplop.CATATAN:
                hasil.daftar_catatan.append(
                    Tulisan(amplop.pk, amplop.penulis_id, amplop.penulis.nama, amplop.at, isi["teks"])
                )
            elif amplop.jenis == JenisAmplop.DRAF:
                hasil.draf = isi
            elif amplop.jenis == JenisAmplop.PERMINTAAN:
                hasil.permintaan = isi["teks"]
            else:
                hasil.tanggapan = isi["teks"]
    except KunciKonselingHilang as error:
        return Ruang(daftar_temu=hasil.daftar_temu, rekaman=hasil.rekaman, terkunci=str(error))
    return hasil
