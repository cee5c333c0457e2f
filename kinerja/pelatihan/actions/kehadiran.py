"""Attendance of one day: from the list of whoever runs the class, or by the person himself with the code on the screen."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.jejak import actions as jejak
from kinerja.kepegawaian.lingkup import lingkup
from kinerja.lib.tanggal import format_tanggal
from kinerja.pelatihan.actions.dasar import CannotTrain, lock_kelas, require_alive, today
from kinerja.pelatihan.istilah import CaraHadir, KeadaanPeserta
from kinerja.pelatihan.models import KehadiranPelatihan, KelasPelatihan
from kinerja.pelatihan.permissions import can_run_kelas
from kinerja.pelatihan.queries.kode_hadir import read_konfirmasi

if TYPE_CHECKING:
    from datetime import date, datetime

    from kinerja.akun.models import User


class CannotAttend(CannotTrain):
    """The attendance cannot be kept; the message says why."""


def check_day(kelas: KelasPelatihan, hari_on: date, *, on: date) -> None:
    if not kelas.mulai_on <= hari_on <= kelas.selesai_on:
        raise CannotAttend(
            f"{format_tanggal(hari_on)} di luar hari kelas ini, {kelas.masa}. Pilih hari lain."
        )
    if hari_on > on:
        raise CannotAttend(
            f"{format_tanggal(hari_on)} belum tiba. Kehadiran dicatat pada harinya atau sesudahnya."
        )


@transaction.atomic
def save_attendance(
    kelas: KelasPelatihan, *, hari_on: date, daftar_hadir: Collection[int], by: User, at: datetime
) -> int:
    """The whole list of a day by the numbers of the participants; how somebody came in by QR stays as it is.

    One's own row stays as it is too: others write it down, or one's own scan does.
    """
    kelas = lock_kelas(kelas.pk)
    if not can_run_kelas(by, kelas):
        raise PermissionDenied
    require_alive(kelas, CannotAttend)
    check_day(kelas, hari_on, on=today(kelas, at))
    akun = dict(
        kelas.daftar_peserta.filter(keadaan=KeadaanPeserta.DITERIMA)
        .order_by("id")
        .values_list("pk", "pegawai__user_id")
    )
    sendiri = {nomor for nomor, user_id in akun.items() if user_id == by.pk}
    peserta = akun.keys() - sendiri
    tercatat = KehadiranPelatihan.objects.filter(peserta__kelas=kelas, hari_on=hari_on)
    lama = dict(tercatat.order_by("id").values_list("peserta_id", "pk"))
    if sendiri & set(daftar_hadir) - lama.keys():
        raise CannotAttend(
            "Kehadiran Anda sendiri tidak dapat Anda catat di daftar ini. Pindai QR di layar kelas, atau minta petugas "
            "lain atau admin mencatatnya."
        )
    hadir = peserta & set(daftar_hadir)
    dicoret = sorted((lama.keys() & peserta) - hadir)
    tercatat.filter(peserta_id__in=dicoret).delete()
    baru = sorted(hadir - lama.keys())
    KehadiranPelatihan.objects.bulk_create(
        [
            KehadiranPelatihan(
                peserta_id=nomor, hari_on=hari_on, cara=CaraHadir.DAFTAR, dicatat_at=at, dicatat_oleh=by
            )
            for nomor in baru
        ]
    )
    jumlah = len(hadir | (sendiri & lama.keys()))
    if baru or dicoret:
        rincian = {"hari": hari_on, "hadir": jumlah, "ditambah": baru, "dicoret": dicoret}
        jejak.record("pelatihan.hadir", kelas, by=by, at=at, rincian=rincian)
    return jumlah


@transaction.atomic
def confirm_attendance(konfirmasi: str, *, by: User, at: datetime) -> KehadiranPelatihan:
    """By the person himself, on the day itself. Twice stays once."""
    hari = read_konfirmasi(konfirmasi, user_id=by.pk, at=at)
    pegawai = lingkup(by).pegawai
    if hari is None or pegawai is None:
        raise CannotAttend("Konfirmasi ini sudah kedaluwarsa. Pindai lagi QR yang tampil di layar kelas.")
    kelas = lock_kelas(hari.kelas_id)
    require_alive(kelas, CannotAttend)
    if hari.hari_on != today(kelas, at):
        raise CannotAttend(
            "QR hanya berlaku pada hari itu. Minta petugas kelas mencatat Anda di daftar hadir."
        )
    check_day(kelas, hari.hari_on, on=hari.hari_on)
    peserta = (
        kelas.daftar_peserta.filter(pegawai=pegawai, keadaan=KeadaanPeserta.DITERIMA).order_by("id").first()
    )
    if peserta is None:
        raise CannotAttend("Anda tidak tercatat sebagai peserta kelas ini. Bicarakan dengan petugas kelas.")
    kehadiran, baru = KehadiranPelatihan.objects.get_or_create(
        peserta=peserta,
        hari_on=hari.hari_on,
        defaults={"cara": CaraHadir.QR, "dicatat_at": at, "dicatat_oleh": by},
    )
    if baru:
        rincian = {"hari": hari.hari_on, "cara": CaraHadir.QR, "ditambah": [peserta.pk]}
        jejak.record("pelatihan.hadir", kelas, by=by, at=at, rincian=rincian)
    return kehadiran
