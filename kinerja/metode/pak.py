"""Penetapan Angka Kredit: the rows of the form and their sums. Layout as seen in practice, not checked with the law."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from kinerja.lib.pilihan import Pilihan
from kinerja.metode.setelan import BAGIAN_PENDIDIKAN, Kepastian, Setelan
from kinerja.peraturan.angka_kredit import KebutuhanAngkaKredit, kebutuhan_jenjang, kebutuhan_pangkat
from kinerja.peraturan.identitas import JenjangJF

_SEN = Decimal("0.01")
_NOL = Decimal(0)


class UnsurPAK(Pilihan):
    """Part II of the form, in its order."""

    DASAR = "dasar", "Angka kredit dasar yang diberikan"
    JF_LAMA = "jf_lama", "Angka kredit jabatan fungsional lama"
    PENYESUAIAN = "penyesuaian", "Angka kredit dari penyesuaian/penyetaraan"
    KONVERSI = "konversi", "Angka kredit konversi"
    PENDIDIKAN = "pendidikan", "Angka kredit dari peningkatan pendidikan"
    LAINNYA = "lainnya", "Angka kredit lainnya"


TATA_LETAK: Setelan[tuple[UnsurPAK, ...]] = Setelan(
    nilai=tuple(UnsurPAK),
    kepastian=Kepastian.PRAKTIK,
    sumber="susunan baris pada dua aplikasi instansi, belum dicocokkan dengan lampiran Perban BKN 3/2023",
)


class PAKTidakSah(ValueError):
    """Numbers that no PAK can hold; the message is fit for the user."""


@dataclass(frozen=True, kw_only=True)
class BarisPAK:
    """One row; `keterangan` is what the official wants to say about it."""

    unsur: UnsurPAK
    lama: Decimal = _NOL
    baru: Decimal = _NOL
    keterangan: str = ""

    @property
    def jumlah(self) -> Decimal:
        return self.lama + self.baru


@dataclass(frozen=True, kw_only=True)
class PAK:
    """Part II and part III of the form; the needs are None at the top of a level or of a category."""

    daftar_baris: tuple[BarisPAK, ...]
    pangkat: KebutuhanAngkaKredit | None
    jenjang: KebutuhanAngkaKredit | None

    @property
    def lama(self) -> Decimal:
        return sum((baris.lama for baris in self.daftar_baris), _NOL)

    @property
    def baru(self) -> Decimal:
        return sum((baris.baru for baris in self.daftar_baris), _NOL)

    @property
    def kumulatif(self) -> Decimal:
        return self.lama + self.baru


@dataclass(frozen=True, kw_only=True)
class IsianPAK:
    """What somebody typed: the values by row, before and in this PAK."""

    lama: Mapping[UnsurPAK, Decimal] = field(default_factory=dict)
    baru: Mapping[UnsurPAK, Decimal] = field(default_factory=dict)
    keterangan: Mapping[UnsurPAK, str] = field(default_factory=dict)


def susun_pak(
    isian: IsianPAK,
    *,
    jenjang: JenjangJF,
    golongan: str,
    daftar_unsur: tuple[UnsurPAK, ...] = TATA_LETAK.nilai,
) -> PAK:
    """Lay the form out; raises PAKTidakSah for a negative value or one in a row that is not printed."""
    for unsur, nilai in (*isian.lama.items(), *isian.baru.items()):
        if nilai < 0:
            raise PAKTidakSah(f"{unsur.label} tidak boleh kurang dari 0.")
        if nilai and unsur not in daftar_unsur:
            raise PAKTidakSah(
                f"{unsur.label} tidak tercetak pada susunan ini. Pindahkan angkanya ke baris lain."
            )
    daftar = tuple(
        BarisPAK(
            unsur=unsur,
            lama=isian.lama.get(unsur, _NOL),
            baru=isian.baru.get(unsur, _NOL),
            keterangan=isian.keterangan.get(unsur, ""),
        )
        for unsur in daftar_unsur
    )
    jumlah = sum((baris.jumlah for baris in daftar), _NOL)
    return PAK(
        daftar_baris=daftar,
        pangkat=kebutuhan_pangkat(jenjang=jenjang, golongan=golongan, dimiliki=jumlah),
        jenjang=kebutuhan_jenjang(jenjang=jenjang, dimiliki=jumlah),
    )


def angka_kredit_pendidikan(kebutuhan: Decimal, *, bagian: Decimal = BAGIAN_PENDIDIKAN.nilai) -> Decimal:
    """Extra angka kredit for a higher degree, out of what the next pangkat asks for; half up to two decimals."""
    return (kebutuhan * bagian).quantize(_SEN, ROUND_HALF_UP)
