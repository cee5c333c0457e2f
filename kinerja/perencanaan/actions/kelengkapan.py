"""What stands around the results: steps, manual, workblock, attachments, expectations of behaviour."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.jejak import actions as jejak
from kinerja.peraturan.perilaku import NilaiDasar
from kinerja.peraturan.skp import JenisLampiran
from kinerja.perencanaan import permissions
from kinerja.perencanaan.actions.dasar import CannotChangeSKP, SKPChangedMeanwhile, lock, lock_for_edit, touch
from kinerja.perencanaan.models import (
    SKP,
    EkspektasiPerilaku,
    IndikatorKinerja,
    LampiranSKP,
    ManualIndikator,
    RencanaAksi,
    RencanaHasilKerja,
    Workblock,
)

if TYPE_CHECKING:
    from kinerja.akun.models import User


@dataclass(frozen=True, kw_only=True)
class IsiAksi:
    """One step; `nomor` is the row it replaces."""

    teks: str
    batas_on: date | None = None
    nomor: int | None = None


@transaction.atomic
def save_rencana_aksi(
    rhk: RencanaHasilKerja,
    daftar: Sequence[IsiAksi],
    *,
    by: User,
    at: datetime,
    revisi: int | None = None,
) -> None:
    """Replaces the steps towards one result; a step that stays keeps whether it is done."""
    skp = lock_for_edit(rhk.skp, by=by, revisi=revisi)
    lama = {a.pk: a for a in rhk.daftar_aksi.all()}
    for urutan, isi in enumerate((i for i in daftar if i.teks.strip()), start=1):
        baris = (lama.pop(isi.nomor, None) if isi.nomor else None) or RencanaAksi(rhk=rhk)
        baris.teks, baris.batas_on, baris.urutan = isi.teks.strip(), isi.batas_on, urutan
        baris.save()
    RencanaAksi.objects.filter(pk__in=lama).delete()
    touch(skp)
    jejak.record("skp.rencana_aksi", skp, by=by, at=at, rincian={"rhk": rhk.pk})


@transaction.atomic
def save_manual(
    indikator: IndikatorKinerja,
    isi: Mapping[str, str],
    *,
    by: User,
    at: datetime,
    revisi: int | None = None,
) -> ManualIndikator:
    """Format A.1.3 of one indicator."""
    skp = lock_for_edit(indikator.rhk.skp, by=by, revisi=revisi)
    manual, _ = ManualIndikator.objects.update_or_create(indikator=indikator, defaults=dict(isi))
    touch(skp)
    jejak.record("skp.manual", skp, by=by, at=at, rincian={"indikator": indikator.pk})
    return manual


@transaction.atomic
def save_workblock(
    indikator: IndikatorKinerja,
    isi: Mapping[str, str],
    *,
    by: User,
    at: datetime,
    revisi: int | None = None,
) -> Workblock:
    """Format A.1.4 of one indicator."""
    skp = lock_for_edit(indikator.rhk.skp, by=by, revisi=revisi)
    if not isi.get("judul", "").strip():
        raise CannotChangeSKP("Judul workblock belum diisi. Beri nama pekerjaan besarnya, lalu simpan lagi.")
    workblock, _ = Workblock.objects.update_or_create(indikator=indikator, defaults=dict(isi))
    touch(skp)
    jejak.record("skp.workblock", skp, by=by, at=at, rincian={"indikator": indikator.pk})
    return workblock


@transaction.atomic
def save_lampiran(
    skp: SKP,
    isi: Mapping[JenisLampiran, Sequence[str]],
    *,
    by: User,
    at: datetime,
    revisi: int | None = None,
) -> None:
    """The three lists of Format A.1.8, each line an entry; lines that stay keep their row."""
    skp = lock_for_edit(skp, by=by, revisi=revisi)
    for jenis, daftar in isi.items():
        lama = list(skp.daftar_lampiran.filter(jenis=jenis).order_by("urutan", "id"))
        baris_baru = [teks.strip() for teks in daftar if teks.strip()]
        for urutan, teks in enumerate(baris_baru, start=1):
            tetap = next((b for b in lama if b.teks == teks), None)
            if tetap:
                lama.remove(tetap)
            baris = tetap or LampiranSKP(skp=skp, jenis=jenis, teks=teks)
            baris.urutan = urutan
            baris.save()
        LampiranSKP.objects.filter(pk__in=[b.pk for b in lama]).delete()
    touch(skp)
    jejak.record("skp.lampiran", skp, by=by, at=at)


@transaction.atomic
def save_ekspektasi(
    skp: SKP,
    isi: Mapping[NilaiDasar, str],
    *,
    by: User,
    at: datetime,
    revisi: int | None = None,
) -> None:
    """The special expectation per value; the penilai may write it, too, while the plan is before him."""
    skp = lock(skp)
    if not (permissions.owns(by, skp) or permissions.is_penilai(by, skp)):
        raise PermissionDenied
    if not permissions.can_edit_ekspektasi(by, skp):
        raise CannotChangeSKP(
            f"SKP berstatus “{skp.get_status_display()}”, jadi ekspektasi khusus tidak dapat diubah sekarang."
        )
    if revisi is not None and skp.revisi != revisi:
        raise SKPChangedMeanwhile
    for nilai, teks in isi.items():
        if teks.strip():
            EkspektasiPerilaku.objects.update_or_create(skp=skp, nilai=nilai, defaults={"teks": teks.strip()})
        else:
            skp.daftar_ekspektasi.filter(nilai=nilai).delete()
    touch(skp)
    jejak.record("skp.ekspektasi", skp, by=by, at=at)
