"""Remarks on one rencana hasil kerja: is it a result, and is it the writer's own?"""

import re

from kinerja.metode.catatan import Catatan, Teks, most_similar
from kinerja.metode.telaah_skp.dasar import (
    PANJANG_WAJAR,
    AturanTeks,
    KonteksTelaah,
    Temuan,
    di_luar_kendali,
    kata,
    kata_mutlak,
    run_rules,
)

# Passive and active forms that tell a state ("terlayani", "diterima", "meningkat").
_BENTUKAN = re.compile(r"\b(?:ter|di|ber|me)[a-z]{4,}")


def telaah_rhk(
    uraian: str, *, konteks: KonteksTelaah | None = None, bidang: str = "uraian"
) -> tuple[Catatan, ...]:
    """Remarks on the wording of one result, gravest kinds first; an empty text has none yet."""
    teks = Teks(uraian)
    if not teks.kecil:
        return ()
    return tuple(run_rules(_ATURAN, teks, konteks or KonteksTelaah(), bidang=bidang))


def tells_a_state(teks: Teks) -> bool:
    bukan = set(kata("bukan_bentukan"))
    bentukan = any(cocok.group() not in bukan for cocok in _BENTUKAN.finditer(teks.kecil))
    return bentukan or bool(teks.find(kata("hasil")))


def milik_orang_lain(teks: Teks, konteks: KonteksTelaah) -> Temuan:
    if pemicu := teks.starts_with(kata("milik_orang_lain")):
        yield "rhk_milik_orang_lain", pemicu


def aktivitas(teks: Teks, konteks: KonteksTelaah) -> Temuan:
    benda = teks.kata_awal.partition("/")[0]
    if teks.kata_awal in kata("aktivitas") or (benda in kata("aktivitas_benda") and not tells_a_state(teks)):
        yield "rhk_aktivitas", teks.rapi.partition(" ")[0]


def kategori(teks: Teks, konteks: KonteksTelaah) -> Temuan:
    if teks.starts_with(kata("kategori")) and not tells_a_state(teks):
        yield "rhk_kategori", teks.rapi


def melingkar(teks: Teks, konteks: KonteksTelaah) -> Temuan:
    if pemicu := teks.find(kata("melingkar")):
        yield "rhk_melingkar", pemicu


def kabur(teks: Teks, konteks: KonteksTelaah) -> Temuan:
    if not teks.has_angka and (daftar := teks.find_all(kata("kabur_hasil"))):
        yield "kata_kabur", "”, “".join(daftar)


def tanpa_angka_dasar(teks: Teks, konteks: KonteksTelaah) -> Temuan:
    if not teks.has_angka and (pemicu := teks.starts_with(kata("perubahan"))):
        yield "tanpa_angka_dasar", pemicu


def ganda(teks: Teks, konteks: KonteksTelaah) -> Temuan:
    """Two results are two clauses, each long enough to stand alone and each telling a state or an activity."""
    bagian = re.split(r" dan | serta |\s/\s|;", teks.kecil)
    berdiri_sendiri = [satu for satu in bagian if len(satu.split()) >= 3 and _is_clause(Teks(satu))]
    if len(berdiri_sendiri) > 1:
        yield "rhk_ganda", " … dan … ".join(satu.strip() for satu in berdiri_sendiri[:2])


def panjang(teks: Teks, konteks: KonteksTelaah) -> Temuan:
    if len(teks.rapi) > PANJANG_WAJAR:
        yield "rhk_panjang", str(len(teks.rapi))


def salinan(teks: Teks, konteks: KonteksTelaah) -> Temuan:
    if kembar := most_similar(teks.rapi, konteks.rhk_pembanding):
        yield "rhk_mirip_rekan", kembar
    if kembar := most_similar(teks.rapi, konteks.daftar_rhk_tahun_lalu):
        yield "rhk_mirip_tahun_lalu", kembar


def _is_clause(teks: Teks) -> bool:
    return tells_a_state(teks) or teks.kata_awal in kata("aktivitas")


_ATURAN: tuple[AturanTeks, ...] = (
    milik_orang_lain,
    aktivitas,
    kategori,
    melingkar,
    kata_mutlak,
    di_luar_kendali,
    salinan,
    tanpa_angka_dasar,
    kabur,
    ganda,
    panjang,
)
