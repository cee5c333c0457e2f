"""Pages for what went wrong: they draw themselves even when almost nothing works."""

import re

import pytest
from django.template import loader
from django.test import Client, RequestFactory
from django.urls import reverse
from django.views.defaults import permission_denied

from kinerja.akun.models import User


@pytest.mark.parametrize("nama", ["400.html", "500.html"])
def test_page_needs_no_request(nama):
    isi = loader.get_template(nama).render()

    judul = re.search(r"<title>(.*?) – Kinerja</title>", isi)[1]
    assert f"<h1>{judul}</h1>" in isi


@pytest.mark.django_db
def test_unknown_address_says_so(client):
    client.force_login(
        User.objects.create_user("199001012099011001", "sandi", nama="Budi", wajib_ganti_sandi=False)
    )

    tanggapan = client.get("/tidak-ada/")

    assert tanggapan.status_code == 404
    assert "Halaman tidak ditemukan" in tanggapan.content.decode()


@pytest.mark.django_db
def test_refusal_repeats_the_reason_of_the_action():
    request = RequestFactory().get("/")
    request.user = User(nama="Budi")
    request.session = Client().session

    isi = permission_denied(request, Exception("Anda bukan pejabat penilai pegawai ini.")).content.decode()

    assert "Anda bukan pejabat penilai pegawai ini." in isi


@pytest.mark.django_db
def test_form_that_waited_too_long_is_explained():
    tanggapan = Client(enforce_csrf_checks=True).post(
        reverse("account_login"), {"login": "1", "password": "x"}
    )

    assert tanggapan.status_code == 403
    assert "Isian belum terkirim" in tanggapan.content.decode()
