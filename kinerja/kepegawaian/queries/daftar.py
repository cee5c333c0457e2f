"""The tree of units and lists of people, in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, Prefetch, Q, QuerySet

from kinerja.kepegawaian.models import HubunganPenilai, Pegawai, Penempatan, UnitKerja

DALAM = 3  # levels drawn at once; what lies deeper is reached through its unit


@dataclass
class SimpulUnit:
    """A unit with the number of people in it, and the units below it."""

    unit: UnitKerja
    jumlah: int
    daftar_anak: list[SimpulUnit] = field(default_factory=list)
    jumlah_anak: int = 0


def pohon_unit(daftar_unit: QuerySet[UnitKerja], *, on: date) -> list[SimpulUnit]:
    """The upper levels as a tree, dissolved units left out."""
    daftar = list(daftar_unit.filter(dibubarkan_on__isnull=True).order_by("jalur", "id"))
    jumlah = people_per_unit(daftar_unit, on=on)
    simpul = {unit.pk: SimpulUnit(unit=unit, jumlah=jumlah.get(unit.pk, 0)) for unit in daftar}
    akar = []
    for unit in daftar:
        induk = simpul.get(unit.induk_id or 0)
        if induk is None:
            akar.append(simpul[unit.pk])
            continue
        induk.jumlah_anak += 1
        if unit.tingkat < DALAM:
            induk.daftar_anak.append(simpul[unit.pk])
    for satu in simpul.values():
        satu.daftar_anak.sort(key=lambda s: s.unit.nama)
    return akar


def people_per_unit(daftar_unit: QuerySet[UnitKerja], *, on: date) -> dict[int, int]:
    baris = Penempatan.objects.berlaku(on).filter(unit_kerja__in=daftar_unit.order_by().values("pk"))
    hitung = baris.order_by().values("unit_kerja").annotate(jumlah=Count("pegawai", distinct=True))
    return dict(hitung.values_list("unit_kerja", "jumlah"))


def search_pegawai(daftar: QuerySet[Pegawai], teks: str, *, sebagian_nip: bool = True) -> QuerySet[Pegawai]:
    """By part of a name, or by NIP with or without separators; by its beginning only for who may read a NIP."""
    teks = teks.strip()
    angka = "".join(huruf for huruf in teks if huruf.isdigit())
    q = Q(nama__icontains=teks)
    if len(angka) >= 4:
        q |= Q(nip__startswith=angka) if sebagian_nip else Q(nip=angka)
    return daftar.filter(q) if teks else daftar


def posts_in_force(on: date) -> QuerySet[Penempatan]:
    """The definitive one of each person first."""
    daftar = Penempatan.objects.berlaku(on).select_related("jabatan", "unit_kerja")
    return daftar.order_by("jenis", "-mulai_on", "id")


def with_placements(daftar: QuerySet[Pegawai], *, on: date) -> QuerySet[Pegawai]:
    """Every person with the posts in force as `.kini`, the definitive one first."""
    tempat = Prefetch("daftar_penempatan", queryset=posts_in_force(on), to_attr="kini")
    return daftar.prefetch_related(tempat)


def people_of_unit(unit: UnitKerja, *, on: date) -> QuerySet[Penempatan]:
    """Placements in a unit, the head first, each with its running penilai as `.penilai_kini`."""
    hubungan = (
        HubunganPenilai.objects.filter(selesai_on__isnull=True).select_related("penilai").order_by("id")
    )
    return (
        Penempatan.objects.berlaku(on)
        .filter(unit_kerja=unit)
        .select_related("pegawai__user", "jabatan")
        .prefetch_related(Prefetch("daftar_penilai", queryset=hubungan, to_attr="penilai_kini"))
        .order_by("-jabatan__kepala", "pegawai__nama", "id")
    )


def without_password(unit: UnitKerja, *, on: date) -> QuerySet[Pegawai]:
    """People of a unit who never got a password: the import gives them none."""
    tempat = Penempatan.objects.berlaku(on).filter(unit_kerja=unit)
    return (
        Pegawai.objects.filter(pk__in=tempat.order_by().values("pegawai"), user__password__startswith="!")
        .select_related("user", "instansi")
        .order_by("nama", "id")
    )


def history_of(pegawai: Pegawai) -> Iterable[Penempatan]:
    """All posts, newest first, each with everybody who assessed it."""
    hubungan = HubunganPenilai.objects.select_related("penilai").order_by("-mulai_on", "-id")
    return (
        Penempatan.objects.filter(pegawai=pegawai)
        .with_people()
        .prefetch_related(Prefetch("daftar_penilai", queryset=hubungan))
        .order_by("-mulai_on", "-id")
    )
