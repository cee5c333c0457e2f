"""The kinds of job there are. Each is a function in some app's `tasks.py`; whoever asks for it knows only its name.

So an app below can never import one above, and `actions` may ask for a job whose function calls `actions`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.utils.module_loading import module_has_submodule

if TYPE_CHECKING:
    from kinerja.akun.models import User
    from kinerja.pekerjaan.kerja import Kerja


@dataclass(frozen=True)
class Hasil:
    """What the person who asked reads at the end; `tautan` is an address of ours where the outcome can be seen."""

    kalimat: str
    tautan: str = ""
    label_tautan: str = "Lihat hasilnya"
    rincian: Mapping[str, Any] = field(default_factory=dict)


Fungsi = Callable[["Kerja"], Hasil | None]
Boleh = Callable[["User", Mapping[str, Any]], bool]
Syarat = Callable[[datetime], str]


@dataclass(frozen=True)
class Jenis:
    nama: str
    judul: str
    fungsi: Fungsi
    sewa: timedelta
    satu_transaksi: bool
    setiap: timedelta | None
    boleh: Boleh | None
    syarat: Syarat | None

    def may_ask(self, user: User | None, argumen: Mapping[str, Any]) -> bool:
        """Whether this person may have it done now; what nobody asked for, the clock did."""
        return user is None or self.boleh is None or self.boleh(user, argumen)


class UnknownJenis(LookupError):
    """No `tasks.py` declares a job of that name."""


_DAFTAR: dict[str, Jenis] = {}


def pekerjaan(
    nama: str,
    *,
    judul: str,
    sewa: timedelta = timedelta(minutes=1),
    satu_transaksi: bool = False,
    setiap: timedelta | None = None,
    boleh: Boleh | None = None,
    syarat: Syarat | None = None,
) -> Callable[[Fungsi], Fungsi]:
    """Declares a kind of job: `@pekerjaan("penilaian.hitung_saran", judul="Menghitung saran rating")`.

    `sewa` is how long a worker may stay silent before another takes over. `satu_transaksi` suits small jobs: all of it
    and the word "done" commit together. `setiap` lets the workers start it by themselves. `boleh` is asked with the person and
    the arguments whenever it is asked for, taken up, or asked for again: a permission may have gone meanwhile.
    `syarat` says why the job may not run at this hour, or nothing: what wipes or closes by the date asks for a clock one can trust.
    """

    def declare(fungsi: Fungsi) -> Fungsi:
        ada = _DAFTAR.get(nama)
        if ada is not None and ada.fungsi.__module__ != fungsi.__module__:
            raise ValueError(f"Dua pekerjaan bernama {nama}.")
        _DAFTAR[nama] = Jenis(nama, judul, fungsi, sewa, satu_transaksi, setiap, boleh, syarat)
        return fungsi

    return declare


def find_jenis(nama: str) -> Jenis:
    _load()
    try:
        return _DAFTAR[nama]
    except KeyError:
        raise UnknownJenis(nama) from None


def judul_jenis(nama: str) -> str:
    """Also for a job of a kind that has gone with an older version."""
    try:
        return find_jenis(nama).judul
    except UnknownJenis:
        return "Pekerjaan"


def daftar_jenis() -> list[Jenis]:
    _load()
    return sorted(_DAFTAR.values(), key=lambda jenis: jenis.nama)


@cache
def _load() -> None:
    """Late, so that a start of the server does not wait for what only workers need."""
    for app in apps.get_app_configs():
        if app.name.startswith("kinerja.") and app.module and module_has_submodule(app.module, "tasks"):
            import_module(f"{app.name}.tasks")
