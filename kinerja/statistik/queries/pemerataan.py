"""Decided results of a period by sex, age, kind of post and unit, and the report over them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import asdict
from datetime import date
from typing import Any

import numpy as np

from kinerja.kebijakan.models import Periode
from kinerja.kepegawaian.models import UnitKerja
from kinerja.metode.pemerataan import AturanPemerataan, pantau_pemerataan
from kinerja.penilaian.models import BELUM_DITETAPKAN, Evaluasi
from kinerja.peraturan.identitas import JenisJabatan, NIPTidakSah, urai_nip
from kinerja.peraturan.predikat import Predikat

JENJANG = tuple(Predikat)[::-1]  # worst first
CIRI = ("Jenis kelamin", "Kelompok umur", "Jenis jabatan", "Unit kerja")
_BATAS_UMUR = (30, 40, 50)
ATURAN = AturanPemerataan()


def hitung_pemerataan(periode: Periode) -> dict[str, Any]:
    """The report as it is stored; only what has been decided counts, and small groups are merged before anything is."""
    ciri: dict[str, list[str | None]] = {nama: [] for nama in CIRI}
    jenjang = []
    cabang = _branches(periode.instansi_id)
    daftar = (
        Evaluasi.objects.filter(periode=periode)
        .exclude(predikat="")
        .exclude(status__in=BELUM_DITETAPKAN)
        .order_by("id")
        .values_list(
            "predikat", "skp__pegawai__nip", "skp__penempatan__jabatan__jenis", "skp__unit_kerja__jalur"
        )
    )
    for predikat, nip, jenis, jalur in daftar.iterator(5000):
        jenjang.append(JENJANG.index(Predikat(predikat)))
        kelamin, umur = _who(nip, periode.selesai_on)
        isi = (kelamin, umur, JenisJabatan(jenis).label if jenis else None, cabang.get(_branch(jalur)))
        for nama, nilai in zip(CIRI, isi, strict=True):
            ciri[nama].append(nilai)
    hasil = pantau_pemerataan(
        ciri,
        jenjang=np.array(jenjang, dtype=np.int64),
        nama_jenjang=[satu.label for satu in JENJANG],
        aturan=ATURAN,
    )
    return {"n": len(jenjang), "minimal": ATURAN.minimal, "ciri": [asdict(satu) for satu in hasil]}


def _who(nip: str, on: date) -> tuple[str | None, str | None]:
    """Sex and age band as the NIP tells them; None where it does not."""
    try:
        identitas = urai_nip(nip)
    except NIPTidakSah:
        return None, None
    lahir = identitas.lahir_on
    umur = on.year - lahir.year - ((on.month, on.day) < (lahir.month, lahir.day))
    return identitas.jenis_kelamin.label if identitas.jenis_kelamin else None, _band(umur)


def _band(umur: int) -> str:
    if umur < _BATAS_UMUR[0]:
        return f"Di bawah {_BATAS_UMUR[0]} tahun"
    if umur >= _BATAS_UMUR[-1]:
        return f"{_BATAS_UMUR[-1]} tahun ke atas"
    bawah = max(batas for batas in _BATAS_UMUR if batas <= umur)
    return f"{bawah}–{bawah + 9} tahun"


def _branch(jalur: str) -> str:
    """The unit right below the root, or the root itself."""
    return "/".join(jalur.split("/")[:3]) + "/" if jalur.count("/") > 2 else jalur


def _branches(instansi_id: int) -> dict[str, str]:
    """Names of the units right below the root; two of one name are told apart by their code."""
    daftar = (
        UnitKerja.objects.filter(instansi_id=instansi_id).order_by("id").values_list("jalur", "nama", "kode")
    )
    atas = [(jalur, nama, kode) for jalur, nama, kode in daftar if jalur.count("/") <= 3]
    kali: dict[str, int] = defaultdict(int)
    for _, nama, _ in atas:
        kali[nama] += 1
    return {jalur: nama if kali[nama] == 1 else f"{nama} ({kode})" for jalur, nama, kode in atas}
