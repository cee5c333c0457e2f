"""Recording what an indicator has come to (Pasal 16), and closing it for an evaluation."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.jejak import actions as jejak
from kinerja.kebijakan.models import Periode
from kinerja.lib.baris import lock_row
from kinerja.pelaksanaan.actions.bukti import BuktiBaru, store_bukti
from kinerja.pelaksanaan.actions.masa import CannotRecordRealisasi, check_terbuka, hari_setempat
from kinerja.pelaksanaan.models import KunciRealisasi, Realisasi
from kinerja.pelaksanaan.permissions import can_record_realisasi
from kinerja.perencanaan.models import SKP, IndikatorKinerja

if TYPE_CHECKING:
    from kinerja.akun.models import User

DASAR = "PermenPANRB 6/2022 Pasal 16"


class RealisasiBerubah(CannotRecordRealisasi):
    """Another tab saved first; `tersimpan` is what it saved."""

    def __init__(self, tersimpan: Realisasi) -> None:
        super().__init__(
            "Realisasi ini sudah berubah sejak halaman ini dibuka, mungkin dari tab atau perangkat lain. "
            "Isian Anda masih ada di bawah. Bandingkan dengan yang tersimpan, lalu simpan lagi."
        )
        self.tersimpan = tersimpan


@transaction.atomic
def record_realisasi(
    indikator: IndikatorKinerja,
    periode: Periode,
    *,
    nilai: Decimal | None,
    uraian: str,
    by: User,
    at: datetime,
    revisi: int,
    bukti: BuktiBaru | None = None,
) -> Realisasi:
    """Writes or corrects the figure and the sentence of one indicator in one documentation period.

    `revisi` is the one the form was drawn with, 0 when there was nothing yet. The same content again changes nothing.
    """
    skp = lock_row(SKP.objects.select_related("instansi"), indikator.rhk.skp_id)
    if not can_record_realisasi(by, skp):
        raise PermissionDenied
    on = hari_setempat(skp, at)
    check_terbuka(skp, periode, on=on)
    if indikator.rhk.diambil_alih_at is not None:
        raise CannotRecordRealisasi(
            "Hasil kerja ini sudah diambil alih penilai, jadi Anda tidak perlu mencatatnya lagi."
        )
    uraian = uraian.strip()
    if nilai is None and not uraian:
        raise CannotRecordRealisasi("Tulis angkanya, atau satu kalimat tentang kemajuannya, lalu simpan.")
    isian = Realisasi(
        skp=skp,
        indikator=indikator,
        periode=periode,
        nilai=nilai,
        uraian=uraian,
        terlambat=periode.terlambat(on),
        recorded_at=at,
    )
    realisasi = _write(isian, by=by, revisi=revisi)
    if bukti is not None:
        store_bukti(realisasi, bukti, by=by, at=at)
    return realisasi


@transaction.atomic
def lock_realisasi(skp: SKP, *, periode: Periode, by: User, at: datetime) -> None:
    """Called by the evaluation of `periode` when it is set. A second call changes nothing."""
    _, baru = KunciRealisasi.objects.get_or_create(skp=skp, periode=periode, defaults={"locked_at": at})
    if baru:
        jejak.record("realisasi.kunci", skp, by=by, at=at, rincian={"periode": periode.nama}, dasar=DASAR)


def _write(isian: Realisasi, *, by: User, revisi: int) -> Realisasi:
    lama = (
        Realisasi.objects.select_for_update()
        .filter(indikator_id=isian.indikator_id, periode_id=isian.periode_id)
        .first()
    )
    if lama is None:
        isian.revisi = 1
        isian.save(force_insert=True)
        _record("realisasi.catat", isian, sebelum=None, by=by)
        return isian
    if (lama.nilai, lama.uraian) == (isian.nilai, isian.uraian):
        return lama
    if lama.revisi != revisi:
        raise RealisasiBerubah(lama)
    sebelum = _isi(lama)
    # The mark of lateness is about the first entry: the correction of a timely one stays timely.
    lama.nilai, lama.uraian, lama.recorded_at = isian.nilai, isian.uraian, isian.recorded_at
    lama.revisi += 1
    lama.save(update_fields=["nilai", "uraian", "recorded_at", "revisi"])
    _record("realisasi.koreksi", lama, sebelum=sebelum, by=by)
    return lama


def _record(tindakan: str, realisasi: Realisasi, *, sebelum: dict[str, str | None] | None, by: User) -> None:
    rincian = {
        "realisasi": realisasi.pk,
        "indikator": realisasi.indikator_id,
        "periode": realisasi.periode.nama,
        "sebelum": sebelum,
        "sesudah": _isi(realisasi),
    }
    jejak.record(tindakan, realisasi.skp, by=by, at=realisasi.recorded_at, rincian=rincian, dasar=DASAR)


def _isi(realisasi: Realisasi) -> dict[str, str | None]:
    nilai = None if realisasi.nilai is None else str(realisasi.nilai)
    return {"nilai": nilai, "uraian": realisasi.uraian}
