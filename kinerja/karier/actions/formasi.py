"""How many posts there are of a functional post and level."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.akun.models import User
from kinerja.jejak import actions as jejak
from kinerja.karier.models import FormasiJF
from kinerja.karier.permissions import can_keep_formasi
from kinerja.kepegawaian.models import Instansi
from kinerja.lib.baris import lock_row
from kinerja.peraturan.identitas import JenjangJF


class CannotSetFormasi(Exception):
    """The number cannot be kept; the message says why."""


@transaction.atomic
def set_formasi(
    instansi: Instansi, *, nama: str, jenjang: JenjangJF, jumlah: int, dasar: str, by: User, at: datetime
) -> FormasiJF:
    """A number for the same post and level takes the place of the former one."""
    if not can_keep_formasi(by, instansi):
        raise PermissionDenied
    nama, dasar = " ".join(nama.split()), dasar.strip()
    if not nama or not dasar:
        raise CannotSetFormasi("Isi nama jabatan fungsional dan dasarnya.")
    if nama.casefold().endswith(jenjang.label.casefold()):
        raise CannotSetFormasi(
            f"Tulis nama jabatannya tanpa jenjang, misalnya “{nama[: -len(jenjang.label)].strip()}”."
        )
    lama = (
        FormasiJF.objects.select_for_update()
        .filter(instansi=instansi, nama__iexact=nama, jenjang=jenjang)
        .order_by("id")
        .first()
    )
    formasi = lama or FormasiJF(instansi=instansi, nama=nama, jenjang=jenjang)
    sebelum = lama.jumlah if lama else None
    formasi.jumlah, formasi.dasar, formasi.recorded_at = jumlah, dasar, at
    formasi.save()
    rincian = {"jabatan": f"{nama} {jenjang.label}", "sebelum": sebelum, "jumlah": jumlah, "dasar": dasar}
    jejak.record("karier.formasi", formasi, by=by, at=at, rincian=rincian)
    return formasi


@transaction.atomic
def remove_formasi(formasi: FormasiJF, *, by: User, at: datetime) -> None:
    formasi = lock_row(FormasiJF.objects.select_related("instansi"), formasi.pk)
    if not can_keep_formasi(by, formasi.instansi):
        raise PermissionDenied
    jejak.record(
        "karier.formasi_hapus",
        formasi,
        by=by,
        at=at,
        rincian={"jabatan": f"{formasi.nama} {formasi.get_jenjang_display()}", "jumlah": formasi.jumlah},
    )
    formasi.delete()
