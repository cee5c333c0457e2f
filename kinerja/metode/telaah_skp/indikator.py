"""Remarks on one indikator and its target: can it be measured, and is the range sane?"""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from kinerja.lib.angka import format_rentang
from kinerja.lib.tanggal import DAFTAR_BULAN
from kinerja.metode.catatan import Catatan, Teks
from kinerja.metode.telaah_skp.dasar import (
    PANJANG_WAJAR,
    PENELAAH,
    AturanTeks,
    KonteksTelaah,
    Temuan,
    di_luar_kendali,
    kata,
    kata_mutlak,
    run_rules,
)
from kinerja.metode.telaah_skp.rentang import DAFTAR_ATURAN_RENTANG
from kinerja.peraturan.skp import Aspek, Indikator, KategoriSKP, Pendekatan

_ANGKA_AWAL = re.compile(r"baseline\s*(\d+(?:[.,]\d+)?)", re.IGNORECASE)
_BULAN = {nama.casefold() for nama in DAFTAR_BULAN}

AturanIndikator = Callable[[Indikator, KonteksTelaah], Temuan]


def telaah_indikator(
    indikator: Indikator,
    *,
    konteks: KonteksTelaah | None = None,
    baseline: Decimal | None = None,
    awalan_bidang: str = "",
) -> tuple[Catatan, ...]:
    """Remarks on one indicator; `bidang` is uraian, satuan or target behind `awalan_bidang`."""
    teks = Teks(indikator.uraian)
    if not teks.kecil:
        return ()
    konteks = konteks or KonteksTelaah()
    if baseline is None and (cocok := _ANGKA_AWAL.search(teks.kecil)):
        baseline = Decimal(cocok[1].replace(",", "."))
    return (
        *run_rules(_ATURAN_TEKS, teks, konteks, bidang=f"{awalan_bidang}uraian"),
        *_of_fields(indikator, konteks, teks, awalan_bidang),
        *_of_target(indikator, konteks, baseline, teks, awalan_bidang),
    )


def _of_fields(indikator: Indikator, konteks: KonteksTelaah, teks: Teks, awalan: str) -> Iterator[Catatan]:
    for bidang, daftar in _ATURAN_BIDANG.items():
        for aturan in daftar:
            for kode, pemicu in aturan(indikator, konteks):
                yield PENELAAH.note(kode, bidang=f"{awalan}{bidang}", kata=pemicu, teks=teks.rapi)


def _of_target(
    indikator: Indikator, konteks: KonteksTelaah, baseline: Decimal | None, teks: Teks, awalan: str
) -> Iterator[Catatan]:
    if indikator.target is None or indikator.target.is_empty:
        return
    for aturan in DAFTAR_ATURAN_RENTANG:
        for kode, pemicu in aturan(indikator.target, indikator.satuan, baseline, konteks):
            yield PENELAAH.note(kode, bidang=f"{awalan}target", kata=pemicu, teks=teks.rapi)


def keluaran_administratif(teks: Teks, konteks: KonteksTelaah) -> Temuan:
    if konteks.kategori is KategoriSKP.PIMPINAN and (
        pemicu := teks.starts_with(kata("keluaran_administratif"))
    ):
        yield "keluaran_administratif", pemicu


def insentif_keliru(teks: Teks, konteks: KonteksTelaah) -> Temuan:
    if pemicu := teks.find(kata("insentif_keliru")):
        yield "insentif_keliru", pemicu


def melingkar(teks: Teks, konteks: KonteksTelaah) -> Temuan:
    if pemicu := teks.find(kata("melingkar")):
        yield "rhk_melingkar", pemicu


def panjang(teks: Teks, konteks: KonteksTelaah) -> Temuan:
    if len(teks.rapi) > PANJANG_WAJAR:
        yield "indikator_panjang", str(len(teks.rapi))


