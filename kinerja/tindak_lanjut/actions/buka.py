"""Saying yes opens the right thing: by the action of the app below where there is one, else by a page to go to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from kinerja.karier.actions.promosi import CannotList, list_for_promotion
from kinerja.karier.models import CalonPromosi
from kinerja.metode.tanda_tindak_lanjut import Tindakan
from kinerja.pembinaan.actions import CannotCoach, open_rencana
from kinerja.pembinaan.models import RencanaPembinaan
from kinerja.pengembangan.actions import record_kebutuhan
from kinerja.pengembangan.models import KebutuhanTercatat

if TYPE_CHECKING:
    from django.db.models import Model

    from kinerja.akun.models import User
    from kinerja.tindak_lanjut.models import UsulanTindakLanjut


@dataclass(frozen=True)
class Pembukaan:
    """What was opened, or found open already."""

    jenis: str
    nomor: int

    @classmethod
    def of(cls, objek: Model) -> Pembukaan:
        return cls(objek._meta.label_lower, objek.pk)


# What the apps below say when something cannot be opened; their sentences are fit for the user.
TIDAK_TERBUKA = (CannotCoach, CannotList)
Pembuka = Callable[["UsulanTindakLanjut", str, "User", datetime], Pembukaan | None]


def open_follow_up(usulan: UsulanTindakLanjut, *, alasan: str, by: User, at: datetime) -> Pembukaan | None:
    """None: the decision is recorded, and the work goes on by hand on the page of that area."""
    buka = _PEMBUKA.get(Tindakan(usulan.tindakan))
    return buka(usulan, alasan, by, at) if buka else None


def _pembinaan(usulan: UsulanTindakLanjut, alasan: str, by: User, at: datetime) -> Pembukaan:
    """A plan that runs already is the one that is meant."""
    berjalan = RencanaPembinaan.objects.running().filter(pegawai_id=usulan.evaluasi.skp.pegawai_id)
    if ada := berjalan.order_by("id").first():
        return Pembukaan.of(ada)
    rencana = open_rencana(
        usulan.evaluasi,
        alasan=f"{usulan.alasan_umum} {alasan}",
        mulai_on=usulan.instansi.tanggal(at),
        by=by,
        at=at,
    )
    return Pembukaan.of(rencana)


def _promosi(usulan: UsulanTindakLanjut, alasan: str, by: User, at: datetime) -> Pembukaan:
    """The list from which a promotion may be considered: being on it promises nothing."""
    evaluasi = usulan.evaluasi
    pegawai, tahun = evaluasi.skp.pegawai, evaluasi.periode.tahun
    ada = CalonPromosi.objects.standing().filter(pegawai=pegawai, tahun=tahun)
    if tercatat := ada.order_by("id").first():
        return Pembukaan.of(tercatat)
    calon = list_for_promotion(
        pegawai,
        tahun=tahun,
        alasan=f"{usulan.alasan_umum} {alasan}",
        dasar=f"Usulan tindak lanjut {evaluasi.periode.nama}",
        by=by,
        at=at,
    )
    return Pembukaan.of(calon)


def _pelatihan(usulan: UsulanTindakLanjut, alasan: str, by: User, at: datetime) -> Pembukaan:
    """A need on the page of growing, from which trainings are suggested; nobody is put into a class by it."""
    kebutuhan = record_kebutuhan(
        usulan.evaluasi,
        alasan=f"{usulan.alasan} {alasan}",
        alasan_umum=f"{usulan.alasan_umum} {alasan}",
        daftar_aspek=usulan.daftar_aspek,
        by=by,
        at=at,
    )
    return Pembukaan.of(kebutuhan)


_PEMBUKA: dict[Tindakan, Pembuka] = {
    Tindakan.PEMBINAAN: _pembinaan,
    Tindakan.PROMOSI: _promosi,
    Tindakan.PELATIHAN: _pelatihan,
}
KEBUTUHAN = KebutuhanTercatat._meta.label_lower
