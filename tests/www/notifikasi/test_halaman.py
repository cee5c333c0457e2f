"""The bell, the list, opening one, and choosing: without a line of JavaScript."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from kinerja.akun.models import User
from kinerja.notifikasi.actions import Kabar, notify
from kinerja.notifikasi.models import Notifikasi
from kinerja.notifikasi.queries import pilihan_dari
from kinerja.peraturan.alur import StatusEvaluasi
from tests.conftest import SEKARANG
from tests.factories.dialog import buat_usul
from tests.factories.evaluasi import buat_evaluasi

pytestmark = pytest.mark.django_db
DAFTAR, PILIHAN = reverse("notifikasi:notifikasi_list"), reverse("notifikasi:pilihan_edit")
ISIAN = {"hidup": ["dialog"], "surat": "on", "jam": "8", "sunyi_mulai": "21", "sunyi_selesai": "5"}


def teks(respons) -> str:
    return respons.content.decode()


def tell(user, banyak=1, tautan="/dialog/", awal=0) -> None:
    notify(
        [
            Kabar(
                user_id=user.pk, jenis="dialog", judul=f"Dialog {n} disepakati", kunci=str(n), tautan=tautan
            )
            for n in range(awal, awal + banyak)
        ],
        at=SEKARANG - timedelta(hours=1),
    )


def test_nothing_yet_is_said_kindly(masuk):
    respons = masuk("pak-budi").get(DAFTAR)

    assert "Belum ada notifikasi" in teks(respons)
    assert "Tandai semua dibaca" not in teks(respons)


def test_the_bell_counts_what_is_unread_on_every_page(akun, masuk):
    tell(akun("pak-budi"), 3)
    tell(akun("bu-sari"), 1)

    halaman = teks(masuk("pak-budi").get("/"))

    assert "Notifikasi, 3 belum dibaca" in halaman
    assert "Notifikasi, 1 belum dibaca" in teks(masuk("bu-sari").get("/dukungan/"))


def test_the_bell_costs_no_query_and_spoils_no_other_count(akun, masuk):
    client = masuk("bu-sari")
    with CaptureQueriesContext(connection) as sepi:
        awal = client.get("/dukungan/").wsgi_request.user
    tell(akun("bu-sari"), 150)
    with CaptureQueriesContext(connection) as ramai:
        respons = client.get("/dukungan/")

    user = respons.wsgi_request.user
    assert len(ramai) == len(sepi)
    assert (user.jumlah_tim, user.jumlah_peran) == (awal.jumlah_tim, awal.jumlah_peran)
    assert user.jumlah_kabar == 150
    assert "99+" in teks(respons)


def test_opening_one_notes_it_and_leads_there(akun, masuk):
    tell(akun("pak-budi"))
    kabar = Notifikasi.objects.get()
    client = masuk("pak-budi")
    alamat = reverse("notifikasi:notifikasi_open", args=[kabar.pk])

    assert client.get(alamat).status_code == 405
    assert client.post(alamat).url == "/dialog/"
    kabar.refresh_from_db()
    assert kabar.dibaca_at == SEKARANG
    assert "belum dibaca" not in teks(client.get("/"))


@pytest.mark.parametrize("tautan", ["", "//jahat.example/", "https://jahat.example/", "javascript:alert(1)"])
def test_a_link_leads_nowhere_outside(tautan, akun, masuk):
    tell(akun("pak-budi"), tautan=tautan)

    respons = masuk("pak-budi").post(
        reverse("notifikasi:notifikasi_open", args=[Notifikasi.objects.get().pk])
    )

    assert respons.url == DAFTAR


def test_another_persons_message_is_not_there(akun, masuk):
    tell(akun("pak-budi"))

    assert (
        masuk("pak-anton")
        .post(reverse("notifikasi:notifikasi_open", args=[Notifikasi.objects.get().pk]))
        .status_code
        == 404
    )
    assert "Dialog 0" not in teks(masuk("pak-anton").get(DAFTAR))


def test_all_that_was_on_the_page_is_marked(akun, masuk):
    tell(akun("pak-budi"), 2)
    client = masuk("pak-budi")
    sampai = Notifikasi.objects.order_by("-id").first().pk
    assert f'value="{sampai}"' in teks(client.get(DAFTAR))
    tell(akun("pak-budi"), awal=5)

    client.post(reverse("notifikasi:notifikasi_read"), {"sampai": sampai})

    assert [satu.judul for satu in Notifikasi.objects.unread()] == ["Dialog 5 disepakati"]
    assert "Dialog 5" in teks(client.get(f"{DAFTAR}?tampil=belum"))
    assert "Dialog 1" not in teks(client.get(f"{DAFTAR}?tampil=belum"))


@pytest.mark.parametrize("sampai", ["", "x", "²", "-1", "9" * 40])
def test_a_bent_number_marks_nothing_and_breaks_nothing(sampai, akun, masuk):
    tell(akun("pak-budi"))

    assert (
        masuk("pak-budi").post(reverse("notifikasi:notifikasi_read"), {"sampai": sampai}).status_code == 302
    )
    assert Notifikasi.objects.unread().count() == 1 or sampai == "9" * 40


def test_a_choice_is_kept_and_shown_again(akun, masuk):
    client = masuk("pak-budi")

    assert client.post(PILIHAN, ISIAN).status_code == 302

    pilihan = pilihan_dari(akun("pak-budi").pk)
    assert (pilihan.jam, pilihan.sunyi_mulai, pilihan.surat) == (8, 21, True)
    assert "dukungan" in pilihan.mati
    assert "dialog" not in pilihan.mati
    assert '<option value="8" selected>08.00</option>' in teks(client.get(PILIHAN))


@pytest.mark.parametrize(
    ("ganti", "kata"),
    [
        ({"jam": "22"}, "jam tenang"),
        ({"jam": "25"}, "Pilih salah satu jam"),
        ({"jam": ""}, "Pilih jamnya"),
        ({"hidup": ["hasil"]}, "pilihan yang tidak dikenal"),
    ],
)
def test_a_choice_that_cannot_be_says_why_and_keeps_the_rest(ganti, kata, masuk):
    respons = masuk("pak-budi").post(PILIHAN, ISIAN | ganti)

    assert respons.status_code == 422
    assert kata in teks(respons)
    assert '<option value="21" selected>21.00</option>' in teks(respons)


def test_the_next_letter_can_be_read_before_it_leaves(akun, masuk, settings):
    tell(akun("pak-budi"), banyak=2)
    assert "Baca surat berikutnya" not in teks(masuk("pak-budi").get(PILIHAN))  # no address: it never leaves
    for slug in ("pak-budi", "bu-sari"):
        User.objects.filter(pk=akun(slug).pk).update(email=f"{slug}@contoh.example")

    halaman = teks(masuk("pak-budi").get(PILIHAN))

    assert "2 kabar untuk Anda di Kinerja" in halaman and "- Dialog 1 disepakati" in halaman
    assert "belum dipasang server surat" in halaman
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    assert "server surat" not in teks(masuk("pak-budi").get(PILIHAN))
    assert "Tidak ada yang menunggu dikirim" in teks(masuk("bu-sari").get(PILIHAN))


def test_the_legal_kinds_are_shown_with_their_article(masuk):
    halaman = teks(masuk("pak-budi").get(PILIHAN))

    assert "Selalu dikabarkan" in halaman
    assert "PermenPANRB 6/2022, Lampiran Bab V huruf A angka 6" in halaman
    assert 'value="hasil"' not in halaman


def test_ones_last_days_come_as_a_calendar(orang, masuk, monkeypatch):
    evaluasi = buat_evaluasi(orang("pak-budi"), status=StatusEvaluasi.DISERAHKAN)
    monkeypatch.setattr(timezone, "now", lambda: evaluasi.diserahkan_at + timedelta(hours=1))

    respons = masuk("pak-budi").get(reverse("notifikasi:batas_calendar"))

    assert respons["Content-Type"] == "text/calendar; charset=utf-8"
    acara = Calendar.from_ical(respons.content).walk("VEVENT")
    judul = {str(satu["summary"]): satu for satu in acara}
    satu = judul[f"Batas menandatangani tanda terima hasil {evaluasi.periode.nama}"]
    assert str(satu["url"]) == f"http://testserver/penilaian/hasil/{evaluasi.pk}/"
    assert satu["dtstart"].dt > evaluasi.diserahkan_at.date()


def test_the_list_is_read_in_few_queries_however_long(akun, masuk):
    client = masuk("pak-budi")
    tell(akun("pak-budi"), 2)
    with CaptureQueriesContext(connection) as sedikit:
        client.get(DAFTAR)
    tell(akun("pak-budi"), 60, awal=10)
    with CaptureQueriesContext(connection) as banyak:
        halaman = teks(client.get(DAFTAR))

    assert len(banyak) == len(sedikit) <= 6
    assert "dari 62" in halaman


def test_a_shared_text_names_the_page_and_no_result(orang, masuk, monkeypatch):
    dialog = buat_usul(orang)
    monkeypatch.setattr(timezone, "now", lambda: SEKARANG)

    halaman = teks(masuk("pak-budi").get(f"/dialog/{dialog.pk}/"))

    assert 'href="https://wa.me/?text=Dialog%20kinerja%20kita%3A%20Senin%2C%209%20Maret%202026' in halaman
    assert f"http%3A//testserver/dialog/{dialog.pk}/" in halaman
    assert 'rel="noopener noreferrer"' in halaman
