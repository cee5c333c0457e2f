"""How a round stands, in numbers: nobody is named."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Count, Q

from kinerja.kebijakan.models import Kebijakan, Periode, Tahap
from kinerja.kebijakan.queries import daftar_versi, metode_dari, versi_berlaku
from kinerja.metode.agregasi import Sumber
from kinerja.metode.skala import MIKRO, SKOR_PENUH, bulat
from kinerja.perencanaan.models import SKP
from kinerja.sumber.istilah import KeadaanHak
from kinerja.sumber.models import DIUNDI, HakMenilai, Putaran
from kinerja.sumber.queries.baca import periode_dalam
from kinerja.sumber.queries.metode import (
    BANYAK_LANGKAH,
    daftar_butir,
    hari_metode,
    selesai_sumber,
    with_kamus,
)
from kinerja.sumber.queries.nilai import nilai_sumber


@dataclass(frozen=True, kw_only=True)
class Kemajuan:
    sumber: Sumber
    hak: int
    terisi: int
    menolak: int
    digantikan: int


@dataclass(frozen=True, kw_only=True)
class UndianTersedia:
    """A policy with drawn sources, its period of today, and the round when it has been drawn."""

    kebijakan: Kebijakan
    periode: Periode
    batas_on: date
    putaran: Putaran | None


@dataclass(frozen=True, kw_only=True)
class BarisHasil:
    """One aspect as its owner reads it, by source: the mean on 0 … 100, and the words of the nearest step.

    The same mean that the assessment counts with; it does not tell how many said "tidak tahu" (`nilai_sumber`).
    """

    nama: str
    per_sumber: tuple[tuple[Sumber, Decimal, str], ...]


@dataclass(frozen=True, kw_only=True)
class RingkasanSumber:
    sumber: Sumber
    n: int
    diminta: int
    dibuka: bool


def kemajuan(putaran: Putaran) -> list[Kemajuan]:
    baris = (
        putaran.daftar_hak.order_by("sumber")
        .values_list("sumber")
        .annotate(
            hak=Count("pk", filter=Q(keadaan__in=(KeadaanHak.MENUNGGU, KeadaanHak.TERISI))),
            terisi=Count("pk", filter=Q(keadaan=KeadaanHak.TERISI)),
            menolak=Count("pk", filter=Q(keadaan=KeadaanHak.MENOLAK)),
            digantikan=Count("pk", filter=Q(keadaan=KeadaanHak.DIGANTIKAN)),
        )
    )
    return [
        Kemajuan(sumber=Sumber(kode), hak=hak, terisi=terisi, menolak=menolak, digantikan=ganti)
        for kode, hak, terisi, menolak, ganti in baris
    ]


def undian_tersedia(instansi_id: int, *, on: date) -> list[UndianTersedia]:
    """Every policy of the instansi that asks drawn people, in the period that runs or whose window is still open."""
    semua = daftar_versi(instansi_id, on=on)
    berundi = {k.pk for k in semua if any(metode_dari(k).bobot(sumber) for sumber in DIUNDI)}
    daftar_periode = list(
        Periode.objects.filter(instansi_id=instansi_id, tahap=Tahap.PERIODIK, mulai_on__lte=on)
        .filter(tahun__gte=on.year - 1)
        .order_by("mulai_on", "id")
    )
    putaran = {
        (satu.periode_id, satu.unit_kerja_id): satu
        for satu in Putaran.objects.filter(kebijakan__in=berundi).order_by("id")
    }
    return [
        UndianTersedia(
            kebijakan=kebijakan,
            periode=periode,
            batas_on=selesai_sumber(periode, kebijakan),
            putaran=putaran.get((periode.pk, kebijakan.unit_kerja_id)),
        )
        for periode in daftar_periode
        for kebijakan in versi_berlaku(semua, on=hari_metode(periode, on=on))
        if kebijakan.pk in berundi
        and periode.jenis == kebijakan.frekuensi_evaluasi
        and (on <= selesai_sumber(periode, kebijakan) or (periode.pk, kebijakan.unit_kerja_id) in putaran)
    ]


def hasil_sumber(skp: SKP, periode: Periode, kebijakan: Kebijakan) -> list[BarisHasil]:
    """What others and he himself said, aspect by aspect; never a count per aspect."""
    metode = with_kamus(metode_dari(kebijakan), instansi_id=skp.instansi_id)
    nilai = nilai_sumber([skp.pk], periode).get(skp.pk, {})
    butir = {
        satu.kode: satu
        for sumber in (Sumber.DIRI, *DIUNDI, Sumber.TIM_EVALUASI)
        for satu in daftar_butir(metode, sumber)
    }
    hasil = []
    for kode, satu in butir.items():
        kolom = []
        for isi in nilai.get(kode, []):
            bobot = metode.bobot(isi.sumber)
            if isi.n and (bobot is None or isi.n >= bobot.minimum):
                rata = bulat(isi.jumlah, isi.n)
                langkah = bulat(rata * (BANYAK_LANGKAH - 1), SKOR_PENUH)
                kolom.append((isi.sumber, Decimal(bulat(rata, MIKRO // 100)) / 100, satu.jangkar[langkah]))
        if kolom:
            hasil.append(BarisHasil(nama=satu.nama, per_sumber=tuple(kolom)))
    return hasil


def ringkasan_sumber(skp: SKP, periode: Periode, kebijakan: Kebijakan) -> list[RingkasanSumber]:
    """How many of each drawn source answered, and whether that was enough to open the envelopes."""
    metode = metode_dari(kebijakan)
    baris = (
        HakMenilai.objects.filter(periode_dalam(periode, awalan="putaran__periode"), dinilai=skp)
        .order_by("sumber")
        .values_list("sumber")
        .annotate(
            diminta=Count("pk", filter=Q(keadaan__in=(KeadaanHak.MENUNGGU, KeadaanHak.TERISI))),
            n=Count("pk", filter=Q(keadaan=KeadaanHak.TERISI)),
        )
    )
    terbuka = set(
        skp.daftar_rangkuman.filter(periode_dalam(periode, awalan="putaran__periode"))
        .order_by()
        .values_list("sumber", flat=True)
        .distinct()
    )
    return [
        RingkasanSumber(sumber=Sumber(kode), n=n, diminta=diminta, dibuka=kode in terbuka)
        for kode, diminta, n in baris
        if metode.bobot(Sumber(kode)) is not None
    ]
