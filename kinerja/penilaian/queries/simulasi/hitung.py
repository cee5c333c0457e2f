"""Everybody of a period, before and after."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

import numpy as np
import numpy.typing as npt

from kinerja.kebijakan.models import (
    Periode,
)
from kinerja.kepegawaian.models import UnitKerja
from kinerja.metode.agregasi import Sumber
from kinerja.metode.agregasi_banyak import PREDIKAT, RATING, SUMBER, TANPA, Kode
from kinerja.metode.masukan_ringkas import baca_masukan
from kinerja.metode.simulasi import ARAH, ArahPerubahan, HasilMetode, Masukan, Perbandingan, terapkan
from kinerja.penilaian.models import Evaluasi
from kinerja.penilaian.queries.simulasi.bahan import Bahan
from kinerja.penilaian.queries.timbangan import predikat_dari
from kinerja.sumber.models import DIUNDI

_SEKALI = 5000
_Baris = tuple[int, int | None, int, bool, dict[str, Any]]  # id, policy, unit, gagal_studi, masukan


@dataclass(frozen=True, kw_only=True)
class Simulasi:
    """Everybody of the period, before and after; `nomor` and `kebijakan` in the order of the arrays."""

    bahan: Bahan
    periode: Periode
    banding: Perbandingan
    nomor: npt.NDArray[np.int64]
    kebijakan: Sequence[int | None]
    daftar_unit: Sequence[UnitKerja]
    tanpa_data: int
    jawaban: Mapping[Sumber, int]  # how often each source spoke

    @property
    def jumlah(self) -> int:
        return len(self.nomor)

    def hitung(self, arah: ArahPerubahan) -> int:
        return int(np.count_nonzero(self.banding.arah == ARAH.index(arah)))

    @property
    def berubah(self) -> int:
        return int(np.count_nonzero(self.banding.berubah))

    @property
    def rating_saja(self) -> int:
        """Another rating, and yet the same predikat."""
        tetap = self.banding.arah == ARAH.index(ArahPerubahan.TETAP)
        return int(np.count_nonzero(self.banding.berubah & tetap))

    @property
    def tanpa_nama(self) -> bool:
        """Whether nobody may be named: drawn people have answered, and they count on one of the two sides.

        Whoever names a person's change for weights and thresholds of his own choice closes in on the mean of that
        person's colleagues, trial by trial. A small weight is no help: the thresholds go to a hundredth of a point.
        """
        dipakai = [self.bahan.sesudah, *(self.bahan.metode[nomor] for nomor in set(self.kebijakan))]
        bobot = [
            b
            for m in dipakai
            for daftar in (m.bobot_hasil, *(a.bobot for a in m.daftar_aspek))
            for b in daftar
        ]
        return any(b.dihitung and b.sumber in DIUNDI and self.jawaban[b.sumber] for b in bobot)

    @property
    def urut_berubah(self) -> list[int]:
        """Positions of those who change: the largest steps first, down before up, then those without a step."""
        langkah = self.banding.langkah.astype(np.int64)
        tempat = np.flatnonzero(self.banding.berubah)
        urut = np.lexsort(
            (self.nomor[tempat], self.banding.unit[tempat], langkah[tempat], -abs(langkah[tempat]))
        )
        return [int(satu) for satu in tempat[urut]]


def simulasikan(bahan: Bahan, periode: Periode) -> Simulasi:
    """One query, read in pieces: a hundred thousand people never stand in memory at once."""
    daftar_unit = list(bahan.unit.values())
    letak = {unit.pk: urutan for urutan, unit in enumerate(daftar_unit)}
    kode = sorted({a.kode for m in (bahan.sesudah, *bahan.metode.values()) for a in m.daftar_aspek})
    sebelum, sesudah, orang = _Kumpulan(), _Kumpulan(), []
    tanpa_data, n = 0, np.zeros(len(SUMBER), dtype=np.int64)
    for potongan in _pieces(bahan, periode):
        kena = [baris for baris in potongan if baris[2] in letak]
        isi = [baris for baris in kena if baris[4]]
        tanpa_data += len(kena) - len(isi)
        if isi:
            masukan = baca_masukan([baris[4] for baris in isi], daftar_aspek=kode)
            n += (masukan.n > 0).sum(axis=(0, 1)) + (
                0 if masukan.n_hasil is None else (masukan.n_hasil > 0).sum(axis=0)
            )
            sebelum.add(_before(masukan, isi, bahan), isi)
            sesudah.add(terapkan(masukan, metode=bahan.sesudah), isi)
            orang += [(baris[0], baris[1], letak[baris[2]]) for baris in isi]
    return Simulasi(
        bahan=bahan,
        periode=periode,
        banding=Perbandingan(
            sebelum=sebelum.result(),
            sesudah=sesudah.result(),
            unit=np.array([o[2] for o in orang], dtype=np.int64),
        ),
        nomor=np.array([o[0] for o in orang], dtype=np.int64),
        kebijakan=[o[1] for o in orang],
        daftar_unit=daftar_unit,
        tanpa_data=tanpa_data,
        jawaban={sumber: int(n[i]) for i, sumber in enumerate(SUMBER)},
    )


def _pieces(bahan: Bahan, periode: Periode) -> Iterator[list[_Baris]]:
    daftar = Evaluasi.objects.filter(
        periode=periode, skp__unit_kerja__jalur__startswith=bahan.draf.unit_kerja.jalur
    ).order_by("id")
    kolom = ("id", "kebijakan_id", "skp__unit_kerja_id", "gagal_studi", "masukan")
    baris = daftar.values_list(*kolom).iterator(chunk_size=_SEKALI)
    while potongan := list(islice(baris, _SEKALI)):
        yield potongan


def _before(masukan: Masukan, isi: Sequence[_Baris], bahan: Bahan) -> HasilMetode:
    """Each under the policy he was rated with; as a rule that is one for all."""
    per_kebijakan: dict[int | None, list[int]] = defaultdict(list)
    for i, baris in enumerate(isi):
        per_kebijakan[baris[1]].append(i)
    hasil, perilaku, predikat = (np.empty(len(isi), dtype=np.int8) for _ in range(3))
    for nomor, tempat in per_kebijakan.items():
        satu = terapkan(masukan.pilih(tempat), metode=bahan.metode[nomor])
        hasil[tempat], perilaku[tempat], predikat[tempat] = satu.hasil, satu.perilaku, satu.predikat
    mikro = np.empty((len(isi), 0), dtype=np.int64)
    return HasilMetode(mikro=mikro, hasil=hasil, perilaku=perilaku, predikat=predikat)


class _Kumpulan:
    """Results of the pieces, one behind the other, without the scores."""

    def __init__(self) -> None:
        self._bagian: list[tuple[Kode, Kode, Kode]] = []

    def add(self, hasil: HasilMetode, isi: Sequence[_Baris]) -> None:
        predikat = hasil.predikat
        for i in (i for i, baris in enumerate(isi) if baris[3]):
            dua = at_code(RATING, hasil.hasil[i]), at_code(RATING, hasil.perilaku[i])
            terbatas = predikat_dari(*dua, gagal_studi=True)
            predikat[i] = TANPA if terbatas is None else PREDIKAT.index(terbatas)
        self._bagian.append((hasil.hasil, hasil.perilaku, predikat))

    def result(self) -> HasilMetode:
        kosong = np.empty(0, dtype=np.int8)
        tiga = [np.concatenate([kosong, *(bagian[k] for bagian in self._bagian)]) for k in range(3)]
        mikro = np.empty((len(tiga[0]), 0), dtype=np.int64)
        return HasilMetode(mikro=mikro, hasil=tiga[0], perilaku=tiga[1], predikat=tiga[2])


def at_code(daftar: Sequence[Any], kode: np.int8) -> Any:  # noqa: ANN401 - whatever the list holds
    return daftar[int(kode)] if kode != TANPA else None
