"""The board of a meeting: everybody at a glance, in a number of queries that does not grow with the unit."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.db.models import Count

from kinerja.kalibrasi.istilah import KeadaanUsulan
from kinerja.kalibrasi.models import Peserta, Sidang, Tanda, Usulan
from kinerja.kalibrasi.permissions import peserta_of
from kinerja.kalibrasi.queries.orang import terlihat
from kinerja.kepegawaian.lingkup import lingkup
from kinerja.metode.kalibrasi import ArahTanda, SisiTanda, perbedaan
from kinerja.penilaian.actions.kalibrasi import DAPAT_DIKALIBRASI
from kinerja.penilaian.queries.capaian import capaian_unit
from kinerja.penilaian.queries.sebaran import Sebaran, sebaran
from kinerja.peraturan.alur import StatusEvaluasi
from kinerja.peraturan.predikat import Predikat, Rating, predikat_kinerja

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from kinerja.akun.models import User
    from kinerja.penilaian.queries.capaian import CapaianBerlaku

NAMA_PER_SEL = 4
BELUM = "belum"


@dataclass(frozen=True, kw_only=True)
class BarisPapan:
    evaluasi_id: int
    pegawai_id: int
    nama: str
    jabatan: str
    unit_id: int
    unit: str
    penilai_id: int
    penilai: str
    status: StatusEvaluasi
    hasil: Rating | None
    perilaku: Rating | None
    saran_hasil: Rating | None
    saran_perilaku: Rating | None
    predikat: Predikat | None
    daftar_tanda: Sequence[Tanda] = ()
    tanda_saya: Tanda | None = None
    usulan: Usulan | None = None

    @property
    def kotak(self) -> str:
        """The cell of the quadrant; who is still being rated stands in none."""
        if self.predikat is None or self.hasil is None or self.perilaku is None:
            return BELUM
        return f"{self.hasil.value}-{self.perilaku.value}"

    @property
    def terkunci(self) -> bool:
        return self.predikat is not None and self.status not in DAPAT_DIKALIBRASI

    @property
    def menyimpang(self) -> bool:
        """The penilai departed from a suggestion."""
        pasangan = ((self.hasil, self.saran_hasil), (self.perilaku, self.saran_perilaku))
        return any(r is not None and s is not None and r is not s for r, s in pasangan)

    @cached_property
    def perbedaan(self) -> Fraction:
        sisi = [
            SisiTanda(rating=rating, saran=saran, daftar_arah=_directions(self.daftar_tanda, nama))
            for nama, rating, saran in (
                ("hasil", self.hasil, self.saran_hasil),
                ("perilaku", self.perilaku, self.saran_perilaku),
            )
        ]
        bahas = sum(tanda.bahas for tanda in self.daftar_tanda)
        return perbedaan(sisi=sisi, bahas=bahas, penanda=len(self.daftar_tanda))

    def arah(self, nama: str) -> dict[ArahTanda, int]:
        """How many would take this rating where."""
        return Counter(_directions(self.daftar_tanda, nama))


def _directions(daftar: Iterable[Tanda], nama: str) -> list[ArahTanda]:
    return [ArahTanda(getattr(tanda, nama)) for tanda in daftar if getattr(tanda, nama)]


@dataclass(frozen=True, kw_only=True)
class Sel:
    """One cell of the quadrant: how many, and the first of them by name."""

    kode: str
    hasil: Rating
    perilaku: Rating
    predikat: Predikat
    daftar: list[BarisPapan]

    @property
    def jumlah(self) -> int:
        return len(self.daftar)

    @property
    def tampil(self) -> list[BarisPapan]:
        return self.daftar if self.jumlah <= NAMA_PER_SEL + 1 else self.daftar[:NAMA_PER_SEL]

    @property
    def sisa(self) -> int:
        return self.jumlah - len(self.tampil)


@dataclass(frozen=True, kw_only=True)
class Saringan:
    """What the list is asked to show. An unknown value shows everybody."""

    kotak: str = ""
    unit: int | None = None
    penilai: int | None = None
    cari: str = ""
    hanya: str = ""
    urut: str = ""

    def cocok(self, baris: BarisPapan) -> bool:
        return (
            self.kotak in ("", baris.kotak)
            and self.unit in (None, baris.unit_id)
            and self.penilai in (None, baris.penilai_id)
            and self.cari.casefold() in baris.nama.casefold()
            and _HANYA.get(self.hanya, _everybody)(baris)
        )


def _everybody(_: BarisPapan) -> bool:
    return True


_HANYA: dict[str, Callable[[BarisPapan], bool]] = {
    "belum_ditandai": lambda b: b.tanda_saya is None and b.predikat is not None and not b.terkunci,
    "menyimpang": lambda b: b.menyimpang,
    "bahas": lambda b: any(tanda.bahas for tanda in b.daftar_tanda),
    "usulan": lambda b: b.usulan is not None,
}
_PREDIKAT = list(Predikat)
_URUT: dict[str, Callable[[BarisPapan], Any]] = {
    "perbedaan": lambda b: -b.perbedaan,
    "predikat": lambda b: _PREDIKAT.index(b.predikat) if b.predikat else len(_PREDIKAT),
    "unit": lambda b: b.unit,
    "penilai": lambda b: b.penilai,
}


@dataclass(frozen=True, kw_only=True)
class Papan:
    sidang: Sidang
    daftar_peserta: list[Peserta]
    saya: Peserta | None
    semua: list[BarisPapan]  # by name
    capaian: CapaianBerlaku | None = None
    _jumlah_tanda: dict[int, int] = field(default_factory=dict)

    @cached_property
    def kuadran(self) -> list[list[Sel]]:
        """Rows from the top of the printed quadrant, columns from its left."""
        per_kotak: dict[str, list[BarisPapan]] = defaultdict(list)
        for baris in self.semua:
            per_kotak[baris.kotak].append(baris)
        return [
            [
                Sel(
                    kode=(kode := f"{hasil.value}-{perilaku.value}"),
                    hasil=hasil,
                    perilaku=perilaku,
                    predikat=predikat_kinerja(hasil_kerja=hasil, perilaku_kerja=perilaku),
                    daftar=per_kotak[kode],
                )
                for perilaku in Rating
            ]
            for hasil in reversed(Rating)
        ]

    @property
    def belum_dinilai(self) -> int:
        return sum(baris.kotak == BELUM for baris in self.semua)

    @property
    def belum_ditandai(self) -> int:
        return len(self.menunggu_tanda)

    @cached_property
    def menunggu_tanda(self) -> list[int]:
        """By name, those who were rated by others, can still be changed, and are without my mark."""
        if self.saya is None or not self.saya.bersuara:
            return []
        saya = self.saya.pegawai_id
        return [
            b.evaluasi_id
            for b in self.semua
            if b.predikat and not b.terkunci and b.tanda_saya is None and b.penilai_id != saya
        ]

    @cached_property
    def sebaran(self) -> Sebaran | None:
        """Without the reader's own row: what he could work out from the rest would be his own predikat."""
        return sebaran(Counter(b.predikat for b in self.semua if b.predikat), self.capaian)

    @property
    def sudah_memberi_tanda(self) -> int:
        return sum(p.bersuara and bool(self._jumlah_tanda.get(p.pk)) for p in self.daftar_peserta)

    @property
    def bersuara(self) -> int:
        return sum(p.bersuara for p in self.daftar_peserta)

    def daftar(self, saringan: Saringan) -> list[BarisPapan]:
        """Ties keep the order of names: a stable sort on top of it."""
        urut = saringan.urut or ("nama" if self.sidang.tertutup_tanda else "perbedaan")
        pilih = [baris for baris in self.semua if saringan.cocok(baris)]
        return sorted(pilih, key=_URUT[urut]) if urut in _URUT else pilih

    @property
    def pilihan_unit(self) -> list[tuple[int, str]]:
        return sorted({(b.unit_id, b.unit) for b in self.semua}, key=lambda p: p[1])

    @property
    def pilihan_penilai(self) -> list[tuple[int, str]]:
        return sorted({(b.penilai_id, b.penilai) for b in self.semua}, key=lambda p: p[1])


