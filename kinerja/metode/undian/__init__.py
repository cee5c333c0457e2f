"""Who is asked to rate whom: drawn by lot that can be drawn again from its seed.

The candidates of a target stand in the order of sha256("seed|target|candidate"), smallest first. Slots are filled in
rounds, so that nobody waits for a first rater while another gets a third; in each round the target with the fewest
candidates to spare chooses first. Each slot takes its first candidate who may. A slot that stays empty may take a
candidate whose one task in the way can pass to the next one who may. Nothing depends on the order of the input.
"""

from collections.abc import Collection, Iterable

from kinerja.metode.agregasi import Sumber
from kinerja.metode.undian.istilah import (
    AturanUndian,
    Halangan,
    HasilUndian,
    Kekurangan,
    Pengganti,
    Sasaran,
    TugasMenilai,
    UndianTidakSah,
)
from kinerja.metode.undian.papan import Papan
from kinerja.metode.undian.slot import Slot, in_rounds, slot_of, slots, urutan_undian

__all__ = [
    "AturanUndian",
    "Halangan",
    "HasilUndian",
    "Kekurangan",
    "Pengganti",
    "Sasaran",
    "TugasMenilai",
    "UndianTidakSah",
    "pengganti",
    "undi",
    "urutan_undian",
]


def undi(
    daftar_sasaran: Iterable[Sasaran], *, aturan: AturanUndian, sudah: Iterable[TugasMenilai] = ()
) -> HasilUndian:
    """Draw the raters of one round.

    `sudah` are tasks of the same round that stand (for someone who joins late): they count for the load, for mutual
    pairs and towards the number wanted, and are neither moved nor returned. Raises UndianTidakSah when a target comes twice.
    """
    papan = Papan(aturan)
    for tugas in sudah:
        papan.place(tugas)
    lama = set(papan.semua)
    daftar_slot = slots(daftar_sasaran, aturan=aturan)
    for slot in in_rounds(daftar_slot):
        if papan.count(slot) < slot.jumlah:
            papan.fill(slot)
    _help_the_short(papan, daftar_slot, lama)
    return HasilUndian(
        daftar_tugas=tuple(sorted(papan.semua - lama)),
        daftar_kekurangan=tuple(
            sorted(
                (papan.shortfall(slot) for slot in daftar_slot if papan.count(slot) < slot.jumlah),
                key=lambda satu: (satu.sasaran, satu.sumber),
            )
        ),
    )


def _help_the_short(papan: Papan, daftar_slot: list[Slot], lama: set[TugasMenilai]) -> None:
    """Until nothing moves: a task passed on can free somebody for a slot that was looked at before."""
    per_kunci = {slot.kunci: slot for slot in daftar_slot}
    bergerak = True
    while bergerak:
        bergerak = False
        for slot in daftar_slot:
            while papan.count(slot) < slot.jumlah and (
                papan.fill(slot) or papan.repair(slot, per_kunci, lama)
            ):
                bergerak = True


def pengganti(
    sasaran: Sasaran,
    *,
    sumber: Sumber,
    aturan: AturanUndian,
    daftar_tugas: Iterable[TugasMenilai],
    penolak: Collection[str],
) -> Pengganti:
    """Next candidate of one source under the same rules, never one of `penolak` (all who declined this target).

    `daftar_tugas` are all tasks of the round that stand, of every target, without the declined ones.
    """
    papan = Papan(aturan)
    for tugas in daftar_tugas:
        if not (tugas.sasaran == sasaran.kode and tugas.penilai in penolak):
            papan.place(tugas)
    slot = slot_of(sasaran, sumber=sumber, aturan=aturan)
    terpilih = papan.first(slot, penolak=penolak)
    if terpilih is not None:
        return Pengganti(tugas=terpilih, kekurangan=None)
    return Pengganti(tugas=None, kekurangan=papan.shortfall(slot, penolak=penolak))
