"""A result written after the leader's plan was set finds its place by its words."""

from __future__ import annotations

import pytest

from kinerja.perencanaan import actions
from tests.perencanaan.conftest import SEKARANG

pytestmark = pytest.mark.django_db
ATAS = "Meningkatnya mutu pelayanan rawat jalan Puskesmas"


@pytest.fixture
def tulis(skp_ditetapkan, buat_skp, isi_hasil, akun):
    """Bu Sari's plan is set with `daftar_atas`; Pak Budi writes a result that names one in words."""

    def write(rhk_pimpinan_teks, *, daftar_atas=(ATAS,)):
        pimpinan = skp_ditetapkan("bu-sari", teks=daftar_atas[0])
        if len(daftar_atas) > 1:
            actions.start_change(pimpinan, alasan="Tambahan", by=akun("bu-sari"), at=SEKARANG)
            for teks in daftar_atas[1:]:
                actions.add_rhk(pimpinan, isi_hasil(teks), by=akun("bu-sari"), at=SEKARANG)
        isi = isi_hasil(rhk_pimpinan_teks=rhk_pimpinan_teks)
        return actions.add_rhk(buat_skp("pak-budi"), isi, by=akun("pak-budi"), at=SEKARANG)

    return write


@pytest.mark.parametrize(
    "teks",
    [
        ATAS,
        "  meningkatnya  mutu pelayanan rawat jalan puskesmas ",
        "Meningkatnya mutu pelayanan rawat jalan di Puskesmas",
    ],
    ids=["sama", "beda huruf dan spasi", "hampir sama"],
)
def test_words_that_name_one_result_become_a_link(tulis, teks):
    rhk = tulis(teks)

    assert rhk.rhk_pimpinan is not None
    assert (rhk.rhk_pimpinan.teks, rhk.rhk_pimpinan_teks) == (ATAS, ATAS)


def test_words_of_something_else_wait(tulis):
    rhk = tulis("Terkelolanya arsip kepegawaian")

    assert (rhk.rhk_pimpinan, rhk.rhk_pimpinan_teks) == (None, "Terkelolanya arsip kepegawaian")


def test_words_that_fit_two_results_are_left_to_people(tulis):
    kembar = (f"{ATAS} tahap 1", f"{ATAS} tahap 2")

    rhk = tulis(ATAS, daftar_atas=kembar)

    assert (rhk.rhk_pimpinan, rhk.rhk_pimpinan_teks) == (None, ATAS)


def test_the_exact_words_win_over_a_near_one(tulis):
    rhk = tulis(f"{ATAS} tahap 1", daftar_atas=(f"{ATAS} tahap 2", f"{ATAS} tahap 1"))

    assert rhk.rhk_pimpinan.teks == f"{ATAS} tahap 1"


def test_an_edit_links_what_waited(tulis, isi_hasil, akun):
    rhk = tulis("Terkelolanya arsip kepegawaian")

    isi = isi_hasil(rhk_pimpinan_teks=ATAS)
    rhk = actions.edit_rhk(rhk, isi, by=akun("pak-budi"), at=SEKARANG)

    assert rhk.rhk_pimpinan.teks == ATAS
