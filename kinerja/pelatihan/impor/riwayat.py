"""The sheet of trainings of earlier years: one certificate a row, recognised by its owner and its number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from kinerja.kepegawaian.impor.baris import BarisImpor, NilaiSalah, day, required, yes_or_no
from kinerja.kepegawaian.impor.kolom import Kolom
from kinerja.kepegawaian.istilah import PutusanBaris
from kinerja.kepegawaian.models import Impor, Instansi
from kinerja.lib.tanggal import format_tanggal
from kinerja.pelatihan.actions.sertifikat import count_hours, is_class_number, number_key
from kinerja.pelatihan.istilah import KeadaanSertifikat
from kinerja.pelatihan.models import JP_TERBANYAK, Pelatihan, Sertifikat
from kinerja.rekap.impor.isian import KOLOM_NAMA, KOLOM_NIP, people_by_nip, read_nip, unknown_person, whole

UKURAN = 500
KOLOM = (
    KOLOM_NIP,
    KOLOM_NAMA,
    Kolom(kunci="judul", judul="NAMA PELATIHAN", alias=("NAMA DIKLAT", "NAMA KURSUS", "JENIS DIKLAT NAMA", "PELATIHAN"), wajib=True, lebar=48),
    Kolom(kunci="penyelenggara", judul="PENYELENGGARA", alias=("INSTITUSI PENYELENGGARA", "LEMBAGA"), wajib=True, lebar=36),
    Kolom(kunci="nomor", judul="NOMOR SERTIFIKAT", alias=("NOMOR", "NO SERTIFIKAT", "NO SERTIPIKAT", "NOMOR SERTIPIKAT"), wajib=True, lebar=28, bantuan="Seperti yang tercetak; menjadi pengenal, sehingga tidak terhitung dua kali."),
    Kolom(kunci="jp", judul="JP", alias=("JUMLAH JAM", "JAM PELAJARAN", "JUMLAH JP", "DURASI JAM"), wajib=True, lebar=10),
    Kolom(kunci="mulai", judul="TANGGAL MULAI", alias=("TANGGAL KURSUS", "TANGGAL DIKLAT"), bantuan="Kosong: sama dengan tanggal selesai."),
    Kolom(kunci="selesai", judul="TANGGAL SELESAI", alias=("TANGGAL SELESAI KURSUS", "TANGGAL SELESAI DIKLAT"), wajib=True),
    Kolom(kunci="di_luar_rekap", judul="DI LUAR REKAP BELAJAR", pilihan=("ya", "tidak"), bantuan="“ya” bila JP ini belum termasuk rekap belajar yang diimpor. Kosong berarti sudah termasuk."),
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class BarisRiwayat:
    nip: str
    nama: str
    penyelenggara: str
    nomor: str
    jp: int
    mulai_on: date
    selesai_on: date
    di_luar_rekap: bool

    @property
    def kunci(self) -> tuple[str, str]:
        return self.nip, number_key(self.nomor)


def parse(nilai: dict[str, str], *, on: date) -> BarisRiwayat:
    """Raises NilaiSalah with what to do."""
    nip = read_nip(nilai)
    nomor = required(nilai, "nomor", nama="Nomor sertifikat", panjang=100)
    if not number_key(nomor):
        raise NilaiSalah("Nomor sertifikat harus memuat paling sedikit satu angka atau huruf.")
    jp = whole(nilai, "jp", nama="JP", paling_banyak=JP_TERBANYAK)
    if jp < 1:
        raise NilaiSalah("JP 0 tidak menambah apa pun. Isi sedikitnya 1, atau hapus barisnya.")
    selesai_on = day(nilai, "selesai", nama="Tanggal selesai")
    mulai_on = day(nilai, "mulai", nama="Tanggal mulai") if nilai.get("mulai") else selesai_on
    if selesai_on < mulai_on:
        raise NilaiSalah("Pelatihan ini berakhir sebelum dimulai. Periksa kedua tanggalnya.")
    if selesai_on > on:
        raise NilaiSalah(
            f"Pelatihan ini baru selesai {format_tanggal(selesai_on)}. Riwayat hanya untuk yang sudah selesai."
        )
    return BarisRiwayat(
        nip=nip,
        nama=required(nilai, "judul", nama="Nama pelatihan", panjang=200),
        penyelenggara=required(nilai, "penyelenggara", nama="Penyelenggara", panjang=150),
        nomor=nomor,
        jp=jp,
        mulai_on=mulai_on,
        selesai_on=selesai_on,
        di_luar_rekap=yes_or_no(nilai.get("di_luar_rekap", ""), nama="Di luar rekap belajar"),
    )


def check(daftar: Sequence[BarisImpor], instansi: Instansi, on: date) -> list[BarisImpor]:
    orang, ada = people_by_nip(instansi), _existing(instansi)
    pertama: dict[tuple[str, str], int] = {}
    hasil = []
    for mentah in daftar:
        baris = mentah.fresh()
        try:
            isian = parse(baris.nilai, on=on)
        except NilaiSalah as error:
            hasil.append(baris.wrong(*baris.galat, str(error)))
            continue
        masalah = list(baris.galat)
        if isian.nip not in orang:
            masalah.append(unknown_person(isian.nip))
        if (nomor := pertama.setdefault(isian.kunci, baris.nomor)) != baris.nomor:
            masalah.append(f"Sertifikat yang sama sudah ada pada baris {nomor}. Hapus salah satunya.")
        hasil.append(baris.wrong(*masalah) if masalah else _verdict(baris, isian, ada.get(isian.kunci)))
    return hasil


def _existing(instansi: Instansi) -> dict[tuple[str, str], Sertifikat]:
    berlaku = Sertifikat.objects.filter(pegawai__instansi=instansi).exclude(keadaan=KeadaanSertifikat.DITOLAK)
    return {(s.pegawai.nip, s.nomor_kunci): s for s in berlaku.select_related("pegawai").order_by("id")}


def _verdict(baris: BarisImpor, isian: BarisRiwayat, ada: Sertifikat | None) -> BarisImpor:
    """A certificate that is known stays as it was verified: a sheet does not overrule a paper somebody looked at."""
    if ada is None and is_class_number(isian.nomor):
        return baris.wrong(
            f"Nomor {isian.nomor} berbentuk nomor sertifikat kelas di sini, tetapi tidak tercatat bagi orang ini. Sertifikat "
            "kelas terbit dari hasil kelasnya; bila terbit di instansi lain, tulis nama instansi itu di depan nomornya."
        )
    if ada is None:
        return baris.new("Sertifikat baru.")
    if ada.keadaan == KeadaanSertifikat.DIAJUKAN:
        return baris.wrong(
            f"{ada.pegawai.nama} sudah mengajukan sertifikat ini dengan berkasnya. Sahkan di antrean pemeriksaan."
        )
    if (ada.jp, ada.selesai_on) != (isian.jp, isian.selesai_on):
        return baris.wrong(
            f"Sertifikat ini sudah tercatat sah: {ada.jp} JP, selesai {format_tanggal(ada.selesai_on)}. "
            "Yang tercatat tidak diganti; periksa barisnya."
        )
    return baris.compared(())


def apply(daftar: Sequence[BarisImpor], impor: Impor, on: date) -> None:
    orang = people_by_nip(impor.instansi)
    katalog = {p.nama.casefold(): p for p in Pelatihan.objects.filter(instansi=impor.instansi).order_by("id")}
    isian = [parse(b.nilai, on=on) for b in daftar if b.putusan == PutusanBaris.BARU]
    baru = [
        _certificate(
            satu, pegawai_id=orang[satu.nip], pelatihan=katalog.get(satu.nama.casefold()), impor=impor
        )
        for satu in isian
    ]
    for sertifikat, satu in zip(Sertifikat.objects.bulk_create(baru, batch_size=UKURAN), isian, strict=True):
        count_hours(sertifikat, di_luar_rekap=satu.di_luar_rekap)


def _certificate(
    isian: BarisRiwayat, *, pegawai_id: int, pelatihan: Pelatihan | None, impor: Impor
) -> Sertifikat:
    """Verified by whoever uploaded the sheet: it comes from the personnel unit's own register."""
    at: datetime = impor.diunggah_at
    return Sertifikat(
        pegawai_id=pegawai_id,
        pelatihan=pelatihan,
        nama=isian.nama,
        penyelenggara=isian.penyelenggara,
        nomor=isian.nomor,
        nomor_kunci=number_key(isian.nomor),
        jp=isian.jp,
        mulai_on=isian.mulai_on,
        selesai_on=isian.selesai_on,
        keadaan=KeadaanSertifikat.DIVERIFIKASI,
        diajukan_at=at,
        diperiksa_at=at,
        diperiksa_oleh_id=impor.diunggah_oleh_id,
        catatan=f"Dari impor {impor.nama_berkas}.",
    )
