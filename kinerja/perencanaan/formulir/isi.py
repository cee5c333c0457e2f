"""The body of a form: results with indicators, and behaviour; with what came of them where the form has the columns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kinerja.dokumen.isian import HasilKerja, Indikator, Perilaku, UmpanBalik, tujuh_perilaku
from kinerja.lib.angka import format_angka, format_rentang
from kinerja.peraturan.perilaku import NilaiDasar
from kinerja.peraturan.skp import Aspek, JenisHasilKerja, KategoriSKP, Perspektif
from kinerja.perencanaan.models import SKP, IndikatorKinerja, RencanaHasilKerja

_PERSEN = frozenset({"persen", "%"})


@dataclass(frozen=True, kw_only=True)
class Capaian:
    """What the year brought: by indicator, by result, by value."""

    realisasi: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    bukti: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    umpan_balik: Mapping[int, tuple[UmpanBalik, ...]] = field(default_factory=dict)
    perilaku: Mapping[NilaiDasar, tuple[UmpanBalik, ...]] = field(default_factory=dict)


TANPA_CAPAIAN = Capaian()


def hasil_kerja(
    skp: SKP, *, jenis: JenisHasilKerja, capaian: Capaian = TANPA_CAPAIAN
) -> tuple[HasilKerja, ...]:
    return tuple(_hasil(rhk, capaian) for rhk in daftar_rhk(skp) if rhk.jenis == jenis)


def daftar_rhk(skp: SKP) -> list[RencanaHasilKerja]:
    """Results in the order of the form, utama first, without those that the leader took over."""
    daftar = [rhk for rhk in skp.daftar_rhk.all() if rhk.diambil_alih_at is None]
    return sorted(daftar, key=lambda rhk: (rhk.jenis != JenisHasilKerja.UTAMA, rhk.urutan, rhk.pk))


def perilaku_kerja(skp: SKP, *, capaian: Capaian = TANPA_CAPAIAN) -> tuple[Perilaku, ...]:
    ekspektasi = {NilaiDasar(e.nilai): daftar_baris(e.teks) for e in skp.daftar_ekspektasi.all()}
    return tujuh_perilaku(ekspektasi=ekspektasi, umpan_balik=capaian.perilaku)


def daftar_baris(teks: str) -> tuple[str, ...]:
    """One item per line, as people type lists."""
    return tuple(baris.strip() for baris in teks.splitlines() if baris.strip())


def teks_target(indikator: IndikatorKinerja) -> str:
    """The target as its writer put it, else the range with its unit."""
    if indikator.target_teks:
        return indikator.target_teks
    return teks_ukuran(_rentang(indikator), indikator.satuan)


def teks_ukuran(angka: str, satuan: str) -> str:
    if not angka:
        return ""
    return f"{angka}%" if satuan.strip().lower() in _PERSEN else f"{angka} {satuan}".strip()


def _rentang(indikator: IndikatorKinerja) -> str:
    bawah, atas = indikator.target_bawah, indikator.target_atas
    if bawah is not None and atas is not None:
        return format_rentang(bawah, atas)
    if bawah is not None:
        return f"paling sedikit {format_angka(bawah)}"
    return f"paling banyak {format_angka(atas)}" if atas is not None else ""


def _hasil(rhk: RencanaHasilKerja, capaian: Capaian) -> HasilKerja:
    pimpinan = rhk.rhk_pimpinan
    # The footnote of A.1.7: only the results of a head are quoted with their indicators.
    dengan_indikator = pimpinan is not None and pimpinan.skp.kategori == KategoriSKP.PIMPINAN
    return HasilKerja(
        rencana=rhk.teks,
        penugasan=rhk.penugasan_dari,
        rencana_pimpinan=pimpinan.teks if pimpinan else rhk.rhk_pimpinan_teks,
        indikator_pimpinan=tuple(i.teks for i in pimpinan.daftar_indikator.all())
        if pimpinan and dengan_indikator
        else (),
        daftar_indikator=tuple(_indikator(i, capaian) for i in rhk.daftar_indikator.all()),
        umpan_balik=capaian.umpan_balik.get(rhk.pk, ()),
    )


def _indikator(i: IndikatorKinerja, capaian: Capaian) -> Indikator:
    return Indikator(
        teks=i.teks,
        target=teks_target(i),
        aspek=Aspek(i.aspek).label if i.aspek else "",
        perspektif=Perspektif(i.perspektif).label if i.perspektif else "",
        realisasi=capaian.realisasi.get(i.pk, ()),
        bukti_dukung=capaian.bukti.get(i.pk, ()),
    )
