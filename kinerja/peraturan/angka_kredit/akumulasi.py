"""Adding conversions up, row by row as the form Akumulasi Angka Kredit prints them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby, pairwise

from kinerja.peraturan.angka_kredit.konversi import (
    angka_kredit_konversi,
    koefisien_tahunan,
    persentase_predikat,
)
from kinerja.peraturan.identitas import JenjangJF
from kinerja.peraturan.jadwal.periode import NAMA_BULAN
from kinerja.peraturan.predikat import Predikat
from kinerja.peraturan.rujukan import berdasarkan


class KonversiTidakSah(ValueError):
    """Months that cannot be converted; the message says which and what to do."""


@dataclass(frozen=True, slots=True)
class MasaJenjang:
    """A stretch of days on one level; `sampai` is None while it lasts."""

    jenjang: JenjangJF
    mulai: date
    sampai: date | None = None


@dataclass(frozen=True, slots=True)
class Penggal:
    """Whole months of one year on one level with one predikat; both ends count."""

    tahun: int
    bulan_mulai: int
    bulan_selesai: int
    jenjang: JenjangJF
    predikat: Predikat

    @property
    def bulan(self) -> int:
        return self.bulan_selesai - self.bulan_mulai + 1

    @property
    def periodik(self) -> str:
        """The months as the form writes them: "Januari – Februari"."""
        mulai, selesai = NAMA_BULAN[self.bulan_mulai - 1], NAMA_BULAN[self.bulan_selesai - 1]
        return mulai if mulai == selesai else f"{mulai} – {selesai}"


@dataclass(frozen=True, slots=True)
class BarisKonversi:
    """One printed row."""

    penggal: Penggal
    persentase: int
    koefisien: Decimal
    angka_kredit: Decimal


@dataclass(frozen=True, slots=True)
class AkumulasiAngkaKredit:
    """The rows from the oldest on, and their sum."""

    daftar_baris: tuple[BarisKonversi, ...]
    jumlah: Decimal


@berdasarkan("Perban BKN 3/2023", "Akumulasi angka kredit")
def akumulasi_angka_kredit(daftar_penggal: tuple[Penggal, ...]) -> AkumulasiAngkaKredit:
    """Rows and their sum (T91); KonversiTidakSah for months that do not exist or are counted twice."""
    urut = sorted(daftar_penggal, key=lambda satu: (satu.tahun, satu.bulan_mulai, satu.bulan_selesai))
    _check(urut)
    daftar = tuple(_row(penggal) for penggal in urut)
    return AkumulasiAngkaKredit(
        daftar_baris=daftar, jumlah=sum((satu.angka_kredit for satu in daftar), Decimal(0))
    )


@berdasarkan("Perban BKN 3/2023", "Konversi predikat kinerja secara proporsional")
def penggal_konversi(
    *, tahun: int, predikat: Predikat, daftar_masa: tuple[MasaJenjang, ...]
) -> tuple[Penggal, ...]:
    """The months of a year by the level held on the first day of each (T92); months without a level earn nothing."""
    daftar = [
        (bulan, jenjang)
        for bulan in range(1, 13)
        if (jenjang := _level_on(date(tahun, bulan, 1), daftar_masa)) is not None
    ]
    # Consecutive months of one level share the difference between the month and its place in the list.
    runtun = groupby(enumerate(daftar), key=lambda satu: (satu[1][0] - satu[0], satu[1][1]))
    potongan = [(jenjang, [bulan for _, (bulan, _) in isi]) for (_, jenjang), isi in runtun]
    return tuple(Penggal(tahun, bulan[0], bulan[-1], jenjang, predikat) for jenjang, bulan in potongan)


def _level_on(hari: date, daftar_masa: Iterable[MasaJenjang]) -> JenjangJF | None:
    berlaku = [
        masa for masa in daftar_masa if masa.mulai <= hari and (masa.sampai is None or hari <= masa.sampai)
    ]
    if len(berlaku) > 1:
        pesan = f"Pada {hari.day} {NAMA_BULAN[hari.month - 1]} {hari.year} tercatat lebih dari satu jenjang. Perbaiki riwayat jabatannya."
        raise KonversiTidakSah(pesan)
    return berlaku[0].jenjang if berlaku else None


def _check(urut: list[Penggal]) -> None:
    for satu in urut:
        if not 1 <= satu.bulan_mulai <= satu.bulan_selesai <= 12:
            pesan = f"Bulan {satu.bulan_mulai} sampai {satu.bulan_selesai} tahun {satu.tahun} tidak ada. Isi bulan 1 sampai 12 secara berurutan."
            raise KonversiTidakSah(pesan)
    for lama, baru in pairwise(urut):
        if lama.tahun == baru.tahun and baru.bulan_mulai <= lama.bulan_selesai:
            pesan = f"{NAMA_BULAN[baru.bulan_mulai - 1]} {baru.tahun} dihitung dua kali. Setiap bulan hanya boleh masuk satu konversi."
            raise KonversiTidakSah(pesan)


def _row(penggal: Penggal) -> BarisKonversi:
    return BarisKonversi(
        penggal=penggal,
        persentase=persentase_predikat(predikat=penggal.predikat),
        koefisien=koefisien_tahunan(jenjang=penggal.jenjang),
        angka_kredit=angka_kredit_konversi(
            jenjang=penggal.jenjang, predikat=penggal.predikat, bulan=penggal.bulan
        ),
    )
