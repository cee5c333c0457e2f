"""Where a leader's units stand: plans, evaluations and predikat, by unit, in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Count, F, Q, QuerySet, Value

from kinerja.kepegawaian.istilah import JenisPeran
from kinerja.kepegawaian.lingkup import berlaku_pada, di_bawah, jalur_cabang, lingkup
from kinerja.kepegawaian.models import Penempatan, UnitKerja
from kinerja.lib.angka import parse_nomor
from kinerja.penilaian.models import BELUM_DITETAPKAN, Evaluasi
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
_FINAL = {StatusEvaluasi.FINAL}


@dataclass(kw_only=True)
class BarisRekap:
    unit: UnitKerja
    orang: int = 0
    skp: dict[str, int] = field(default_factory=dict)
    evaluasi: dict[str, int] = field(default_factory=dict)
    predikat: dict[Predikat, int] = field(default_factory=dict)

    def tambah(self, kolom: str, kode: str, predikat: str, n: int) -> None:
        if kolom == "orang":
            self.orang += n
        else:
            isi: dict[str, int] = getattr(self, kolom)
            isi[kode] = isi.get(kode, 0) + n
        if predikat:
            self.predikat[Predikat(predikat)] = self.predikat.get(Predikat(predikat), 0) + n

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
        return sum(n for kode, n in self.evaluasi.items() if kode in BELUM_DITETAPKAN)

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
    # A unit that was dissolved later still stands in the periods in which it worked.
    ada = Q(dibubarkan_on__isnull=True) | Q(dibubarkan_on__gte=periode.mulai_on)
    anak = UnitKerja.objects.filter(ada, induk=unit).order_by("nama", "id")
    baris = {satu.jalur: BarisRekap(unit=satu) for satu in anak}
    jumlah = BarisRekap(unit=unit)
    for kolom, cabang, kode, predikat, n in _hitungan(unit, periode=periode, on=on):
        for satu in (jumlah, baris[cabang]) if cabang in baris else (jumlah,):
            satu.tambah(kolom, kode, predikat, n)
    capaian = capaian_unit(unit, periode)
    return Rekap(
        unit=unit,
        jumlah=jumlah,
        daftar=[b for b in baris.values() if b.orang or b.skp or b.evaluasi],
        capaian=capaian,
        sebaran=sebaran(jumlah.predikat, capaian),
    )


_Hitungan = Iterable[tuple[str, str, str, str, int]]


def _hitungan(unit: UnitKerja, *, periode: Periode, on: date) -> _Hitungan:
    """(what, path of the branch, status, predikat, n): as many rows as there are branches, whoever works there."""
    orang = _orang(unit, on).annotate(
        cabang=jalur_cabang(unit.jalur, kolom="unit_kerja__jalur"), kode=Value(""), nilai=Value("")
    )
    skp = _daftar_skp(unit, periode).annotate(
        cabang=jalur_cabang(unit.jalur, kolom="unit_kerja__jalur"), kode=F("status"), nilai=Value("")
    )
    evaluasi = _daftar_evaluasi(unit, periode).annotate(
        cabang=jalur_cabang(unit.jalur, kolom="skp__unit_kerja__jalur"), kode=F("status"), nilai=F("predikat")
    )
    bagian = [
        daftar.order_by()
        .values_list(Value(kolom), "cabang", "kode", "nilai")
        .annotate(n=Count("pk", distinct=kolom == "orang"))
        for kolom, daftar in (("orang", orang), ("skp", skp), ("evaluasi", evaluasi))
    ]
    return bagian[0].union(*bagian[1:], all=True)


def _orang(unit: UnitKerja, on: date) -> QuerySet[Penempatan]:
    """Everybody with a definitive post and a penilai; a pejabat negara has none and needs no plan."""
    dinilai = berlaku_pada(on, awalan="daftar_penilai__")
    return Penempatan.objects.berlaku(on).filter(
        dinilai, unit_kerja__jalur__startswith=unit.jalur, jenis="definitif"
    )


def _daftar_skp(unit: UnitKerja, periode: Periode) -> QuerySet[SKP]:
    daftar = SKP.objects.filter(unit_kerja__jalur__startswith=unit.jalur, tahun=periode.tahun)
    return daftar.exclude(status=StatusSKP.DITUTUP)


def _daftar_evaluasi(unit: UnitKerja, periode: Periode) -> QuerySet[Evaluasi]:
    return Evaluasi.objects.filter(skp__unit_kerja__jalur__startswith=unit.jalur, periode=periode)
