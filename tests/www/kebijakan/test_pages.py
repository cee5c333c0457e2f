"""The pages of calendar, periods and policy."""

from datetime import date

import pytest
from django.urls import reverse

from kinerja.kebijakan.models import HariLibur, Periode


def teks(response):
    return response.content.decode()


@pytest.mark.parametrize("nama", ["kalender", "periode_list", "kebijakan_list"])
def test_everybody_reads_and_only_the_admin_gets_buttons(masuk, nama):
    alamat = reverse(f"kebijakan:{nama}")

    assert '<form method="post" action="/kebijakan' not in teks(
        masuk("pak-budi").get(alamat, {"tahun": "2026"})
    )
    assert masuk("pak-anton").get(alamat, {"tahun": "2026"}).status_code == 200


def test_holiday_is_added_edited_and_removed(masuk):
    browser = masuk("pak-anton")
    browser.post(
        reverse("kebijakan:kalender"), {"tanggal": "23/06/2026", "nama": "Hari Jadi", "jenis": "daerah"}
    )
    libur = HariLibur.objects.get(nama="Hari Jadi")

    browser.post(
        reverse("kebijakan:libur_edit", args=[libur.pk]),
        {"tanggal": "2026-06-24", "nama": "Hari Jadi Kota", "jenis": "daerah"},
    )
    libur.refresh_from_db()
    assert libur.tanggal == date(2026, 6, 24)
    browser.post(reverse("kebijakan:libur_remove", args=[libur.pk]))

    assert not HariLibur.objects.filter(pk=libur.pk).exists()


def test_holiday_twice_is_told_and_kept(masuk):
    ada = HariLibur.objects.filter(instansi__kode="PKU", tanggal__year=2026).order_by("id")

    response = masuk("pak-anton").post(
        reverse("kebijakan:kalender"),
        {"tanggal": ada[0].tanggal.isoformat(), "nama": "Nama Saya", "jenis": "daerah"},
    )

    assert response.status_code == 422
    assert "sudah tercatat sebagai" in teks(response)
    assert "Nama Saya" in teks(response)


@pytest.mark.parametrize(
    "isi",
    ["17/06/2026; Hari Satu; cuti bersama\n18 Juni 2026; Hari Dua", "tanggal,nama,jenis\n2026-06-17,Hari Satu,cuti_bersama\n2026-06-18,Hari Dua,",
     "17/06/2026\tHari Satu\tCuti bersama\n18/06/2026\tHari Dua\t"],
)  # fmt: skip
def test_pasted_holidays_are_read_however_they_are_separated(masuk, isi):
    masuk("pak-anton").post(reverse("kebijakan:libur_import"), {"daftar": isi})

    satu = HariLibur.objects.get(instansi__kode="PKU", tanggal=date(2026, 6, 17))
    assert (satu.nama, satu.jenis) == ("Hari Satu", "cuti_bersama")
    assert HariLibur.objects.get(instansi__kode="PKU", tanggal=date(2026, 6, 18)).nama == "Hari Dua"


def test_pasted_lines_that_cannot_be_read_are_named(masuk):
    response = masuk("pak-anton").post(
        reverse("kebijakan:libur_import"),
        {"daftar": "17/06/2026; Hari Satu\n31/02/2026; Hari Dua\n18/06/2026;"},
    )

    assert response.status_code == 422
    assert "Baris 2" in teks(response)
    assert "Baris 3" in teks(response)
    assert not HariLibur.objects.filter(nama="Hari Satu").exists()


def test_periods_are_set_up_opened_moved_and_closed(masuk):
    browser = masuk("pak-anton")
    browser.post(reverse("kebijakan:year_set_up"), {"tahun": "2027"})
    periode = Periode.objects.get(instansi__kode="PKU", tahun=2027, tahap="periodik", urutan=1)

    browser.post(reverse("kebijakan:periode_open", args=[periode.pk]))
    browser.post(
        reverse("kebijakan:periode_edit", args=[periode.pk]),
        {"mulai_on": "2027-03-15", "selesai_on": "2027-04-15"},
    )
    periode.refresh_from_db()
    assert periode.terbuka
    assert periode.jendela_mulai_on == date(2027, 3, 15)
    browser.post(reverse("kebijakan:periode_close", args=[periode.pk]))

    periode.refresh_from_db()
    assert not periode.terbuka
