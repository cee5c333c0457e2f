"""What lies beside the form: plan, realisation, evidence and feedback of one evaluation, read at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any

from kinerja.kebijakan.models import AspekKebijakan, JenisAspek, SumberKebijakan
from kinerja.kebijakan.queries import AspekMetode, MetodePenilaian, metode_dari
from kinerja.lib.angka import format_angka
from kinerja.lib.sekaligus import attach, read_together
from kinerja.lib.tanggal import format_tanggal
from kinerja.metode.agregasi import NilaiSumber, Sumber
from kinerja.metode.laju import SifatLaju, target_sampai
from kinerja.metode.saran_rating import RingkasanUmpanBalik
from kinerja.pelaksanaan.models import BuktiDukung, Nada, Realisasi, UmpanBalik
from kinerja.pelaksanaan.queries import rencana_laju
from kinerja.pelaksanaan.queries.realisasi import Berjangka, Terukur, sifat_laju, target_dari
from kinerja.pelaksanaan.queries.umpan_balik import batas_waktu
from kinerja.penilaian.queries.nilai_lain import NilaiLain, nilai_lain
from kinerja.penilaian.queries.perhatian import perhatian, periode_dokumentasi
from kinerja.peraturan.capaian import Target, capaian_indikator
from kinerja.peraturan.perilaku import NilaiDasar
from kinerja.peraturan.predikat import Rating
from kinerja.peraturan.skp import JenisHasilKerja
from kinerja.perencanaan.models import EkspektasiPerilaku, IndikatorKinerja, RencanaHasilKerja

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from kinerja.kebijakan.models import Periode
    from kinerja.penilaian.models import Evaluasi


@dataclass(frozen=True, kw_only=True)
class BahanIndikator:
    """An indicator with its target as it stands in this period, and what it came to."""

    indikator: IndikatorKinerja
    target: Target
    realisasi: Decimal | None
    uraian: str
    keterangan: str  # how target and realisation were made comparable
    daftar_realisasi: tuple[Realisasi, ...]
    daftar_bukti: tuple[BuktiDukung, ...]
    perhatian: tuple[str, ...] = ()

    @property
    def rating(self) -> Rating | None:
        return capaian_indikator(target=self.target, realisasi=self.realisasi)

    @property
    def ada_realisasi(self) -> bool:
        return bool(self.daftar_realisasi)


@dataclass(frozen=True, kw_only=True)
class BahanHasil:
    rhk: RencanaHasilKerja
    daftar_indikator: tuple[BahanIndikator, ...]
    daftar_umpan_balik: tuple[UmpanBalik, ...]

    @property
    def jenis(self) -> JenisHasilKerja:
        return JenisHasilKerja(self.rhk.jenis)

    @property
    def saran(self) -> Rating | None:
        return saran_satu_hasil([b.rating for b in self.daftar_indikator if b.rating is not None])

    @property
    def alasan_saran(self) -> str:
        terukur = [b for b in self.daftar_indikator if b.rating is not None]
        if not terukur:
            return "Belum ada realisasi terukur, jadi belum ada saran untuk hasil ini."
        bawah = sum(b.rating is Rating.DI_BAWAH for b in terukur)
        if bawah:
            return f"{bawah} dari {len(terukur)} indikator belum mencapai rentang target."
        if self.saran is Rating.DI_ATAS:
            return f"Semua indikator ({len(terukur)}) melampaui rentang target."
        return f"Semua indikator ({len(terukur)}) mencapai rentang target."


@dataclass(frozen=True, kw_only=True)
class BahanAspek:
    """One aspect of behaviour with what others than the penilai say of it."""

    aspek: AspekMetode
    ekspektasi: str
    daftar_umpan_balik: tuple[UmpanBalik, ...]
    daftar_nilai: tuple[NilaiSumber, ...]
    keterangan: str

    @property
    def kode(self) -> str:
        return self.aspek.kode

    @property
    def panduan(self) -> tuple[str, ...]:
        """What the penilai holds against: the law's behaviours, or what the policy says of its own aspect."""
        if self.aspek.jenis == JenisAspek.BERAKHLAK:
            return NilaiDasar(self.kode).panduan
        return tuple(filter(None, (self.aspek.uraian, *self.aspek.jangkar)))


