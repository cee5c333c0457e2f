"""What goes in and what comes out of the statistics of raters."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np

from kinerja.metode.uji import FloatArray, IntArray


class TabelTidakSah(ValueError):
    """The arrays do not form a table of marks; the message is fit for the user."""


class JenisUkuran(StrEnum):
    """What is looked at in a rater's marks."""

    KEKETATAN = "keketatan"  # higher or lower than others
    RENTANG = "rentang"  # people hardly told apart
    TENGAH = "tengah"  # mostly the middle mark
    HALO = "halo"  # one impression for all aspects
    PERGESERAN = "pergeseran"  # stricter or milder from period to period


class Dasar(StrEnum):
    """What a rater was compared with."""

    SILANG = "silang"  # others who rated the same people in the same period
    SEPADAN = "sepadan"  # other raters with other people: people and rater cannot be told apart


class Koreksi(StrEnum):
    """How false alarms are held down across raters and measures."""

    BH = "bh"  # the share of false alarms among alarms
    HOLM = "holm"  # the chance of even one false alarm


@dataclass(frozen=True, kw_only=True)
class TabelNilai:
    """One row a mark; five arrays of shape (n,). The codes are any integers; periods are ordered by theirs.

    `skor` is in points 0–100. `skala` names the scale of each mark where raters use several (steps of 50 and steps
    of 25, say); a rater uses one, so whoever marks on two has two codes. Raises TabelTidakSah for unequal lengths,
    marks that are no number or outside, and a rater with two scales.
    """

    penilai: IntArray
    dinilai: IntArray
    aspek: IntArray
    periode: IntArray
    skor: FloatArray
    skala: IntArray | None = None

    def __post_init__(self) -> None:
        panjang = {kolom.shape for kolom in (self.penilai, self.dinilai, self.aspek, self.periode, self.skor)}
        panjang |= {self.skala.shape} if self.skala is not None else set()
        if len(panjang) != 1 or self.skor.ndim != 1:
            raise TabelTidakSah("Kolom tabel nilai tidak sama panjang. Periksa kembali berkas nilainya.")
        if not np.all((self.skor >= 0) & (self.skor <= 100)):
            raise TabelTidakSah(
                "Ada nilai di luar 0 sampai 100 atau kosong. Keluarkan dulu nilai itu dari tabel."
            )
        if self.skala is not None:
            pasangan = np.unique(np.stack([self.penilai, self.skala]), axis=1)
            if pasangan.shape[1] != len(np.unique(self.penilai)):
                raise TabelTidakSah("Satu penilai memakai dua skala. Beri kode sendiri untuk tiap skalanya.")


@dataclass(frozen=True, kw_only=True)
class Aturan:
    """Minimum numbers, what counts as an ordinary difference, and how alarms are controlled."""

    minimal_dinilai: int = 5
    minimal_nilai: int = 30
    alfa: float = 0.05
    yakin: float = 0.95
    koreksi: Koreksi = Koreksi.BH
    beda_wajar: float = 3.0  # points of severity or drift that nobody needs to mind
    rentang_wajar: float = 0.6  # share of the others' spread of people, as SD
    tengah_wajar: float = 0.15  # share of middle marks above the others'
    halo_wajar: float = 0.77  # share of the others' spread within a person, as SD
    langkah_tengah: tuple[float, float] | None = None  # inclusive; None: read from the scale in use
    kelompok_penilai: Mapping[int, int] = field(
        default_factory=dict
    )  # comparable raters; one group if absent
    minimal_df_acuan: int = 10  # residual degrees of freedom before marks may be adjusted
    galat_acuan_terbesar: float = 6.0  # points; a rougher adjusted reference is not shown


@dataclass(frozen=True, kw_only=True)
class Ukuran:
    """One figure about one rater. `nilai` is None below the minimum or where it cannot be known.

    Units: keketatan and pergeseran in points (positive: higher than others), rentang and halo as share of
    the others' SD (1 = alike), tengah as share 0–1 with the others' share in `pembanding`.
    """

    jenis: JenisUkuran
    dasar: Dasar
    n_dinilai: int
    n_nilai: int
    nilai: float | None = None
    bawah: float | None = None
    atas: float | None = None
    pembanding: float | None = None
    p: float | None = None
    p_disesuaikan: float | None = None
    tanda: bool = False
    kalimat: str = ""  # to the rater
    kalimat_tim: str = ""  # to the evaluation team


@dataclass(frozen=True, kw_only=True)
class ProfilPenilai:
    """All figures of one rater; `korelasi_aspek` is the mean correlation between aspects, for the halo page."""

    penilai: int
    keketatan: Ukuran
    rentang: Ukuran
    tengah: Ukuran
    halo: Ukuran
    pergeseran: Ukuran
    korelasi_aspek: float | None = None
    korelasi_aspek_lain: float | None = None

    @property
    def daftar_ukuran(self) -> tuple[Ukuran, ...]:
        """The figures in the order of the page."""
        return self.keketatan, self.rentang, self.tengah, self.halo, self.pergeseran

    @property
    def tanda(self) -> tuple[JenisUkuran, ...]:
        """What deserves a talk; usually nothing."""
        return tuple(ukuran.jenis for ukuran in self.daftar_ukuran if ukuran.tanda)


@dataclass(frozen=True, kw_only=True)
class AcuanOrang:
    """What an average rater would have given, in points: advice only, or None with the reason in `kalimat`."""

    dinilai: int
    periode: int
    n_penilai: int
    nilai: float | None
    galat: float | None = None
    bawah: float | None = None
    atas: float | None = None
    rerata_mentah: float | None = None
    kalimat: str = ""
