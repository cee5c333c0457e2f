"""Who may be proposed, with the reason for every yes and no. A proposal for people; nothing follows by itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from kinerja.karier.istilah import HasilPeriksa, Jalur
from kinerja.karier.queries.bahan import Bahan, Hitungan, hitung, keadaan
from kinerja.karier.queries.banyak import Orang, Tempat, bahan_banyak
from kinerja.metode.angka_kredit_jf import HitunganAngkaKredit
from kinerja.metode.syarat_lain import SyaratLain, syarat_lain_reguler
from kinerja.peraturan.kenaikan import (
    Kelayakan,
    Syarat,
    kelayakan_jenjang,
    kelayakan_pangkat_jf,
    kelayakan_pangkat_reguler,
)


@dataclass(frozen=True)
class BarisKelayakan:
    """One person on one way up."""

    tempat: Tempat
    bahan: Bahan
    hitungan: Hitungan
    kelayakan: Kelayakan

    @property
    def angka_kredit(self) -> Decimal | None:
        isi: HitunganAngkaKredit | None = self.hitungan.angka_kredit
        return isi.jumlah if isi and isi.is_tercatat else None

    @cached_property
    def kurang(self) -> tuple[Syarat, ...]:
        return self.kelayakan.daftar_kurang

    @cached_property
    def hasil(self) -> HasilPeriksa:
        kurang = self.kurang
        if not kurang:
            return HasilPeriksa.LAYAK
        if not all(syarat.is_tercatat for syarat in kurang):
            return HasilPeriksa.BELUM_TERCATAT
        return HasilPeriksa.KURANG_SATU if len(kurang) == 1 else HasilPeriksa.KURANG_BANYAK


@dataclass(frozen=True)
class HitunganSyarat:
    """How many meet one condition, do not, or cannot be said."""

    kode: str
    nama: str
    terpenuhi: int
    belum: int
    tanpa_catatan: int


@dataclass(frozen=True)
class DaftarKelayakan:
    jalur: Jalur
    daftar: list[BarisKelayakan]
    per_hasil: dict[HasilPeriksa, int]
    per_syarat: list[HitunganSyarat]
    syarat_lain: tuple[SyaratLain, ...] = ()

    @property
    def jumlah(self) -> int:
        return sum(self.per_hasil.values())


@dataclass(frozen=True, kw_only=True)
class SaringKelayakan:
    """What the address says; empty shows all. `syarat` are those who lack this condition."""

    cari: str = ""
    unit_jalur: str = ""
    hasil: str = ""
    syarat: str = ""


def kelayakan_of(jalur: Jalur, bahan: Bahan, hitungan: Hitungan, *, on: date, masa: int | None) -> Kelayakan:
    isi = keadaan(bahan, hitungan)
    if jalur is Jalur.PANGKAT_JF:
        return kelayakan_pangkat_jf(isi, pada=on)
    if jalur is Jalur.JENJANG:
        return kelayakan_jenjang(isi, pada=on)
    return kelayakan_pangkat_reguler(isi, pada=on, masa_tahun=masa)


def syarat_lain_of(jalur: Jalur, *, masa: int | None) -> tuple[SyaratLain, ...]:
    """What else is to be looked at before somebody is proposed."""
    return syarat_lain_reguler(masa_tahun=masa) if jalur is Jalur.PANGKAT_REGULER else ()


def applies(jalur: Jalur, bahan: Bahan) -> bool:
    return bahan.is_reguler if jalur is Jalur.PANGKAT_REGULER else bahan.is_fungsional


def daftar_kelayakan(
    jalur: Jalur,
    *,
    instansi_ids: frozenset[int],
    lingkup_jalur: list[str],
    on: date,
    masa: int | None,
    saring: SaringKelayakan,
) -> DaftarKelayakan:
    """Counts over everybody in scope and unit; rows after the other filters, those who miss least first."""
    semua = [
        _row(jalur, orang, on=on, masa=masa)
        for orang in bahan_banyak(instansi_ids, on=on, jalur=lingkup_jalur)
        if applies(jalur, orang.bahan) and orang.tempat.jalur.startswith(saring.unit_jalur)
    ]
    hasil = Counter(baris.hasil for baris in semua)
    return DaftarKelayakan(
        jalur=jalur,
        daftar=sorted(
            (baris for baris in semua if _matches(baris, saring)),
            key=lambda b: (len(b.kurang), b.tempat.nama, b.tempat.pegawai_id),
        ),
        per_hasil={satu: hasil[satu] for satu in HasilPeriksa},
        per_syarat=_per_condition(baris.kelayakan for baris in semua),
        syarat_lain=syarat_lain_of(jalur, masa=masa),
    )


def _row(jalur: Jalur, orang: Orang, *, on: date, masa: int | None) -> BarisKelayakan:
    hitungan = hitung(orang.bahan) if jalur is not Jalur.PANGKAT_REGULER else Hitungan()
    kelayakan = kelayakan_of(jalur, orang.bahan, hitungan, on=on, masa=masa)
    return BarisKelayakan(orang.tempat, orang.bahan, hitungan, kelayakan)


def _matches(baris: BarisKelayakan, saring: SaringKelayakan) -> bool:
    cari = saring.cari.casefold().strip()
    if cari and cari not in baris.tempat.nama.casefold() and cari.replace(" ", "") not in baris.tempat.nip:
        return False
    if saring.hasil and baris.hasil != saring.hasil:
        return False
    return not saring.syarat or any(s.aturan == saring.syarat for s in baris.kurang)


def _per_condition(daftar: Iterable[Kelayakan]) -> list[HitunganSyarat]:
    nama: dict[str, str] = {}
    hitung_syarat: Counter[tuple[str, str]] = Counter()
    for kelayakan in daftar:
        for syarat in kelayakan.daftar_syarat:
            nama.setdefault(syarat.aturan, syarat.nama)
            hitung_syarat[syarat.aturan, syarat.jawaban] += 1
    return [
        HitunganSyarat(
            kode=kode,
            nama=label,
            terpenuhi=hitung_syarat[kode, "ya"],
            belum=hitung_syarat[kode, "tidak"],
            tanpa_catatan=hitung_syarat[kode, "kosong"],
        )
        for kode, label in nama.items()
    ]
