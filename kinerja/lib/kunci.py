"""Files that hold a key: written once, readable by the server's account alone, passed over by backups, overwritten when destroyed."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

# Backup programs leave the folder out when told to honour the mark (tar, restic, borg: --exclude-caches). A snapshot of the
# whole disk does not, so the guide for admins asks for another disk.
_TANDA_TEMBOLOK = "Signature: 8a477f597d28d172789f06886806bc55\n# {}\n"


def create_file(jalur: Path, isi: bytes, *, catatan: str) -> None:
    """Fails when there is one already: no key is ever overwritten by another."""
    folder = jalur.parent
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    (folder / "CACHEDIR.TAG").write_text(_TANDA_TEMBOLOK.format(catatan))
    with os.fdopen(os.open(jalur, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as berkas:
        berkas.write(isi)
        berkas.flush()
        os.fsync(berkas.fileno())
    _sync_folder(folder)


def destroy_file(jalur: Path) -> None:
    """Overwritten first, for disks that write in place. May be run again."""
    try:
        with jalur.open("r+b") as berkas:
            berkas.write(secrets.token_bytes(jalur.stat().st_size))
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
