"""What both sheets ask of a cell: a person whom we know, and a figure that can be true."""

from __future__ import annotations

from decimal import Decimal

from kinerja.kepegawaian.impor.baris import NilaiSalah, required
from kinerja.kepegawaian.impor.kolom import Kolom
from kinerja.kepegawaian.models import Instansi, Pegawai
from kinerja.lib.angka import AngkaTidakSah, format_angka, parse_angka
from kinerja.peraturan.identitas import NIPTidakSah, urai_nip

KOLOM_NIP = Kolom(
    kunci="nip", judul="NIP", alias=("NIP BARU", "NIPBARU", "NIP PEGAWAI"), wajib=True, lebar=24,
    bantuan="18 angka, sebagai teks.",
)  # fmt: skip
KOLOM_NAMA = Kolom(
    kunci="nama", judul="NAMA", alias=("NAMA PEGAWAI",), lebar=36,
    bantuan="Hanya untuk memudahkan membaca; orangnya dikenali dari NIP.",
)  # fmt: skip
KOLOM_KETERANGAN = Kolom(kunci="keterangan", judul="KETERANGAN", alias=("CATATAN",), lebar=40)


def people_by_nip(instansi: Instansi) -> dict[str, int]:
    return dict(Pegawai.objects.filter(instansi=instansi).order_by("id").values_list("nip", "pk"))


def read_nip(nilai: dict[str, str]) -> str:
    try:
        return urai_nip(required(nilai, "nip", nama="NIP", panjang=40)).nip
    except NIPTidakSah as error:
        raise NilaiSalah(str(error)) from None


def unknown_person(nip: str) -> str:
    return (
        f"NIP {nip} tidak ada di data pegawai instansi ini. Periksa angkanya, atau impor dahulu pegawainya."
    )


def figure(nilai: dict[str, str], kunci: str, *, nama: str, paling_banyak: int) -> Decimal:
    """A figure from 0 up to a limit, however its thousands and decimals are written; an empty cell is refused."""
    teks = nilai.get(kunci, "")
    if not teks:
        raise NilaiSalah(f"{nama} kosong. Isi angkanya; tulis 0 bila memang tidak ada.")
    try:
        angka = parse_angka(teks)
    except AngkaTidakSah as error:
        raise NilaiSalah(f"{nama}: {error}") from None
    if angka < 0:
        raise NilaiSalah(f"{nama} {format_angka(angka)} kurang dari nol. Isi 0 atau lebih.")
    if angka > paling_banyak:
        raise NilaiSalah(
            f"{nama} {format_angka(angka)} lebih dari {format_angka(paling_banyak)}. Periksa angka, titik, dan komanya."
        )
    return angka


def whole(
    nilai: dict[str, str], kunci: str, *, nama: str, paling_banyak: int, kosong: int | None = None
) -> int:
    """A whole figure; `kosong` is what an empty cell means, where it may be empty."""
    if kosong is not None and not nilai.get(kunci):
        return kosong
    angka = figure(nilai, kunci, nama=nama, paling_banyak=paling_banyak)
    if angka != angka.to_integral_value():
        raise NilaiSalah(
            f"{nama} {format_angka(angka)} bukan bilangan bulat. Isi tanpa desimal, misalnya 21."
        )
    return int(angka)
