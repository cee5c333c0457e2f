"""What may answer a question already: answers for everybody, and parts of the guides."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from django.urls import reverse

from kinerja.lib.mirip import Naskah, paling_mirip
from kinerja.sosialisasi.panduan import SINGKATNYA, daftar_panduan
from kinerja.tanya.queries import faq_terbit

if TYPE_CHECKING:
    from kinerja.akun.models import User

SEPENGGAL = 420
TERBANYAK = 4


@dataclass(frozen=True)
class Serupa:
    """`isi` is read where it stands; `href` leads to the whole of it."""

    judul: str
    isi: str
    sumber: str
    href: str


def serupa(user: User, teks: str) -> list[Serupa]:
    """One query. Questions of others are not among them: those are private."""
    daftar = [*_faqs(user), *_guides()]
    dekat = paling_mirip(teks, [Naskah(satu.judul, satu.isi) for satu in daftar], terbanyak=TERBANYAK)
    return [_short(daftar[nomor]) for nomor in dekat]


def _faqs(user: User) -> list[Serupa]:
    return [
        Serupa(faq.judul, faq.jawaban, "FAQ", reverse("tanya:faq_detail", args=[faq.pk]))
        for faq in faq_terbit(user)
    ]


@cache
def _guides() -> tuple[Serupa, ...]:
    return tuple(
        Serupa(
            bagian.judul,
            bagian.teks,
            f"Panduan {panduan.nama.lower()}",
            f"{reverse('sosialisasi:panduan_detail', args=[panduan.kode])}#{bagian.jangkar}",
        )
        for panduan in daftar_panduan()
        for bagian in panduan.daftar_bagian
        if bagian.judul != SINGKATNYA
    )


def _short(satu: Serupa) -> Serupa:
    if satu.sumber == "FAQ" or len(satu.isi) <= SEPENGGAL:
        return satu
    potong = satu.isi[:SEPENGGAL].rpartition(" ")[0]
    return Serupa(satu.judul, f"{potong} …", satu.sumber, satu.href)
