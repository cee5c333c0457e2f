"""Fingerprints: the same content always gives the same one."""

from __future__ import annotations

import hashlib
import json

AWAL_RANTAI = "0" * 64


def sidik_dari(isi: object) -> str:
    """SHA-256 of the canonical JSON of `isi`."""
    teks = json.dumps(isi, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=str)
    return hashlib.sha256(teks.encode()).hexdigest()


def kode_periksa(token: str) -> str:
    """The token as it is printed and read aloud: "K7QM-2XDA-9RTF"."""
    return "-".join(token[awal : awal + 4] for awal in range(0, len(token), 4))


def token_dari(kode: str) -> str:
    """What somebody typed, without the dashes, blanks and small letters."""
    return "".join(huruf for huruf in kode.upper() if huruf.isalnum())
