"""Asking for a file, making it in parts, and taking old ones away."""

from kinerja.laporan.actions.hapus import remove_unduhan, wipe_unduhan
from kinerja.laporan.actions.minta import CannotPrepare, Permintaan, request_unduhan
from kinerja.laporan.actions.siapkan import fail_unduhan, finish_unduhan, note_people

__all__ = [
    "CannotPrepare",
    "Permintaan",
    "fail_unduhan",
    "finish_unduhan",
    "note_people",
    "remove_unduhan",
    "request_unduhan",
    "wipe_unduhan",
]
