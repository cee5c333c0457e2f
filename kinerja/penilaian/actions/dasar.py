"""What every action on an evaluation begins with."""

from __future__ import annotations

from kinerja.lib.baris import lock_row
from kinerja.penilaian.models import Evaluasi


class CannotEvaluate(Exception):
    """This step cannot be taken now; the message says why, and what can be done instead."""


class StaleEvaluasi(CannotEvaluate):
    """Somebody saved in between; the message says so, and the caller keeps what was typed."""


def lock(evaluasi: Evaluasi) -> Evaluasi:
    """The row, locked, with everything the rules ask about."""
    daftar = Evaluasi.objects.select_related(
        "instansi", "periode__instansi", "skp__pegawai", "skp__unit_kerja", "kebijakan__unit_kerja", "penilai",
        "atasan_penilai",
    )  # fmt: skip
    return lock_row(daftar, evaluasi.pk)
