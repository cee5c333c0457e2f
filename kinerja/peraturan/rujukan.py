"""Citations: every rule says where in the law it comes from, and cannot forget to."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ParamSpec, Protocol, TypeVar, cast

from kinerja.peraturan.naskah import DAFTAR_NASKAH

P = ParamSpec("P")
R_co = TypeVar("R_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Rujukan:
    """A place in a regulation; `halaman` is the printed page of the official copy."""

    naskah: str
    tempat: str
    halaman: int | None = None

    def __post_init__(self) -> None:
        if self.naskah not in DAFTAR_NASKAH:
            message = f"{self.naskah!r} is not in naskah.DAFTAR_NASKAH"
            raise LookupError(message)

    def __str__(self) -> str:
        halaman = f" (hlm. {self.halaman})" if self.halaman else ""
        return f"{self.naskah}, {self.tempat}{halaman}"


class Aturan(Protocol[P, R_co]):
    """A function that carries its legal basis."""

    __name__: str
    __module__: str
    rujukan: tuple[Rujukan, ...]

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R_co: ...


# The protocol's parameters are erased here: the register holds rules of every shape.
DAFTAR_ATURAN: dict[str, Aturan[Any, Any]] = {}


def berdasarkan(
    naskah: str, tempat: str, *, halaman: int | None = None
) -> Callable[[Callable[P, R_co]], Aturan[P, R_co]]:
    """Attach a citation and register the rule; several may be stacked, the first one leads."""
    rujukan = Rujukan(naskah, tempat, halaman)

    def attach(fungsi: Callable[P, R_co]) -> Aturan[P, R_co]:
        aturan = cast("Aturan[P, R_co]", fungsi)
        aturan.rujukan = (rujukan, *getattr(fungsi, "rujukan", ()))
        DAFTAR_ATURAN[aturan.__name__] = aturan
        return aturan

    return attach
