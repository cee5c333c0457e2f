"""What a form asks: the aspects of a policy for one source, with words for every step."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from kinerja.kebijakan.istilah import MINIMUM_ANONIM
from kinerja.kebijakan.models import JenisAspek, Kebijakan, Periode, Tahap
from kinerja.kebijakan.queries import (
    MetodePenilaian,
    daftar_versi,
    kebijakan_berlaku,
    kebijakan_terdekat,
    metode_dari,
    versi_berlaku,
)
from kinerja.kompetensi.queries import jangkar_kompetensi
from kinerja.metode.agregasi import Sumber
from kinerja.perencanaan.models import SKP

BANYAK_LANGKAH = 5
# How long after the first day of an evaluation others may be asked at the latest; keeps old periods out of the search.
PALING_LAMA = timedelta(days=90)
_TANPA_FORMULIR = (JenisAspek.LAYANAN,)


@dataclass(frozen=True, kw_only=True)
class Butir:
    """One question: what is looked at, and five sentences from lowest to highest."""

    kode: str
    nama: str
    uraian: str
    jangkar: tuple[str, ...]


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent.parent / "jangkar.toml").read_text())


def jangkar_hasil_kerja() -> tuple[str, ...]:
    return tuple(_words()["hasil_kerja"])


def jangkar_bawaan(kode: str) -> tuple[str, ...]:
    """Our own five sentences for one of the seven values, general ones for anything else."""
    kata = _words()
    return tuple(kata["nilai"].get(kode, kata["umum"]))


def daftar_butir(metode: MetodePenilaian, sumber: Sumber) -> tuple[Butir, ...]:
    """The policy's own words come first, then ours for the seven values, then general ones."""
    return tuple(
        Butir(
            kode=aspek.kode,
            nama=aspek.nama,
            uraian=aspek.uraian[:1].upper() + aspek.uraian[1:],
            jangkar=aspek.jangkar or jangkar_bawaan(aspek.kode),
        )
        for aspek in metode.daftar_aspek
        if aspek.dinilai(sumber) and aspek.jenis not in _TANPA_FORMULIR
    )


def with_kamus(metode: MetodePenilaian, *, instansi_id: int) -> MetodePenilaian:
    """The same method with the dictionary's words for its competences: a step of the form is a level of the dictionary.

    One query, and only where the policy looks at competences.
    """
    kode = {a.kompetensi_kode for a in metode.daftar_aspek if a.jenis == JenisAspek.KOMPETENSI} - {""}
    if not kode:
        return metode
    kamus = jangkar_kompetensi(instansi_id, daftar_kode=kode)
    return replace(
        metode,
        daftar_aspek=tuple(
            replace(a, jangkar=in_levels(a.jangkar, kamus.get(a.kompetensi_kode)))
            if a.jenis == JenisAspek.KOMPETENSI
            else a
            for a in metode.daftar_aspek
        ),
    )


def in_levels(jangkar: tuple[str, ...], tingkat: tuple[str, ...] | None) -> tuple[str, ...]:
    """The levels of a dictionary; one that nobody described keeps the words of the policy, or general ones."""
    if tingkat is None:
        return jangkar
    lain = jangkar or tuple(_words()["umum"])
    return tuple(uraian or cadangan for uraian, cadangan in zip(tingkat, lain, strict=True))


def minimum_anonim(metode: MetodePenilaian, sumber: Sumber) -> int:
    """From how many envelopes on those of one person and source are opened."""
    bobot = metode.bobot(sumber)
    return max(bobot.minimum if bobot else 0, MINIMUM_ANONIM)


def selesai_sumber(periode: Periode, kebijakan: Kebijakan) -> date:
    """The last day on which others may answer: some days into the window of the evaluation."""
    return periode.jendela_mulai_on + timedelta(days=kebijakan.jendela_sumber_hari)


def kebijakan_skp(skp: SKP, *, on: date) -> Kebijakan | None:
    """The policy a plan is rated under, with its sources and aspects loaded."""
    return kebijakan_terdekat(kebijakan_berlaku(skp.instansi_id, on=on), skp.unit_kerja.jalur)


def hari_metode(periode: Periode, *, on: date) -> date:
    """The day whose policy holds for a period: a version that begins after it is not its method."""
    return min(on, periode.selesai_on)


def periode_diri(skp: SKP, *, on: date) -> tuple[Periode, Kebijakan] | None:
    """The period in which the owner of a plan may rate himself today, with its policy; None when nobody asks him."""
    terisi = periode_terisi(skp, daftar_versi(skp.instansi_id, on=on), on=on)
    if terisi is None or metode_dari(terisi[1]).bobot(Sumber.DIRI) is None:
        return None
    return terisi


def periode_terisi(
    skp: SKP, daftar_kebijakan: Sequence[Kebijakan], *, on: date
) -> tuple[Periode, Kebijakan] | None:
    """The period for which others than the penilai may still answer today; `daftar_kebijakan` has all versions."""
    daftar = Periode.objects.filter(
        instansi_id=skp.instansi_id,
        tahap=Tahap.PERIODIK,
        mulai_on__lte=on,
        jendela_mulai_on__gte=on - PALING_LAMA,
    )
    for periode in daftar.order_by("mulai_on", "id"):
        berlaku = versi_berlaku(daftar_kebijakan, on=hari_metode(periode, on=on))
        kebijakan = kebijakan_terdekat(berlaku, skp.unit_kerja.jalur)
        cocok = kebijakan is not None and kebijakan.frekuensi_evaluasi == periode.jenis
        if kebijakan and cocok and on <= selesai_sumber(periode, kebijakan):
            return periode, kebijakan
    return None
