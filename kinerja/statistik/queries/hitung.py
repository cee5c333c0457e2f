"""From the marks of an instansi to profiles and references, lot by lot, so that no lot asks for much memory."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

import numpy as np
import scipy

from kinerja.kepegawaian.models import UnitKerja
from kinerja.metode.statistik_penilai import (
    AcuanOrang,
    Aturan,
    ProfilPenilai,
    TabelNilai,
    Ukuran,
    acuan_disesuaikan,
    statistik_penilai,
)
from kinerja.metode.uji import IntArray
from kinerja.statistik.istilah import SebagaiPenilai
from kinerja.statistik.queries.nilai import DaftarNilai, penilai_dari

# The thresholds of `Aturan` were set for marks that spread over forty points; ours spread over a hundred.
_BEDA_WAJAR, _GALAT_ACUAN = 7.5, 15.0
PENILAI_PER_LOT = 1500
_KUMPULAN_TERKECIL = 10  # raters, before it is shown where most of them stand


@dataclass(frozen=True, kw_only=True)
class StatistikDihitung:
    penilai_id: int
    sebagai: SebagaiPenilai
    jalur: str
    profil: dict[str, Any]
    tanda: list[str]
    petunjuk: float


@dataclass(frozen=True, kw_only=True)
class HasilLot:
    daftar_statistik: list[StatistikDihitung]
    daftar_acuan: list[AcuanOrang]


def bagi_lot(nilai: DaftarNilai) -> list[IntArray]:
    """Rows by lot. Whoever shares a rated person shares a lot; lots fill up with raters of like units."""
    if not len(nilai.skor):
        return []
    daftar, penilai = np.unique(nilai.penilai, return_inverse=True)
    _, dinilai = np.unique(nilai.dinilai, return_inverse=True)
    ukuran = len(daftar) + int(dinilai.max()) + 1
    graf = scipy.sparse.coo_matrix(
        (np.ones(len(penilai)), (penilai, dinilai + len(daftar))), shape=(ukuran, ukuran)
    )
    _, label = scipy.sparse.csgraph.connected_components(graf, directed=False)
    gugus = label[: len(daftar)]
    jenis = _kinds(nilai, penilai, len(daftar))
    urutan = sorted(set(gugus.tolist()), key=lambda satu: (jenis[np.argmax(gugus == satu)], satu))
    anggota = np.bincount(gugus)
    lot_gugus, isi, lot = {}, 0, 0
    for satu in urutan:
        if isi and isi + anggota[satu] > PENILAI_PER_LOT:
            isi, lot = 0, lot + 1
        isi += anggota[satu]
        lot_gugus[satu] = lot
    lot_baris = np.array([lot_gugus[satu] for satu in gugus.tolist()])[penilai]
    return [np.flatnonzero(lot_baris == satu) for satu in range(lot + 1)]


def hitung_lot(nilai: DaftarNilai, baris: IntArray) -> HasilLot:
    tabel = TabelNilai(
        penilai=nilai.penilai[baris],
        dinilai=nilai.dinilai[baris],
        aspek=nilai.aspek[baris],
        periode=nilai.periode[baris],
        skor=nilai.skor[baris],
        skala=nilai.skala[baris],
    )
    kode, penilai = np.unique(tabel.penilai, return_inverse=True)
    jenis = _kinds(nilai, penilai, len(kode), baris)
    sepadan = {int(k): 2 * int(j) + int(k) % 2 for k, j in zip(kode, jenis, strict=True)}
    aturan = Aturan(kelompok_penilai=sepadan, beda_wajar=_BEDA_WAJAR, galat_acuan_terbesar=_GALAT_ACUAN)
    profil = statistik_penilai(tabel, aturan=aturan)
    jalur = _shared_paths(nilai, baris)
    kumpulan = _pools(profil)
    return HasilLot(
        daftar_statistik=[
            _row(satu, jalur[satu.penilai], kumpulan) for satu in profil if satu.penilai in jalur
        ],
        daftar_acuan=[
            satu
            for satu in acuan_disesuaikan(tabel, aturan=aturan)
            if satu.nilai is not None and satu.periode == nilai.kini
        ],
    )


def _kinds(nilai: DaftarNilai, penilai: IntArray, jumlah: int, baris: IntArray | None = None) -> IntArray:
    """The kind of unit (dinas, kecamatan, …) in which each rater's first person works."""
    per_jalur = dict(UnitKerja.objects.order_by("id").filter(
        jalur__in=nilai.daftar_jalur
    ).values_list("jalur", "jenis"))  # fmt: skip
    nama = sorted(set(per_jalur.values()))
    kode = np.array([nama.index(per_jalur[jalur]) for jalur in nilai.daftar_jalur])
    hasil = np.zeros(jumlah, dtype=np.int64)
    unit = nilai.unit if baris is None else nilai.unit[baris]
    hasil[penilai[::-1]] = kode[unit[::-1]]
    return hasil


