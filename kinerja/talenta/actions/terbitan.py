"""The means of the IP ASN, put out twice a year; nothing moves between two publications."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction

from kinerja.jejak import actions as jejak
from kinerja.kepegawaian.models import Instansi, UnitKerja
from kinerja.metode.terbitan_berkala import kelompok_terbuka
from kinerja.setelan.queries import nilai
from kinerja.talenta.models import TerbitanIP
from kinerja.talenta.queries.ip import TitikIP, indeks_banyak, rata_unit
from kinerja.talenta.setelan import IP_ASN, masa_sertifikat, tabel_ip


def awal_semester(on: date) -> date:
    return date(on.year, 1 if on.month <= 6 else 7, 1)


@transaction.atomic
def publish_ip(instansi: Instansi, *, at: datetime) -> TerbitanIP | None:
    """Once in each half of a year, from what is recorded on that day; None when it is out already, or nobody is complete."""
    Instansi.objects.select_for_update().get(pk=instansi.pk)
    on = instansi.tanggal(at)
    if TerbitanIP.objects.filter(instansi=instansi, per_on__gte=awal_semester(on)).exists():
        return None
    isi = nilai(instansi.pk, IP_ASN)
    # Dissolved units as well: who left with one of them changed the totals above it.
    daftar_unit = list(UnitKerja.objects.filter(instansi=instansi).order_by("jalur"))
    akar = [unit.jalur for unit in daftar_unit if unit.induk_id is None]
    titik = indeks_banyak(akar, tabel=tabel_ip(isi), on=on, masa=masa_sertifikat(isi))
    nomor = {unit.pk for unit in daftar_unit}
    induk = {u.pk: u.induk_id if u.induk_id in nomor else None for u in daftar_unit}
    potret = _snapshot(titik, induk)
    if not potret:
        return None  # the first index of the half-year brings the first means, not an empty page before it
    terbuka = kelompok_terbuka(
        potret,
        daftar_lama=[satu.as_potret() for satu in TerbitanIP.objects.filter(instansi=instansi).order_by("per_on")],
        induk=induk,
    )  # fmt: skip
    terbitan = TerbitanIP.objects.create(
        instansi=instansi,
        per_on=on,
        isi={str(unit): satu for unit, satu in rata_unit(titik, terbuka=terbuka).items() if unit in nomor},
        potret={str(siapa): list(satu) for siapa, satu in potret.items()},
        terbit_at=at,
    )
    jejak.record("talenta.terbitkan_ip", terbitan, by=None, at=at, rincian={"per_on": on.isoformat()})
    return terbitan


def _snapshot(
    daftar: list[TitikIP], induk: Mapping[int, int | None]
) -> dict[int, tuple[tuple[int, ...], str]]:
    jalur = {unit: _path(unit, induk) for unit in {t.baris.unit_id for t in daftar}}
    return {
        t.baris.pegawai_id: (jalur[t.baris.unit_id], str(t.jumlah)) for t in daftar if t.jumlah is not None
    }


def _path(unit: int, induk: Mapping[int, int | None]) -> tuple[int, ...]:
    naik: list[int] = []
    sini: int | None = unit
    while sini is not None:
        naik.append(sini)
        sini = induk.get(sini)
    return tuple(reversed(naik))
