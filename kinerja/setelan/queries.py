"""The values that hold, and where each comes from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kinerja.setelan.daftar import Butir, IsiSetelan, KelompokSetelan, Nilai, NilaiTidakSah, find_kelompok
from kinerja.setelan.models import Setelan

if TYPE_CHECKING:
    from django.db.models import QuerySet


def nilai(instansi_id: int, kelompok: str) -> IsiSetelan:
    """Every value of a group, defaults filled in: one query."""
    return nilai_banyak(instansi_id, kelompok)[kelompok]


def nilai_banyak(instansi_id: int, *daftar_kode: str) -> dict[str, IsiSetelan]:
    """Several groups in the same one query."""
    baris = Setelan.objects.filter(instansi_id=instansi_id, kelompok__in=daftar_kode).order_by("id")
    tersimpan: dict[str, dict[str, str]] = {kode: {} for kode in daftar_kode}
    for kelompok, kode, teks in baris.values_list("kelompok", "kode", "nilai"):
        tersimpan[kelompok][kode] = teks
    return {kode: _filled(_known(kode), isi) for kode, isi in tersimpan.items()}


def baris_kelompok(instansi_id: int, kelompok: str) -> QuerySet[Setelan]:
    """For a page that reads other lists in the same query; `isi_dari` makes values of them."""
    return Setelan.objects.filter(instansi_id=instansi_id, kelompok=kelompok).order_by("id")


def isi_dari(kelompok: str, baris: Iterable[Setelan]) -> IsiSetelan:
    return _filled(_known(kelompok), {satu.kode: satu.nilai for satu in baris})


@dataclass(frozen=True, kw_only=True)
class Keadaan:
    """One value as it holds: the definition, the value, and the instansi's own row if there is one."""

    butir: Butir
    nilai: Nilai
    diubah: Setelan | None

    @property
    def teks(self) -> str:
        return self.butir.show(self.nilai)

    @property
    def teks_bawaan(self) -> str:
        return self.butir.show(self.butir.bawaan)


def keadaan_kelompok(instansi_id: int, kelompok: KelompokSetelan) -> list[Keadaan]:
    """For the page: one query, the person who changed it included."""
    baris = Setelan.objects.filter(instansi_id=instansi_id, kelompok=kelompok.kode)
    diubah = {satu.kode: satu for satu in baris.select_related("diubah_oleh").order_by("kode")}
    return [
        Keadaan(
            butir=butir,
            nilai=_read(butir, diubah[butir.kode].nilai) if butir.kode in diubah else butir.bawaan,
            diubah=diubah.get(butir.kode),
        )
        for butir in kelompok.daftar_butir
    ]


def per_bagian(daftar: Iterable[Keadaan]) -> list[tuple[str, list[Keadaan]]]:
    """Under the headings at which a new part begins."""
    hasil: list[tuple[str, list[Keadaan]]] = []
    for satu in daftar:
        if satu.butir.bagian or not hasil:
            hasil.append((satu.butir.bagian, []))
        hasil[-1][1].append(satu)
    return hasil


def _known(kode: str) -> KelompokSetelan:
    kelompok = find_kelompok(kode)
    assert kelompok is not None, f"Setelan {kode} belum didaftarkan"
    return kelompok


def _filled(kelompok: KelompokSetelan, tersimpan: dict[str, str]) -> IsiSetelan:
    isi = IsiSetelan(
        {
            butir.kode: _read(butir, tersimpan[butir.kode]) if butir.kode in tersimpan else butir.bawaan
            for butir in kelompok.daftar_butir
        }
    )
    # A newer release may have narrowed what is allowed; the rules must never get values that contradict each other.
    return kelompok.bawaan if kelompok.periksa(isi) else isi


def _read(butir: Butir, teks: str) -> Nilai:
    try:
        return butir.read(teks)
    except NilaiTidakSah:
        return butir.bawaan
