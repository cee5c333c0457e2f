"""Beginning a plan with the example of a post."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max

from kinerja.jejak import actions as jejak
from kinerja.peraturan.skp import KategoriSKP
from kinerja.perencanaan.actions.dasar import CannotChangeSKP, lock_for_edit, touch
from kinerja.perencanaan.models import (
    SKP,
    HasilTemplat,
    IndikatorKinerja,
    RencanaAksi,
    RencanaHasilKerja,
    TemplatSKP,
)

if TYPE_CHECKING:
    from kinerja.akun.models import User


@transaction.atomic
def take_templat(
    skp: SKP,
    *,
    templat: TemplatSKP,
    daftar_hasil_id: Iterable[int],
    by: User,
    at: datetime,
    revisi: int | None = None,
) -> int:
    """The chosen results behind those that stand in the plan already; the number of results taken.

    Targets stay open: an example cannot know what the two of them will agree on. Only the trail knows where the words
    came from, so nobody is judged by it.
    """
    skp = lock_for_edit(skp, by=by, revisi=revisi)
    if templat.instansi_id != skp.instansi_id:
        raise PermissionDenied
    daftar = templat.daftar_hasil.filter(pk__in=set(daftar_hasil_id)).prefetch_related("daftar_indikator")
    ada = set(map(bare, skp.daftar_rhk.values_list("teks", flat=True)))
    baru = [hasil for hasil in daftar if bare(hasil.teks) not in ada]
    if not baru:
        raise CannotChangeSKP("Belum ada hasil kerja baru yang dipilih. Beri tanda pada yang ingin dipakai.")
    terakhir = skp.daftar_rhk.aggregate(nilai=Max("urutan"))["nilai"] or 0
    for urutan, hasil in enumerate(baru, start=terakhir + 1):
        _take_hasil(hasil, ke=skp, urutan=urutan)
    touch(skp)
    rincian = {"templat": templat.pk, "jabatan": templat.jabatan, "daftar_teks": [h.teks for h in baru]}
    jejak.record("skp.templat", skp, by=by, at=at, rincian=rincian)
    return len(baru)


def bare(teks: str) -> str:
    return " ".join(teks.casefold().split())


def _take_hasil(hasil: HasilTemplat, *, ke: SKP, urutan: int) -> None:
    rhk = RencanaHasilKerja.objects.create(skp=ke, urutan=urutan, jenis=hasil.jenis, teks=hasil.teks)
    IndikatorKinerja.objects.bulk_create(
        IndikatorKinerja(
            rhk=rhk,
            urutan=i.urutan,
            # A head of unit chooses a perspective instead.
            aspek="" if ke.kategori == KategoriSKP.PIMPINAN else i.aspek,
            teks=i.teks,
            satuan=i.satuan,
            arah=i.arah,
        )
        for i in hasil.daftar_indikator.all()
    )
    RencanaAksi.objects.bulk_create(
        RencanaAksi(rhk=rhk, urutan=nomor, teks=teks)
        for nomor, teks in enumerate(hasil.daftar_langkah, start=1)
    )
