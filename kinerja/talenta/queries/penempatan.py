"""The box of many people at once: few queries however many they are, and the sentences only for those who are shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from django.db.models import DateField, DecimalField, F, Q, QuerySet, Value
from django.db.models.functions import Cast

from kinerja.karier.models import RiwayatPredikat
from kinerja.karier.queries.bahan import SUDAH_PASTI
from kinerja.kebijakan.models import Tahap
from kinerja.kepegawaian.istilah import JenisPenempatan, StatusPegawai
from kinerja.kepegawaian.lingkup import di_bawah
from kinerja.kepegawaian.models import Penempatan as PenempatanPegawai
from kinerja.lib.tanggal import format_tanggal
from kinerja.metode.jenjang_suksesi import TanggaJabatan
from kinerja.metode.talenta import (
    AturanTalenta,
    Kotak,
    Penempatan,
    kotak_talenta,
    nilai_potensial,
    penempatan_talenta,
)
from kinerja.penilaian.models import Evaluasi
from kinerja.peraturan.predikat import Predikat
from kinerja.peraturan.talenta import UnsurPotensial
from kinerja.setelan.daftar import IsiSetelan
from kinerja.talenta.models import PenilaianPotensi
from kinerja.talenta.setelan import aturan_talenta, tangga_jabatan

DaftarAsesmen = dict[UnsurPotensial, tuple[Decimal, date]]
# In the order of `Orang`.
_KOLOM = (
    "pegawai_id", "pegawai__nama", "pegawai__nip", "jabatan__nama", "unit_kerja__nama", "pk", "jabatan_id",
    "unit_kerja__jalur", "jabatan__jenis", "jabatan__jenjang",
)  # fmt: skip
_TIDAK_BERTALENTA = (StatusPegawai.BERHENTI, StatusPegawai.PEJABAT_NEGARA)


@dataclass(frozen=True, slots=True)
class Orang:
    """Somebody in his definitive post."""

    pegawai_id: int
    nama: str
    nip: str
    jabatan: str
    unit: str
    penempatan_id: int
    jabatan_id: int
    jalur: str
    jenis_jabatan: str
    jenjang: str


@dataclass(frozen=True, kw_only=True)
class Aturan:
    """The rule with the two things about time that belong to it."""

    talenta: AturanTalenta
    tahun: int
    paling_lama_on: date  # assessments before this day are too old
    masa_asesmen: int
    tangga: TanggaJabatan

    @cached_property
    def dihitung(self) -> tuple[UnsurPotensial, ...]:
        """The parts that have a weight."""
        return tuple(unsur for unsur in UnsurPotensial if self.talenta.bobot.get(unsur))

    @classmethod
    def from_setelan(cls, isi: IsiSetelan, *, tahun: int, on: date) -> Aturan:
        masa = isi.bulat("masa_asesmen")
        return cls(
            talenta=aturan_talenta(isi),
            tahun=tahun,
            paling_lama_on=_years_before(on, masa),
            masa_asesmen=masa,
            tangga=tangga_jabatan(isi),
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class Titik:
    """Somebody with what decides his box; `kotak` is None while something is missing, and `kurang` says what."""

    orang: Orang
    predikat: Predikat | None
    potensial: Decimal | None
    kotak: Kotak | None
    kurang: str = ""


class Peta:
    """Everybody of a scope in his box."""

    def __init__(self, daftar: list[Titik], *, aturan: Aturan) -> None:
        self.daftar, self.aturan = daftar, aturan
        self.per_kotak: dict[int, list[Titik]] = {n: [] for n in range(1, 10)}
        self.tanpa_kotak: list[Titik] = []
        for satu in daftar:
            (self.per_kotak[satu.kotak.nomor] if satu.kotak else self.tanpa_kotak).append(satu)

    def jelaskan(self, titik: Titik) -> Penempatan:
        """The sentences of one person."""
        if titik.kotak is None:
            return Penempatan(kotak=None, daftar_langkah=(titik.kurang,))
        return penempatan_talenta(titik.predikat, potensial=titik.potensial, aturan=self.aturan.talenta)


def tahun_kinerja(on: date) -> int:
    """The last whole year: the running one has no annual predikat yet."""
    return on.year - 1


def peta_talenta(daftar_jalur: list[str], *, aturan: Aturan, on: date, pegawai_id: int | None = None) -> Peta:
    """Two queries: people, and what is known of them. With `pegawai_id` that person alone, wherever he works."""
    tempat = PenempatanPegawai.objects.berlaku(on).filter(jenis=JenisPenempatan.DEFINITIF)
    di_sini = Q(pegawai_id=pegawai_id) if pegawai_id else di_bawah(daftar_jalur, kolom="unit_kerja__jalur")
    tempat = tempat.filter(di_sini).exclude(pegawai__status__in=_TIDAK_BERTALENTA)
    tempat = tempat.exclude(pegawai__jenis_asn="")
    baris = tempat.order_by("pegawai__nama", "pk").values_list(*_KOLOM)
    siapa = tempat.order_by().values_list("pegawai_id", flat=True)
    predikat, asesmen = _known(siapa, tahun=aturan.tahun)
    return Peta([_point(Orang(*satu), predikat, asesmen, aturan) for satu in baris], aturan=aturan)


def _known(
    siapa: QuerySet[PenempatanPegawai, int], *, tahun: int
) -> tuple[dict[int, Predikat], dict[int, DaftarAsesmen]]:
    """Predikat of the whole year, settled here or recorded from before; and the last assessment of each part."""
    kosong = {
        "angka": Cast(Value(None), DecimalField(max_digits=5, decimal_places=2)),
        "hari": Cast(Value(None), DateField()),
    }
    kolom = ("urutan", "siapa", "kode", "angka", "hari", "nomor")
    dahulu = RiwayatPredikat.objects.filter(
        pegawai_id__in=siapa, tahun=tahun, bulan_mulai=1, bulan_selesai=12
    ).annotate(urutan=Value(0), siapa=F("pegawai_id"), kode=F("predikat"), nomor=F("pk"), **kosong)
    di_sini = (
        Evaluasi.objects.filter(
            skp__pegawai_id__in=siapa,
            periode__tahun=tahun,
            periode__tahap=Tahap.TAHUNAN,
            status__in=SUDAH_PASTI,
        )
        .exclude(predikat="")
        .annotate(urutan=Value(1), siapa=F("skp__pegawai_id"), kode=F("predikat"), nomor=F("pk"), **kosong)
    )
    asesmen = (
        PenilaianPotensi.objects.berlaku()
        .filter(pegawai_id__in=siapa)
        .annotate(
            urutan=Value(2),
            siapa=F("pegawai_id"),
            kode=F("unsur"),
            angka=F("nilai"),
            hari=F("dinilai_on"),
            nomor=F("pk"),
        )
    )
    bagian = [satu.order_by().values_list(*kolom) for satu in (dahulu, di_sini, asesmen)]
    baris = sorted(
        bagian[0].union(*bagian[1:], all=True), key=lambda satu: (satu[0], satu[4] or date.min, satu[5])
    )
    predikat: dict[int, Predikat] = {}
    per_orang: dict[int, DaftarAsesmen] = {}
    for urutan, nomor, kode, angka, hari, _ in baris:
        if urutan < 2:
            predikat[nomor] = Predikat(kode)
        else:
            per_orang.setdefault(nomor, {})[UnsurPotensial(kode)] = (angka, hari)
    return predikat, per_orang


def _point(
    orang: Orang,
    daftar_predikat: Mapping[int, Predikat],
    daftar_asesmen: Mapping[int, DaftarAsesmen],
    aturan: Aturan,
) -> Titik:
    predikat, asesmen = daftar_predikat.get(orang.pegawai_id), daftar_asesmen.get(orang.pegawai_id, {})
    kurang = _missing(predikat, asesmen, aturan)
    if kurang or predikat is None:
        return Titik(orang=orang, predikat=predikat, potensial=None, kotak=None, kurang=kurang)
    potensial = nilai_potensial(
        {unsur: nilai for unsur, (nilai, _) in asesmen.items()}, aturan=aturan.talenta
    )
    assert potensial is not None
    kotak = kotak_talenta(predikat, potensial=potensial, aturan=aturan.talenta)
    return Titik(orang=orang, predikat=predikat, potensial=potensial, kotak=kotak)


def _missing(predikat: Predikat | None, asesmen: DaftarAsesmen, aturan: Aturan) -> str:
    """Everything that keeps somebody out of a box, so that it is put right in one go."""
    pesan = []
    if predikat is None:
        pesan.append(f"Predikat tahunan {aturan.tahun} belum ada.")
    belum = [unsur.label for unsur in aturan.dihitung if unsur not in asesmen]
    lama = [u for u in aturan.dihitung if u in asesmen and asesmen[u][1] < aturan.paling_lama_on]
    if belum:
        pesan.append(f"Belum dinilai: {', '.join(belum)}.")
    if lama:
        kapan = ", ".join(f"{unsur.label} ({format_tanggal(asesmen[unsur][1])})" for unsur in lama)
        pesan.append(f"Penilaiannya sudah lebih dari {aturan.masa_asesmen} tahun: {kapan}.")
    return " ".join(pesan)


def _years_before(on: date, tahun: int) -> date:
    try:
        return on.replace(year=on.year - tahun)
    except ValueError:  # the 29th of February
        return on.replace(year=on.year - tahun, day=28)
