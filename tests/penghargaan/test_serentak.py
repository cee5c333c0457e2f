"""In the same instant: one juror has one ballot, a count and a vote do not cross, one colleague names once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from kinerja.penghargaan import actions
from kinerja.penghargaan.models import PenerimaPenghargaan, SuaraPenghargaan, TerimaKasih, UsulanPenghargaan
from tests.conftest import SEKARANG
from tests.factories.penghargaan import (
    ALASAN,
    HITUNG_AT,
    JURI_AT,
    PUTUS_AT,
    USUL_AT,
    buat_program,
    calon_of,
    hasil_tahunan,
    pilih,
    program_berjuri,
    program_terhitung,
    putusan,
    user,
)

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*daftar_kerja) -> list[object]:
    def work(kerja) -> object:
        try:
            return kerja()
        except actions.CannotAward as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(daftar_kerja)) as kolam:
        return list(kolam.map(work, daftar_kerja))


@pytest.fixture(autouse=True)
def _threads_share_the_tables():
    if connection.vendor == "sqlite" and connection.is_in_memory_db():
        pytest.skip("Basis data di memori tidak dipakai bersama oleh beberapa utas.")


def test_two_tabs_of_one_juror_leave_one_whole_ballot(orang):
    program = program_berjuri(orang)
    budi, fajar = (calon_of(program, orang, s) for s in ("pak-budi", "dokter-fajar"))
    juri = user(orang, "bu-rina")

    at_once(*[
        lambda pilihan=pilihan: actions.vote(program, setuju=pilihan, by=juri, at=JURI_AT)
        for pilihan in ([budi], [fajar], [budi], [fajar])
    ])  # fmt: skip

    assert SuaraPenghargaan.objects.get().setuju in ([budi], [fajar])


def test_a_vote_that_crosses_the_count_is_counted_or_refused_never_lost(orang):
    program = program_berjuri(orang)
    for slug in ("bu-lenny", "bu-melati", "bu-sari"):
        pilih(program, orang, slug)
    anton, rina = user(orang, "pak-anton"), user(orang, "bu-rina")
    fajar = calon_of(program, orang, "dokter-fajar")

    suara, hitungan = at_once(
        lambda: actions.vote(program, setuju=[fajar], by=rina, at=JURI_AT),
        lambda: actions.count_votes(program, by=anton, at=HITUNG_AT),
    )

    program.refresh_from_db()
    if program.keadaan == "dihitung":
        setuju = program.daftar_calon.get(pk=fajar).setuju
        assert setuju == (0 if isinstance(suara, actions.CannotVote) else 1)
    else:
        # The count came first and found too few jurors; the vote is kept for the next one.
        assert isinstance(hitungan, actions.CannotCount) and SuaraPenghargaan.objects.count() == 4


def test_pressing_twice_names_thanks_and_decides_once(orang):
    hasil_tahunan(orang("pak-budi"))
    program, dewi = buat_program(orang), user(orang, "bu-dewi")
    isian = actions.IsianUcapan(teks="Terima kasih sudah merapikan rekap imunisasi sebelum rapat.")

    def name() -> object:
        return actions.nominate(program, orang("pak-budi"), alasan=ALASAN, by=dewi, at=USUL_AT)

    def thank() -> object:
        return actions.send_ucapan(orang("pak-budi"), isian, by=dewi, at=SEKARANG)

    at_once(name, name, thank, thank)

    assert (UsulanPenghargaan.objects.count(), TerimaKasih.objects.count()) == (1, 1)


def test_two_deciders_at_once_make_one_decision(orang):
    program = program_terhitung(orang)
    isi = putusan(program, orang, "dokter-fajar")

    hasil = at_once(*[
        lambda slug=slug: actions.decide_program(program, isi, by=user(orang, slug), at=PUTUS_AT)
        for slug in ("pak-anton", "kepala-dinkes")
    ])  # fmt: skip

    assert sum(isinstance(satu, actions.CannotDecide) for satu in hasil) == 1
    assert PenerimaPenghargaan.objects.count() == 1
