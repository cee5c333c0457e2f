"""A value that is ours or only hearsay: editable, and shown with where it comes from. Never cited as law."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Generic, TypeVar

from kinerja.lib.pilihan import Pilihan

T = TypeVar("T")


class Kepastian(Pilihan):
    """How sure a value is."""

    NASKAH = "naskah", "Dibaca dari naskahnya"
    BERITA = "berita", "Dari pemberitaan atau paparan"
    PRAKTIK = "praktik", "Kebiasaan pada aplikasi lain, bukan aturan"
    INGATAN = "ingatan", "Belum diperiksa ke naskahnya"
    PILIHAN = "pilihan", "Pilihan kami"


@dataclass(frozen=True, kw_only=True)
class Setelan(Generic[T]):
    """A value with its source, so that a page can say "boleh diubah" and why."""

    nilai: T
    kepastian: Kepastian
    sumber: str

    @property
    def keterangan(self) -> str:
        return f"{self.kepastian.label}: {self.sumber}."


# Extra angka kredit for a higher degree, as a share of what the next pangkat asks for, once.
BAGIAN_PENDIDIKAN: Setelan[Decimal] = Setelan(
    nilai=Decimal("0.25"),
    kepastian=Kepastian.INGATAN,
    sumber="25 persen dari angka kredit pangkat berikutnya, satu kali",
)
# Years in the pangkat for kenaikan pangkat reguler; None leaves the condition out.
MASA_PANGKAT_REGULER: Setelan[int | None] = Setelan(
    nilai=None,
    kepastian=Kepastian.PILIHAN,
    sumber="tidak diperiksa sampai instansi mengisi lamanya dan dasarnya",
)