def _shared_paths(nilai: DaftarNilai, baris: IntArray) -> dict[int, str]:
    """Raters of the last period, with the path of the lowest unit above all whom they rated in it."""
    kini = baris[nilai.periode[baris] == nilai.kini]
    pasangan = np.unique(np.stack([nilai.penilai[kini], nilai.unit[kini]]), axis=1)
    jalur: dict[int, list[str]] = defaultdict(list)
    for penilai, unit in pasangan.T.tolist():
        jalur[penilai].append(nilai.daftar_jalur[unit])
    return {penilai: _common(daftar) for penilai, daftar in jalur.items()}


def _common(daftar: Sequence[str]) -> str:
    ruas = zip(*(jalur.split("/") for jalur in daftar), strict=False)
    return "/".join(satu[0] for satu in takewhile(lambda satu: len(set(satu)) == 1, ruas)).rstrip("/") + "/"


Kumpulan = dict[tuple[str, str, int], dict[str, float]]


def _pools(profil: Iterable[ProfilPenilai]) -> Kumpulan:
    """Where the middle four fifths of the raters of one scale stand: from ten raters on, so that none shows."""
    isi: dict[tuple[str, str, int], list[float]] = defaultdict(list)
    for satu in profil:
        for ukuran in satu.daftar_ukuran:
            if ukuran.nilai is not None:
                isi[_pool_key(ukuran, satu.penilai)].append(ukuran.nilai)
    return {
        kunci: dict(zip(("bawah", "atas"), np.quantile(nilai, (0.1, 0.9)).tolist(), strict=True))
        | {"n": len(nilai)}
        for kunci, nilai in isi.items()
        if len(nilai) >= _KUMPULAN_TERKECIL
    }


def _pool_key(ukuran: Ukuran, penilai: int) -> tuple[str, str, int]:
    return ukuran.jenis.value, ukuran.dasar.value, penilai % 2


def _row(profil: ProfilPenilai, jalur: str, kumpulan: Kumpulan) -> StatistikDihitung:
    pegawai, sebagai = penilai_dari(profil.penilai)
    return StatistikDihitung(
        penilai_id=pegawai,
        sebagai=sebagai,
        jalur=jalur,
        profil={
            "ukuran": [
                _figure(ukuran, kumpulan.get(_pool_key(ukuran, profil.penilai)))
                for ukuran in profil.daftar_ukuran
            ]
        },
        tanda=[jenis.value for jenis in profil.tanda],
        petunjuk=min((u.p_disesuaikan or 0.0 for u in profil.daftar_ukuran if u.tanda), default=1.0),
    )


def _figure(ukuran: Ukuran, kumpulan: dict[str, float] | None) -> dict[str, Any]:
    return {
        "jenis": ukuran.jenis.value,
        "dasar": ukuran.dasar.value,
        "n_dinilai": ukuran.n_dinilai,
        "n_nilai": ukuran.n_nilai,
        **{nama: _rounded(getattr(ukuran, nama)) for nama in ("nilai", "bawah", "atas", "pembanding")},
        "tanda": ukuran.tanda,
        "kalimat": ukuran.kalimat,
        "kalimat_tim": ukuran.kalimat_tim,
        "kumpulan": {nama: _rounded(isi) for nama, isi in kumpulan.items()} if kumpulan else None,
    }


def _rounded(nilai: float | None) -> float | None:
    return None if nilai is None or not np.isfinite(nilai) else round(float(nilai), 4)
