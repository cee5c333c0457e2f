"""Competence gap: the level a post requires against the level that the policy's sources see."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from kinerja.lib.angka import format_angka
from kinerja.metode.agregasi import BobotSumber, NilaiSumber, SkorAspek, Sumber, skor_aspek
from kinerja.metode.skala import SKOR_PENUH, bulat, jumlah_langkah, skor_rating
from kinerja.peraturan.predikat import Rating

LEVEL_TERTINGGI = 5


class StandarTidakSah(ValueError):
    """A required level that does not exist; the message is fit for the user."""


@dataclass(frozen=True, kw_only=True)
class StandarKompetensi:
    """Level 1–5 that a post requires of one competence."""

    kode: str
    label: str
    level: int

    def __post_init__(self) -> None:
        if not 1 <= self.level <= LEVEL_TERTINGGI:
            raise StandarTidakSah(f"Level {self.label} harus 1 sampai {LEVEL_TERTINGGI}, bukan {self.level}.")


@dataclass(frozen=True, kw_only=True)
class Kesenjangan:
    """One competence: exact `level` and `selisih` (required minus assessed, above 0 is a gap); None without data."""

    standar: StandarKompetensi
    skor: SkorAspek
    level: Fraction | None

    @property
    def selisih(self) -> Fraction | None:
        return None if self.level is None else self.standar.level - self.level

    @property
    def is_kurang(self) -> bool:
        return self.selisih is not None and self.selisih > 0

    @property
    def kalimat(self) -> str:
        """The gap in one sentence for the employee."""
        awal = f"{self.standar.label}: jabatan menuntut level {self.standar.level}"
        if self.level is None or self.selisih is None:
            return f"{awal}, penilaiannya belum cukup untuk dibandingkan."
        terlihat = f"{awal}, yang terlihat {tampil_level(self.level)}"
        if self.selisih > 0:
            return f"{terlihat}, jadi masih kurang {tampil_level(self.selisih)}."
        return f"{terlihat}, jadi sudah memenuhi."

    def as_jejak(self) -> dict[str, object]:
        return {
            "kode": self.standar.kode,
            "label": self.standar.label,
            "dituntut": self.standar.level,
            "level": None if self.level is None else tampil_level(self.level),
            "kurang": self.is_kurang,
            "kalimat": self.kalimat,
            "daftar_sumber": [satu.as_jejak() for satu in self.skor.daftar],
        }


def nilai_level(sumber: Sumber, *, daftar_level: Iterable[int]) -> NilaiSumber:
    """The answers of one source, each a level 1–5; raises SkalaTidakSah outside it."""
    daftar = list(daftar_level)
    return NilaiSumber(sumber=sumber, jumlah=jumlah_langkah(daftar, banyak=LEVEL_TERTINGGI), n=len(daftar))


def level_rating(rating: Rating, *, dituntut: int) -> int:
    """Our own reading (tafsir T79): the penilai holds people against what their post requires.

    So sesuai is the required level itself, and the other two are the level above and below it, never off the scale.
    """
    selisih = list(Rating).index(rating) - list(Rating).index(Rating.SESUAI)
    return min(max(dituntut + selisih, 1), LEVEL_TERTINGGI)


def nilai_penilai(satu: NilaiSumber, *, dituntut: int) -> NilaiSumber:
    """The mark of the penilai, kept as 0, 50 or 100 points, as a level; anything else is handed back as it is."""
    if satu.sumber is not Sumber.ATASAN or satu.n != 1:
        return satu
    rating = next((r for r in Rating if skor_rating(r) == satu.jumlah), None)
    if rating is None:
        return satu
    return nilai_level(Sumber.ATASAN, daftar_level=[level_rating(rating, dituntut=dituntut)])


def level_rata(rata: int) -> Fraction:
    """The level that a mean in mikro stands for: 0 points are level 1, 100 points level 5."""
    return 1 + Fraction(rata * (LEVEL_TERTINGGI - 1), SKOR_PENUH)


def kesenjangan(
    daftar_standar: Iterable[StandarKompetensi],
    *,
    nilai: Mapping[str, Iterable[NilaiSumber]],
    bobot: Iterable[BobotSumber],
) -> tuple[Kesenjangan, ...]:
    """Gaps by the rules of `skor_aspek`, largest first; equal ones in the order given, those without data last.

    `nilai` is keyed by competence code and holds levels as `nilai_level` makes them.
    """
    daftar_bobot = tuple(bobot)
    daftar = [_gap(standar, nilai.get(standar.kode, ()), daftar_bobot) for standar in daftar_standar]
    return tuple(sorted(daftar, key=lambda satu: (satu.selisih is None, -(satu.selisih or 0))))


def tampil_level(level: Fraction) -> str:
    """At most two decimals, rounded half up ("3,67"); `level` is not negative."""
    return format_angka(Decimal(bulat(level.numerator * 100, level.denominator)) / 100)


def _gap(
    standar: StandarKompetensi, nilai: Iterable[NilaiSumber], bobot: tuple[BobotSumber, ...]
) -> Kesenjangan:
    skor = skor_aspek(standar.kode, nilai=nilai, bobot=bobot, label=standar.label)
    level = None
    if skor.penyebut:
        level = 1 + Fraction(skor.pembilang * (LEVEL_TERTINGGI - 1), skor.penyebut * SKOR_PENUH)
    return Kesenjangan(standar=standar, skor=skor, level=level)
