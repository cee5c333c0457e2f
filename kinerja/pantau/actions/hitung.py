"""Counting units again. Every figure is counted anew from its rows, so doing it twice changes nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import datetime

from django.db import connection, transaction

from kinerja.kepegawaian.models import Instansi, UnitKerja
from kinerja.pantau.istilah import SEMUA_KOLOM, Kolom
from kinerja.pantau.lingkup import Cakupan
from kinerja.pantau.models import Hitungan, Kedudukan, TandaDini
from kinerja.pantau.queries.hitungan import hitung, hitung_suara, jumlah_bawah, tambah
from kinerja.pantau.queries.saat import Saat, daftar_saat
from kinerja.pantau.queries.tanda import IsiTanda, cari_tak_selaras, cari_tanda

SALURAN = "kinerja_pantau"
SEKALIGUS = 60  # units in one transaction: on SQLite nobody else writes meanwhile
_KOLOM_TANDA = (
    "unit_kerja_id",
    "jenis",
    "penempatan_id",
    "skp_id",
    "indikator_id",
    "evaluasi_id",
    "sejak_on",
)


def saat_semua(*, at: datetime) -> dict[int, Saat]:
    """Every instansi on its own day."""
    return daftar_saat({satu.pk: satu.tanggal(at) for satu in Instansi.objects.order_by("pk")})


def rebuild(*, at: datetime) -> int:
    """Everything from the start, instansi by instansi; the number of units counted."""
    jumlah = 0
    for saat in saat_semua(at=at).values():
        jumlah += len(_rebuild(saat, at=at))
    return jumlah


@transaction.atomic
def _rebuild(saat: Saat, *, at: datetime) -> dict[int, str]:
    kedudukan = lock_kedudukan()
    jalur = dict(
        UnitKerja.objects.filter(instansi=saat.instansi_id).order_by("pk").values_list("pk", "jalur")
    )
    _write_tanda([*cari_tanda(saat, None), *cari_tak_selaras(saat, None)], set(jalur))
    sendiri = _count(saat, Cakupan(instansi_id=saat.instansi_id), jalur)
    dalam = {nomor: tambah(()) for nomor in jalur}
    for nomor, isi in sendiri.items():
        for atas in _ancestors(jalur[nomor]):
            for kolom, n in isi.items():
                dalam[atas][kolom] += n
    _store({False: sendiri, True: dalam}, kedudukan, at=at)
    kedudukan.saat = {**kedudukan.saat, str(saat.instansi_id): saat.sidik}
    kedudukan.save(update_fields=["saat", "versi"])
    return jalur


def recount_units(unit_ids: Iterable[int], daftar: Mapping[int, Saat], *, at: datetime) -> bool:
    """Those units and the sums above them; True when a figure changed."""
    berubah = False
    baris = UnitKerja.objects.filter(pk__in=list(unit_ids)).order_by("instansi_id", "pk")
    per: dict[int, dict[int, str]] = {}
    for nomor, instansi, jalur in baris.values_list("pk", "instansi_id", "jalur"):
        per.setdefault(instansi, {})[nomor] = jalur
    for instansi, isi in per.items():
        for lot in _lots(isi):
            berubah |= _recount(lot, daftar[instansi], at=at)
    return berubah


def _lots(isi: dict[int, str]) -> Iterator[dict[int, str]]:
    daftar = list(isi.items())
    for mulai in range(0, len(daftar), SEKALIGUS):
        yield dict(daftar[mulai : mulai + SEKALIGUS])


@transaction.atomic
def _recount(jalur: dict[int, str], saat: Saat, *, at: datetime) -> bool:
    kedudukan = lock_kedudukan()
    atas = {nomor for satu in jalur.values() for nomor in _ancestors(satu)}
    # Whether a unit's spread fits its result is asked of everything below it, so the units above are asked again.
    _write_tanda(cari_tanda(saat, list(jalur)), set(jalur), kecuali=Kolom.TANDA_SELARAS)
    _write_tanda(cari_tak_selaras(saat, list(jalur.values())), atas, hanya=Kolom.TANDA_SELARAS)
    semua = dict(UnitKerja.objects.filter(pk__in=atas | set(jalur)).order_by("pk").values_list("pk", "jalur"))
    sendiri = _count(saat, Cakupan(instansi_id=saat.instansi_id, unit_ids=tuple(semua)), semua)
    berubah = _store({False: sendiri}, kedudukan, at=at)
    dalam = {nomor: jumlah_bawah(satu) for nomor, satu in semua.items()}
    berubah |= _store({True: dalam}, kedudukan, at=at)
    if berubah:
        kedudukan.save(update_fields=["versi"])
    return berubah


def _count(saat: Saat, cakupan: Cakupan, jalur: Mapping[int, str]) -> dict[int, dict[str, int]]:
    """A row for every unit, also for one in which nobody is left."""
    hasil = hitung(saat, cakupan)
    suara = hitung_suara(saat, cakupan.unit_ids)
    return {nomor: tambah((hasil.get(nomor, {}), suara.get(nomor, {}))) for nomor in jalur}


def _ancestors(jalur: str) -> list[int]:
    return [int(bagian) for bagian in jalur.strip("/").split("/") if bagian]


def lock_kedudukan() -> Kedudukan:
    """One counts at a time: who counted later has seen more."""
    Kedudukan.objects.get_or_create(pk=1)
    return Kedudukan.objects.select_for_update().get(pk=1)


def _store(
    isi: Mapping[bool, Mapping[int, Mapping[str, int]]], kedudukan: Kedudukan, *, at: datetime
) -> bool:
    """Writes what differs, under one new version; True when something did."""
    nomor_unit = {nomor for satu in isi.values() for nomor in satu}
    daftar = Hitungan.objects.filter(mendalam__in=list(isi)).order_by("pk")
    # A whole house is more than a database takes in one list of numbers.
    if len(nomor_unit) <= 500:
        daftar = daftar.filter(unit_kerja__in=nomor_unit)
    lama = {(satu.mendalam, satu.unit_kerja_id): satu for satu in daftar}
    versi, baru, ubah = kedudukan.versi + 1, [], []
    for mendalam, per_unit in isi.items():
        for nomor, angka in per_unit.items():
            ada = lama.get((mendalam, nomor))
            if ada is None:
                baru.append(
                    Hitungan(unit_kerja_id=nomor, mendalam=mendalam, versi=versi, dihitung_at=at, **angka)
                )
            elif any(getattr(ada, kolom) != angka[kolom] for kolom in SEMUA_KOLOM):
                for kolom in SEMUA_KOLOM:
                    setattr(ada, kolom, angka[kolom])
                ada.versi, ada.dihitung_at = versi, at
                ubah.append(ada)
    Hitungan.objects.bulk_create(baru, batch_size=500)
    Hitungan.objects.bulk_update(ubah, [*SEMUA_KOLOM, "versi", "dihitung_at"], batch_size=30)
    if baru or ubah:
        kedudukan.versi = versi
        _tell()
    return bool(baru or ubah)


def _tell() -> None:
    """On PostgreSQL every live process hears of it when this transaction commits."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_notify(%s, '')", [SALURAN])