@dataclass(frozen=True, kw_only=True)
class Bahan:
    daftar_hasil: tuple[BahanHasil, ...]
    daftar_diambil_alih: tuple[RencanaHasilKerja, ...] = ()  # Pasal 20(8): weighed, not rated
    umpan_balik_perilaku: dict[NilaiDasar, tuple[UmpanBalik, ...]]
    ekspektasi: dict[NilaiDasar, str]
    metode: MetodePenilaian
    nilai_lain: NilaiLain = field(default_factory=NilaiLain)

    @cached_property
    def daftar_aspek(self) -> tuple[BahanAspek, ...]:
        return tuple(self._aspek(aspek) for aspek in self.metode.daftar_aspek)

    @property
    def daftar_aspek_penilai(self) -> list[BahanAspek]:
        """Those that the penilai rates himself; the others come from sources alone."""
        return [b for b in self.daftar_aspek if b.aspek.dinilai(Sumber.ATASAN)]

    def _aspek(self, aspek: AspekMetode) -> BahanAspek:
        nilai = NilaiDasar(aspek.kode) if aspek.jenis == JenisAspek.BERAKHLAK else None
        return BahanAspek(
            aspek=aspek,
            ekspektasi=self.ekspektasi.get(nilai, "") if nilai else "",
            daftar_umpan_balik=self.umpan_balik_perilaku.get(nilai, ()) if nilai else (),
            daftar_nilai=self.nilai_lain.per_aspek.get(aspek.kode, ()),
            keterangan=self.nilai_lain.keterangan.get(aspek.kode, ""),
        )

    @property
    def umpan_balik_hasil(self) -> RingkasanUmpanBalik:
        return _summary([u for hasil in self.daftar_hasil for u in hasil.daftar_umpan_balik])

    @property
    def umpan_balik_nilai(self) -> RingkasanUmpanBalik:
        return _summary([u for daftar in self.umpan_balik_perilaku.values() for u in daftar])


def saran_satu_hasil(daftar_rating: Sequence[Rating]) -> Rating | None:
    """One indicator below its range holds the result down; all above lift it (T29)."""
    if not daftar_rating:
        return None
    if Rating.DI_BAWAH in daftar_rating:
        return Rating.DI_BAWAH
    return Rating.DI_ATAS if all(r is Rating.DI_ATAS for r in daftar_rating) else Rating.SESUAI


def bahan_evaluasi(evaluasi: Evaluasi, *, on: date) -> Bahan:
    """One query, however long the plan is."""
    return bahan_dari(evaluasi, read_together(**daftar_bahan(evaluasi)), on=on)


def daftar_bahan(evaluasi: Evaluasi) -> dict[str, QuerySet[Any]]:
    """What `bahan_dari` needs; a page that needs more reads it along."""
    skp_id = evaluasi.skp_id
    mulai, sesudah = batas_waktu(evaluasi.periode)
    return {
        "rhk": RencanaHasilKerja.objects.filter(skp_id=skp_id).order_by("urutan", "id"),
        "indikator": IndikatorKinerja.objects.filter(rhk__skp_id=skp_id),
        "ekspektasi": EkspektasiPerilaku.objects.filter(skp_id=skp_id),
        "realisasi": Realisasi.objects.filter(
            skp_id=skp_id, periode__mulai_on__lte=evaluasi.periode.selesai_on
        )
        .select_related("periode")
        .order_by("periode__mulai_on", "id"),
        "bukti": BuktiDukung.objects.berlaku().filter(realisasi__skp_id=skp_id),
        # What was given in the days of the period.
        "umpan_balik": UmpanBalik.objects.filter(skp_id=skp_id, given_at__gte=mulai, given_at__lt=sesudah)
        .select_related("pemberi")
        .order_by("given_at", "id"),
        "dokumentasi": periode_dokumentasi(evaluasi),
        "sumber": SumberKebijakan.objects.filter(kebijakan=evaluasi.kebijakan_id),
        "aspek": AspekKebijakan.objects.filter(kebijakan=evaluasi.kebijakan_id),
    }


