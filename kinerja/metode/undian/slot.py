"""The lot itself: candidates by rank, and slots with the scarcest first."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from kinerja.metode.agregasi import Sumber
from kinerja.metode.undian.istilah import PEMISAH, AturanUndian, Sasaran, TugasMenilai, UndianTidakSah


@dataclass(frozen=True, kw_only=True)
class Slot:
    """One source of one target: candidates by rank, how many are wanted."""

    sasaran: str
    sumber: Sumber
    jumlah: int
    urut: tuple[str, ...]
    longgar: int
    lot: bytes

    @property
    def kunci(self) -> tuple[str, Sumber]:
        return self.sasaran, self.sumber

    def task(self, letak: int) -> TugasMenilai:
        return TugasMenilai(
            sasaran=self.sasaran, sumber=self.sumber, urutan=letak + 1, penilai=self.urut[letak]
        )


def urutan_undian(daftar: Iterable[str], *, benih: str, sasaran: str) -> list[str]:
    """Candidates in the order of the lot; each counts once."""
    return sorted(set(daftar), key=lambda kandidat: lot(benih, sasaran, kandidat))


def slots(daftar_sasaran: Iterable[Sasaran], *, aturan: AturanUndian) -> list[Slot]:
    """Scarcest first: fewest candidates to spare, then by the lot of the target."""
    daftar = [
        slot_of(sasaran, sumber=sumber, aturan=aturan)
        for sasaran in daftar_sasaran
        for sumber in sasaran.jumlah
    ]
    if len({slot.kunci for slot in daftar}) < len(daftar):
        raise UndianTidakSah("Ada pegawai yang tertulis lebih dari sekali sebagai sasaran undian.")
    return sorted(daftar, key=lambda slot: (slot.longgar, slot.lot, slot.sumber))


def slot_of(sasaran: Sasaran, *, sumber: Sumber, aturan: AturanUndian) -> Slot:
    urut = urutan_undian(sasaran.kandidat.get(sumber, ()), benih=aturan.benih, sasaran=sasaran.kode)
    boleh = sum(satu != sasaran.kode and not aturan.is_konflik(satu, sasaran.kode) for satu in urut)
    jumlah = sasaran.jumlah.get(sumber, 0)
    return Slot(
        sasaran=sasaran.kode,
        sumber=sumber,
        jumlah=jumlah,
        urut=tuple(urut),
        longgar=boleh - jumlah,
        lot=lot(aturan.benih, sasaran.kode),
    )


def in_rounds(daftar_slot: Sequence[Slot]) -> Iterator[Slot]:
    for putaran in range(max((slot.jumlah for slot in daftar_slot), default=0)):
        yield from (slot for slot in daftar_slot if slot.jumlah > putaran)


def lot(*bagian: str) -> bytes:
    return sha256(PEMISAH.join(bagian).encode()).digest()
