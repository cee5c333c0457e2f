"""Every status can be reached, every step that is not in the table is refused with a way out."""

from itertools import product

import pytest

from kinerja.peraturan.alur import (
    LangkahEvaluasi,
    LangkahSKP,
    LangkahTidakSah,
    StatusEvaluasi,
    StatusSKP,
    langkah_tersedia,
    status_berikutnya,
)

ALUR = [(StatusSKP, LangkahSKP, StatusSKP.DRAF), (StatusEvaluasi, LangkahEvaluasi, StatusEvaluasi.DIBUKA)]


@pytest.mark.parametrize(("status", "langkah", "awal"), ALUR)
def test_every_status_is_reachable(status, langkah, awal):
    tercapai, antrean = {awal}, [awal]
    while antrean:
        asal = antrean.pop()
        tujuan = {status_berikutnya(asal, satu) for satu in langkah_tersedia(status=asal)} - tercapai
        tercapai |= tujuan
        antrean += tujuan

    assert tercapai == set(status)


@pytest.mark.parametrize("langkah", LangkahSKP)
@pytest.mark.parametrize("status", StatusSKP)
def test_a_plan_with_a_version_keeps_every_step_and_never_becomes_a_draft(status, langkah):
    tersedia = langkah_tersedia(status=status, versi=1)

    assert set(langkah_tersedia(status=status)) <= set(tersedia)
    if langkah in tersedia:
        assert status_berikutnya(status, langkah, versi=1) is not StatusSKP.DRAF
    else:
        with pytest.raises(LangkahTidakSah, match=status.label):
            status_berikutnya(status, langkah, versi=1)


@pytest.mark.parametrize(("status", "langkah", "awal"), ALUR)
def test_a_step_is_allowed_exactly_when_it_is_offered(status, langkah, awal):
    for asal, satu in product(status, langkah):
        if satu in langkah_tersedia(status=asal):
            assert status_berikutnya(asal, satu) in status
        else:
            with pytest.raises(LangkahTidakSah, match=asal.label):
                status_berikutnya(asal, satu)


def test_the_message_offers_what_is_possible():
    with pytest.raises(LangkahTidakSah) as galat:
        status_berikutnya(StatusSKP.DRAF, LangkahSKP.TETAPKAN)

    assert str(galat.value) == (
        "SKP berstatus “Draf”, jadi langkah “Tetapkan” tidak dapat dilakukan. "
        "Yang dapat dilakukan sekarang: ajukan, tutup karena pindah."
    )


def test_a_status_read_from_the_database_works_as_it_is():
    assert status_berikutnya("draf", LangkahSKP.AJUKAN) is StatusSKP.DIAJUKAN
