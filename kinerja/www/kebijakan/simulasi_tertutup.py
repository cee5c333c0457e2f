"""The answer of a trial that names nobody, in one sentence."""

from __future__ import annotations

from kinerja.lib.angka import format_angka
from kinerja.penilaian.queries.simulasi import Simulasi, Tertutup

_KATA = ("naik", "turun", "menjadi ada saran atau menjadi tanpa saran")


def answer_closed(hasil: Simulasi, isi: Tertutup) -> str:
    """Only from the numbers that the table shows as well."""
    awal = f"Bila {'versi' if hasil.bahan.draf.ditetapkan else 'draf'} ini berlaku pada {hasil.periode.nama}, predikat menurut saran"
    if isi.total is None:
        return f"{awal} hanya menyangkut beberapa orang, jadi perubahannya tidak ditampilkan."
    semua = format_angka(isi.total)
    bergeser = isi.arah[1:]
    if not any(n is None or n for n in bergeser):
        return f"{awal} tidak berubah untuk satu pun dari {semua} orang."
    bagian = [
        f"{kata} untuk {'beberapa' if n is None else format_angka(n)} orang"
        for n, kata in zip(bergeser, _KATA, strict=True)
        if n is None or n
    ]
    return f"{awal}, dari {semua} orang: {', '.join(bagian)}."
