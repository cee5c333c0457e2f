"""The plan of a year: begun from the built-in one, then changed freely by those who carry it out."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from kinerja.acara.actions.dasar import CannotHold
from kinerja.acara.istilah import JenisAcara, KeadaanLangkah
from kinerja.acara.models import Acara, LangkahSosialisasi, RencanaSosialisasi
from kinerja.acara.permissions import can_plan_sosialisasi
from kinerja.jejak import actions as jejak
from kinerja.lib.baris import lock_row
from kinerja.lib.versi import berubah_meski

if TYPE_CHECKING:
    from datetime import datetime

    from kinerja.akun.models import User
    from kinerja.kepegawaian.models import Instansi, Pegawai, UnitKerja

_BAKU = Path(__file__).parent.parent / "rencana_baku.toml"
_MEDAN = ("judul", "untuk", "unit_kerja", "batas_on", "penanggung", "acara", "catatan")


class CannotChangePlan(CannotHold):
    """The plan cannot be changed like this; the message says what to do instead."""


class StaleLangkah(CannotChangePlan):
    """Somebody saved it in between; the caller keeps what was typed."""


@dataclass(frozen=True, kw_only=True)
class IsianLangkah:
    judul: str
    untuk: str
    batas_on: date
    unit_kerja: UnitKerja | None = None
    penanggung: Pegawai | None = None
    acara: Acara | None = None
    catatan: str = ""


@dataclass(frozen=True, kw_only=True)
class LangkahBaku:
    """A step of the built-in plan; `hari` counts from the start."""

    judul: str
    untuk: str
    hari: int
    acara: str = ""
    catatan: str = ""


@cache
def daftar_langkah_baku() -> tuple[LangkahBaku, ...]:
    isi = tomllib.loads(_BAKU.read_text(encoding="utf-8"))
    return tuple(LangkahBaku(**langkah) for langkah in isi["langkah"])


@transaction.atomic
def start_rencana(instansi: Instansi, *, mulai_on: date, by: User, at: datetime) -> RencanaSosialisasi:
    if not can_plan_sosialisasi(by, instansi):
        raise PermissionDenied
    kini = instansi.tanggal(at)
    if abs((mulai_on - kini).days) > 366:
        raise CannotChangePlan("Pilih tanggal mulai dalam setahun dari hari ini.")
    try:
        with transaction.atomic():
            rencana = RencanaSosialisasi.objects.create(
                instansi=instansi, tahun=mulai_on.year, mulai_on=mulai_on, created_at=at, dibuat_oleh=by
            )
    except IntegrityError:
        raise CannotChangePlan(f"Rencana {mulai_on.year} sudah ada. Ubah langkah-langkahnya saja.") from None
    LangkahSosialisasi.objects.bulk_create(
        [
            LangkahSosialisasi(
                rencana=rencana,
                judul=satu.judul,
                untuk=satu.untuk,
                batas_on=_weekday(mulai_on + timedelta(days=satu.hari)),
                jenis_acara=JenisAcara(satu.acara).value if satu.acara else "",
                catatan=satu.catatan,
            )
            for satu in daftar_langkah_baku()
        ]
    )
    jejak.record("sosialisasi.rencana", rencana, by=by, at=at, rincian={"mulai_on": mulai_on})
    return rencana


@transaction.atomic
def save_langkah(
    rencana: RencanaSosialisasi,
    isian: IsianLangkah,
    *,
    langkah: LangkahSosialisasi | None = None,
    versi: str = "",
    by: User,
    at: datetime,
) -> LangkahSosialisasi:
    """A new one, or the one given as it was in `versi`."""
    rencana = _lock(rencana, by)
    if langkah is not None:
        langkah = _lock_langkah(langkah, by)
        if versi != langkah.versi:
            raise StaleLangkah(berubah_meski("Langkah"))
    for milik in (isian.unit_kerja, isian.penanggung, isian.acara):
        if milik is not None and milik.instansi_id != rencana.instansi_id:
            raise PermissionDenied
    if abs((isian.batas_on - rencana.mulai_on).days) > 2 * 366:
        raise CannotChangePlan("Tanggalnya terlalu jauh dari awal rencana. Periksa tahunnya.")
    langkah = langkah or LangkahSosialisasi(rencana=rencana)
    for nama in _MEDAN:
        setattr(langkah, nama, getattr(isian, nama))
    langkah.save()
    jejak.record("sosialisasi.langkah", langkah, by=by, at=at, rincian=_of(langkah))
    return langkah


@transaction.atomic
def mark_langkah(
    langkah: LangkahSosialisasi, *, keadaan: KeadaanLangkah, by: User, at: datetime
) -> LangkahSosialisasi:
    """Done shows who and when; taken back, it shows nobody."""
    langkah = _lock_langkah(langkah, by)
    if langkah.keadaan == keadaan:
        return langkah
    selesai = keadaan == KeadaanLangkah.SELESAI
    langkah.keadaan = keadaan.value
    langkah.selesai_at, langkah.selesai_oleh = (at, by) if selesai else (None, None)
    langkah.save(update_fields=["keadaan", "selesai_at", "selesai_oleh"])
    rincian = _of(langkah) | {"keadaan": keadaan.label}
    jejak.record("sosialisasi.tandai", langkah, by=by, at=at, rincian=rincian)
    return langkah


@transaction.atomic
def remove_langkah(langkah: LangkahSosialisasi, *, by: User, at: datetime) -> None:
    langkah = _lock_langkah(langkah, by)
    if langkah.keadaan == KeadaanLangkah.SELESAI:
        raise CannotChangePlan("Langkah yang sudah selesai tetap tercatat. Buka lagi dahulu bila keliru.")
    jejak.record("sosialisasi.hapus_langkah", langkah, by=by, at=at, rincian=_of(langkah))
    langkah.delete()


def _lock(rencana: RencanaSosialisasi, by: User) -> RencanaSosialisasi:
    terkunci: RencanaSosialisasi = lock_row(RencanaSosialisasi.objects.select_related("instansi"), rencana.pk)
    if not can_plan_sosialisasi(by, terkunci.instansi):
        raise PermissionDenied
    return terkunci


def _lock_langkah(langkah: LangkahSosialisasi, by: User) -> LangkahSosialisasi:
    rencana = _lock(langkah.rencana, by)
    terkunci: LangkahSosialisasi | None = (
        LangkahSosialisasi.objects.select_for_update().filter(pk=langkah.pk).order_by("pk").first()
    )
    if terkunci is None:
        raise CannotChangePlan("Langkah ini sudah dihapus dari layar lain.")
    terkunci.rencana = rencana
    return terkunci


def _weekday(on: date) -> date:
    """Nobody is invited on a weekend."""
    return on + timedelta(days=max(0, 7 - on.weekday()) if on.weekday() > 4 else 0)


def _of(langkah: LangkahSosialisasi) -> dict[str, object]:
    return {"langkah": langkah.judul, "batas_on": langkah.batas_on}
