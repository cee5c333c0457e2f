"""Who took the courses of last year; apart, so that whoever plants a year may ask for it."""

from __future__ import annotations

from django.db.models import Q

from kinerja.demo.baca import daftar_pemeran
from kinerja.kepegawaian.models import Penempatan

PESERTA = 12
_UNIT = ("PKU-BKPSDM", "PKU-KEC-TENAYANRAYA", "PKU-TENAYANRAYA-REJOSARI")


def peserta_kursus() -> frozenset[int]:
    """Who takes the course that helps: none of the named cast, whose stories are told already."""
    return frozenset(staf_kursus()[:PESERTA])


def staf_kursus() -> list[int]:
    """People of the focus units who are not of the cast, from every unit some."""
    pemeran = [orang.nip for orang in daftar_pemeran()]
    q = Q(pk__in=[])
    for kode in _UNIT:
        q |= Q(unit_kerja__kode__startswith=kode)
    daftar = Penempatan.objects.filter(q, selesai_on=None, jabatan__kepala=False, jenis="definitif")
    daftar = daftar.exclude(pegawai__nip__in=pemeran).order_by("pegawai__nip")
    per_unit: dict[int, list[int]] = {}
    for unit_id, pegawai_id in daftar.values_list("unit_kerja_id", "pegawai_id"):
        per_unit.setdefault(unit_id, []).append(pegawai_id)
    putaran = max(map(len, per_unit.values()), default=0)
    return [isi[nomor] for nomor in range(putaran) for isi in per_unit.values() if nomor < len(isi)]
