"""Where each indicator of a plan stands, in the same number of queries however many there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Protocol

from django.db.models import QuerySet

from kinerja.kebijakan.models import Periode
from kinerja.lib.angka import format_angka
from kinerja.lib.sekaligus import attach, read_together
from kinerja.metode.laju import RencanaLaju, SifatLaju, StatusLaju, status_laju, target_sampai
from kinerja.pelaksanaan.models import BuktiDukung, Realisasi
from kinerja.peraturan.capaian import Arah, Target, capaian_indikator
from kinerja.peraturan.predikat import Rating
from kinerja.peraturan.skp import Aspek
from kinerja.perencanaan.models import SKP, IndikatorKinerja, RencanaHasilKerja

# A figure in one of these is a level that holds at any moment; it is never added up over months.
_SATUAN_TINGKAT = frozenset(
    ("%", "persen", "nilai", "skor", "indeks", "ipk", "rasio", "menit", "jam", "hari", "hari kerja")
)


class Terukur(Protocol):
    """An indicator as far as its course is concerned: the model, or a bare row of it."""

    @property
    def aspek(self) -> str: ...
    @property
    def satuan(self) -> str: ...
    @property
    def arah(self) -> str: ...
    @property
    def target_bawah(self) -> Decimal | None: ...
    @property
    def target_atas(self) -> Decimal | None: ...
    @property
    def baseline(self) -> Decimal | None: ...
    @property
    def target_bulanan(self) -> Any: ...  # noqa: ANN401 - JSON


class Berjangka(Protocol):
    """The days of a plan: the model, or a bare row of it."""

    @property
    def mulai_on(self) -> date: ...
    @property
    def selesai_on(self) -> date: ...


@dataclass(frozen=True, kw_only=True)
class BarisRealisasi:
    """One indicator in one documentation period, with what came before it."""

    rhk: RencanaHasilKerja
    indikator: IndikatorKinerja
    target: Target
    harapan: Target
    realisasi: Realisasi | None
    sebelumnya: Realisasi | None
    riwayat: tuple[Realisasi, ...]
    daftar_bukti: tuple[BuktiDukung, ...]
    laju: StatusLaju
    rating: Rating | None
    jumlah: bool

    @property
    def terkini(self) -> Realisasi | None:
        """The last figure up to and with this period."""
        if self.realisasi is not None and self.realisasi.nilai is not None:
            return self.realisasi
        return self.sebelumnya

    @property
    def harapan_kini(self) -> Decimal | None:
        """The edge of today's target that one has to reach, for the mark on the range bar."""
        if self.target.is_empty or self.harapan == self.target:
            return None
        tepi = self.harapan.atas if self.target.arah is Arah.TURUN else self.harapan.bawah
        utuh = all(sisi is None or sisi == int(sisi) for sisi in (self.target.bawah, self.target.atas))
        return None if tepi is None else round(tepi, 0 if utuh else 1)

    @property
    def tambahan(self) -> Decimal | None:
        """What this period alone has added to a counting indicator."""
        if not self.jumlah or self.realisasi is None or self.realisasi.nilai is None:
            return None
        return self.realisasi.nilai - (self.sebelumnya.nilai or 0 if self.sebelumnya else Decimal(0))

    def target_periode(self, periode: Periode) -> str:
        """The target of the months of this period, as it was planned; empty without monthly targets."""
        bulanan = self.indikator.target_bulanan
        bulan = [bulanan.get(str(b)) for b in range(periode.mulai_on.month, periode.selesai_on.month + 1)]
        if not bulanan or not all(bulan):
            return ""
        bawah, atas = (sum((Decimal(str(satu[sisi])) for satu in bulan), Decimal(0)) for sisi in (0, 1))
        return f"{format_angka(bawah)}–{format_angka(atas)}" if bawah != atas else format_angka(bawah)


def sifat_laju(indikator: Terukur) -> SifatLaju:
    """How the indicator moves through the year, from its unit, its aspect and its baseline."""
    if indikator.aspek == Aspek.BIAYA and indikator.arah != Arah.TURUN:
        return SifatLaju.AKUMULASI
    if indikator.baseline is not None:
        return SifatLaju.MENUJU
    if _is_tingkat(indikator) or indikator.aspek == Aspek.WAKTU or indikator.arah == Arah.TURUN:
        return SifatLaju.TETAP
    return SifatLaju.AKUMULASI


def is_jumlah(indikator: IndikatorKinerja) -> bool:
    """May what is recorded be added month to month? Patients may, percentages may not."""
    return (
        sifat_laju(indikator) is SifatLaju.AKUMULASI
        and not _is_tingkat(indikator)
        and not target_dari(indikator).is_empty
    )


def _is_tingkat(indikator: Terukur) -> bool:
    """A level, which holds at any moment; "skala 4" and its like name the scale, not a quantity."""
    satuan = indikator.satuan.strip().casefold()
    return satuan in _SATUAN_TINGKAT or satuan.startswith("skala")


