"""What the rules of a career look at, for one person and for a whole instansi with the same few queries (T98)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from kinerja.karier.istilah import JenisPenetapan
from kinerja.karier.models import PenetapanAngkaKredit
from kinerja.kebijakan.models import Periode, Tahap
from kinerja.metode.angka_kredit_jf import (
    DasarAngkaKredit,
    HitunganAngkaKredit,
    KonversiTidakSah,
    PredikatMasa,
    dasar_terakhir,
    hitung_angka_kredit,
)
from kinerja.metode.pak import UnsurPAK
from kinerja.peraturan.alur import StatusEvaluasi
from kinerja.peraturan.angka_kredit import MasaJenjang, jenjang_berikutnya
from kinerja.peraturan.identitas import JenisASN, JenisJabatan, JenjangJF
from kinerja.peraturan.kenaikan import KeadaanKarier
from kinerja.peraturan.predikat import Predikat

SUDAH_PASTI = (StatusEvaluasi.DITERIMA, StatusEvaluasi.DIPUTUS, StatusEvaluasi.FINAL)
DIPAKAI = (Tahap.TAHUNAN, Tahap.PERIODIK)


@dataclass(frozen=True, kw_only=True)
class Bahan:
    """Everything recorded of one person. `lulus_uji` and `ada_lowongan` are about the next level; None where nobody said."""

    golongan: str
    jenis_asn: JenisASN | None
    jenis_jabatan: JenisJabatan | None
    nama_jabatan: str
    jenjang: JenjangJF | None
    tmt_pangkat: date | None = None
    daftar_masa: tuple[MasaJenjang, ...] = ()
    daftar_predikat: tuple[PredikatMasa, ...] = ()
    daftar_dasar: tuple[DasarAngkaKredit, ...] = ()
    lulus_uji: bool | None = None
    ada_lowongan: bool | None = None

    @property
    def is_fungsional(self) -> bool:
        return self.jenis_asn is JenisASN.PNS and self.jenjang is not None

    @property
    def is_reguler(self) -> bool:
        """PNS without a structural and without a functional post."""
        return (
            self.jenis_asn is JenisASN.PNS
            and self.jenjang is None
            and self.jenis_jabatan in (None, JenisJabatan.PELAKSANA)
        )

    @property
    def berikutnya(self) -> JenjangJF | None:
        return jenjang_berikutnya(jenjang=self.jenjang) if self.jenjang else None

    @property
    def riwayat(self) -> dict[int, Predikat]:
        """The predikat of whole years; of two for one year the later one in the list holds."""
        return {satu.tahun: satu.predikat for satu in self.daftar_predikat if satu.is_setahun}

    @property
    def predikat_terakhir(self) -> PredikatMasa | None:
        return max(self.daftar_predikat, key=lambda p: (p.tahun, p.bulan_selesai), default=None)


@dataclass(frozen=True, kw_only=True)
class Hitungan:
    """The count of a person's angka kredit, or why it cannot be counted."""

    angka_kredit: HitunganAngkaKredit | None = None
    galat: str = ""


def hitung(bahan: Bahan, *, sebelum: date | None = None, sampai: date | None = None) -> Hitungan:
    """`sebelum` starts from an earlier PAK than that of this day; `sampai` ends the months."""
    if bahan.jenjang is None or bahan.jenis_asn is not JenisASN.PNS:
        return Hitungan()
    try:
        return Hitungan(
            angka_kredit=hitung_angka_kredit(
                jenjang=bahan.jenjang,
                daftar_masa=bahan.daftar_masa,
                daftar_predikat=bahan.daftar_predikat,
                dasar=dasar_terakhir(bahan.daftar_dasar, jenjang=bahan.jenjang, sebelum=sebelum),
                sampai=sampai,
            )
        )
    except KonversiTidakSah as error:
        return Hitungan(galat=str(error))


def keadaan(bahan: Bahan, hitungan: Hitungan) -> KeadaanKarier:
    isi = hitungan.angka_kredit
    return KeadaanKarier(
        golongan=bahan.golongan,
        tmt_pangkat=bahan.tmt_pangkat,
        riwayat=bahan.riwayat,
        jenjang=bahan.jenjang,
        angka_kredit=isi.jumlah if isi and isi.is_tercatat else None,
        ada_lowongan=bahan.ada_lowongan,
        lulus_uji_kompetensi=bahan.lulus_uji,
    )


