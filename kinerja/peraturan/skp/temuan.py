"""What a check of an SKP has to say, and where in the SKP it says it."""

from dataclasses import dataclass

from kinerja.peraturan.rujukan import Rujukan


@dataclass(frozen=True, slots=True)
class Temuan:
    """A sentence for the employee; `hasil` and `indikator` count from 1 as people read them."""

    kode: str
    pesan: str
    rujukan: Rujukan
    hasil: int | None = None
    indikator: int | None = None


@dataclass(frozen=True, slots=True)
class Kekurangan(Temuan):
    """Something the law demands: an SKP that lacks it is not accepted."""


@dataclass(frozen=True, slots=True)
class Nasihat(Temuan):
    """Something the law recommends: shown, never in the way."""


def rujukan_permenpan(tempat: str, halaman: int) -> Rujukan:
    return Rujukan("PermenPANRB 6/2022", tempat, halaman)