def rencana_laju(indikator: Terukur, skp: Berjangka) -> RencanaLaju:
    """The planned course; monthly targets count from the first month of the plan."""
    bulanan = indikator.target_bulanan or {}
    bulan = range(skp.mulai_on.month, skp.selesai_on.month + 1)
    return RencanaLaju(
        mulai=skp.mulai_on,
        selesai=skp.selesai_on,
        sifat=sifat_laju(indikator),
        target_bulanan=[Decimal(str((bulanan.get(str(b)) or ["0"])[0])) for b in bulan] if bulanan else (),
        baseline=indikator.baseline or Decimal(0),
    )


def target_dari(indikator: Terukur) -> Target:
    return Target(indikator.target_bawah, indikator.target_atas, Arah(indikator.arah))


def realisasi_tabel(skp: SKP, periode: Periode, *, on: date | None = None) -> list[BarisRealisasi]:
    """One row an indicator, in the order of the plan. `on` is the day up to which progress is expected."""
    sampai = min(on or periode.selesai_on, periode.selesai_on)
    baca = read_together(
        indikator=_rows(skp),
        realisasi=_all_until(skp, until=periode.mulai_on),
        bukti=BuktiDukung.objects.berlaku().filter(realisasi__skp=skp).order_by("added_at", "id"),
    )
    attach(baca["realisasi"], "daftar_bukti", baca["bukti"], oleh="realisasi_id")
    riwayat: dict[int, list[Realisasi]] = defaultdict(list)
    for realisasi in baca["realisasi"]:
        riwayat[realisasi.indikator_id].append(realisasi)
    return [_row(skp, indikator, periode, riwayat[indikator.pk], sampai) for indikator in baca["indikator"]]


def realisasi_terakhir(skp: SKP, *, until: date) -> dict[int, Realisasi]:
    """Indicator id → the last row that began on or before `until`; a row with a figure wins over a bare note."""
    terakhir: dict[int, Realisasi] = {}
    for realisasi in _all_until(skp, until=until):
        lama = terakhir.get(realisasi.indikator_id)
        if lama is None or lama.nilai is None or realisasi.nilai is not None:
            terakhir[realisasi.indikator_id] = realisasi
    return terakhir


def bukti_pilihan(skp: SKP, *, kecuali: Realisasi | None) -> list[BuktiDukung]:
    """Evidence of this plan that may be used again, newest first, each source once."""
    daftar = (
        BuktiDukung.objects.berlaku()
        .filter(realisasi__skp=skp)
        .select_related("realisasi__periode")
        .order_by("-added_at", "-id")
    )
    sudah = {(b.sidik, b.tautan) for b in daftar if kecuali is not None and b.realisasi_id == kecuali.pk}
    pilihan: dict[tuple[str, str], BuktiDukung] = {}
    for bukti in daftar:
        kunci = (bukti.sidik, bukti.tautan)
        if kunci not in sudah:
            pilihan.setdefault(kunci, bukti)
    return list(pilihan.values())[:20]


def bukti_serupa(realisasi: Realisasi) -> dict[int, BuktiDukung]:
    """Evidence id → the same file or link in another period of this plan: worth a look, never refused."""
    daftar = list(
        BuktiDukung.objects.berlaku()
        .filter(realisasi__skp_id=realisasi.skp_id)
        .select_related("realisasi__periode")
        .order_by("added_at", "id")
    )
    lain = {(b.sidik, b.tautan): b for b in daftar if b.realisasi.periode_id != realisasi.periode_id}
    return {
        b.pk: lain[(b.sidik, b.tautan)]
        for b in daftar
        if b.realisasi_id == realisasi.pk and (b.sidik, b.tautan) in lain
    }


def _rows(skp: SKP) -> QuerySet[IndikatorKinerja]:
    return (
        IndikatorKinerja.objects.filter(rhk__skp=skp)
        .select_related("rhk")
        .order_by("-rhk__jenis", "rhk__urutan", "rhk_id", "urutan", "id")
    )


def _all_until(skp: SKP, *, until: date) -> QuerySet[Realisasi]:
    return (
        Realisasi.objects.filter(skp=skp, periode__mulai_on__lte=until)
        .select_related("periode")
        .order_by("periode__mulai_on", "periode__selesai_on", "id")
    )


def _row(
    skp: SKP,
    indikator: IndikatorKinerja,
    periode: Periode,
    riwayat: Iterable[Realisasi],
    on: date,
) -> BarisRealisasi:
    angka = tuple(r for r in riwayat if r.nilai is not None)
    kini = next((r for r in riwayat if r.periode_id == periode.pk), None)
    sebelumnya = next((r for r in reversed(angka) if r.periode_id != periode.pk), None)
    terkini = angka[-1].nilai if angka else None
    target, rencana = target_dari(indikator), rencana_laju(indikator, skp)
    harapan = target if target.is_empty else target_sampai(target, rencana, on=on)
    return BarisRealisasi(
        rhk=indikator.rhk,
        indikator=indikator,
        target=target,
        harapan=harapan,
        realisasi=kini,
        sebelumnya=sebelumnya,
        riwayat=angka,
        daftar_bukti=tuple(kini.daftar_bukti.all()) if kini else (),
        laju=status_laju(target, rencana, realisasi=terkini, on=on),
        rating=capaian_indikator(target=harapan, realisasi=terkini),
        jumlah=is_jumlah(indikator),
    )
