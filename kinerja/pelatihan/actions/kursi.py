"""Seats: who gets one, who waits, and who moves up when one is given back.

A seat has a number, and no number is held twice: two decisions at the same moment cannot give away the last seat two times.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.jejak import actions as jejak
from kinerja.kepegawaian.istilah import StatusPegawai
from kinerja.pelatihan.actions.dasar import (
    CannotTrain,
    lock_peserta,
    require_alive,
    require_reason,
    today,
)
from kinerja.pelatihan.istilah import BERJALAN, KeadaanPeserta
from kinerja.pelatihan.models import KelasPelatihan, PesertaPelatihan
from kinerja.pelatihan.permissions import can_manage_pelatihan, can_withdraw

if TYPE_CHECKING:
    from datetime import datetime

    from kinerja.akun.models import User


class CannotSeat(CannotTrain):
    """The seat cannot be given or given back; the message says why."""


def clash(peserta: PesertaPelatihan) -> str:
    """Another class of the same days in which the person already has a seat; empty when there is none."""
    lain = PesertaPelatihan.objects.filter(
        pegawai=peserta.pegawai_id,
        keadaan=KeadaanPeserta.DITERIMA,
        kelas__mulai_on__lte=peserta.kelas.selesai_on,
        kelas__selesai_on__gte=peserta.kelas.mulai_on,
    ).exclude(kelas=peserta.kelas_id)
    bentrok = lain.select_related("kelas__pelatihan").order_by("kelas__mulai_on", "id").first()
    return f"{bentrok.kelas}, {bentrok.kelas.masa}" if bentrok else ""


def gone(peserta: PesertaPelatihan) -> bool:
    """Moved to another instansi, or left the service, since he asked."""
    orang = peserta.pegawai
    return orang.instansi_id != peserta.kelas.pelatihan.instansi_id or orang.status == StatusPegawai.BERHENTI


@transaction.atomic
def accept_peserta(peserta: PesertaPelatihan, *, by: User, at: datetime) -> PesertaPelatihan:
    """A seat while there is one, a place on the waiting list after that. Asked twice it stays one seat."""
    peserta = lock_peserta(peserta)
    kelas = peserta.kelas
    if not can_manage_pelatihan(by, kelas.pelatihan.instansi):
        raise PermissionDenied
    require_alive(kelas, CannotSeat)
    if peserta.keadaan in (KeadaanPeserta.DITERIMA, KeadaanPeserta.DAFTAR_TUNGGU):
        return peserta
    if peserta.pegawai.user_id == by.pk:
        raise CannotSeat(
            f"Kursi {peserta.pegawai.nama} tidak dapat diputus oleh dirinya sendiri. Minta admin lain menerimanya."
        )
    if peserta.keadaan == KeadaanPeserta.DIAJUKAN:
        raise CannotSeat(f"Penilai {peserta.pegawai.nama} belum menyetujui. Tunggu persetujuannya dahulu.")
    if peserta.keadaan != KeadaanPeserta.DISETUJUI:
        raise CannotSeat(f"{peserta.pegawai.nama} sudah tidak menunggu keputusan: {_label(peserta)}.")
    if gone(peserta):
        raise CannotSeat(
            f"{peserta.pegawai.nama} sudah tidak bekerja di instansi ini. Tolak ajuannya dengan alasan itu."
        )
    if bentrok := clash(peserta):
        raise CannotSeat(
            f"{peserta.pegawai.nama} sudah diterima di kelas lain pada hari yang sama: {bentrok}."
        )
    peserta.diputus_at = at
    nomor = _free_seat(kelas)
    if nomor is None:
        peserta.keadaan, peserta.antre_at = KeadaanPeserta.DAFTAR_TUNGGU, at
    else:
        peserta.keadaan, peserta.nomor_kursi = KeadaanPeserta.DITERIMA, nomor
    peserta.save(update_fields=["keadaan", "nomor_kursi", "diputus_at", "antre_at"])
    tindakan = "pelatihan.terima" if nomor else "pelatihan.tunggu"
    jejak.record(tindakan, peserta, by=by, at=at, rincian=_of(peserta))
    return peserta


@transaction.atomic
def decline_peserta(peserta: PesertaPelatihan, *, alasan: str, by: User, at: datetime) -> PesertaPelatihan:
    peserta = lock_peserta(peserta)
    if not can_manage_pelatihan(by, peserta.kelas.pelatihan.instansi):
        raise PermissionDenied
    require_alive(peserta.kelas, CannotSeat)
    if peserta.keadaan not in BERJALAN:
        raise CannotSeat(f"{peserta.pegawai.nama} sudah tidak menunggu keputusan: {_label(peserta)}.")
    catatan = require_reason(alasan, CannotSeat, pembaca=peserta.pegawai.nama)
    return _leave(peserta, KeadaanPeserta.DITOLAK, catatan, "pelatihan.tolak", by=by, at=at)


@transaction.atomic
def withdraw_peserta(peserta: PesertaPelatihan, *, alasan: str, by: User, at: datetime) -> PesertaPelatihan:
    """The seat goes to whoever waits longest, unless the class has begun."""
    peserta = lock_peserta(peserta)
    if not can_withdraw(by, peserta):
        raise PermissionDenied
    require_alive(peserta.kelas, CannotSeat)
    if peserta.keadaan == KeadaanPeserta.MENGUNDURKAN_DIRI:
        return peserta
    if peserta.keadaan not in BERJALAN:
        raise CannotSeat(f"Tidak ada yang perlu dibatalkan: {_label(peserta)}.")
    catatan = require_reason(alasan, CannotSeat, pembaca="Panitia")
    return _leave(peserta, KeadaanPeserta.MENGUNDURKAN_DIRI, catatan, "pelatihan.undur", by=by, at=at)


def _leave(
    peserta: PesertaPelatihan,
    keadaan: KeadaanPeserta,
    catatan: str,
    tindakan: str,
    *,
    by: User,
    at: datetime,
) -> PesertaPelatihan:
    berkursi = peserta.nomor_kursi is not None
    peserta.keadaan, peserta.nomor_kursi = keadaan, None
    peserta.catatan, peserta.diputus_at = catatan, at
    peserta.save(update_fields=["keadaan", "nomor_kursi", "catatan", "diputus_at"])
    jejak.record(tindakan, peserta, by=by, at=at, rincian=_of(peserta) | {"alasan": catatan})
    if berkursi and today(peserta.kelas, at) < peserta.kelas.mulai_on:
        promote(peserta.kelas, by=by, at=at)
    return peserta


def promote(kelas: KelasPelatihan, *, by: User, at: datetime) -> list[PesertaPelatihan]:
    """Fills free seats from the waiting list, who waits longest first. The caller holds the lock of the class."""
    naik: list[PesertaPelatihan] = []
    antrean = kelas.daftar_peserta.filter(keadaan=KeadaanPeserta.DAFTAR_TUNGGU).select_related("pegawai")
    for peserta in antrean.order_by("antre_at", "id"):
        nomor = _free_seat(kelas)
        if nomor is None:
            break
        peserta.kelas = kelas
        if gone(peserta) or clash(peserta):
            continue
        peserta.keadaan, peserta.nomor_kursi, peserta.diputus_at = KeadaanPeserta.DITERIMA, nomor, at
        peserta.save(update_fields=["keadaan", "nomor_kursi", "diputus_at"])
        jejak.record("pelatihan.naik", peserta, by=by, at=at, rincian=_of(peserta))
        naik.append(peserta)
    return naik


def fit_seats(kelas: KelasPelatihan, kursi: int, *, galat: type[CannotTrain]) -> None:
    """Fewer seats than people is refused; a high number moves down to a free one."""
    duduk = list(kelas.daftar_peserta.filter(nomor_kursi__isnull=False).order_by("nomor_kursi"))
    if len(duduk) > kursi:
        raise galat(
            f"Sudah {len(duduk)} orang diterima, jadi kursi tidak dapat dikurangi menjadi {kursi}. "
            "Keluarkan peserta dahulu, atau biarkan jumlahnya."
        )
    terpakai = {satu.nomor_kursi for satu in duduk}
    kosong = iter(nomor for nomor in range(1, kursi + 1) if nomor not in terpakai)
    for satu in duduk:
        if satu.nomor_kursi is not None and satu.nomor_kursi > kursi:
            satu.nomor_kursi = next(kosong)
            satu.save(update_fields=["nomor_kursi"])


def _free_seat(kelas: KelasPelatihan) -> int | None:
    terpakai = set(
        kelas.daftar_peserta.filter(nomor_kursi__isnull=False)
        .order_by("nomor_kursi")
        .values_list("nomor_kursi", flat=True)
    )
    return next((nomor for nomor in range(1, kelas.kursi + 1) if nomor not in terpakai), None)


def _label(peserta: PesertaPelatihan) -> str:
    return KeadaanPeserta(peserta.keadaan).label.lower()


def _of(peserta: PesertaPelatihan) -> dict[str, object]:
    return {"kelas": peserta.kelas_id, "pegawai": peserta.pegawai_id, "keadaan": peserta.keadaan}
