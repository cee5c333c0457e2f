"""Envelopes, and the keys that open them: one key a round, kept in a file and never in the database.

Whoever has the database, every backup of it and all logs, but not the file, holds noise of one length.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

from kinerja.lib.kunci import create_file, destroy_file

# Longer than the longest answer, so that no envelope is told from another by its length.
PANJANG = 8192
_NONCE = 12


class KunciHilang(Exception):
    """The key of the round cannot be read, so its envelopes stay shut; the message says who can help."""

    def __init__(self) -> None:
        super().__init__(
            "Kunci putaran ini tidak terbaca, jadi jawaban di dalamnya tidak dapat dibuka oleh siapa pun. "
            "Beri tahu admin instansi; ia dapat memulihkan berkas kuncinya atau memulai ulang pengisian."
        )


class JawabanTerlaluPanjang(ValueError):
    """The answer does not fit its envelope; forms keep sentences short enough."""


@dataclass(frozen=True, kw_only=True)
class Jawaban:
    """Steps 1 … 5 by kode of the aspect, 0 for "tidak tahu"; and a sentence or none."""

    langkah: Mapping[str, int] = field(default_factory=dict)
    kalimat: str = ""


def seal(jawaban: Jawaban, *, kunci: bytes, tanda: bytes, panjang: int = PANJANG) -> bytes:
    """`tanda` binds the envelope to its right: it opens nowhere else. `panjang` is one for all answers to the same questions."""
    isi = json.dumps({"l": dict(jawaban.langkah), "k": jawaban.kalimat}, ensure_ascii=False).encode()
    if len(isi) > panjang:
        raise JawabanTerlaluPanjang
    nonce = secrets.token_bytes(_NONCE)
    return nonce + AESGCM(kunci).encrypt(nonce, isi.ljust(panjang), tanda)


def unseal(amplop: bytes, *, kunci: bytes, tanda: bytes) -> Jawaban:
    try:
        isi = json.loads(AESGCM(kunci).decrypt(amplop[:_NONCE], amplop[_NONCE:], tanda))
    except InvalidTag:
        raise KunciHilang from None
    return Jawaban(langkah=isi["l"], kalimat=isi["k"])


def create_key(kode: UUID) -> bytes:
    """A new key, readable only by the account the server runs under; an older one of the same round is gone for good."""
    destroy_key(kode)
    kunci = AESGCM.generate_key(bit_length=256)
    create_file(_path(kode), kunci, catatan="Kunci putaran penilaian: jangan dicadangkan.")
    return kunci


def read_key(kode: UUID) -> bytes:
    try:
        kunci = _path(kode).read_bytes()
    except OSError:
        raise KunciHilang from None
    if len(kunci) != 32:
        raise KunciHilang
    return kunci


def has_key(kode: UUID) -> bool:
    try:
        read_key(kode)
    except KunciHilang:
        return False
    return True


def destroy_key(kode: UUID) -> None:
    """May be run again."""
    destroy_file(_path(kode))


def _path(kode: UUID) -> Path:
    folder: Path = settings.KUNCI_PUTARAN_DIR
    return folder / f"{kode}.kunci"
