"""The sheet of the index: one person a row. An empty cell leaves what is recorded; "tidak ada" says that there was none."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from kinerja.kepegawaian.impor.baris import BarisImpor, Perubahan, day, required
from kinerja.kepegawaian.impor.kolom import Kolom
from kinerja.kepegawaian.istilah import PutusanBaris
from kinerja.kepegawaian.models import Impor, Instansi
from kinerja.lib.angka import format_angka
from kinerja.lib.tanggal import format_tanggal
from kinerja.metode.ip_asn import Diklat, Hukuman, Pendidikan
from kinerja.rekap.impor.isian import KOLOM_NAMA, KOLOM_NIP, figure, people_by_nip, read_nip, unknown_person
from kinerja.talenta.actions.ip import CannotKeepDataIP, IsianIP, refuse_impossible
from kinerja.talenta.impor.isian import labels, one_of, take
from kinerja.talenta.models import DataIP

UKURAN = 500
_TIDAK_ADA = {"tidak ada", "tidakada", "tidak", "nihil", "-"}
_SEPERSERATUS = Decimal("0.01")

KOLOM = (
    KOLOM_NIP,
    KOLOM_NAMA,
    Kolom(kunci="pendidikan", judul="PENDIDIKAN", alias=("PENDIDIKAN TERAKHIR", "TINGKAT PENDIDIKAN"), pilihan=labels(Pendidikan), bantuan="Kosong: yang sudah tercatat tidak berubah."),
    Kolom(kunci="diklat", judul="DIKLAT", alias=("PELATIHAN",), lebar=40, bantuan=f"Pisahkan dengan titik koma: {'; '.join(labels(Diklat))}. Tulis “tidak ada” bila memang tidak ada; kosong: yang sudah tercatat tidak berubah."),
    Kolom(kunci="nilai_kinerja", judul="NILAI KINERJA", alias=("NILAI SKP", "KINERJA"), lebar=16, bantuan="Skala lama 0 sampai 100. Predikat belum punya padanan resmi; kosongkan bila tidak ada."),
    Kolom(kunci="hukuman", judul="HUKUMAN DISIPLIN", alias=("HUKUMAN", "DISIPLIN"), pilihan=labels(Hukuman), bantuan="Kosong: yang sudah tercatat tidak berubah."),
    Kolom(kunci="per", judul="PER TANGGAL", alias=("TANGGAL",), wajib=True, lebar=16, bantuan="Keadaan pada hari itu."),
    Kolom(kunci="sumber", judul="SUMBER", alias=("DASAR",), wajib=True, lebar=36, bantuan="Misalnya SIASN, ijazah, atau nomor dokumen."),
)  # fmt: skip


def parse(nilai: dict[str, str], *, on: date) -> tuple[str, IsianIP | None, list[str]]:
    """NIP, content, and everything wrong with the row at once."""
    pesan: list[str] = []
    nip = take(lambda: read_nip(nilai), pesan)
    pendidikan = take(lambda: _education(nilai.get("pendidikan", "")), pesan)
    diklat = take(lambda: _trainings(nilai.get("diklat", "")), pesan)
    kinerja = take(lambda: _performance(nilai), pesan)
    hukuman = take(lambda: _punishment(nilai.get("hukuman", "")), pesan)
    per_on = take(lambda: day(nilai, "per", nama="Per tanggal"), pesan)
    sumber = take(lambda: required(nilai, "sumber", nama="Sumber", panjang=300), pesan)
    if pesan or nip is None or per_on is None or sumber is None:
        return nip or "", None, pesan
    isian = IsianIP(
        pendidikan=pendidikan,
        daftar_diklat=diklat,
        nilai_kinerja=kinerja,
        hukuman=hukuman,
        per_on=per_on,
        sumber=sumber,
    )
    try:
        refuse_impossible(isian, on=on)
    except CannotKeepDataIP as error:
        return nip, None, [str(error)]
    return nip, isian, []


def _education(teks: str) -> Pendidikan | None:
    return one_of(teks, Pendidikan, nama="Pendidikan") if teks else None


def _punishment(teks: str) -> Hukuman | None:
    if teks.casefold() in _TIDAK_ADA:
        return Hukuman.TIDAK_ADA
    return one_of(teks, Hukuman, nama="Hukuman disiplin") if teks else None


def _performance(nilai: dict[str, str]) -> Decimal | None:
    if not nilai.get("nilai_kinerja"):
        return None
    return figure(nilai, "nilai_kinerja", nama="Nilai kinerja", paling_banyak=100).quantize(_SEPERSERATUS)


def _trainings(teks: str) -> frozenset[Diklat] | None:
    if not teks:
        return None
    if teks.casefold() in _TIDAK_ADA:
        return frozenset()
    return frozenset(one_of(satu, Diklat, nama="Diklat") for satu in teks.split(";") if satu.strip())


def check(daftar: Sequence[BarisImpor], instansi: Instansi, on: date) -> list[BarisImpor]:
    orang, ada = people_by_nip(instansi), _existing(instansi)
    pertama: dict[str, int] = {}
    hasil = []
    for mentah in daftar:
        baris = mentah.fresh()
        nip, isian, salah = parse(baris.nilai, on=on)
        masalah = [*baris.galat, *salah]
        if nip and nip not in orang:
            masalah.append(unknown_person(nip))
        if nip and pertama.setdefault(nip, baris.nomor) != baris.nomor:
            masalah.append(f"Orang ini sudah ada pada baris {pertama[nip]}. Sisakan satu.")
        hasil.append(
            baris.wrong(*masalah) if masalah or isian is None else _verdict(baris, isian, ada.get(orang[nip]))
        )
    return hasil


def _existing(instansi: Instansi) -> dict[int, DataIP]:
    return {
        satu.pegawai_id: satu for satu in DataIP.objects.filter(pegawai__instansi=instansi).order_by("pk")
    }


def _merged(isian: IsianIP, ada: DataIP | None) -> dict[str, object]:
    """As it would stand: what the sheet does not say stays as it is."""
    isi = isian.as_fields()
    if ada is not None:
        isi |= {nama: getattr(ada, nama) for nama, nilai in isi.items() if nilai is None or nilai == ""}
    return isi


def _verdict(baris: BarisImpor, isian: IsianIP, ada: DataIP | None) -> BarisImpor:
    kini = _words(_merged(isian, ada))
    if ada is None:
        return baris.new("; ".join(f"{judul.lower()}: {isi}" for judul, isi in kini.items() if isi) + ".")
    dulu = _words({nama: getattr(ada, nama) for nama in isian.as_fields()})
    beda: list[Perubahan] = [(judul, dulu[judul], isi) for judul, isi in kini.items()]
    return baris.compared(beda)


def _words(isi: dict[str, object]) -> dict[str, str]:
    diklat, kinerja = isi["daftar_diklat"], isi["nilai_kinerja"]
    assert isinstance(isi["per_on"], date)
    return {
        "PENDIDIKAN": Pendidikan(str(isi["pendidikan"])).label if isi["pendidikan"] else "",
        "DIKLAT": ""
        if not isinstance(diklat, list)
        else ", ".join(Diklat(d).label for d in diklat) or "tidak ada",
        "NILAI KINERJA": format_angka(kinerja) if isinstance(kinerja, Decimal) else "",
        "HUKUMAN DISIPLIN": Hukuman(str(isi["hukuman"])).label if isi["hukuman"] else "",
        "PER TANGGAL": format_tanggal(isi["per_on"]),
        "SUMBER": str(isi["sumber"]),
    }


def apply(daftar: Sequence[BarisImpor], impor: Impor, on: date) -> None:
    orang, ada = people_by_nip(impor.instansi), _existing(impor.instansi)
    baru = []
    for baris in daftar:
        if baris.putusan in (PutusanBaris.BARU, PutusanBaris.BERUBAH):
            nip, isian, _ = parse(baris.nilai, on=on)
            assert isian is not None
            baru.append(
                DataIP(
                    pegawai_id=orang[nip],
                    impor=impor,
                    diubah_at=impor.diunggah_at,
                    diubah_oleh_id=impor.diunggah_oleh_id,
                    **_merged(isian, ada.get(orang[nip])),
                )
            )
    DataIP.objects.bulk_create(
        baru,
        batch_size=UKURAN,
        update_conflicts=True,
        unique_fields=["pegawai"],
        update_fields=[
            "pendidikan",
            "daftar_diklat",
            "nilai_kinerja",
            "hukuman",
            "per_on",
            "sumber",
            "impor",
            "diubah_at",
            "diubah_oleh",
        ],
    )
