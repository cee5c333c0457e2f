"""What may be written in each record of a career: one description for the sheet that is imported and the form that is typed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal, Protocol

from kinerja.karier.istilah import JenisCatatan, TingkatHukuman
from kinerja.karier.models import (
    AngkaKreditLama,
    HukumanDisiplin,
    KontrakPPPK,
    RiwayatPangkat,
    RiwayatPredikat,
    Tercatat,
    UjiKompetensi,
)
from kinerja.lib.angka import AngkaTidakSah, format_angka, parse_angka
from kinerja.lib.tanggal import TanggalTidakSah, format_tanggal, parse_tanggal
from kinerja.metode.pak import UnsurPAK
from kinerja.peraturan.identitas import JenisASN, JenjangJF, daftar_golongan
from kinerja.peraturan.predikat import Predikat

Nilai = Mapping[str, Any]
_PPPK = frozenset({JenisASN.PPPK, JenisASN.PPPK_PARUH_WAKTU})
_TAHUN_PERTAMA, _TANGGAL_PERTAMA = 1990, date(1960, 1, 1)
_GOLONGAN = (*daftar_golongan(jenis_asn=JenisASN.PNS), *daftar_golongan(jenis_asn=JenisASN.PPPK))
_ANGKA_KREDIT_TERBANYAK = Decimal(2000)


class IsianSalah(ValueError):
    """A cell cannot be used; the message says what to do."""


class Berlabel(Protocol):
    @property
    def value(self) -> str: ...

    @property
    def label(self) -> str: ...


@dataclass(frozen=True, kw_only=True)
class Isian:
    """One thing to fill in. `pilihan` is a closed set by value and label; `bawaan` is what an empty cell means."""

    kunci: str
    label: str
    jenis: Literal["teks", "tanggal", "angka", "bulat", "pilihan", "ya"] = "teks"
    pilihan: tuple[tuple[str, str], ...] = ()
    alias: tuple[str, ...] = ()
    bawaan: object = None
    bantuan: str = ""
    panjang: int = 150

    @property
    def wajib(self) -> bool:
        return self.bawaan is None

    def read(self, teks: str) -> Any:  # noqa: ANN401 - text, day, number or yes, as the field keeps it
        """From what somebody wrote; raises IsianSalah."""
        teks = teks.strip()
        if not teks:
            if self.wajib:
                raise IsianSalah(f"{self.label} kosong. Isi {self.label.lower()}.")
            return self.bawaan
        try:
            return _BACA[self.jenis](self, teks)
        except (TanggalTidakSah, AngkaTidakSah) as error:
            raise IsianSalah(f"{self.label}: {error}") from None

    def show(self, nilai: Any) -> str:  # noqa: ANN401 - as above
        """As a sheet and a table write it."""
        if nilai is None or nilai == "":
            return ""
        if isinstance(nilai, bool):
            return "ya" if nilai else "tidak"
        if isinstance(nilai, date):
            return format_tanggal(nilai)
        if isinstance(nilai, Decimal):
            return format_angka(nilai)
        return dict(self.pilihan).get(str(nilai), str(nilai))


@dataclass(frozen=True, kw_only=True)
class Bentuk:
    """A kind of record: its table, what makes a row the same row, and what cannot be true."""

    model: type[Tercatat]
    daftar_isian: tuple[Isian, ...]
    kunci: tuple[str, ...]
    periksa: Callable[[Nilai, JenisASN | None, date], Iterator[str]]
    untuk: str

    @property
    def daftar_kunci(self) -> tuple[str, ...]:
        return tuple(isian.kunci for isian in self.daftar_isian)


def _read_text(isian: Isian, teks: str) -> str:
    if len(teks) > isian.panjang:
        raise IsianSalah(f"{isian.label} terlalu panjang ({len(teks)} huruf); paling banyak {isian.panjang}.")
    return teks


def _read_choice(isian: Isian, teks: str) -> str:
    cocok = {teks.casefold(), teks.casefold().replace(" ", "_")}
    for kode, label in isian.pilihan:
        if kode.casefold() in cocok or label.casefold() in cocok:
            return kode
    raise IsianSalah(
        f"{isian.label} “{teks[:40]}” tidak dikenal. Pilih salah satu: {', '.join(label for _, label in isian.pilihan)}."
    )


def _read_yes(isian: Isian, teks: str) -> bool:
    kecil = teks.casefold()
    if kecil in {"ya", "lulus", "1", "true", "on"}:
        return True
    if kecil in {"tidak", "belum", "tidak lulus", "belum lulus", "0", "false"}:
        return False
    raise IsianSalah(f"{isian.label} berisi “{teks[:30]}”. Tulis “ya” atau “tidak”.")


def _read_number(isian: Isian, teks: str) -> Decimal:
    angka = parse_angka(teks)
    if angka != angka.quantize(Decimal("0.001")):
        raise IsianSalah(f"{isian.label} terlalu rinci. Bulatkan sampai tiga angka di belakang koma.")
    return angka


def _read_whole(isian: Isian, teks: str) -> int:
    angka = parse_angka(teks)
    if angka != angka.to_integral_value():
        raise IsianSalah(f"{isian.label} {teks} bukan bilangan bulat.")
    return int(angka)


_BACA: dict[str, Callable[[Isian, str], Any]] = {
    "teks": _read_text,
    "pilihan": _read_choice,
    "ya": _read_yes,
    "angka": _read_number,
    "bulat": _read_whole,
    "tanggal": lambda _, teks: parse_tanggal(teks),
}


def _dari(jenis: type[Any]) -> tuple[tuple[str, str], ...]:
    return tuple((anggota.value, anggota.label) for anggota in jenis)


def _not_future(nilai: Nilai, kunci: str, label: str, on: date) -> Iterator[str]:
    hari: date = nilai[kunci]
    if hari > on:
        yield f"{label} {format_tanggal(hari)} belum tiba. Catat sesudah tanggal itu."
    if hari < _TANGGAL_PERTAMA:
        yield f"{label} {format_tanggal(hari)} terlalu lama. Periksa tahunnya."


def _check_pangkat(nilai: Nilai, jenis_asn: JenisASN | None, on: date) -> Iterator[str]:
    yield from _not_future(nilai, "tmt_on", "TMT", on)
    if jenis_asn and nilai["golongan"] not in daftar_golongan(jenis_asn=jenis_asn):
        yield f"Golongan {nilai['golongan']} bukan golongan {jenis_asn.label}. Periksa golongan atau orangnya."


def _check_predikat(nilai: Nilai, jenis_asn: JenisASN | None, on: date) -> Iterator[str]:
    del jenis_asn
    mulai, selesai = nilai["bulan_mulai"], nilai["bulan_selesai"]
    if not _TAHUN_PERTAMA <= nilai["tahun"] <= on.year:
        yield f"Tahun {nilai['tahun']} tidak dapat dipakai. Isi tahun {_TAHUN_PERTAMA} sampai {on.year}."
    if not 1 <= mulai <= selesai <= 12:
        yield f"Bulan {mulai} sampai {selesai} tidak ada. Isi bulan 1 sampai 12 secara berurutan."


def _check_angka_kredit(nilai: Nilai, jenis_asn: JenisASN | None, on: date) -> Iterator[str]:
    yield from _not_future(nilai, "sampai_on", "Dihitung sampai", on)
    if nilai["nilai"] < 0:
        yield "Angka kredit kurang dari nol. Isi 0 atau lebih."
    if nilai["nilai"] > _ANGKA_KREDIT_TERBANYAK:
        yield f"Angka kredit {format_angka(nilai['nilai'])} lebih dari {format_angka(_ANGKA_KREDIT_TERBANYAK)}. Periksa titik dan komanya."
    if jenis_asn in _PPPK:
        yield "Angka kredit untuk kenaikan pangkat dan jenjang hanya dicatat bagi PNS. Periksa orangnya."


def _check_uji(nilai: Nilai, jenis_asn: JenisASN | None, on: date) -> Iterator[str]:
    del jenis_asn
    yield from _not_future(nilai, "diuji_on", "Tanggal uji", on)


def _check_kontrak(nilai: Nilai, jenis_asn: JenisASN | None, on: date) -> Iterator[str]:
    yield from _not_future(nilai, "mulai_on", "Mulai", date(on.year + 1, 12, 31))
    if nilai["selesai_on"] <= nilai["mulai_on"]:
        yield "Perjanjian kerja berakhir sebelum dimulai. Tukar atau betulkan salah satu tanggalnya."
    if jenis_asn and jenis_asn not in _PPPK:
        yield f"Perjanjian kerja hanya dicatat bagi PPPK; orang ini {jenis_asn.label}."


def _check_hukuman(nilai: Nilai, jenis_asn: JenisASN | None, on: date) -> Iterator[str]:
    del jenis_asn
    yield from _not_future(nilai, "mulai_on", "Mulai", on)
    if nilai["selesai_on"] and nilai["selesai_on"] < nilai["mulai_on"]:
        yield "Tanggal selesai lebih awal daripada tanggal mulai. Betulkan salah satunya."


_DASAR_SK = Isian(
    kunci="dasar", label="Nomor SK", alias=("SK", "NO SK", "DASAR"), bantuan="Nomor keputusannya."
)
_DASAR = Isian(kunci="dasar", label="Dasar", alias=("NOMOR", "NO DOKUMEN", "SUMBER"), bantuan="Nomor dokumen tempat ini tertulis.")  # fmt: skip

BENTUK: dict[JenisCatatan, Bentuk] = {
    JenisCatatan.PANGKAT: Bentuk(
        model=RiwayatPangkat, kunci=("tmt_on",), periksa=_check_pangkat,
        untuk="Menentukan pangkat sekarang dan sejak kapan, untuk syarat masa pangkat.",
        daftar_isian=(
            Isian(kunci="golongan", label="Golongan", jenis="pilihan", pilihan=tuple((g, g) for g in _GOLONGAN), alias=("GOL", "GOLONGAN RUANG")),
            Isian(kunci="tmt_on", label="TMT", jenis="tanggal", alias=("TMT GOLONGAN", "TMT PANGKAT")),
            _DASAR_SK,
        ),
    ),
    JenisCatatan.PREDIKAT: Bentuk(
        model=RiwayatPredikat, kunci=("tahun", "bulan_mulai"), periksa=_check_predikat,
        untuk="Predikat sebelum aplikasi ini dipakai. Predikat yang sudah ditetapkan di sini selalu didahulukan.",
        daftar_isian=(
            Isian(kunci="tahun", label="Tahun", jenis="bulat"),
            Isian(kunci="bulan_mulai", label="Bulan mulai", jenis="bulat", bawaan=1, bantuan="1 sampai 12; kosong berarti Januari."),
            Isian(kunci="bulan_selesai", label="Bulan selesai", jenis="bulat", bawaan=12, bantuan="1 sampai 12; kosong berarti Desember."),
            Isian(kunci="predikat", label="Predikat", jenis="pilihan", pilihan=_dari(Predikat)),
            _DASAR,
        ),
    ),
    JenisCatatan.ANGKA_KREDIT: Bentuk(
        model=AngkaKreditLama, kunci=("jenjang", "sampai_on", "unsur"), periksa=_check_angka_kredit,
        untuk="Angka kredit kumulatif pada jenjang itu menurut PAK terakhir, satu baris tiap unsur.",
        daftar_isian=(
            Isian(kunci="jenjang", label="Jenjang", jenis="pilihan", pilihan=_dari(JenjangJF)),
            Isian(kunci="unsur", label="Unsur", jenis="pilihan", pilihan=_dari(UnsurPAK), bawaan=UnsurPAK.JF_LAMA.value, bantuan="Kosong berarti angka kredit jabatan fungsional lama."),
            Isian(kunci="nilai", label="Angka kredit", jenis="angka", alias=("NILAI", "AK", "JUMLAH")),
            Isian(kunci="sampai_on", label="Dihitung sampai", jenis="tanggal", alias=("SAMPAI", "TANGGAL PAK"), bantuan="Hari terakhir masa penilaian PAK itu; bulan sesudahnya dihitung dari predikat."),
            Isian(kunci="dasar", label="Nomor PAK", alias=("NO PAK", "DASAR")),
        ),
    ),
    JenisCatatan.UJI_KOMPETENSI: Bentuk(
        model=UjiKompetensi, kunci=("jenjang", "diuji_on"), periksa=_check_uji,
        untuk="Syarat naik jenjang: lulus uji kompetensi untuk jenjang yang dituju.",
        daftar_isian=(
            Isian(kunci="jenjang", label="Jenjang yang dituju", jenis="pilihan", pilihan=_dari(JenjangJF), alias=("JENJANG", "JENJANG TUJUAN")),
            Isian(kunci="diuji_on", label="Tanggal uji", jenis="tanggal", alias=("TANGGAL",)),
            Isian(kunci="lulus", label="Lulus", jenis="ya", alias=("HASIL",), pilihan=(("ya", "ya"), ("tidak", "tidak")), bantuan="“ya” atau “tidak”."),
            _DASAR,
        ),
    ),
    JenisCatatan.KONTRAK: Bentuk(
        model=KontrakPPPK, kunci=("mulai_on",), periksa=_check_kontrak,
        untuk="Kapan perjanjian kerja berakhir, supaya usul perpanjangan tidak terlambat.",
        daftar_isian=(
            Isian(kunci="mulai_on", label="Mulai", jenis="tanggal"),
            Isian(kunci="selesai_on", label="Berakhir", jenis="tanggal", alias=("SELESAI", "SAMPAI")),
            Isian(kunci="dasar", label="Nomor perjanjian", alias=("DASAR", "NO PERJANJIAN")),
        ),
    ),
    JenisCatatan.HUKUMAN: Bentuk(
        model=HukumanDisiplin, kunci=("mulai_on",), periksa=_check_hukuman,
        untuk="Hanya tingkat dan masa berlakunya. Terbaca oleh orangnya, admin unitnya, dan auditor.",
        daftar_isian=(
            Isian(kunci="tingkat", label="Tingkat", jenis="pilihan", pilihan=_dari(TingkatHukuman)),
            Isian(kunci="mulai_on", label="Mulai", jenis="tanggal"),
            Isian(kunci="selesai_on", label="Sampai", jenis="tanggal", bawaan="", alias=("SELESAI",), bantuan="Kosong bila belum ada akhirnya."),
            _DASAR_SK,
        ),
    ),
}  # fmt: skip


def parse_catatan(jenis: JenisCatatan, teks: Mapping[str, str]) -> tuple[dict[str, Any], dict[str, str]]:
    """What was read, and what is wrong by the thing to fill in."""
    nilai: dict[str, Any] = {}
    salah: dict[str, str] = {}
    for isian in BENTUK[jenis].daftar_isian:
        try:
            nilai[isian.kunci] = isian.read(teks.get(isian.kunci, ""))
        except IsianSalah as error:
            salah[isian.kunci] = str(error)
    if nilai.get("selesai_on") == "":
        nilai["selesai_on"] = None
    return nilai, salah
