from datetime import timedelta, timezone

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kinerja.jejak.actions import record, sidik_dari
from kinerja.jejak.models import Catatan
from kinerja.kepegawaian.models import Penempatan
from tests.conftest import SEKARANG

pytestmark = pytest.mark.django_db


def test_record_is_one_insert(orang):
    """On PostgreSQL followed by word to whoever watches (docs/adr/0020)."""
    budi = orang("pak-budi")
    with CaptureQueriesContext(connection) as tertangkap:
        record("uji.catat", budi, by=budi.user, at=SEKARANG, rincian={"a": [1, "b"]}, dasar="Pasal 1")

    tulis, *kabar = [satu["sql"] for satu in tertangkap.captured_queries]
    assert tulis.startswith("INSERT")
    assert [satu.split("(")[0] for satu in kabar] == ["SELECT pg_notify"] * (
        connection.vendor == "postgresql"
    )


def test_fingerprint_is_the_same_after_reading_back_from_another_zone(orang):
    budi = orang("pak-budi")
    wit = SEKARANG.astimezone(timezone(timedelta(hours=9)))

    catatan = record("uji.catat", budi, by=None, at=wit, rincian={"tanggal": SEKARANG.date(), 3: 1.5})

    dibaca = Catatan.objects.get(pk=catatan.pk)
    assert sidik_dari(dibaca.isi()) == dibaca.sidik


def test_event_belongs_to_the_instansi_its_row_leads_to(orang):
    budi = orang("pak-budi")
    penempatan = Penempatan.objects.with_people().get(pegawai=budi)

    assert record("uji.catat", penempatan, by=None, at=SEKARANG).instansi_id == budi.instansi_id
    assert record("uji.catat", budi.instansi, by=None, at=SEKARANG).instansi_id == budi.instansi_id


def test_event_on_a_row_outside_any_instansi_belongs_to_that_of_the_actor(orang):
    budi = orang("pak-budi")
    akun = budi.user
    akun._state.fields_cache["pegawai"] = budi

    assert record("uji.catat", akun, by=akun, at=SEKARANG).instansi_id == budi.instansi_id
