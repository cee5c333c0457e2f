"""Equity monitor: do results differ between groups of people, beyond chance? A difference is a question, no verdict.

Groups are compared with everybody else of the same characteristic. Small groups are merged first, so that
nothing here isolates a few people (`kelompok_kecil`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

import numpy as np

from kinerja.lib.angka import format_angka
from kinerja.metode.kelompok_kecil import gabung_kelompok
from kinerja.metode.uji import (
    FloatArray,
    HasilUji,
    IntArray,
    adjust_holm,
    difference_of_shares,
    hedges_g,
    welch,
    wilson,
)

LAINNYA = "Lainnya"
TIDAK_TERCATAT = "Tidak tercatat"
_BUKAN_VONIS = "Perbedaan belum berarti ketidakadilan: jabatan, beban, atau lama bekerja dapat menjelaskannya. Layak dibicarakan."


class DataTidakSah(ValueError):
    """The columns do not belong together; the message is fit for the user."""


class JenisBanding(StrEnum):
    """What is compared between a group and the others."""

    BAGIAN = "bagian"  # share at or above a level
    RERATA = "rerata"  # mean mark


@dataclass(frozen=True, kw_only=True)
class AturanPemerataan:
    """Minimum size of a group, and what a difference must reach before it is worth a word."""

    minimal: int = 10
    alfa: float = 0.05
    yakin: float = 0.95
    beda_bagian: float = 0.05  # share
    beda_rerata: float = 0.2  # SDs


@dataclass(frozen=True, kw_only=True)
class Bagian:
    """Share of a group at or above a level, with its Wilson interval; units of 1."""

    jenjang: str
    nilai: float
    bawah: float
    atas: float


@dataclass(frozen=True, kw_only=True)
class Banding:
    """A group against everybody else; `selisih` in units of 1 (bagian) or points (rerata), `g` in SDs."""

    jenis: JenisBanding
    jenjang: str
    selisih: float
    bawah: float
    atas: float
    p: float
    p_disesuaikan: float = 1.0
    g: float | None = None
    g_bawah: float | None = None
    g_atas: float | None = None
    tanda: bool = False
    kalimat: str = ""


@dataclass(frozen=True, kw_only=True)
class HasilKelompok:
    """One group; `rerata` is None where fewer than the minimum carry a mark."""

    nama: str
    n: int
    gabungan: tuple[str, ...]
    daftar_bagian: tuple[Bagian, ...]
    rerata: float | None
    daftar_banding: tuple[Banding, ...]


@dataclass(frozen=True, kw_only=True)
class HasilCiri:
    """One characteristic. Without groups `kalimat` says why."""

    ciri: str
    daftar_kelompok: tuple[HasilKelompok, ...]
    kalimat: str


def pantau_pemerataan(
    ciri: Mapping[str, Sequence[str | None]],
    *,
    jenjang: IntArray,
    nama_jenjang: Sequence[str],
    skor: FloatArray | None = None,
    aturan: AturanPemerataan | None = None,
) -> tuple[HasilCiri, ...]:
    """Compare the groups of each characteristic (sex, age band, post type, unit), n people long.

    `jenjang` (n,) is the position of a person's predikat in `nama_jenjang`, worst first; `skor` (n,) in points
    with NaN where there is none. Shares: Fisher's exact test with Newcombe's interval (1998). Means: Welch
    1947, effect size Hedges 1981. All p-values of all characteristics are adjusted together (Holm 1979), so
    fair data raises any flag in at most `alfa` of the reports. Raises DataTidakSah for unequal lengths.
    """
    aturan = aturan or AturanPemerataan()
    skor = np.full(len(jenjang), np.nan) if skor is None else skor
    _check(ciri, jenjang, skor, nama_jenjang)
    daftar = [
        _characteristic(nama, kolom, jenjang, nama_jenjang, skor, aturan) for nama, kolom in ciri.items()
    ]
    banding = [b for hasil in daftar for kelompok in hasil.daftar_kelompok for b in kelompok.daftar_banding]
    p = iter(adjust_holm(np.array([b.p for b in banding])).tolist())
    return tuple(
        replace(
            hasil,
            daftar_kelompok=tuple(
                replace(
                    kelompok,
                    daftar_banding=tuple(
                        _judged(b, kelompok.nama, next(p), aturan) for b in kelompok.daftar_banding
                    ),
                )
                for kelompok in hasil.daftar_kelompok
            ),
        )
        for hasil in daftar
    )


def _check(
    ciri: Mapping[str, Sequence[str | None]], jenjang: IntArray, skor: FloatArray, nama_jenjang: Sequence[str]
) -> None:
    if len({len(jenjang), len(skor), *(len(kolom) for kolom in ciri.values())}) > 1:
        raise DataTidakSah(
            "Kolom data pemerataan tidak sama panjang. Susun ulang datanya dari daftar yang sama."
        )
    if len(jenjang) and not 0 <= jenjang.min() <= jenjang.max() < len(nama_jenjang):
        raise DataTidakSah("Ada predikat yang tidak dikenal. Periksa daftar predikatnya.")


def _characteristic(
    nama: str,
    kolom: Sequence[str | None],
    jenjang: IntArray,
    nama_jenjang: Sequence[str],
    skor: FloatArray,
    aturan: AturanPemerataan,
) -> HasilCiri:
    label = np.array([isi or TIDAK_TERCATAT for isi in kolom], dtype=object)
    kunci, jumlah = np.unique(label.astype(str), return_counts=True)
    daftar = gabung_kelompok(dict(zip(kunci.tolist(), jumlah.tolist(), strict=True)), minimal=aturan.minimal)
    if len(daftar) < 2:
        return HasilCiri(
            ciri=nama,
            daftar_kelompok=(),
            kalimat=f"Belum dapat dibandingkan: perlu paling sedikit dua kelompok berisi {aturan.minimal} orang.",
        )
    kelompok = tuple(
        _group(anggota, np.isin(label.astype(str), anggota), jenjang, nama_jenjang, skor, aturan)
        for anggota in daftar
    )
    # With two groups the second comparison is the first one turned round.
    if len(kelompok) == 2:
        kelompok = (kelompok[0], replace(kelompok[1], daftar_banding=()))
    return HasilCiri(ciri=nama, daftar_kelompok=kelompok, kalimat=f"{len(kelompok)} kelompok dibandingkan.")


def _group(
    anggota: tuple[str, ...],
    di_dalam: np.ndarray[tuple[int, ...], np.dtype[np.bool_]],
    jenjang: IntArray,
    nama_jenjang: Sequence[str],
    skor: FloatArray,
    aturan: AturanPemerataan,
) -> HasilKelompok:
    n, lain = int(di_dalam.sum()), int((~di_dalam).sum())
    daftar_bagian, daftar_banding = [], []
    for batas in range(1, len(nama_jenjang)):
        a, b = int((jenjang[di_dalam] >= batas).sum()), int((jenjang[~di_dalam] >= batas).sum())
        bawah, atas = wilson(np.array([a / n]), np.array([float(n)]), yakin=aturan.yakin)
        daftar_bagian.append(
            Bagian(jenjang=nama_jenjang[batas], nilai=a / n, bawah=float(bawah[0]), atas=float(atas[0]))
        )
        # A level that all or none have reached compares nothing.
        if 0 < a + b < n + lain:
            uji = difference_of_shares(a, n, b, lain, yakin=aturan.yakin)
            daftar_banding.append(_comparison(JenisBanding.BAGIAN, nama_jenjang[batas], uji))
    ada = ~np.isnan(skor)
    x, y = skor[di_dalam & ada], skor[~di_dalam & ada]
    if min(len(x), len(y)) >= max(aturan.minimal, 2):
        g, g_bawah, g_atas = hedges_g(x, y, yakin=aturan.yakin)
        banding = _comparison(JenisBanding.RERATA, "", welch(x, y, yakin=aturan.yakin))
        daftar_banding.append(replace(banding, g=g, g_bawah=g_bawah, g_atas=g_atas))
    return HasilKelompok(
        nama=anggota[0] if len(anggota) == 1 else LAINNYA,
        n=n,
        gabungan=anggota if len(anggota) > 1 else (),
        daftar_bagian=tuple(daftar_bagian),
        rerata=float(x.mean()) if len(x) >= aturan.minimal else None,
        daftar_banding=tuple(daftar_banding),
    )


def _comparison(jenis: JenisBanding, jenjang: str, uji: HasilUji) -> Banding:
    return Banding(jenis=jenis, jenjang=jenjang, selisih=uji.selisih, bawah=uji.bawah, atas=uji.atas, p=uji.p)


def _judged(banding: Banding, nama: str, p: float, aturan: AturanPemerataan) -> Banding:
    besar = (
        abs(banding.selisih) >= aturan.beda_bagian
        if banding.jenis is JenisBanding.BAGIAN
        else abs(banding.g or 0.0) >= aturan.beda_rerata
    )
    tanda = besar and p <= aturan.alfa
    return replace(banding, p_disesuaikan=p, tanda=tanda, kalimat=_sentence(banding, nama, tanda=tanda))


def _sentence(banding: Banding, nama: str, *, tanda: bool) -> str:
    arah = "di bawah" if banding.selisih < 0 else "di atas"
    if banding.jenis is JenisBanding.RERATA:
        satuan, kali, apa = "poin", 1, f"Nilai rata-rata kelompok {nama}"
    else:
        satuan, kali = "poin persen", 100
        apa = f"Bagian kelompok {nama} yang mencapai {banding.jenjang} atau lebih"
    beda = _angka(kali * abs(banding.selisih))
    selang = _interval(kali * banding.bawah, kali * banding.atas, satuan)
    penutup = (
        _BUKAN_VONIS if tanda else "Perbedaan sebesar ini dapat terjadi karena kebetulan atau terlalu kecil."
    )
    return f"{apa} {beda} {satuan} {arah} kelompok lain ({selang}). {penutup}"


def _interval(bawah: float, atas: float, satuan: str) -> str:
    if bawah >= 0 or atas <= 0:
        ujung = sorted((abs(bawah), abs(atas)))
        return f"antara {_angka(ujung[0])} dan {_angka(ujung[1])} {satuan}"
    return f"antara {_angka(-bawah)} {satuan} di bawah dan {_angka(atas)} {satuan} di atas"


def _angka(nilai: float) -> str:
    return format_angka(Decimal(str(round(nilai, 1))))
