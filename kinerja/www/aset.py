"""The files that the build made: their names carry a hash of their content, so a browser may keep them for ever."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from django.contrib.staticfiles.storage import staticfiles_storage

_MANIFEST = Path(__file__).resolve().parent.parent / "static" / "dist" / "manifest.json"


@cache
def aset(nama: str) -> str:
    """Address of `kinerja.css`, `kinerja.js`, `ikon.svg` or `lambang.svg` as it was built last."""
    daftar: dict[str, str] = json.loads(_MANIFEST.read_text()) if _MANIFEST.exists() else {}
    return str(staticfiles_storage.url(f"dist/{daftar.get(nama, nama)}"))
