"""The stored trace, made ready to be read by the person it is about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from kinerja.penilaian.permissions import can_read_sumber
from kinerja.penilaian.queries.tertutup import tutup_undian
from kinerja.peraturan.distribusi import TitikKurva, pola_distribusi
from kinerja.peraturan.predikat import CapaianOrganisasi, Predikat, Rating

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from kinerja.akun.models import User
    from kinerja.penilaian.models import Evaluasi


@dataclass(frozen=True, kw_only=True)
class Peristiwa:
    """A line of the course of this evaluation."""

    judul: str
    at: datetime
    oleh: str = ""
    ikon: str = ""


@dataclass(frozen=True, kw_only=True)
class PerubahanKalibrasi:
    """One change in a calibration: what moved, as (what, from, to) in words, and why."""

    daftar_pindah: tuple[tuple[str, str, str], ...]
    alasan: str
    diusulkan_sebagai: str
    diterima_oleh: str
    at: datetime
    menjadi: tuple[str, str]


@dataclass(frozen=True, kw_only=True)
class Mengapa:
    """`jejak` is empty for a result that was brought in from another system; `tertutup`: without drawn sources."""

    jejak: dict[str, Any]
    tertutup: bool
    pola: tuple[TitikKurva, ...]
    daftar_rujukan: tuple[str, ...]
    daftar_peristiwa: tuple[Peristiwa, ...]

    @property
    def daftar_hasil(self) -> list[dict[str, Any]]:
        """With targets and realisations as numbers again, as the range bar wants them."""
        daftar: list[dict[str, Any]] = self.jejak.get("daftar_hasil", [])
        return [
            {**hasil, "daftar_indikator": [_angka(i) for i in hasil["daftar_indikator"]]} for hasil in daftar
        ]

    @property
    def daftar_perubahan(self) -> list[PerubahanKalibrasi]:
        """What was changed in a calibration, first to last."""
        return [_change(satu) for satu in self.jejak.get("kalibrasi", [])]


def mengapa(evaluasi: Evaluasi, *, user: User | AnonymousUser) -> Mengapa:
    """As this reader may see it: what drawn sources said is for the person and the two officials above him."""
    jejak: dict[str, Any] = evaluasi.jejak_hitung or {}
    tertutup = not can_read_sumber(user, evaluasi)
    if tertutup:
        jejak = tutup_undian(jejak)
    kode = evaluasi.capaian_organisasi
    return Mengapa(
        jejak=jejak,
        tertutup=tertutup,
        pola=pola_distribusi(capaian=CapaianOrganisasi(kode)) if kode else (),
        daftar_rujukan=tuple(dict.fromkeys(_citations(jejak))),
        daftar_peristiwa=_course(evaluasi, jejak),
    )


def _change(satu: dict[str, Any]) -> PerubahanKalibrasi:
    lama, baru = satu["from"], satu["to"]
    daftar = [
        ("Hasil kerja", Rating(lama["rating_hasil"]), Rating(baru["rating_hasil"])),
        ("Perilaku kerja", Rating(lama["rating_perilaku"]), Rating(baru["rating_perilaku"])),
        ("Predikat", Predikat(lama["predikat"]), Predikat(baru["predikat"])),
    ]
    return PerubahanKalibrasi(
        daftar_pindah=tuple((nama, dari.label, ke.label) for nama, dari, ke in daftar if dari != ke),
        alasan=satu["reason"],
        diusulkan_sebagai=satu["proposed_by"],
        diterima_oleh=satu["accepted_by"],
        at=datetime.fromisoformat(satu["at"]),
        menjadi=(baru["rating_hasil"], baru["rating_perilaku"]),
    )


def _citations(jejak: dict[str, Any]) -> list[str]:
    daftar = list((jejak.get("predikat") or {}).get("rujukan", []))
    for bagian in ("hasil", "perilaku"):
        if bagian in jejak:
            daftar.append(jejak[bagian]["rujukan"])
    for hasil in jejak.get("daftar_hasil", [])[:1]:
        daftar += hasil["rujukan"]
    for panduan in jejak.get("panduan_ipk", []):
        daftar += panduan["rujukan"]
    return daftar + list((jejak.get("capaian_organisasi") or {}).get("rujukan", []))


def _course(evaluasi: Evaluasi, jejak: dict[str, Any]) -> tuple[Peristiwa, ...]:
    pegawai = evaluasi.skp.pegawai.nama
    penanda = (
        evaluasi.atasan_penilai if evaluasi.oleh_atasan and evaluasi.atasan_penilai else evaluasi.penilai
    )
    langkah = [
        ("Dinilai", evaluasi.dinilai_at, (jejak.get("dinilai") or {}).get("oleh", penanda.nama), "pensil"),
        ("Ditetapkan", evaluasi.ditetapkan_at, penanda.nama, "tanda_tangan"),
        ("Diserahkan kepada pegawai", evaluasi.diserahkan_at, penanda.nama, "kirim"),
        ("Diterima pegawai", evaluasi.diterima_at, pegawai, "cek"),
        ("Menjadi final", evaluasi.final_at, "", "kunci"),
    ]
    return tuple(
        Peristiwa(judul=judul, at=at, oleh=oleh, ikon=ikon)
        for judul, at, oleh, ikon in langkah
        if at is not None
    )


def _angka(indikator: dict[str, Any]) -> dict[str, Any]:
    kolom = ("bawah", "atas", "realisasi")
    return indikator | {k: Decimal(indikator[k]) if indikator[k] is not None else None for k in kolom}
