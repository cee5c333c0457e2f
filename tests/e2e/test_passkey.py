"""A passkey from its making to a sign-in, with the browser's own virtual authenticator."""

import pytest

from kinerja.akun.models import User
from kinerja.jejak.models import Catatan

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
SANDI = "kursi-biru-langit"


@pytest.fixture
def halaman(peramban):
    """A page whose device has a fingerprint reader that always says yes; a blocked script fails the test."""
    pesan = []
    konteks = peramban.new_context(viewport={"width": 360, "height": 740})
    halaman = konteks.new_page()
    halaman.on("console", lambda baris: pesan.append(baris.text))
    _pasang_sidik_jari(halaman)
    yield halaman
    konteks.close()
    assert not [baris for baris in pesan if "Content Security Policy" in baris]


def _pasang_sidik_jari(halaman):
    alat = halaman.context.new_cdp_session(halaman)
    alat.send("WebAuthn.enable")
    pilihan = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    alat.send("WebAuthn.addVirtualAuthenticator", {"options": pilihan})


def _masuk(halaman, alamat, nip):
    halaman.goto(f"{alamat}/akun/masuk/?next=/akun/")
    halaman.get_by_label("NIP").fill(nip)
    halaman.get_by_label("Kata sandi").fill(SANDI)
    halaman.get_by_role("button", name="Masuk", exact=True).click()


def _tambah_kunci(halaman, alamat):
    halaman.goto(f"{alamat}/akun/dua-langkah/kunci-sandi/tambah/")
    halaman.get_by_label("Kata sandi").fill(SANDI)
    halaman.get_by_role("button", name="Lanjutkan").click()
    halaman.get_by_label("Nama kunci").fill("Ponsel Budi")
    halaman.get_by_role("button", name="Buat kunci sandi").click()
    halaman.wait_for_url("**/kode-pemulihan/")


@pytest.fixture
def budi():
    return User.objects.create_user("198501012099011001", SANDI, nama="Budi Santoso", wajib_ganti_sandi=False)


def test_a_passkey_signs_in_without_a_password(live_server, halaman, budi):
    _masuk(halaman, live_server.url, budi.nip)
    halaman.wait_for_url("**/akun/")
    _tambah_kunci(halaman, live_server.url)
    halaman.context.clear_cookies()

    halaman.goto(f"{live_server.url}/akun/masuk/?next=/akun/")
    halaman.get_by_role("button", name="Masuk dengan kunci sandi").click()
    halaman.wait_for_url(lambda alamat: "/masuk/" not in alamat)
    halaman.goto(f"{live_server.url}/akun/")

    assert halaman.get_by_role("heading", name="Akun saya").is_visible()
    assert halaman.get_by_text("1 tersimpan").is_visible()
    assert Catatan.objects.filter(tindakan="akun.kunci_sandi_ditambah").count() == 1
    assert Catatan.objects.filter(tindakan="akun.masuk").latest("id").rincian["cara"] == ["mfa"]


def test_a_passkey_is_the_second_step_and_can_be_removed(live_server, halaman, budi):
    _masuk(halaman, live_server.url, budi.nip)
    halaman.wait_for_url("**/akun/")
    _tambah_kunci(halaman, live_server.url)
    halaman.context.clear_cookies()

    _masuk(halaman, live_server.url, budi.nip)
    halaman.get_by_role("button", name="Pakai kunci sandi").click()
    halaman.wait_for_url("**/akun/")
    halaman.goto(f"{live_server.url}/akun/dua-langkah/kunci-sandi/")
    halaman.get_by_role("link", name="Hapus Ponsel Budi").click()
    halaman.get_by_role("link", name="Pakai kunci sandi").click()
    halaman.get_by_role("button", name="Pakai kunci sandi").click()
    halaman.get_by_role("button", name="Ya, hapus").click()

    assert halaman.get_by_text("Belum ada kunci sandi").is_visible()
    assert Catatan.objects.filter(tindakan="akun.kunci_sandi_dihapus").count() == 1
