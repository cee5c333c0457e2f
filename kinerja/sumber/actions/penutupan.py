"""Closing a round: envelopes become tallies and sentences person by person, and the key is destroyed last.

May be killed anywhere and run again: a person is either still in envelopes or already counted, never half.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, nullcontext, suppress
from dataclasses import dataclass
from datetime import datetime
from random import SystemRandom

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Count, Q

from kinerja.akun.models import User
from kinerja.jejak import actions as jejak
from kinerja.kebijakan.models import Kebijakan
from kinerja.kebijakan.queries import MetodePenilaian, metode_dari
from kinerja.lib.baris import lock_row
from kinerja.lib.tanggal import format_tanggal
from kinerja.metode.agregasi import Sumber
from kinerja.sumber.actions.jawaban import tanda
from kinerja.sumber.amplop import Jawaban, KunciHilang, destroy_key, read_key, unseal
from kinerja.sumber.istilah import KeadaanHak, KeadaanPutaran
from kinerja.sumber.models import Amplop, HakMenilai, Kalimat, Putaran, Rangkuman
from kinerja.sumber.permissions import can_manage_putaran
from kinerja.sumber.queries.metode import daftar_butir, minimum_anonim

_ACAK = SystemRandom()


class CannotClose(Exception):
    """The round cannot be closed yet; the message says when."""


@dataclass(frozen=True, kw_only=True)
class HasilPenutupan:
    """Numbers only: pairs of person and source that were counted, and those left shut for being too few."""

    hak: int
    terisi: int
    dihitung: int
    tidak_dibuka: int


def close_putaran(
    putaran: Putaran,
    *,
    by: User | None,
    at: datetime,
    langkah: Callable[[], AbstractContextManager[object]] = nullcontext,
) -> HasilPenutupan:
    """`by` is None for the clock. Not inside a transaction: a destroyed key cannot be rolled back.

    `langkah` surrounds each step that is stored, as the parts of a job; never the end of the key.
    """
    with langkah():
        putaran = _stop_taking(putaran, by=by, at=at)
    if putaran.keadaan == KeadaanPutaran.MENUTUP:
        metode = metode_dari(Kebijakan.objects.with_method().get(pk=putaran.kebijakan_id))
        for skp_id in _still_in_envelopes(putaran):
            with langkah():
                _open_one(putaran, skp_id, metode)
        destroy_key(putaran.kode)
        with langkah():
            _finish(putaran, metode, by=by, at=at)
    return _result(putaran)


def due_putaran(*, at: datetime) -> list[Putaran]:
    """Every round whose last day is over, and every one whose closing was interrupted."""
    daftar = Putaran.objects.exclude(keadaan=KeadaanPutaran.DITUTUP).select_related("unit_kerja__instansi")
    return [
        putaran
        for putaran in daftar.order_by("id")
        if putaran.keadaan == KeadaanPutaran.MENUTUP
        or putaran.selesai_on < putaran.unit_kerja.instansi.tanggal(at)
    ]


@transaction.atomic
def _stop_taking(putaran: Putaran, *, by: User | None, at: datetime) -> Putaran:
    putaran = lock_row(Putaran.objects.select_related("unit_kerja__instansi", "periode"), putaran.pk)
    if by is not None and not can_manage_putaran(by, putaran.unit_kerja):
        raise PermissionDenied
    if putaran.keadaan != KeadaanPutaran.BERJALAN:
        return putaran
    menunggu = putaran.daftar_hak.filter(keadaan=KeadaanHak.MENUNGGU).count()
    if menunggu and putaran.terbuka(putaran.unit_kerja.instansi.tanggal(at)):
        raise CannotClose(
            f"Masih ada {menunggu} jawaban yang ditunggu sampai {format_tanggal(putaran.selesai_on)}. "
            "Putaran dapat ditutup sesudah tanggal itu, atau begitu semua sudah menjawab."
        )
    putaran.keadaan = KeadaanPutaran.MENUTUP
    putaran.save(update_fields=["keadaan"])
    return putaran


def _still_in_envelopes(putaran: Putaran) -> list[int]:
    daftar = Amplop.objects.filter(hak__putaran=putaran).order_by("hak__dinilai_id")
    return list(daftar.values_list("hak__dinilai_id", flat=True).distinct())


@transaction.atomic
def _open_one(putaran: Putaran, skp_id: int, metode: MetodePenilaian) -> None:
    """All of one person at once, and the envelopes go in the same transaction."""
    # Whoever closes beside us waits here, and then finds no envelope.
    Putaran.objects.select_for_update().get(pk=putaran.pk)
    per_sumber: dict[Sumber, list[Amplop]] = defaultdict(list)
    daftar = Amplop.objects.filter(hak__putaran=putaran, hak__dinilai_id=skp_id).select_related("hak")
    for amplop in daftar.order_by("hak_id"):
        per_sumber[Sumber(amplop.hak.sumber)].append(amplop)
    for sumber, isi in per_sumber.items():
        minimum = minimum_anonim(metode, sumber)
        if len(isi) >= minimum and len(jawaban := _unsealed(putaran, isi)) >= minimum:
            _tally(putaran, skp_id, sumber, jawaban, metode)
    Amplop.objects.filter(hak__putaran=putaran, hak__dinilai_id=skp_id).delete()


def _unsealed(putaran: Putaran, daftar: list[Amplop]) -> list[Jawaban]:
    """Without those that do not open: all when the key was lost, one when somebody tampered with its right."""
    hasil = []
    for amplop in daftar:
        with suppress(KunciHilang):
            kunci = read_key(putaran.kode)
            hasil.append(unseal(bytes(amplop.isi), kunci=kunci, tanda=tanda(putaran, amplop.hak)))
    return hasil


def _tally(
    putaran: Putaran, skp_id: int, sumber: Sumber, daftar: list[Jawaban], metode: MetodePenilaian
) -> None:
    """What too few could judge ("tidak tahu" of the others) is not even stored."""
    minimum = minimum_anonim(metode, sumber)
    baris = []
    for butir in daftar_butir(metode, sumber):
        hitung = Counter(jawaban.langkah.get(butir.kode, 0) for jawaban in daftar)
        if len(daftar) - hitung[0] >= minimum:
            kolom = {f"langkah_{langkah}": hitung[langkah] for langkah in range(1, 6)}
            baris.append(
                Rangkuman(
                    putaran=putaran, skp_id=skp_id, sumber=sumber, aspek=butir.kode,
                    tidak_tahu=hitung[0], n=len(daftar), **kolom,
                )
            )  # fmt: skip
    Rangkuman.objects.bulk_create(baris)
    Kalimat.objects.bulk_create(
        Kalimat(putaran=putaran, skp_id=skp_id, sumber=sumber, teks=teks)
        for teks in _shuffled(jawaban.kalimat for jawaban in daftar)
    )


def _shuffled(daftar: Iterable[str]) -> list[str]:
    """Rows lie in a table in the order they came; this one tells nothing."""
    isi = [teks for teks in daftar if teks]
    _ACAK.shuffle(isi)
    return isi


@transaction.atomic
def _finish(putaran: Putaran, metode: MetodePenilaian, *, by: User | None, at: datetime) -> None:
    putaran = Putaran.objects.select_for_update().get(pk=putaran.pk)
    if putaran.keadaan == KeadaanPutaran.DITUTUP:
        return
    putaran.keadaan = KeadaanPutaran.DITUTUP
    putaran.ditutup_at = at
    putaran.save(update_fields=["keadaan", "ditutup_at"])
    hasil = _result(putaran)
    rincian = {"hak": hasil.hak, "terisi": hasil.terisi, "dihitung": hasil.dihitung}
    jejak.record("putaran.tutup", putaran, by=by, at=at, rincian=rincian)


def _result(putaran: Putaran) -> HasilPenutupan:
    hitung = putaran.daftar_hak.aggregate(
        hak=Count("pk", filter=Q(keadaan__in=(KeadaanHak.MENUNGGU, KeadaanHak.TERISI))),
        terisi=Count("pk", filter=Q(keadaan=KeadaanHak.TERISI)),
    )
    terjawab = HakMenilai.objects.filter(putaran=putaran, keadaan=KeadaanHak.TERISI)
    pasangan = set(terjawab.order_by().values_list("dinilai_id", "sumber"))
    dihitung = set(Rangkuman.objects.filter(putaran=putaran).order_by().values_list("skp_id", "sumber"))
    return HasilPenutupan(**hitung, dihitung=len(dihitung), tidak_dibuka=len(pasangan - dihitung))
