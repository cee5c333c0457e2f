"""Counting a jury's votes with conflicts of interest left out.

Each juror ticks every nominee he agrees to. A nominee's share is taken among the jurors who voted and are free to judge
him, so that a conflict neither helps nor harms. Ties, in this order: the higher share; then more jurors free to judge
(a share of 4/4 weighs more than 2/2). Whoever is still level at the last seat is not chosen by the machine: those people
are "seri" and the jury decides between them in a meeting.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from kinerja.lib.pilihan import Pilihan

# Out of one or two ballots anybody who sat at the table can tell who voted how.
KUORUM_TERKECIL = 3
_RAHASIA = "kurang dari tiga suara, jadi jumlahnya tidak ditampilkan supaya suara setiap juri tetap rahasia"


class SuaraTidakSah(ValueError):
    """Votes that cannot be counted; the message is fit for the user."""


class HasilSuara(Pilihan):
    """What the count says of one nominee."""

    TERPILIH = "terpilih", "Terpilih"
    SERI = "seri", "Seri, diputuskan rapat juri"
    TIDAK_TERPILIH = "tidak_terpilih", "Tidak terpilih"
    KURANG_JURI = "kurang_juri", "Juri yang boleh menilai belum cukup"


@dataclass(frozen=True, kw_only=True)
class SuaraJuri:
    """The ballot of one juror: the nominees he agrees to."""

    juri: str
    setuju: frozenset[str]


@dataclass(frozen=True, kw_only=True)
class Benturan:
    """A juror who may not judge a nominee, and why."""

    juri: str
    calon: str
    alasan: str


@dataclass(frozen=True, kw_only=True)
class AturanJuri:
    """Seats to give, jurors that must be free to judge, and the share that must be passed."""

    kursi: int = 1
    kuorum: int = KUORUM_TERKECIL
    lebih_dari: Fraction = Fraction(1, 2)

    def __post_init__(self) -> None:
        if self.kursi < 1 or self.kuorum < KUORUM_TERKECIL:
            raise SuaraTidakSah(
                f"Banyaknya penerima paling sedikit 1, dan kuorum juri paling sedikit {KUORUM_TERKECIL}."
            )
        if not 0 <= self.lebih_dari < 1:
            raise SuaraTidakSah("Batas dukungan harus 0 sampai kurang dari 1.")


@dataclass(frozen=True, kw_only=True)
class HitunganCalon:
    """One nominee: votes for him out of the jurors free to judge him."""

    calon: str
    setuju: int
    dihitung: int
    dikecualikan: tuple[Benturan, ...]
    hasil: HasilSuara

    @property
    def bagian(self) -> Fraction:
        return Fraction(self.setuju, self.dihitung) if self.dihitung else Fraction(0)

    @property
    def boleh_dibuka(self) -> bool:
        """Whether the numbers may leave the count."""
        return self.dihitung >= KUORUM_TERKECIL

    @property
    def kalimat(self) -> str:
        if not self.boleh_dibuka:
            return kalimat_rahasia(self.hasil)
        awal = f"{self.setuju} dari {self.dihitung} juri setuju"
        if self.dikecualikan:
            awal += f", {len(self.dikecualikan)} juri tidak dihitung karena benturan kepentingan"
        return f"{awal}: {self.hasil.label.lower()}."


def kalimat_rahasia(hasil: HasilSuara) -> str:
    return f"{hasil.label}; {_RAHASIA}."


def hitung_suara(
    daftar_suara: Sequence[SuaraJuri],
    *,
    daftar_calon: Sequence[str],
    daftar_juri: Collection[str],
    daftar_benturan: Sequence[Benturan] = (),
    aturan: AturanJuri | None = None,
) -> tuple[HitunganCalon, ...]:
    """Every nominee, best first; equal ones by name, which decides nothing. Raises SuaraTidakSah."""
    aturan = aturan or AturanJuri()
    _check(daftar_suara, daftar_calon, daftar_juri)
    benturan = {(satu.juri, satu.calon): satu for satu in daftar_benturan}
    # Nobody votes on himself, whether or not it was recorded.
    for orang in set(daftar_juri) & set(daftar_calon):
        benturan.setdefault((orang, orang), Benturan(juri=orang, calon=orang, alasan="Calon sendiri."))
    daftar = [_count(calon, daftar_suara, benturan, aturan) for calon in daftar_calon]
    urut = sorted(daftar, key=lambda satu: (*_rank(satu), satu.calon))
    return _seat(urut, aturan)


def _count(
    calon: str,
    daftar_suara: Sequence[SuaraJuri],
    benturan: dict[tuple[str, str], Benturan],
    aturan: AturanJuri,
) -> HitunganCalon:
    bebas = [suara for suara in daftar_suara if (suara.juri, calon) not in benturan]
    setuju = sum(calon in suara.setuju for suara in bebas)
    dikecualikan = tuple(
        benturan[suara.juri, calon] for suara in daftar_suara if (suara.juri, calon) in benturan
    )
    cukup = len(bebas) >= aturan.kuorum
    return HitunganCalon(
        calon=calon,
        setuju=setuju,
        dihitung=len(bebas),
        dikecualikan=dikecualikan,
        hasil=HasilSuara.TIDAK_TERPILIH if cukup else HasilSuara.KURANG_JURI,
    )


def _rank(satu: HitunganCalon) -> tuple[bool, Fraction, int]:
    return satu.hasil is HasilSuara.KURANG_JURI, -satu.bagian, -satu.dihitung


def _seat(urut: list[HitunganCalon], aturan: AturanJuri) -> tuple[HitunganCalon, ...]:
    layak = [
        satu for satu in urut if satu.hasil is not HasilSuara.KURANG_JURI and satu.bagian > aturan.lebih_dari
    ]
    if len(layak) <= aturan.kursi:
        terpilih, seri = {satu.calon for satu in layak}, set[str]()
    else:
        # The first one without a seat: whoever is level with him cannot be told apart from him.
        batas = _rank(layak[aturan.kursi])
        terpilih = {satu.calon for satu in layak[: aturan.kursi] if _rank(satu) < batas}
        seri = {satu.calon for satu in layak if _rank(satu) == batas}
        if len(terpilih) == aturan.kursi:
            seri = set()
    hasil = dict.fromkeys(terpilih, HasilSuara.TERPILIH) | dict.fromkeys(seri, HasilSuara.SERI)
    return tuple(replace(satu, hasil=hasil.get(satu.calon, satu.hasil)) for satu in urut)


def _check(
    daftar_suara: Sequence[SuaraJuri], daftar_calon: Sequence[str], daftar_juri: Collection[str]
) -> None:
    if len(set(daftar_calon)) < len(daftar_calon):
        raise SuaraTidakSah("Ada calon yang tercatat dua kali. Satukan dulu pencalonannya.")
    pemilih = [suara.juri for suara in daftar_suara]
    if len(set(pemilih)) < len(pemilih):
        raise SuaraTidakSah("Ada juri yang suaranya tercatat dua kali. Pakai suara terakhirnya saja.")
    if asing := sorted(set(pemilih) - set(daftar_juri)):
        raise SuaraTidakSah(f"{asing[0]} bukan anggota juri, sehingga suaranya tidak dapat dihitung.")
    dipilih = {calon for suara in daftar_suara for calon in suara.setuju}
    if asing := sorted(dipilih - set(daftar_calon)):
        raise SuaraTidakSah(f"{asing[0]} bukan calon. Muat ulang daftar calon, lalu beri suara lagi.")
