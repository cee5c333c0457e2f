"""The request of a page behind the sign-in: its user is ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

if TYPE_CHECKING:
    from kinerja.akun.models import User


class Request(HttpRequest):
    user: User
    htmx: HtmxDetails
