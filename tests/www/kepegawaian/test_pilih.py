"""Somebody is chosen by a part of his name, from those one may choose."""

from __future__ import annotations

import re

import pytest
from django import forms

from kinerja.kepegawaian.models import HubunganPenilai, Pegawai
from kinerja.perencanaan.models import SKP
from kinerja.www.bimbingan.forms import LaporanForm
from kinerja.www.kepegawaian.pilih import PegawaiField, one_of
from tests.factories.penghargaan import buat_program
from tests.factories.skp import buat_skp
from tests.formulir import isian_halaman


class OrangForm(forms.Form):
    orang = PegawaiField(label="Orang")


def buat_form(isi, daftar) -> OrangForm:
    form = OrangForm(isi)
    form.fields["orang"].daftar = daftar  # type: ignore[attr-defined]
    return form


@pytest.fixture
def dua(orang):
    """Two people who share a name."""
    for slug in ("bu-dewi", "bu-yanti"):
        Pegawai.objects.filter(pk=orang(slug).pk).update(nama="Rahmawati")
    return Pegawai.objects.filter(instansi=orang("pak-budi").instansi)


def test_several_come_back_as_a_list_to_tap_and_one_of_them_is_taken(dua, orang):
    form = buat_form({"orang": "rahma"}, dua)
    assert "Pilih satu di bawah" in form.errors["orang"][0]
    isi = str(form["orang"])
    assert 'value="rahma"' in isi
    for slug in ("bu-dewi", "bu-yanti"):
        tempat = orang(slug).daftar_penempatan.get(selesai_on=None)
        assert orang(slug).nip not in isi
        assert f"{tempat.jabatan.nama}, {tempat.unit_kerja.nama}" in isi

    dipilih = buat_form({"orang": "rahma", "orang-orang": str(orang("bu-yanti").pk)}, dua)

    assert dipilih.is_valid()
    assert dipilih.cleaned_data["orang"] == orang("bu-yanti")


def test_nobody_outside_the_list_is_found_or_sent(dua, orang):
    luar = orang("analis-pontianak")

    for isi in ({"orang": luar.nip}, {"orang": "rahma", "orang-orang": str(luar.pk)}):
        form = buat_form(isi, dua)
        assert not form.is_valid()
        assert luar.nama not in str(form["orang"])


def test_who_stood_there_before_stays_without_his_nip(dua, orang):
    """Also beside somebody of the same name; another name is asked for anew."""
    lama = OrangForm(initial={"orang": orang("bu-yanti")})
    lama.fields["orang"].daftar = dua  # type: ignore[attr-defined]
    isi = str(lama["orang"])
    bawaan = dict(re.findall(r'name="([\w-]+)" value="([^"]*)"', isi))

    tetap, lain = buat_form(bawaan, dua), buat_form(bawaan | {"orang": "rahma"}, dua)

    assert orang("bu-yanti").nip not in isi
    assert tetap.is_valid() and tetap.cleaned_data["orang"] == orang("bu-yanti")
    assert "Pilih satu di bawah" in lain.errors["orang"][0]


def test_a_nip_is_taken_whole_and_never_guessed_by_its_beginning(dua, orang):
    nip = orang("bu-yanti").nip

    assert buat_form({"orang": f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}"}, dua).is_valid()
    assert "Tidak ada pegawai" in buat_form({"orang": nip[:8]}, dua).errors["orang"][0]


def test_names_are_written_as_text(dua, orang):
    Pegawai.objects.filter(pk=orang("bu-yanti").pk).update(nama="Rahmawati <b>")

    assert "Rahmawati &lt;b&gt;" in str(buat_form({"orang": "rahma"}, dua)["orang"])


def test_few_are_shown_at_once_and_many_are_searched(dua, orang):
    assert isinstance(one_of(dua, label="Orang", kosong="Pilih orang"), PegawaiField)

    sedikit = one_of(dua.filter(pk=orang("bu-yanti").pk), label="Orang", kosong="Pilih orang")

    assert isinstance(sedikit, forms.ModelChoiceField)
    assert sedikit.clean(orang("bu-yanti").pk) == orang("bu-yanti")


def test_out_of_a_large_team_a_plan_is_found_by_the_name_of_its_owner(dua, orang, monkeypatch):
    monkeypatch.setattr("kinerja.www.bimbingan.forms.bimbingan.SEKALI_LIHAT", 0)
    skp = buat_skp(orang("bu-yanti"), status="ditetapkan")
    form = LaporanForm({"skp": "rahma"}, daftar_skp=SKP.objects.filter(pk=skp.pk), initial={"skp": skp})

    form.is_valid()

    assert form.cleaned_data["skp"] == skp
    assert "Rahmawati" in str(LaporanForm(daftar_skp=SKP.objects.all(), initial={"skp": skp})["skp"])


def test_on_a_page_the_other_answers_stay(dua, orang, masuk):
    """Two people of one name as guide: what was written about the guidance is still there."""
    buat_skp(orang("pak-budi"), status="ditetapkan")
    client = masuk("bu-sari")
    isian = isian_halaman(client.get("/bimbingan/baru/"))

    respons = client.post(
        "/bimbingan/baru/", isian | {"pembimbing": "Rahmawati", "topik": "Waktu tunggu pasien"}
    )

    assert respons.status_code == 422
    assert "Siapa yang dimaksud?" in respons.content.decode()
    assert isian_halaman(respons)["topik"] == "Waktu tunggu pasien"


def test_who_was_chosen_is_still_chosen_after_the_preview(dua, orang, masuk):
    admin, budi = masuk("pak-anton"), orang("pak-budi")
    alamat = f"/kepegawaian/pegawai/{budi.pk}/penilai/"
    isian = {
        "penilai": "rahma",
        "penilai-orang": str(orang("bu-yanti").pk),
        "on": "2026-03-02",
        "alasan": "Penugasan baru.",
    }

    pratinjau = admin.get(alamat, isian).content.decode()
    yakin = next(bagian for bagian in pratinjau.split("<form")[1:] if "Ya, laksanakan" in bagian)
    dibawa = dict(re.findall(r'type="hidden" name="([\w-]+)" value="([^"]*)"', yakin))
    admin.post(alamat, dibawa)

    hubungan = HubunganPenilai.objects.get(penempatan__pegawai=budi, selesai_on__isnull=True)
    assert hubungan.penilai == orang("bu-yanti")


@pytest.mark.parametrize(
    ("siapa", "isian"),
    [("terima-kasih/tulis", {"teks": "Terima kasih."}), ("program/{program}/usul", {"alasan": "Melayani."})],
)
def test_thanks_and_nominations_ask_who_is_meant(dua, orang, masuk, siapa, isian):
    program = buat_program(orang)
    alamat = "/penghargaan/" + siapa.format(program=program.pk) + "/"

    respons = masuk("pak-budi").post(alamat, {"pegawai": "rahma"} | isian)

    assert respons.status_code == 422
    assert "Siapa yang dimaksud?" in respons.content.decode()
