"""The adversary: full rights on the database at every moment, its physical order, its trail, its sessions and the log.

He never sees the key file. `Arsip` is what he collects, a strategy is how he turns it into names.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import connection

# What he reads anew after every single answer; everything else changes with none of them (he checks).
TABEL_SUMBER = (
    "sumber_putaran", "sumber_hakmenilai", "sumber_amplop", "sumber_rangkuman", "sumber_kalimat",
    "sumber_nilaidiri", "sumber_nilaitim", "jejak_catatan", "django_session",
)  # fmt: skip

Baris = dict[str, Any]
Potret = dict[str, list[Baris]]


def dump(daftar_tabel: tuple[str, ...] | list[str] = TABEL_SUMBER) -> Potret:
    """Every row in the order it lies in, with the marks that the database keeps for itself."""
    tanda = (
        "ctid::text AS letak, xmin::text AS transaksi"
        if connection.vendor == "postgresql"
        else "rowid AS letak"
    )
    potret = {}
    with connection.cursor() as cursor:
        for tabel in daftar_tabel:
            cursor.execute(f"SELECT {tanda}, * FROM {connection.ops.quote_name(tabel)}")
            kolom = [k[0] for k in cursor.description]
            potret[tabel] = [dict(zip(kolom, baris, strict=True)) for baris in cursor.fetchall()]
    return potret


def all_tables() -> list[str]:
    return sorted(set(connection.introspection.table_names()))


@dataclass
class Arsip:
    """One snapshot after each answer, in order; the last one is after the round was closed."""

    potret: list[Potret] = field(default_factory=list)
    log: str = ""

    @property
    def akhir(self) -> Potret:
        return self.potret[-1]

    def answered(self) -> dict[int, list[int]]:
        """Of each rated plan, the rights in the order they were used: the difference of snapshots says so."""
        urutan: dict[int, list[int]] = {}
        sudah: set[int] = set()
        for potret in self.potret:
            for hak in potret["sumber_hakmenilai"]:
                if hak["keadaan"] == "terisi" and hak["id"] not in sudah:
                    sudah.add(hak["id"])
                    urutan.setdefault(hak["dinilai_id"], []).append(hak["id"])
        return urutan

    def sealed(self) -> dict[int, bytes]:
        """The last envelope of every right, from the backup before the round was closed."""
        return {a["hak_id"]: bytes(a["isi"]) for a in self.potret[-2]["sumber_amplop"]}

    def tanda(self, putaran_kode: UUID, hak_id: int) -> bytes:
        """What binds an envelope to its right: he reads all of it."""
        hak = next(h for h in self.potret[-2]["sumber_hakmenilai"] if h["id"] == hak_id)
        return f"{putaran_kode}:{hak_id}:{hak['penilai_id']}:{hak['dinilai_id']}".encode()

    def sentences(self) -> dict[int, list[Baris]]:
        per_skp: dict[int, list[Baris]] = {}
        for satu in self.akhir["sumber_kalimat"]:
            per_skp.setdefault(satu["skp_id"], []).append(satu)
        return per_skp


# A strategy names, for the sentences of one plan, the right each came from.
Tebakan = dict[str, int]
Strategi = Callable[[Arsip, int], Tebakan]


def pair(kalimat: list[Baris], hak: list[int]) -> Tebakan:
    return {k["teks"]: h for k, h in zip(kalimat, hak, strict=False)}


def by_place(arsip: Arsip, skp_id: int) -> Tebakan:
    """Rows lie in the order in which people answered."""
    return pair(arsip.sentences()[skp_id], arsip.answered()[skp_id])


def by_place_backwards(arsip: Arsip, skp_id: int) -> Tebakan:
    return pair(arsip.sentences()[skp_id][::-1], arsip.answered()[skp_id])


def by_key(arsip: Arsip, skp_id: int) -> Tebakan:
    """Primary keys rise with the rights."""
    return pair(
        sorted(arsip.sentences()[skp_id], key=lambda k: str(k["id"])), sorted(arsip.answered()[skp_id])
    )


def by_key_and_time(arsip: Arsip, skp_id: int) -> Tebakan:
    return pair(sorted(arsip.sentences()[skp_id], key=lambda k: str(k["id"])), arsip.answered()[skp_id])


def by_place_and_right(arsip: Arsip, skp_id: int) -> Tebakan:
    return pair(arsip.sentences()[skp_id], sorted(arsip.answered()[skp_id]))


def by_transaction(arsip: Arsip, skp_id: int) -> Tebakan:
    """The transaction that wrote a row (PostgreSQL) follows the transaction that used the right."""

    def nomor(baris: Baris) -> int:
        return int(baris.get("transaksi") or 0)

    urut = sorted(
        (
            h
            for h in arsip.potret[-2]["sumber_hakmenilai"]
            if h["dinilai_id"] == skp_id and h["keadaan"] == "terisi"
        ),
        key=nomor,
    )
    return pair(sorted(arsip.sentences()[skp_id], key=nomor), [h["id"] for h in urut])


def by_envelope_place(arsip: Arsip, skp_id: int) -> Tebakan:
    milik = set(arsip.answered()[skp_id])
    amplop = [a["hak_id"] for a in arsip.potret[-2]["sumber_amplop"] if a["hak_id"] in milik]
    return pair(arsip.sentences()[skp_id], amplop)


def by_length(arsip: Arsip, skp_id: int) -> Tebakan:
    """Long sentences make long envelopes."""
    amplop = arsip.sealed()
    urut = sorted(arsip.answered()[skp_id], key=lambda h: len(amplop[h]))
    return pair(sorted(arsip.sentences()[skp_id], key=lambda k: len(k["teks"])), urut)


def by_entropy(arsip: Arsip, skp_id: int) -> Tebakan:
    """Padding would let an envelope be squeezed."""
    amplop = arsip.sealed()
    urut = sorted(arsip.answered()[skp_id], key=lambda h: len(zlib.compress(amplop[h])))
    return pair(sorted(arsip.sentences()[skp_id], key=lambda k: len(k["teks"])), urut)


DAFTAR_STRATEGI: tuple[Strategi, ...] = (
    by_place, by_place_backwards, by_key, by_key_and_time, by_place_and_right, by_transaction, by_envelope_place,
    by_length, by_entropy,
)  # fmt: skip


def haystack(arsip: Arsip) -> set[bytes]:
    """Everything he read before the round was closed, each thing once."""
    isi = {arsip.log.encode()}
    for potret in arsip.potret[:-1]:
        for baris in (baris for daftar in potret.values() for baris in daftar):
            isi |= {v if isinstance(v, bytes) else str(v).encode() for v in map(plain, baris.values())}
    return isi


def plain(nilai: object) -> object:
    return bytes(nilai) if isinstance(nilai, memoryview) else nilai


def in_plain_sight(isi: set[bytes], rahasia: str) -> bool:
    """Whether words that were typed stand there in whatever guise."""
    cara = (rahasia.encode(), rahasia.encode().hex().encode(), rahasia.encode("utf-16-le"))
    return any(satu in teks for teks in isi for satu in cara)
