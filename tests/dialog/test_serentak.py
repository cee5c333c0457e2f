"""Both press in the same instant: one talk, one hour, one answer."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kinerja.dialog import actions
from kinerja.dialog.models import CatatanPribadi, DialogKinerja
from kinerja.jejak.models import Catatan
from tests.factories.dialog import MULAI, PADA, buat_dialog, buat_usul, hubungan_of, jadwal, user
from tests.serentak import at_once, tables_are_shared  # noqa: F401 - pytest finds the fixture by its name

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("tables_are_shared")]


def test_two_proposals_at_once_are_one_talk(orang):
    hubungan = hubungan_of(orang)
    keduanya = [user(orang, slug) for slug in ("bu-sari", "pak-budi")]

    hasil = at_once(
        lambda nomor: actions.propose_dialog(hubungan, isian=jadwal(), by=keduanya[nomor], at=PADA),
        2,
        galat=actions.CannotTalk,
    )

    assert sorted(type(satu).__name__ for satu in hasil) == ["CannotTalk", "DialogKinerja"]
    assert DialogKinerja.objects.count() == 1


def test_yes_and_another_hour_at_once_never_agree_on_an_hour_nobody_accepted(orang):
    dialog = buat_usul(orang)
    sari, budi = user(orang, "bu-sari"), user(orang, "pak-budi")
    lain = jadwal(MULAI + timedelta(days=1))

    def press(nomor: int) -> DialogKinerja:
        if nomor:
            return actions.accept_dialog(dialog, revisi=0, by=budi, at=PADA)
        return actions.propose_other_time(dialog, isian=lain, revisi=0, by=sari, at=PADA)

    hasil = at_once(press, 2, galat=actions.CannotTalk)

    assert sorted(type(satu).__name__ for satu in hasil) == ["DialogBerubah", "DialogKinerja"]
    kini = DialogKinerja.objects.get()
    assert (kini.keadaan == "disepakati") is (kini.mulai_at == MULAI)
    assert Catatan.objects.filter(tindakan__in=["dialog.sepakati", "dialog.usul_waktu"]).count() == 1


def test_one_private_note_saved_twice_at_once_is_one_note(orang):
    dialog, sari = buat_dialog(orang), user(orang, "bu-sari")

    at_once(
        lambda _: actions.save_catatan_pribadi(dialog, teks="Ingat", by=sari, at=PADA),
        3,
        galat=actions.CannotTalk,
    )

    assert CatatanPribadi.objects.count() == 1