def papan(sidang: Sidang, *, user: User, on: date) -> Papan:
    undangan = Peserta.objects.filter(sidang=sidang).annotate(jumlah=Count("daftar_tanda"))
    peserta = list(undangan.select_related("pegawai").order_by("pegawai__nama", "id"))
    saya = peserta_of(user, peserta)
    return Papan(
        sidang=sidang,
        daftar_peserta=peserta,
        saya=saya,
        semua=_rows(sidang, user, saya, on=on),
        capaian=capaian_unit(sidang.unit_kerja, sidang.periode),
        _jumlah_tanda={p.pk: getattr(p, "jumlah", 0) for p in peserta},
    )


def daftar_tanda(sidang: Sidang, user: User) -> list[Tanda]:
    """What this reader may know of the marks: before the opening only his own."""
    terbuka = Tanda.objects.visible_to(user).filter(sidang=sidang)
    return list(terbuka.defer("komentar").order_by("peserta__pegawai__nama", "id"))


_KOLOM = (
    "pk", "skp__pegawai_id", "skp__pegawai__nama", "skp__penempatan__jabatan__nama", "skp__unit_kerja_id",
    "skp__unit_kerja__nama", "penilai_id", "penilai__nama", "status", "rating_hasil", "rating_perilaku", "saran_hasil",
    "saran_perilaku", "predikat",
)  # fmt: skip


