"""Who looks at whose data: a view notes it, and it is written after the page is made.

A GET never writes. This note is the one exception, and it is kept apart: the guard of that rule stands inside this
middleware, so a view cannot use the exception for anything else. A note that is lost loses no page.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from kinerja.jejak.actions import Penglihatan, record_akses
from kinerja.jejak.models import JenisHalaman, Sebagai
from kinerja.kepegawaian.istilah import JenisPeran
from kinerja.kepegawaian.lingkup import lingkup

if TYPE_CHECKING:
    from kinerja.pembinaan.models import RencanaPembinaan
    from kinerja.penilaian.models import Evaluasi
    from kinerja.perencanaan.models import SKP
    from kinerja.www.http import Request

logger = logging.getLogger(__name__)

_PERAN = (
    (JenisPeran.ADMIN_INSTANSI, Sebagai.ADMIN),
    (JenisPeran.PIMPINAN, Sebagai.PIMPINAN),
    (JenisPeran.AUDITOR, Sebagai.AUDITOR),
)


def note_akses(
    request: Request,
    halaman: JenisHalaman,
    pegawai_id: int,
    *,
    dinilai: SKP | Evaluasi | RencanaPembinaan | None = None,
    sebagai: Sebagai | None = None,
) -> None:
    """Asks nothing of the database; one's own pages are not noted. Whoever assesses `dinilai` looks at it as that.

    A page that only certain offices open says itself in which one somebody looks.
    """
    saya = lingkup(request.user).pegawai
    if saya is not None and saya.pk == pegawai_id:
        return
    penglihatan = Penglihatan(
        pembaca_id=request.user.pk,
        pegawai_id=pegawai_id,
        halaman=halaman,
        sebagai=sebagai or _as_what(request, dinilai),
        on=timezone.localdate(),
    )
    _noted(request).append(penglihatan)


def note_penilai_or_admin(request: Request, halaman: JenisHalaman, pegawai_id: int) -> None:
    """For pages that open to nobody but the penilai and the admin of the person."""
    admin = lingkup(request.user).punya(JenisPeran.ADMIN_INSTANSI)
    note_akses(request, halaman, pegawai_id, sebagai=Sebagai.ADMIN if admin else Sebagai.PENILAI)


def note_skp(request: Request, halaman: JenisHalaman, skp: SKP) -> None:
    note_akses(request, halaman, skp.pegawai_id, dinilai=skp)


class AksesDataMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        respons = self.get_response(request)
        daftar = _noted(request)
        if daftar and respons.status_code < 400:
            try:
                record_akses(daftar)
            except DatabaseError:
                logger.warning("Catatan akses data tidak tersimpan.", exc_info=True)
        return respons


def _noted(request: HttpRequest) -> list[Penglihatan]:
    daftar: list[Penglihatan] = request.__dict__.setdefault("daftar_penglihatan", [])
    return daftar


def _as_what(request: Request, dinilai: SKP | Evaluasi | RencanaPembinaan | None) -> Sebagai:
    dari = lingkup(request.user)
    if dinilai is not None and dari.pegawai is not None:
        if dinilai.penilai_id == dari.pegawai.pk:
            return Sebagai.PENILAI
        if dinilai.atasan_penilai_id == dari.pegawai.pk:
            return Sebagai.ATASAN
    return next((sebagai for peran, sebagai in _PERAN if dari.punya(peran)), Sebagai.LAIN)
