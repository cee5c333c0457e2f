"""Roles in the matrix, and results that wait for a leader."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from kinerja.perencanaan import actions, queries
from kinerja.perencanaan.models import IndikatorKinerja
from tests.perencanaan.conftest import JANUARI, SEKARANG

pytestmark = pytest.mark.django_db
HARI_INI = date(2026, 3, 2)


def indikator_of(skp):
    return IndikatorKinerja.objects.select_related("rhk__skp").get(rhk__skp=skp)


def test_the_team_stands_in_the_matrix_by_itself(skp_lengkap, orang):
    isi = queries.matriks_dari(skp_lengkap("bu-sari"), on=HARI_INI)

    nama = {baris.penempatan.pegawai for baris in isi.daftar_baris}
    assert {orang("pak-budi"), orang("bu-dewi"), orang("dokter-fajar")} <= nama
    assert orang("bu-rina") not in nama


def test_a_person_of_another_unit_joins_and_leaves(skp_lengkap, akun, tempat):
    skp = skp_lengkap("bu-sari")
    actions.add_to_matriks(skp, penempatan=tempat("bu-rina"), by=akun("bu-sari"), at=SEKARANG)
    assert any(not baris.is_tim for baris in queries.matriks_dari(skp, on=HARI_INI).daftar_baris)

    actions.remove_from_matriks(skp, penempatan=tempat("bu-rina"), by=akun("bu-sari"), at=SEKARANG)

    assert all(baris.is_tim for baris in queries.matriks_dari(skp, on=HARI_INI).daftar_baris)


def test_a_person_of_another_instansi_does_not_join(skp_lengkap, akun, tempat):
    with pytest.raises(PermissionDenied):
        actions.add_to_matriks(
            skp_lengkap("bu-sari"), penempatan=tempat("bidan-tebo"), by=akun("bu-sari"), at=SEKARANG
        )


@pytest.mark.parametrize("slug", ["pak-budi", "kepala-dinkes", "bu-rina"])
def test_only_the_leader_writes_his_matrix(skp_lengkap, akun, tempat, slug):
    indikator = indikator_of(skp_lengkap("bu-sari"))

    with pytest.raises(PermissionDenied):
        actions.write_sel(
            indikator, penempatan=tempat("bu-dewi"), peran_hasil="x", by=akun(slug), at=SEKARANG
        )


def test_an_employee_sees_the_cells_that_are_filled(skp_ditetapkan, buat_skp, akun, tempat):
    indikator = indikator_of(skp_ditetapkan("bu-sari"))
    for slug, isi in (("pak-budi", "Triase paling lama 5 menit"), ("bu-dewi", "")):
        actions.write_sel(
            indikator, penempatan=tempat(slug), peran_hasil=isi, by=akun("bu-sari"), at=SEKARANG
        )

    assert [sel.peran_hasil for sel in queries.sel_untuk(buat_skp("pak-budi"))] == [
        "Triase paling lama 5 menit"
    ]
    assert not queries.sel_untuk(buat_skp("bu-dewi"))


def test_a_draft_of_the_leader_is_not_read_by_the_team(skp_lengkap, buat_skp):
    skp_lengkap("bu-sari")

    assert not queries.daftar_rhk_pimpinan(buat_skp("pak-budi"))


def test_waiting_words_are_linked_when_the_leader_is_set(buat_skp, isi_hasil, skp_ditetapkan, akun):
    milik = actions.add_rhk(
        buat_skp("pak-budi"),
        isi_hasil(rhk_pimpinan_teks="mutu layanan  puskesmas meningkat."),
        by=akun("pak-budi"),
        at=JANUARI,
    )

    atas = skp_ditetapkan("bu-sari", teks="Mutu layanan puskesmas meningkat").daftar_rhk.get()

    milik.refresh_from_db()
    assert milik.rhk_pimpinan == atas


def test_a_cell_of_the_matrix_links_without_words(buat_skp, skp_lengkap, isi_hasil, akun, tempat):
    atas = skp_lengkap("bu-sari")
    actions.write_sel(
        indikator_of(atas),
        penempatan=tempat("pak-budi"),
        peran_hasil="Triase paling lama 5 menit",
        by=akun("bu-sari"),
        at=JANUARI,
    )
    milik = actions.add_rhk(
        buat_skp("pak-budi"), isi_hasil("triase paling lama 5 menit"), by=akun("pak-budi"), at=JANUARI
    )
    actions.submit_skp(atas, by=akun("bu-sari"), at=JANUARI)

    actions.approve_skp(atas, by=akun("kepala-dinkes"), at=JANUARI)

    milik.refresh_from_db()
    assert milik.rhk_pimpinan == atas.daftar_rhk.get()


def test_words_that_mean_something_else_go_on_waiting(buat_skp, isi_hasil, skp_ditetapkan, akun):
    milik = actions.add_rhk(
        buat_skp("pak-budi"),
        isi_hasil(rhk_pimpinan_teks="Imunisasi dasar lengkap"),
        by=akun("pak-budi"),
        at=JANUARI,
    )

    skp_ditetapkan("bu-sari", teks="Mutu layanan puskesmas meningkat")

    milik.refresh_from_db()
    assert milik.rhk_pimpinan is None


def test_a_set_plan_is_linked_by_hand_without_a_change(skp_ditetapkan, akun):
    milik = skp_ditetapkan("pak-budi", teks="Sendiri").daftar_rhk.get()
    atas = skp_ditetapkan("bu-sari", teks="Mutu layanan puskesmas meningkat").daftar_rhk.get()

    actions.link_waiting_rhk(milik, rhk_pimpinan=atas, by=akun("bu-sari"), at=SEKARANG)

    milik.refresh_from_db()
    assert milik.rhk_pimpinan == atas
    assert milik.skp.status == "ditetapkan"


def test_nobody_links_to_a_stranger(skp_ditetapkan, akun):
    milik = skp_ditetapkan("pak-budi").daftar_rhk.get()
    asing = skp_ditetapkan("kepala-dinkes-tebo").daftar_rhk.get()

    with pytest.raises(actions.CannotChangeSKP):
        actions.link_waiting_rhk(milik, rhk_pimpinan=asing, by=akun("pak-budi"), at=SEKARANG)
