"""What all rules of the coach share: the context, the words and the citations."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from kinerja.metode.catatan import Catatan, Penelaah, Teks, read_kata
from kinerja.peraturan.rujukan import Rujukan
from kinerja.peraturan.skp import KategoriSKP, Pendekatan

_NASKAH = "PermenPANRB 6/2022"
_TAHAP_TUJUH = "Lampiran Bab II Tahap Ketujuh huruf a"

PANJANG_WAJAR = 200

PENELAAH = Penelaah(
    aturan="aturan_skp",
    contoh="contoh_skp",
    rujukan={
        "anak_lampiran_1": Rujukan(_NASKAH, "Anak Lampiran 1", 120),
        "kuantitatif": Rujukan(_NASKAH, f"{_TAHAP_TUJUH} angka 4", 50),
        "aspek": Rujukan(_NASKAH, f"{_TAHAP_TUJUH} angka 5", 51),
        "mutlak": Rujukan(_NASKAH, f"{_TAHAP_TUJUH} angka 7", 51),
        "rentang": Rujukan(_NASKAH, f"{_TAHAP_TUJUH} angka 7", 51),
        "kriteria": Rujukan(_NASKAH, f"{_TAHAP_TUJUH} angka 8", 51),
        "baseline": Rujukan(_NASKAH, f"{_TAHAP_TUJUH} angka 9", 51),
        "kendali": Rujukan(_NASKAH, "Lampiran Bab II Tahap Kedua huruf a angka 7", 28),
        "matriks": Rujukan(_NASKAH, "Lampiran Bab II Tahap Kelima", 44),
        "kebiasaan": "Kebiasaan baik penyusunan SKP; tidak diatur",
    },
)


class PengecualianMutlak(StrEnum):
    """The four matters for which an absolute target is right (Tahap Ketujuh huruf a angka 7)."""

    NYAWA = "nyawa"
    CEDERA = "cedera"
    KEAMANAN_NASIONAL = "keamanan_nasional"
    KERUGIAN_BESAR = "kerugian_besar"


@dataclass(frozen=True, kw_only=True)
class RHKRekan:
    """A result of somebody with the same penilai; `unit` only tells units apart."""

    teks: str
    unit: object = None
    memimpin: bool = False


@dataclass(frozen=True, kw_only=True)
class KonteksTelaah:
    """What the coach knows about the writer and his surroundings."""

    kategori: KategoriSKP = KategoriSKP.PEGAWAI
    pendekatan: Pendekatan = Pendekatan.KUANTITATIF
    unit: object = None
    memimpin: bool = False
    daftar_rhk_rekan: tuple[RHKRekan, ...] = ()
    daftar_rhk_tahun_lalu: tuple[str, ...] = ()
    pengecualian_mutlak: PengecualianMutlak | None = None

    @property
    def rhk_pembanding(self) -> tuple[str, ...]:
        """Without those who lead another unit when the writer leads one: two puskesmas rightly promise the same."""
        return tuple(
            rhk.teks
            for rhk in self.daftar_rhk_rekan
            if not (self.memimpin and rhk.memimpin and rhk.unit != self.unit)
        )

    @property
    def allows_mutlak(self) -> bool:
        """The advice against absolute targets is for JA and JF only, with four exceptions."""
        return self.kategori is KategoriSKP.PIMPINAN or self.pengecualian_mutlak is not None


# A rule yields (code, the words that set it off).
Temuan = Iterator[tuple[str, str]]
AturanTeks = Callable[[Teks, KonteksTelaah], Temuan]


def kata(nama: str) -> list[str]:
    daftar: list[str] = read_kata("skp")["kata"][nama]
    return daftar


def run_rules(
    daftar: tuple[AturanTeks, ...], teks: Teks, konteks: KonteksTelaah, *, bidang: str
) -> Iterator[Catatan]:
    for aturan in daftar:
        for kode, pemicu in aturan(teks, konteks):
            yield PENELAAH.note(kode, bidang=bidang, kata=pemicu, teks=teks.rapi)


def kata_mutlak(teks: Teks, konteks: KonteksTelaah) -> Temuan:
    if not konteks.allows_mutlak and (daftar := teks.find_all(kata("mutlak"))):
        yield "kata_mutlak", "”, “".join(daftar)


def di_luar_kendali(teks: Teks, konteks: KonteksTelaah) -> Temuan:
    if konteks.kategori is KategoriSKP.PEGAWAI and (pemicu := teks.find(kata("dampak_luas"))):
        yield "di_luar_kendali", pemicu