def rumpun(nama: str, jenjang: str) -> str:
    """The functional post without its level: "Bidan" of "Bidan Mahir"; empty when the name does not say its level."""
    label = JenjangJF(jenjang).label if jenjang else ""
    return nama[: -len(label)].strip() if label and nama.casefold().endswith(label.casefold()) else ""


class MasaPeriode:
    """Months of the periods of an instansi; one object for each predikat, however many people hold it."""

    def __init__(self, daftar: Iterable[Periode]) -> None:
        self._periode = {p.pk: p for p in daftar}
        self._ada: dict[tuple[int, str], PredikatMasa] = {}

    def of(self, periode_id: int, predikat: str) -> PredikatMasa:
        kunci = (periode_id, predikat)
        if kunci not in self._ada:
            periode = self._periode[periode_id]
            setahun = periode.tahap == Tahap.TAHUNAN
            self._ada[kunci] = PredikatMasa(
                tahun=periode.tahun,
                predikat=Predikat(predikat),
                bulan_mulai=1 if setahun else periode.mulai_on.month,
                bulan_selesai=12 if setahun else periode.selesai_on.month,
                sumber=f"Evaluasi {periode.nama}",
            )
        return self._ada[kunci]


def merge_predikat(lama: Iterable[PredikatMasa], di_sini: Iterable[PredikatMasa]) -> tuple[PredikatMasa, ...]:
    """What was set here goes before what was brought in for the same months."""
    daftar = list(di_sini)
    if lama := list(lama):
        setahun = {satu.tahun for satu in daftar if satu.is_setahun}
        bulan = {
            (satu.tahun, b)
            for satu in daftar
            if not satu.is_setahun
            for b in range(satu.bulan_mulai, satu.bulan_selesai + 1)
        }
        daftar += [
            satu
            for satu in lama
            if satu.tahun not in setahun and (satu.is_setahun or (satu.tahun, satu.bulan_mulai) not in bulan)
        ]
    return tuple(daftar)


class BarisPAKLama(NamedTuple):
    """One row of a PAK that was brought in."""

    jenjang: str
    sampai_on: date
    unsur: str
    nilai: Decimal
    nomor: str


def dasar_dari_catatan(daftar: Iterable[BarisPAKLama]) -> list[DasarAngkaKredit]:
    """Rows of one PAK together."""
    kumpulan: dict[tuple[str, date], list[BarisPAKLama]] = defaultdict(list)
    for satu in daftar:
        kumpulan[satu.jenjang, satu.sampai_on].append(satu)
    return [
        DasarAngkaKredit(
            jenjang=JenjangJF(jenjang),
            sampai=sampai,
            per_unsur={UnsurPAK(satu.unsur): satu.nilai for satu in isi},
            nomor=isi[0].nomor,
        )
        for (jenjang, sampai), isi in kumpulan.items()
    ]


def dasar_dari_penetapan(daftar: Iterable[PenetapanAngkaKredit]) -> list[DasarAngkaKredit]:
    """A PAK that was set here carries what it said; it is not computed again."""
    return [
        DasarAngkaKredit(
            jenjang=JenjangJF(satu.jenjang),
            sampai=satu.sampai_on,
            per_unsur=unsur_dari_json(satu.per_unsur),
            nomor=satu.nomor,
        )
        for satu in daftar
        if satu.jenis == JenisPenetapan.PAK and satu.digantikan_oleh_id is None
    ]


def unsur_dari_json(isi: Mapping[str, str]) -> dict[UnsurPAK, Decimal]:
    return {UnsurPAK(kode): Decimal(nilai) for kode, nilai in isi.items()}


def with_uji(bahan: Bahan, hasil: Mapping[str, bool]) -> Bahan:
    """`hasil`: level → passed, of all tests of the person."""
    return replace(bahan, lulus_uji=hasil.get(bahan.berikutnya.value) if bahan.berikutnya else None)
