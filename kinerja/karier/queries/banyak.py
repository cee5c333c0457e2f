"""Everybody of an instansi at once: a handful of queries, whatever its size."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple, TypeVar

from django.db.models import Model, QuerySet

from kinerja.karier.istilah import JenisPenetapan
from kinerja.karier.models import (
    AngkaKreditLama,
    FormasiJF,
    PenetapanAngkaKredit,
    RiwayatPangkat,
    RiwayatPredikat,
    UjiKompetensi,
)
from kinerja.karier.queries.bahan import (
    DIPAKAI,
    SUDAH_PASTI,
    Bahan,
    BarisPAKLama,
    MasaPeriode,
    dasar_dari_catatan,
    dasar_dari_penetapan,
    merge_predikat,
    rumpun,
)
from kinerja.kebijakan.models import Periode
from kinerja.kepegawaian.istilah import JenisPenempatan, StatusPegawai
from kinerja.kepegawaian.models import Penempatan
from kinerja.lib.sekaligus import read_rows_together
from kinerja.metode.angka_kredit_jf import DasarAngkaKredit, PredikatMasa
from kinerja.penilaian.models import Evaluasi
from kinerja.peraturan.angka_kredit import MasaJenjang, jenjang_berikutnya
from kinerja.peraturan.identitas import JenisASN, JenisJabatan, JenjangJF
from kinerja.peraturan.predikat import Predikat

_BERHENTI = (StatusPegawai.BERHENTI, StatusPegawai.PEJABAT_NEGARA)


class Tempat(NamedTuple):
    pegawai_id: int
    nip: str
    nama: str
    golongan: str
    jenis_asn: str
    jabatan: str
    jenis_jabatan: str
    jenjang: str
    unit_id: int
    unit: str
    jalur: str
    mulai_on: date
    selesai_on: date | None


_KOLOM = (
    "pegawai_id", "pegawai__nip", "pegawai__nama", "pegawai__golongan", "pegawai__jenis_asn", "jabatan__nama",
    "jabatan__jenis", "jabatan__jenjang", "unit_kerja_id", "unit_kerja__nama", "unit_kerja__jalur", "mulai_on",
    "selesai_on",
)  # fmt: skip
_KOLOM_PAK = ("pegawai_id", "jenis", "jenjang", "sampai_on", "nomor", "per_unsur")
_KOLOM_PERIODE = ("id", "tahun", "tahap", "nama", "mulai_on", "selesai_on")
Rows = Iterable[tuple[Any, ...]]
_M = TypeVar("_M", bound=Model)


@dataclass(frozen=True)
class Orang:
    """Where somebody works now, and what the rules look at."""

    tempat: Tempat
    bahan: Bahan


def bahan_banyak(instansi_ids: frozenset[int], *, on: date, jalur: list[str]) -> Iterator[Orang]:
    """Everybody who holds a post today in one of these parts of the tree."""
    tempat = _posts(instansi_ids, on)
    kini = {satu.pegawai_id: satu for satu in tempat if satu.selesai_on is None or satu.selesai_on >= on}
    masa: dict[int, list[MasaJenjang]] = defaultdict(list)
    for satu in tempat:
        if satu.jenjang:
            masa[satu.pegawai_id].append(MasaJenjang(JenjangJF(satu.jenjang), satu.mulai_on, satu.selesai_on))
    catatan = _records(instansi_ids, on)
    pangkat = {nomor: (golongan, tmt) for nomor, golongan, tmt in catatan["pangkat"]}
    periode = (Periode(**dict(zip(_KOLOM_PERIODE, baris, strict=True))) for baris in catatan["periode"])
    predikat = _ratings(instansi_ids, MasaPeriode(periode))
    lama = _old_ratings(catatan["predikat"])
    dasar = _bases(catatan["pak_lama"], catatan["pak"])
    uji = _tests(catatan["uji"])
    lowongan = _vacancies(catatan["formasi"], list(kini.values()))
    for nomor, satu in kini.items():
        if not any(satu.jalur.startswith(atas) for atas in jalur):
            continue
        jenjang = JenjangJF(satu.jenjang) if satu.jenjang else None
        atas = jenjang_berikutnya(jenjang=jenjang) if jenjang else None
        golongan, tmt = pangkat.get(nomor, (satu.golongan, None))
        # Built in one go: copies of a copy are half the time of a large house.
        yield Orang(
            satu,
            Bahan(
                golongan=golongan,
                tmt_pangkat=tmt,
                jenis_asn=JenisASN(satu.jenis_asn) if satu.jenis_asn else None,
                jenis_jabatan=JenisJabatan(satu.jenis_jabatan) if satu.jenis_jabatan else None,
                nama_jabatan=satu.jabatan,
                jenjang=jenjang,
                daftar_masa=tuple(masa[nomor]),
                daftar_predikat=merge_predikat(lama[nomor], predikat[nomor]),
                daftar_dasar=tuple(dasar.get(nomor, ())),
                lulus_uji=uji.get(nomor, {}).get(atas) if atas else None,
                ada_lowongan=lowongan.get((rumpun(satu.jabatan, satu.jenjang).casefold(), atas))
                if atas
                else None,
            ),
        )


def _posts(instansi_ids: frozenset[int], on: date) -> list[Tempat]:
    daftar = (
        Penempatan.objects.filter(
            pegawai__instansi_id__in=instansi_ids, jenis=JenisPenempatan.DEFINITIF, mulai_on__lte=on
        )
        .exclude(pegawai__status__in=_BERHENTI)
        .order_by("mulai_on", "id")
    )
    return [Tempat(*baris) for baris in daftar.values_list(*_KOLOM).iterator()]


def _records(instansi_ids: frozenset[int], on: date) -> dict[str, list[tuple[Any, ...]]]:
    """Everything that was noted about their careers, in one query."""
    sendiri = {"pegawai__instansi_id__in": instansi_ids}
    return read_rows_together(
        pangkat=_all(RiwayatPangkat)
        .filter(**sendiri, tmt_on__lte=on)
        .order_by("tmt_on", "id")
        .values_list("pegawai_id", "golongan", "tmt_on"),
        predikat=_all(RiwayatPredikat)
        .filter(**sendiri)
        .order_by("id")
        .values_list("pegawai_id", "tahun", "predikat", "bulan_mulai", "bulan_selesai", "dasar"),
        pak_lama=_all(AngkaKreditLama)
        .filter(**sendiri)
        .order_by("id")
        .values_list("pegawai_id", "jenjang", "sampai_on", "unsur", "nilai", "dasar"),
        pak=PenetapanAngkaKredit.objects.filter(**sendiri, jenis=JenisPenetapan.PAK, digantikan_oleh=None)
        .order_by("id")
        .values_list(*_KOLOM_PAK),
        uji=_all(UjiKompetensi)
        .filter(**sendiri)
        .order_by("diuji_on", "id")
        .values_list("pegawai_id", "jenjang", "lulus"),
        formasi=FormasiJF.objects.filter(instansi_id__in=instansi_ids)
        .order_by("id")
        .values_list("nama", "jenjang", "jumlah"),
        periode=Periode.objects.filter(instansi_id__in=instansi_ids, tahap__in=DIPAKAI)
        .order_by("id")
        .values_list(*_KOLOM_PERIODE),
    )


def _all(model: type[_M]) -> QuerySet[_M]:
    """Past the managers that keep a reader to his own: the caller names the instansi."""
    return QuerySet(model)


def _ratings(instansi_ids: frozenset[int], masa: MasaPeriode) -> dict[int, list[PredikatMasa]]:
    """What was set here for good: years and periods."""
    daftar = (
        Evaluasi.objects.filter(
            instansi_id__in=instansi_ids, periode__tahap__in=DIPAKAI, status__in=SUDAH_PASTI
        )
        .exclude(predikat="")
        .order_by("id")
    )
    hasil: dict[int, list[PredikatMasa]] = defaultdict(list)
    for nomor, periode, predikat in daftar.values_list(
        "skp__pegawai_id", "periode_id", "predikat"
    ).iterator():
        hasil[nomor].append(masa.of(periode, predikat))
    return hasil


def _old_ratings(daftar: Rows) -> dict[int, list[PredikatMasa]]:
    hasil: dict[int, list[PredikatMasa]] = defaultdict(list)
    for nomor, tahun, predikat, mulai, selesai, dasar in daftar:
        hasil[nomor].append(PredikatMasa(tahun, Predikat(predikat), mulai, selesai, dasar))
    return hasil


def _bases(lama: Rows, ditetapkan: Rows) -> dict[int, list[DasarAngkaKredit]]:
    catatan: dict[int, list[BarisPAKLama]] = defaultdict(list)
    for nomor, *isi in lama:
        catatan[nomor].append(BarisPAKLama(*isi))
    pak: dict[int, list[PenetapanAngkaKredit]] = defaultdict(list)
    for baris in ditetapkan:
        penetapan = PenetapanAngkaKredit(**dict(zip(_KOLOM_PAK, baris, strict=True)))
        pak[penetapan.pegawai_id].append(penetapan)
    hasil: dict[int, list[DasarAngkaKredit]] = defaultdict(list)
    for nomor in catatan.keys() | pak.keys():
        hasil[nomor] = [*dasar_dari_catatan(catatan[nomor]), *dasar_dari_penetapan(pak[nomor])]
    return hasil


def _tests(daftar: Rows) -> dict[int, dict[str, bool]]:
    hasil: dict[int, dict[str, bool]] = defaultdict(dict)
    for nomor, jenjang, lulus in daftar:
        # Whoever passed once has passed.
        hasil[nomor][jenjang] = lulus or hasil[nomor].get(jenjang, False)
    return hasil


def _vacancies(formasi: Rows, daftar: list[Tempat]) -> dict[tuple[str, str], bool]:
    terisi = Counter((rumpun(t.jabatan, t.jenjang).casefold(), t.jenjang) for t in daftar if t.jenjang)
    return {
        (nama.casefold(), jenjang): jumlah > terisi[nama.casefold(), jenjang]
        for nama, jenjang, jumlah in formasi
    }
