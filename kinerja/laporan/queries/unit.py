"""Recap and distribution by unit."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Count

from kinerja.kebijakan.models import Tahap
from kinerja.kepegawaian.models import UnitKerja
from kinerja.laporan.istilah import JenisLaporan
from kinerja.laporan.lingkup import cakupan
from kinerja.laporan.queries.bentuk import Baris, Kolom, Laporan, Saringan, Sel, Sumber, SumberJadi
from kinerja.laporan.queries.evaluasi import evaluasi_ditetapkan
from kinerja.penilaian.queries.rekap import BarisRekap, rekap
from kinerja.penilaian.queries.sebaran_unit import daftar_periode_terbit, sebaran_unit
from kinerja.peraturan.predikat import Predikat

if TYPE_CHECKING:
    from kinerja.akun.models import User

_TAHAP = (Tahap.PERIODIK, Tahap.TAHUNAN)
_URUTAN = list(Predikat)
_HITUNGAN = (
    "orang", "belum", "draf", "diajukan", "ditetapkan", "belum_dinilai", "berjalan", "final",
)  # fmt: skip


def _susun_rekap(user: User, saringan: Saringan, on: date) -> Sumber:
    """The same figures as the page “Rekap unit”; who heads a unit reads his own, without what lies below."""
    if saringan.unit is None or saringan.periode is None:
        return SumberJadi([])
    dari = cakupan(user, on=on)
    menaungi = dari.menaungi(saringan.unit)
    if not menaungi and saringan.unit.pk not in dari.unit_kepala:
        return SumberJadi([])
    isi = rekap(saringan.unit, periode=saringan.periode, on=min(on, saringan.periode.selesai_on))
    langsung = _counts(isi.jumlah, kurang=isi.daftar)
    sendiri = Baris(sel=(saringan.unit.nama, "di unit ini", *langsung))
    if not menaungi or not saringan.cabang:
        return SumberJadi([sendiri])
    daftar = [Baris(sel=(satu.unit.nama, "dengan unit di bawahnya", *_counts(satu))) for satu in isi.daftar]
    seluruh = Baris(sel=(saringan.unit.nama, "seluruhnya", *_counts(isi.jumlah)))
    return SumberJadi([sendiri, *daftar, seluruh] if any(langsung) else [*daftar, seluruh])


def _counts(baris: BarisRekap, *, kurang: list[BarisRekap] | None = None) -> tuple[Sel, ...]:
    return tuple(
        getattr(baris, nama) - sum(getattr(anak, nama) for anak in kurang or []) for nama in _HITUNGAN
    )


def _susun_sebaran(user: User, saringan: Saringan, on: date) -> Sumber:
    """Of the people he may read one by one exactly; otherwise the table that everybody reads, small groups closed."""
    if saringan.periode is None:
        return SumberJadi([])
    daftar = evaluasi_ditetapkan(user, saringan, on=on)
    if not boleh_lihat_orang(user, saringan, on=on):
        return SumberJadi(_tertutup(saringan, on))
    hitungan: dict[int, dict[str, int]] = defaultdict(dict)
    for unit, predikat, n in (
        daftar.order_by().values_list("skp__unit_kerja_id", "predikat").annotate(n=Count("pk", distinct=True))
    ):
        hitungan[unit][predikat] = n
    unit = UnitKerja.objects.filter(pk__in=hitungan).order_by("jalur", "pk")
    hasil = [_row(satu.nama, hitungan[satu.pk]) for satu in unit]
    if len(hasil) > 1:
        jumlah = {p: sum(isi.get(p, 0) for isi in hitungan.values()) for p in _URUTAN}
        hasil.append(_row("Jumlah", jumlah))
    return SumberJadi(hasil)


def boleh_lihat_orang(user: User, saringan: Saringan, *, on: date) -> bool:
    """As a role or as head over the unit, or without a unit over anything at all."""
    dari = cakupan(user, on=on)
    if saringan.unit is None or dari.menaungi(saringan.unit):
        return dari.memimpin
    return saringan.unit.pk in dari.unit_kepala


def _row(nama: str, isi: dict[str, int] | dict[Predikat, int]) -> Baris:
    jumlah = sum(isi.values())
    per_predikat = [isi.get(satu, 0) for satu in _URUTAN]
    baik = per_predikat[0] + per_predikat[1]
    return Baris(sel=(nama, *per_predikat, jumlah, round(baik * 100 / jumlah) if jumlah else None))


def _tertutup(saringan: Saringan, on: date) -> list[Baris]:
    periode = saringan.periode
    if periode is None or periode.pk not in {p.pk for p in daftar_periode_terbit(periode.instansi_id, on=on)}:
        return []
    tabel = sebaran_unit(periode, unit_saya=None)
    if tabel is None:
        return []
    daftar = [(satu.unit.nama, satu.per_predikat, satu.jumlah) for satu in tabel.daftar]
    return [
        Baris(sel=(nama, *(isi.get(p) for p in _URUTAN), jumlah, None))
        for nama, isi, jumlah in [*daftar, ("Jumlah", tabel.per_predikat, tabel.total)]
    ]


REKAP = Laporan(
    jenis=JenisLaporan.UNIT,
    uraian="Sampai di mana SKP dan evaluasi tiap unit, sama dengan halaman Rekap unit.",
    tahap=_TAHAP,
    susun=_susun_rekap,
    kosong="Rekap ini bagi pimpinan, admin, dan kepala unit. Pilih unit yang Anda pimpin.",
    daftar_kolom=(
        Kolom("Unit kerja", lebar=40),
        Kolom("Cakupan", lebar=24),
        Kolom("Pegawai", "angka", 10),
        Kolom("Belum ada SKP", "angka", 10),
        Kolom("SKP draf", "angka", 10),
        Kolom("SKP diajukan", "angka", 10),
        Kolom("SKP ditetapkan", "angka", 11),
        Kolom("Belum dinilai", "angka", 10),
        Kolom("Berjalan", "angka", 10),
        Kolom("Final", "angka", 10),
    ),
)
SEBARAN = Laporan(
    jenis=JenisLaporan.SEBARAN,
    uraian="Berapa orang pada tiap predikat, per unit. Sel kosong berarti ditutup supaya tidak menunjuk orang.",
    tahap=_TAHAP,
    susun=_susun_sebaran,
    kosong="Sebaran tampil sesudah ada evaluasi yang ditetapkan; bagi yang bukan pimpinan, sesudah periodenya ditutup.",
    daftar_kolom=(
        Kolom("Unit kerja", lebar=40),
        *(Kolom(satu.label, "angka", 12) for satu in Predikat),
        Kolom("Jumlah", "angka", 10),
        Kolom("Baik ke atas (%)", "angka", 12),
    ),
)
