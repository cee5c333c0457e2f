"""Survei Kepuasan Masyarakat: nine elements, one index, four grades, and how many people to ask."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from kinerja.peraturan.istilah import Istilah
from kinerja.peraturan.rujukan import berdasarkan

SKALA = (1, 2, 3, 4)
UNSUR_PERILAKU = "perilaku_pelaksana"


class UnsurSKM(Istilah):
    """The nine elements of service, in the order of the questionnaire."""

    PERSYARATAN = "persyaratan", "Persyaratan"
    PROSEDUR = "prosedur", "Sistem, mekanisme, dan prosedur"
    WAKTU = "waktu", "Waktu penyelesaian"
    BIAYA = "biaya", "Biaya/tarif"
    PRODUK = "produk", "Produk spesifikasi jenis pelayanan"
    KOMPETENSI = "kompetensi_pelaksana", "Kompetensi pelaksana"
    PERILAKU = UNSUR_PERILAKU, "Perilaku pelaksana"
    PENGADUAN = "pengaduan", "Penanganan pengaduan, saran, dan masukan"
    SARANA = "sarana", "Sarana dan prasarana"


class MutuPelayanan(Istilah):
    """Grade of a service unit, best first."""

    A = "A", "Sangat baik"
    B = "B", "Baik"
    C = "C", "Kurang baik"
    D = "D", "Tidak baik"


@dataclass(frozen=True, slots=True)
class JawabanUnsur:
    """How many people answered one element, and the sum of their marks from 1 to 4."""

    n: int
    jumlah: int


# Nilai interval konversi, lowest value of each grade.
_MUTU = (
    (Decimal("88.31"), MutuPelayanan.A),
    (Decimal("76.61"), MutuPelayanan.B),
    (Decimal("65.00"), MutuPelayanan.C),
    (Decimal("25.00"), MutuPelayanan.D),
)
# Krejcie and Morgan: chi-square of one degree of freedom at 5 %, proportion, and accepted error.
_CHI_KUADRAT, _P, _D = Fraction("3.841"), Fraction("0.5"), Fraction("0.05")


@berdasarkan("PermenPANRB 14/2017", "Lampiran, unsur Survei Kepuasan Masyarakat")
def daftar_unsur(*, pendek: bool) -> tuple[UnsurSKM, ...]:
    """The elements that a form asks: all nine, or a selection for a quick look that is no SKM (T52)."""
    if pendek:
        return (UnsurSKM.WAKTU, UnsurSKM.KOMPETENSI, UnsurSKM.PERILAKU)
    return tuple(UnsurSKM)


@berdasarkan("PermenPANRB 14/2017", "Lampiran, pengolahan data: nilai rata-rata per unsur")
def nrr_unsur(*, jawaban: JawabanUnsur) -> Decimal | None:
    """Nilai rata-rata of one element over those who answered it (T51), to three decimals; None without answers."""
    if not jawaban.n:
        return None
    return _rounded(Fraction(jawaban.jumlah, jawaban.n), "0.001")


@berdasarkan(
    "PermenPANRB 14/2017", "Lampiran, pengolahan data: bobot, nilai rata-rata tertimbang, nilai konversi"
)
def nilai_ikm(*, daftar_jawaban: tuple[JawabanUnsur, ...]) -> Decimal | None:
    """Index from 25 to 100 with equal weights of exactly one share each (T50, T51), rounded once, to two decimals."""
    terisi = [jawaban for jawaban in daftar_jawaban if jawaban.n]
    if not terisi:
        return None
    jumlah_nrr = sum((Fraction(satu.jumlah, satu.n) for satu in terisi), Fraction(0))
    return _rounded(jumlah_nrr / len(terisi) * 25, "0.01")


@berdasarkan(
    "PermenPANRB 14/2017", "Lampiran, tabel nilai persepsi, interval, mutu, dan kinerja unit pelayanan"
)
def mutu_pelayanan(*, ikm: Decimal) -> MutuPelayanan:
    """Grade of an index; the value is first rounded half-up to the two decimals of the printed table (T50)."""
    bulat = ikm.quantize(Decimal("0.01"), ROUND_HALF_UP)
    return next((mutu for batas, mutu in _MUTU if bulat >= batas), MutuPelayanan.D)


@berdasarkan("PermenPANRB 14/2017", "Lampiran, penetapan responden: tabel sampel Krejcie dan Morgan")
def sampel_minimal(*, populasi: int) -> int:
    """How many people to ask, by the formula behind the printed table (T53); never more than there are."""
    if populasi <= 0:
        return 0
    ragam = _CHI_KUADRAT * _P * (1 - _P)
    sampel = ragam * populasi / (_D**2 * (populasi - 1) + ragam)
    return min(int(_rounded(sampel, "1")), populasi)


def _rounded(nilai: Fraction, satuan: str) -> Decimal:
    langkah = Fraction(satuan)
    kali = (nilai / langkah + Fraction(1, 2)).__floor__()  # half-up: all values here are positive
    return (kali * Decimal(satuan)).quantize(Decimal(satuan))
