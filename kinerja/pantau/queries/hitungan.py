"""Figures: counted from the rows of the year, and read back from what was counted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.db.models import Q, Sum

from kinerja.kepegawaian.models import UnitKerja
from kinerja.pantau.istilah import KOLOM_SUARA, SEMUA_KOLOM, TANDA, Kolom, Tahapan
from kinerja.pantau.lingkup import Cakupan
from kinerja.pantau.models import Figur, Hitungan, NilaiTitik
from kinerja.pantau.queries.dasar import DAFTAR_DASAR
from kinerja.pantau.queries.saat import Saat

Isi = dict[str, int]


def hitung(saat: Saat, cakupan: Cakupan) -> dict[int, Isi]:
    """Per unit the figures of its own staff, counted now, in one query."""
    bagian = [dasar.hitung(saat, cakupan) for dasar in DAFTAR_DASAR]
    hasil: dict[int, Isi] = defaultdict(lambda: dict.fromkeys(SEMUA_KOLOM, 0))
    isi = [satu for satu in bagian if not satu.query.is_empty()]
    for unit, kolom, n in isi[0].union(*isi[1:], all=True):
        hasil[unit][kolom] += n
    return hasil


def hitung_suara(saat: Saat, unit_ids: Iterable[int] | None = None) -> dict[int, Isi]:
    """Per unit its published service points, their votes, and votes × index."""
    daftar = NilaiTitik.objects.filter(layanan__unit_kerja__instansi=saat.instansi_id)
    if unit_ids is not None:
        daftar = daftar.filter(layanan__unit_kerja__in=list(unit_ids))
    hasil: dict[int, Isi] = {}
    for unit, n, bobot in daftar.order_by().values_list("layanan__unit_kerja", "n", "bobot"):
        isi = hasil.setdefault(unit, dict.fromkeys((Kolom.SUARA_TITIK.value, *KOLOM_SUARA), 0))
        isi["suara_titik"] += 1
        isi["suara_n"] += n
        isi["suara_bobot"] += bobot
    return hasil


def jumlah_bawah(jalur: str) -> Isi:
    """The sum of a subtree by the prefix of its path."""
    daftar = Hitungan.objects.filter(mendalam=False, unit_kerja__jalur__startswith=jalur)
    jumlah = daftar.aggregate(**{kolom: Sum(kolom) for kolom in SEMUA_KOLOM})
    return {kolom: jumlah[kolom] or 0 for kolom in SEMUA_KOLOM}


@dataclass(frozen=True, kw_only=True)
class Angka:
    """The figures of one row of the page, and what can be read from them."""

    isi: Mapping[str, int]

    def __getitem__(self, kode: str) -> int:
        return self.isi[kode]

    def semua(self, tahapan: Tahapan) -> int:
        return sum(self.isi[kolom] for kolom in tahapan.kolom)

    def tercapai(self, tahapan: Tahapan) -> int:
        return sum(self.isi[kolom] for kolom in tahapan.tercapai)

    def macet(self, tahapan: Tahapan) -> int:
        return self.semua(tahapan) - self.tercapai(tahapan)

    def persen(self, tahapan: Tahapan) -> int | None:
        """Rounded down: a hundred means everybody. None where there is nobody."""
        semua = self.semua(tahapan)
        return self.tercapai(tahapan) * 100 // semua if semua else None

    @property
    def tanda(self) -> int:
        return sum(self.isi[kolom] for kolom in TANDA)

    @property
    def ikm(self) -> float | None:
        """Of the published service points together, each weighing as many votes as it has."""
        n = self.isi["suara_n"]
        return self.isi["suara_bobot"] / n / 100 if n else None

    @property
    def kosong(self) -> bool:
        return not any(self.isi.values())


def angka_dari(baris: Figur) -> Angka:
    return Angka(isi={kolom: getattr(baris, kolom) for kolom in SEMUA_KOLOM})


def tambah(daftar: Iterable[Mapping[str, int]]) -> Isi:
    jumlah = dict.fromkeys(SEMUA_KOLOM, 0)
    for isi in daftar:
        for kolom in SEMUA_KOLOM:
            jumlah[kolom] += isi.get(kolom, 0)
    return jumlah


@dataclass(frozen=True, kw_only=True)
class BarisPapan:
    """A unit below, with everything that hangs on it; or (`sendiri`) those who work in the unit itself."""

    unit_id: int
    nama: str
    sendiri: bool
    angka: Angka
    bercabang: bool = False


@dataclass(frozen=True, kw_only=True)
class Papan:
    """One screen: the whole, and its parts."""

    kunci: str  # what a watcher of this screen subscribes to
    angka: Angka
    daftar: list[BarisPapan] = field(default_factory=list)
    versi: int = 0
    dihitung: bool = True

    @property
    def unit_ids(self) -> frozenset[int]:
        return frozenset(baris.unit_id for baris in self.daftar)


def papan_unit(unit_id: int) -> Papan:
    """A unit with those right below it, in one query."""
    baris = (
        Hitungan.objects.filter(
            Q(unit_kerja=unit_id)
            | Q(unit_kerja__induk=unit_id, mendalam=True, unit_kerja__dibubarkan_on=None)
        )
        .select_related("unit_kerja")
        .only("versi", "mendalam", "unit_kerja__nama", "unit_kerja__jalur", *SEMUA_KOLOM)
        .order_by("unit_kerja__nama", "unit_kerja_id")
    )
    pokok, daftar, versi = Angka(isi=tambah(())), [], 0
    ada = False
    for satu in baris:
        angka, versi = angka_dari(satu), max(versi, satu.versi)
        if satu.unit_kerja_id == unit_id and satu.mendalam:
            pokok, ada = angka, True
        elif not angka.kosong:
            sendiri = satu.unit_kerja_id == unit_id
            daftar.append(
                BarisPapan(
                    unit_id=satu.unit_kerja_id, nama=satu.unit_kerja.nama, sendiri=sendiri, angka=angka
                )
            )
    daftar.sort(key=lambda b: not b.sendiri)
    return Papan(kunci=f"u{unit_id}", angka=pokok, daftar=daftar, versi=versi, dihitung=ada)


def papan_tim(pegawai_id: int, saat: Saat) -> Papan:
    """The people of one penilai by unit, counted on the spot: there are never many."""
    hasil = hitung(saat, Cakupan(instansi_id=saat.instansi_id, tim=pegawai_id))
    nama = dict(UnitKerja.objects.filter(pk__in=hasil).order_by("pk").values_list("pk", "nama"))
    daftar = [
        BarisPapan(unit_id=unit, nama=nama[unit], sendiri=True, angka=Angka(isi=isi))
        for unit, isi in sorted(hasil.items(), key=lambda satu: nama[satu[0]])
    ]
    return Papan(kunci=f"p{pegawai_id}", angka=Angka(isi=tambah(hasil.values())), daftar=daftar)
