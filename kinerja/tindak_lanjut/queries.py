"""Objections as their pages show them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q

from kinerja.kepegawaian.lingkup import lingkup
from kinerja.penilaian.queries.tenggat import DaftarKalender, Tenggat, tenggat
from kinerja.tindak_lanjut.models import Keberatan

if TYPE_CHECKING:
    from datetime import date

    from kinerja.akun.models import User


@dataclass(frozen=True, kw_only=True)
class BarisKeberatan:
    keberatan: Keberatan
    jam: Tenggat | None  # None once it is decided
    peran: str


def daftar_keberatan(user: User, *, on: date) -> list[BarisKeberatan]:
    """Open ones first; whose turn it is stands beside each."""
    daftar = (
        Keberatan.objects.visible_to(user)
        .select_related("evaluasi__skp__pegawai", "evaluasi__skp__unit_kerja", "evaluasi__periode", "pemutus")
        .order_by("decided_at", "batas_putusan_on", "id")
    )
    kalender = DaftarKalender()
    baris = [
        BarisKeberatan(keberatan=k, jam=jam_putusan(k, on=on, kalender=kalender), peran=peran(user, k))
        for k in daftar.distinct()
    ]
    return sorted(baris, key=lambda b: (b.jam is None, b.keberatan.batas_putusan_on))


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
