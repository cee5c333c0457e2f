"""The coach that reads feedback while it is typed: facts about work instead of labels for people."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from kinerja.metode.catatan import Catatan, Penelaah, Teks, read_kata
from kinerja.peraturan.rujukan import Rujukan

PANJANG_WAJAR = 40
_SALINAN_WAJAR = 2
_MIRIP = 90

_PENELAAH = Penelaah(
    aturan="aturan_umpan_balik",
    contoh="contoh_umpan_balik",
    rujukan={
        "umpan_balik": Rujukan("PermenPANRB 6/2022", "Pasal 18 dan Pasal 19"),
        "objektif": Rujukan("PP 30/2019", "Pasal 4"),
    },
)


@dataclass(frozen=True, kw_only=True)
class KonteksUmpanBalik:
    """The giver's other feedback (other people, other periods) and the names of colleagues."""

    daftar_teks_lain: tuple[str, ...] = ()
    daftar_nama_rekan: tuple[str, ...] = ()


# A rule yields (code, the words that set it off).
Temuan = Iterator[tuple[str, str]]


def telaah_umpan_balik(
    uraian: str, *, konteks: KonteksUmpanBalik | None = None, bidang: str = "uraian"
) -> tuple[Catatan, ...]:
    """Remarks on a piece of feedback; they never block, for the law's own samples are short, too."""
    teks = Teks(uraian)
    if not teks.kecil:
        return ()
    konteks = konteks or KonteksUmpanBalik()
    return tuple(
        _PENELAAH.note(kode, bidang=bidang, kata=pemicu, teks=teks.rapi)
        for aturan in _ATURAN
        for kode, pemicu in aturan(teks, konteks)
    )


def kata_terlarang(teks: Teks, konteks: KonteksUmpanBalik) -> Temuan:
    for daftar, kode in _KATA_KE_KODE.items():
        if pemicu := teks.find(_kata(daftar)):
            yield kode, pemicu


def generalisasi(teks: Teks, konteks: KonteksUmpanBalik) -> Temuan:
    """ "Selalu" about a person; about things ("data bidang Anda selalu rapi") it is praise."""
    orang, mutlak = "|".join(_kata("orang")), "|".join(_kata("mutlak"))
    pola = rf"(?:^|[.,;!?]\s*)(?:{orang})\s+(?:\w+\s+)?(?:{mutlak})\b"
    if cocok := re.search(pola, teks.kecil):
        yield "generalisasi", cocok.group().lstrip(".,;!? ")


def perbandingan(teks: Teks, konteks: KonteksUmpanBalik) -> Temuan:
    nama = [satu.casefold() for satu in konteks.daftar_nama_rekan]
    pembanding = teks.find(_kata("banding"))
    if pembanding and teks.find([*_kata("banding_orang"), *nama]):
        yield "membandingkan_orang", pembanding


def salinan(teks: Teks, konteks: KonteksUmpanBalik) -> Temuan:
    kembar = [lain for lain in konteks.daftar_teks_lain if fuzz.ratio(teks.kecil, Teks(lain).kecil) >= _MIRIP]
    if len(kembar) >= _SALINAN_WAJAR:
        yield "salinan", str(len(kembar))


def nada(teks: Teks, konteks: KonteksUmpanBalik) -> Temuan:
    huruf = [satu for satu in teks.asli if satu.isalpha()]
    if len(huruf) >= 10 and all(satu.isupper() for satu in huruf):
        yield "huruf_besar", ""
    if re.search(r"!{2,}", teks.asli):
        yield "emosi", ""


def isi(teks: Teks, konteks: KonteksUmpanBalik) -> Temuan:
    if len(teks.rapi) < PANJANG_WAJAR:
        yield "pendek", ""
    elif not teks.has_angka and not teks.find([*_kata("kejadian"), *_kata("langkah")]):
        yield "tanpa_kejadian", ""


def _kata(nama: str) -> list[str]:
    daftar: list[str] = read_kata("umpan_balik")["kata"][nama]
    return daftar


_KATA_KE_KODE = {
    "celaan": "celaan",
    "pribadi": "kondisi_pribadi",
    "tak_terkait": "tidak_terkait",
    "tuntutan": "tuntutan",
    "alasan_rating": "alasan_rating",
    "salinan": "merujuk_periode_lain",
}
_ATURAN: tuple[Callable[[Teks, KonteksUmpanBalik], Temuan], ...] = (
    kata_terlarang,
    generalisasi,
    perbandingan,
    salinan,
    nada,
    isi,
)
