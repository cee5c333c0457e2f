"""Did it help? How much more participants changed than comparable people without the training.

Difference in differences, adjusted for where people started: people are sent to a course because they score low, and low
scores rise by themselves (regression to the mean; Barnett et al. 2005). So the change is regressed on participation,
the starting score and the group (analysis of covariance on change scores; Van Breukelen 2006), with standard errors
that allow unequal spread (HC3; MacKinnon & White 1985). Only people of groups and starting scores that occur among the
participants are compared. Rests on selection by the score that was seen: a reason nobody recorded stays a reason.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

import numpy as np
import scipy

from kinerja.lib.angka import format_angka
from kinerja.lib.pilihan import Pilihan
from kinerja.metode.uji import FloatArray, HasilUji, adjust_holm, t_quantile


class DampakTidakSah(ValueError):
    """Scores that cannot be compared; the message is fit for the user."""


class Kesimpulan(Pilihan):
    """What may be said."""

    MEMBANTU = "membantu", "Tampak membantu"
    BELUM_TERLIHAT = "belum_terlihat", "Belum terlihat bedanya"
    MENURUN = "menurun", "Justru menurun"
    BELUM_CUKUP = "belum_cukup", "Belum cukup data"


@dataclass(frozen=True, kw_only=True)
class AturanDampak:
    """Least people on each side, how far starting scores may lie apart, and how sure we want to be."""

    minimal_peserta: int = 10
    minimal_pembanding: int = 10
    jarak: float = 5.0
    yakin: float = 0.95

    def __post_init__(self) -> None:
        if min(self.minimal_peserta, self.minimal_pembanding) < 5:
            raise DampakTidakSah("Banyaknya peserta dan pembanding paling sedikit 5, supaya bukan kebetulan.")
        if self.jarak < 0 or not 0.5 <= self.yakin < 1:
            raise DampakTidakSah("Jarak tidak boleh negatif dan keyakinan harus 0,5 sampai kurang dari 1.")


@dataclass(frozen=True, kw_only=True)
class Perubahan:
    """One person before and after, in points; `kelompok` is what makes people comparable, such as the kind of post."""

    kelompok: str
    sebelum: float
    sesudah: float
    is_peserta: bool


@dataclass(frozen=True, kw_only=True)
class Dampak:
    """The answer; `uji` is None without enough data."""

    kesimpulan: Kesimpulan
    peserta: int
    pembanding: int
    uji: HasilUji | None
    kalimat: str


def dampak_pelatihan(
    daftar: Sequence[Perubahan], *, aspek: str, aturan: AturanDampak | None = None
) -> Dampak:
    """The effect of one training on `aspek`, with its interval and a plain sentence. Raises DampakTidakSah."""
    aturan = aturan or AturanDampak()
    if not all(np.isfinite([nilai for satu in daftar for nilai in (satu.sebelum, satu.sesudah)])):
        raise DampakTidakSah(
            "Ada nilai yang kosong atau bukan angka. Pakai hanya orang yang nilainya lengkap."
        )
    setara = _comparable(daftar, aturan)
    n = sum(satu.is_peserta for satu in setara)
    m = len(setara) - n
    if n < aturan.minimal_peserta or m < aturan.minimal_pembanding:
        return _too_few(n, m, aspek, aturan)
    uji = _regress(setara, aturan.yakin)
    if uji is None:
        return _too_few(n, m, aspek, aturan)
    dampak = Dampak(kesimpulan=Kesimpulan.BELUM_TERLIHAT, peserta=n, pembanding=m, uji=uji, kalimat="")
    return _judged(dampak, uji, uji.p, aspek=aspek, aturan=aturan)


def banyak_dampak(
    daftar: Mapping[str, Sequence[Perubahan]], *, aspek: Mapping[str, str], aturan: AturanDampak | None = None
) -> dict[str, Dampak]:
    """Several trainings looked at together: p-values adjusted (Holm 1979), so that chance alone rarely praises one.

    Both mappings are keyed by training; the intervals stay those of each training by itself.
    """
    aturan = aturan or AturanDampak()
    hasil = {kode: dampak_pelatihan(isi, aspek=aspek[kode], aturan=aturan) for kode, isi in daftar.items()}
    teruji = [(kode, satu.uji) for kode, satu in hasil.items() if satu.uji is not None]
    p = adjust_holm(np.array([uji.p for _, uji in teruji]))
    for (kode, uji), nilai in zip(teruji, p.tolist(), strict=True):
        hasil[kode] = _judged(hasil[kode], uji, nilai, aspek=aspek[kode], aturan=aturan)
    return hasil


def _comparable(daftar: Sequence[Perubahan], aturan: AturanDampak) -> list[Perubahan]:
    """Participants and the people of their group who started where they did; groups with one side only fall out."""
    rentang: dict[str, tuple[float, float]] = {}
    for satu in daftar:
        if satu.is_peserta:
            bawah, atas = rentang.get(satu.kelompok, (satu.sebelum, satu.sebelum))
            rentang[satu.kelompok] = min(bawah, satu.sebelum), max(atas, satu.sebelum)
    pembanding = [
        satu
        for satu in daftar
        if not satu.is_peserta
        and satu.kelompok in rentang
        and rentang[satu.kelompok][0] - aturan.jarak
        <= satu.sebelum
        <= rentang[satu.kelompok][1] + aturan.jarak
    ]
    ada = {satu.kelompok for satu in pembanding}
    return [satu for satu in daftar if satu.is_peserta and satu.kelompok in ada] + pembanding


def _regress(setara: Sequence[Perubahan], yakin: float) -> HasilUji | None:
    """Least squares of the change; columns: participation, starting score (within groups), one per group."""
    kunci, nomor = np.unique([satu.kelompok for satu in setara], return_inverse=True)
    ikut = np.array([satu.is_peserta for satu in setara], dtype=float)
    sebelum = np.array([satu.sebelum for satu in setara])
    ubah = np.array([satu.sesudah for satu in setara]) - sebelum
    kelompok = np.eye(len(kunci))[nomor]
    kolom = [ikut] if np.ptp(sebelum) == 0 else [ikut, sebelum - sebelum.mean()]
    x: FloatArray = np.column_stack([*kolom, kelompok])
    df = len(x) - x.shape[1]
    if df < 1 or np.linalg.matrix_rank(x) < x.shape[1]:
        return None
    balik = np.linalg.inv(x.T @ x)
    beta = balik @ x.T @ ubah
    pengaruh = np.einsum("ij,jk,ik->i", x, balik, x)
    sisa = (ubah - x @ beta) / np.maximum(1 - pengaruh, 1e-9)
    galat = float(np.sqrt((balik @ (x.T * sisa**2) @ x @ balik)[0, 0]))
    beda = float(beta[0])
    # With no spread at all rounding would pass for certainty.
    if galat <= 1e-9 * max(1.0, abs(beda)):
        return HasilUji(selisih=beda, bawah=beda, atas=beda, p=1.0 if abs(beda) < 1e-9 else 0.0)
    lebar = t_quantile((1 + yakin) / 2, df) * galat
    p = min(1.0, 2 * float(scipy.special.stdtr(df, -abs(beda) / galat)))
    return HasilUji(selisih=beda, bawah=beda - lebar, atas=beda + lebar, p=p)


def _judged(dampak: Dampak, uji: HasilUji, p: float, *, aspek: str, aturan: AturanDampak) -> Dampak:
    if p > 1 - aturan.yakin:
        kesimpulan, penutup = Kesimpulan.BELUM_TERLIHAT, "Selisih sebesar ini dapat terjadi karena kebetulan."
    elif uji.selisih > 0:
        kesimpulan, penutup = Kesimpulan.MEMBANTU, "Pelatihan ini tampak membantu."
    else:
        kesimpulan, penutup = (
            Kesimpulan.MENURUN,
            "Tanyakan kepada peserta apa yang terjadi sebelum mengulanginya.",
        )
    arah = "lebih baik" if uji.selisih >= 0 else "lebih buruk"
    kalimat = (
        f"Perubahan {aspek} pada {dampak.peserta} peserta {_angka(abs(uji.selisih))} poin {arah} daripada "
        f"{dampak.pembanding} rekan yang setara tanpa pelatihan ({_interval(uji)}). {penutup}"
    )
    return replace(dampak, kesimpulan=kesimpulan, kalimat=kalimat)


def _too_few(n: int, m: int, aspek: str, aturan: AturanDampak) -> Dampak:
    kalimat = (
        f"Belum cukup data untuk {aspek}: ada {n} peserta dan {m} rekan yang setara dengan nilai sebelum dan sesudah, "
        f"perlu paling sedikit {aturan.minimal_peserta} dan {aturan.minimal_pembanding} yang dapat dibandingkan."
    )
    return Dampak(kesimpulan=Kesimpulan.BELUM_CUKUP, peserta=n, pembanding=m, uji=None, kalimat=kalimat)


def _interval(uji: HasilUji) -> str:
    if uji.bawah >= 0 or uji.atas <= 0:
        rendah, tinggi = sorted((abs(uji.bawah), abs(uji.atas)))
        return f"antara {_angka(rendah)} dan {_angka(tinggi)} poin"
    return f"antara {_angka(-uji.bawah)} poin lebih buruk dan {_angka(uji.atas)} poin lebih baik"


def _angka(nilai: float) -> str:
    return format_angka(Decimal(str(round(nilai, 1))))
