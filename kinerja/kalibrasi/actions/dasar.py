"""What every action of a meeting begins with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied

from kinerja.kalibrasi.models import Peserta, Sidang
from kinerja.kalibrasi.queries.orang import terlihat
from kinerja.kepegawaian.lingkup import lingkup
from kinerja.lib.baris import lock_row

if TYPE_CHECKING:
    from datetime import datetime

    from kinerja.akun.models import User
    from kinerja.penilaian.models import Evaluasi


class CannotCalibrate(Exception):
    """This step cannot be taken now; the message says why, and what can be done instead."""


def lock_sidang(sidang: Sidang) -> Sidang:
    return lock_row(Sidang.objects.select_related("unit_kerja", "periode", "instansi", "ketua"), sidang.pk)


def require_voice(sidang: Sidang, evaluasi: Evaluasi, *, by: User, at: datetime) -> Peserta:
    """The participant, if he has a voice and the person is one of those he sees; PermissionDenied otherwise."""
    pegawai = lingkup(by).pegawai
    peserta = Peserta.objects.filter(sidang=sidang, pegawai=pegawai).first() if pegawai else None
    if peserta is None or not peserta.bersuara:
        raise PermissionDenied
    on = sidang.instansi.tanggal(at)
    if not terlihat(sidang, pegawai, on=on).filter(pk=evaluasi.pk).exists():
        raise PermissionDenied
    return peserta
