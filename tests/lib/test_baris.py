"""Who waited for a row reads it as the one before left it, with all that hangs on it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Event
from time import sleep

import pytest
from django.db import connection, transaction

from kinerja.kepegawaian.models import UnitKerja
from kinerja.lib.baris import lock_row
from tests.serentak import tables_are_shared  # noqa: F401 - pytest finds the fixture by its name


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("tables_are_shared")
def test_a_relation_changed_while_waiting_is_the_new_one(orang):
    instansi = orang("pak-budi").instansi
    induk = UnitKerja.objects.create(instansi=instansi, kode="BARU", nama="Induk baru", jalur="/baru/")
    unit = UnitKerja.objects.create(instansi=instansi, kode="PINDAH", nama="Unit pindah", jalur="/pindah/")
    dipegang = Event()

    def hold() -> None:
        try:
            with transaction.atomic():
                kini = lock_row(UnitKerja.objects.all(), unit.pk)
                dipegang.set()
                sleep(0.3)  # long enough for the other one to queue up behind the lock
                kini.induk = induk
                kini.save(update_fields=["induk"])
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as kolam:
        pemegang = kolam.submit(hold)
        assert dipegang.wait(5)
        with transaction.atomic():
            kini = lock_row(UnitKerja.objects.select_related("induk"), unit.pk)
        pemegang.result()

    assert kini.induk == induk


@pytest.mark.django_db
def test_a_row_outside_the_list_does_not_exist(orang):
    instansi = orang("pak-budi").instansi
    unit = UnitKerja.objects.create(instansi=instansi, kode="LAIN", nama="Unit lain", jalur="/lain/")

    with pytest.raises(UnitKerja.DoesNotExist):
        lock_row(UnitKerja.objects.exclude(pk=unit.pk), unit.pk)
