"""The board: what waits for a decision, and what was decided, by whom, when and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, Max

from kinerja.kebijakan.models import Periode
from kinerja.kepegawaian.models import Pegawai, UnitKerja
from kinerja.lib.sekaligus import read_together
from kinerja.metode.tanda_tindak_lanjut import Tindakan
from kinerja.tindak_lanjut.istilah import StatusUsulan
from kinerja.tindak_lanjut.models import UsulanTindakLanjut

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.db.models import QuerySet

    from kinerja.akun.models import User
    from kinerja.tindak_lanjut.models import UsulanTindakLanjutQuerySet

SEMUA = "semua"


@dataclass(frozen=True, kw_only=True)
class SaringanPapan:
    tindakan: str = ""
    status: str = StatusUsulan.MENUNGGU.value
    unit: int | None = None
    periode: int | None = None


@dataclass(frozen=True, kw_only=True)
class Papan:
    """`jumlah` counts by kind and `per_status` by status, each under the other filters."""

    daftar: UsulanTindakLanjutQuerySet
    jumlah: dict[Tindakan, int]
    per_status: dict[StatusUsulan, int]
    daftar_unit: list[UnitKerja]
    daftar_periode: list[Periode]

    @property
    def ada(self) -> bool:
        return bool(self.daftar_periode)


def papan(user: User, saringan: SaringanPapan) -> Papan:
    """Three queries, whatever its size; the people of a page and what is proposed about them are the caller's."""
    semua = UsulanTindakLanjut.objects.visible_to(user)
    pilihan = read_together(
        daftar_unit=UnitKerja.objects.filter(
            pk__in=semua.order_by().values("evaluasi__skp__unit_kerja_id")
        ).order_by("jalur", "id"),
        daftar_periode=Periode.objects.filter(
            pk__in=semua.order_by().values("evaluasi__periode_id")
        ).order_by("-selesai_on", "nama", "id"),
    )
    tempat = next((u for u in pilihan["daftar_unit"] if u.pk == saringan.unit), None)
    dalam = semua.filter(evaluasi__skp__unit_kerja__jalur__startswith=tempat.jalur) if tempat else semua
    if saringan.periode:
        dalam = dalam.filter(evaluasi__periode_id=saringan.periode)
    hitungan = {(t, s): n for t, s, n in _counts(dalam)}
    daftar = dalam
    if saringan.status != SEMUA:
        daftar = daftar.filter(status=saringan.status)
    if saringan.tindakan:
        daftar = daftar.filter(tindakan=saringan.tindakan)
    return Papan(
        daftar=daftar,
        jumlah={
            t: sum(n for (k, s), n in hitungan.items() if k == t and saringan.status in (s, SEMUA))
            for t in Tindakan
        },
        per_status={
            st: sum(n for (k, s), n in hitungan.items() if s == st and saringan.tindakan in (k, ""))
            for st in StatusUsulan
        },
        **pilihan,
    )


@dataclass(frozen=True, kw_only=True)
class UsulanOrang:
    """What is proposed about one person: of his latest period, and of those before it."""

    pegawai: Pegawai
    terbaru: list[UsulanTindakLanjut]
    lama: list[UsulanTindakLanjut]

    @property
    def daftar(self) -> list[UsulanTindakLanjut]:
        return self.terbaru + self.lama


def orang_di_papan(daftar: UsulanTindakLanjutQuerySet) -> QuerySet[UsulanTindakLanjut, int]:
    """Numbers of the people, the latest period first: the board turns its pages by person."""
    siapa = daftar.order_by().values("evaluasi__skp__pegawai_id", "evaluasi__skp__pegawai__nama")
    per_orang = siapa.annotate(terbaru=Max("evaluasi__periode__selesai_on"))
    urut = per_orang.order_by("-terbaru", "evaluasi__skp__pegawai__nama", "evaluasi__skp__pegawai_id")
    return urut.values_list("evaluasi__skp__pegawai_id", flat=True)


def usulan_per_orang(daftar: UsulanTindakLanjutQuerySet, nomor: Sequence[int]) -> list[UsulanOrang]:
    """Of these people, in their order. One query."""
    per_orang: dict[int, list[UsulanTindakLanjut]] = {satu: [] for satu in nomor}
    baris = daftar.with_people().filter(evaluasi__skp__pegawai__in=list(nomor))
    for satu in baris.order_by("-evaluasi__periode__selesai_on", "-evaluasi__periode__id", "tindakan", "id"):
        per_orang[satu.evaluasi.skp.pegawai_id].append(satu)
    return [
        UsulanOrang(
            pegawai=isi[0].evaluasi.skp.pegawai,
            terbaru=[u for u in isi if u.evaluasi.periode_id == isi[0].evaluasi.periode_id],
            lama=[u for u in isi if u.evaluasi.periode_id != isi[0].evaluasi.periode_id],
        )
        for isi in per_orang.values()
        if isi
    ]


def _counts(daftar: UsulanTindakLanjutQuerySet) -> list[tuple[str, str, int]]:
    return list(daftar.order_by().values_list("tindakan", "status").annotate(n=Count("pk")))


def periode_menunggu(user: User) -> QuerySet[Periode]:
    """Periods of which a proposal waits for this admin."""
    menunggu = UsulanTindakLanjut.objects.visible_to(user).filter(status=StatusUsulan.MENUNGGU)
    return Periode.objects.filter(pk__in=menunggu.order_by().values("evaluasi__periode_id")).order_by(
        "selesai_on", "id"
    )
