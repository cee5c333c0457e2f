"""A policy's method as one value: aspects with their sources, thresholds, and what it makes of one person."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kinerja.metode.agregasi import AmbangSkor, BobotSumber, BobotTidakSah, NilaiSumber, SkorAspek, skor_aspek
from kinerja.metode.saran_rating import Ambang, RingkasanUmpanBalik, Saran
from kinerja.metode.saran_sumber import saran_hasil_sumber, saran_perilaku_sumber


@dataclass(frozen=True, kw_only=True)
class AspekDitimbang:
    """One aspect of behaviour: who is asked, and whether it enters the suggestion or is shown only."""

    kode: str
    bobot: tuple[BobotSumber, ...]
    label: str = ""
    ikut_dihitung: bool = True


@dataclass(frozen=True, kw_only=True)
class Metode:
    """Everything that two policies can differ in; `bobot_hasil` empty means the guideline's rating stands."""

    daftar_aspek: tuple[AspekDitimbang, ...]
    bobot_hasil: tuple[BobotSumber, ...] = ()
    ambang_skor: AmbangSkor = field(default_factory=AmbangSkor)
    ambang: Ambang = field(default_factory=Ambang)

    def __post_init__(self) -> None:
        if len({aspek.kode for aspek in self.daftar_aspek}) < len(self.daftar_aspek):
            raise BobotTidakSah("Ada aspek yang tertulis lebih dari sekali. Gabungkan menjadi satu.")


def skor_menurut(metode: Metode, *, nilai: Mapping[str, Iterable[NilaiSumber]]) -> tuple[SkorAspek, ...]:
    """Scores of one person, in the order of the method; `nilai` is keyed by aspect code."""
    return tuple(
        skor_aspek(
            aspek.kode,
            nilai=nilai.get(aspek.kode, ()),
            bobot=aspek.bobot,
            label=aspek.label,
            ikut_dihitung=aspek.ikut_dihitung,
        )
        for aspek in metode.daftar_aspek
    )


def saran_perilaku_menurut(
    metode: Metode,
    *,
    nilai: Mapping[str, Iterable[NilaiSumber]],
    umpan_balik: RingkasanUmpanBalik | None = None,
) -> Saran:
    """Suggested rating perilaku kerja of one person under the method."""
    return saran_perilaku_sumber(
        skor_menurut(metode, nilai=nilai),
        ambang_skor=metode.ambang_skor,
        ambang=metode.ambang,
        umpan_balik=umpan_balik,
    )


def saran_hasil_menurut(metode: Metode, *, panduan: Saran, nilai: Sequence[NilaiSumber] = ()) -> Saran:
    """Suggested rating hasil kerja of one person: the guideline's, joined by other sources where the method asks them."""
    return saran_hasil_sumber(panduan, nilai=nilai, bobot=metode.bobot_hasil, ambang_skor=metode.ambang_skor)
