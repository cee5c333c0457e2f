"""What lies beside the form: plan, realisation, evidence and feedback of one evaluation, read at once."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from kinerja.lib.angka import format_angka
from kinerja.metode.saran_rating import RingkasanUmpanBalik
from kinerja.pelaksanaan.models import BuktiDukung, Nada, Realisasi, UmpanBalik
from kinerja.peraturan.capaian import Arah, Target, capaian_indikator
from kinerja.peraturan.perilaku import NilaiDasar
from kinerja.peraturan.predikat import Rating
from kinerja.peraturan.skp import JenisHasilKerja

if TYPE_CHECKING:
    from kinerja.penilaian.models import Evaluasi
    from kinerja.perencanaan.models import IndikatorKinerja, RencanaHasilKerja


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
        """One indicator below its range holds the result down; all above lift it."""
        ratings = [b.rating for b in self.daftar_indikator if b.rating is not None]
        if not ratings:
            return None
        if Rating.DI_BAWAH in ratings:
            return Rating.DI_BAWAH
        return Rating.DI_ATAS if all(r is Rating.DI_ATAS for r in ratings) else Rating.SESUAI

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
class Bahan:
    daftar_hasil: tuple[BahanHasil, ...]
    umpan_balik_perilaku: dict[NilaiDasar, tuple[UmpanBalik, ...]]
    ekspektasi: dict[NilaiDasar, str]

    @property
    def umpan_balik_hasil(self) -> RingkasanUmpanBalik:
        return _summary([u for hasil in self.daftar_hasil for u in hasil.daftar_umpan_balik])

    @property
    def umpan_balik_nilai(self) -> RingkasanUmpanBalik:
        return _summary([u for daftar in self.umpan_balik_perilaku.values() for u in daftar])


def bahan_evaluasi(evaluasi: Evaluasi) -> Bahan:
    """A fixed number of queries, however long the plan is."""
    realisasi = _realisasi(evaluasi)
    per_rhk, per_nilai = _umpan_balik(evaluasi)
    daftar_rhk = evaluasi.skp.daftar_rhk.filter(diambil_alih_at__isnull=True).prefetch_related(
        "daftar_indikator"
    )
    # Utama before tambahan, as the forms print them.
    urut = sorted(daftar_rhk.order_by("urutan", "id"), key=lambda rhk: rhk.jenis != JenisHasilKerja.UTAMA)
    return Bahan(
        daftar_hasil=tuple(
            BahanHasil(
                rhk=rhk,
                daftar_indikator=tuple(
                    _bahan(indikator, tuple(realisasi[indikator.pk]), evaluasi.periode.selesai_on)
                    for indikator in rhk.daftar_indikator.all()
                ),
                daftar_umpan_balik=tuple(per_rhk[rhk.pk]),
            )
            for rhk in urut
        ),
        umpan_balik_perilaku={nilai: tuple(per_nilai[nilai]) for nilai in NilaiDasar},
        ekspektasi={NilaiDasar(e.nilai): e.teks for e in evaluasi.skp.daftar_ekspektasi.order_by("id")},
    )


def _realisasi(evaluasi: Evaluasi) -> dict[int, list[Realisasi]]:
    daftar: dict[int, list[Realisasi]] = defaultdict(list)
    baris = (
        Realisasi.objects.filter(skp_id=evaluasi.skp_id, periode__mulai_on__lte=evaluasi.periode.selesai_on)
        .select_related("periode")
        .prefetch_related("daftar_bukti")
        .order_by("periode__mulai_on", "id")
    )
    for satu in baris:
        daftar[satu.indikator_id].append(satu)
    return daftar


def _umpan_balik(
    evaluasi: Evaluasi,
) -> tuple[dict[int, list[UmpanBalik]], dict[str, list[UmpanBalik]]]:
    """Since the beginning of the period: what came while the form lay open counts as well."""
    per_rhk: dict[int, list[UmpanBalik]] = defaultdict(list)
    per_nilai: dict[str, list[UmpanBalik]] = defaultdict(list)
    baris = UmpanBalik.objects.filter(
        skp_id=evaluasi.skp_id, given_at__date__gte=evaluasi.periode.mulai_on
    ).select_related("pemberi")
    for satu in baris.order_by("given_at", "id"):
        if satu.rhk_id:
            per_rhk[satu.rhk_id].append(satu)
        else:
            per_nilai[satu.nilai].append(satu)
    return per_rhk, per_nilai


def _bahan(indikator: IndikatorKinerja, daftar: tuple[Realisasi, ...], sampai: date) -> BahanIndikator:
    bukti = [b for satu in daftar for b in satu.daftar_bukti.all() if b.removed_at is None]
    target, realisasi, keterangan = _sebanding(indikator, daftar, sampai)
    return BahanIndikator(
        indikator=indikator,
        target=target,
        realisasi=realisasi,
        uraian=next((satu.uraian for satu in reversed(daftar) if satu.uraian), ""),
        keterangan=keterangan,
        daftar_realisasi=daftar,
        daftar_bukti=tuple(bukti),
    )


def _sebanding(
    indikator: IndikatorKinerja, daftar: tuple[Realisasi, ...], sampai: date
) -> tuple[Target, Decimal | None, str]:
    """Monthly targets are compared month by month: a month without an entry never counts as zero."""
    arah = Arah(indikator.arah)
    setahun = Target(indikator.target_bawah, indikator.target_atas, arah)
    terisi = [satu for satu in daftar if satu.nilai is not None]
    if not indikator.target_bulanan:
        keterangan = "Dibandingkan dengan target setahun." if terisi and sampai.month < 12 else ""
        return setahun, terisi[-1].nilai if terisi else None, keterangan
    bulan = [satu for satu in terisi if str(satu.periode.mulai_on.month) in indikator.target_bulanan]
    if not bulan:
        return setahun, None, ""
    tepi = [indikator.target_bulanan[str(satu.periode.mulai_on.month)] for satu in bulan]
    target = Target(_jumlah([t[0] for t in tepi]), _jumlah([t[1] for t in tepi]), arah)
    jumlah = sum((satu.nilai for satu in bulan if satu.nilai is not None), Decimal(0))
    return (
        target,
        jumlah,
        f"Jumlah {format_angka(len(bulan))} bulan yang dicatat, dibandingkan target bulan-bulan itu.",
    )


def _jumlah(daftar: list[str | None]) -> Decimal | None:
    angka = [Decimal(teks) for teks in daftar if teks not in (None, "")]
    return sum(angka, Decimal(0)) if len(angka) == len(daftar) else None


def _summary(daftar: list[UmpanBalik]) -> RingkasanUmpanBalik:
    positif = sum(satu.nada == Nada.POSITIF for satu in daftar)
    # A plain note says neither, so it does not weigh.
    seluruhnya = sum(satu.nada != Nada.NETRAL for satu in daftar)
    return RingkasanUmpanBalik(positif=positif, seluruhnya=seluruhnya)
