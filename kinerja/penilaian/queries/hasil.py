"""One's own results, and what can be done with one now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kinerja.penilaian.models import BELUM_DITETAPKAN, Evaluasi, EvaluasiQuerySet
from kinerja.penilaian.permissions import can_rate, can_take_over, is_owner
from kinerja.penilaian.queries.tenggat import DaftarKalender, Tenggat, penilai_diam, tenggat_berikut
from kinerja.peraturan.alur import StatusEvaluasi

if TYPE_CHECKING:
    from datetime import date

    from kinerja.akun.models import User


@dataclass(frozen=True, kw_only=True)
class Langkah:
    """What this person can do with this evaluation on this day."""

    terima: bool
    keberatan: bool
    nilai: bool
    tetapkan: bool
    serahkan: bool
    ambil_alih: bool
    tenggat: Tenggat | None


def daftar_hasil(user: User) -> EvaluasiQuerySet:
    """Own evaluations that were handed over, newest first."""
    daftar: EvaluasiQuerySet = (
        Evaluasi.objects.visible_to(user)
        .filter(skp__pegawai__user=user)
        .select_related("periode", "skp", "penilai")
        .order_by("-periode__tahun", "-periode__selesai_on", "periode__tahap", "-id")
    )
    return daftar


def per_tahun(daftar: Iterable[Evaluasi]) -> dict[int, list[Evaluasi]]:
    hasil: dict[int, list[Evaluasi]] = defaultdict(list)
    for evaluasi in daftar:
        hasil[evaluasi.periode.tahun].append(evaluasi)
    return dict(hasil)


def langkah(user: User, evaluasi: Evaluasi, *, on: date) -> Langkah:
    pemilik, penilai = is_owner(user, evaluasi), can_rate(user, evaluasi)
    kalender = DaftarKalender()
    jam = tenggat_berikut(evaluasi, on=on, kalender=kalender)
    status = StatusEvaluasi(evaluasi.status)
    dalam_waktu = jam is not None and not jam.terlambat
    return Langkah(
        terima=pemilik and status is StatusEvaluasi.DISERAHKAN,
        keberatan=pemilik
        and status is StatusEvaluasi.DITERIMA
        and not evaluasi.final_sejak_awal
        and dalam_waktu,
        nilai=penilai and status in BELUM_DITETAPKAN,
        tetapkan=penilai and status is StatusEvaluasi.DINILAI and bool(evaluasi.predikat),
        serahkan=penilai and status is StatusEvaluasi.DITETAPKAN,
        ambil_alih=can_take_over(user, evaluasi) and penilai_diam(evaluasi, on=on),
        tenggat=jam,
    )
