"""What every page of talent management reads first: the rule that holds, and the reader's part of the tree."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import PermissionDenied
from django.db.models import Q

from kinerja.kepegawaian.istilah import JenisPeran
from kinerja.kepegawaian.lingkup import di_bawah, lingkup
from kinerja.kepegawaian.models import UnitKerja
from kinerja.lib.angka import parse_nomor
from kinerja.setelan.queries import nilai
from kinerja.talenta.lingkup import jalur_talenta
from kinerja.talenta.queries.penempatan import Aturan, tahun_kinerja
from kinerja.talenta.setelan import TALENTA
from kinerja.www.http import Request


def instansi_id_of(request: Request) -> int:
    dari = lingkup(request.user)
    return dari.pegawai.instansi_id if dari.pegawai else min(dari.instansi, default=0)


def read_aturan(request: Request, *, on: date, tahun: int | None = None) -> Aturan:
    isi = nilai(instansi_id_of(request), TALENTA)
    return Aturan.from_setelan(isi, tahun=tahun or tahun_kinerja(on), on=on)


def scope_of(request: Request) -> list[str]:
    """The reader's subtrees; nobody else comes in."""
    jalur = jalur_talenta(request.user)
    if not jalur:
        raise PermissionDenied
    return jalur


def is_admin_of(request: Request, jalur: str) -> bool:
    """Asks nothing of the database."""
    return any(
        jalur.startswith(atas) for atas in lingkup(request.user).jalur_peran(JenisPeran.ADMIN_INSTANSI)
    )


def choose_unit(jalur: list[str], diminta: str | None) -> tuple[UnitKerja | None, list[UnitKerja]]:
    """The unit that was asked for, if it lies in the scope, and the units one can go to from there: one query."""
    nomor = parse_nomor(diminta)
    puncak = [int(satu.strip("/").split("/")[-1]) for satu in jalur]
    dekat = Q(pk__in=puncak) | Q(induk_id__in=puncak)
    if nomor is not None:
        dekat |= Q(pk=nomor) | Q(induk_id=nomor) | Q(daftar_anak=nomor)
    semua = UnitKerja.objects.filter(di_bawah(jalur, kolom="jalur"), dibubarkan_on=None).filter(dekat)
    daftar = list(semua.distinct().order_by("jalur", "pk"))
    return next((unit for unit in daftar if unit.pk == nomor), None), daftar