def kabur(indikator: Indikator, konteks: KonteksTelaah) -> Temuan:
    # "Tepat waktu" is measured against a deadline; only a lone "tepat" is vague.
    teks = Teks(re.sub("tepat waktu", "", indikator.uraian, flags=re.IGNORECASE))
    daftar = teks.find_all(kata("kabur"))
    if not daftar or _is_measured(indikator, teks):
        return
    dua = re.search(rf"\b({'|'.join(daftar)}) dan ({'|'.join(daftar)})\b", teks.kecil)
    yield ("dua_aspek", dua.group()) if dua else ("indikator_kabur", "”, “".join(daftar))


def tanpa_angka_dasar(indikator: Indikator, konteks: KonteksTelaah) -> Temuan:
    teks = Teks(indikator.uraian)
    if not _is_measured(indikator, teks) and (pemicu := teks.starts_with(kata("perubahan"))):
        yield "indikator_tanpa_angka_dasar", pemicu


def penyebut(indikator: Indikator, konteks: KonteksTelaah) -> Temuan:
    teks = Teks(indikator.uraian)
    if teks.kata_awal == "persentase" and not teks.find(kata("penunjuk_penyebut")):
        yield "penyebut_kosong", ""


def batas_waktu(indikator: Indikator, konteks: KonteksTelaah) -> Temuan:
    teks = Teks(f"{indikator.uraian} {indikator.satuan}")
    hanya_bulan = re.fullmatch(r"(?:waktu|selesai|akhir|bulan|pada|:|\s)*([a-z]+)(?:\s+\d{4})?", teks.kecil)
    if hanya_bulan and hanya_bulan[1] in _BULAN:
        yield "waktu_akhir_tahun", indikator.uraian.strip()
    elif indikator.aspek == (Aspek.WAKTU,) and not teks.find(kata("penanda_waktu")):
        yield "waktu_tanpa_batas", ""


def ukuran_biaya(indikator: Indikator, konteks: KonteksTelaah) -> Temuan:
    teks = Teks(f"{indikator.uraian} {indikator.satuan}")
    if indikator.aspek == (Aspek.BIAYA,) and not teks.find(kata("penanda_biaya")):
        yield "biaya_tanpa_ukuran", ""


def satuan_waktu(indikator: Indikator, konteks: KonteksTelaah) -> Temuan:
    satuan = indikator.satuan.strip().casefold()
    if indikator.aspek == (Aspek.KUANTITAS,) and satuan in kata("satuan_waktu"):
        yield "satuan_waktu", _target_text(indikator)


def satuan_kosong(indikator: Indikator, konteks: KonteksTelaah) -> Temuan:
    if konteks.pendekatan is Pendekatan.KUANTITATIF and not indikator.satuan.strip():
        yield "satuan_kosong", ""


def target_kosong(indikator: Indikator, konteks: KonteksTelaah) -> Temuan:
    if konteks.pendekatan is Pendekatan.KUANTITATIF and (
        indikator.target is None or indikator.target.is_empty
    ):
        yield "target_kosong", ""


def _is_measured(indikator: Indikator, teks: Teks) -> bool:
    """A figure in the text or in the target; the qualitative approach tells both in one sentence."""
    return teks.has_angka or (indikator.target is not None and not indikator.target.is_empty)


def _target_text(indikator: Indikator) -> str:
    target = indikator.target
    if target is None:
        return indikator.satuan
    bawah = target.atas if target.bawah is None else target.bawah
    atas = target.bawah if target.atas is None else target.atas
    if bawah is None or atas is None:
        return indikator.satuan
    return f"{format_rentang(bawah, atas)} {indikator.satuan}".rstrip()


_ATURAN_TEKS: tuple[AturanTeks, ...] = (
    kata_mutlak,
    melingkar,
    keluaran_administratif,
    di_luar_kendali,
    insentif_keliru,
    panjang,
)
_ATURAN_BIDANG: dict[str, tuple[AturanIndikator, ...]] = {
    "uraian": (kabur, tanpa_angka_dasar, penyebut, batas_waktu, ukuran_biaya),
    "satuan": (satuan_kosong, satuan_waktu),
    "target": (target_kosong,),
}
