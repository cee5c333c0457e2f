"""The table of the IP ASN as an agency stores and edits it."""

from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from typing import TypeVar

from kinerja.lib.pilihan import Pilihan
from kinerja.metode.ip_asn import (
    Diklat,
    Dimensi,
    Hukuman,
    KelompokJabatan,
    Nilai,
    Pendidikan,
    TabelIP,
    TabelIPTidakSah,
)
from kinerja.metode.setelan import Kepastian

K = TypeVar("K", bound=Pilihan)
V = TypeVar("V")


def tabel_ke_json(tabel: TabelIP) -> dict[str, object]:
    """The table with every figure as text, so that nothing is rounded on the way."""
    return {
        "bobot": {kunci.value: str(nilai) for kunci, nilai in tabel.bobot.items()},
        "pendidikan": {kunci.value: _points(nilai) for kunci, nilai in tabel.pendidikan.items()},
        "kompetensi": {
            kelompok.value: {kunci.value: _points(nilai) for kunci, nilai in isi.items()}
            for kelompok, isi in tabel.kompetensi.items()
        },
        "kinerja": [[str(batas), _points(nilai)] for batas, nilai in tabel.kinerja],
        "disiplin": {kunci.value: _points(nilai) for kunci, nilai in tabel.disiplin.items()},
        "kategori": [[str(batas), nama] for batas, nama in tabel.kategori],
    }


def tabel_dari_json(isi: object) -> TabelIP:
    """Read a stored or imported table; raises TabelIPTidakSah with the part that is wrong."""
    bagian = _mapping(isi, "Tabel IP ASN")
    return TabelIP(
        bobot=_keyed(bagian.get("bobot"), Dimensi, _number),
        pendidikan=_keyed(bagian.get("pendidikan"), Pendidikan, _value),
        kompetensi=_keyed(
            bagian.get("kompetensi"), KelompokJabatan, lambda satu: _keyed(satu, Diklat, _value), lengkap=True
        ),
        kinerja=_stepped(bagian.get("kinerja"), "kinerja", _value),
        disiplin=_keyed(bagian.get("disiplin"), Hukuman, _value),
        kategori=_stepped(bagian.get("kategori"), "kategori", str),
    )


def _points(nilai: Nilai) -> list[str]:
    return [str(nilai.poin), nilai.kepastian.value]


def _keyed(isi: object, jenis: type[K], read: Callable[[object], V], *, lengkap: bool = False) -> dict[K, V]:
    hasil: dict[K, V] = {}
    for kunci, nilai in _mapping(isi, f"Bagian {jenis.__name__}").items():
        if kunci not in set(jenis):
            raise TabelIPTidakSah(f"“{kunci}” tidak dikenal. Pilih salah satu: {', '.join(jenis)}.")
        hasil[jenis(kunci)] = read(nilai)
    if lengkap and (kurang := [satu.label for satu in jenis if satu not in hasil]):
        raise TabelIPTidakSah(f"Belum ada nilai untuk {kurang[0]}.")
    return hasil


def _stepped(isi: object, nama: str, read: Callable[[object], V]) -> tuple[tuple[Decimal, V], ...]:
    if not isinstance(isi, list) or not all(isinstance(satu, list) and len(satu) == 2 for satu in isi):
        raise TabelIPTidakSah(f"Bagian {nama} harus berupa daftar batas dan isinya.")
    return tuple((_number(batas), read(nilai)) for batas, nilai in isi)


def _mapping(isi: object, nama: str) -> Mapping[str, object]:
    if not isinstance(isi, dict):
        raise TabelIPTidakSah(f"{nama} tidak terbaca. Muat ulang tabel bawaan, lalu ubah lagi.")
    return isi


def _value(isi: object) -> Nilai:
    if not isinstance(isi, list) or len(isi) != 2 or str(isi[1]) not in set(Kepastian):
        raise TabelIPTidakSah("Setiap nilai harus memuat poin dan kepastian sumbernya.")
    return Nilai(poin=_number(isi[0]), kepastian=Kepastian(str(isi[1])))


def _number(isi: object) -> Decimal:
    try:
        nilai = Decimal(str(isi))
    except InvalidOperation:
        raise TabelIPTidakSah(f"“{isi}” bukan angka.") from None
    if not nilai.is_finite() or not 0 <= nilai <= 100:
        raise TabelIPTidakSah(f"Angka harus 0 sampai 100, bukan “{isi}”.")
    return nilai
