"""The parts of a policy as a page shows them: sentences, what each number does, and a worked example."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from kinerja.kebijakan.formulir import IsianKebijakan, IsianSumber
from kinerja.kebijakan.formulir.kalimat import (
    contoh_ambang,
    contoh_bagian,
    contoh_sumber,
    kalimat_ambang,
    kalimat_aspek,
    kalimat_aturan,
    kalimat_belajar,
    kalimat_damping,
    kalimat_irama,
    kalimat_patok,
    kalimat_sumber,
    kalimat_undian,
    urut,
)
from kinerja.kebijakan.istilah import Bagian
from kinerja.kebijakan.models import JenisAspek
from kinerja.metode.agregasi import Sumber


@dataclass(frozen=True, kw_only=True)
class Uraian:
    """One part: what it says, what that does, and an example."""

    bagian: Bagian
    kalimat: tuple[str, ...]
    contoh: tuple[str, ...] = ()


def uraikan(isian: IsianKebijakan) -> list[Uraian]:
    isi: dict[Bagian, tuple[list[str], list[str]]] = {
        Bagian.IRAMA: ([kalimat_irama(isian)], []),
        Bagian.SUMBER: ([kalimat_sumber(isian.sumber_perilaku)], contoh_sumber(isian.sumber_perilaku)),
        Bagian.HASIL: ([kalimat_sumber(isian.sumber_hasil)], contoh_sumber(isian.sumber_hasil)),
        Bagian.ASPEK: ([], []),
        Bagian.AMBANG: (
            [*kalimat_ambang(isian), *(kalimat_patok(j, isian.patok[j]) for j in patok_terpakai(isian))],
            [contoh for contoh in (contoh_ambang(isian), contoh_bagian(isian)) if contoh],
        ),
        Bagian.UNDIAN: (kalimat_undian(isian), []),
        Bagian.BELAJAR: ([kalimat_belajar(isian)], []),
        Bagian.DAMPING: (kalimat_damping(isian), []),
        Bagian.TINDAK_LANJUT: (
            [kalimat_aturan(aturan) for aturan in isian.aturan_tindak_lanjut]
            or ["Belum ada aturan tindak lanjut."],
            [],
        ),
        Bagian.DASAR: ([isian.dasar] if isian.dasar else ["Belum diisi."], []),
    }
    return [Uraian(bagian=b, kalimat=tuple(k), contoh=tuple(c)) for b, (k, c) in isi.items()]


def patok_terpakai(isian: IsianKebijakan) -> list[str]:
    """Other scales that this policy really reads."""
    jenis = {aspek.jenis for aspek in isian.daftar_aspek}
    dipakai = {
        "ikm": isian.bobot(Sumber.MASYARAKAT) is not None,
        "kehadiran": JenisAspek.KEHADIRAN in jenis and isian.bobot(Sumber.REKAP) is not None,
        "belajar": JenisAspek.BELAJAR in jenis and isian.bobot(Sumber.REKAP) is not None,
    }
    return [nama for nama, ya in dipakai.items() if ya]


def kalimat_umum(isian: IsianKebijakan) -> str:
    """What most aspects have in common, said once; empty where no two say the same."""
    hitung = Counter(kalimat_aspek(aspek) for aspek in isian.daftar_aspek)
    kalimat, banyak = max(hitung.items(), key=lambda satu: satu[1], default=("", 0))
    return kalimat if banyak > 1 else ""


@dataclass(frozen=True, kw_only=True)
class Irisan:
    """One piece of the bar, from `mulai` percent on."""

    sumber: Sumber
    bobot: int
    mulai: int
    minimum: int


def irisan(daftar: tuple[IsianSumber, ...]) -> list[Irisan]:
    """The weights that count, side by side; a self-rating that is only mentioned has no piece."""
    hasil, mulai = [], 0
    for satu in urut(daftar):
        if satu.bobot and satu.sumber is not Sumber.DIRI:
            hasil.append(Irisan(sumber=satu.sumber, bobot=satu.bobot, mulai=mulai, minimum=satu.minimum))
            mulai += satu.bobot
    return hasil
