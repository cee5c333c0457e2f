"""The sheet of classes: days, seats and cost of a year's trainings, recognised by training, name and first day."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from kinerja.kepegawaian.impor.baris import BarisImpor, NilaiSalah, day, limited, required
from kinerja.kepegawaian.impor.jabatan import find_choice
from kinerja.kepegawaian.impor.kolom import Kolom
from kinerja.kepegawaian.istilah import PutusanBaris
from kinerja.kepegawaian.models import Impor, Instansi, Pegawai
from kinerja.pelatihan.actions.kelas import (
    BIAYA_TERBANYAK,
    KURSI_TERBANYAK,
    CannotSaveKelas,
    IsianKelas,
    check_kelas,
    save_kelas,
)
from kinerja.pelatihan.istilah import CaraKelas
from kinerja.pelatihan.models import JP_TERBANYAK, KelasPelatihan, Pelatihan
from kinerja.rekap.impor.isian import read_nip, unknown_person, whole

KOLOM = (
    Kolom(kunci="pelatihan", judul="PELATIHAN", alias=("KODE PELATIHAN", "NAMA PELATIHAN"), wajib=True, lebar=48, bantuan="Nama atau kode seperti di katalog."),
    Kolom(kunci="nama", judul="NAMA KELAS", alias=("KELAS", "ANGKATAN"), wajib=True, bantuan="Misalnya Angkatan I."),
    Kolom(kunci="mulai", judul="TANGGAL MULAI", alias=("MULAI",), wajib=True),
    Kolom(kunci="selesai", judul="TANGGAL SELESAI", alias=("SELESAI",), bantuan="Kosong: sama dengan tanggal mulai."),
    Kolom(kunci="batas", judul="BATAS PENDAFTARAN", alias=("BATAS DAFTAR",), bantuan="Kosong: sampai hari pertama."),
    Kolom(kunci="kursi", judul="KURSI", alias=("KUOTA", "JUMLAH PESERTA"), wajib=True, lebar=10),
    Kolom(kunci="biaya", judul="BIAYA PER ORANG", alias=("BIAYA",), bantuan="Rupiah; kosong berarti tanpa biaya."),
    Kolom(kunci="jp", judul="JP", alias=("JAM PELAJARAN", "JUMLAH JP"), lebar=10, bantuan="Kosong: seperti di katalog."),
    Kolom(kunci="cara", judul="CARA", alias=("METODE", "BENTUK"), pilihan=tuple(c.label for c in CaraKelas)),
    Kolom(kunci="tempat", judul="TEMPAT", alias=("LOKASI",), lebar=36),
    Kolom(kunci="penyelenggara", judul="PENYELENGGARA", alias=("LEMBAGA",), wajib=True, lebar=36),
    Kolom(kunci="nip", judul="NIP PETUGAS", alias=("PETUGAS",), lebar=24, bantuan="Yang mencatat kehadiran; boleh kosong."),
)  # fmt: skip


@dataclass(frozen=True)
class Rujukan:
    """What a sheet points to, read once: trainings by code and by name, people by NIP, the classes there are."""

    pelatihan: dict[str, Pelatihan]
    orang: dict[str, Pegawai]
    kelas: dict[tuple[int, str, date], KelasPelatihan]


def _rujukan(instansi: Instansi, daftar: Sequence[BarisImpor]) -> Rujukan:
    katalog = list(Pelatihan.objects.filter(instansi=instansi).order_by("id"))
    petugas = set()
    for baris in daftar:
        with suppress(NilaiSalah):  # said of the row itself
            petugas.add(read_nip(baris.nilai))
    orang = Pegawai.objects.filter(instansi=instansi, nip__in=petugas)
    ada = KelasPelatihan.objects.filter(pelatihan__instansi=instansi).with_pelatihan()
    return Rujukan(
        {p.nama.casefold(): p for p in katalog} | {p.kode.casefold(): p for p in katalog},
        {satu.nip: satu for satu in orang},
        {(k.pelatihan_id, k.nama.casefold(), k.mulai_on): k for k in ada},
    )


def parse(nilai: dict[str, str], rujukan: Rujukan) -> tuple[Pelatihan, IsianKelas]:
    """Raises NilaiSalah with what to do."""
    sebutan = required(nilai, "pelatihan", nama="Pelatihan", panjang=200)
    pelatihan = rujukan.pelatihan.get(sebutan.casefold())
    if pelatihan is None:
        raise NilaiSalah(
            f"“{sebutan[:80]}” tidak ada di katalog. Samakan nama atau kodenya, atau impor katalognya dahulu."
        )
    mulai_on = day(nilai, "mulai", nama="Tanggal mulai")
    jp = whole(nilai, "jp", nama="JP", paling_banyak=JP_TERBANYAK, kosong=pelatihan.jp or 0)
    if not jp:
        raise NilaiSalah("JP kosong, dan katalog menyerahkannya pada sertifikat. Isi JP kelas ini.")
    isian = IsianKelas(
        nama=required(nilai, "nama", nama="Nama kelas", panjang=120),
        mulai_on=mulai_on,
        selesai_on=day(nilai, "selesai", nama="Tanggal selesai") if nilai.get("selesai") else mulai_on,
        batas_daftar_on=day(nilai, "batas", nama="Batas pendaftaran") if nilai.get("batas") else mulai_on,
        kursi=whole(nilai, "kursi", nama="Kursi", paling_banyak=KURSI_TERBANYAK),
        biaya=whole(nilai, "biaya", nama="Biaya", paling_banyak=BIAYA_TERBANYAK, kosong=0),
        jp=jp,
        cara=find_choice(CaraKelas, nilai.get("cara", ""), nama="Cara") or CaraKelas.TATAP_MUKA,
        tempat=limited(nilai.get("tempat", ""), nama="Tempat", panjang=200),
        penyelenggara=required(nilai, "penyelenggara", nama="Penyelenggara", panjang=150),
        petugas=_keeper(nilai, rujukan),
    )
    try:
        check_kelas(pelatihan, isian)
    except CannotSaveKelas as error:
        raise NilaiSalah(str(error)) from None
    return pelatihan, isian


def _keeper(nilai: dict[str, str], rujukan: Rujukan) -> Pegawai | None:
    if not nilai.get("nip"):
        return None
    nip = read_nip(nilai)
    if nip not in rujukan.orang:
        raise NilaiSalah(unknown_person(nip))
    return rujukan.orang[nip]


def check(daftar: Sequence[BarisImpor], instansi: Instansi, on: date) -> list[BarisImpor]:
    rujukan = _rujukan(instansi, daftar)
    pertama: dict[tuple[int, str, date], int] = {}
    hasil = []
    for mentah in daftar:
        baris = mentah.fresh()
        try:
            pelatihan, isian = parse(baris.nilai, rujukan)
        except NilaiSalah as error:
            hasil.append(baris.wrong(*baris.galat, str(error)))
            continue
        kunci = pelatihan.pk, isian.nama.casefold(), isian.mulai_on
        masalah = list(baris.galat)
        if (nomor := pertama.setdefault(kunci, baris.nomor)) != baris.nomor:
            masalah.append(f"Kelas yang sama sudah ada pada baris {nomor}. Hapus salah satunya.")
        hasil.append(baris.wrong(*masalah) if masalah else _verdict(baris, isian, rujukan.kelas.get(kunci)))
    return hasil


def _verdict(baris: BarisImpor, isian: IsianKelas, ada: KelasPelatihan | None) -> BarisImpor:
    """A class may have people on its list, whom a sheet does not tell: what is there is changed on its own page."""
    if ada is None:
        return baris.new("Kelas baru, dalam persiapan.")
    beda = [nama for nama, nilai in vars(isian).items() if nama != "nama" and getattr(ada, nama) != nilai]
    if beda:
        return baris.wrong(
            f"Kelas {ada.nama} dari {ada.pelatihan.nama} pada tanggal itu sudah ada dengan isi lain. Ubah di halaman kelasnya."
        )
    return baris.compared(())


def apply(daftar: Sequence[BarisImpor], impor: Impor, on: date) -> None:
    """One by one, as by hand: each class begins in preparation and leaves its own trace."""
    rujukan = _rujukan(impor.instansi, daftar)
    for baris in daftar:
        if baris.putusan == PutusanBaris.BARU:
            pelatihan, isian = parse(baris.nilai, rujukan)
            save_kelas(pelatihan, isian, by=impor.diunggah_oleh, at=impor.diunggah_at)
