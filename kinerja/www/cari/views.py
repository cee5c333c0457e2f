"""One line, and everything of that name that one may see."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, partial
from typing import TYPE_CHECKING, Any

from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from kinerja.cari import queries
from kinerja.cari.queries import PERTANYAAN_TERPANJANG, TERBANYAK, Pertanyaan, Temuan
from kinerja.lib.sekaligus import read_together
from kinerja.sosialisasi.queries import Temuan as TemuanPanduan
from kinerja.sosialisasi.queries import cari_panduan
from kinerja.tanya.queries import faq_cocok, temuan_faq

if TYPE_CHECKING:
    from django.http import HttpResponse

    from kinerja.www.http import Request

SEKILAS = 5
Cari = Callable[[], Sequence[Any]]
Tulis = Callable[[Any], "Baris"]


@dataclass(frozen=True)
class Baris:
    """One hit with its address."""

    href: str
    judul: str
    keterangan: str = ""
    tanda: str = ""


@dataclass(frozen=True)
class Kelompok:
    """Hits of one kind; `semua` is more than what is shown at first, and only what is shown gets its address."""

    kode: str
    judul: str
    ikon: str
    semua: Sequence[Any]
    baris: Tulis
    hanya: str

    @cached_property
    def tampil(self) -> list[Baris]:
        return [self.baris(satu) for satu in self.semua[: TERBANYAK if self.hanya else SEKILAS]]

    @property
    def jumlah(self) -> str:
        return f"{TERBANYAK}+" if len(self.semua) > TERBANYAK else str(len(self.semua))


@require_safe
def cari(request: Request) -> HttpResponse:
    tanya = Pertanyaan(request.GET.get("q", ""))
    sumber = _sources(request, tanya)
    hanya = request.GET.get("hanya", "")
    hanya = hanya if hanya in {kode for kode, *_ in sumber} else ""
    daftar = [
        Kelompok(kode, judul, ikon, baca(), tulis, hanya)
        for kode, judul, ikon, baca, tulis in sumber
        if tanya.cukup and hanya in ("", kode)
    ]
    daftar = [satu for satu in daftar if satu.semua]
    konteks = {
        "tanya": tanya, "hanya": hanya, "daftar_kelompok": daftar, "terpanjang": PERTANYAAN_TERPANJANG,
        "daftar_mirip": _nearly(request, tanya) if tanya.cukup and _only_guides(daftar) else [],
        "sorot": partial(sorot, tanya),
    }  # fmt: skip
    return render(request, "cari/cari.html", konteks)


def sorot(tanya: Pertanyaan, teks: str) -> list[tuple[bool, str]]:
    """The text in pieces, and whether each is what was asked for."""
    kata = "|".join(re.escape(satu) for satu in sorted(tanya.daftar_kata, key=len, reverse=True))
    potong = re.split(rf"((?<!\w)(?:{kata}))", teks, flags=re.IGNORECASE)
    return [(bool(n % 2), satu) for n, satu in enumerate(potong) if satu]


def _sources(request: Request, tanya: Pertanyaan) -> list[tuple[str, str, str, Cari, Tulis]]:
    """What is searched, in the order of the page, and how a hit of it is written."""
    user, on = request.user, timezone.localdate()

    @cache
    def pendek() -> dict[str, list[Any]]:
        """Two short tables in one query, when either of them is asked for."""
        return read_together(unit=queries.unit_cocok(user, tanya), faq=faq_cocok(user, tanya))

    return [
        ("orang", "Orang", "orang", lambda: queries.cari_orang(user, tanya, on=on), _at("kepegawaian:pegawai_detail")),
        ("rencana", "Rencana kerja", "rencana", lambda: queries.cari_rencana(user, tanya, tahun=on.year), _at("perencanaan:skp_detail")),
        ("unit", "Unit kerja", "unit", lambda: queries.temuan_unit(pendek()["unit"], tanya), _at("kepegawaian:unit_detail")),
        ("pelatihan", "Pelatihan", "buku", lambda: queries.cari_pelatihan(user, tanya), _at("pelatihan:pelatihan_detail")),
        ("kelas", "Kelas pelatihan", "kalender", lambda: queries.cari_kelas(user, tanya), _at("pelatihan:kelas_detail")),
        ("faq", "Sering ditanyakan", "bicara", lambda: temuan_faq(pendek()["faq"], tanya), _at("tanya:faq_detail")),
        ("panduan", "Panduan", "lampu", lambda: cari_panduan(tanya.teks), _guide),
    ]  # fmt: skip


def _at(nama_url: str) -> Tulis:
    def write(satu: Temuan) -> Baris:
        alamat = reverse(nama_url, args=[satu.nomor]) + (f"#{satu.jangkar}" if satu.jangkar else "")
        return Baris(alamat, satu.judul, satu.keterangan, satu.tanda)

    return write


def _guide(satu: TemuanPanduan) -> Baris:
    alamat = f"{reverse('sosialisasi:panduan_detail', args=[satu.kode])}#{satu.jangkar}"
    return Baris(alamat, satu.judul, satu.cuplikan, f"Panduan {satu.panduan}")


def _only_guides(daftar: list[Kelompok]) -> bool:
    """The guides answer nearly every word: one that they know may still be somebody's name."""
    return all(satu.kode in ("faq", "panduan") and not satu.hanya for satu in daftar)


def _nearly(request: Request, tanya: Pertanyaan) -> list[Baris]:
    mirip = queries.cari_orang_mirip(request.user, tanya, on=timezone.localdate(), terbanyak=SEKILAS)
    return [_at("kepegawaian:pegawai_detail")(satu) for satu in mirip]
