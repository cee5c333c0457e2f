"""Where a user's word counts, read once a request from his post and his roles."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Q, Value
from django.db.models.functions import StrIndex, Substr

from kinerja.kepegawaian.istilah import JenisPeran

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from kinerja.akun.models import User
    from kinerja.kepegawaian.models import Pegawai


@dataclass(frozen=True)
class Lingkup:
    """His own person, and the subtrees of each role."""

    pegawai: Pegawai | None = None
    jalur: dict[JenisPeran, list[str]] = field(default_factory=dict)
    instansi: frozenset[int] = frozenset()

    def jalur_peran(self, *daftar_jenis: JenisPeran) -> list[str]:
        return [jalur for jenis in daftar_jenis for jalur in self.jalur.get(jenis, [])]

    def punya(self, jenis: JenisPeran) -> bool:
        return bool(self.jalur.get(jenis))


def lingkup(user: User | AnonymousUser) -> Lingkup:
    """Two queries, once a request: the answer is kept on the user object."""
    if not user.is_authenticated or user.pk is None:
        return Lingkup()
    tersimpan = getattr(user, "_lingkup", None)
    if not isinstance(tersimpan, Lingkup):
        tersimpan = _baca_lingkup(user)
        setattr(user, "_lingkup", tersimpan)  # noqa: B010 - a memo of this request, not part of the model
    return tersimpan


def _baca_lingkup(user: User) -> Lingkup:
    # The managers hang on the account, so that this module needs no model and every queryset may import it.
    pegawai: Pegawai | None = getattr(user, "pegawai", None)
    jalur: dict[JenisPeran, list[str]] = {}
    instansi = {pegawai.instansi_id} if pegawai else set()
    # The sign-in counts roles along with the account: most people have none, and need no query to hear it.
    if getattr(user, "jumlah_peran", 1):
        baris = user.daftar_peran.filter(selesai_on__isnull=True).order_by("id")
        for jenis, jalur_unit, nomor in baris.values_list(
            "jenis", "unit_kerja__jalur", "unit_kerja__instansi_id"
        ):
            jalur.setdefault(JenisPeran(jenis), []).append(jalur_unit)
            instansi.add(nomor)
    return Lingkup(pegawai=pegawai, jalur=jalur, instansi=frozenset(instansi))


def instansi_ids(user: User | AnonymousUser) -> frozenset[int]:
    return lingkup(user).instansi


def jalur_dikepalai(user: User | AnonymousUser, *, on: date) -> list[str]:
    """The subtrees of the units that he heads on a day, definitive, Plt. or Plh.; of today the sign-in knows them."""
    pegawai = lingkup(user).pegawai
    if pegawai is None:
        return []
    hari, jalur = getattr(user, "jalur_kepala_pada", (None, []))
    if hari != on:
        daftar = pegawai.daftar_penempatan.filter(berlaku_pada(on), jabatan__kepala=True).order_by("id")
        jalur = list(daftar.values_list("unit_kerja__jalur", flat=True))
        setattr(user, "jalur_kepala_pada", (on, jalur))  # noqa: B010 - a memo as above
    return list(jalur)


def berlaku_pada(on: date, *, awalan: str = "") -> Q:
    """Rows with `mulai_on` and `selesai_on` that hold on a day."""
    return Q(**{f"{awalan}mulai_on__lte": on}) & (
        Q(**{f"{awalan}selesai_on__isnull": True}) | Q(**{f"{awalan}selesai_on__gte": on})
    )


def di_bawah(daftar_jalur: list[str], *, kolom: str) -> Q:
    """Rows whose unit path lies in one of the subtrees; nothing when there is none."""
    q = Q(pk__in=[])
    for jalur in daftar_jalur:
        q |= Q(**{f"{kolom}__startswith": jalur})
    return q


def jalur_cabang(jalur: str, *, kolom: str) -> Substr:
    """The path of the unit right below `jalur` that a path lies in; `jalur` itself for those who work in it."""
    panjang = len(jalur)
    return Substr(kolom, 1, panjang + StrIndex(Substr(kolom, panjang + 1), Value("/")))
