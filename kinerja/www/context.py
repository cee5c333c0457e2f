"""What every page's shell needs: who is here, and where he may go."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from kinerja.www.navigasi import menu_for


def shell(request: HttpRequest) -> dict[str, Any]:
    return {"menu": menu_for(request)}
