"""Envelopes, and the keys that open them: one key a round, kept in a file and never in the database.

Whoever has the database, every backup of it and all logs, but not the file, holds noise of one length.
"""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

# Longer than the longest answer, so that no envelope is told from another by its length.
PANJANG = 8192
_NONCE = 12
# Backup programs leave the folder out when told to honour the mark (tar, restic, borg: --exclude-caches). A snapshot of the
# whole disk does not, so the guide for admins asks for another disk.
_TANDA_TEMBOLOK = (
    "Signature: 8a477f597d28d172789f06886806bc55\n# Kunci putaran penilaian: jangan dicadangkan.\n"
)


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


def seal(jawaban: Jawaban, *, kunci: bytes, tanda: bytes) -> bytes:
    """`tanda` binds the envelope to its right: it opens nowhere else."""
    isi = json.dumps({"l": dict(jawaban.langkah), "k": jawaban.kalimat}, ensure_ascii=False).encode()
    if len(isi) > PANJANG:
        raise JawabanTerlaluPanjang
    nonce = secrets.token_bytes(_NONCE)
    return nonce + AESGCM(kunci).encrypt(nonce, isi.ljust(PANJANG), tanda)


def unseal(amplop: bytes, *, kunci: bytes, tanda: bytes) -> Jawaban:
    try:
        isi = json.loads(AESGCM(kunci).decrypt(amplop[:_NONCE], amplop[_NONCE:], tanda))
    except InvalidTag:
        raise KunciHilang from None
    return Jawaban(langkah=isi["l"], kalimat=isi["k"])


def create_key(kode: UUID) -> bytes:
    """A new key, readable only by the account the server runs under; an older one of the same round is gone for good."""
    folder: Path = settings.KUNCI_PUTARAN_DIR
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    (folder / "CACHEDIR.TAG").write_text(_TANDA_TEMBOLOK)
    destroy_key(kode)
    kunci = AESGCM.generate_key(bit_length=256)
    with os.fdopen(os.open(_path(kode), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as berkas:
        berkas.write(kunci)
        berkas.flush()
        os.fsync(berkas.fileno())
    _sync_folder(folder)
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
    """Overwritten first, for disks that write in place. May be run again."""
    jalur = _path(kode)
    try:
        with jalur.open("r+b") as berkas:
            berkas.write(secrets.token_bytes(32))
            berkas.flush()
            os.fsync(berkas.fileno())
        jalur.unlink()
    except FileNotFoundError:
        return
    _sync_folder(jalur.parent)


def _sync_folder(folder: Path) -> None:
    """After a power cut a new key must still be in its folder, and an old one not again."""
    pegangan = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(pegangan)
    finally:
        os.close(pegangan)


def _path(kode: UUID) -> Path:
    folder: Path = settings.KUNCI_PUTARAN_DIR
    return folder / f"{kode}.kunci"
