"""How the predikat of the whole instansi spread over its units, as everybody may read it: no small group shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from django.db.models import Count, F

from kinerja.kebijakan.models import Periode, Tahap
from kinerja.kepegawaian.lingkup import jalur_cabang
from kinerja.kepegawaian.models import UnitKerja
from kinerja.metode.kelompok_kecil import MINIMAL, tutup_tabel
from kinerja.penilaian.models import BELUM_DISERAHKAN, Evaluasi
from kinerja.peraturan.predikat import Predikat

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, kw_only=True)
class BarisSebaran:
    """One unit right below the root; None where a number would tell on somebody."""

    unit: UnitKerja
    jumlah: int | None
    per_predikat: dict[Predikat, int | None]
    milik_saya: bool


@dataclass(frozen=True, kw_only=True)
class SebaranUnit:
    daftar: list[BarisSebaran]
    total: int | None
    per_predikat: dict[Predikat, int | None]
    minimal: int = MINIMAL

    @property
    def ada_tersembunyi(self) -> bool:
        return any(n is None for baris in self.daftar for n in (baris.jumlah, *baris.per_predikat.values()))


def daftar_periode_terbit(instansi_id: int, *, on: date) -> list[Periode]:
    """Periods whose evaluation is over: a table that still fills up would tell who came last."""
    return list(
        Periode.objects.filter(
            instansi_id=instansi_id,
            tahap__in=(Tahap.PERIODIK, Tahap.TAHUNAN),
            tahun__in=(on.year, on.year - 1, on.year - 2),
            jendela_selesai_on__lt=on,
            ditutup_at__isnull=False,
        ).order_by("-selesai_on", "tahap", "id")
    )


def sebaran_unit(periode: Periode, *, unit_saya: UnitKerja | None) -> SebaranUnit | None:
    """One table for the whole instansi and no smaller one beside it, so that nothing can be subtracted."""
    akar = UnitKerja.objects.filter(instansi_id=periode.instansi_id, induk=None).order_by("id").first()
    if akar is None:
        return None
    hitungan = _counts(periode, akar)
    unit = {
        satu.jalur: satu
        for satu in UnitKerja.objects.filter(jalur__in={jalur for jalur, _ in hitungan}).order_by("nama")
    }
    if not unit:
        return None
    sel = np.array([[hitungan.get((jalur, p), 0) for p in Predikat] for jalur in unit], dtype=np.int64)
    tertutup = tutup_tabel(sel)
    return SebaranUnit(
        daftar=[
            BarisSebaran(
                unit=satu,
                jumlah=jumlah,
                per_predikat=dict(zip(Predikat, isi, strict=True)),
                milik_saya=unit_saya is not None
                and unit_saya.jalur.startswith(satu.jalur)
                and satu.induk_id is not None,
            )
            for satu, jumlah, isi in zip(unit.values(), tertutup.baris, tertutup.sel, strict=True)
        ],
        total=tertutup.total,
        per_predikat=dict(zip(Predikat, tertutup.kolom, strict=True)),
    )


def _counts(periode: Periode, akar: UnitKerja) -> dict[tuple[str, str], int]:
    """People by the unit right below the root they belong to, and predikat, of what has been handed over."""
    daftar = (
        Evaluasi.objects.filter(periode=periode)
        .exclude(predikat="")
        .exclude(status__in=BELUM_DISERAHKAN)
        .order_by()
        .annotate(cabang=jalur_cabang(akar.jalur, kolom="skp__unit_kerja__jalur"))
        .values_list("cabang", F("predikat"))
        .annotate(n=Count("pk"))
    )
    return {(cabang, predikat): n for cabang, predikat, n in daftar}
