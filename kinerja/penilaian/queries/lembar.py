"""Everything a penilai has beside the form while he rates one person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from kinerja.kebijakan.queries import daftar_libur
from kinerja.lib.sekaligus import read_together
from kinerja.penilaian.actions.isian import IsianPenilaian, NilaiHasil, NilaiPerilaku
from kinerja.penilaian.models import CapaianUnit, Evaluasi, PenilaianHasil, PenilaianPerilaku
from kinerja.penilaian.queries.bahan import Bahan, bahan_dari, daftar_bahan
from kinerja.penilaian.queries.capaian import (
    CapaianBerlaku,
    capaian_berlaku,
    capaian_unit,
    daftar_capaian,
    daftar_penempatan,
)
from kinerja.penilaian.queries.hasil_lama import hasil_lama
from kinerja.penilaian.queries.sebaran import Sebaran, hitung_predikat, sebaran
from kinerja.penilaian.queries.tenggat import DaftarKalender, Tenggat, tenggat_berikut
from kinerja.penilaian.queries.tugas_belajar import PanduanIPK, panduan_ipk
from kinerja.peraturan.predikat import Rating

if TYPE_CHECKING:
    from django.db.models import QuerySet


@dataclass(frozen=True, kw_only=True)
class Lembar:
    evaluasi: Evaluasi
    bahan: Bahan
    isian: IsianPenilaian
    capaian: CapaianBerlaku | None
    sebaran: Sebaran | None
    sebelumnya: list[Evaluasi]
    tenggat: Tenggat | None
    capaian_dipimpin: CapaianBerlaku | None  # of the unit that the employee himself leads
    hasil_lama: Evaluasi | None  # what may be reused after a move, once the employee has proposed it

    @property
    def panduan_ipk(self) -> dict[int, PanduanIPK]:
        return panduan_ipk(self.evaluasi, self.bahan)


def lembar_evaluasi(evaluasi: Evaluasi, *, on: date) -> Lembar:
    unit = evaluasi.skp.unit_kerja
    tim = Evaluasi.objects.filter(periode_id=evaluasi.periode_id, penilai_id=evaluasi.penilai_id)
    baca = read_together(
        **daftar_bahan(evaluasi),
        hasil=evaluasi.daftar_hasil.order_by("id"),
        perilaku=evaluasi.daftar_perilaku.order_by("id"),
        sebelumnya=evaluasi_sebelumnya(evaluasi),
        penempatan=daftar_penempatan([evaluasi.penilai_id], on=on),
        capaian=daftar_capaian(unit, evaluasi.periode),
        libur=daftar_libur(unit, tahun=on.year),
    )
    capaian = capaian_berlaku(evaluasi, on=on, penempatan=baca["penempatan"], terbaca=baca["capaian"])
    kalender = DaftarKalender()
    kalender.simpan(unit, tahun=on.year, libur=baca["libur"])
    return Lembar(
        evaluasi=evaluasi,
        bahan=bahan_dari(evaluasi, baca, on=on),
        isian=isian_tersimpan(evaluasi, baca["hasil"], baca["perilaku"]),
        capaian=capaian,
        sebaran=sebaran(hitung_predikat(tim.exclude(pk=evaluasi.pk)), capaian),
        sebelumnya=baca["sebelumnya"][:6],
        tenggat=tenggat_berikut(evaluasi, on=on, kalender=kalender),
        capaian_dipimpin=_of_his_unit(evaluasi, baca["capaian"]),
        hasil_lama=hasil_lama(evaluasi) if evaluasi.hasil_lama_diusulkan_at else None,
    )


def _of_his_unit(evaluasi: Evaluasi, terbaca: list[CapaianUnit]) -> CapaianBerlaku | None:
    """Of a head, where the policy has something to say about it."""
    skp, kebijakan = evaluasi.skp, evaluasi.kebijakan
    if kebijakan is None or not kebijakan.catatan_rating_kepala or not skp.penempatan.jabatan.kepala:
        return None
    return capaian_unit(skp.unit_kerja, evaluasi.periode, terbaca=terbaca)


def isian_tersimpan(
    evaluasi: Evaluasi, daftar_hasil: list[PenilaianHasil], daftar_perilaku: list[PenilaianPerilaku]
) -> IsianPenilaian:
    """What was saved last, also as a draft."""
    return IsianPenilaian(
        revisi=evaluasi.revisi,
        daftar_hasil={
            satu.rhk_id: NilaiHasil(
                rating=_rating(satu.rating), alasan=satu.alasan, umpan_balik=satu.umpan_balik
            )
            for satu in daftar_hasil
        },
        daftar_perilaku={
            satu.aspek: NilaiPerilaku(rating=_rating(satu.rating), umpan_balik=satu.umpan_balik)
            for satu in daftar_perilaku
        },
        rating_hasil=_rating(evaluasi.rating_hasil),
        rating_perilaku=_rating(evaluasi.rating_perilaku),
        alasan_hasil=evaluasi.alasan_hasil,
        alasan_perilaku=evaluasi.alasan_perilaku,
        catatan=evaluasi.catatan,
        gagal_studi=evaluasi.gagal_studi,
    )


def evaluasi_sebelumnya(evaluasi: Evaluasi) -> QuerySet[Evaluasi]:
    """The last ratings of this person: a whole year of them, as the annual evaluation wants to see."""
    daftar = Evaluasi.objects.filter(
        skp__pegawai_id=evaluasi.skp.pegawai_id,
        periode__selesai_on__lte=evaluasi.periode.selesai_on,
        periode__tahun__gte=evaluasi.periode.tahun - 1,
    )
    daftar = daftar.exclude(pk=evaluasi.pk).exclude(predikat="").select_related("periode")
    return daftar.defer("jejak_hitung").order_by("-periode__selesai_on", "-id")


def _rating(kode: str) -> Rating | None:
    return Rating(kode) if kode else None
