"""The editable numbers that are ours or only hearsay: each area registers its groups once, when the apps are ready."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from kinerja.lib.angka import AngkaTidakSah, format_angka, parse_angka
from kinerja.metode.setelan import Kepastian

Nilai = int | Decimal | bool | str
TEKS_TERPANJANG = 500


class NilaiTidakSah(ValueError):
    """What was typed cannot be the value; the message is fit for the user."""


@dataclass(frozen=True)
class Butir:
    """One value with its default, how sure that default is, and where it was read.

    The type of the default is the type of the value. `pilihan` are code and label of a closed set (text only).
    """

    kode: str
    label: str
    bawaan: Nilai
    kepastian: Kepastian
    sumber: str
    paling_kecil: Decimal | int | None = None
    paling_besar: Decimal | int | None = None
    satuan: str = ""
    bantuan: str = ""
    pilihan: tuple[tuple[str, str], ...] = ()
    bagian: str = ""  # a heading that begins with this value

    def read(self, teks: str) -> Nilai:
        """What somebody typed, as a value within its limits."""
        teks = teks.strip()
        if isinstance(self.bawaan, bool):
            return self._choose(teks, (("ya", "Ya"), ("tidak", "Tidak"))) == "ya"
        if isinstance(self.bawaan, str):
            return self._choose(teks, self.pilihan) if self.pilihan else self._short(teks)
        try:
            angka = parse_angka(teks)
        except AngkaTidakSah as error:
            raise NilaiTidakSah(f"{self.label}: {error}") from None
        self._refuse_outside(angka)
        if isinstance(self.bawaan, Decimal):
            return angka
        if angka != angka.to_integral_value():
            raise NilaiTidakSah(f"{self.label} harus bilangan bulat, tanpa koma.")
        return int(angka)

    def write(self, nilai: Nilai) -> str:
        """A value as it is kept and typed: what `read` reads."""
        if isinstance(nilai, bool):
            return "ya" if nilai else "tidak"
        return nilai if isinstance(nilai, str) else format_angka(nilai)

    def show(self, nilai: Nilai) -> str:
        """A value as people read it."""
        if isinstance(nilai, bool):
            return "Ya" if nilai else "Tidak"
        teks = dict(self.pilihan).get(str(nilai), self.write(nilai))
        return f"{teks} {self.satuan}".strip() if teks else "(kosong)"

    @property
    def rentang(self) -> str:
        """The limits in words; empty when there are none."""
        satuan = f" {self.satuan}" if self.satuan else ""
        kecil, besar = (
            None if b is None else format_angka(b) for b in (self.paling_kecil, self.paling_besar)
        )
        if kecil is not None and besar is not None:
            return f"{kecil} sampai {besar}{satuan}"
        return (
            f"paling sedikit {kecil}{satuan}"
            if kecil is not None
            else f"paling banyak {besar}{satuan}"
            if besar
            else ""
        )

    def _refuse_outside(self, angka: Decimal) -> None:
        kecil, besar = self.paling_kecil, self.paling_besar
        if (kecil is not None and angka < kecil) or (besar is not None and angka > besar):
            raise NilaiTidakSah(f"{self.label} harus {self.rentang}, bukan {format_angka(angka)}.")

    def _choose(self, teks: str, pilihan: tuple[tuple[str, str], ...]) -> str:
        if teks not in dict(pilihan):
            raise NilaiTidakSah(f"{self.label}: pilih {', '.join(label for _, label in pilihan)}.")
        return teks

    def _short(self, teks: str) -> str:
        if len(teks) > TEKS_TERPANJANG:
            raise NilaiTidakSah(f"{self.label} paling panjang {TEKS_TERPANJANG} huruf.")
        return teks


class IsiSetelan(Mapping[str, Nilai]):
    """The values of one group by code; the typed readers spare the callers a cast."""

    def __init__(self, isi: Mapping[str, Nilai]) -> None:
        self._isi = dict(isi)

    def __getitem__(self, kode: str) -> Nilai:
        return self._isi[kode]

    def __iter__(self) -> Iterator[str]:
        return iter(self._isi)

    def __len__(self) -> int:
        return len(self._isi)

    def bulat(self, kode: str) -> int:
        nilai = self._isi[kode]
        assert isinstance(nilai, int)
        return nilai

    def desimal(self, kode: str) -> Decimal:
        nilai = self._isi[kode]
        return nilai if isinstance(nilai, Decimal) else Decimal(str(nilai))

    def ya(self, kode: str) -> bool:
        return self._isi[kode] is True

    def teks(self, kode: str) -> str:
        return str(self._isi[kode])


def _nothing_wrong(_isi: IsiSetelan) -> str:
    return ""


@dataclass(frozen=True)
class KelompokSetelan:
    """Values that belong together. `periksa` looks at all of them at once and says what contradicts, or nothing."""

    kode: str
    judul: str
    uraian: str
    daftar_butir: tuple[Butir, ...]
    periksa: Callable[[IsiSetelan], str] = _nothing_wrong

    def butir(self, kode: str) -> Butir | None:
        return next((satu for satu in self.daftar_butir if satu.kode == kode), None)

    @property
    def bawaan(self) -> IsiSetelan:
        return IsiSetelan({satu.kode: satu.bawaan for satu in self.daftar_butir})


_KELOMPOK: dict[str, KelompokSetelan] = {}


def register(kelompok: KelompokSetelan) -> None:
    """Called from `AppConfig.ready`; the defaults must hold together themselves."""
    kode = [satu.kode for satu in kelompok.daftar_butir]
    assert len(kode) == len(set(kode)), f"Kode ganda pada setelan {kelompok.kode}"
    assert not (salah := kelompok.periksa(kelompok.bawaan)), f"Bawaan {kelompok.kode}: {salah}"
    ada = _KELOMPOK.setdefault(kelompok.kode, kelompok)
    assert ada.judul == kelompok.judul, f"Setelan {kelompok.kode} didaftarkan dua kali"


def find_kelompok(kode: str) -> KelompokSetelan | None:
    return _KELOMPOK.get(kode)


def daftar_kelompok() -> tuple[KelompokSetelan, ...]:
    return tuple(sorted(_KELOMPOK.values(), key=lambda satu: satu.judul))
