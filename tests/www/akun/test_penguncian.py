"""A lock that protects the owner and cannot be used against him."""

from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.test import Client
from django.urls import reverse

pytestmark = pytest.mark.django_db
SANDI = "kursi-biru-langit"
KANTOR = "10.0.0.1"
ASING = "203.0.113.9"


@pytest.fixture(autouse=True)
def one_day() -> None:
    """The lock measures spans by a clock of its own, so here the clock goes on."""


def fail(masuk, nip, *, kali, dari, browser):
    return [masuk(nip, f"tebakan-{nomor}", dari=dari, browser=browser) for nomor in range(kali)]


def test_fifth_failure_locks_this_address_and_says_until_when_and_whom_to_ask(client, budi, masuk):
    jawaban = fail(masuk, budi.nip, kali=5, dari=ASING, browser=client)

    assert [response.status_code for response in jawaban] == [200, 200, 200, 200, 429]
    teks = jawaban[-1].content.decode()
    assert "Anda dapat mencoba lagi setelah" in teks
    assert "admin kepegawaian" in teks


def test_right_password_does_not_open_a_locked_address(client, budi, masuk):
    fail(masuk, budi.nip, kali=5, dari=ASING, browser=client)

    assert masuk(budi.nip, SANDI, dari=ASING).status_code == 429


def test_lock_ends_after_a_quarter_of_an_hour_even_if_somebody_kept_trying(client, budi, masuk):
    fail(masuk, budi.nip, kali=9, dari=ASING, browser=client)
    percobaan = AccessAttempt.objects.get()
    assert percobaan.failures_since_start == 5
    percobaan.attempt_time -= timedelta(minutes=15, seconds=1)
    percobaan.save(update_fields=["attempt_time"])

    assert masuk(budi.nip, SANDI, dari=ASING).status_code == 302


def test_a_stranger_failing_fifty_times_does_not_keep_the_owner_out(client, budi, masuk):
    jawaban = fail(masuk, budi.nip, kali=50, dari=ASING, browser=Client())

    assert not any(response.status_code == 302 for response in jawaban)
    assert masuk(budi.nip, SANDI, dari=ASING).status_code != 302
    assert masuk(budi.nip, SANDI, dari=KANTOR).status_code == 302


def test_strangers_at_many_addresses_do_not_keep_the_owner_out(client, budi, masuk):
    for nomor in range(60):
        masuk(budi.nip, "tebakan", dari=f"203.0.113.{nomor}", browser=Client())

    assert masuk(budi.nip, SANDI, dari=KANTOR).status_code == 302


def test_a_colleague_at_the_same_address_does_not_keep_the_owner_off_his_own_device(client, budi, masuk):
    masuk(budi.nip, SANDI, dari=KANTOR)
    client.post(reverse("account_logout"))
    fail(masuk, budi.nip, kali=50, dari=KANTOR, browser=Client())

    assert masuk(budi.nip, SANDI, dari=KANTOR, browser=Client()).status_code != 302
    assert masuk(budi.nip, SANDI, dari=KANTOR).status_code == 302


def test_a_known_device_has_a_limit_of_its_own(client, budi, masuk):
    masuk(budi.nip, SANDI, dari=KANTOR)
    client.post(reverse("account_logout"))
    jawaban = fail(masuk, budi.nip, kali=11, dari=KANTOR, browser=client)

    assert "belum cocok" in jawaban[9].content.decode()
    assert "Coba lagi 15 menit lagi" in jawaban[10].content.decode()
    assert masuk(budi.nip, SANDI, dari=KANTOR).status_code == 200


def test_a_device_is_known_only_for_those_who_signed_in_on_it(client, budi, masuk):
    masuk(budi.nip, SANDI, dari=KANTOR)
    client.post(reverse("account_logout"))

    jawaban = fail(masuk, "197501012099011002", kali=5, dari=KANTOR, browser=client)

    assert jawaban[-1].status_code == 429


def test_a_forged_device_cookie_is_worth_nothing(client, budi, masuk):
    client.cookies["perangkat"] = '{"id": "x", "nip": ["198501012099011001"]}'

    jawaban = fail(masuk, budi.nip, kali=5, dari=ASING, browser=client)

    assert jawaban[-1].status_code == 429


def test_guessing_from_one_address_is_stopped_across_many_nips(client, budi, masuk):
    for nomor in range(40):
        masuk(f"1985010120990120{nomor:02}", "sandi-paling-umum", dari=ASING, browser=Client())

    response = masuk(budi.nip, SANDI, dari=ASING)

    assert response.status_code == 200
    assert "Coba lagi 15 menit lagi" in response.content.decode()
    assert budi.nip in response.content.decode()
    assert masuk(budi.nip, SANDI, dari=KANTOR).status_code == 302


def test_an_office_behind_one_address_signs_in_together(budi, masuk):
    jawaban = [masuk(budi.nip, SANDI, dari=KANTOR, browser=Client()) for _ in range(60)]

    assert all(response.status_code == 302 for response in jawaban)


def test_behind_a_proxy_only_the_proxys_own_word_counts(client, budi, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    for nomor in range(5):
        response = client.post(
            reverse("account_login"),
            {"login": budi.nip, "password": "tebakan"},
            headers={"x-forwarded-for": f"198.51.100.{nomor}, {ASING}"},
        )

    assert response.status_code == 429
    assert [percobaan.ip_address for percobaan in AccessAttempt.objects.order_by("id")] == [ASING]
