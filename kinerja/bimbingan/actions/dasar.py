"""What every action of guidance begins with."""

from __future__ import annotations

from kinerja.bimbingan.istilah import KeadaanBimbingan
from kinerja.bimbingan.models import Bimbingan
from kinerja.lib.baris import lock_row


class CannotGuide(Exception):
    """This step cannot be taken now; the message says why, and what can be done instead."""


class StaleBimbingan(CannotGuide):
    """What was read is no longer what stands there."""

    def __init__(self) -> None:
        super().__init__(
            "Isinya berubah sejak halaman ini Anda buka. Baca lagi di bawah, lalu tandatangani bila sudah sesuai."
        )


def lock_bimbingan(bimbingan: Bimbingan) -> Bimbingan:
    terkunci: Bimbingan = lock_row(Bimbingan.objects.with_people(), bimbingan.pk)
    return terkunci


def require_running(bimbingan: Bimbingan) -> None:
    if bimbingan.berjalan:
        return
    if bimbingan.keadaan == KeadaanBimbingan.DITANDATANGANI:
        raise CannotGuide(
            "Pembimbing sudah menandatangani, jadi isinya terkunci. Pegawai dapat menandatangani atau mengembalikannya."
        )
    raise CannotGuide(
        f"Bimbingan ini {KeadaanBimbingan(bimbingan.keadaan).label.lower()}, jadi isinya tidak dapat diubah."
    )


def touch(bimbingan: Bimbingan) -> None:
    """What anybody has on his screen is an older version from now on."""
    bimbingan.revisi += 1
    bimbingan.save(update_fields=["revisi"])
