"""Reporting behaviour (Format B.1.10), and what the unit of personnel makes of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.akun.models import User
from kinerja.bimbingan import permissions
from kinerja.bimbingan.actions.dasar import CannotGuide
from kinerja.bimbingan.actions.konseling import open_case
from kinerja.bimbingan.istilah import AsalKonseling, KeadaanLaporan
from kinerja.bimbingan.models import Konseling, KonselorTerdaftar, LaporanPerilaku
from kinerja.bimbingan.queries.konselor import umpan_balik_penilai
from kinerja.jejak import actions as jejak
from kinerja.lib.baris import lock_row
from kinerja.peraturan.bimbingan import kekurangan_laporan_perilaku
from kinerja.peraturan.perilaku import NilaiDasar
from kinerja.perencanaan.models import SKP
from kinerja.perencanaan.permissions import is_penilai

ALASAN_TERPENDEK = 10


class CannotReport(CannotGuide):
    """The behaviour cannot be reported like this; the message says what must come first."""


@dataclass(frozen=True, kw_only=True)
class IsianLaporan:
    daftar_nilai: Sequence[NilaiDasar]
    ekspektasi_khusus: str
    permasalahan: str
    serupa: bool
    upaya: str
    dikomunikasikan_on: date | None  # empty when it was not


@transaction.atomic
def report_perilaku(skp: SKP, isian: IsianLaporan, *, by: User, at: datetime) -> LaporanPerilaku:
    """Only after it was said to the person, with feedback to show for it. The person reads every word."""
    skp = lock_row(SKP.objects.select_related("instansi", "pegawai", "penilai"), skp.pk)
    if not is_penilai(by, skp) or skp.penilai is None:
        raise PermissionDenied
    jumlah = umpan_balik_penilai(skp, by=by).count()
    if halangan := _obstacle(skp, isian, jumlah, at=at):
        raise CannotReport(halangan)
    assert isian.dikomunikasikan_on is not None
    laporan = LaporanPerilaku.objects.create(
        instansi=skp.instansi,
        skp=skp,
        pegawai=skp.pegawai,
        penilai=skp.penilai,
        daftar_nilai=[satu.value for satu in NilaiDasar if satu in isian.daftar_nilai],
        ekspektasi_khusus=isian.ekspektasi_khusus.strip(),
        permasalahan=isian.permasalahan.strip(),
        serupa=isian.serupa,
        upaya=isian.upaya.strip(),
        dikomunikasikan_on=isian.dikomunikasikan_on,
        jumlah_umpan_balik=jumlah,
        sent_at=at,
    )
    jejak.record("perilaku.lapor", laporan, by=by, at=at, rincian={"umpan_balik": jumlah})
    return laporan


def _obstacle(skp: SKP, isian: IsianLaporan, jumlah: int, *, at: datetime) -> str:
    kurang = kekurangan_laporan_perilaku(
        dikomunikasikan=isian.dikomunikasikan_on is not None, jumlah_umpan_balik=jumlah
    )
    if kurang:
        return " ".join(kurang)
    assert isian.dikomunikasikan_on is not None
    if isian.dikomunikasikan_on > skp.instansi.tanggal(at):
        return "Tanggal menyampaikan kepada pegawai tidak boleh sesudah hari ini."
    if not isian.daftar_nilai:
        return "Pilih nilai dasar ASN yang menjadi dasar permasalahannya."
    if LaporanPerilaku.objects.filter(pegawai=skp.pegawai, keadaan=KeadaanLaporan.DIAJUKAN).exists():
        return (
            f"Laporan tentang {skp.pegawai.nama} masih menunggu unit kepegawaian. Tunggu jawabannya dahulu."
        )
    return ""


@transaction.atomic
def refer_laporan(
    laporan: LaporanPerilaku, konselor: KonselorTerdaftar, *, by: User, at: datetime
) -> Konseling:
    """Personnel decides that there shall be counselling, and by whom; the two of them agree on when."""
    laporan = _lock(laporan, by=by)
    konseling = open_case(laporan.pegawai, konselor, asal=AsalKonseling.DIRUJUK, laporan=laporan, at=at)
    _decide(laporan, KeadaanLaporan.DIRUJUK, by=by, at=at)
    jejak.record("perilaku.rujuk", laporan, by=by, at=at)
    return konseling


@transaction.atomic
def close_laporan(laporan: LaporanPerilaku, *, alasan: str, by: User, at: datetime) -> LaporanPerilaku:
    laporan = _lock(laporan, by=by)
    if len(alasan.strip()) < ALASAN_TERPENDEK:
        raise CannotReport("Tuliskan mengapa tidak perlu konseling; penilai dan pegawai membacanya.")
    laporan.putusan = alasan.strip()
    _decide(laporan, KeadaanLaporan.DITUTUP, by=by, at=at)
    jejak.record("perilaku.tutup", laporan, by=by, at=at)
    return laporan


def _lock(laporan: LaporanPerilaku, *, by: User) -> LaporanPerilaku:
    terkunci: LaporanPerilaku = lock_row(LaporanPerilaku.objects.with_people(), laporan.pk)
    if terkunci.keadaan != KeadaanLaporan.DIAJUKAN:
        raise CannotReport(f"Laporan ini sudah diputus: {KeadaanLaporan(terkunci.keadaan).label.lower()}.")
    if not permissions.can_decide_laporan(by, terkunci):
        raise PermissionDenied
    return terkunci


def _decide(laporan: LaporanPerilaku, keadaan: KeadaanLaporan, *, by: User, at: datetime) -> None:
    laporan.keadaan, laporan.decided_at, laporan.decided_by = keadaan, at, by
    laporan.save(update_fields=["keadaan", "decided_at", "decided_by", "putusan"])
