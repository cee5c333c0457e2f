"""The one way in: a token in the Authorization header. A session gives nothing here."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from django.utils import timezone
from ninja.security import HttpBearer

from kinerja.api import laju
from kinerja.api.masalah import Masalah
from kinerja.integrasi.actions.sistem import sidik_token
from kinerja.integrasi.istilah import Cakupan
from kinerja.integrasi.models import TokenAPI

if TYPE_CHECKING:
    from django.http import HttpRequest

TERPANJANG = 200


class Kunci(HttpBearer):
    """A token of a living system that carries this scope; None leaves the scope to the view."""

    openapi_name = "Token"

    def __init__(self, cakupan: Cakupan | None) -> None:
        super().__init__()
        self.cakupan = cakupan

    def authenticate(self, request: HttpRequest, token: str) -> TokenAPI | None:
        ditemukan = _find(token)
        if ditemukan is None:
            return None
        request.token_api = ditemukan  # type: ignore[attr-defined]
        laju.take(ditemukan.pk, menulis=request.method not in ("GET", "HEAD"))
        if self.cakupan is not None:
            require(ditemukan, self.cakupan)
        return ditemukan


def require(token: TokenAPI, cakupan: Cakupan) -> None:
    if cakupan not in token.daftar_cakupan:
        raise Masalah(
            403,
            f"Token ini belum mempunyai cakupan {cakupan.value} ({cakupan.label}). Minta admin instansi membuatkan token "
            "dengan cakupan itu.",
        )


def token_of(request: HttpRequest) -> TokenAPI:
    return cast(TokenAPI, request.auth)  # type: ignore[attr-defined]


def _find(rahasia: str) -> TokenAPI | None:
    if not rahasia or len(rahasia) > TERPANJANG or not rahasia.isascii():
        return None
    daftar = TokenAPI.objects.select_related("sistem__instansi").filter(
        sidik=sidik_token(rahasia), revoked_at=None
    )
    token = next(iter(daftar.order_by()), None)  # a fingerprint is unique
    if token is None or token.sampai_on < token.sistem.instansi.tanggal(timezone.now()):
        return None
    return token
