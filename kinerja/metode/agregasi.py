"""One score per aspect out of several sources: what is missing is left out and the rest scaled up, never zero."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeVar

from kinerja.lib.pilihan import Pilihan
from kinerja.metode.skala import MIKRO, SKOR_PENUH, bulat, tampil_persen, tampil_skor
from kinerja.peraturan.predikat import Rating

Jejak = dict[str, object]


class BobotTidakSah(ValueError):
    """Weights, minimum numbers, values or thresholds that cannot hold; the message is fit for the user."""


class Sumber(Pilihan):
    """Who a value comes from; REKAP is recorded data such as attendance or learning hours."""

    DIRI = "diri", "Diri sendiri"
    ATASAN = "atasan", "Atasan"
    REKAN = "rekan", "Rekan kerja"
    BAWAHAN = "bawahan", "Bawahan"
    TIM_EVALUASI = "tim_evaluasi", "Tim evaluasi"
    MASYARAKAT = "masyarakat", "Masyarakat"
    REKAP = "rekap", "Rekap data"

    @property
    def satuan(self) -> str:
        """What n counts."""
        return {Sumber.MASYARAKAT: "jawaban", Sumber.REKAP: "catatan"}.get(self, "penilai")


class KeadaanSumber(Pilihan):
    """What became of a source in one score."""

    DIPAKAI = "dipakai", "Dihitung"
    DI_BAWAH_MINIMUM = "di_bawah_minimum", "Belum cukup penilai"
    TIDAK_ADA = "tidak_ada", "Belum ada penilaian"
    HANYA_DITAMPILKAN = "hanya_ditampilkan", "Hanya ditampilkan"


@dataclass(frozen=True, kw_only=True)
class BobotSumber:
    """Weight of a source in percent, and from how many raters on it counts."""

    sumber: Sumber
    bobot: int
    minimum: int = 1

    def __post_init__(self) -> None:
        if not 0 <= self.bobot <= 100:
            raise BobotTidakSah(f"Bobot {self.sumber.label} harus antara 0 dan 100 persen.")
        if self.minimum < 1:
            raise BobotTidakSah(f"Jumlah minimum {self.sumber.label} paling sedikit 1.")
        if self.sumber is Sumber.ATASAN and self.minimum != 1:
            raise BobotTidakSah("Pejabat penilai hanya satu orang, jadi jumlah minimum Atasan harus 1.")

    @property
    def dihitung(self) -> bool:
        """Self-rating is shown and never added, whatever its weight."""
        return self.sumber is not Sumber.DIRI and self.bobot > 0


@dataclass(frozen=True, kw_only=True)
class NilaiSumber:
    """Sum in mikro of the n answers of one source; an answer "tidak tahu" is in neither."""

    sumber: Sumber
    jumlah: int
    n: int

    def __post_init__(self) -> None:
        if self.n < 0 or not 0 <= self.jumlah <= self.n * SKOR_PENUH:
            raise BobotTidakSah(
                f"Jumlah nilai {self.sumber.label} tidak cocok dengan banyaknya {self.sumber.satuan}."
            )


@dataclass(frozen=True, kw_only=True)
class AmbangSkor:
    """From which score (mikro) an aspect is sesuai, and from which di atas ekspektasi.

    The bounds keep the penilai's own rating what it is when he is the only source: 0, 50 and 100 points.
    """

    sesuai: int = 37_500_000
    di_atas: int = 75 * MIKRO

    def __post_init__(self) -> None:
        if not 0 < self.sesuai <= SKOR_PENUH // 2:
            raise BobotTidakSah("Ambang sesuai ekspektasi harus lebih dari 0 dan paling tinggi 50.")
        if not SKOR_PENUH // 2 < self.di_atas <= SKOR_PENUH:
            raise BobotTidakSah("Ambang di atas ekspektasi harus lebih dari 50 dan paling tinggi 100.")


@dataclass(frozen=True, kw_only=True)
class SumberTerpakai:
    """One source in one score. `rata` (mikro) is None as long as n is below the minimum, so that few stay hidden."""

    sumber: Sumber
    n: int
    minimum: int
    rata: int | None
    bobot: int
    bobot_berlaku: Fraction
    keadaan: KeadaanSumber

    @property
    def kalimat(self) -> str:
        """What happened to this source, in one sentence for the employee."""
        return _KALIMAT[self.keadaan](self)

    def as_jejak(self) -> Jejak:
        return {
            "sumber": self.sumber.value,
            "label": self.sumber.label,
            "n": self.n,
            "minimum": self.minimum,
            "rata": self.rata,
            "tampil": "" if self.rata is None else tampil_skor(self.rata),
            "bobot": self.bobot,
            "bobot_berlaku": str(self.bobot_berlaku),
            "keadaan": self.keadaan.value,
            "kalimat": self.kalimat,
        }


@dataclass(frozen=True, kw_only=True)
class SkorAspek:
    """Score of one aspect: `pembilang`/`penyebut` exact in mikro, `mikro` rounded for people; all None without data."""

    kode: str
    label: str
    ikut_dihitung: bool
    pembilang: int
    penyebut: int
    daftar: tuple[SumberTerpakai, ...]

    @property
    def mikro(self) -> int | None:
        return bulat(self.pembilang, self.penyebut) if self.penyebut else None

    @property
    def tampil(self) -> str:
        """Points as people read them, empty without data."""
        return "" if self.mikro is None else tampil_skor(self.mikro)

    def as_jejak(self) -> Jejak:
        return {
            "kode": self.kode,
            "label": self.label,
            "ikut_dihitung": self.ikut_dihitung,
            "mikro": self.mikro,
            "tampil": self.tampil,
            "daftar_sumber": [satu.as_jejak() for satu in self.daftar],
        }


_T = TypeVar("_T", NilaiSumber, BobotSumber)


def skor_aspek(
    kode: str,
    *,
    nilai: Iterable[NilaiSumber],
    bobot: Iterable[BobotSumber],
    label: str = "",
    ikut_dihitung: bool = True,
) -> SkorAspek:
    """Score one aspect from its sources: Σ weight · mean over Σ weight of those that count.

    The order of the sources is irrelevant; a source that the weights do not name is no part of the method and is not
    listed. Raises BobotTidakSah when a source comes twice.
    """
    per_sumber = {satu.sumber: satu for satu in _unique(nilai)}
    urut = sorted(_unique(bobot), key=lambda satu: list(Sumber).index(satu.sumber))
    berdata = [
        (aturan, per_sumber.get(aturan.sumber, NilaiSumber(sumber=aturan.sumber, jumlah=0, n=0)))
        for aturan in urut
    ]
    dipakai = [
        (aturan.bobot, bulat(isi.jumlah, isi.n))
        for aturan, isi in berdata
        if _state(aturan, isi) is KeadaanSumber.DIPAKAI
    ]
    penyebut = sum(berat for berat, _ in dipakai)
    return SkorAspek(
        kode=kode,
        label=label or kode,
        ikut_dihitung=ikut_dihitung,
        pembilang=sum(berat * rata for berat, rata in dipakai),
        penyebut=penyebut,
        daftar=tuple(_used(aturan, isi, penyebut) for aturan, isi in berdata),
    )


def rating_aspek(skor: SkorAspek, *, ambang: AmbangSkor) -> Rating | None:
    """The rating that a score stands for; compared before any rounding. None without data."""
    if not skor.penyebut:
        return None
    if skor.pembilang >= ambang.di_atas * skor.penyebut:
        return Rating.DI_ATAS
    return Rating.SESUAI if skor.pembilang >= ambang.sesuai * skor.penyebut else Rating.DI_BAWAH


def periksa_bobot(bobot: Sequence[BobotSumber]) -> tuple[str, ...]:
    """What is wrong with the weights of a policy, in sentences for the admin; empty when nothing is.

    The weights as written sum to 100, a self-rating that is only shown included.
    """
    temuan = []
    daftar_sumber = [satu.sumber for satu in bobot]
    for sumber in dict.fromkeys(satu for satu in daftar_sumber if daftar_sumber.count(satu) > 1):
        temuan.append(f"{sumber.label} tertulis lebih dari sekali. Gabungkan menjadi satu baris.")
    if (total := sum(satu.bobot for satu in bobot)) != 100:
        temuan.append(f"Jumlah bobot {total}%, seharusnya 100%. Sesuaikan salah satu bobotnya.")
    if not any(satu.dihitung for satu in bobot):
        temuan.append(
            "Belum ada sumber yang dihitung. Penilaian diri hanya ditampilkan; beri bobot sumber lain."
        )
    return tuple(temuan)


def _unique(daftar: Iterable[_T]) -> list[_T]:
    semua = list(daftar)
    if len({satu.sumber for satu in semua}) < len(semua):
        raise BobotTidakSah("Ada sumber yang tertulis lebih dari sekali. Gabungkan menjadi satu baris.")
    return semua


def _state(aturan: BobotSumber, isi: NilaiSumber) -> KeadaanSumber:
    if not aturan.dihitung:
        return KeadaanSumber.HANYA_DITAMPILKAN
    if isi.n == 0:
        return KeadaanSumber.TIDAK_ADA
    return KeadaanSumber.DIPAKAI if isi.n >= aturan.minimum else KeadaanSumber.DI_BAWAH_MINIMUM


def _used(aturan: BobotSumber, isi: NilaiSumber, penyebut: int) -> SumberTerpakai:
    keadaan = _state(aturan, isi)
    return SumberTerpakai(
        sumber=aturan.sumber,
        n=isi.n,
        minimum=aturan.minimum,
        rata=bulat(isi.jumlah, isi.n) if isi.n >= aturan.minimum else None,
        bobot=aturan.bobot,
        bobot_berlaku=Fraction(aturan.bobot, penyebut) if keadaan is KeadaanSumber.DIPAKAI else Fraction(0),
        keadaan=keadaan,
    )


def _kalimat_dipakai(satu: SumberTerpakai) -> str:
    bobot = f"bobot {satu.bobot}%"
    if satu.bobot_berlaku != Fraction(satu.bobot, 100):
        bobot += f" menjadi {tampil_persen(satu.bobot_berlaku)} supaya bobot yang dihitung tetap 100%"
    if satu.sumber is Sumber.ATASAN:  # one person, so no mean
        return f"{satu.sumber.label} memberi nilai {tampil_skor(satu.rata or 0)}, {bobot}."
    rata = f"rata-rata {tampil_skor(satu.rata or 0)}"
    return f"{satu.sumber.label} dihitung dari {satu.n} {satu.sumber.satuan}: {rata}, {bobot}."


def _kalimat_kurang(satu: SumberTerpakai) -> str:
    return (
        f"{satu.sumber.label} tidak ikut dihitung, bukan dihitung nol, karena baru {satu.n} {satu.sumber.satuan} "
        f"dari paling sedikit {satu.minimum}."
    )


def _kalimat_tidak_ada(satu: SumberTerpakai) -> str:
    return (
        f"{satu.sumber.label} tidak ikut dihitung, bukan dihitung nol, karena belum ada {satu.sumber.satuan}."
    )


def _kalimat_ditampilkan(satu: SumberTerpakai) -> str:
    isi = "belum ada isinya" if satu.n == 0 else f"baru {satu.n} {satu.sumber.satuan}"
    if satu.rata is not None:
        isi = f"rata-rata {tampil_skor(satu.rata)}"
    return f"{satu.sumber.label} ({isi}) hanya ditampilkan dan tidak menambah atau mengurangi nilai."


_KALIMAT = {
    KeadaanSumber.DIPAKAI: _kalimat_dipakai,
    KeadaanSumber.DI_BAWAH_MINIMUM: _kalimat_kurang,
    KeadaanSumber.TIDAK_ADA: _kalimat_tidak_ada,
    KeadaanSumber.HANYA_DITAMPILKAN: _kalimat_ditampilkan,
}
