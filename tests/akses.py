"""What a page asks the database itself, without the note of who looked that is written once it is made."""

from __future__ import annotations

from collections.abc import Iterable

_TRANSAKSI = ("SAVEPOINT", "RELEASE SAVEPOINT", "BEGIN", "COMMIT")


def without_note(daftar: Iterable[dict[str, str]]) -> list[dict[str, str]]:
    """One look-up a page, and the first time of a day one row for each person shown, in the only transaction of a GET."""
    return [
        satu
        for satu in daftar
        if "jejak_aksesdata" not in satu["sql"] and not satu["sql"].startswith(_TRANSAKSI)
    ]
