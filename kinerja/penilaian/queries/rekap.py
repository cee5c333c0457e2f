"""Where a leader's units stand: plans, evaluations and predikat, by unit, in a fixed number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Count, QuerySet

from kinerja.kepegawaian.istilah import JenisPeran
from kinerja.kepegawaian.lingkup import di_bawah, lingkup
from kinerja.kepegawaian.models import Penempatan, UnitKerja
from kinerja.lib.angka import parse_nomor
from kinerja.penilaian.models import Evaluasi
from kinerja.penilaian.queries.capaian import CapaianBerlaku, capaian_unit
from kinerja.penilaian.queries.sebaran import Sebaran, sebaran
from kinerja.peraturan.alur import StatusEvaluasi, StatusSKP
from kinerja.peraturan.predikat import Predikat
from kinerja.perencanaan.models import SKP

if TYPE_CHECKING:
    from kinerja.akun.models import User
    from kinerja.kebijakan.models import Periode

_DRAF = {StatusSKP.DRAF, StatusSKP.DIKEMBALIKAN}
_DIAJUKAN = {StatusSKP.DIAJUKAN}
_BELUM_DINILAI = {StatusEvaluasi.DIBUKA, StatusEvaluasi.DINILAI}
_FINAL = {StatusEvaluasi.FINAL}


@dataclass(kw_only=True)
class BarisRekap:
    unit: UnitKerja
    orang: int = 0
    skp: dict[str, int] = field(default_factory=dict)
    evaluasi: dict[str, int] = field(default_factory=dict)
    predikat: dict[Predikat, int] = field(default_factory=dict)

    @property
    def draf(self) -> int:
        return sum(n for kode, n in self.skp.items() if kode in _DRAF)

    @property
    def diajukan(self) -> int:
        return sum(n for kode, n in self.skp.items() if kode in _DIAJUKAN)

    @property
    def ditetapkan(self) -> int:
        return sum(self.skp.values()) - self.draf - self.diajukan

    @property
    def belum(self) -> int:
        """People without a plan; a plan written for a post that was left may make it less, never below zero."""
        return max(self.orang - sum(self.skp.values()), 0)

    @property
    def belum_dinilai(self) -> int:
        return sum(n for kode, n in self.evaluasi.items() if kode in _BELUM_DINILAI)

    @property
    def final(self) -> int:
        return sum(n for kode, n in self.evaluasi.items() if kode in _FINAL)

    @property
    def berjalan(self) -> int:
        """Signed and on its way: handed over, received, objected."""
        return sum(self.evaluasi.values()) - self.belum_dinilai - self.final


@dataclass(frozen=True, kw_only=True)
class Rekap:
    unit: UnitKerja
    jumlah: BarisRekap
    daftar: list[BarisRekap]
    capaian: CapaianBerlaku | None
    sebaran: Sebaran | None


def unit_rekap(user: User) -> list[str]:
    """The subtrees this person may look into."""
    return lingkup(user).jalur_peran(JenisPeran.PIMPINAN, JenisPeran.ADMIN_INSTANSI)


def pilih_unit(user: User, nomor: str) -> UnitKerja | None:
    """The unit asked for when it lies in the scope of the role; else the highest one of it."""
    dalam = UnitKerja.objects.filter(di_bawah(unit_rekap(user), kolom="jalur")).select_related("induk")
    if nomor_unit := parse_nomor(nomor):
        return dalam.filter(pk=nomor_unit).first()
    return dalam.order_by("jalur").first()


def dalam_lingkup(user: User, unit: UnitKerja | None) -> bool:
    return unit is not None and any(unit.jalur.startswith(atas) for atas in unit_rekap(user))


def rekap(unit: UnitKerja, *, periode: Periode, on: date) -> Rekap:
    """The unit as a whole, and each unit right below it with everything that hangs on it."""
    anak = list(UnitKerja.objects.filter(induk=unit, dibubarkan_on__isnull=True).order_by("nama", "id"))
    baris = {satu.jalur: BarisRekap(unit=satu) for satu in anak}
    jumlah = BarisRekap(unit=unit)
    _hitung(_orang(unit, on), jumlah, baris, "orang")
    _hitung(_status_skp(unit, periode), jumlah, baris, "skp")
    daftar_evaluasi = Evaluasi.objects.filter(skp__unit_kerja__jalur__startswith=unit.jalur, periode=periode)
    _hitung(_per_unit(daftar_evaluasi, "skp__unit_kerja__jalur", "status"), jumlah, baris, "evaluasi")
    berpredikat = daftar_evaluasi.exclude(predikat="")
    _hitung(_per_unit(berpredikat, "skp__unit_kerja__jalur", "predikat"), jumlah, baris, "predikat")
    capaian = capaian_unit(unit, periode)
    return Rekap(
        unit=unit,
        jumlah=jumlah,
        daftar=[b for b in baris.values() if b.orang or b.skp or b.evaluasi],
        capaian=capaian,
        sebaran=sebaran(daftar_evaluasi, capaian),
    )


_Hitungan = Iterable[tuple[str, str, int]]


def _hitung(hitungan: _Hitungan, jumlah: BarisRekap, baris: dict[str, BarisRekap], kolom: str) -> None:
    """Adds each (path, code, n) to the whole and to the one branch below it that the path lies in."""
    for jalur, kode, n in hitungan:
        cabang = next((b for awal, b in baris.items() if jalur.startswith(awal)), None)
        for satu in (jumlah, cabang) if cabang else (jumlah,):
            if kolom == "orang":
                satu.orang += n
            else:
                isi: dict[str, int] = getattr(satu, kolom)
                isi[kode] = isi.get(kode, 0) + n


def _orang(unit: UnitKerja, on: date) -> _Hitungan:
    """Everybody with a definitive post and a penilai; a pejabat negara has none and needs no plan."""
    daftar = Penempatan.objects.berlaku(on).filter(
        unit_kerja__jalur__startswith=unit.jalur, jenis="definitif", daftar_penilai__selesai_on__isnull=True
    )
    daftar = daftar.exclude(daftar_penilai__isnull=True)
    baris = daftar.order_by().values_list("unit_kerja__jalur").annotate(n=Count("id", distinct=True))
    return [(jalur, "", n) for jalur, n in baris]


def _status_skp(unit: UnitKerja, periode: Periode) -> _Hitungan:
    daftar = SKP.objects.filter(unit_kerja__jalur__startswith=unit.jalur, tahun=periode.tahun)
    return _per_unit(daftar.exclude(status=StatusSKP.DITUTUP), "unit_kerja__jalur", "status")


def _per_unit(daftar: QuerySet[SKP] | QuerySet[Evaluasi], jalur: str, kode: str) -> _Hitungan:
    per_kunci: dict[tuple[str, str], int] = defaultdict(int)
    for awal, isi, n in daftar.order_by().values_list(jalur, kode).annotate(n=Count("id")):
        per_kunci[awal, isi] += n
    return [(awal, isi, n) for (awal, isi), n in per_kunci.items()]