def _rows(sidang: Sidang, user: User, saya: Peserta | None, *, on: date) -> list[BarisPapan]:
    tanda: dict[int, list[Tanda]] = defaultdict(list)
    for satu in daftar_tanda(sidang, user):
        tanda[satu.evaluasi_id].append(satu)
    menunggu = Usulan.objects.filter(sidang=sidang, keadaan=KeadaanUsulan.MENUNGGU).order_by("id")
    usulan = {satu.evaluasi_id: satu for satu in menunggu}
    baris = terlihat(sidang, lingkup(user).pegawai, on=on).order_by("skp__pegawai__nama", "id")
    return [_row(isi, tanda.get(isi[0], []), usulan.get(isi[0]), saya) for isi in baris.values_list(*_KOLOM)]


def _row(
    isi: tuple[object, ...], tanda: list[Tanda], usulan: Usulan | None, saya: Peserta | None
) -> BarisPapan:
    nomor, pegawai_id, nama, jabatan, unit_id, unit, penilai_id, penilai, status, *nilai = isi
    hasil, perilaku, saran_hasil, saran_perilaku, predikat = (str(satu) for satu in nilai)
    # A draft is nobody's decision: its ratings are not talked about.
    jadi = bool(predikat)
    return BarisPapan(
        evaluasi_id=int(str(nomor)),
        pegawai_id=int(str(pegawai_id)),
        nama=str(nama),
        jabatan=str(jabatan),
        unit_id=int(str(unit_id)),
        unit=str(unit),
        penilai_id=int(str(penilai_id)),
        penilai=str(penilai),
        status=StatusEvaluasi(str(status)),
        hasil=Rating(hasil) if jadi else None,
        perilaku=Rating(perilaku) if jadi else None,
        saran_hasil=Rating(saran_hasil) if saran_hasil else None,
        saran_perilaku=Rating(saran_perilaku) if saran_perilaku else None,
        predikat=Predikat(predikat) if jadi else None,
        daftar_tanda=tanda,
        tanda_saya=next((t for t in tanda if saya is not None and t.peserta_id == saya.pk), None),
        usulan=usulan,
    )
