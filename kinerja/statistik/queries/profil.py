"""The stored profiles as pages read them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from kinerja.kebijakan.models import Periode
from kinerja.statistik.istilah import URAIAN, UraianUkuran
from kinerja.statistik.models import LaporanPemerataan, StatistikPenilai

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from kinerja.akun.models import User
    from kinerja.kepegawaian.models import Pegawai


@dataclass(frozen=True, kw_only=True)
class Kumpulan:
    """Where the middle four fifths of the raters stand, and how many raters there are."""

    bawah: float
    atas: float
    n: int


@dataclass(frozen=True, kw_only=True)
class UkuranTampil:
    jenis: str
    dasar: str
    n_dinilai: int
    n_nilai: int
    nilai: float | None
    bawah: float | None
    atas: float | None
    pembanding: float | None
    tanda: bool
    kalimat: str
    kalimat_tim: str
    kumpulan: Kumpulan | None

    @property
    def uraian(self) -> UraianUkuran:
        return URAIAN[self.jenis]


@dataclass(frozen=True, kw_only=True)
class RingkasanTim:
    """What a team reads: raters with something to talk about, and how many others there are."""

    daftar: list[StatistikPenilai]
    tanpa_tanda: int


def daftar_ukuran(statistik: StatistikPenilai) -> list[UkuranTampil]:
    """Those worth a talk first, then the others, those without a figure last."""
    daftar = [_figure(isi) for isi in statistik.profil["ukuran"]]
    return sorted(daftar, key=lambda satu: (not satu.tanda, satu.nilai is None))


def _figure(isi: dict[str, Any]) -> UkuranTampil:
    kumpulan = isi["kumpulan"]
    return UkuranTampil(**{**isi, "kumpulan": Kumpulan(**kumpulan) if kumpulan else None})


def milik_saya(user: User) -> list[StatistikPenilai]:
    """One row for each period and office, newest first."""
    return list(
        StatistikPenilai.objects.visible_to(user)
        .select_related("periode", "unit_kerja")
        .order_by("-periode__selesai_on", "-periode_id", "sebagai")
    )


def belum_dibaca(pegawai: Pegawai, *, on: date) -> QuerySet[StatistikPenilai]:
    """Figures that only the rater can see so far, newest first."""
    daftar = StatistikPenilai.objects.filter(penilai=pegawai, dibaca_at=None, terbuka_bagi_tim_on__gt=on)
    return daftar.select_related("periode").order_by("-periode__selesai_on", "-id")


def periode_bagi_tim(user: User, *, on: date) -> list[Periode]:
    terbuka = StatistikPenilai.objects.open_to_team(user, on=on)
    return list(
        Periode.objects.filter(pk__in=terbuka.order_by().values("periode")).order_by(
            "-selesai_on", "tahap", "id"
        )
    )


def bagi_tim(user: User, periode: Periode, *, on: date) -> RingkasanTim:
    """By how strong the hint is: that says nothing of how good a penilai or his people are."""
    terbuka = list(
        StatistikPenilai.objects.open_to_team(user, on=on)
        .filter(periode=periode)
        .select_related("penilai", "unit_kerja")
        .order_by("petunjuk", "penilai__nama", "id")
    )
    bertanda = [satu for satu in terbuka if satu.tanda]
    return RingkasanTim(daftar=bertanda, tanpa_tanda=len(terbuka) - len(bertanda))


def daftar_laporan(user: User) -> list[LaporanPemerataan]:
    return list(
        LaporanPemerataan.objects.visible_to(user)
        .select_related("periode", "instansi")
        .order_by("-periode__selesai_on", "-periode_id")
    )
