"""The files that the build made: their names carry a hash of their content, so a browser may keep them for ever."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from django.contrib.staticfiles.storage import staticfiles_storage

_MANIFEST = Path(__file__).resolve().parent.parent / "static" / "dist" / "manifest.json"


@cache
def aset_berkas(nama: str) -> str:
    """Where the build put `kinerja.css`, `kinerja.js`, `sw.js`, `ikon.svg` or `lambang.svg`, below the static folder."""
    daftar: dict[str, str] = json.loads(_MANIFEST.read_text()) if _MANIFEST.exists() else {}
    return f"dist/{daftar.get(nama, nama)}"


@cache
def aset(nama: str) -> str:
    return str(staticfiles_storage.url(aset_berkas(nama)))
