"""What runs in a process of its own, which may be killed: an import of people."""

from __future__ import annotations

import time

from django.core.management import call_command
from django.db import connection

from kinerja.demo.baca import find_pemeran
from kinerja.demo.tanam.organisasi import plant_organisasi
from kinerja.kepegawaian.actions.impor import check_impor, confirm_impor
from kinerja.kepegawaian.istilah import JenisImpor
from kinerja.kepegawaian.models import Impor, Pegawai
from tests.conftest import SEKARANG
from tests.kepegawaian.conftest import JUDUL, buat_xlsx

ORANG = 40


def prepare() -> None:
    """The organisation, and an import that waits to be confirmed."""
    call_command("migrate", verbosity=0)
    plant_organisasi()
    baris = [
        [f"1995010120990319{nomor:02}", f"Pegawai Baru {nomor}", "II/c", "PKU-DINKES-PKM-TENAYANRAYA", "Perawat Terampil", "01/02/2026", ""]
        for nomor in range(1, ORANG + 1)
    ]  # fmt: skip
    admin = _admin()
    check_impor(
        admin.instansi, jenis=JenisImpor.PEGAWAI, isi=buat_xlsx(JUDUL["pegawai"], *baris), nama="data.xlsx",
        by=admin.user, at=SEKARANG,
    )  # fmt: skip


def confirm(berhenti_di: str = "") -> None:
    """Confirms it; after the first row of the table named, says so and waits for the end."""

    def wait(execute, sql, params, many, context):
        hasil = execute(sql, params, many, context)
        if berhenti_di and sql.startswith(f'INSERT INTO "{berhenti_di}"'):
            print("di tengah", flush=True)
            time.sleep(60)
        return hasil

    with connection.execute_wrapper(wait):
        confirm_impor(Impor.objects.get(), by=_admin().user, at=SEKARANG)


def _admin() -> Pegawai:
    return Pegawai.objects.select_related("user", "instansi").get(nip=find_pemeran("pak-anton").nip)
