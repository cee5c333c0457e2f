"""The dictionary and the standards, in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Prefetch, QuerySet

from kinerja.kepegawaian.models import Jabatan
from kinerja.kompetensi.istilah import TINGKAT
from kinerja.kompetensi.models import Kompetensi, StandarKompetensi, TingkatKompetensi

# More numbers than this make a slow query; the rest is sorted out here.
_BANYAK = 500


def with_tingkat(daftar: QuerySet[Kompetensi]) -> QuerySet[Kompetensi]:
    urut = TingkatKompetensi.objects.order_by("tingkat")
    return daftar.prefetch_related(Prefetch("daftar_tingkat", queryset=urut))


def jangkar_kompetensi(instansi_id: int, *, daftar_kode: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """By code the words of the five levels, lowest first; "" where nobody wrote them. One query."""
    baris = TingkatKompetensi.objects.filter(
        kompetensi__instansi_id=instansi_id, kompetensi__kode__in=list(daftar_kode)
    ).order_by("kompetensi__kode", "tingkat")
    isi: dict[str, dict[int, str]] = {}
    for kode, tingkat, uraian in baris.values_list("kompetensi__kode", "tingkat", "uraian"):
        isi.setdefault(kode, {})[tingkat] = uraian
    return {kode: tuple(uraian.get(t, "") for t in TINGKAT) for kode, uraian in isi.items()}


def standar_jabatan(jabatan_ids: Iterable[int]) -> dict[int, dict[str, int]]:
    """By post the level that each competence requires, by its code; a post without standard is left out. One query."""
    dicari = set(jabatan_ids)
    daftar = StandarKompetensi.objects.order_by("jabatan_id", "kompetensi__kode")
    if len(dicari) <= _BANYAK:
        daftar = daftar.filter(jabatan_id__in=dicari)
    hasil: dict[int, dict[str, int]] = {}
    for jabatan_id, kode, tingkat in daftar.values_list("jabatan_id", "kompetensi__kode", "tingkat"):
        if jabatan_id in dicari:
            hasil.setdefault(jabatan_id, {})[kode] = tingkat
    return hasil


def jabatan_senama(jabatan: Jabatan) -> QuerySet[Jabatan]:
    """Every post of the instansi with the same name and kind, itself included."""
    return (
        Jabatan.objects.filter(
            unit_kerja__instansi_id=jabatan.unit_kerja.instansi_id,
            nama__iexact=jabatan.nama,
            jenis=jabatan.jenis,
            jenjang=jabatan.jenjang,
        )
        .select_related("unit_kerja")
        .order_by("unit_kerja__jalur", "id")
    )
