"""Asking for a place, and the word of the penilai."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.jejak import actions as jejak
from kinerja.kepegawaian.istilah import StatusPegawai
from kinerja.kepegawaian.lingkup import lingkup
from kinerja.kepegawaian.queries.penilai import atasan_dari, penempatan_kini
from kinerja.lib.tanggal import format_tanggal
from kinerja.pelatihan.actions.dasar import (
    CannotTrain,
    lock_kelas,
    lock_peserta,
    require_alive,
    require_reason,
    today,
)
from kinerja.pelatihan.actions.kursi import clash
from kinerja.pelatihan.istilah import BERAKHIR, AsalUsulan, KeadaanKelas, KeadaanPeserta
from kinerja.pelatihan.models import KelasPelatihan, PesertaPelatihan
from kinerja.pelatihan.permissions import can_manage_pelatihan, can_register, is_penilai_of

if TYPE_CHECKING:
    from datetime import date, datetime

    from kinerja.akun.models import User
    from kinerja.kepegawaian.models import Pegawai


class CannotRegister(CannotTrain):
    """The request cannot be made or answered; the message says why."""


@transaction.atomic
def register_peserta(
    kelas: KelasPelatihan,
    *,
    pegawai: Pegawai,
    alasan: str = "",
    asal: AsalUsulan = AsalUsulan.SENDIRI,
    sepakat_penilai: Pegawai | None = None,
    by: User,
    at: datetime,
) -> PesertaPelatihan:
    """What the penilai proposes he has approved already; where nobody assesses, nobody has to be asked.

    `sepakat_penilai`: who agreed to it in the person's plan; only the admin who carries out plans may say so.
    """
    kelas = lock_kelas(kelas.pk)
    on = today(kelas, at)
    if not can_register(by, pegawai, on=on):
        raise PermissionDenied
    _check(kelas, pegawai, on=on)
    penilai_id = atasan_dari(pegawai.pk, on=on)
    saya = lingkup(by).pegawai
    disetujui = penilai_id is None or (saya is not None and saya.pk == penilai_id)
    if sepakat_penilai is not None and can_manage_pelatihan(by, kelas.pelatihan.instansi):
        disetujui, penilai_id = True, sepakat_penilai.pk
    peserta = PesertaPelatihan(
        kelas=kelas,
        pegawai=pegawai,
        penempatan=penempatan_kini(pegawai, on=on),
        asal=asal,
        alasan=alasan.strip()[:1000],
        keadaan=KeadaanPeserta.DISETUJUI if disetujui else KeadaanPeserta.DIAJUKAN,
        diajukan_at=at,
        penilai_id=penilai_id if disetujui else None,
        disetujui_at=at if disetujui else None,
    )
    if bentrok := clash(peserta):
        raise CannotRegister(f"{pegawai.nama} sudah diterima di kelas lain pada hari yang sama: {bentrok}.")
    peserta.save(force_insert=True)
    rincian = {"kelas": kelas.pk, "pegawai": pegawai.pk, "asal": asal, "keadaan": peserta.keadaan}
    jejak.record("pelatihan.daftar", peserta, by=by, at=at, rincian=rincian)
    return peserta


def _check(kelas: KelasPelatihan, pegawai: Pegawai, *, on: date) -> None:
    require_alive(kelas, CannotRegister)
    if kelas.keadaan != KeadaanKelas.DIBUKA:
        raise CannotRegister("Pendaftaran kelas ini belum dibuka. Tunggu pengumumannya di halaman Pelatihan.")
    if on > kelas.batas_daftar_on:
        raise CannotRegister(
            f"Pendaftaran ditutup {format_tanggal(kelas.batas_daftar_on)}. Lihat kelas lain dari pelatihan yang sama, "
            "atau sampaikan minat Anda kepada penilai untuk angkatan berikutnya."
        )
    if pegawai.instansi_id != kelas.pelatihan.instansi_id or pegawai.status == StatusPegawai.BERHENTI:
        raise CannotRegister(f"{pegawai.nama} bukan pegawai aktif instansi penyelenggara kelas ini.")
    ada = kelas.daftar_peserta.filter(pegawai=pegawai).exclude(keadaan__in=BERAKHIR).order_by("id").first()
    if ada is not None:
        raise CannotRegister(
            f"{pegawai.nama} sudah terdaftar di kelas ini: {KeadaanPeserta(ada.keadaan).label.lower()}."
        )


@transaction.atomic
def approve_peserta(peserta: PesertaPelatihan, *, by: User, at: datetime) -> PesertaPelatihan:
    peserta = _begin(peserta, by=by, at=at)
    peserta.keadaan, peserta.disetujui_at = KeadaanPeserta.DISETUJUI, at
    peserta.penilai = lingkup(by).pegawai
    peserta.save(update_fields=["keadaan", "disetujui_at", "penilai"])
    jejak.record("pelatihan.setujui", peserta, by=by, at=at, rincian={"kelas": peserta.kelas_id})
    return peserta


@transaction.atomic
def refuse_peserta(peserta: PesertaPelatihan, *, alasan: str, by: User, at: datetime) -> PesertaPelatihan:
    peserta = _begin(peserta, by=by, at=at)
    peserta.catatan = require_reason(alasan, CannotRegister, pembaca=peserta.pegawai.nama)
    peserta.keadaan, peserta.diputus_at = KeadaanPeserta.DITOLAK, at
    peserta.penilai = lingkup(by).pegawai
    peserta.save(update_fields=["keadaan", "catatan", "diputus_at", "penilai"])
    rincian = {"kelas": peserta.kelas_id, "alasan": peserta.catatan}
    jejak.record("pelatihan.tolak", peserta, by=by, at=at, rincian=rincian)
    return peserta


def _begin(peserta: PesertaPelatihan, *, by: User, at: datetime) -> PesertaPelatihan:
    peserta = lock_peserta(peserta)
    if not is_penilai_of(by, peserta.pegawai_id, on=today(peserta.kelas, at)):
        raise PermissionDenied
    require_alive(peserta.kelas, CannotRegister)
    if peserta.keadaan != KeadaanPeserta.DIAJUKAN:
        raise CannotRegister(f"Ajuan ini sudah dijawab: {KeadaanPeserta(peserta.keadaan).label.lower()}.")
    return peserta
