"""Two press for the last seat in the same instant; one person enters the code on two telephones."""

from __future__ import annotations

import pytest

from kinerja.acara import actions
from kinerja.acara.istilah import JawabanAcara
from kinerja.acara.models import PesertaAcara
from kinerja.acara.queries.kode import KODE
from kinerja.jejak.models import Catatan
from tests.conftest import SEKARANG
from tests.factories.acara import MULAI, buat_acara, user_of
from tests.serentak import at_once, tables_are_shared  # noqa: F401 - pytest finds the fixture by its name

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("tables_are_shared")]


def test_the_last_seat_and_the_one_row_of_a_person(orang):
    acara = buat_acara(orang, kursi=1)
    dua = [user_of(orang(slug)) for slug in ("pak-budi", "bu-dewi")]

    hasil = at_once(
        lambda nomor: actions.answer_acara(acara, jawaban=JawabanAcara.HADIR, by=dua[nomor], at=SEKARANG),
        2,
        galat=actions.CannotAttend,
    )
    kode = KODE.new_pendek(str(acara.pk), at=MULAI)
    at_once(
        lambda _: actions.enter_code(acara, kode=kode, by=dua[0], at=MULAI), 3, galat=actions.CannotAttend
    )

    assert sorted(type(satu).__name__ for satu in hasil) == ["CannotAttend", "PesertaAcara"]
    assert PesertaAcara.objects.filter(pegawai__user=dua[0]).count() == 1
    assert Catatan.objects.filter(tindakan="acara.hadir").count() == 1
