"""Closing a month: envelopes become tallies and sentences, all at once, and the key is destroyed.

May be killed anywhere and run again: an answer is either still in its envelope or already counted.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from random import SystemRandom

from django.db import transaction

from kinerja.jejak import actions as jejak
from kinerja.kepegawaian.models import UnitKerja
from kinerja.kesiapan.actions.jawaban import NOMOR, tanda
from kinerja.kesiapan.istilah import MINIMAL_KALIMAT, KeadaanDenyut
from kinerja.kesiapan.models import AmplopDenyut, Denyut, IkutDenyut, KalimatDenyut, RangkumanDenyut
from kinerja.metode.kelompok_kecil import MINIMAL, tutup_pohon
from kinerja.sumber.amplop import Jawaban, KunciHilang, destroy_key, read_key, unseal

_ACAK = SystemRandom()


@dataclass
class _Isi:
    """What the envelopes held, by the unit in which people work."""

    langkah: dict[str, dict[int, Counter[int]]] = field(
        default_factory=lambda: {nomor: defaultdict(Counter) for nomor in NOMOR}
    )
    kalimat: list[tuple[int, str]] = field(default_factory=list)
    jawaban: Counter[int] = field(default_factory=Counter)
    tidak_terbaca: int = 0


def close_denyut(denyut: Denyut, *, at: datetime) -> None:
    """All of it, outside a transaction: a destroyed key cannot be rolled back."""
    open_amplop(denyut)
    destroy_denyut_key(denyut)
    finish_denyut(denyut, at=at)


@transaction.atomic
def open_amplop(denyut: Denyut) -> None:
    """Takes no more answers, counts those that came, and throws away who gave them."""
    denyut = Denyut.objects.select_for_update().get(pk=denyut.pk)
    if denyut.keadaan not in (KeadaanDenyut.BERJALAN, KeadaanDenyut.MENUTUP):
        return
    isi = _read(denyut)
    if denyut.keadaan == KeadaanDenyut.BERJALAN:
        pohon = dict(
            UnitKerja.objects.filter(instansi=denyut.instansi_id).order_by("jalur").values_list("pk", "induk")
        )
        _tally(denyut, isi, pohon)
        _keep_sentences(denyut, isi, pohon)
        denyut.banyak_jawaban, denyut.tidak_terbaca = isi.jawaban.total(), isi.tidak_terbaca
    denyut.keadaan = KeadaanDenyut.MENUTUP
    denyut.save(update_fields=["keadaan", "banyak_jawaban", "tidak_terbaca"])
    AmplopDenyut.objects.filter(ikut__denyut=denyut).delete()
    IkutDenyut.objects.filter(denyut=denyut).delete()


def destroy_denyut_key(denyut: Denyut) -> None:
    """Only after the envelopes are gone for good. May be run again."""
    if Denyut.objects.filter(pk=denyut.pk, keadaan=KeadaanDenyut.MENUTUP).exists():
        destroy_key(denyut.kode)


@transaction.atomic
def finish_denyut(denyut: Denyut, *, at: datetime) -> None:
    denyut = Denyut.objects.select_for_update().get(pk=denyut.pk)
    if denyut.keadaan != KeadaanDenyut.MENUTUP:
        return
    denyut.keadaan, denyut.ditutup_at = KeadaanDenyut.DITUTUP, at
    denyut.save(update_fields=["keadaan", "ditutup_at"])
    rincian = {"jawaban": denyut.banyak_jawaban, "tidak_terbaca": denyut.tidak_terbaca}
    jejak.record("denyut.tutup", denyut, by=None, at=at, rincian=rincian)


def _read(denyut: Denyut) -> _Isi:
    isi = _Isi()
    daftar = AmplopDenyut.objects.filter(ikut__denyut=denyut).select_related("ikut").order_by("ikut_id")
    kunci = None
    with suppress(KunciHilang):
        kunci = read_key(denyut.kode)
    for amplop in daftar.iterator(chunk_size=500):
        try:
            if kunci is None:
                raise KunciHilang
            jawaban = unseal(bytes(amplop.isi), kunci=kunci, tanda=tanda(denyut, amplop.ikut))
        except KunciHilang:
            isi.tidak_terbaca += 1
        else:
            _add(isi, amplop.ikut.unit_kerja_id, jawaban)
    return isi


def _add(isi: _Isi, unit_id: int, jawaban: Jawaban) -> None:
    isi.jawaban[unit_id] += 1
    for nomor in NOMOR:
        if langkah := jawaban.langkah.get(nomor, 0):
            isi.langkah[nomor][unit_id][langkah] += 1
    if jawaban.kalimat:
        isi.kalimat.append((unit_id, jawaban.kalimat))


def _tally(denyut: Denyut, isi: _Isi, pohon: Mapping[int, int | None]) -> None:
    """Of each statement the units that may be shown; whoever subtracts them from one another finds five people or none."""
    baris = []
    for nomor in NOMOR:
        per_unit = isi.langkah[nomor]
        terbit = tutup_pohon({unit: hitung.total() for unit, hitung in per_unit.items()}, pohon)
        seluruh: dict[int, Counter[int]] = defaultdict(Counter)
        for unit, hitung in per_unit.items():
            for atas in _up(unit, pohon):
                seluruh[atas] += hitung
        baris += [
            RangkumanDenyut(
                denyut=denyut, unit_kerja_id=unit, nomor=int(nomor),
                **{f"langkah_{n}": seluruh[unit][n] for n in range(1, 6)},
            )
            for unit in pohon
            if terbit[unit]
        ]  # fmt: skip
    RangkumanDenyut.objects.bulk_create(baris)


def _keep_sentences(denyut: Denyut, isi: _Isi, pohon: Mapping[int, int | None]) -> None:
    """At the nearest unit above with ten answers and more; a house with fewer shows them as a whole, below five not at all."""
    terbit = tutup_pohon(dict(isi.jawaban), pohon, minimal=MINIMAL_KALIMAT)
    banyak: Counter[int] = Counter()
    for unit, n in isi.jawaban.items():
        banyak[list(_up(unit, pohon))[-1]] += n
    daftar = []
    for unit, teks in isi.kalimat:
        garis = list(_up(unit, pohon))
        tempat = next((atas for atas in garis if terbit[atas]), None)
        if tempat is None and banyak[garis[-1]] >= MINIMAL:
            tempat = garis[-1]
        if tempat is not None:
            daftar.append(KalimatDenyut(denyut=denyut, unit_kerja_id=tempat, teks=teks))
    KalimatDenyut.objects.bulk_create(_shuffled(daftar))


def _shuffled(daftar: list[KalimatDenyut]) -> list[KalimatDenyut]:
    """Rows lie in a table in the order they came; this one tells nothing."""
    _ACAK.shuffle(daftar)
    return daftar


def _up(unit: int, pohon: Mapping[int, int | None]) -> Iterator[int]:
    """The unit and everything above it."""
    sini: int | None = unit
    while sini is not None:
        yield sini
        sini = pohon[sini]
