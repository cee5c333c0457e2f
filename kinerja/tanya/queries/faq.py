"""Answers for everybody: by topic, by the words of a search, and those that resemble a question."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kinerja.cari.queries import TERBANYAK, Pertanyaan, Temuan
from kinerja.cari.queries.cocok import mengandung
from kinerja.tanya.istilah import KeadaanFAQ
from kinerja.tanya.models import FAQ

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from kinerja.akun.models import User

SEPENGGAL = 160


def faq_terbit(user: User, *, topik: str | None = None) -> QuerySet[FAQ]:
    daftar = FAQ.objects.visible_to(user).published()
    if topik is not None:
        daftar = daftar.filter(topik=topik)
    return daftar.order_by("topik", "urutan", "judul", "id")


def faq_menunggu(user: User) -> QuerySet[FAQ]:
    """Proposed, and not yet read by whoever publishes."""
    daftar = FAQ.objects.visible_to(user).filter(keadaan=KeadaanFAQ.DIUSULKAN)
    return daftar.select_related("diusulkan_oleh").order_by("diusulkan_at", "id")


def faq_cocok(user: User, tanya: Pertanyaan) -> QuerySet[FAQ]:
    """Those with every word, to be read together with another short table; `temuan_faq` makes lines of them."""
    return faq_terbit(user).filter(mengandung(["judul", "jawaban"], tanya.daftar_kata))


def temuan_faq(daftar: Iterable[FAQ], tanya: Pertanyaan) -> list[Temuan]:
    """Whose question has the first word before the others."""
    awal = tanya.daftar_kata[0]
    urut = sorted(daftar, key=lambda satu: awal not in satu.judul.casefold())
    return [Temuan(satu.pk, satu.judul, _excerpt(satu.jawaban)) for satu in urut[: TERBANYAK + 1]]


def _excerpt(teks: str) -> str:
    teks = " ".join(teks.split())
    return teks if len(teks) <= SEPENGGAL else f"{teks[:SEPENGGAL].rpartition(' ')[0]} …"
