"""Who changes, from what to what and through what; unit by unit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kinerja.kepegawaian.models import UnitKerja
from kinerja.metode.agregasi_banyak import PREDIKAT, RATING
from kinerja.metode.masukan_ringkas import baca_masukan
from kinerja.metode.sebab_perubahan import sebab
from kinerja.metode.simulasi import ARAH, ArahPerubahan
from kinerja.penilaian.models import Evaluasi
from kinerja.penilaian.queries.simulasi.hitung import Simulasi, at_code
from kinerja.peraturan.predikat import Predikat, Rating


@dataclass(frozen=True, kw_only=True)
class Perubahan:
    """One person who changes, from and to, and what does it."""

    evaluasi: Evaluasi
    arah: ArahPerubahan
    predikat: tuple[Predikat | None, Predikat | None]
    hasil: tuple[Rating | None, Rating | None]
    perilaku: tuple[Rating | None, Rating | None]
    sebab: str


@dataclass(frozen=True, kw_only=True)
class PerUnit:
    unit: UnitKerja
    jumlah: int
    arah: Mapping[ArahPerubahan, int]

    @property
    def bergeser(self) -> int:
        return sum(n for arah, n in self.arah.items() if arah is not ArahPerubahan.TETAP)

    @property
    def naik(self) -> int:
        return self.arah[ArahPerubahan.NAIK]

    @property
    def turun(self) -> int:
        return self.arah[ArahPerubahan.TURUN]

    @property
    def lainnya(self) -> int:
        """With a suggestion for the first time, or without one now."""
        return self.bergeser - self.naik - self.turun


def per_unit(simulasi: Simulasi) -> list[PerUnit]:
    """Units with somebody in them, those that move most first."""
    hasil = [
        PerUnit(
            unit=simulasi.daftar_unit[i],
            jumlah=int(baris.sum()),
            arah={arah: int(n) for arah, n in zip(ARAH, baris, strict=True)},
        )
        for i, baris in enumerate(simulasi.banding.per_unit())
        if baris.any()
    ]
    return sorted(hasil, key=lambda satu: (-satu.bergeser, satu.unit.jalur))


def orang_berubah(simulasi: Simulasi, tempat: Sequence[int]) -> list[Perubahan]:
    """Those at these positions, with their names; one query."""
    nomor = [int(simulasi.nomor[i]) for i in tempat]
    daftar = {
        e.pk: e
        for e in Evaluasi.objects.filter(pk__in=nomor)
        .select_related("skp__pegawai", "skp__unit_kerja")
        .defer("jejak_hitung", "jejak_saran")
        .order_by("id")
    }
    alasan = _reasons(simulasi, tempat, daftar)
    dua = (simulasi.banding.sebelum, simulasi.banding.sesudah)
    return [
        Perubahan(
            evaluasi=daftar[int(simulasi.nomor[i])],
            arah=ARAH[simulasi.banding.arah[i]],
            predikat=(at_code(PREDIKAT, dua[0].predikat[i]), at_code(PREDIKAT, dua[1].predikat[i])),
            hasil=(at_code(RATING, dua[0].hasil[i]), at_code(RATING, dua[1].hasil[i])),
            perilaku=(at_code(RATING, dua[0].perilaku[i]), at_code(RATING, dua[1].perilaku[i])),
            sebab=alasan[i],
        )
        for i in tempat
    ]


def _reasons(simulasi: Simulasi, tempat: Sequence[int], daftar: Mapping[int, Evaluasi]) -> dict[int, str]:
    per_kebijakan: dict[int | None, list[int]] = defaultdict(list)
    for i in tempat:
        per_kebijakan[simulasi.kebijakan[i]].append(i)
    hasil: dict[int, str] = {}
    for nomor, isi in per_kebijakan.items():
        masukan = baca_masukan([daftar[int(simulasi.nomor[i])].masukan for i in isi])
        kalimat = sebab(masukan, sebelum=simulasi.bahan.metode[nomor], sesudah=simulasi.bahan.sesudah)
        hasil |= dict(zip(isi, kalimat, strict=True))
    return hasil
