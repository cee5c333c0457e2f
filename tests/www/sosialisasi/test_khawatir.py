"""What people fear: answered with their own names, and with nobody else's data."""

from __future__ import annotations

from datetime import date

from django.urls import reverse

from kinerja.jejak.actions import Penglihatan, record_akses
from kinerja.jejak.models import JenisHalaman, Sebagai
from tests.factories.skp import buat_skp

HALAMAN = reverse("sosialisasi:khawatir")


def test_my_own_penilai_admin_and_leader_are_named(masuk, orang):
    buat_skp(orang("pak-budi"))

    isi = masuk("pak-budi").get(HALAMAN).content.decode()

    for slug in ("bu-sari", "pak-anton", "sekda-pekanbaru", "auditor-pekanbaru"):
        assert orang(slug).nama in isi
    assert orang("admin-pontianak").nama not in isi


def test_who_looked_is_counted_and_only_at_me(masuk, orang, akun):
    for pegawai in ("pak-budi", "bu-dewi"):
        record_akses(
            [
                Penglihatan(
                    akun("bu-sari").pk,
                    orang(pegawai).pk,
                    JenisHalaman.HASIL,
                    Sebagai.PENILAI,
                    date(2026, 2, 20),
                )
            ]
        )
    record_akses(
        [
            Penglihatan(
                akun("pak-anton").pk,
                orang("pak-budi").pk,
                JenisHalaman.HASIL,
                Sebagai.ADMIN,
                date(2025, 12, 1),
            )
        ]
    )

    assert "<strong>1 orang</strong> membuka data Anda" in masuk("pak-budi").get(HALAMAN).content.decode()
    assert "tidak ada orang lain" in masuk("bu-rina").get(HALAMAN).content.decode()


def test_somebody_without_a_plan_is_answered_too(masuk):
    isi = masuk("pak-budi").get(HALAMAN).content.decode()

    assert "Belum ada hasil yang diserahkan" in isi
    assert "Penilai Anda:" not in isi


def test_it_costs_at_most_eight_queries(masuk, django_assert_max_num_queries):
    client = masuk("pak-budi")
    with django_assert_max_num_queries(8):
        assert client.get(HALAMAN).status_code == 200