def bahan_dari(evaluasi: Evaluasi, baca: dict[str, list[Any]], *, on: date) -> Bahan:
    attach(baca["rhk"], "daftar_indikator", baca["indikator"], oleh="rhk_id")
    attach(baca["realisasi"], "daftar_bukti", baca["bukti"], oleh="realisasi_id")
    if evaluasi.kebijakan:
        attach([evaluasi.kebijakan], "daftar_sumber", baca["sumber"], oleh="kebijakan_id")
        attach([evaluasi.kebijakan], "daftar_aspek", baca["aspek"], oleh="kebijakan_id")
    realisasi = _grouped(baca["realisasi"], "indikator_id")
    per_rhk = _grouped(baca["umpan_balik"], "rhk_id")
    per_nilai = _grouped((u for u in baca["umpan_balik"] if u.rhk_id is None), "nilai")
    # Utama before tambahan, as the forms print them.
    urut = sorted(baca["rhk"], key=lambda rhk: rhk.jenis != JenisHasilKerja.UTAMA)
    return Bahan(
        daftar_hasil=tuple(
            BahanHasil(
                rhk=rhk,
                daftar_indikator=tuple(
                    _bahan(evaluasi, indikator, tuple(realisasi[indikator.pk]), baca["dokumentasi"])
                    for indikator in rhk.daftar_indikator.all()
                ),
                daftar_umpan_balik=tuple(per_rhk[rhk.pk]),
            )
            for rhk in urut
            if rhk.diambil_alih_at is None
        ),
        daftar_diambil_alih=tuple(rhk for rhk in urut if rhk.diambil_alih_at is not None),
        umpan_balik_perilaku={nilai: tuple(per_nilai[nilai]) for nilai in NilaiDasar},
        ekspektasi={NilaiDasar(e.nilai): e.teks for e in baca["ekspektasi"]},
        metode=(metode := metode_dari(evaluasi.kebijakan)),
        nilai_lain=nilai_lain([evaluasi.skp], metode=metode, periode=evaluasi.periode, on=on)[
            evaluasi.skp_id
        ],
    )


def _grouped(daftar: Iterable[Any], kolom: str) -> dict[Any, list[Any]]:
    kelompok: dict[Any, list[Any]] = defaultdict(list)
    for satu in daftar:
        kelompok[getattr(satu, kolom)].append(satu)
    return kelompok


def _bahan(
    evaluasi: Evaluasi,
    indikator: IndikatorKinerja,
    daftar: tuple[Realisasi, ...],
    dokumentasi: list[Periode],
) -> BahanIndikator:
    bukti = [b for satu in daftar for b in satu.daftar_bukti.all()]
    target, realisasi, keterangan = sebanding(evaluasi, indikator, daftar)
    return BahanIndikator(
        indikator=indikator,
        target=target,
        realisasi=realisasi,
        uraian=next((satu.uraian for satu in reversed(daftar) if satu.uraian), ""),
        keterangan=keterangan,
        daftar_realisasi=daftar,
        daftar_bukti=tuple(bukti),
        perhatian=perhatian(dokumentasi, daftar, bukti),
    )


def sebanding(
    evaluasi: Evaluasi, indikator: IndikatorKinerja, daftar: tuple[Realisasi, ...]
) -> tuple[Target, Decimal | None, str]:
    """The last figure, against the target as it stands at the end of the period."""
    setahun = target_dari(indikator)
    terisi = [satu.nilai for satu in daftar if satu.nilai is not None]
    realisasi = terisi[-1] if terisi else None
    sampai = evaluasi.periode.selesai_on
    target = target_pada(indikator, evaluasi.skp, on=sampai)
    if target == setahun:
        return setahun, realisasi, ""
    angka = [format_angka(sisi) for sisi in (setahun.bawah, setahun.atas) if sisi is not None]
    tulisan = "–".join(dict.fromkeys(angka))
    keterangan = f"Target setahun {tulisan} {indikator.satuan}; garis di atas adalah bagiannya sampai {format_tanggal(sampai)}."
    return target, realisasi, keterangan


def target_pada(indikator: Terukur, skp: Berjangka, *, on: date) -> Target:
    """The target of the year as it stands on a day."""
    setahun = target_dari(indikator)
    if setahun.is_empty or sifat_laju(indikator) is SifatLaju.TETAP:
        return setahun
    return target_sampai(setahun, rencana_laju(indikator, skp), on=on)


def _summary(daftar: list[UmpanBalik]) -> RingkasanUmpanBalik:
    positif = sum(satu.nada == Nada.POSITIF for satu in daftar)
    # A plain note says neither, so it does not weigh.
    seluruhnya = sum(satu.nada != Nada.NETRAL for satu in daftar)
    return RingkasanUmpanBalik(positif=positif, seluruhnya=seluruhnya)
