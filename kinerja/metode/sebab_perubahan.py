"""Why a suggestion differs under two methods: each difference tried alone, and each one taken back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

import numpy as np

from kinerja.metode.agregasi import BobotSumber, Sumber
from kinerja.metode.metode_sumber import AspekDitimbang, Metode
from kinerja.metode.saran_rating import Ambang
from kinerja.metode.simulasi import HasilMetode, Masukan, terapkan
from kinerja.metode.skala import tampil_persen, tampil_skor

# What two methods can differ in: ("aspek", code), ("bobot", source), ("hasil", source), ("ambang_skor", ""), ("ambang", "").
Ubahan = tuple[str, str]
GABUNGAN = "Gabungan beberapa perubahan"


@dataclass(frozen=True, kw_only=True)
class Beda:
    """One difference, in words for the admin."""

    kunci: Ubahan
    kalimat: str


def daftar_beda(sebelum: Metode, sesudah: Metode) -> tuple[Beda, ...]:
    """Everything that the second method has otherwise than the first."""
    return tuple(
        Beda(kunci=kunci, kalimat=_sentence(kunci, sebelum, sesudah))
        for kunci in _keys(sebelum, sesudah)
        if rakit(sebelum, sesudah, {kunci}) != rakit(sebelum, sesudah, set())
    )


def rakit(dasar: Metode, lain: Metode, kunci: Iterable[Ubahan]) -> Metode:
    """The first method with what `kunci` names taken from the other; both ends are the methods themselves."""
    diambil = set(kunci)
    asal = {bagian: lain if (bagian, "") in diambil else dasar for bagian in ("ambang_skor", "ambang")}
    aspek = []
    for kode in _codes(dasar, lain):
        pemilik = lain if ("aspek", kode) in diambil else dasar
        if ada := _aspect(pemilik, kode):
            aspek.append(replace(ada, bobot=_weights(kode, dasar, lain, diambil)))
    return Metode(
        daftar_aspek=tuple(aspek),
        bobot_hasil=_of_results(dasar, lain, diambil),
        ambang_skor=asal["ambang_skor"].ambang_skor,
        ambang=asal["ambang"].ambang,
    )


def sebab(masukan: Masukan, *, sebelum: Metode, sesudah: Metode) -> list[str]:
    """For each person the difference that alone brings the new suggestion; else one that it cannot do without."""
    awal, akhir = terapkan(masukan, metode=sebelum), terapkan(masukan, metode=sesudah)
    hasil = [GABUNGAN] * len(masukan)
    for satu in reversed(daftar_beda(sebelum, sesudah)):
        tanpa = terapkan(masukan, metode=rakit(sesudah, sebelum, {satu.kunci}))
        for i in np.flatnonzero(_same(tanpa, awal)):
            hasil[i] = satu.kalimat
    for satu in reversed(daftar_beda(sebelum, sesudah)):
        dengan = terapkan(masukan, metode=rakit(sebelum, sesudah, {satu.kunci}))
        for i in np.flatnonzero(_same(dengan, akhir)):
            hasil[i] = satu.kalimat
    return ["" if tetap else kalimat for tetap, kalimat in zip(_same(awal, akhir), hasil, strict=True)]


def _same(satu: HasilMetode, lain: HasilMetode) -> Sequence[bool]:
    sama: list[bool] = ((satu.hasil == lain.hasil) & (satu.perilaku == lain.perilaku)).tolist()
    return sama


def _keys(sebelum: Metode, sesudah: Metode) -> list[Ubahan]:
    """Sources first, as people ask for them first; the atasan last of them, whose weight gives way to the others'."""
    urut = sorted(Sumber, key=lambda sumber: sumber is Sumber.ATASAN)
    return [
        *(("bobot", sumber.value) for sumber in urut),
        *(("hasil", sumber.value) for sumber in urut),
        *(("aspek", kode) for kode in _codes(sebelum, sesudah)),
        ("ambang_skor", ""),
        ("ambang", ""),
    ]


def _codes(satu: Metode, lain: Metode) -> list[str]:
    return sorted({aspek.kode for aspek in (*satu.daftar_aspek, *lain.daftar_aspek)})


