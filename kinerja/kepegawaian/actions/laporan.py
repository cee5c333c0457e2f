""" "Atasan saya salah": said by the person, settled by the admin of his unit."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from kinerja.akun.models import User
from kinerja.jejak import actions as jejak
from kinerja.kepegawaian.istilah import StatusLaporan
from kinerja.kepegawaian.models import LaporanPenilaiSalah, Pegawai, Penempatan
from kinerja.kepegawaian.permissions import can_manage_kepegawaian
from kinerja.lib.baris import lock_row


class CannotReport(Exception):
    """The report cannot be sent or settled; the message says what to do."""


@transaction.atomic
def report_penilai(
    penempatan: Penempatan, *, usulan: Pegawai | None, keterangan: str, by: User, at: datetime
) -> LaporanPenilaiSalah:
    """The holder of the post says that somebody else is his penilai; `usulan` is None when he does not know who."""
    if penempatan.pegawai.user_id != by.pk:
        raise PermissionDenied
    if usulan and usulan.pk == penempatan.pegawai_id:
        raise CannotReport("Anda tidak dapat menilai diri sendiri. Pilih orang lain, atau pilih tidak tahu.")
    if usulan and usulan.instansi_id != penempatan.pegawai.instansi_id:
        raise CannotReport("Orang yang Anda pilih bekerja di instansi lain. Pilih dari instansi Anda.")
    try:
        with transaction.atomic():
            laporan = LaporanPenilaiSalah.objects.create(
                penempatan=penempatan, usulan=usulan, keterangan=keterangan, dilaporkan_at=at
            )
    except IntegrityError:
        raise CannotReport(
            "Laporan Anda sebelumnya masih diperiksa. Tunggu jawabannya dahulu; Anda tidak perlu mengirim lagi."
        ) from None
    jejak.record(
        "kepegawaian.lapor_penilai", laporan, by=by, at=at, rincian={"usulan": usulan.pk if usulan else None}
    )
    return laporan


@transaction.atomic
def reject_laporan(laporan: LaporanPenilaiSalah, *, tanggapan: str, by: User, at: datetime) -> None:
    settle(laporan, status=StatusLaporan.DITOLAK, tanggapan=tanggapan, by=by, at=at)


def settle(
    laporan: LaporanPenilaiSalah, *, status: StatusLaporan, tanggapan: str, by: User, at: datetime
) -> LaporanPenilaiSalah:
    """The answer the person reads. Inside the caller's transaction: an approval moves more than this row."""
    laporan = lock_row(
        LaporanPenilaiSalah.objects.select_related("penempatan__unit_kerja", "penempatan__pegawai"),
        laporan.pk,
    )
    if not can_manage_kepegawaian(by, jalur=laporan.penempatan.unit_kerja.jalur):
        raise PermissionDenied
    if laporan.status != StatusLaporan.BARU:
        raise CannotReport(
            f"Laporan ini sudah {laporan.get_status_display().lower()}. Tidak ada yang perlu dilakukan lagi."
        )
    if not tanggapan.strip():
        raise CannotReport("Tulis jawaban untuk pelapor, supaya ia tahu apa yang diputuskan dan mengapa.")
    laporan.status = status
    laporan.tanggapan = tanggapan
    laporan.diputus_at = at
    laporan.diputus_oleh = by
    laporan.save(update_fields=["status", "tanggapan", "diputus_at", "diputus_oleh"])
    jejak.record(f"kepegawaian.laporan_{status}", laporan, by=by, at=at, rincian={"tanggapan": tanggapan})
    return laporan
