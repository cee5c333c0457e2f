"""Two members of a meeting press in the same instant: one proposal, one answer, one mark."""

from __future__ import annotations

import pytest

from kinerja.jejak.models import Catatan
from kinerja.kalibrasi import actions
from kinerja.kalibrasi.models import Tanda, Usulan
from kinerja.metode.kalibrasi import ArahTanda
from kinerja.peraturan.predikat import Rating
from tests.factories.kalibrasi import SIDANG_AT, TANDA_AT, buat_sidang, evaluasi_of, user
from tests.serentak import at_once, tables_are_shared  # noqa: F401 - pytest finds the fixture by its name

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("tables_are_shared")]
ALASAN = "Tiga layanan selesai sebelum batas dan dipakai dua bidang lain; buktinya lengkap."
USUL = actions.IsianUsulan(rating_hasil=Rating.DI_ATAS, rating_perilaku=Rating.SESUAI, alasan=ALASAN)
NAIK = actions.IsianTanda(hasil=ArahTanda.NAIK, komentar="Waktu tunggu turun separuh.")


def test_two_proposals_about_one_person_are_one(orang):
    sidang, budi = buat_sidang(orang, keadaan="berlangsung"), evaluasi_of(orang, "pak-budi")
    pengusul = [user(orang, slug) for slug in ("bu-rina", "bu-yanti")]

    hasil = at_once(
        lambda nomor: actions.propose_usulan(sidang, budi, USUL, by=pengusul[nomor], at=SIDANG_AT),
        2,
        galat=actions.CannotPropose,
    )

    assert sorted(type(satu).__name__ for satu in hasil) == ["CannotPropose", "Usulan"]
    assert Usulan.objects.count() == 1


def test_of_yes_and_no_at_once_the_first_stands(orang):
    sidang, budi = buat_sidang(orang, keadaan="berlangsung"), evaluasi_of(orang, "pak-budi")
    usulan = actions.propose_usulan(sidang, budi, USUL, by=user(orang, "bu-rina"), at=SIDANG_AT)
    sari = user(orang, "bu-sari")

    def answer(nomor: int) -> Usulan:
        if nomor:
            return actions.accept_usulan(usulan, by=sari, at=SIDANG_AT)
        jawaban = "Dua dari tiga bukti itu milik tim lain, bukan miliknya."
        return actions.decline_usulan(usulan, jawaban=jawaban, by=sari, at=SIDANG_AT)

    hasil = at_once(answer, 2, galat=actions.CannotAnswer)

    assert sorted(type(satu).__name__ for satu in hasil) == ["CannotAnswer", "Usulan"]
    usulan.refresh_from_db()
    naik = evaluasi_of(orang, "pak-budi").rating_hasil == Rating.DI_ATAS
    assert naik is (usulan.keadaan == "diterima")
    jawaban = Catatan.objects.filter(tindakan__in=["kalibrasi.terima", "kalibrasi.tolak"])
    assert jawaban.count() == 1


def test_one_mark_saved_twice_at_once_is_one_mark(orang):
    sidang, budi = buat_sidang(orang), evaluasi_of(orang, "pak-budi")
    rina = user(orang, "bu-rina")

    at_once(
        lambda _: actions.mark_person(sidang, budi, NAIK, by=rina, at=TANDA_AT), 4, galat=actions.CannotMark
    )

    assert Tanda.objects.count() == 1
