"""The penilai and the official above answer in the same instant; a line is ticked twice at once."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from kinerja.dukungan import actions
from kinerja.dukungan.istilah import Jawaban
from kinerja.dukungan.models import JanjiDukungan
from kinerja.jejak.models import Catatan
from tests.conftest import HARI_INI, SEKARANG
from tests.factories.dukungan import buat_lampiran, minta
from tests.factories.skp import buat_skp
from tests.serentak import at_once, tables_are_shared  # noqa: F401 - pytest finds the fixture by its name

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("tables_are_shared")]
LEWAT = datetime(2026, 3, 11, 2, 0, tzinfo=UTC)


def test_of_two_answers_at_once_the_first_stands(orang):
    permintaan = minta(orang)
    actions.raise_dukungan(permintaan, at=LEWAT)
    keduanya = [orang(slug).user for slug in ("bu-sari", "kepala-dinkes")]
    isian = actions.IsianJawaban(jawaban=Jawaban.DIPENUHI, tersedia_on=date(2026, 4, 1))

    hasil = at_once(
        lambda nomor: actions.answer_dukungan(permintaan, isian=isian, by=keduanya[nomor], at=LEWAT),
        2,
        galat=actions.CannotSupport,
    )

    assert sorted(type(satu).__name__ for satu in hasil) == ["CannotSupport", "PermintaanDukungan"]
    assert Catatan.objects.filter(tindakan="dukungan.jawab").count() == 1


def test_a_line_ticked_twice_at_once_has_one_row(orang):
    lampiran, budi = buat_lampiran(buat_skp(orang("pak-budi"), status="ditetapkan")), orang("pak-budi").user

    at_once(
        lambda _: actions.receive_janji(lampiran, diterima_on=HARI_INI, by=budi, at=SEKARANG),
        3,
        galat=actions.CannotSupport,
    )

    assert JanjiDukungan.objects.count() == 1
