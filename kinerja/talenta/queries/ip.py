"""The index of many people at once, and the means of units that give nobody away."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Q, QuerySet

from kinerja.karier.models import HukumanDisiplin
from kinerja.kepegawaian.istilah import JenisPenempatan, StatusPegawai
from kinerja.kepegawaian.lingkup import berlaku_pada, di_bawah
from kinerja.kepegawaian.models import Penempatan, UnitKerja
from kinerja.metode.ip_asn import (
    JP_TEKNIS,
    Diklat,
    HasilIP,
    Hukuman,
    KeadaanIP,
    KelompokJabatan,
    MasaSertifikat,
    Pendidikan,
    SertifikatIP,
    TabelIP,
    diklat_sertifikat,
    indeks_profesionalitas,
)
from kinerja.pelatihan.istilah import KeadaanSertifikat
from kinerja.pelatihan.models import Sertifikat
from kinerja.peraturan.identitas import JenisJabatan
from kinerja.rekap.queries import belajar_per_tahun
from kinerja.talenta.models import TerbitanIP

_TIDAK_DIUKUR = (StatusPegawai.BERHENTI, StatusPegawai.PEJABAT_NEGARA)
_KELOMPOK = {
    **dict.fromkeys(
        (
            JenisJabatan.JPT_UTAMA,
            JenisJabatan.JPT_MADYA,
            JenisJabatan.JPT_PRATAMA,
            JenisJabatan.ADMINISTRATOR,
            JenisJabatan.PENGAWAS,
        ),
        KelompokJabatan.STRUKTURAL,
    ),
    JenisJabatan.JF: KelompokJabatan.FUNGSIONAL,
    JenisJabatan.PELAKSANA: KelompokJabatan.PELAKSANA,
}
_KOLOM = (
    "pegawai_id",
    "pegawai__nama",
    "pegawai__nip",
    "jabatan__nama",
    "jabatan__jenis",
    "unit_kerja_id",
    "unit_kerja__nama",
    "unit_kerja__jalur",
    "pegawai__data_ip__pendidikan",
    "pegawai__data_ip__daftar_diklat",
    "pegawai__data_ip__nilai_kinerja",
    "pegawai__data_ip__hukuman",
    "pegawai__data_ip__per_on",
    "pegawai__data_ip__sumber",
)


@dataclass(frozen=True, slots=True)
class BarisIP:
    """Somebody in his definitive post with what is recorded for the index; in the order of `_KOLOM`."""

    pegawai_id: int
    nama: str
    nip: str
    jabatan: str
    jenis_jabatan: str
    unit_id: int
    unit: str
    jalur: str
    pendidikan: str | None
    daftar_diklat: list[str] | None
    nilai_kinerja: Decimal | None
    hukuman: str | None
    per_on: date | None
    sumber: str | None


@dataclass(frozen=True, slots=True)
class TitikIP:
    """The index of one person; `hasil` is None when his kind of post is not recorded."""

    baris: BarisIP
    hasil: HasilIP | None
    dari_sertifikat: frozenset[Diklat] = frozenset()  # beside what the admin recorded

    @property
    def jumlah(self) -> Decimal | None:
        return self.hasil.jumlah if self.hasil else None

    @property
    def daftar_kurang(self) -> tuple[str, ...]:
        """What is missing, as sentences."""
        if self.hasil is None:
            return ("Jenis jabatannya belum tercatat, sehingga kompetensi tidak dapat dihitung.",)
        return tuple(satu.alasan for satu in self.hasil.daftar_dimensi if satu.skor is None)


def indeks_banyak(
    daftar_jalur: list[str],
    *,
    tabel: TabelIP,
    on: date,
    masa: MasaSertifikat | None = None,
    pegawai_id: int | None = None,
) -> list[TitikIP]:
    """Three queries. With `pegawai_id` that person alone, wherever he works."""
    tempat = Penempatan.objects.berlaku(on).filter(jenis=JenisPenempatan.DEFINITIF)
    di_sini = Q(pegawai_id=pegawai_id) if pegawai_id else di_bawah(daftar_jalur, kolom="unit_kerja__jalur")
    tempat = tempat.filter(di_sini).exclude(pegawai__status__in=_TIDAK_DIUKUR).exclude(pegawai__jenis_asn="")
    siapa = tempat.order_by().values_list("pegawai_id", flat=True)
    hukuman, sertifikat = _punishments(siapa, on=on), _certificates(siapa, on=on, masa=masa)
    hitungan: dict[KeadaanIP, HasilIP] = {}
    hasil = []
    for isi in tempat.order_by("pegawai__nama", "pk").values_list(*_KOLOM):
        baris = BarisIP(*isi)
        diklat = sertifikat.get(baris.pegawai_id, frozenset())
        keadaan = _state(baris, hukuman.get(baris.pegawai_id), diklat)
        if keadaan is not None and keadaan not in hitungan:
            hitungan[keadaan] = indeks_profesionalitas(keadaan, tabel=tabel)
        hasil.append(TitikIP(baris, hitungan[keadaan] if keadaan is not None else None, diklat))
    return hasil


@dataclass(frozen=True, kw_only=True)
class JamSetahun:
    """The hours of the year that the record speaks of, and whether the two contradict each other."""

    tahun: int
    jp: int
    bertentangan: bool


def jam_setahun(titik: TitikIP, *, masa: MasaSertifikat) -> JamSetahun | None:
    """A single training of twenty hours cannot lie in years with fewer; None where no hours are recorded. One query."""
    baris = titik.baris
    if baris.per_on is None or baris.daftar_diklat is None:
        return None
    tahun = baris.per_on.year
    jam = belajar_per_tahun(baris.pegawai_id, (tahun - 1, tahun))
    if tahun not in jam:
        return None
    dicatat = Diklat.TEKNIS in baris.daftar_diklat and Diklat.TEKNIS not in titik.dari_sertifikat
    # It counts for a year from its own day, so it may lie in the year before; what is not recorded contradicts nothing.
    kurang = masa.teknis == 1 and len(jam) == 2 and max(jam.values()) < JP_TEKNIS
    return JamSetahun(tahun=tahun, jp=int(jam[tahun]), bertentangan=dicatat and kurang)


def _punishments(siapa: QuerySet[Penempatan, int], *, on: date) -> dict[int, Hukuman]:
    """The heaviest one in force, from the records of a career."""
    urutan = list(Hukuman)
    terberat: dict[int, Hukuman] = {}
    daftar: QuerySet[HukumanDisiplin] = QuerySet(HukumanDisiplin)
    baris = daftar.filter(berlaku_pada(on), pegawai_id__in=siapa).order_by("pk")
    for nomor, tingkat in baris.values_list("pegawai_id", "tingkat"):
        hukuman = Hukuman(tingkat)
        terberat[nomor] = max(terberat.get(nomor, hukuman), hukuman, key=urutan.index)
    return terberat


def _certificates(
    siapa: QuerySet[Penempatan, int], *, on: date, masa: MasaSertifikat | None
) -> dict[int, frozenset[Diklat]]:
    """What the checked certificates of each show."""
    per_orang: dict[int, list[SertifikatIP]] = defaultdict(list)
    baris = Sertifikat.objects.filter(pegawai_id__in=siapa, keadaan=KeadaanSertifikat.DIVERIFIKASI)
    kolom = ("pegawai_id", "nama", "pelatihan__jenis_kompetensi", "jp", "selesai_on")
    for nomor, nama, bidang, jp, selesai_on in baris.order_by("pk").values_list(*kolom):
        satu = SertifikatIP(nama=nama, bidang=bidang or "", jp=jp, selesai_on=selesai_on)
        per_orang[nomor].append(satu)
    return {nomor: diklat_sertifikat(isi, on=on, masa=masa) for nomor, isi in per_orang.items()}


def _state(baris: BarisIP, tercatat: Hukuman | None, diklat: frozenset[Diklat]) -> KeadaanIP | None:
    """Certificates add to what is recorded; alone they do not say that there was nothing else."""
    if not baris.jenis_jabatan:
        return None
    dicatat = None if baris.daftar_diklat is None else frozenset(map(Diklat, baris.daftar_diklat))
    return KeadaanIP(
        kelompok=_KELOMPOK[JenisJabatan(baris.jenis_jabatan)],
        pendidikan=Pendidikan(baris.pendidikan) if baris.pendidikan else None,
        daftar_diklat=None if dicatat is None else dicatat | diklat,
        nilai_kinerja=baris.nilai_kinerja,
        hukuman=tercatat or (Hukuman(baris.hukuman) if baris.hukuman else None),
    )


@dataclass(frozen=True, kw_only=True)
class IndeksUnit:
    """The mean of a unit and all below it as it was put out; `rata` is None when nobody is complete or it is hidden."""

    unit: UnitKerja
    jumlah_pegawai: int
    jumlah_lengkap: int | None  # None: hidden
    rata: Decimal | None
    kategori: str = ""
    per_on: date | None = None


def rata_unit(daftar: Iterable[TitikIP], *, terbuka: Collection[int]) -> dict[int, dict[str, Any]]:
    """By number of the unit, itself and all below: people, and only where it is open how many are complete and their mean."""
    orang: dict[int, int] = defaultdict(int)
    lengkap: dict[int, int] = defaultdict(int)
    total: dict[int, Decimal] = defaultdict(Decimal)
    for titik in daftar:
        for nomor in map(int, titik.baris.jalur.strip("/").split("/")):
            orang[nomor] += 1
            if titik.jumlah is not None:
                lengkap[nomor] += 1
                total[nomor] += titik.jumlah
    return {
        nomor: {"orang": n}
        | (
            {
                "lengkap": lengkap[nomor],
                "rata": str(total[nomor] / lengkap[nomor]) if lengkap[nomor] else None,
            }
            if nomor in terbuka
            else {}
        )
        for nomor, n in orang.items()
    }


def indeks_unit(
    daftar_terbitan: Iterable[TerbitanIP], daftar_unit: Iterable[UnitKerja], *, tabel: TabelIP
) -> dict[int, IndeksUnit]:
    """By number of the unit the newest publication that shows it; `daftar_terbitan` newest first."""
    terbitan = list(daftar_terbitan)
    return {satu.pk: _published(satu, terbitan, tabel) for satu in daftar_unit}


def _published(unit: UnitKerja, terbitan: list[TerbitanIP], tabel: TabelIP) -> IndeksUnit:
    ada = [(satu.per_on, satu.isi[str(unit.pk)]) for satu in terbitan if str(unit.pk) in satu.isi]
    per_on, isi = next((satu for satu in ada if "lengkap" in satu[1]), ada[0] if ada else (None, {}))
    rata = Decimal(isi["rata"]) if isi.get("rata") else None
    return IndeksUnit(
        unit=unit,
        jumlah_pegawai=isi.get("orang", 0),
        jumlah_lengkap=isi.get("lengkap") if ada else 0,
        rata=rata,
        kategori=next((nama for batas, nama in tabel.kategori if rata is not None and rata >= batas), ""),
        per_on=per_on,
    )
