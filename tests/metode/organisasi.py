"""An agency whose true people and raters we know, so that what the statistics find can be counted."""

from dataclasses import dataclass, field

import numpy as np

from kinerja.metode.statistik_penilai import TabelNilai

LIMA_LANGKAH = np.array([50.0, 60, 70, 80, 90])
TIGA_LANGKAH = np.array([50.0, 70, 90])


@dataclass(frozen=True, kw_only=True)
class Organisasi:
    """Forty superiors with eight people each; a team of six rates every person once more, by two members."""

    atasan: int = 40
    bawahan: int = 8
    tim: int = 6
    penilai_kedua: int = 2
    aspek: int = 10
    periode: int = 3
    langkah: np.ndarray = field(default_factory=lambda: LIMA_LANGKAH)
    ketat_alami: float = 1.5  # SD of severity between ordinary raters, points
    selera: float = 3.0  # SD of a rater's lasting liking for a person
    gaya_alami: float = 0.15  # log SD of how widely ordinary raters spread people, and aspects
    poin: float = 10.0  # how harsh and lenient the planted ones are


def simulate(organisasi: Organisasi, *, benih: int, tanam: dict[int, str]) -> TabelNilai:
    """One year's marks. `tanam` maps raters to ketat, longgar, halo, rata or bergeser (softening)."""
    o, acak = organisasi, np.random.default_rng(benih)
    penilai, dinilai = _assignment(o, acak)
    orang = o.atasan * o.bawahan
    unit = np.repeat(acak.normal(0, 2, o.atasan), o.bawahan)
    mutu = 72 + unit + acak.normal(0, 7, orang)
    kuat = acak.normal(0, 5, (orang, o.aspek))  # each person's strong and weak sides
    sulit = acak.normal(0, 3, o.aspek)
    ketat = acak.normal(0, o.ketat_alami, o.atasan + o.tim)
    selera = acak.normal(0, o.selera, len(penilai))
    lebar = np.exp(acak.normal(0, o.gaya_alami, (2, o.atasan + o.tim)))
    t, pasangan = np.divmod(np.arange(o.periode * len(penilai)), len(penilai))
    r, i = penilai[pasangan], dinilai[pasangan]
    umum = (mutu + acak.normal(0, 2, (o.periode, orang)))[t, i] + selera[pasangan] + acak.normal(0, 2, len(r))
    umum = 72 + lebar[0, r] * (umum - 72)
    rinci = lebar[1, r, None] * (kuat[i] + acak.normal(0, 4, (len(r), o.aspek))) + sulit
    jenis = np.array([tanam.get(k, "") for k in range(o.atasan + o.tim)])[r]
    umum = np.where(jenis == "rata", 70 + 0.2 * (umum - 72), umum)
    rinci *= np.select([jenis == "halo", jenis == "rata"], [0.25, 0.2], 1.0)[:, None]
    geser = np.select([jenis == "ketat", jenis == "longgar"], [-o.poin, o.poin], 0.0)
    laju = o.poin * 1.2 * (t / max(o.periode - 1, 1) - 0.5)
    umum = umum + ketat[r] * (jenis != "rata") + geser + np.where(jenis == "bergeser", laju, 0.0)
    skor = o.langkah[np.searchsorted((o.langkah[1:] + o.langkah[:-1]) / 2, umum[:, None] + rinci)]
    return TabelNilai(
        penilai=np.repeat(r, o.aspek),
        dinilai=np.repeat(i, o.aspek),
        aspek=np.tile(np.arange(o.aspek), len(r)),
        periode=np.repeat(t, o.aspek),
        skor=skor.ravel(),
    )


def _assignment(o: Organisasi, acak: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    orang = np.arange(o.atasan * o.bawahan)
    kedua = np.stack([acak.permutation(o.tim)[: o.penilai_kedua] for _ in orang]) + o.atasan
    penilai = np.concatenate([orang // o.bawahan, kedua.ravel()])
    return penilai, np.concatenate([orang, np.repeat(orang, o.penilai_kedua)])
