"""Lists page by page, single records, ETag: written straight from rows, because schemas cost four times as much.

What the answers look like stands in the schemas all the same; a test holds the two together.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any

import orjson
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.http import parse_etags
from ninja import Schema
from pydantic import Field

from kinerja.api.masalah import Masalah, MasalahOut

if TYPE_CHECKING:
    from django.db.models import QuerySet

TERBESAR = 2**63 - 1
Nomor = Annotated[int, Field(ge=1, le=TERBESAR)]
Tahun = Annotated[int, Field(ge=2000, le=2100)]
GAGAL: dict[int, Any] = dict.fromkeys((400, 401, 403, 404, 405, 413, 422, 429), MasalahOut)
GAGAL_TULIS: dict[int, Any] = {**GAGAL, 409: MasalahOut}

Baris = Mapping[str, Any]
Isi = dict[str, Any]


class Saring(Schema):
    """What every list understands."""

    kursor: Annotated[str, Field(max_length=40, description="Dari “berikutnya” pada jawaban sebelumnya.")] = (
        ""
    )
    jumlah: Annotated[int, Field(ge=1, le=500, description="Paling banyak sekian baris.")] = 100


def halaman(
    request: HttpRequest,
    saring: Saring,
    daftar: QuerySet[Any, Any],
    *,
    bentuk: Callable[[Sequence[Any]], list[Isi]],
) -> HttpResponse:
    """Rows in the order of their numbers, from behind the cursor. What is added meanwhile shifts nothing."""
    only(request, *type(saring).model_fields)
    baris = list(daftar.filter(pk__gt=_after(saring.kursor)).order_by("pk")[: saring.jumlah + 1])
    masih = len(baris) > saring.jumlah
    baris = baris[: saring.jumlah]
    isi = {"data": bentuk(baris), "berikutnya": _cursor(baris[-1]) if masih else None}
    return jawab(request, isi)


def only(request: HttpRequest, *dikenal: str) -> None:
    asing = sorted(set(request.GET) - set(dikenal))
    if asing:
        tersedia = (
            f"Yang tersedia: {', '.join(dikenal)}." if dikenal else "Alamat ini tidak memakai parameter."
        )
        raise Masalah(422, f"Parameter {', '.join(asing)[:200]} tidak dikenal. {tersedia}")


def jawab(request: HttpRequest, isi: object, *, status: int = 200) -> HttpResponse:
    """The same content has the same ETag; who has it already gets 304 and no content."""
    badan = orjson.dumps(isi, default=_text, option=orjson.OPT_NON_STR_KEYS)
    respons = HttpResponse(badan, status=status, content_type="application/json")
    if request.method == "GET":
        etag = f'"{hashlib.blake2b(badan, digest_size=12).hexdigest()}"'
        if _has(request, etag):
            respons = HttpResponseNotModified()
        respons["ETag"] = etag
        respons["Cache-Control"] = "private, no-cache"
    return respons


def satu(daftar: QuerySet[Any, Isi], nomor: int) -> Isi:
    """The row, or 404: what belongs to another instansi does not exist here."""
    baris = daftar.filter(pk=nomor).order_by("pk").first()
    if baris is None:
        raise Masalah(404)
    return baris


def _has(request: HttpRequest, etag: str) -> bool:
    diminta = request.headers.get("If-None-Match", "")
    return diminta == "*" or etag in [satu.removeprefix("W/") for satu in parse_etags(diminta)]


def _text(nilai: object) -> str:
    if isinstance(nilai, Decimal):
        return format(nilai.normalize(), "f")
    raise TypeError(type(nilai).__name__)


def _cursor(baris: Any) -> str:  # noqa: ANN401 - a row of any model, as instance or as dictionary
    nomor = baris["id"] if isinstance(baris, dict) else baris.pk
    return base64.urlsafe_b64encode(f"k{nomor}".encode()).decode().rstrip("=")


def _after(kursor: str) -> int:
    if not kursor:
        return 0
    try:
        teks = base64.urlsafe_b64decode(kursor + "=" * (-len(kursor) % 4)).decode("ascii")
    except (ValueError, binascii.Error):
        teks = ""
    if not re.fullmatch(r"k[1-9][0-9]{0,17}", teks, re.ASCII):
        raise Masalah(
            422, "Kursor tidak dikenal. Pakai nilai “berikutnya” dari jawaban sebelumnya, tanpa diubah."
        )
    return int(teks[1:])
