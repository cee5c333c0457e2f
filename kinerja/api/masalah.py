"""Every refusal of the API: application/problem+json (RFC 9457), in Indonesian, whatever went wrong."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI, Schema
from ninja.errors import AuthenticationError, HttpError, ValidationError

JUDUL = {
    400: ("permintaan-rusak", "Permintaan tidak dapat dibaca"),
    401: ("tanpa-token", "Token tidak ada atau tidak berlaku"),
    403: ("tidak-berwenang", "Token ini tidak boleh melakukannya"),
    404: ("tidak-ada", "Tidak ditemukan"),
    405: ("cara-salah", "Cara memanggil tidak tersedia"),
    409: ("bentrok", "Bertentangan dengan keadaan sekarang"),
    413: ("terlalu-besar", "Kiriman terlalu besar"),
    415: ("jenis-isi", "Jenis isi tidak dikenal"),
    422: ("isian-salah", "Isian perlu diperbaiki"),
    429: ("terlalu-sering", "Terlalu banyak panggilan"),
    500: ("gangguan", "Terjadi gangguan di sisi kami"),
}
RINCIAN = {
    400: "Isi permintaan bukan JSON yang sah. Periksa tanda kutip, koma, dan penyandian UTF-8.",
    401: "Sertakan kepala Authorization: Bearer <token>. Bila sudah, token itu mungkin dicabut atau habis masanya; minta yang baru kepada admin instansi.",
    403: "Cakupan token tidak mencukupi. Admin instansi dapat membuat token dengan cakupan yang sesuai.",
    404: "Alamat atau catatan ini tidak ada, atau bukan milik instansi token ini.",
    405: "Lihat kepala Allow untuk cara yang tersedia pada alamat ini.",
    409: "Keadaannya sudah berubah. Baca ulang, lalu putuskan lagi.",
    413: "Bagi kiriman menjadi beberapa bagian yang lebih kecil.",
    415: "Kirim sebagai application/json.",
    422: "Periksa butir yang disebut pada “galat”.",
    429: "Tunggu sejenak, lalu lanjutkan; lamanya ada pada kepala Retry-After.",
    500: "Coba lagi beberapa saat lagi. Bila tetap begini, sampaikan waktunya kepada pengelola aplikasi.",
}
JENIS = "application/problem+json"


class Galat(Schema):
    letak: str
    pesan: str


class MasalahOut(Schema):
    """RFC 9457."""

    type: str
    title: str
    status: int
    detail: str
    galat: list[Galat] = []


class Masalah(Exception):
    """A refusal with a sentence of its own."""

    def __init__(self, status: int, detail: str = "", **kepala: str) -> None:
        super().__init__(detail)
        self.status, self.detail, self.kepala = status, detail, kepala


def masalah(
    status: int,
    detail: str = "",
    *,
    galat: Sequence[Mapping[str, str]] = (),
    kepala: Mapping[str, str] | None = None,
) -> HttpResponse:
    kode, judul = JUDUL.get(status, JUDUL[500 if status >= 500 else 400])
    isi: dict[str, Any] = {
        "type": f"urn:kinerja:masalah:{kode}",
        "title": judul,
        "status": status,
        "detail": detail or RINCIAN.get(status, RINCIAN[500 if status >= 500 else 400]),
    }
    if galat:
        isi["galat"] = list(galat)
    if status == 401:
        kepala = {"WWW-Authenticate": 'Bearer realm="Kinerja"', **(kepala or {})}
    return HttpResponse(
        json.dumps(isi, ensure_ascii=False), status=status, content_type=JENIS, headers=dict(kepala or {})
    )


# What pydantic calls it → what we say.
PESAN = {
    "missing": "Wajib diisi.",
    "int_parsing": "Harus berupa bilangan bulat.",
    "int_type": "Harus berupa bilangan bulat.",
    "int_parsing_size": "Bilangannya terlalu besar.",
    "int_from_float": "Harus berupa bilangan bulat.",
    "greater_than_equal": "Terlalu kecil; paling sedikit {ge}.",
    "less_than_equal": "Terlalu besar; paling banyak {le}.",
    "string_type": "Harus berupa teks. NIP pun ditulis di dalam tanda kutip.",
    "string_too_long": "Terlalu panjang; paling banyak {max_length} huruf.",
    "string_too_short": "Terlalu pendek; paling sedikit {min_length} huruf.",
    "string_pattern_mismatch": "Bentuknya tidak sesuai.",
    "list_type": "Harus berupa daftar.",
    "dict_type": "Harus berupa objek.",
    "model_attributes_type": "Harus berupa objek.",
    "model_type": "Harus berupa objek.",
    "too_long": "Terlalu banyak; paling banyak {max_length}.",
    "too_short": "Terlalu sedikit; paling sedikit {min_length}.",
    "enum": "Pilihannya: {expected}.",
    "literal_error": "Pilihannya: {expected}.",
    "extra_forbidden": "Nama ini tidak dikenal.",
    "value_error": "{error}",
}


def sentence(galat: Mapping[str, Any]) -> dict[str, str]:
    pola = PESAN.get(str(galat["type"]), "Isinya tidak dapat dipakai.")
    isian = {k: str(v).removeprefix("Value error, ") for k, v in galat.get("ctx", {}).items()}
    try:
        pesan = pola.format(**isian)
    except KeyError:
        pesan = "Isinya tidak dapat dipakai."
    return {"letak": ".".join(str(satu) for satu in galat["loc"]), "pesan": pesan}


def install(api: NinjaAPI) -> None:
    """Our words in place of the framework's."""

    @api.exception_handler(Masalah)
    def refuse(request: HttpRequest, error: Masalah) -> HttpResponse:
        kepala = {nama.replace("_", "-"): nilai for nama, nilai in error.kepala.items()}
        return masalah(error.status, error.detail, kepala=kepala)

    @api.exception_handler(ValidationError)
    def invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
        return masalah(422, galat=[sentence(satu) for satu in error.errors[:50]])

    @api.exception_handler(AuthenticationError)
    def unknown(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
        return masalah(401)

    @api.exception_handler(HttpError)
    def http(request: HttpRequest, error: HttpError) -> HttpResponse:
        return masalah(error.status_code)

    @api.exception_handler(Http404)
    def absent(request: HttpRequest, error: Http404) -> HttpResponse:
        return masalah(404)
