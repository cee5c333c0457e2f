"""Who of the jury may not judge whom, and why: by rule, from posts and noted conflicts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Q

from kinerja.kepegawaian.models import HubunganPenilai, Penempatan
from kinerja.lib.sekaligus import read_together
from kinerja.metode.juri import Benturan
from kinerja.penghargaan.models import (
    CalonPenghargaan,
    JuriPenghargaan,
    ProgramPenghargaan,
    UsulanPenghargaan,
)
from kinerja.perencanaan.models import SKP
from kinerja.sumber.models import Konflik

Pasangan = tuple[int, int]  # numbers of two persons


@dataclass
class _Peta:
    """Superiors (atasan, bawahan) directly and by way of one, units today, noted pairs, nominations."""

    penilai: set[Pasangan] = field(default_factory=set)
    atasan: set[Pasangan] = field(default_factory=set)
    unit: dict[int, set[int]] = field(default_factory=dict)
    konflik: set[frozenset[int]] = field(default_factory=set)
    usulan: set[Pasangan] = field(default_factory=set)


def daftar_benturan(
    program: ProgramPenghargaan,
    *,
    daftar_juri: Collection[JuriPenghargaan],
    daftar_calon: Collection[CalonPenghargaan],
    on: date,
) -> tuple[Benturan, ...]:
    """One conflict for each pair at most, the nearest reason; codes are the numbers of the persons."""
    peta = _read(program, [j.pegawai_id for j in daftar_juri], [c.pegawai_id for c in daftar_calon], on=on)
    return tuple(
        Benturan(juri=str(juri.pegawai_id), calon=str(calon.pegawai_id), alasan=alasan)
        for juri in daftar_juri
        for calon in daftar_calon
        if (alasan := _reason(program, peta, juri, calon))
    )


def _reason(program: ProgramPenghargaan, peta: _Peta, juri: JuriPenghargaan, calon: CalonPenghargaan) -> str:
    satu, lain = juri.pegawai_id, calon.pegawai_id
    if satu == lain:
        return "Anda sendiri calonnya."
    for pasang, atas, bawah in (
        (peta.penilai, "Anda pejabat penilainya.", "Ia pejabat penilai Anda."),
        (peta.atasan, "Anda atasan dari penilainya.", "Ia atasan dari penilai Anda."),
    ):
        if (satu, lain) in pasang:
            return atas
        if (lain, satu) in pasang:
            return bawah
    return _further_reason(program, peta, satu, lain)


def _further_reason(program: ProgramPenghargaan, peta: _Peta, satu: int, lain: int) -> str:
    if frozenset((satu, lain)) in peta.konflik:
        # What lies between them is nobody's business here.
        return "Ada benturan kepentingan yang tercatat di antara Anda berdua."
    if (satu, lain) in peta.usulan:
        return "Anda sendiri yang mengusulkannya."
    if program.tanpa_rekan_seunit and peta.unit.get(satu, set()) & peta.unit.get(lain, set()):
        return "Anda bekerja seunit dengannya."
    return ""


def _read(program: ProgramPenghargaan, juri: list[int], calon: list[int], *, on: date) -> _Peta:
    """All of it in one query: pages show conflicts beside every nominee."""
    orang = {*juri, *calon}
    berjalan = HubunganPenilai.objects.filter(selesai_on=None, penempatan__selesai_on=None)
    langsung = berjalan.filter(penempatan__pegawai__in=orang).order_by()
    atasan = berjalan.filter(penempatan__pegawai__in=langsung.values("penilai"))
    rencana = SKP.objects.filter(Q(penilai__in=orang) | Q(atasan_penilai__in=orang), pegawai__in=orang)
    tempat = Penempatan.objects.berlaku(on).filter(pegawai__in=orang if program.tanpa_rekan_seunit else ())
    isi = read_together(
        langsung=langsung.select_related("penempatan").order_by("id"),
        atasan=atasan.select_related("penempatan").order_by("id"),
        rencana=rencana.filter(tahun=program.tahun).order_by("id"),
        konflik=Konflik.objects.berlaku(on).filter(satu__in=orang, lain__in=orang).order_by("id"),
        usulan=UsulanPenghargaan.objects.filter(program=program, pengusul__in=juri).order_by("id"),
        tempat=tempat.order_by("id"),
    )
    return _map(isi)


def _map(isi: dict[str, list[Any]]) -> _Peta:
    """Who assesses whom: today, one level further up, and in the plans of the year that is honoured."""
    peta = _Peta()
    bawahan: dict[int, set[int]] = defaultdict(set)
    for satu in isi["langsung"]:
        peta.penilai.add((satu.penilai_id, satu.penempatan.pegawai_id))
        bawahan[satu.penilai_id].add(satu.penempatan.pegawai_id)
    for satu in isi["atasan"]:
        peta.atasan |= {(satu.penilai_id, bawah) for bawah in bawahan[satu.penempatan.pegawai_id]}
    for skp in isi["rencana"]:
        if skp.penilai_id:
            peta.penilai.add((skp.penilai_id, skp.pegawai_id))
        if skp.atasan_penilai_id:
            peta.atasan.add((skp.atasan_penilai_id, skp.pegawai_id))
    peta.konflik = {frozenset((satu.satu_id, satu.lain_id)) for satu in isi["konflik"]}
    peta.usulan = {(satu.pengusul_id, satu.pegawai_id) for satu in isi["usulan"]}
    for tempat in isi["tempat"]:
        peta.unit.setdefault(tempat.pegawai_id, set()).add(tempat.unit_kerja_id)
    return peta
