"""Objections as their pages show them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import F, Q

from kinerja.kepegawaian.lingkup import lingkup
from kinerja.penilaian.queries.tenggat import DaftarKalender, Tenggat, tenggat
from kinerja.tindak_lanjut.models import Keberatan, KeberatanQuerySet

if TYPE_CHECKING:
    from datetime import date

    from kinerja.akun.models import User


@dataclass(frozen=True, kw_only=True)
class BarisKeberatan:
    keberatan: Keberatan
    jam: Tenggat | None  # None once it is decided
    peran: str


def daftar_keberatan(user: User) -> KeberatanQuerySet:
    """Open ones first, the most urgent on top; then those that were decided, the latest first."""
    daftar: KeberatanQuerySet = (
        Keberatan.objects.visible_to(user)
        .select_related("evaluasi__skp__pegawai", "evaluasi__skp__unit_kerja", "evaluasi__periode", "pemutus")
        .order_by(F("decided_at").desc(nulls_first=True), "batas_putusan_on", "id")
        .distinct()
    )
    return daftar


def baris_keberatan(daftar: Iterable[Keberatan], *, user: User, on: date) -> list[BarisKeberatan]:
    """One page of them, with the days left and whose turn it is."""
    kalender = DaftarKalender()
    return [
        BarisKeberatan(keberatan=k, jam=jam_putusan(k, on=on, kalender=kalender), peran=peran(user, k))
        for k in daftar
    ]


def jam_putusan(keberatan: Keberatan, *, on: date, kalender: DaftarKalender) -> Tenggat | None:
    if keberatan.putusan:
        return None
    hari = kalender.untuk(keberatan.evaluasi.skp.unit_kerja, tahun=on.year)
    return tenggat("Batas putusan", keberatan.batas_putusan_on, on=on, kalender=hari)


def peran(user: User, keberatan: Keberatan) -> str:
    """How this person stands to the objection."""
    pegawai = lingkup(user).pegawai
    nomor = pegawai.pk if pegawai else None
    evaluasi = keberatan.evaluasi
    if nomor == evaluasi.skp.pegawai_id:
        return "Keberatan Anda"
    if nomor == keberatan.pemutus_id:
        return "Menunggu putusan Anda" if not keberatan.putusan else "Anda yang memutus"
    if nomor == evaluasi.penilai_id:
        belum = not keberatan.penjelasan_penilai and not keberatan.putusan
        return "Menunggu penjelasan Anda" if belum else "Anda penilainya"
    return ""


def keberatan_menunggu(user: User) -> list[Keberatan]:
    """What this person has to explain or to decide now, for the list of what he owes."""
    pegawai = lingkup(user).pegawai
    if pegawai is None:
        return []
    giliran = Q(pemutus=pegawai) | Q(evaluasi__penilai=pegawai, penjelasan_penilai="")
    return list(
        Keberatan.objects.filter(giliran, putusan="")
        .select_related("evaluasi__skp__pegawai", "evaluasi__periode")
        .order_by("batas_putusan_on", "id")
    )
