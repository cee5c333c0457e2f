"""Reading a NIP, and telling people how to put a wrong one right."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kinerja.peraturan.identitas.istilah import JenisASN, JenisKelamin
from kinerja.peraturan.rujukan import berdasarkan

_KELAMIN = {"1": JenisKelamin.LAKI_LAKI, "2": JenisKelamin.PEREMPUAN}
_PEMISAH = re.compile(r"[\s.\-']")


class NIPTidakSah(ValueError):
    """The text cannot be a NIP; the message says what to do."""


@dataclass(frozen=True, slots=True)
class IdentitasNIP:
    """What a NIP says; `peringatan` holds doubts that do not make it invalid (T12)."""

    nip: str
    lahir_on: date
    tahun_pengangkatan: int
    bulan_pengangkatan: int | None
    jenis_kelamin: JenisKelamin | None
    nomor_urut: int
    jenis_asn: JenisASN
    peringatan: tuple[str, ...] = ()


@berdasarkan("Perka BKN 22/2007", "Susunan NIP 18 angka")
@berdasarkan("PP 49/2018", "Nomor induk PPPK")
def urai_nip(nip: str) -> IdentitasNIP:
    """Read a NIP of 18 digits given as text (T12); NIPTidakSah says how to put a wrong one right."""
    angka = _digits(nip)
    lahir_on = _birth_date(angka)
    is_pppk = int(angka[12:14]) > 12
    return IdentitasNIP(
        nip=angka,
        lahir_on=lahir_on,
        tahun_pengangkatan=int(angka[8:12]),
        bulan_pengangkatan=None if is_pppk else int(angka[12:14]),
        jenis_kelamin=_KELAMIN.get(angka[14]),
        nomor_urut=int(angka[15:18]),
        jenis_asn=JenisASN.PPPK if is_pppk else JenisASN.PNS,
        peringatan=tuple(_doubts(angka, lahir_on)),
    )


def _digits(nip: str) -> str:
    if not isinstance(nip, str):
        pesan = "NIP terbaca sebagai angka sehingga digit terakhirnya bisa berubah. Ubah kolom NIP menjadi teks, lalu isi kembali."
        raise NIPTidakSah(pesan)
    angka = _PEMISAH.sub("", nip)
    if re.fullmatch(r"[\d,+]+[eE][\d+]*", angka):
        pesan = f"NIP “{nip}” sudah berubah menjadi notasi ilmiah. Ubah kolom NIP menjadi teks, lalu ketik kembali 18 angkanya."
        raise NIPTidakSah(pesan)
    if not (angka.isascii() and angka.isdigit()):
        pesan = f"NIP “{nip}” memuat tanda selain angka. Tuliskan 18 angka saja."
        raise NIPTidakSah(pesan)
    if len(angka) != 18:
        pesan = f"NIP “{nip}” terdiri atas {len(angka)} angka, seharusnya 18. Periksa kembali angka yang kurang atau lebih."
        raise NIPTidakSah(pesan)
    return angka


def _birth_date(angka: str) -> date:
    try:
        lahir_on = date(int(angka[:4]), int(angka[4:6]), int(angka[6:8]))
    except ValueError:
        pesan = f"Delapan angka pertama NIP ({angka[:8]}) bukan tanggal lahir yang ada. Urutannya tahun, bulan, tanggal, misalnya 19850131."
        raise NIPTidakSah(pesan) from None
    if not 1900 <= lahir_on.year < int(angka[8:12]):
        pesan = (
            f"Tahun lahir {lahir_on.year} dan tahun pengangkatan {angka[8:12]} pada NIP {angka} tidak masuk akal. "
            "Periksa kembali angka 1–4 dan 9–12."
        )
        raise NIPTidakSah(pesan)
    return lahir_on


def _doubts(angka: str, lahir_on: date) -> Iterator[str]:
    if int(angka[8:12]) - lahir_on.year < 17:
        yield f"Umur saat diangkat tampak kurang dari 17 tahun (lahir {lahir_on.year}, diangkat {angka[8:12]})."
    if angka[12:14] == "00" or (angka[12:14] > "12" and not re.fullmatch(r"2[1-9]", angka[12:14])):
        yield f"Angka ke-13 dan 14 ({angka[12:14]}) bukan bulan (01–12) dan bukan kode PPPK (21–29)."
    if angka[14] not in _KELAMIN:
        yield f"Angka ke-15 ({angka[14]}) bukan 1 (laki-laki) atau 2 (perempuan)."
    if angka[15:18] == "000":
        yield "Nomor urut 000 tidak lazim; mungkin angkanya dibulatkan oleh Excel."
