"""The side of the person who needs something."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.akun.models import User
from kinerja.dukungan import permissions
from kinerja.dukungan.istilah import JenisDukungan, JenisLangkah, KeadaanDukungan
from kinerja.dukungan.models import LangkahDukungan, PermintaanDukungan
from kinerja.dukungan.queries.batas import batas_jawab
from kinerja.jejak import actions as jejak
from kinerja.kepegawaian.lingkup import lingkup
from kinerja.kepegawaian.models import HubunganPenilai, Pegawai
from kinerja.kepegawaian.queries.penilai import penempatan_kini, penilai_kini
from kinerja.lib.baris import lock_row
from kinerja.lib.tanggal import format_tanggal
from kinerja.perencanaan.models import IndikatorKinerja, RencanaHasilKerja

TERBANYAK_TERBUKA = 20


class CannotSupport(Exception):
    """The step does not fit the request as it stands; the message says why and what to do."""


@dataclass(frozen=True, kw_only=True)
class IsianDukungan:
    """`indikator` brings its result along."""

    jenis: JenisDukungan
    uraian: str
    diinginkan_on: date
    rhk: RencanaHasilKerja | None = None
    indikator: IndikatorKinerja | None = None


@transaction.atomic
def ask_dukungan(*, isian: IsianDukungan, by: User, at: datetime) -> PermintaanDukungan:
    pegawai = lingkup(by).pegawai
    rhk = isian.indikator.rhk if isian.indikator else isian.rhk
    if pegawai is None or (rhk is not None and rhk.skp.pegawai_id != pegawai.pk):
        raise PermissionDenied
    pegawai = lock_row(Pegawai.objects.select_related("instansi"), pegawai.pk)
    on = pegawai.instansi.tanggal(at)
    penempatan = (
        rhk.skp.penempatan if rhk and rhk.skp.penempatan.berlaku(on) else penempatan_kini(pegawai, on=on)
    )
    hubungan = penilai_kini(penempatan) if penempatan else None
    _refuse(pegawai, isian, hubungan, on)
    assert penempatan is not None and hubungan is not None
    permintaan = PermintaanDukungan.objects.create(
        instansi=pegawai.instansi,
        pegawai=pegawai,
        penempatan=penempatan,
        rhk=rhk,
        indikator=isian.indikator,
        tentang=isian.indikator.teks if isian.indikator else rhk.teks if rhk else "",
        jenis=isian.jenis,
        uraian=isian.uraian.strip(),
        diinginkan_on=isian.diinginkan_on,
        penjawab=hubungan.penilai,
        batas_on=batas_jawab(penempatan, mulai=on),
        asked_at=at,
    )
    step(
        permintaan,
        JenisLangkah.DIMINTA,
        oleh=pegawai,
        kepada=hubungan.penilai,
        teks=isian.uraian.strip(),
        at=at,
    )
    rincian = {"jenis": isian.jenis.label, "batas_on": permintaan.batas_on}
    jejak.record("dukungan.minta", permintaan, by=by, at=at, rincian=rincian)
    return permintaan


def _refuse(pegawai: Pegawai, isian: IsianDukungan, hubungan: HubunganPenilai | None, on: date) -> None:
    if hubungan is None:
        raise CannotSupport(
            "Pejabat penilai Anda belum tercatat, jadi belum ada yang dapat menjawab. Laporkan ke admin kepegawaian."
        )
    if not isian.uraian.strip():
        raise CannotSupport("Tulis dalam satu kalimat apa yang Anda butuhkan dan untuk apa.")
    if isian.diinginkan_on < on:
        raise CannotSupport(
            f"Tanggal itu sudah lewat. Pilih hari ini ({format_tanggal(on)}) atau sesudahnya."
        )
    terbuka = PermintaanDukungan.objects.filter(pegawai=pegawai, keadaan=KeadaanDukungan.MENUNGGU)
    if terbuka.count() >= TERBANYAK_TERBUKA:
        raise CannotSupport(
            f"Anda punya {TERBANYAK_TERBUKA} permintaan yang belum dijawab. Tarik yang sudah tidak perlu, atau "
            "bicarakan dalam dialog kinerja."
        )


@transaction.atomic
def receive_dukungan(permintaan: PermintaanDukungan, *, by: User, at: datetime) -> PermintaanDukungan:
    permintaan = _lock_own(permintaan, by=by)
    _require_promised(permintaan)
    _close(permintaan, KeadaanDukungan.DITERIMA, at)
    step(permintaan, JenisLangkah.DITERIMA, oleh=permintaan.pegawai, at=at)
    jejak.record("dukungan.terima", permintaan, by=by, at=at)
    return permintaan


@transaction.atomic
def report_missing(
    permintaan: PermintaanDukungan, *, keterangan: str, by: User, at: datetime
) -> PermintaanDukungan:
    """What was promised did not come: the penilai is asked again, with a new limit."""
    permintaan = _lock_own(permintaan, by=by)
    _require_promised(permintaan)
    on = permintaan.instansi.tanggal(at)
    permintaan.keadaan = KeadaanDukungan.BELUM_DATANG.value
    permintaan.batas_on = batas_jawab(permintaan.penempatan, mulai=on)
    permintaan.naik_kepada, permintaan.naik_at = None, None
    permintaan.save(update_fields=["keadaan", "batas_on", "naik_kepada", "naik_at"])
    step(permintaan, JenisLangkah.BELUM_DATANG, oleh=permintaan.pegawai, teks=keterangan.strip(), at=at)
    jejak.record("dukungan.belum_datang", permintaan, by=by, at=at, rincian={"batas_on": permintaan.batas_on})
    return permintaan


@transaction.atomic
def withdraw_dukungan(permintaan: PermintaanDukungan, *, by: User, at: datetime) -> PermintaanDukungan:
    permintaan = _lock_own(permintaan, by=by)
    if not permintaan.belum_dijawab:
        raise CannotSupport(f"Permintaan ini {_state(permintaan)}, jadi tidak dapat ditarik lagi.")
    _close(permintaan, KeadaanDukungan.DITARIK, at)
    step(permintaan, JenisLangkah.DITARIK, oleh=permintaan.pegawai, at=at)
    jejak.record("dukungan.tarik", permintaan, by=by, at=at)
    return permintaan


def lock_dukungan(permintaan: PermintaanDukungan) -> PermintaanDukungan:
    return lock_row(PermintaanDukungan.objects.with_people(), permintaan.pk)


def step(
    permintaan: PermintaanDukungan,
    jenis: JenisLangkah,
    *,
    at: datetime,
    oleh: Pegawai | None = None,
    kepada: Pegawai | None = None,
    teks: str = "",
) -> None:
    LangkahDukungan.objects.create(
        permintaan=permintaan, jenis=jenis, oleh=oleh, kepada=kepada, teks=teks, at=at
    )


def _lock_own(permintaan: PermintaanDukungan, *, by: User) -> PermintaanDukungan:
    permintaan = lock_dukungan(permintaan)
    if not permissions.is_owner(by, permintaan):
        raise PermissionDenied
    return permintaan


def _require_promised(permintaan: PermintaanDukungan) -> None:
    if permintaan.keadaan != KeadaanDukungan.DIJANJIKAN:
        raise CannotSupport(
            f"Permintaan ini {_state(permintaan)}. Yang dapat ditandai hanya dukungan yang sudah dijanjikan."
        )


def _state(permintaan: PermintaanDukungan) -> str:
    return permintaan.get_keadaan_display().lower()


def _close(permintaan: PermintaanDukungan, keadaan: KeadaanDukungan, at: datetime) -> None:
    permintaan.keadaan, permintaan.closed_at = keadaan.value, at
    permintaan.save(update_fields=["keadaan", "closed_at"])