def _aspect(metode: Metode, kode: str) -> AspekDitimbang | None:
    return next((aspek for aspek in metode.daftar_aspek if aspek.kode == kode), None)


def _weights(kode: str, dasar: Metode, lain: Metode, diambil: set[Ubahan]) -> tuple[BobotSumber, ...]:
    """Source by source from one of the two; an aspect that only one of them has brings its own."""
    milik = {id(metode): _aspect(metode, kode) for metode in (dasar, lain)}
    hasil = []
    for sumber in Sumber:
        dipilih = milik[id(lain if ("bobot", sumber.value) in diambil else dasar)]
        dipilih = dipilih or milik[id(lain)] or milik[id(dasar)]
        hasil += [satu for satu in (dipilih.bobot if dipilih else ()) if satu.sumber is sumber]
    return tuple(hasil)


def _of_results(dasar: Metode, lain: Metode, diambil: set[Ubahan]) -> tuple[BobotSumber, ...]:
    return tuple(
        satu
        for sumber in Sumber
        for satu in (lain if ("hasil", sumber.value) in diambil else dasar).bobot_hasil
        if satu.sumber is sumber
    )


def _sentence(kunci: Ubahan, sebelum: Metode, sesudah: Metode) -> str:
    jenis, kode = kunci
    if jenis == "aspek":
        return _about_aspect(_aspect(sebelum, kode), _aspect(sesudah, kode))
    if jenis in ("bobot", "hasil"):
        tempat = "" if jenis == "bobot" else " pada hasil kerja"
        dua = [_asked(metode, jenis, Sumber(kode)) for metode in (sebelum, sesudah)]
        return f"{Sumber(kode).label}{tempat}: {_about_source(dua[0], dua[1])}"
    if jenis == "ambang_skor":
        batas = [
            f"{tampil_skor(m.ambang_skor.sesuai)} dan {tampil_skor(m.ambang_skor.di_atas)}"
            for m in (sebelum, sesudah)
        ]
        return f"Batas nilai sesuai dan di atas: {batas[0]} menjadi {batas[1]}"
    return _about_most(sebelum.ambang, sesudah.ambang)


def _about_most(lama: Ambang, baru: Ambang) -> str:
    bagian = [
        f"“{nama}” {tampil_persen(Fraction(satu))} menjadi {tampil_persen(Fraction(lain))}"
        for nama, satu, lain in (
            ("sebagian besar", lama.sebagian_besar, baru.sebagian_besar),
            ("sebagian kecil", lama.sebagian_kecil, baru.sebagian_kecil),
        )
        if satu != lain
    ]
    return f"Arti {' dan '.join(bagian)}"


def _about_aspect(lama: AspekDitimbang | None, baru: AspekDitimbang | None) -> str:
    if lama is None:
        return f"Aspek baru: {baru.label or baru.kode if baru else ''}"
    if baru is None:
        return f"Aspek {lama.label or lama.kode} tidak lagi dilihat"
    kini = "ikut dihitung" if baru.ikut_dihitung else "hanya ditampilkan"
    return f"Aspek {baru.label or baru.kode} {kini}"


def _asked(metode: Metode, jenis: str, sumber: Sumber) -> BobotSumber | None:
    """The weight of a source; the same wherever it is asked."""
    daftar = metode.bobot_hasil if jenis == "hasil" else [b for a in metode.daftar_aspek for b in a.bobot]
    return next((satu for satu in daftar if satu.sumber is sumber), None)


def _about_source(lama: BobotSumber | None, baru: BobotSumber | None) -> str:
    if lama is None and baru is not None:
        return f"mulai dihitung, bobot {baru.bobot}%"
    if baru is None or lama is None:
        return "tidak lagi ditanya"
    bagian = []
    if lama.bobot != baru.bobot:
        bagian.append(f"bobot {lama.bobot}% menjadi {baru.bobot}%")
    if lama.minimum != baru.minimum:
        bagian.append(f"jumlah minimum {lama.minimum} menjadi {baru.minimum}")
    return ", ".join(bagian) or "aspek yang dinilainya berubah"
