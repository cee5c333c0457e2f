"""What lampiran SKP promised is ticked off by the person, and survives when the plan is written again."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db.models import Q

from kinerja.dukungan import actions
from kinerja.dukungan.models import JanjiDukungan
from kinerja.dukungan.queries import baris_janji, lampiran_dukungan
from kinerja.jejak.models import Catatan
from kinerja.perencanaan.models import LampiranSKP
from tests.conftest import HARI_INI, SEKARANG
from tests.factories.dukungan import buat_lampiran
from tests.factories.skp import buat_skp


@pytest.fixture
def lampiran(orang):
    return buat_lampiran(buat_skp(orang("pak-budi"), status="ditetapkan"))


def daftar(orang):
    isi = lampiran_dukungan(Q(skp__pegawai=orang("pak-budi")), tahun=2026)
    return baris_janji(isi["lampiran"], isi["janji"])


def terima(orang, lampiran, slug="pak-budi", on=HARI_INI):
    return actions.receive_janji(lampiran, diterima_on=on, by=orang(slug).user, at=SEKARANG)


def test_a_line_is_promised_until_the_person_ticks_it_off(orang, lampiran):
    assert [b.diterima for b in daftar(orang)] == [False]

    janji = terima(orang, lampiran)

    assert [b.diterima for b in daftar(orang)] == [True]
    assert Catatan.objects.of_object(janji).get().tindakan == "dukungan.janji_diterima"


def test_the_penilai_notes_and_does_not_tick(orang, lampiran):
    with pytest.raises(PermissionDenied):
        terima(orang, lampiran, "bu-sari")
    with pytest.raises(PermissionDenied):
        actions.note_janji(lampiran, catatan="Masih dilelang", by=orang("pak-budi").user, at=SEKARANG)

    actions.note_janji(lampiran, catatan="Masih dilelang", by=orang("bu-sari").user, at=SEKARANG)

    assert [b.janji.catatan_penilai for b in daftar(orang)] == ["Masih dilelang"]


@pytest.mark.parametrize(
    ("hari", "kata"), [(date(2026, 3, 3), "belum tiba"), (date(2020, 1, 1), "terlalu jauh")]
)
def test_an_impossible_day_is_refused(orang, lampiran, hari, kata):
    with pytest.raises(actions.CannotSupport, match=kata):
        terima(orang, lampiran, on=hari)


def test_a_slip_is_taken_back(orang, lampiran):
    terima(orang, lampiran)

    actions.unreceive_janji(lampiran, by=orang("pak-budi").user, at=SEKARANG)

    assert [b.diterima for b in daftar(orang)] == [False]


def test_a_plan_that_was_written_again_keeps_its_ticks(orang, lampiran):
    terima(orang, lampiran)
    LampiranSKP.objects.filter(pk=lampiran.pk).delete()
    buat_lampiran(lampiran.skp)

    assert [b.diterima for b in daftar(orang)] == [True]
    assert JanjiDukungan.objects.count() == 1


def test_another_section_of_lampiran_is_no_support(orang, lampiran):
    LampiranSKP.objects.filter(pk=lampiran.pk).update(jenis="konsekuensi")
    lampiran.refresh_from_db()

    with pytest.raises(actions.CannotSupport):
        terima(orang, lampiran)
