"""The shape of a table that was read, and how raw cells become it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

_CARI_JUDUL = 15


class LembarDitolak(ValueError):
    """The table cannot be read; the message tells the user what to do."""


@dataclass(frozen=True, kw_only=True)
class Batas:
    """How large a table may be."""

    ukuran: int = 10 * 1024 * 1024
    baris: int = 20_000
    kolom: int = 60


@dataclass(frozen=True)
class Sel:
    """One cell as text, with what a reader of that text should know."""

    teks: str = ""
    is_angka: bool = False
    catatan: str = ""


@dataclass(frozen=True)
class Baris:
    """One row; `nomor` is the row number that the spreadsheet program shows."""

    nomor: int
    nilai: dict[str, str]
    catatan: tuple[str, ...] = ()
    kolom_angka: frozenset[str] = field(default=frozenset())


@dataclass(frozen=True)
class Lembar:
    """A table: its headings in order, its filled rows, and remarks about the file as a whole."""

    judul_kolom: tuple[str, ...]
    baris: list[Baris]
    catatan: tuple[str, ...] = ()


def lembar_from_cells(
    daftar: Iterable[tuple[int, Sequence[Sel]]],
    *,
    batas: Batas,
    judul_dikenal: tuple[str, ...],
    catatan: tuple[str, ...],
) -> Lembar:
    """Find the heading row, drop blank rows and name every cell."""
    terisi = [(nomor, sel) for nomor, sel in daftar if any(satu.teks for satu in sel)]
    if not terisi:
        raise LembarDitolak("Tabelnya kosong. Isi mulai dari baris judul kolom, lalu unggah lagi.")
    letak = _heading_index([sel for _, sel in terisi[:_CARI_JUDUL]], judul_dikenal)
    judul = _headings(terisi[letak][1], [sel for _, sel in terisi[letak + 1 :]], batas=batas)
    if len(terisi) - letak - 1 > batas.baris:
        raise too_many_rows(len(terisi) - letak - 1, batas=batas)
    baris = [_row(nomor, sel, judul) for nomor, sel in terisi[letak + 1 :]]
    return Lembar(judul_kolom=tuple(nama for nama in judul if nama), baris=baris, catatan=catatan)


def too_many_rows(jumlah: int, *, batas: Batas) -> LembarDitolak:
    return LembarDitolak(
        f"Tabel sampai baris {_ribuan(jumlah)}; sekali unggah paling banyak {_ribuan(batas.baris)} baris. "
        "Bagi menjadi beberapa berkas, dan hapus isi yang tertinggal jauh di bawah tabel."
    )


def too_many_columns(jumlah: int, *, batas: Batas) -> LembarDitolak:
    return LembarDitolak(
        f"Tabel memiliki {_ribuan(jumlah)} kolom; paling banyak {batas.kolom}. Hapus kolom yang tidak diperlukan, "
        "termasuk isi yang tertinggal jauh di kanan tabel."
    )


def column_letter(indeks: int) -> str:
    """Name of the column as the spreadsheet program shows it: 0 is A, 26 is AA."""
    huruf = ""
    sisa = indeks + 1
    while sisa:
        sisa, nilai = divmod(sisa - 1, 26)
        huruf = chr(65 + nilai) + huruf
    return huruf


def _heading_index(daftar: Sequence[Sequence[Sel]], judul_dikenal: tuple[str, ...]) -> int:
    dikenal = {_normal(judul) for judul in judul_dikenal}
    cocok = [len({_normal(sel.teks) for sel in baris} & dikenal) for baris in daftar]
    return cocok.index(max(cocok))


def _headings(sel_judul: Sequence[Sel], daftar: Sequence[Sequence[Sel]], *, batas: Batas) -> list[str]:
    """Headings by position; a column without heading and without content has an empty one."""
    lebar = max([len(sel_judul), *(len(baris) for baris in daftar)])
    judul: list[str] = []
    dilihat: set[str] = set()
    for indeks in range(lebar):
        nama = _normal_teks(sel_judul[indeks].teks) if indeks < len(sel_judul) else ""
        if not nama and any(indeks < len(baris) and baris[indeks].teks for baris in daftar):
            nama = f"(kolom {column_letter(indeks)} tanpa judul)"
        if nama and _normal(nama) in dilihat:
            raise LembarDitolak(f"Judul kolom “{nama}” ada dua kali. Hapus atau ganti nama salah satunya.")
        dilihat.add(_normal(nama))
        judul.append(nama)
    jumlah = sum(1 for nama in judul if nama)
    if jumlah > batas.kolom:
        raise too_many_columns(jumlah, batas=batas)
    return judul


def _row(nomor: int, sel: Sequence[Sel], judul: Sequence[str]) -> Baris:
    berpasangan = [(nama, satu) for nama, satu in zip(judul, sel, strict=False) if nama]
    nilai = dict.fromkeys((nama for nama in judul if nama), "")
    nilai |= {nama: satu.teks for nama, satu in berpasangan}
    return Baris(
        nomor,
        nilai,
        catatan=tuple(f"{nama}: {satu.catatan}" for nama, satu in berpasangan if satu.catatan),
        kolom_angka=frozenset(nama for nama, satu in berpasangan if satu.is_angka),
    )


def _normal_teks(teks: str) -> str:
    return " ".join(teks.split())


def _normal(teks: str) -> str:
    return _normal_teks(teks).casefold()


def _ribuan(jumlah: int) -> str:
    return f"{jumlah:,}".replace(",", ".")
