"""Whose results somebody may put into a report: never more than he may read one by one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q

from kinerja.jejak.models import Sebagai
from kinerja.kepegawaian.istilah import JenisPeran
from kinerja.kepegawaian.lingkup import di_bawah, lingkup
from kinerja.kepegawaian.models import Penempatan
from kinerja.penilaian.models import BELUM_DISERAHKAN, Evaluasi
from kinerja.rekap.lingkup import terlihat

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from kinerja.akun.models import User
    from kinerja.kepegawaian.models import PenempatanQuerySet, UnitKerja
    from kinerja.penilaian.models import EvaluasiQuerySet

_PERAN = (
    (JenisPeran.ADMIN_INSTANSI, Sebagai.ADMIN),
    (JenisPeran.PIMPINAN, Sebagai.PIMPINAN),
    (JenisPeran.AUDITOR, Sebagai.AUDITOR),
)


@dataclass(frozen=True, kw_only=True)
class Cakupan:
    """`jalur`: subtrees of his roles. `unit_kepala`: the units he heads himself, without what lies below."""

    jalur: tuple[str, ...]
    unit_kepala: frozenset[int]

    @property
    def memimpin(self) -> bool:
        return bool(self.jalur or self.unit_kepala)

    def menaungi(self, unit: UnitKerja) -> bool:
        """Whether a role covers the unit and all below it."""
        return any(unit.jalur.startswith(atas) for atas in self.jalur)


def jalur_peran(user: User) -> list[str]:
    return lingkup(user).jalur_peran(JenisPeran.ADMIN_INSTANSI, JenisPeran.PIMPINAN, JenisPeran.AUDITOR)


def cakupan(user: User, *, on: date) -> Cakupan:
    """One query besides those of the roles, once a request."""
    tersimpan = _remembered(user).get(on)
    return tersimpan or remember(user, unit_dikepalai(user, on=on), on=on)


def unit_dikepalai(user: User, *, on: date) -> PenempatanQuerySet:
    """The posts of a day in which he heads a unit."""
    pegawai = lingkup(user).pegawai
    daftar = Penempatan.objects.filter(pegawai=pegawai) if pegawai else Penempatan.objects.none()
    return daftar.berlaku(on).filter(jabatan__kepala=True).order_by("id")


def remember(user: User, daftar: Iterable[Penempatan], *, on: date) -> Cakupan:
    """For whoever has read the posts along with something else."""
    kini = Cakupan(
        jalur=tuple(jalur_peran(user)), unit_kepala=frozenset(satu.unit_kerja_id for satu in daftar)
    )
    _remembered(user)[on] = kini
    return kini


def _remembered(user: User) -> dict[date, Cakupan]:
    tersimpan: dict[date, Cakupan] = user.__dict__.setdefault("_cakupan_laporan", {})
    return tersimpan


def evaluasi_terbaca(user: User, *, on: date) -> EvaluasiQuerySet:
    """What he reads page by page, and as head the people of his unit; his own only after the hand-over."""
    daftar = Evaluasi.objects.visible_to(user)
    kepala = cakupan(user, on=on).unit_kepala
    if not kepala:
        return daftar
    pegawai = lingkup(user).pegawai
    sendiri = Q(skp__pegawai=pegawai, status__in=BELUM_DISERAHKAN)
    return daftar | Evaluasi.objects.filter(skp__unit_kerja__in=kepala).exclude(sendiri)


def penempatan_terbaca(user: User, *, on: date) -> PenempatanQuerySet:
    """The definitive posts of a day whose holders' learning he may read."""
    dari = cakupan(user, on=on)
    pimpinan = lingkup(user).jalur_peran(JenisPeran.PIMPINAN)
    q = terlihat(user, kolom="pegawai") | di_bawah(pimpinan, kolom="unit_kerja__jalur")
    q |= Q(unit_kerja__in=dari.unit_kepala)
    return Penempatan.objects.berlaku(on).filter(q, jenis="definitif")


def sebagai(user: User, *, penilai_id: int | None, atasan_id: int | None) -> Sebagai:
    """In which office he looks at this person, as the person will read it."""
    dari = lingkup(user)
    if dari.pegawai is not None and penilai_id == dari.pegawai.pk:
        return Sebagai.PENILAI
    if dari.pegawai is not None and atasan_id == dari.pegawai.pk:
        return Sebagai.ATASAN
    return next((satu for peran, satu in _PERAN if dari.punya(peran)), Sebagai.LAIN)
