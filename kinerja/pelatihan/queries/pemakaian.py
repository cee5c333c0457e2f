"""What participants say three months later, as a number that betrays nobody's answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from kinerja.metode.kelompok_kecil import MINIMAL, tutup_kelompok
from kinerja.pelatihan.istilah import Pemakaian, PihakTindakLanjut
from kinerja.pelatihan.models import Pelatihan, TindakLanjutPelatihan


@dataclass(frozen=True, kw_only=True)
class PemakaianPelatihan:
    """`memakai` is None while so few are of one mind that they could be told apart."""

    pelatihan_id: int
    nama: str
    menjawab: int
    memakai: int | None

    @property
    def kalimat(self) -> str:
        if self.memakai is None:
            return (
                f"{self.menjawab} peserta sudah menjawab tiga bulan sesudah kelas. Pembagiannya tidak ditampilkan, supaya "
                "jawaban beberapa orang tidak terbaca."
            )
        return f"{self.memakai} dari {self.menjawab} peserta yang menjawab memakainya dalam pekerjaan, tiga bulan sesudah kelas."


def pemakaian_pelatihan(daftar: QuerySet[Pelatihan] | Iterable[Pelatihan]) -> dict[int, PemakaianPelatihan]:
    """Of the trainings of which enough people have answered; of a person only the newest answer. One query."""
    baris = (
        TindakLanjutPelatihan.objects.filter(
            pihak=PihakTindakLanjut.PESERTA, peserta__kelas__pelatihan__in=daftar
        )
        .order_by("peserta__kelas__pelatihan__nama", "dijawab_at", "id")
        .values_list(
            "peserta__kelas__pelatihan_id",
            "peserta__kelas__pelatihan__nama",
            "peserta__pegawai_id",
            "pemakaian",
        )
    )
    nama: dict[int, str] = {}
    jawaban: dict[int, dict[int, str]] = {}
    for pelatihan_id, judul, pegawai_id, pemakaian in baris.iterator(chunk_size=5000):
        nama[pelatihan_id] = judul
        jawaban.setdefault(pelatihan_id, {})[pegawai_id] = pemakaian
    return {
        nomor: _count(nomor, nama[nomor], isi.values())
        for nomor, isi in jawaban.items()
        if len(isi) >= MINIMAL
    }


def _count(nomor: int, nama: str, daftar: Iterable[str]) -> PemakaianPelatihan:
    jumlah = Counter(satu != Pemakaian.BELUM for satu in daftar)
    tampil = tutup_kelompok({True: jumlah[True], False: jumlah[False]})
    return PemakaianPelatihan(pelatihan_id=nomor, nama=nama, menjawab=jumlah.total(), memakai=tampil[True])
