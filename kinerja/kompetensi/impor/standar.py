"""The standards as a sheet: one competence of one post a row, or of all posts of that name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kinerja.kepegawaian.impor.baris import BarisImpor, NilaiSalah, required
from kinerja.kepegawaian.impor.jabatan import unit_problem, units_by_code
from kinerja.kepegawaian.impor.kolom import Kolom, normal
from kinerja.kepegawaian.istilah import PutusanBaris
from kinerja.kepegawaian.models import Impor, Instansi, Jabatan, UnitKerja
from kinerja.kompetensi.istilah import TINGKAT
from kinerja.kompetensi.models import Kompetensi, StandarKompetensi
from kinerja.lib.angka import AngkaTidakSah, parse_angka

UKURAN = 500
Sasaran = tuple[int, str]  # post, code of the competence

KOLOM = (
    Kolom(kunci="jabatan", judul="JABATAN", alias=("NAMA JABATAN", "KODE JABATAN"), wajib=True, lebar=40, bantuan="Nama atau kode jabatan."),
    Kolom(kunci="kode_unit", judul="KODE UNIT", alias=("KODE UNIT KERJA", "KODE UNOR"), bantuan="Kosongkan agar berlaku untuk semua jabatan dengan nama itu."),
    Kolom(kunci="kode", judul="KODE KOMPETENSI", alias=("KOMPETENSI",), wajib=True, bantuan="Kode seperti pada kamus kompetensi."),
    Kolom(kunci="tingkat", judul="TINGKAT", alias=("LEVEL", "TINGKAT WAJIB"), wajib=True, lebar=10, pilihan=tuple(str(t) for t in TINGKAT)),
    Kolom(kunci="sumber", judul="SUMBER", alias=("DASAR",), wajib=True, lebar=40, bantuan="Keputusan tentang standar kompetensi jabatan."),
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class BarisStandar:
    jabatan: str
    kode_unit: str
    kode: str
    tingkat: int
    sumber: str


@dataclass(frozen=True)
class Keadaan:
    """What the instansi has now, read once."""

    unit: dict[str, UnitKerja]
    jabatan: dict[str, list[Jabatan]]  # by name and by code, both normalised
    kompetensi: dict[str, Kompetensi]
    standar: dict[tuple[int, int], StandarKompetensi]

    def posts_of(self, isian: BarisStandar) -> list[Jabatan]:
        daftar = self.jabatan.get(normal(isian.jabatan), [])
        if not isian.kode_unit:
            return daftar
        return [j for j in daftar if j.unit_kerja.kode.casefold() == isian.kode_unit.casefold()]


def read_keadaan(instansi: Instansi) -> Keadaan:
    jabatan: dict[str, list[Jabatan]] = {}
    for satu in (
        Jabatan.objects.filter(unit_kerja__instansi=instansi, unit_kerja__dibubarkan_on=None)
        .select_related("unit_kerja")
        .order_by("id")
    ):
        for nama in {normal(satu.nama), normal(satu.kode)}:
            jabatan.setdefault(nama, []).append(satu)
    standar = StandarKompetensi.objects.filter(kompetensi__instansi=instansi).order_by("id")
    return Keadaan(
        unit=units_by_code(instansi),
        jabatan=jabatan,
        kompetensi={
            k.kode.casefold(): k for k in Kompetensi.objects.filter(instansi=instansi).order_by("id")
        },
        standar={(s.jabatan_id, s.kompetensi_id): s for s in standar},
    )


def parse(nilai: dict[str, str]) -> BarisStandar:
    return BarisStandar(
        jabatan=required(nilai, "jabatan", nama="Jabatan", panjang=150),
        kode_unit=nilai.get("kode_unit", ""),
        kode=required(nilai, "kode", nama="Kode kompetensi", panjang=40),
        tingkat=_level(nilai.get("tingkat", "")),
        sumber=required(nilai, "sumber", nama="Sumber", panjang=200),
    )


def _level(teks: str) -> int:
    try:
        angka = parse_angka(teks)
    except AngkaTidakSah:
        angka = None
    if angka is None or angka not in TINGKAT:
        raise NilaiSalah(f"Tingkat “{teks[:20]}” tidak ada. Isi angka 1 sampai 5.")
    return int(angka)


def check(daftar: Sequence[BarisImpor], instansi: Instansi, on: date) -> list[BarisImpor]:
    keadaan = read_keadaan(instansi)
    pertama: dict[Sasaran, int] = {}
    dibaca = [_read(mentah.fresh()) for mentah in daftar]
    khusus = _named_posts([isian for _, isian in dibaca if isian], keadaan)
    hasil = []
    for baris, isian in dibaca:
        if isian is None:
            hasil.append(baris)
            continue
        masalah = [*baris.galat, *_problems(isian, keadaan)]
        # The same post may be named by its name here and by its code there.
        sasaran = [(j.pk, isian.kode.casefold()) for j in _targets(isian, keadaan, khusus)]
        nomor = {pertama.setdefault(satu, baris.nomor) for satu in sasaran} - {baris.nomor}
        if nomor:
            masalah.append(
                f"Jabatan dan kompetensi ini sudah ada pada baris {min(nomor)}. Hapus salah satunya."
            )
        hasil.append(baris.wrong(*masalah) if masalah else _verdict(baris, isian, keadaan, khusus))
    return hasil


def _read(baris: BarisImpor) -> tuple[BarisImpor, BarisStandar | None]:
    """The content, or the row with what is wrong about it."""
    try:
        return baris, parse(baris.nilai)
    except NilaiSalah as error:
        return baris.wrong(*baris.galat, str(error)), None


def _named_posts(daftar: Sequence[BarisStandar], keadaan: Keadaan) -> frozenset[Sasaran]:
    """Posts that a row names together with their unit: a row for all posts of the name leaves them alone."""
    return frozenset(
        (jabatan.pk, isian.kode.casefold())
        for isian in daftar
        if isian.kode_unit
        for jabatan in keadaan.posts_of(isian)
    )


def _targets(isian: BarisStandar, keadaan: Keadaan, khusus: frozenset[Sasaran]) -> list[Jabatan]:
    daftar = keadaan.posts_of(isian)
    if isian.kode_unit:
        return daftar
    return [jabatan for jabatan in daftar if (jabatan.pk, isian.kode.casefold()) not in khusus]


def _problems(isian: BarisStandar, keadaan: Keadaan) -> Iterator[str]:
    tak_ada = isian.kode_unit and unit_problem(isian.kode_unit, keadaan.unit.get(isian.kode_unit.casefold()))
    if tak_ada:
        yield tak_ada
    elif not keadaan.posts_of(isian):
        tempat = f" di unit {isian.kode_unit}" if isian.kode_unit else ""
        yield f"Jabatan “{isian.jabatan[:60]}” tidak ada{tempat}. Samakan nama atau kodenya dengan data jabatan."
    if isian.kode.casefold() not in keadaan.kompetensi:
        yield f"Kompetensi {isian.kode} tidak ada di kamus. Impor dahulu kamusnya, atau periksa kodenya."


def _verdict(
    baris: BarisImpor, isian: BarisStandar, keadaan: Keadaan, khusus: frozenset[Sasaran]
) -> BarisImpor:
    kompetensi = keadaan.kompetensi[isian.kode.casefold()]
    daftar = _targets(isian, keadaan, khusus)
    ada = [keadaan.standar.get((j.pk, kompetensi.pk)) for j in daftar]
    lama = sorted({str(s.tingkat) for s in ada if s})
    if daftar and not lama:
        return baris.new(f"{kompetensi}, untuk {len(daftar)} jabatan.")
    if not daftar:
        return baris.compared([])
    # Where only some posts have it, what is there differs from one level for all.
    sebelum = ", ".join(lama) if all(ada) else f"{', '.join(lama)} (sebagian)"
    sumber = ", ".join(sorted({s.sumber for s in ada if s}))
    return baris.compared([("TINGKAT", sebelum, str(isian.tingkat)), ("SUMBER", sumber, isian.sumber)])


def apply(daftar: Sequence[BarisImpor], impor: Impor, on: date) -> None:
    keadaan = read_keadaan(impor.instansi)
    benar = [(b, parse(b.nilai)) for b in daftar if b.putusan is not PutusanBaris.SALAH]
    khusus = _named_posts([isian for _, isian in benar], keadaan)
    hasil = []
    for baris, isian in benar:
        if baris.putusan is PutusanBaris.SAMA:
            continue
        kompetensi = keadaan.kompetensi[isian.kode.casefold()]
        hasil += [
            StandarKompetensi(
                jabatan=jabatan, kompetensi=kompetensi, tingkat=isian.tingkat, sumber=isian.sumber
            )
            for jabatan in _targets(isian, keadaan, khusus)
        ]
    StandarKompetensi.objects.bulk_create(
        hasil,
        batch_size=UKURAN,
        update_conflicts=True,
        unique_fields=["jabatan", "kompetensi"],
        update_fields=["tingkat", "sumber"],
    )
