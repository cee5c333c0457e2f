"""Remarks on a target range: order, width, room above, distance from where one starts."""

from collections.abc import Callable
from decimal import Decimal

from kinerja.lib.angka import format_angka, format_rentang
from kinerja.metode.telaah_skp.dasar import KonteksTelaah, Temuan
from kinerja.peraturan.capaian import Arah, Target
from kinerja.peraturan.skp import KategoriSKP

AturanRentang = Callable[[Target, str, Decimal | None, KonteksTelaah], Temuan]

_PERSEN = ("persen", "%", "persentase")
_LOMPATAN_WAJAR = Decimal("1.5")


def bentuk(target: Target, satuan: str, baseline: Decimal | None, konteks: KonteksTelaah) -> Temuan:
    bawah, atas = target.bawah, target.atas
    if bawah is None or atas is None:
        if (target.arah is Arah.NAIK and atas is None) or (target.arah is Arah.TURUN and bawah is None):
            yield "rentang_satu_sisi", ""
        return
    if bawah > atas:
        yield "rentang_terbalik", format_rentang(bawah, atas)
    elif bawah == atas and _is_percent(satuan) and atas == 100:
        if not konteks.allows_mutlak:
            yield "target_mutlak", "100 persen"
    elif bawah == atas and konteks.kategori is KategoriSKP.PEGAWAI:
        yield "rentang_nol", format_angka(bawah)


def ruang(target: Target, satuan: str, baseline: Decimal | None, konteks: KonteksTelaah) -> Temuan:
    """Room above the expectation: below 100 percent when higher is better, above nil when lower is."""
    if _is_percent(satuan) and target.atas is not None and target.atas > 100:
        yield "persen_lebih_100", format_angka(target.atas)
    elif target.bawah == target.atas:
        return
    elif target.arah is Arah.NAIK and _is_percent(satuan) and target.atas == 100:
        yield "tanpa_ruang_di_atas", "100 persen"
    elif target.arah is Arah.TURUN and target.bawah == 0:
        yield "tanpa_ruang_di_atas", f"0 {satuan}".rstrip()


def angka_awal(target: Target, satuan: str, baseline: Decimal | None, konteks: KonteksTelaah) -> Temuan:
    if baseline is None or target.arah is Arah.DALAM_RENTANG:
        return
    tepi = target.bawah if target.arah is Arah.NAIK else target.atas
    if tepi is None:
        return
    naik = target.arah is Arah.NAIK
    if (tepi <= baseline) if naik else (tepi >= baseline):
        yield "tidak_melampaui_awal", format_angka(baseline)
    elif (tepi > baseline * _LOMPATAN_WAJAR) if naik else (tepi * _LOMPATAN_WAJAR < baseline):
        yield "terlalu_jauh", format_angka(baseline)


def _is_percent(satuan: str) -> bool:
    return satuan.strip().casefold() in _PERSEN


DAFTAR_ATURAN_RENTANG: tuple[AturanRentang, ...] = (bentuk, ruang, angka_awal)
