"""What every action on an evaluation begins with."""

from __future__ import annotations

from kinerja.penilaian.models import Evaluasi


class CannotEvaluate(Exception):
    """This step cannot be taken now; the message says why, and what can be done instead."""


class StaleEvaluasi(CannotEvaluate):
    """Somebody saved in between; the message says so, and the caller keeps what was typed."""


def lock(evaluasi: Evaluasi) -> Evaluasi:
    """The row, locked, with everything the rules ask about."""
    return (
        Evaluasi.objects.select_for_update(of=("self",))
        .select_related(
            "instansi", "periode__instansi", "skp__pegawai", "skp__unit_kerja", "kebijakan__unit_kerja", "penilai",
            "atasan_penilai",
        )
        .get(pk=evaluasi.pk)
    )  # fmt: skip
