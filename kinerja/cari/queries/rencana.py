"""Results and indicators of the plans that one may see, of this year and the last."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, Q

from kinerja.cari.queries.cocok import AwalKata
from kinerja.cari.queries.kata import Pertanyaan, ratakan
from kinerja.cari.queries.temuan import TERBANYAK, Temuan
from kinerja.kepegawaian.lingkup import lingkup
from kinerja.perencanaan.lingkup import jalur_terlihat, terlihat_oleh
from kinerja.perencanaan.models import IndikatorKinerja, RencanaHasilKerja

if TYPE_CHECKING:
    from kinerja.akun.models import User

_LEWAT = " · cocok pada indikatornya"


def cari_rencana(user: User, tanya: Pertanyaan, *, tahun: int) -> list[Temuan]:
    """Ordered here and not there: ordering every hit of a common word costs ten times the search."""
    cocok = _among_all if jalur_terlihat(user) else _among_few
    daftar = RencanaHasilKerja.objects.filter(
        cocok(tanya.daftar_kata), terlihat_oleh(user, awalan="skp__"), skp__tahun__gte=tahun - 1
    ).order_by()
    baris = daftar.values_list(
        "pk", "teks", "skp_id", "skp__tahun", "skp__pegawai_id", "skp__pegawai__nama", "skp__unit_kerja__nama"
    )[: TERBANYAK + 1]
    saya = lingkup(user).pegawai
    temuan = sorted(
        (pegawai != (saya.pk if saya else None), not _kata_ada(teks, tanya), -th, teks, pk, skp, nama, unit)
        for pk, teks, skp, th, pegawai, nama, unit in baris
    )
    return [
        Temuan(skp, teks, f"{nama} · {unit}", f"SKP {-th}{_LEWAT * jauh}", f"rhk-{pk}")
        for _, jauh, th, teks, pk, skp, nama, unit in temuan
    ]


def _among_few(kata: Sequence[str]) -> Q:
    """Reads the sentences of the few plans that are seen."""
    indikator = IndikatorKinerja.objects.filter(AwalKata("teks", kata), rhk=OuterRef("pk"))
    return Q(AwalKata("teks", kata)) | Q(Exists(indikator))


def _among_all(kata: Sequence[str]) -> Q:
    """Finds the sentences first; on PostgreSQL by their index."""
    langsung = RencanaHasilKerja.objects.filter(AwalKata("teks", kata)).order_by().values("pk")
    lewat = IndikatorKinerja.objects.filter(AwalKata("teks", kata)).order_by().values("rhk_id")
    return Q(pk__in=langsung.union(lewat))


def _kata_ada(teks: str, tanya: Pertanyaan) -> bool:
    rata = ratakan(teks)
    return all(satu in rata for satu in tanya.daftar_kata)
