"""The template environment: a misspelt variable fails, and the words and numbers of the interface are Indonesian."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import HttpRequest
from django.middleware.csrf import get_token
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from jinja2 import Environment, StrictUndefined
from markupsafe import Markup, escape

from kinerja import __version__
from kinerja.lib.angka import format_angka
from kinerja.lib.tanggal import format_hari_waktu, format_tanggal, format_waktu
from kinerja.www.aset import aset
from kinerja.www.contoh_isian import contoh_isian
from kinerja.www.navigasi import groups_of


def url(nama: str, *args: object, **kwargs: object) -> str:
    return reverse(nama, args=args or None, kwargs=kwargs or None)


def url_if_any(nama: str) -> str:
    """For the shell, which is also drawn where an area is not installed."""
    try:
        return reverse(nama)
    except NoReverseMatch:
        return ""


def csrf_input(request: HttpRequest) -> Markup:
    return Markup('<input type="hidden" name="csrfmiddlewaretoken" value="{}">').format(get_token(request))


def waktu(at: datetime) -> str:
    """In the zone that is active for this request."""
    return format_waktu(at, zone=timezone.get_current_timezone())


def hari_waktu(at: datetime) -> str:
    return format_hari_waktu(at, zone=timezone.get_current_timezone())


_DUA_TITIK = re.compile(r"(?<!\.)\.\.(?!\.)")
_GELAR_DEPAN = {"dr", "drg", "drs", "dra", "ir", "h", "hj", "prof"}


def inisial(nama: str) -> str:
    """First letters of the first and the last name, past titles before and degrees behind."""
    kata = nama.split(",", maxsplit=1)[0].replace(".", " ").split()
    nama_saja = [satu for satu in kata if satu.lower() not in _GELAR_DEPAN] or kata
    return "".join(satu[0].upper() for satu in dict.fromkeys((nama_saja[0], nama_saja[-1])))


def paragraf(teks: str) -> Markup:
    """Plain text with its line breaks, escaped."""
    return Markup("<br>").join(escape(baris) for baris in str(teks).splitlines())


def satu_titik(teks: str) -> str:
    """A sentence that ends with somebody's degree ("…, A.Md.Keb.") has its full stop already."""
    rapi = _DUA_TITIK.sub(".", teks)
    return Markup(rapi) if isinstance(teks, Markup) else rapi


def environment(**options: Any) -> Environment:  # noqa: ANN401 - Django passes its own set of options
    options.update(undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    env = Environment(**options)
    env.globals.update(
        latihan=settings.KINERJA_LATIHAN,
        url=url,
        versi_aplikasi=__version__,
        url_if_any=url_if_any,
        static=staticfiles_storage.url,
        aset=aset,
        contoh_isian=contoh_isian,
        csrf_input=csrf_input,
        kelompok_menu=groups_of,
    )
    env.filters.update(
        angka=format_angka,
        tanggal=format_tanggal,
        waktu=waktu,
        hari_waktu=hari_waktu,
        paragraf=paragraf,
        inisial=inisial,
        satu_titik=satu_titik,
    )
    return env
