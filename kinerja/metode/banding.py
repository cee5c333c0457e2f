"""What changed between two versions of a plan, in words a reader of the plan would use."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from difflib import SequenceMatcher
from enum import StrEnum
from typing import TypeGuard

from kinerja.lib.angka import format_angka
from kinerja.lib.tanggal import format_tanggal

KUNCI = "id"
# What an entry is called when it has several fields: the first of these that is filled.
_NAMA_BUTIR = ("uraian", "nama", "judul", "label", "kode", "nomor")


class JenisPerubahan(StrEnum):
    """What happened to a field or an entry."""

    DITAMBAH = "ditambah"
    DIHAPUS = "dihapus"
    DIUBAH = "diubah"


@dataclass(frozen=True, kw_only=True)
class Perubahan:
    """One change; `label` is the path of headings above the field."""

    jenis: JenisPerubahan
    jalur: tuple[str, ...]
    label: str
    sebelum: str = ""
    sesudah: str = ""


@dataclass(frozen=True)
class _Pembanding:
    label: Mapping[str, str]
    abaikan: frozenset[str]

    def compare(
        self, lama: object, baru: object, jalur: tuple[str, ...], nama: tuple[str, ...]
    ) -> Iterator[Perubahan]:
        if isinstance(lama, Mapping) and isinstance(baru, Mapping):
            yield from self._mapping(lama, baru, jalur, nama)
        elif _is_list(lama) and _is_list(baru):
            yield from self._list(lama, baru, jalur, nama)
        elif not _same(lama, baru):
            yield from self._change(lama, baru, jalur, nama)

    def _mapping(
        self,
        lama: Mapping[str, object],
        baru: Mapping[str, object],
        jalur: tuple[str, ...],
        nama: tuple[str, ...],
    ) -> Iterator[Perubahan]:
        for kunci in dict.fromkeys((*lama, *baru)):
            if kunci != KUNCI and kunci not in self.abaikan:
                label = self.label.get(kunci) or kunci.replace("_", " ").capitalize()
                yield from self.compare(lama.get(kunci), baru.get(kunci), (*jalur, kunci), (*nama, label))

    def _list(
        self, lama: Sequence[object], baru: Sequence[object], jalur: tuple[str, ...], nama: tuple[str, ...]
    ) -> Iterator[Perubahan]:
        for kunci, butir_lama, butir_baru in _paired(lama, baru):
            acuan = butir_lama if butir_lama is not None else butir_baru
            sebutan = _text_of(acuan) if isinstance(acuan, Mapping) else ""
            bernama = (*nama, f"“{sebutan}”") if sebutan else nama
            yield from self.compare(butir_lama, butir_baru, (*jalur, kunci), bernama)

    def _change(
        self, lama: object, baru: object, jalur: tuple[str, ...], nama: tuple[str, ...]
    ) -> Iterator[Perubahan]:
        sebelum, sesudah = self._text(lama), self._text(baru)
        if sebelum == sesudah:
            return
        jenis = JenisPerubahan.DIUBAH
        if not sebelum or not sesudah:
            jenis = JenisPerubahan.DITAMBAH if not sebelum else JenisPerubahan.DIHAPUS
        yield Perubahan(jenis=jenis, jalur=jalur, label=" › ".join(nama), sebelum=sebelum, sesudah=sesudah)

    def _text(self, nilai: object) -> str:
        if _is_list(nilai):
            return "; ".join(filter(None, (_text_of(butir) for butir in nilai)))
        return _text_of(nilai)


def banding(
    lama: Mapping[str, object],
    baru: Mapping[str, object],
    *,
    label: Mapping[str, str] | None = None,
    abaikan: frozenset[str] = frozenset(),
) -> tuple[Perubahan, ...]:
    """List the changes from one snapshot to the next; entries of a list are matched by their `id`."""
    return tuple(_Pembanding(label or {}, abaikan).compare(lama, baru, (), ()))


def _paired(lama: Sequence[object], baru: Sequence[object]) -> Iterator[tuple[str, object, object]]:
    if all(isinstance(butir, Mapping) and KUNCI in butir for butir in (*lama, *baru)):
        dulu = {str(butir[KUNCI]): butir for butir in lama if isinstance(butir, Mapping)}
        kini = {str(butir[KUNCI]): butir for butir in baru if isinstance(butir, Mapping)}
        for kunci in dict.fromkeys((*dulu, *kini)):
            yield kunci, dulu.get(kunci), kini.get(kunci)
        return
    yield from _aligned(lama, baru)


def _aligned(lama: Sequence[object], baru: Sequence[object]) -> Iterator[tuple[str, object, object]]:
    """Without ids the longest common run is kept, so an inserted line does not change all below it."""
    kunci = ([_text_of(butir) for butir in lama], [_text_of(butir) for butir in baru])
    for tanda, i_awal, i_akhir, j_awal, j_akhir in SequenceMatcher(
        None, *kunci, autojunk=False
    ).get_opcodes():
        panjang = max(i_akhir - i_awal, j_akhir - j_awal)
        if tanda == "equal" and not any(isinstance(butir, Mapping) for butir in lama[i_awal:i_akhir]):
            continue
        for langkah in range(panjang):
            i, j = i_awal + langkah, j_awal + langkah
            yield (
                str((j if j < j_akhir else i) + 1),
                lama[i] if i < i_akhir else None,
                baru[j] if j < j_akhir else None,
            )


def _is_list(nilai: object) -> TypeGuard[Sequence[object]]:
    return isinstance(nilai, Sequence) and not isinstance(nilai, str | bytes)


def _same(lama: object, baru: object) -> bool:
    return lama == baru and isinstance(lama, bool) == isinstance(baru, bool)


def _text_of(nilai: object) -> str:
    if isinstance(nilai, Mapping):
        isi = next((nilai[kunci] for kunci in _NAMA_BUTIR if nilai.get(kunci)), None)
        return _text_of(isi) if isi is not None else "; ".join(_text_of(bagian) for bagian in nilai.values())
    if nilai is None:
        return ""
    if isinstance(nilai, bool):
        return "ya" if nilai else "tidak"
    if isinstance(nilai, int | Decimal):
        return format_angka(nilai)
    if isinstance(nilai, date) and not isinstance(nilai, datetime):
        return format_tanggal(nilai)
    return str(nilai)
