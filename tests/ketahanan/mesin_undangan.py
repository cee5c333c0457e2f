"""What runs in processes of their own, which may be killed: invitations to several talks."""

from __future__ import annotations

import os
from datetime import timedelta

from django.core.management import call_command

from kinerja.dialog import actions
from kinerja.dialog.models import UndanganDialog
from kinerja.kepegawaian.models import HubunganPenilai, Pegawai
from kinerja.pekerjaan.actions import enqueue
from kinerja.pekerjaan.pekerja import Pekerja
from tests.conftest import plant
from tests.factories.dialog import PADA, jadwal

BANYAK = 4


def prepare() -> None:
    call_command("migrate", verbosity=0)
    plant()
    pasangan = HubunganPenilai.objects.filter(
        selesai_on=None, penempatan__jenis="definitif", penempatan__pegawai__user__isnull=False
    ).select_related("penempatan__pegawai__user", "penilai__user")
    for hubungan in pasangan.order_by("id")[:BANYAK]:
        for pegawai in (hubungan.penempatan.pegawai, hubungan.penilai):
            Pegawai.objects.filter(pk=pegawai.pk).update(email=f"p{pegawai.pk}@contoh.go.id")
        usul = actions.propose_dialog(hubungan, isian=jadwal(), by=hubungan.penilai.user, at=PADA)
        actions.accept_dialog(usul, revisi=0, by=hubungan.penempatan.pegawai.user, at=PADA)


def ask() -> None:
    enqueue("dialog.kirim_undangan", by=None, at=PADA)


def work() -> None:
    at = PADA + timedelta(minutes=int(os.environ.get("KINERJA_UJI_MENIT", "0")))
    Pekerja(clock=lambda: at).drain()


def report() -> None:
    for baris in UndanganDialog.objects.order_by("id").values_list("dialog", "penerima__email", "keadaan"):
        print(*baris)
