"""What the pages of a plan share: finding it, refusing kindly, and the coach's remarks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone

from kinerja.metode.catatan import Catatan, Tingkat
from kinerja.perencanaan import permissions
from kinerja.perencanaan.actions import CannotChangeSKP
from kinerja.perencanaan.models import SKP, IndikatorKinerja, RencanaHasilKerja

if TYPE_CHECKING:
    from kinerja.www.http import Request

_LETAK = re.compile(r"hasil\.(\d+)(?:\.indikator\.(\d+))?")
_TINGKAT = {Tingkat.PERINGATAN: "kekurangan", Tingkat.SARAN: "nasihat"}


@dataclass(frozen=True)
class Remark:
    """A remark of the coach in the shape of components/telaah.html."""

    tingkat: str
    pesan: str
    contoh: str = ""
    rujukan: str = ""


@dataclass(frozen=True)
class Boleh:
    """What this person may do with this plan now: which buttons the page shows."""

    menyunting: bool
    ekspektasi: bool
    mengajukan: bool
    menarik: bool
    mengembalikan: bool
    menetapkan: bool
    mengubah: bool
    membatalkan: bool
    berdialog: bool
    menautkan: bool
    matriks: bool
    milik: bool


def boleh(request: Request, skp: SKP, *, on: date) -> Boleh:
    user = request.user
    return Boleh(
        menyunting=permissions.can_edit_skp(user, skp),
        ekspektasi=permissions.can_edit_ekspektasi(user, skp),
        mengajukan=permissions.can_submit_skp(user, skp),
        menarik=permissions.can_withdraw_skp(user, skp),
        mengembalikan=permissions.can_return_skp(user, skp, on=on),
        menetapkan=permissions.can_approve_skp(user, skp, on=on),
        mengubah=permissions.can_change_skp(user, skp),
        membatalkan=permissions.can_cancel_change(user, skp),
        berdialog=permissions.can_add_dialog(user, skp),
        menautkan=permissions.can_link_rhk(user, skp),
        matriks=permissions.can_edit_matriks(user, skp),
        milik=permissions.owns(user, skp),
    )


def remarks(daftar: Iterable[Catatan]) -> list[Remark]:
    """The grave ones first, each with the place it speaks of."""
    urut = sorted(daftar, key=lambda catatan: catatan.tingkat is not Tingkat.PERINGATAN)
    return [Remark(_TINGKAT[c.tingkat], f"{_place(c.bidang)}{c.pesan}", c.contoh, c.rujukan) for c in urut]


def remarks_per_hasil(daftar: Iterable[Catatan]) -> tuple[list[Remark], dict[int, list[Remark]]]:
    """Those on the whole plan, and those on each result by its number, which need not name the result again."""
    daftar = list(daftar)
    per_hasil: dict[int, list[Catatan]] = {}
    for catatan in daftar:
        if cocok := _LETAK.match(catatan.bidang):
            per_hasil.setdefault(int(cocok[1]), []).append(catatan)
    umum = remarks(catatan for catatan in daftar if not _LETAK.match(catatan.bidang))
    return umum, {nomor: [_without_result(satu) for satu in remarks(isi)] for nomor, isi in per_hasil.items()}


def _without_result(remark: Remark) -> Remark:
    pesan = re.sub(r"^Hasil \d+(?:, (i)|: )", lambda cocok: "I" if cocok[1] else "", remark.pesan)
    return replace(remark, pesan=pesan)


def _place(bidang: str) -> str:
    """ "hasil.2.indikator.1.target" reads "Hasil 2, indikator 1: "."""
    cocok = _LETAK.match(bidang)
    if cocok is None:
        return ""
    return f"Hasil {cocok[1]}, indikator {cocok[2]}: " if cocok[2] else f"Hasil {cocok[1]}: "


def find_skp(request: Request, skp_id: int) -> SKP:
    return get_object_or_404(SKP.objects.visible_to(request.user).with_people(), pk=skp_id)


def find_own(request: Request, skp_id: int) -> SKP:
    """A plan that the writer of this request may call his own; a reader is told 404, as for any closed door."""
    return get_object_or_404(SKP.objects.owned_by(request.user).with_people(), pk=skp_id)


def find_rhk(skp: SKP, rhk_id: int) -> RencanaHasilKerja:
    daftar = RencanaHasilKerja.objects.filter(skp=skp).select_related("skp", "rhk_pimpinan")
    return get_object_or_404(daftar.prefetch_related("daftar_indikator", "daftar_aksi"), pk=rhk_id)


def find_indikator(skp: SKP, indikator_id: int) -> IndikatorKinerja:
    daftar = IndikatorKinerja.objects.filter(rhk__skp=skp).select_related("rhk__skp", "manual", "workblock")
    return get_object_or_404(daftar, pk=indikator_id)


def run(request: Request, langkah: Callable[[], object], *, pesan: str) -> bool:
    """One domain call; a refusal is said to the user. Whether it went through."""
    try:
        langkah()
    except CannotChangeSKP as ditolak:
        messages.error(request, str(ditolak))
        return False
    messages.success(request, pesan)
    return True


def closed(request: Request, skp: SKP, *, dapat: bool) -> HttpResponse | None:
    """A page that cannot be used now leads back to the plan; what was already typed is refused with its words."""
    return to_detail(skp) if request.method == "GET" and not dapat else None


def to_detail(skp: SKP) -> HttpResponse:
    return redirect("perencanaan:skp_detail", skp.pk)


def hari_ini() -> date:
    return timezone.localdate()
