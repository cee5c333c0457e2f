"""The board of a draw: who rates whom so far, who may not, and how an empty slot is helped."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from kinerja.metode.agregasi import Sumber
from kinerja.metode.undian.istilah import AturanUndian, Halangan, Kekurangan, TugasMenilai
from kinerja.metode.undian.slot import Slot


@dataclass
class Papan:
    """The board of the draw: what has been given to whom so far."""

    aturan: AturanUndian
    semua: set[TugasMenilai] = field(default_factory=set)
    beban: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.oleh: dict[str, dict[str, TugasMenilai]] = defaultdict(dict)  # penilai → sasaran → tugas
        self.per_slot: Counter[tuple[str, Sumber]] = Counter()
        self.buntu: set[tuple[str, Sumber]] = set()

    def place(self, tugas: TugasMenilai, *, jumlah: int = 1) -> None:
        self.beban[tugas.penilai] += jumlah
        self.per_slot[tugas.sasaran, tugas.sumber] += jumlah
        if jumlah > 0:
            self.semua.add(tugas)
            self.oleh[tugas.penilai][tugas.sasaran] = tugas
        else:
            self.semua.discard(tugas)
            del self.oleh[tugas.penilai][tugas.sasaran]

    def count(self, slot: Slot) -> int:
        return self.per_slot[slot.kunci]

    def obstacle(self, slot: Slot, kandidat: str) -> Halangan | None:
        if kandidat == slot.sasaran:
            return Halangan.DIRI
        if self.aturan.is_konflik(kandidat, slot.sasaran):
            return Halangan.KONFLIK
        if slot.sasaran in self.oleh[kandidat]:
            return Halangan.SUDAH_TERPILIH
        if self.reverse(slot, kandidat):
            return Halangan.SALING_MENILAI
        return Halangan.BEBAN_PENUH if self.beban[kandidat] >= self.aturan.beban_maksimum else None

    def reverse(self, slot: Slot, kandidat: str) -> TugasMenilai | None:
        """The task by which the target already rates this candidate as a peer."""
        tugas = self.oleh[slot.sasaran].get(kandidat) if slot.sumber is Sumber.REKAN else None
        return tugas if tugas and tugas.sumber is Sumber.REKAN else None

    def first(self, slot: Slot, *, penolak: Collection[str] = ()) -> TugasMenilai | None:
        for letak, kandidat in enumerate(slot.urut):
            if kandidat not in penolak and self.obstacle(slot, kandidat) is None:
                return slot.task(letak)
        return None

    def fill(self, slot: Slot) -> bool:
        if tugas := self.first(slot):
            self.place(tugas)
        return tugas is not None

    def repair(
        self, slot: Slot, per_kunci: Mapping[tuple[str, Sumber], Slot], lama: set[TugasMenilai]
    ) -> bool:
        """Give the slot a candidate whose one task in the way passes to the next one who may have it."""
        for letak, kandidat in enumerate(slot.urut):
            for tugas in self._in_the_way(slot, kandidat):
                if tugas not in lama and self._pass_on(
                    tugas, asal=per_kunci[tugas.sasaran, tugas.sumber], untuk=slot.task(letak), slot=slot
                ):
                    return True
        return False

    def _in_the_way(self, slot: Slot, kandidat: str) -> list[TugasMenilai]:
        halangan = self.obstacle(slot, kandidat)
        if halangan is Halangan.BEBAN_PENUH:
            return sorted(self.oleh[kandidat].values())
        balik = self.reverse(slot, kandidat) if halangan is Halangan.SALING_MENILAI else None
        return [balik] if balik else []

    def _pass_on(self, tugas: TugasMenilai, *, asal: Slot, untuk: TugasMenilai, slot: Slot) -> bool:
        # Neither of the two moves touches what decides who may follow, so it is asked once and before.
        baru = self._spare(asal)
        if baru is None:
            return False
        self.place(tugas, jumlah=-1)
        if self.obstacle(slot, untuk.penilai) is not None:
            self.place(tugas)
            return False
        self.place(untuk)
        self.place(baru)
        self.buntu.clear()
        return True

    def _spare(self, slot: Slot) -> TugasMenilai | None:
        """As `first`; that nobody is left is remembered until the board changes."""
        tugas = None if slot.kunci in self.buntu else self.first(slot)
        if tugas is None:
            self.buntu.add(slot.kunci)
        return tugas

    def shortfall(self, slot: Slot, *, penolak: Collection[str] = ()) -> Kekurangan:
        halangan = Counter(
            Halangan.MENOLAK if kandidat in penolak else self.obstacle(slot, kandidat)
            for kandidat in slot.urut
            if kandidat != slot.sasaran and not self._is_drawn(slot, kandidat)
        )
        return Kekurangan(
            sasaran=slot.sasaran,
            sumber=slot.sumber,
            diminta=slot.jumlah,
            didapat=self.count(slot),
            halangan={satu: halangan[satu] for satu in Halangan if halangan[satu]},
        )

    def _is_drawn(self, slot: Slot, kandidat: str) -> bool:
        tugas = self.oleh[kandidat].get(slot.sasaran)
        return tugas is not None and tugas.sumber is slot.sumber
