"""Reading the trail from where it was left: which units have to be counted again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from kinerja.jejak.models import Catatan
from kinerja.kepegawaian.models import Penempatan, UnitKerja
from kinerja.pantau.actions.hitung import rebuild, recount_units, saat_semua
from kinerja.pantau.models import Kedudukan
from kinerja.perencanaan.models import SKP

SEKALI_BACA = 2000
CELAH_DITUNGGU = timedelta(minutes=10)
CELAH_DIINGAT = 500  # the newest: an older number was given up by its transaction long ago
# Which path leads from the object of an event to the units whose figures it may move; "*" is the whole instansi.
_JALAN: dict[str, tuple[type[Any], str]] = {
    "perencanaan.skp": (SKP, "pk"),
    "penilaian.evaluasi": (SKP, "daftar_evaluasi"),
    "tindak_lanjut.keberatan": (SKP, "daftar_evaluasi__keberatan"),
    "pelaksanaan.realisasi": (SKP, "daftar_realisasi"),
    "kepegawaian.penempatan": (Penempatan, "pk"),
    "kepegawaian.hubunganpenilai": (Penempatan, "daftar_penilai"),
    "kepegawaian.pegawai": (Penempatan, "pegawai"),
    "kepegawaian.laporanpenilaisalah": (Penempatan, "daftar_laporan"),
    "dialog.dialogkinerja": (Penempatan, "daftar_dialog_kinerja"),
    "kepegawaian.unitkerja": (UnitKerja, "pk"),
    "layanan.layananpublik": (UnitKerja, "daftar_layanan"),
}
_SELURUHNYA = frozenset(
    {"kebijakan.periode", "kebijakan.kebijakan", "kepegawaian.impor", "kepegawaian.instansi"}
)
# What concerns a session or a role: whoever watches as that person has to ask again.
TINDAKAN_AKUN = frozenset(
    {
        "akun.keluar", "akun.keluar_perangkat_lain", "akun.ganti_sandi", "akun.sandi_sementara",
        "kepegawaian.cabut_peran", "kepegawaian.beri_peran",
    }
)  # fmt: skip
# The same of a post: who heads a unit watches it, and no longer than that.
TINDAKAN_PEGAWAI = frozenset(
    {"kepegawaian.pindah", "kepegawaian.tunjuk_pelaksana", "kepegawaian.akhiri_pelaksana"}
)


@dataclass(kw_only=True)
class Bacaan:
    """What some lines of the trail mean for whoever shows figures."""

    unit_ids: set[int] = field(default_factory=set)
    instansi_ids: set[int] = field(default_factory=set)


def follow(*, at: datetime) -> Bacaan:
    """Counts again what the new lines touch. A line that commits late is still read: its number was noted as missing."""
    kedudukan = Kedudukan.objects.filter(pk=1).order_by("pk").first()
    if kedudukan is None:
        _begin(at=at)
        return Bacaan()
    baris, sampai, celah = _new_lines(kedudukan, at=at)
    bacaan = _read(baris)
    daftar = saat_semua(at=at)
    bacaan.instansi_ids |= {n for n, saat in daftar.items() if kedudukan.saat.get(str(n)) != saat.sidik}
    semua = UnitKerja.objects.filter(instansi__in=bacaan.instansi_ids).order_by("pk")
    recount_units(bacaan.unit_ids | set(semua.values_list("pk", flat=True)), daftar, at=at)
    saat = {str(n): daftar[n].sidik for n in daftar}
    if baris or celah != kedudukan.celah or saat != kedudukan.saat:
        Kedudukan.objects.filter(pk=1).update(sampai_id=sampai, celah=celah, saat=saat)
    return bacaan


def _begin(*, at: datetime) -> None:
    """The first time: everything is counted, from here on only what happens."""
    terakhir = Catatan.objects.order_by("-id").values_list("id", flat=True).first() or 0
    Kedudukan.objects.update_or_create(pk=1, defaults={"sampai_id": terakhir})
    rebuild(at=at)


def _new_lines(kedudukan: Kedudukan, *, at: datetime) -> tuple[list[tuple[Any, ...]], int, dict[str, str]]:
    kolom = ("id", "objek_jenis", "objek_id", "tindakan", "instansi_id", "rincian")
    daftar = Catatan.objects.order_by("id").values_list(*kolom)
    baru = list(daftar.filter(id__gt=kedudukan.sampai_id)[:SEKALI_BACA])
    celah = {int(nomor): sejak for nomor, sejak in kedudukan.celah.items()}
    susulan = list(daftar.filter(id__in=list(celah))) if celah else []
    sampai = baru[-1][0] if baru else kedudukan.sampai_id
    hilang = set(range(kedudukan.sampai_id + 1, sampai + 1)) - {satu[0] for satu in baru}
    tiba = {satu[0] for satu in susulan}
    masih = {
        n: s for n, s in celah.items() if n not in tiba and datetime.fromisoformat(s) > at - CELAH_DITUNGGU
    }
    masih |= dict.fromkeys(sorted(hilang)[-CELAH_DIINGAT:], at.isoformat())
    return [*susulan, *baru], sampai, {str(n): s for n, s in masih.items()}


def _read(baris: Iterable[tuple[Any, ...]]) -> Bacaan:
    bacaan = Bacaan()
    per: dict[str, set[str]] = defaultdict(set)
    for _, jenis, objek, tindakan, instansi, rincian in baris:
        if tindakan == "evaluasi.buka":
            per["perencanaan.skp"] |= {str(nomor) for nomor in rincian.get("skp", ())}
        elif jenis in _SELURUHNYA and instansi is not None:
            bacaan.instansi_ids.add(instansi)
        elif jenis in _JALAN:
            per[jenis].add(objek)
    for jenis, daftar in per.items():
        bacaan.unit_ids |= _units(jenis, sorted(daftar))
    return bacaan


def _units(jenis: str, daftar: list[str]) -> set[int]:
    model, jalan = _JALAN[jenis]
    kolom = "pk" if model is UnitKerja else "unit_kerja_id"
    hasil: set[int] = set()
    for mulai in range(0, len(daftar), 500):
        baris = model.objects.filter(**{f"{jalan}__in": daftar[mulai : mulai + 500]}).order_by("pk")
        hasil |= set(baris.values_list(kolom, flat=True))
    return hasil
