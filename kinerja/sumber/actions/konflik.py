"""Pairs that do not rate one another."""

from __future__ import annotations

from datetime import date

from kinerja.kepegawaian.models import Pegawai
from kinerja.sumber.istilah import JenisKonflik
from kinerja.sumber.models import Konflik


def add_konflik(satu: Pegawai, lain: Pegawai, *, jenis: JenisKonflik, on: date) -> Konflik | None:
    """Inside an action that has asked for permission and holds the transaction. Nobody is in conflict with himself."""
    if satu.pk == lain.pk:
        return None
    pertama, kedua = sorted((satu, lain), key=lambda pegawai: pegawai.pk)
    konflik, _ = Konflik.objects.get_or_create(
        satu=pertama, lain=kedua, jenis=jenis, selesai_on=None, defaults={"mulai_on": on}
    )
    return konflik
