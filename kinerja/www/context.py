"""What every page's shell needs: who is here, and where he may go."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from kinerja.www.akun.tampilan import tampilan_for
from kinerja.www.navigasi import menu_for
from kinerja.www.sosialisasi.bantuan import bantuan_untuk


def shell(request: HttpRequest) -> dict[str, Any]:
    menu = menu_for(request)
    return {
        "menu": menu,
        "bantuan": bantuan_untuk(request.path) if menu else None,
        "tampilan": tampilan_for(request),
    }
