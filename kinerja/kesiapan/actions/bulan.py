"""A month begins, and what it will ask is worded beforehand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.akun.models import User
from kinerja.jejak import actions as jejak
from kinerja.kepegawaian.models import Instansi
from kinerja.kesiapan.istilah import BANYAK_PERNYATAAN, PERNYATAAN_TERPANJANG, KeadaanDenyut
from kinerja.kesiapan.models import Denyut
from kinerja.kesiapan.permissions import can_edit_pernyataan
from kinerja.kesiapan.queries.bulan import bulan_berikutnya, bulan_dari, pernyataan_terakhir
from kinerja.lib.baris import lock_row
from kinerja.sumber.amplop import create_key


class CannotSetPernyataan(Exception):
    """The statements cannot be put like this; the message says what to change."""


@transaction.atomic
def open_denyut(instansi: Instansi, *, at: datetime) -> Denyut | None:
    """The month of today; None when it was opened before. By the clock, so nobody's permission is asked."""
    denyut = _lock(instansi, bulan_dari(instansi.tanggal(at)))
    if denyut.keadaan != KeadaanDenyut.DISIAPKAN:
        return None
    # A key left behind by an attempt that was killed here has sealed nothing yet.
    create_key(denyut.kode)
    denyut.keadaan, denyut.dibuka_at = KeadaanDenyut.BERJALAN, at
    denyut.save(update_fields=["keadaan", "dibuka_at"])
    jejak.record("denyut.buka", denyut, by=None, at=at)
    return denyut


@transaction.atomic
def set_pernyataan(instansi: Instansi, daftar: Sequence[str], *, by: User, at: datetime) -> Denyut:
    """For next month only: what people are answering now stays what it was when the first of them answered."""
    if not can_edit_pernyataan(by, instansi):
        raise PermissionDenied
    bersih = [" ".join(teks.split()) for teks in daftar]
    _check(bersih)
    denyut = _lock(instansi, bulan_berikutnya(instansi.tanggal(at)))
    if denyut.keadaan != KeadaanDenyut.DISIAPKAN:
        raise CannotSetPernyataan("Bulan itu sudah dibuka, jadi pernyataannya tidak dapat diubah lagi.")
    sebelum, denyut.pernyataan = denyut.pernyataan, bersih
    denyut.save(update_fields=["pernyataan"])
    jejak.record("denyut.pernyataan", denyut, by=by, at=at, rincian={"sebelum": sebelum, "menjadi": bersih})
    return denyut


def _check(daftar: list[str]) -> None:
    if len(daftar) != BANYAK_PERNYATAAN or not all(daftar):
        raise CannotSetPernyataan("Isi ketiga pernyataan. Tiga cukup untuk satu layar telepon.")
    if any(len(teks) > PERNYATAAN_TERPANJANG for teks in daftar):
        raise CannotSetPernyataan(
            f"Pernyataan paling panjang {PERNYATAAN_TERPANJANG} huruf, agar terbaca sekali pandang."
        )
    if len({teks.casefold() for teks in daftar}) < len(daftar):
        raise CannotSetPernyataan("Ada dua pernyataan yang sama. Ubah salah satunya.")


def _lock(instansi: Instansi, bulan: date) -> Denyut:
    awal = {"pernyataan": pernyataan_terakhir(instansi.pk, sebelum=bulan)}
    denyut, _ = Denyut.objects.get_or_create(instansi=instansi, bulan=bulan, defaults=awal)
    return lock_row(Denyut.objects.select_related("instansi"), denyut.pk)
