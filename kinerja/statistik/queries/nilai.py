"""All marks of a period and of up to three before it, as arrays; peers and staff stay out, nobody knows who they were."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from kinerja.kebijakan.models import Periode
from kinerja.metode.skala import MIKRO, skor_langkah, skor_rating
from kinerja.metode.uji import FloatArray, IntArray
from kinerja.penilaian.models import BELUM_DITETAPKAN, Evaluasi, PenilaianPerilaku
from kinerja.peraturan.predikat import Rating
from kinerja.statistik.istilah import SebagaiPenilai
from kinerja.sumber.istilah import KeadaanHak
from kinerja.sumber.models import NilaiTim
from kinerja.sumber.queries.baca import periode_dalam
from kinerja.sumber.queries.metode import BANYAK_LANGKAH

PERIODE_TERBANYAK = 4
HASIL = "hasil_kerja"
# Marks that may still change before anybody has stood by them are no evidence of how somebody rates.
_SEBAGAI: Final = tuple(SebagaiPenilai)
_POIN_RATING = {rating.value: skor_rating(rating) / MIKRO for rating in Rating}
_POIN_LANGKAH = {
    langkah: skor_langkah(langkah, banyak=BANYAK_LANGKAH) / MIKRO for langkah in range(1, BANYAK_LANGKAH + 1)
}
Baris = tuple[int, int, str, float, str]  # rater, person, aspect, points, path of the person's unit


@dataclass(frozen=True, kw_only=True)
class DaftarNilai:
    """One row a mark. `penilai` holds 2 × the number of the person + his office; `kini` is the last period's code."""

    penilai: IntArray
    dinilai: IntArray
    aspek: IntArray
    periode: IntArray
    skor: FloatArray
    unit: IntArray
    kini: int
    daftar_jalur: tuple[str, ...]  # `unit` points into it

    @property
    def skala(self) -> IntArray:
        return np.asarray(self.penilai % 2)


def penilai_dari(kode: int) -> tuple[int, SebagaiPenilai]:
    return kode // 2, _SEBAGAI[kode % 2]


@dataclass
class _Kode:
    """Whole numbers for names, in the order of their first appearance."""

    daftar: dict[str, int] = field(default_factory=dict)

    def __call__(self, nama: str) -> int:
        return self.daftar.setdefault(nama, len(self.daftar))


def jendela(periode: Periode) -> list[Periode]:
    """The period and up to three of its kind before it, oldest first."""
    daftar = Periode.objects.filter(
        instansi_id=periode.instansi_id,
        tahap=periode.tahap,
        jenis=periode.jenis,
        mulai_on__lte=periode.mulai_on,
    ).order_by("-mulai_on", "-id")[:PERIODE_TERBANYAK]
    return list(daftar)[::-1]


def daftar_nilai(periode: Periode) -> DaftarNilai:
    aspek, unit = _Kode(), _Kode()
    kolom = [array("q") for _ in range(5)]
    skor = array("d")
    for urutan, satu in enumerate(jendela(periode)):
        for penilai, dinilai, nama, poin, jalur in _marks(satu):
            for isi, nilai in zip(kolom, (penilai, dinilai, aspek(nama), urutan, unit(jalur)), strict=True):
                isi.append(nilai)
            skor.append(poin)
        kini = urutan
    angka = [np.frombuffer(isi, dtype=np.int64) if isi else np.zeros(0, dtype=np.int64) for isi in kolom]
    return DaftarNilai(
        penilai=angka[0],
        dinilai=angka[1],
        aspek=angka[2],
        periode=angka[3],
        unit=angka[4],
        skor=np.frombuffer(skor, dtype=np.float64) if skor else np.zeros(0),
        kini=kini,
        daftar_jalur=tuple(unit.daftar),
    )


def _marks(periode: Periode) -> Iterator[Baris]:
    yield from _behaviour(periode)
    yield from _results(periode)
    yield from _team(periode)


def _behaviour(periode: Periode) -> Iterator[Baris]:
    daftar = (
        PenilaianPerilaku.objects.filter(evaluasi__periode=periode)
        .exclude(rating="")
        .exclude(evaluasi__status__in=BELUM_DITETAPKAN)
        .order_by("id")
        .values_list(
            "evaluasi__penilai_id",
            "evaluasi__atasan_penilai_id",
            "evaluasi__oleh_atasan",
            "evaluasi__skp__pegawai_id",
            "aspek",
            "rating",
            "evaluasi__skp__unit_kerja__jalur",
        )
    )
    for penilai, atasan, oleh_atasan, pegawai, aspek, rating, jalur in daftar.iterator(5000):
        yield 2 * (atasan if oleh_atasan else penilai), pegawai, aspek, _POIN_RATING[rating], jalur


def _results(periode: Periode) -> Iterator[Baris]:
    daftar = (
        Evaluasi.objects.filter(periode=periode)
        .exclude(rating_hasil="")
        .exclude(status__in=BELUM_DITETAPKAN)
        .order_by("id")
        .values_list(
            "penilai_id",
            "atasan_penilai_id",
            "oleh_atasan",
            "skp__pegawai_id",
            "rating_hasil",
            "skp__unit_kerja__jalur",
        )
    )
    for penilai, atasan, oleh_atasan, pegawai, rating, jalur in daftar.iterator(5000):
        yield 2 * (atasan if oleh_atasan else penilai), pegawai, HASIL, _POIN_RATING[rating], jalur


def _team(periode: Periode) -> Iterator[Baris]:
    daftar = (
        NilaiTim.objects.filter(periode_dalam(periode), keadaan=KeadaanHak.TERISI)
        .order_by("id")
        .values_list(
            "anggota__pegawai_id", "skp__pegawai_id", "jawaban", "hasil_kerja", "skp__unit_kerja__jalur"
        )
    )
    for anggota, pegawai, jawaban, hasil, jalur in daftar.iterator(5000):
        for aspek, langkah in {**jawaban, HASIL: hasil or 0}.items():
            if langkah in _POIN_LANGKAH:  # 0 is "tidak tahu"
                yield 2 * anggota + 1, pegawai, aspek, _POIN_LANGKAH[langkah], jalur
