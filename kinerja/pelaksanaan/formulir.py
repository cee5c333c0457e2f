"""From what was recorded to what is printed: Format B.1.1 to B.1.5, and the columns that Bab IV shares with them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from kinerja.dokumen.bentuk import FORMAT_PER_KODE
from kinerja.dokumen.isian import FormatB11, FormatB12, IsianUmpanBalik, RencanaAksi
from kinerja.dokumen.isian import UmpanBalik as UmpanBalikCetak
from kinerja.kebijakan.models import Periode, Tahap
from kinerja.lib.angka import format_angka
from kinerja.lib.tanggal import format_tanggal
from kinerja.pelaksanaan.models import BuktiDukung, PeranPemberi, Realisasi, UmpanBalik
from kinerja.peraturan.formulir import formulir_umpan_balik
from kinerja.peraturan.perilaku import NilaiDasar
from kinerja.peraturan.skp import JenisHasilKerja, KategoriSKP, Pendekatan
from kinerja.perencanaan.formulir import (
    Capaian,
    daftar_rhk,
    hasil_kerja,
    kepala_skp,
    perilaku_kerja,
    tanda_tangan,
    teks_periode,
    teks_ukuran,
)
from kinerja.perencanaan.models import SKP
from kinerja.perencanaan.models import RencanaAksi as Langkah


@dataclass(frozen=True)
class Rentang:
    """The days a form speaks of, and what it calls them."""

    mulai_on: date
    selesai_on: date
    nama: str


def rentang_periode(periode: Periode) -> Rentang:
    """ "TRIWULAN II", as the forms print it: the year stands beside it."""
    nama = (
        "TAHUNAN"
        if periode.tahap == Tahap.TAHUNAN
        else periode.nama.removesuffix(f" {periode.tahun}").upper()
    )
    return Rentang(periode.mulai_on, periode.selesai_on, nama)


def rentang_setahun(skp: SKP) -> Rentang:
    return Rentang(skp.mulai_on, skp.closed_on or skp.selesai_on, "TAHUNAN")


def rencana_aksi_isian(skp: SKP, *, at: datetime) -> FormatB11:
    kepala = kepala_skp(skp, at=at)
    berpihak: dict[str, Any] = kepala.berpihak
    return FormatB11(
        **berpihak,
        daftar_rencana_aksi=tuple(
            RencanaAksi(rencana=rhk.teks, daftar_aksi=_steps(rhk.daftar_aksi.all()))
            for rhk in daftar_rhk(skp)
        ),
        ttd_pegawai=kepala.ttd_pegawai,
    )


def pendokumentasian_isian(skp: SKP, *, rentang: Rentang, at: datetime) -> FormatB12:
    """Signed by the last entry: the employee records under his own name."""
    kepala = kepala_skp(skp, at=at)
    berpihak: dict[str, Any] = kepala.berpihak
    berpihak["periode_penilaian"] = teks_periode(rentang.mulai_on, rentang.selesai_on)
    realisasi = _realisasi(skp, rentang)
    bukti = _evidence(realisasi.values())
    dicatat_at = max((satu.recorded_at for satu in realisasi.values()), default=None)

    def isi(rhk_id: int) -> tuple[str, ...]:
        daftar = [satu for satu in realisasi.values() if satu.indikator.rhk_id == rhk_id]
        return tuple(_line(satu, bukti.get(satu.indikator_id, ())) for satu in daftar)

    return FormatB12(
        **berpihak,
        daftar_rencana_aksi=tuple(
            RencanaAksi(
                rencana=rhk.teks, daftar_aksi=_steps(rhk.daftar_aksi.all()), daftar_realisasi=isi(rhk.pk)
            )
            for rhk in daftar_rhk(skp)
        ),
        ttd_pegawai=tanda_tangan(kepala.pihak.pegawai, dicatat_at, skp=skp, kata="Dicatat"),
    )


def umpan_balik_isian(skp: SKP, *, rentang: Rentang, at: datetime) -> IsianUmpanBalik:
    """Nobody signs this record in the application, so both spaces stay open for the pen."""
    formulir = formulir_umpan_balik(kategori=KategoriSKP(skp.kategori), pendekatan=Pendekatan(skp.pendekatan))
    kelas: Any = FORMAT_PER_KODE[formulir.kode]  # one of the three subclasses of IsianUmpanBalik
    capaian = capaian_periode(skp, rentang)
    isian: IsianUmpanBalik = kelas(
        **kepala_skp(skp, at=at).berpihak,
        periode=rentang.nama,
        daftar_utama=hasil_kerja(skp, jenis=JenisHasilKerja.UTAMA, capaian=capaian),
        daftar_tambahan=hasil_kerja(skp, jenis=JenisHasilKerja.TAMBAHAN, capaian=capaian),
        daftar_perilaku=perilaku_kerja(skp, capaian=capaian),
    )
    return isian


def capaian_periode(skp: SKP, rentang: Rentang, *, sampai_at: datetime | None = None) -> Capaian:
    """Three queries. Feedback may come until `sampai_at`, while an evaluation lies open."""
    realisasi = _realisasi(skp, rentang)
    per_rhk: dict[int, list[UmpanBalikCetak]] = defaultdict(list)
    per_nilai: dict[NilaiDasar, list[UmpanBalikCetak]] = defaultdict(list)
    for satu in _umpan_balik(skp, rentang, sampai_at):
        cetak = UmpanBalikCetak(pemberi=_giver(satu), teks=satu.teks)
        if satu.rhk_id:
            per_rhk[satu.rhk_id].append(cetak)
        else:
            per_nilai[NilaiDasar(satu.nilai)].append(cetak)
    return Capaian(
        realisasi={nomor: teks_realisasi(satu) for nomor, satu in realisasi.items()},
        bukti=_evidence(realisasi.values()),
        umpan_balik={nomor: tuple(daftar) for nomor, daftar in per_rhk.items()},
        perilaku={nilai: tuple(daftar) for nilai, daftar in per_nilai.items()},
    )


def teks_realisasi(realisasi: Realisasi) -> tuple[str, ...]:
    """The figure with its unit and the words beside it; the figure is not said twice."""
    uraian = tuple(baris.strip() for baris in realisasi.uraian.splitlines() if baris.strip())
    if realisasi.nilai is None:
        return uraian
    angka = format_angka(realisasi.nilai)
    if angka in realisasi.uraian:
        return uraian
    return (teks_ukuran(angka, realisasi.indikator.satuan), *uraian)


def _realisasi(skp: SKP, rentang: Rentang) -> dict[int, Realisasi]:
    """The last entry of each indicator: figures count from the start of the plan."""
    daftar = (
        Realisasi.objects.filter(
            skp=skp, periode__selesai_on__gte=rentang.mulai_on, periode__mulai_on__lte=rentang.selesai_on
        )
        .select_related("indikator", "periode")
        .order_by("periode__mulai_on", "id")
    )
    terakhir = {satu.indikator_id: satu for satu in daftar}
    return dict(sorted(terakhir.items(), key=lambda pasang: (pasang[1].indikator.urutan, pasang[0])))


def _evidence(daftar: Iterable[Realisasi]) -> dict[int, tuple[str, ...]]:
    per_indikator: dict[int, list[str]] = defaultdict(list)
    baris = BuktiDukung.objects.filter(realisasi__in=list(daftar), removed_at=None)
    for indikator_id, teks in baris.order_by("added_at", "id").values_list(
        "realisasi__indikator_id", "keterangan"
    ):
        per_indikator[indikator_id].append(teks)
    return {nomor: tuple(teks) for nomor, teks in per_indikator.items()}


def _umpan_balik(skp: SKP, rentang: Rentang, sampai_at: datetime | None) -> Iterable[UmpanBalik]:
    daftar = UmpanBalik.objects.filter(skp=skp, given_at__date__gte=rentang.mulai_on)
    batas = {"given_at__lte": sampai_at} if sampai_at else {"given_at__date__lte": rentang.selesai_on}
    return daftar.filter(**batas).select_related("pemberi").order_by("given_at", "id")


def _giver(umpan_balik: UmpanBalik) -> str:
    peran = PeranPemberi(umpan_balik.peran_pemberi)
    return peran.label if peran is PeranPemberi.PIMPINAN else f"{peran.label} ({umpan_balik.pemberi.nama})"


def _steps(daftar: Iterable[Langkah]) -> tuple[str, ...]:
    return tuple(
        f"{aksi.teks} (batas {format_tanggal(aksi.batas_on)})" if aksi.batas_on else aksi.teks
        for aksi in daftar
    )


def _line(realisasi: Realisasi, bukti: tuple[str, ...]) -> str:
    isi = f"{realisasi.indikator.teks}: {'; '.join(teks_realisasi(realisasi))}"
    return f"{isi} (bukti dukung: {'; '.join(bukti)})" if bukti else isi
