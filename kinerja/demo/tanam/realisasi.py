"""A year of work: a figure per indicator and month, with evidence that shows the result."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from kinerja.demo.tanam.dunia import Dunia, Susunan
from kinerja.kebijakan.models import Periode, Tahap
from kinerja.pelaksanaan.models import Realisasi
from kinerja.peraturan.capaian import Arah
from kinerja.perencanaan.models import IndikatorKinerja

_PALING_TINGGI = {"persen": Decimal(100), "skala 4": Decimal(4)}
# 91,4 for 90–95, 3,28 for 3,0–3,5; but whole patients stay whole.
_BULAT = frozenset(
    {"pasien", "keluarga", "RW", "kelurahan", "kelompok", "rumah", "titik", "kali", "layanan", "berkas"}
)


def plant_realisasi(daftar: list[Susunan], *, dunia: Dunia) -> list[Realisasi]:
    baris = [r for susunan in daftar if susunan.is_ditetapkan for r in _of_skp(susunan, dunia)]
    Realisasi.objects.bulk_create(baris, batch_size=1000)
    return baris


def _of_skp(susunan: Susunan, dunia: Dunia) -> Iterator[Realisasi]:
    skp = susunan.skp
    for periode in dunia.periode(skp.instansi_id, tahun=skp.tahun, tahap=Tahap.DOKUMENTASI):
        if periode.mulai_on > skp.selesai_on or periode.selesai_on < skp.mulai_on:
            continue
        if periode.mulai_on > dunia.on:
            return
        for kelompok in susunan.daftar_indikator:
            for indikator in kelompok:
                tanpa_target = indikator.target_bulanan and (
                    str(periode.mulai_on.month) not in indikator.target_bulanan
                )
                if tanpa_target or _belum_diisi(susunan, periode, dunia):
                    continue
                yield _realisasi(susunan, indikator, periode, dunia)


def _belum_diisi(susunan: Susunan, periode: Periode, dunia: Dunia) -> bool:
    """The running month waits for its owner; the month before it is missing here and there."""
    if periode.selesai_on >= dunia.on:
        return susunan.acak.random() < 0.6
    baru_lewat = periode.selesai_on > dunia.on - timedelta(days=31)
    return baru_lewat and susunan.acak.random() < 0.15


def _realisasi(susunan: Susunan, indikator: IndikatorKinerja, periode: Periode, dunia: Dunia) -> Realisasi:
    jarak = susunan.acak.choice((-2, 1, 2, 3, 4)) if susunan.acak.random() < 0.93 else 21
    dicatat = min(periode.selesai_on + timedelta(days=jarak), dunia.on)
    return Realisasi(
        skp=susunan.skp,
        indikator=indikator,
        periode=periode,
        nilai=nilai_bulan(susunan, indikator, periode),
        uraian=_URAIAN[susunan.acak.randrange(len(_URAIAN))] if susunan.acak.random() < 0.4 else "",
        terlambat=dicatat > periode.jendela_selesai_on,
        recorded_at=dunia.pukul(dicatat, 8 + susunan.acak.randrange(8), susunan.acak.randrange(60)),
    )


_URAIAN = (
    "Sesuai jadwal; hambatan kecil sudah diselesaikan pada minggu yang sama.",
    "Dua hari terganggu karena server pusat tidak dapat dibuka.",
    "Dibantu dua rekan saat akhir bulan.",
    "Data sudah dicocokkan dengan register layanan.",
    "Ada libur panjang, sehingga minggu terakhir lebih padat.",
)


def nilai_bulan(susunan: Susunan, indikator: IndikatorKinerja, periode: Periode) -> Decimal:
    """Drawn below, inside or beyond the month's range, and rounded as people would write it."""
    bawah, atas = indikator.target_bawah or Decimal(0), indikator.target_atas or Decimal(0)
    bulanan = indikator.target_bulanan.get(str(periode.mulai_on.month))
    if bulanan:
        bawah, atas = Decimal(bulanan[0]), Decimal(bulanan[1])
    nilai = _draw(bawah, atas, naik=indikator.arah != Arah.TURUN, susunan=susunan)
    nilai = min(nilai, _PALING_TINGGI.get(indikator.satuan, nilai))
    return nilai.quantize(_step(indikator.satuan, atas - bawah), ROUND_HALF_UP)


def _draw(bawah: Decimal, atas: Decimal, *, naik: bool, susunan: Susunan) -> Decimal:
    acak, watak = susunan.acak, susunan.watak
    undian, jarak = acak.random(), Decimal(acak.randint(2, 9)) / 100
    if undian < watak.di_bawah:
        return bawah * (1 - jarak) if naik else atas * (1 + 2 * jarak)
    if undian < watak.di_bawah + watak.di_atas:
        return atas * (1 + jarak) if naik else bawah * (1 - 3 * jarak)
    return bawah + (atas - bawah) * Decimal(acak.randint(10, 90)) / 100


def _step(satuan: str, lebar: Decimal) -> Decimal:
    if satuan in _BULAT:
        return Decimal(1)
    return Decimal("0.01") if lebar < 2 else Decimal("0.1")
