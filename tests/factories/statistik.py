"""An agency's marks in the tables, by raters whose habits we know: written in bulk, straight past the actions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import numpy as np

from kinerja.kebijakan.models import Periode, Tahap
from kinerja.kepegawaian.models import Jabatan, Pegawai, Penempatan, UnitKerja
from kinerja.penilaian.models import Evaluasi, PenilaianPerilaku
from kinerja.peraturan.perilaku import NilaiDasar
from kinerja.peraturan.predikat import Rating, predikat_kinerja
from kinerja.perencanaan.models import SKP
from kinerja.sumber.models import AnggotaTim, NilaiTim, TimEvaluasi
from tests.conftest import SEKARANG

ASPEK = tuple(nilai.value for nilai in NilaiDasar)
_RATING = list(Rating)
_SETENGAH = 50.0


@dataclass(frozen=True, kw_only=True)
class Kantor:
    """Twelve penilai, eight people each, over three quarters of 2025; two of six team members see everybody too.

    `watak`: position of a penilai → ketat, longgar, halo or rata. `selisih`: points that women are marked lower.
    """

    penilai: int = 12
    bawahan: int = 8
    triwulan: tuple[int, ...] = (2, 3, 4)
    dengan_tim: bool = True
    watak: Mapping[int, str] = field(default_factory=dict)
    selisih: float = 0.0
    benih: int = 1


@dataclass(frozen=True, kw_only=True)
class KantorTertanam:
    periode: Periode
    daftar_penilai: list[Pegawai]
    tim: TimEvaluasi | None
    daftar_skp: list[SKP]


def tanam_kantor(kantor: Kantor, *, pertama: Pegawai, unit: UnitKerja, anggota: Pegawai) -> KantorTertanam:
    """`pertama` is the first penilai and `anggota` the first of the team, so that tests can sign in as them."""
    acak = np.random.default_rng(kantor.benih)
    daftar_periode = [
        Periode.objects.get(
            instansi=unit.instansi, tahun=2025, tahap=Tahap.PERIODIK, jenis="triwulanan", urutan=n
        )
        for n in kantor.triwulan
    ]
    daftar_unit = _units(unit, kantor.penilai)
    daftar_penilai = [pertama, *_people(unit.instansi_id, "7", kantor.penilai - 1)]
    daftar_skp = _plans(daftar_unit, daftar_penilai, kantor)
    orang = len(daftar_skp)
    mutu = _SETENGAH + acak.normal(0, 14, orang)[:, None] + acak.normal(0, 12, (orang, len(ASPEK) + 1))
    mutu -= kantor.selisih * (np.arange(orang) % 2)[:, None]
    tim = _team(unit, anggota) if kantor.dengan_tim else None
    for periode in daftar_periode:
        kini = mutu + acak.normal(0, 5, mutu.shape)
        _rate(periode, daftar_skp, kini, kantor, acak)
        if tim is not None:
            _rate_as_team(periode, daftar_skp, kini, tim, acak)
    return KantorTertanam(
        periode=daftar_periode[-1], daftar_penilai=daftar_penilai, tim=tim, daftar_skp=daftar_skp
    )


def _units(atas: UnitKerja, jumlah: int) -> list[UnitKerja]:
    daftar = UnitKerja.objects.bulk_create(
        UnitKerja(
            instansi_id=atas.instansi_id, induk=atas, kode=f"UJI-{n}", nama=f"Unit Uji {n}", jenis="bidang"
        )
        for n in range(jumlah)
    )
    for unit in daftar:
        unit.jalur = f"{atas.jalur}{unit.pk}/"
    UnitKerja.objects.bulk_update(daftar, ["jalur"])
    return daftar


def _people(instansi_id: int, golongan: str, jumlah: int) -> list[Pegawai]:
    """Every second one is a woman; ages are spread over four bands."""
    return Pegawai.objects.bulk_create(
        Pegawai(
            instansi_id=instansi_id,
            nip=f"{1965 + 8 * (n % 5)}0101209901{1 + n % 2}{golongan}{n // 10 % 10}{n % 10}"
            if n < 100
            else f"{1965 + 8 * (n % 5)}0101209902{1 + n % 2}{golongan}{n // 10 % 10}{n % 10}",
            nama=f"Orang Uji {golongan}{n}",
        )
        for n in range(jumlah)
    )


def _plans(daftar_unit: list[UnitKerja], daftar_penilai: list[Pegawai], kantor: Kantor) -> list[SKP]:
    orang = _people(daftar_unit[0].instansi_id, "8", kantor.penilai * kantor.bawahan)
    jabatan = Jabatan.objects.bulk_create(
        Jabatan(unit_kerja=unit, kode="staf", nama="Pengolah Data", jenis="pelaksana") for unit in daftar_unit
    )
    tempat = Penempatan.objects.bulk_create(
        Penempatan(
            pegawai=satu,
            jabatan=jabatan[n // kantor.bawahan],
            unit_kerja=daftar_unit[n // kantor.bawahan],
            mulai_on=date(2024, 1, 1),
        )
        for n, satu in enumerate(orang)
    )
    return SKP.objects.bulk_create(
        SKP(
            instansi_id=satu.pegawai.instansi_id,
            pegawai=satu.pegawai,
            penempatan=satu,
            unit_kerja=satu.unit_kerja,
            penilai=daftar_penilai[n // kantor.bawahan],
            tahun=2025,
            mulai_on=date(2025, 1, 1),
            selesai_on=date(2025, 12, 31),
            kategori="pegawai",
            pendekatan="kuantitatif",
            status="ditetapkan",
        )
        for n, satu in enumerate(tempat)
    )


def _team(unit: UnitKerja, anggota: Pegawai) -> TimEvaluasi:
    tim = TimEvaluasi.objects.create(
        unit_kerja=unit, nama="Tim uji", mulai_on=date(2025, 1, 1), selesai_on=date(2026, 12, 31)
    )
    daftar = [anggota, *_people(unit.instansi_id, "9", 5)]
    AnggotaTim.objects.bulk_create(AnggotaTim(tim=tim, pegawai=satu) for satu in daftar)
    return tim


def _rate(
    periode: Periode, daftar_skp: list[SKP], mutu: np.ndarray, kantor: Kantor, acak: np.random.Generator
) -> None:
    nilai = mutu + acak.normal(0, 8, mutu.shape)
    for posisi, watak in kantor.watak.items():
        milik = slice(posisi * kantor.bawahan, (posisi + 1) * kantor.bawahan)
        nilai[milik] = _habit(watak, nilai[milik])
    langkah = np.clip(np.round(nilai / 50), 0, 2).astype(int)
    # The result of work weighs with the rest of what was seen, so that predikat differ between people.
    daftar = Evaluasi.objects.bulk_create(
        Evaluasi(
            instansi_id=skp.instansi_id,
            skp=skp,
            periode=periode,
            penilai_id=skp.penilai_id,
            status="diterima",
            rating_hasil=_RATING[baris[-1]],
            rating_perilaku=_RATING[int(np.median(baris[:-1]))],
            predikat=predikat_kinerja(
                hasil_kerja=_RATING[baris[-1]], perilaku_kerja=_RATING[int(np.median(baris[:-1]))]
            ),
            ditetapkan_at=SEKARANG,
        )
        for skp, baris in zip(daftar_skp, langkah, strict=True)
    )
    PenilaianPerilaku.objects.bulk_create(
        PenilaianPerilaku(evaluasi=evaluasi, aspek=aspek, rating=_RATING[isi])
        for evaluasi, baris in zip(daftar, langkah, strict=True)
        for aspek, isi in zip(ASPEK, baris[:-1], strict=True)
    )


def _habit(watak: str, nilai: np.ndarray) -> np.ndarray:
    rata = nilai.mean(axis=1, keepdims=True)
    if watak == "ketat":
        return nilai - 30
    if watak == "longgar":
        return nilai + 30
    if watak == "halo":
        return _SETENGAH + 2.5 * (rata - _SETENGAH) + 0.05 * (nilai - rata)
    return _SETENGAH + 0.1 * (nilai - _SETENGAH)


def _rate_as_team(
    periode: Periode, daftar_skp: list[SKP], mutu: np.ndarray, tim: TimEvaluasi, acak: np.random.Generator
) -> None:
    anggota = list(tim.daftar_anggota.order_by("id"))
    baris = []
    for n, skp in enumerate(daftar_skp):
        for satu in (anggota[n % 6], anggota[(n + 1 + n // 8 % 5) % 6]):
            langkah = (
                np.clip(np.round((mutu[n] + acak.normal(0, 8, mutu.shape[1])) / 25), 0, 4).astype(int) + 1
            )
            baris.append(
                NilaiTim(
                    anggota=satu,
                    skp=skp,
                    periode=periode,
                    keadaan="terisi",
                    jawaban=dict(zip(ASPEK, langkah[:-1].tolist(), strict=True)),
                    hasil_kerja=int(langkah[-1]),
                    batas_on=periode.selesai_on,
                    saved_at=SEKARANG,
                )
            )
    NilaiTim.objects.bulk_create(baris)
