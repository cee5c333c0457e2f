"""A year of work: a figure per indicator and month, with evidence that shows the result."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from decimal import ROUND_HALF_UP, Decimal

from kinerja.demo.baca.kualitatif import rencana_kualitatif
from kinerja.demo.tanam.dunia import Dunia, Susunan
from kinerja.demo.tanam.sisip import insert_many
from kinerja.kebijakan.models import Periode, Tahap
from kinerja.metode.laju import RencanaLaju, SifatLaju, target_sampai
from kinerja.pelaksanaan.models import Realisasi
from kinerja.pelaksanaan.queries.realisasi import rencana_laju, target_dari
from kinerja.peraturan.capaian import Arah
from kinerja.peraturan.skp import Pendekatan
from kinerja.perencanaan.models import IndikatorKinerja

_PALING_TINGGI = {"persen": Decimal(100), "skala 4": Decimal(4)}
# 91,4 for 90–95, 3,28 for 3,0–3,5; but whole patients stay whole.
_BULAT = frozenset(
    {"pasien", "keluarga", "RW", "kelurahan", "kelompok", "rumah", "titik", "kali", "layanan", "berkas"}
)


def plant_realisasi(daftar: list[Susunan], *, dunia: Dunia) -> list[Realisasi]:
    baris = [r for susunan in daftar if susunan.is_ditetapkan for r in _of_skp(susunan, dunia)]
    insert_many(Realisasi, baris)
    return baris


def _of_skp(susunan: Susunan, dunia: Dunia) -> Iterator[Realisasi]:
    skp = susunan.skp
    if skp.pendekatan == Pendekatan.KUALITATIF:
        yield from _of_kualitatif(susunan, dunia)
        return
    semua = [i for kelompok in susunan.daftar_indikator for i in kelompok]
    laju = {i.pk: rencana_laju(i, skp) for i in semua}
    lalu: dict[int, Decimal] = {}
    for periode in dunia.periode(skp.instansi_id, tahun=skp.tahun, tahap=Tahap.DOKUMENTASI):
        if periode.mulai_on > skp.selesai_on or periode.selesai_on < skp.mulai_on:
            continue
        if periode.mulai_on > dunia.on:
            return
        for indikator in semua:
            if not _belum_diisi(susunan, periode, dunia):
                nilai = nilai_bulan(susunan, indikator, laju[indikator.pk], periode)
                if laju[indikator.pk].sifat is SifatLaju.AKUMULASI:
                    # What has been counted stays counted.
                    nilai = lalu[indikator.pk] = max(nilai, lalu.get(indikator.pk, nilai))
                yield _realisasi(susunan, indikator, periode, nilai, dunia)


def _of_kualitatif(susunan: Susunan, dunia: Dunia) -> Iterator[Realisasi]:
    """A line on the way each month, and at the end of each quarter what the expectation has come to."""
    rencana = rencana_kualitatif()[susunan.slug]
    for periode in dunia.periode(susunan.skp.instansi_id, tahun=susunan.skp.tahun, tahap=Tahap.DOKUMENTASI):
        if periode.selesai_on >= dunia.on:
            return
        triwulan, sisa = divmod(periode.selesai_on.month, 3)
        for hasil, kelompok in zip(rencana, susunan.daftar_indikator, strict=True):
            for isi, indikator in zip(hasil.daftar_indikator, kelompok, strict=True):
                uraian = _KEMAJUAN[sisa - 1] if sisa else isi.realisasi[triwulan - 1]
                yield _realisasi(susunan, indikator, periode, None, dunia, uraian=uraian)


def _belum_diisi(susunan: Susunan, periode: Periode, dunia: Dunia) -> bool:
    """The running month waits for its owner; the month before it is missing here and there."""
    if periode.selesai_on >= dunia.on:
        return susunan.acak.random() < 0.6
    baru_lewat = periode.selesai_on > dunia.on - timedelta(days=31)
    return baru_lewat and susunan.acak.random() < 0.15


def _realisasi(
    susunan: Susunan,
    indikator: IndikatorKinerja,
    periode: Periode,
    nilai: Decimal | None,
    dunia: Dunia,
    *,
    uraian: str = "",
) -> Realisasi:
    jarak = susunan.acak.choice((-2, 1, 2, 3, 4)) if susunan.acak.random() < 0.93 else 21
    dicatat = min(periode.selesai_on + timedelta(days=jarak), dunia.on)
    return Realisasi(
        skp=susunan.skp,
        indikator=indikator,
        periode=periode,
        nilai=nilai,
        uraian=uraian or _catatan(susunan),
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


_KEMAJUAN = (
    "Berjalan sesuai jadwal; catatannya lengkap sampai akhir bulan.",
    "Hambatan bulan ini sudah dibicarakan dengan tim, jalan keluarnya dicoba bulan depan.",
)


def _catatan(susunan: Susunan) -> str:
    return _URAIAN[susunan.acak.randrange(len(_URAIAN))] if susunan.acak.random() < 0.4 else ""


def nilai_bulan(
    susunan: Susunan, indikator: IndikatorKinerja, laju: RencanaLaju, periode: Periode
) -> Decimal:
    """Drawn below, inside or beyond the range as it stands at the end of the month, rounded as people write."""
    target = target_sampai(target_dari(indikator), laju, on=periode.selesai_on)
    bawah, atas = target.bawah or Decimal(0), target.atas or Decimal(0)
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
