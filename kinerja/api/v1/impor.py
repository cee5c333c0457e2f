"""Import by API: the same dry run and the same confirmation as by file, in the name of whoever made the token."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Header, Path, Router, Schema
from pydantic import ConfigDict, Field

from kinerja.api.halaman import GAGAL, GAGAL_TULIS, Isi, Nomor, jawab, only
from kinerja.api.kunci import Kunci, require, token_of
from kinerja.api.masalah import JUDUL, Masalah, masalah
from kinerja.integrasi import lingkup
from kinerja.integrasi.actions import KunciDipakaiLain, answer_once
from kinerja.integrasi.istilah import cakupan_impor
from kinerja.kepegawaian.actions import impor as actions
from kinerja.kepegawaian.istilah import JenisImpor
from kinerja.kepegawaian.models import Impor

if TYPE_CHECKING:
    from kinerja.integrasi.models import TokenAPI

router = Router(tags=["Impor"], auth=Kunci(None))
TERBANYAK = 5000
KunciTulis = Annotated[
    str,
    Header(
        alias="Idempotency-Key",
        pattern=r"^[A-Za-z0-9._:-]{8,100}$",
        description="Nama unik permintaan ini. Dikirim lagi dengan isi yang sama: jawabannya sama, tanpa berbuat apa-apa.",
    ),
]
BERUBAH = (
    "Kunci ini sudah dipakai untuk permintaan lain. Pakai Idempotency-Key yang baru untuk isi yang baru."
)
TANPA_IZIN = (
    "Pembuat token ini tidak lagi menjadi admin seluruh instansi, jadi tokennya tidak dapat menulis. Minta admin yang "
    "sekarang membuat token baru."
)


class ImporIn(Schema):
    model_config = ConfigDict(extra="forbid", strict=True)

    jenis: Annotated[JenisImpor, Field(strict=False)]
    nama: Annotated[str, Field(max_length=200, pattern=r"^[^\x00-\x1f\x7f]*$")] = "Kiriman API"
    baris: Annotated[list[dict[str, str]], Field(min_length=1, max_length=TERBANYAK)]


class BarisOut(Schema):
    nomor: int
    putusan: str
    pesan: list[str]
    perubahan: list[list[str]]


class ImporOut(Schema):
    id: int
    jenis: str
    status: str
    ringkasan: dict[str, int]
    baris: list[BarisOut]


@router.post(
    "/impor",
    response={201: ImporOut, **GAGAL_TULIS},
    url_name="impor_list",
    summary="Memeriksa kiriman; belum ada yang berubah",
)
def impor_check(request: HttpRequest, isian: ImporIn, kunci: KunciTulis) -> HttpResponse:
    """Setiap baris dinilai: baru, berubah, sama, atau salah. Terapkan sesudah membacanya."""
    only(request)
    token, jenis = token_of(request), isian.jenis
    require(token, cakupan_impor(jenis))

    def check() -> tuple[int, Isi]:
        impor = actions.check_kiriman(
            token.sistem.instansi,
            jenis=jenis,
            daftar=isian.baris,
            nama=f"{token.sistem.nama}: {isian.nama}",
            by=token.dibuat_oleh,
            at=timezone.now(),
        )
        return 201, _shape(impor)

    return _write(request, token, kunci, check)


@router.get(
    "/impor/{impor_id}",
    response={200: ImporOut, **GAGAL},
    url_name="impor",
    summary="Hasil pemeriksaan sebuah kiriman",
)
def impor_detail(request: HttpRequest, impor_id: Annotated[Nomor, Path()]) -> HttpResponse:
    only(request)
    return jawab(request, _shape(_find(token_of(request), impor_id)))


@router.post(
    "/impor/{impor_id}/terapkan",
    response={200: ImporOut, **GAGAL_TULIS},
    url_name="impor_confirm",
    summary="Menerapkan baris yang baru dan berubah",
)
def impor_confirm(
    request: HttpRequest, impor_id: Annotated[Nomor, Path()], kunci: KunciTulis
) -> HttpResponse:
    """409 bila data berubah sejak diperiksa: baca pemeriksaan yang baru, lalu terapkan lagi dengan kunci baru."""
    only(request)
    token = token_of(request)
    impor = _find(token, impor_id)

    def confirm() -> tuple[int, Isi]:
        return 200, _shape(actions.confirm_impor(impor, by=token.dibuat_oleh, at=timezone.now()))

    return _write(request, token, kunci, confirm)


@router.post(
    "/impor/{impor_id}/batalkan",
    response={200: ImporOut, **GAGAL_TULIS},
    url_name="impor_cancel",
    summary="Membatalkan sebuah kiriman",
)
def impor_cancel(request: HttpRequest, impor_id: Annotated[Nomor, Path()], kunci: KunciTulis) -> HttpResponse:
    only(request)
    token = token_of(request)
    impor = _find(token, impor_id)

    def cancel() -> tuple[int, Isi]:
        actions.cancel_impor(impor, by=token.dibuat_oleh, at=timezone.now())
        return 200, _shape(_find(token, impor_id))

    return _write(request, token, kunci, cancel)


def _find(token: TokenAPI, impor_id: int) -> Impor:
    impor = lingkup.daftar_impor(token).filter(pk=impor_id).order_by("pk").first()
    if impor is None:
        raise Masalah(404)
    require(token, cakupan_impor(JenisImpor(impor.jenis)))
    return impor


def _shape(impor: Impor) -> Isi:
    return {
        "id": impor.pk,
        "jenis": str(impor.jenis),
        "status": str(impor.status),
        "ringkasan": {nama: n for nama, n in impor.ringkasan.items() if isinstance(n, int)},
        "baris": [
            {nama: baris[nama] for nama in ("nomor", "putusan", "pesan", "perubahan")}
            for baris in impor.baris
        ],
    }


def _write(
    request: HttpRequest, token: TokenAPI, kunci: str, kerjakan: Callable[[], tuple[int, Isi]]
) -> HttpResponse:
    """Once for each key. A refusal that changed nothing keeps nothing either, so it may be sent again."""
    sidik = hashlib.sha256(f"{request.path}\n".encode() + request.body).hexdigest()

    def attempt() -> tuple[int, Isi]:
        try:
            return kerjakan()
        except actions.CannotImport as error:
            return 409, {"detail": str(error)}

    try:
        (status, isi), lama = answer_once(
            token, kunci=kunci, sidik=sidik, at=timezone.now(), kerjakan=attempt
        )
    except KunciDipakaiLain:
        raise Masalah(422, BERUBAH) from None
    except actions.LembarDitolak as error:
        raise Masalah(422, str(error)) from None
    except PermissionDenied:
        raise Masalah(403, TANPA_IZIN) from None
    respons = masalah(status, isi["detail"]) if status in JUDUL else jawab(request, isi, status=status)
    if lama:
        respons["Idempotent-Replayed"] = "true"
    return respons