def _write_tanda(
    isi: Collection[IsiTanda],
    unit_ids: set[int],
    *,
    hanya: Kolom | None = None,
    kecuali: Kolom | None = None,
) -> None:
    """Leaves rows that still hold where they are."""
    daftar = TandaDini.objects.order_by("pk")
    daftar = daftar.filter(unit_kerja__in=unit_ids) if len(unit_ids) <= 500 else daftar
    daftar = daftar.filter(jenis=hanya) if hanya else daftar
    daftar = daftar.exclude(jenis=kecuali) if kecuali else daftar
    perlu = {
        (t.unit_id, t.jenis.value, t.penempatan_id, t.skp_id, t.indikator_id, t.evaluasi_id, t.sejak_on)
        for t in isi
    }
    ada: dict[tuple[object, ...], int] = {}
    for nomor, *nilai in daftar.values_list("pk", *_KOLOM_TANDA):
        if nilai[0] in unit_ids:
            ada[tuple(nilai)] = nomor
    usang = [nomor for nilai, nomor in ada.items() if nilai not in perlu]
    for mulai in range(0, len(usang), 500):
        TandaDini.objects.filter(pk__in=usang[mulai : mulai + 500]).delete()
    baru = [
        TandaDini(**dict(zip(_KOLOM_TANDA, nilai, strict=True)))
        for nilai in sorted(perlu - ada.keys(), key=repr)
    ]
    TandaDini.objects.bulk_create(baru, batch_size=500)
