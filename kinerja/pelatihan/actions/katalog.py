"""One training of the catalogue, by hand; many come in by import."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.jejak import actions as jejak
from kinerja.pelatihan.actions.dasar import CannotTrain, require_jp
from kinerja.pelatihan.impor.katalog import free_code, known_codes, unknown_codes
from kinerja.pelatihan.models import Pelatihan
from kinerja.pelatihan.permissions import can_manage_pelatihan

if TYPE_CHECKING:
    from datetime import datetime

    from kinerja.akun.models import User
    from kinerja.kepegawaian.models import Instansi
    from kinerja.pelatihan.istilah import BidangPelatihan


class CannotSavePelatihan(CannotTrain):
    """The training cannot be kept like this; the message says why."""


@dataclass(frozen=True, kw_only=True)
class IsianPelatihan:
    nama: str
    bentuk: str
    jenis_kompetensi: BidangPelatihan
    jp: int | None
    sasaran: str
    daftar_kode: tuple[str, ...]
    sumber: str
    aktif: bool = True


@transaction.atomic
def save_pelatihan(
    instansi: Instansi, isian: IsianPelatihan, *, pelatihan: Pelatihan | None = None, by: User, at: datetime
) -> Pelatihan:
    """A new one, or the one given. Classes that were held keep their own hours."""
    if not can_manage_pelatihan(by, instansi):
        raise PermissionDenied
    if isian.jp is not None:
        require_jp(isian.jp, CannotSavePelatihan)
    dikenal = known_codes(instansi.pk)
    if pesan := unknown_codes(isian.daftar_kode, dikenal):
        raise CannotSavePelatihan(pesan)
    lain = Pelatihan.objects.select_for_update().filter(instansi=instansi)
    kembar = lain.filter(nama__iexact=isian.nama.strip())
    if pelatihan is not None:
        kembar = kembar.exclude(pk=pelatihan.pk)
    if kembar.exists():
        raise CannotSavePelatihan(f"“{isian.nama.strip()}” sudah ada di katalog. Ubah yang itu saja.")
    if pelatihan is None:
        dipakai = {kode.casefold() for kode in lain.order_by("id").values_list("kode", flat=True)}
        pelatihan = Pelatihan(instansi=instansi, kode=free_code(isian.nama, dipakai))
    for nama, nilai in asdict(isian).items():
        setattr(pelatihan, nama, nilai.strip() if isinstance(nilai, str) else nilai)
    pelatihan.daftar_kode = sorted(dikenal[kode.casefold()] for kode in isian.daftar_kode)
    pelatihan.save()
    rincian = {"nama": pelatihan.nama, "jp": pelatihan.jp, "aktif": pelatihan.aktif}
    jejak.record("pelatihan.katalog", pelatihan, by=by, at=at, rincian=rincian)
    return pelatihan
