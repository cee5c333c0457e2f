"""Linking results that were written before the leader had a plan."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.jejak import actions as jejak
from kinerja.metode.catatan import most_similar
from kinerja.perencanaan import permissions
from kinerja.perencanaan.actions.dasar import CannotChangeSKP, lock
from kinerja.perencanaan.models import SKP, RencanaHasilKerja, SelMatriks
from kinerja.perencanaan.queries import daftar_rhk_menunggu, daftar_rhk_pimpinan

if TYPE_CHECKING:
    from kinerja.akun.models import User


@transaction.atomic
def link_waiting_rhk(
    rhk: RencanaHasilKerja, *, rhk_pimpinan: RencanaHasilKerja, by: User, at: datetime
) -> RencanaHasilKerja:
    """By hand: the result now names the leader's result. A plan that is set need not be opened for it."""
    skp = lock(rhk.skp)
    if not permissions.can_link_rhk(by, skp):
        raise PermissionDenied
    if not daftar_rhk_pimpinan(skp).filter(pk=rhk_pimpinan.pk).exists():
        raise CannotChangeSKP(
            "Rencana hasil kerja itu bukan milik pejabat penilai pada tahun ini. Pilih yang lain."
        )
    rhk.rhk_pimpinan, rhk.rhk_pimpinan_teks = rhk_pimpinan, rhk_pimpinan.teks
    rhk.save(update_fields=["rhk_pimpinan", "rhk_pimpinan_teks"])
    jejak.record("rhk.link", skp, by=by, at=at, rincian={"rhk": rhk.pk, "rhk_pimpinan": rhk_pimpinan.pk})
    return rhk


def link_waiting_to(pimpinan: SKP) -> list[RencanaHasilKerja]:
    """Links what clearly means a result of this plan: by the words it waits for, or by its matrix cell."""
    daftar_atas = list(pimpinan.daftar_rhk.order_by("-jenis", "urutan", "id"))
    sel = _sel_of(pimpinan)
    terhubung = []
    for rhk in daftar_rhk_menunggu(pimpinan):
        atas = meant_by(rhk.rhk_pimpinan_teks, daftar_atas)
        atas = atas or sel.get((rhk.skp.penempatan_id, _bare(rhk.teks)))
        if atas is not None:
            rhk.rhk_pimpinan, rhk.rhk_pimpinan_teks = atas, atas.teks
            terhubung.append(rhk)
    RencanaHasilKerja.objects.bulk_update(terhubung, ["rhk_pimpinan", "rhk_pimpinan_teks"], batch_size=500)
    return terhubung


def meant_by(teks: str, daftar_atas: Iterable[RencanaHasilKerja]) -> RencanaHasilKerja | None:
    """The one result that these words name; None when there is none, or when two would do and people must choose."""
    per_teks: dict[str, list[RencanaHasilKerja]] = defaultdict(list)
    for rhk in daftar_atas:
        per_teks[_bare(rhk.teks)].append(rhk)
    dicari = _bare(teks)
    terdekat = dicari if dicari in per_teks else most_similar(dicari, per_teks)
    if not terdekat or len(per_teks[terdekat]) > 1:
        return None
    if terdekat != dicari and most_similar(dicari, [lain for lain in per_teks if lain != terdekat]):
        return None
    return per_teks[terdekat][0]


def _sel_of(pimpinan: SKP) -> dict[tuple[int, str], RencanaHasilKerja]:
    daftar = SelMatriks.objects.filter(indikator__rhk__skp=pimpinan).exclude(peran_hasil="")
    return {
        (sel.penempatan_id, _bare(sel.peran_hasil)): sel.indikator.rhk
        for sel in daftar.select_related("indikator__rhk").order_by("id")
    }


def _bare(teks: str) -> str:
    return " ".join(teks.casefold().split())
