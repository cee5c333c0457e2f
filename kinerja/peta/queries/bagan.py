"""The plans of a unit and a year that somebody may see, as one forest: two queries, however many there are."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from kinerja.kepegawaian.istilah import StatusPegawai
from kinerja.metode.peta_kinerja import Butir, Hutan, JenisTemuan, berlebih, hutan, salinan, temuan_garis
from kinerja.peraturan.alur import StatusSKP
from kinerja.peraturan.skp import JenisHasilKerja
from kinerja.perencanaan.lingkup import terlihat_oleh
from kinerja.perencanaan.models import RencanaHasilKerja

if TYPE_CHECKING:
    from kinerja.akun.models import User
    from kinerja.kepegawaian.models import UnitKerja

BUTIR_TERBANYAK = 8000  # beyond that a map is a carpet: choose a unit


@dataclass(frozen=True)
class Baris:
    """What the page says of a result. `skp` is empty where only its words may be read."""

    nomor: int
    teks: str
    orang: int
    nama: str
    jabatan: str
    unit: str
    skp: int | None


@dataclass(frozen=True)
class Bagan:
    """The forest, the words of each result, and those above that lead out of it."""

    hutan: Hutan
    baris: dict[int, Baris]
    di_atas: dict[int, Baris] = field(default_factory=dict)
    terlalu_banyak: bool = False

    @cached_property
    def daftar_salinan(self) -> list[tuple[int, ...]]:
        return salinan(self.hutan.daftar.values())

    @cached_property
    def berlebih(self) -> dict[int, int]:
        return berlebih(self.hutan.daftar.values())

    @cached_property
    def per_garis(self) -> dict[JenisTemuan, list[int]]:
        return temuan_garis(self.hutan)

    @property
    def jumlah(self) -> dict[JenisTemuan, int]:
        return {jenis: len(isi) for jenis, isi in self.per_garis.items()} | {
            JenisTemuan.SALINAN: sum(map(len, self.daftar_salinan)),
            JenisTemuan.BERLEBIH: len(self.berlebih),
        }

    @property
    def jumlah_orang(self) -> int:
        return len({satu.orang for satu in self.baris.values()})

    def above(self, nomor: int) -> Baris | None:
        """The result of another house that this one supports."""
        return self.di_atas.get(self.hutan.daftar[nomor].atas or 0)


def baca_bagan(user: User, *, tahun: int, unit: UnitKerja | None) -> Bagan:
    """Closed plans left out: their owner has another one, or is gone."""
    daftar = RencanaHasilKerja.objects.filter(terlihat_oleh(user, awalan="skp__"), skp__tahun=tahun)
    if unit is not None:
        daftar = daftar.filter(skp__unit_kerja__jalur__startswith=unit.jalur)
    isi = daftar.exclude(skp__status=StatusSKP.DITUTUP).order_by("skp_id", "-jenis", "urutan", "id")
    rows = isi.values_list(
        "pk", "teks", "skp_id", "skp__pegawai_id", "skp__pegawai__nama", "skp__penempatan__jabatan__nama", "skp__unit_kerja__nama",
        "rhk_pimpinan_id", "rhk_pimpinan_teks", "jenis", "skp__penilai_id", "skp__penilai__status",
    )[: BUTIR_TERBANYAK + 1]  # fmt: skip
    butir, baris = [], {}
    for nomor, teks, skp, orang, nama, jabatan, nama_unit, atas, menunggu, jenis, penilai, status in rows:
        baris[nomor] = Baris(nomor, teks, orang, nama, jabatan, nama_unit, skp)
        butir.append(
            Butir(
                nomor=nomor, atas=atas, orang=orang, penilai=penilai, teks=teks, utama=jenis == JenisHasilKerja.UTAMA,
                menunggu=bool(menunggu), puncak=status == StatusPegawai.PEJABAT_NEGARA,
            )
        )  # fmt: skip
    if len(butir) > BUTIR_TERBANYAK:
        return Bagan(hutan(()), {}, terlalu_banyak=True)
    luar = {satu.atas for satu in butir if satu.atas} - baris.keys()
    return Bagan(hutan(butir), baris, _words(luar) if luar else {})


def _words(daftar_nomor: set[int]) -> dict[int, Baris]:
    """Results above, as the forms of those below print them: the words and whose they are, no way in."""
    rows = RencanaHasilKerja.objects.filter(pk__in=daftar_nomor).order_by("pk").values_list(
        "pk", "teks", "skp__pegawai_id", "skp__pegawai__nama", "skp__penempatan__jabatan__nama", "skp__unit_kerja__nama"
    )  # fmt: skip
    return {
        nomor: Baris(nomor, teks, orang, nama, jabatan, unit, skp=None)
        for nomor, teks, orang, nama, jabatan, unit in rows
    }
