"""Keeping the dictionary and setting the standard of a post."""

import pytest
from django.core.exceptions import PermissionDenied

from kinerja.jejak.models import Catatan
from kinerja.kompetensi.actions import (
    CannotKeepKompetensi,
    CannotSetStandar,
    IsianKompetensi,
    add_kompetensi,
    change_kompetensi,
    remove_kompetensi,
    set_standar,
)
from kinerja.kompetensi.istilah import JenisKompetensi
from kinerja.kompetensi.models import Kompetensi, StandarKompetensi
from kinerja.kompetensi.queries import standar_jabatan
from tests.conftest import SEKARANG


def isian(**isi):
    dasar = {
        "kode": "KOM-UJI",
        "nama": "Komunikasi",
        "jenis": JenisKompetensi.MANAJERIAL,
        "definisi": "",
        "sumber": "PermenPANRB 38/2017",
        "daftar_uraian": ("Menjawab.", "", "Menyimak."),
    }
    return IsianKompetensi(**{**dasar, **isi})


@pytest.fixture
def jabatan(orang):
    return orang("pak-budi").daftar_penempatan.select_related("jabatan__unit_kerja").get().jabatan


def atur(jabatan, akun, tingkat, *, by="pak-anton", sumber="SKJ 2025"):
    set_standar([jabatan], tingkat=tingkat, sumber=sumber, by=akun(by), at=SEKARANG)


def test_a_competence_is_kept_with_its_levels_and_a_trail(orang, akun):
    kompetensi = add_kompetensi(orang("pak-anton").instansi, isian=isian(), by=akun("pak-anton"), at=SEKARANG)

    assert list(kompetensi.daftar_tingkat.order_by("tingkat").values_list("tingkat", flat=True)) == [1, 3]
    assert Catatan.objects.get(tindakan="kompetensi.tambah").rincian["kode"] == "KOM-UJI"


def test_change_replaces_the_words(akun, integritas):
    change_kompetensi(
        integritas, isian=isian(kode="INT-UJI", daftar_uraian=("", "Dua")), by=akun("pak-anton"), at=SEKARANG
    )

    assert list(integritas.daftar_tingkat.values_list("tingkat", "uraian")) == [(2, "Dua")]


def test_a_code_is_used_once(orang, akun, integritas):
    with pytest.raises(CannotKeepKompetensi, match="sudah dipakai"):
        add_kompetensi(
            orang("pak-anton").instansi, isian=isian(kode="int-uji"), by=akun("pak-anton"), at=SEKARANG
        )


def test_a_competence_without_source_is_refused(orang, akun):
    with pytest.raises(CannotKeepKompetensi, match="naskah atau dokumen"):
        add_kompetensi(
            orang("pak-anton").instansi, isian=isian(sumber=" "), by=akun("pak-anton"), at=SEKARANG
        )


@pytest.mark.parametrize("siapa", ["bu-sari", "admin-pontianak", "sekda-pekanbaru"])
def test_nobody_else_keeps_the_dictionary(siapa, akun, integritas):
    with pytest.raises(PermissionDenied):
        change_kompetensi(integritas, isian=isian(), by=akun(siapa), at=SEKARANG)
    with pytest.raises(PermissionDenied):
        remove_kompetensi(integritas, by=akun(siapa), at=SEKARANG)


def test_what_a_post_requires_is_not_removed(akun, integritas, jabatan):
    atur(jabatan, akun, {integritas.pk: 2})

    with pytest.raises(CannotKeepKompetensi, match="1 jabatan"):
        remove_kompetensi(integritas, by=akun("pak-anton"), at=SEKARANG)
    atur(jabatan, akun, {})
    remove_kompetensi(integritas, by=akun("pak-anton"), at=SEKARANG)
    assert not Kompetensi.objects.filter(pk=integritas.pk).exists()


def test_standard_is_set_as_a_whole_with_a_trail(akun, integritas, jabatan):
    atur(jabatan, akun, {integritas.pk: 2})
    atur(jabatan, akun, {integritas.pk: 4})

    assert standar_jabatan([jabatan.pk]) == {jabatan.pk: {"INT-UJI": 4}}
    assert Catatan.objects.filter(tindakan="kompetensi.standar", objek_id=jabatan.pk).count() == 2


@pytest.mark.parametrize("siapa", ["bu-sari", "admin-pontianak"])
def test_nobody_else_sets_a_standard(siapa, akun, integritas, jabatan):
    with pytest.raises(PermissionDenied):
        atur(jabatan, akun, {integritas.pk: 2}, by=siapa)
    assert not StandarKompetensi.objects.exists()


@pytest.mark.parametrize("tingkat", [0, 6])
def test_a_level_beyond_the_scale_is_refused(akun, integritas, jabatan, tingkat):
    with pytest.raises(CannotSetStandar, match="1 sampai 5"):
        atur(jabatan, akun, {integritas.pk: tingkat})


def test_a_competence_of_another_instansi_is_refused(akun, orang, jabatan):
    asing = add_kompetensi(
        orang("admin-pontianak").instansi, isian=isian(), by=akun("admin-pontianak"), at=SEKARANG
    )

    with pytest.raises(CannotSetStandar, match="tidak lagi ada di kamus"):
        atur(jabatan, akun, {asing.pk: 2})


def test_a_standard_names_its_document(akun, integritas, jabatan):
    with pytest.raises(CannotSetStandar, match="dokumen asal"):
        atur(jabatan, akun, {integritas.pk: 2}, sumber="")


def test_everybody_reads_the_dictionary_of_his_own_instansi(akun, integritas):
    assert Kompetensi.objects.visible_to(akun("bu-rina")).filter(pk=integritas.pk).exists()
    assert not Kompetensi.objects.visible_to(akun("analis-pontianak")).filter(pk=integritas.pk).exists()
