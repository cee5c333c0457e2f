"""How often a token may call: a bucket per token and kind of call, in the memory of the process.

A counter in the database would write on every read. So the limit holds for each process of the server; it protects the
others from a loop gone wild, and is no accounting.
"""

from __future__ import annotations

import math
import threading
import time
from dataclasses import dataclass

from django.conf import settings

from kinerja.api.masalah import Masalah

TERBANYAK = 10_000  # buckets kept


@dataclass
class _Ember:
    isi: float
    at: float


_EMBER: dict[tuple[int, bool], _Ember] = {}
_KUNCI = threading.Lock()


def take(token_id: int, *, menulis: bool) -> None:
    """One call out of the bucket, which fills again evenly over a minute. Raises when it is empty."""
    batas: int = settings.KINERJA_API_LAJU_TULIS if menulis else settings.KINERJA_API_LAJU_BACA
    kini = time.monotonic()
    with _KUNCI:
        if len(_EMBER) > TERBANYAK:
            _EMBER.clear()
        ember = _EMBER.setdefault((token_id, menulis), _Ember(batas, kini))
        ember.isi = min(batas, ember.isi + (kini - ember.at) * batas / 60)
        ember.at = kini
        if ember.isi >= 1:
            ember.isi -= 1
            return
        tunggu = math.ceil((1 - ember.isi) * 60 / batas)
    raise Masalah(
        429,
        f"Token ini boleh {'menulis' if menulis else 'membaca'} {batas} kali semenit. Tunggu {tunggu} detik, lalu lanjutkan; "
        "tidak ada yang hilang.",
        Retry_After=str(tunggu),
    )


def forget() -> None:
    _EMBER.clear()
