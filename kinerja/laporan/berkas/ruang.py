"""The folder of one download: parts that are stored whole or not at all, and the file that they become."""

from __future__ import annotations

import errno
import json
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import IO, Any

from django.conf import settings

from kinerja.laporan.queries.bentuk import Kolom, Sel

# What the disk, a quota, or a limit on files says when there is no room.
PENUH = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def is_full(galat: OSError) -> bool:
    return galat.errno in PENUH


class Ruang:
    """Everything of one download lies below its own folder, so that wiping it leaves nothing behind."""

    def __init__(self, nomor: int) -> None:
        self.folder = Path(settings.KINERJA_UNDUHAN_DIR) / str(nomor)

    @property
    def hasil(self) -> Path:
        return self.folder / "hasil"

    def prepare(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)

    def wipe(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)

    def wipe_parts(self) -> None:
        for satu in self.folder.iterdir():
            if satu != self.hasil:
                with suppress(OSError):
                    satu.unlink()

    def has(self, nama: str) -> bool:
        return (self.folder / nama).exists()

    def read(self, nama: str) -> bytes:
        return (self.folder / nama).read_bytes()

    def store(self, nama: str, tulis: Callable[[IO[bytes]], None]) -> None:
        """Under another name first: whoever finds the name finds the whole file, whatever happened meanwhile."""
        sementara = self.folder / f".{nama}.{os.getpid()}"
        try:
            with sementara.open("wb") as berkas:
                tulis(berkas)
                berkas.flush()
                os.fsync(berkas.fileno())
            sementara.replace(self.folder / nama)
        except BaseException:
            sementara.unlink(missing_ok=True)
            raise

    def store_json(self, nama: str, isi: Any) -> None:  # noqa: ANN401 - plain JSON
        self.store(nama, lambda berkas: _write(berkas, json.dumps(isi, default=str).encode()))

    def read_json(self, nama: str) -> Any:  # noqa: ANN401 - what `store_json` wrote
        return json.loads(self.read(nama))


def _write(berkas: IO[bytes], isi: bytes) -> None:
    berkas.write(isi)


def rows_from_json(daftar: Sequence[Sequence[Any]], daftar_kolom: Sequence[Kolom]) -> Iterator[list[Sel]]:
    """Cells with the type of their column again; JSON knows neither days nor exact numbers."""
    for baris in daftar:
        yield [_cell(isi, kolom) for isi, kolom in zip(baris, daftar_kolom, strict=True)]


def _cell(isi: Any, kolom: Kolom) -> Sel:  # noqa: ANN401 - a cell as JSON
    if isi is None or isi == "":
        return None
    if kolom.jenis in ("angka", "kode"):
        return isi if isinstance(isi, int) else Decimal(str(isi))
    if kolom.jenis == "tanggal":
        return date.fromisoformat(isi)
    return str(isi)
