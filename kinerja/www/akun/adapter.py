"""Where allauth asks us: no sign-up, our words, our limits, and every security event in the trail."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import segno
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.core.internal import ratelimit
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.urls import reverse
from django.utils import timezone

from kinerja.akun import actions, enkripsi
from kinerja.akun.istilah import Kontras, UkuranTeks
from kinerja.akun.models import User
from kinerja.www.akun.perangkat import known_device, remember_device
from kinerja.www.akun.tampilan import Tampilan, remember_tampilan

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from kinerja.www.http import Request

# Failed sign-ins only; a success gives its attempt back. One address may be a whole office, and 40 in a quarter of an
# hour is more than an office mistypes, yet fewer than 4,000 guesses a day over all accounts together.
BATAS_ALAMAT = {"masuk": "40/15m/ip"}
BATAS_PERANGKAT = {"masuk": "10/15m/key"}

TERLALU_SERING = (
    "Terlalu banyak percobaan yang gagal. Coba lagi 15 menit lagi. "
    "Kalau lupa kata sandi, minta kata sandi sementara kepada admin kepegawaian unit Anda."
)
CARA_MEMASTIKAN = {
    "reauthenticate": "Pakai kata sandi",
    "mfa_reauthenticate": "Pakai kode dari aplikasi autentikator",
    "mfa_reauthenticate:webauthn": "Pakai kunci sandi (passkey)",
}
# allauth announces every change of the second step as a notification to its owner: the one place that sees them all.
PERISTIWA = {
    "mfa/email/totp_activated": "autentikator_dipasang",
    "mfa/email/totp_deactivated": "autentikator_dilepas",
    "mfa/email/webauthn_added": "kunci_sandi_ditambah",
    "mfa/email/webauthn_removed": "kunci_sandi_dihapus",
    "mfa/email/recovery_codes_generated": "kode_pemulihan_dibuat",
}


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no type information
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": "Akun ini sedang tidak aktif.",
        "enter_current_password": "Kata sandi sekarang belum cocok. Ketik kata sandi yang Anda pakai untuk masuk hari ini.",
        "incorrect_code": "Kode belum cocok. Kode berganti setiap 30 detik; ketik kode yang sedang tampil.",
        "incorrect_password": "Kata sandi belum cocok. Periksa huruf besar dan kecilnya.",
        "too_many_login_attempts": TERLALU_SERING,
        "rate_limited": TERLALU_SERING,
        "username_password_mismatch": (
            "NIP atau kata sandi belum cocok. Periksa ke-18 angka NIP dan huruf besar-kecil kata sandi Anda."
        ),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def pre_authenticate(self, request: HttpRequest, **credentials: str) -> None:
        """Nothing: allauth would count by NIP alone, and a stranger could use that against its owner."""

    def authenticate(self, request: HttpRequest, **credentials: str) -> User | None:
        perangkat = known_device(request, credentials["username"])
        percobaan = ratelimit.consume(
            request,
            app="kinerja.akun",
            action="masuk",
            config=BATAS_PERANGKAT if perangkat else BATAS_ALAMAT,
            key=f"{perangkat}:{credentials['username']}",
        )
        if percobaan is None:
            raise self.validation_error("too_many_login_attempts")
        user: User | None = super().authenticate(request, **credentials)
        if user:
            percobaan.rollback()
        return user

    def post_login(self, request: HttpRequest, user: User, **lainnya: object) -> HttpResponse:
        response: HttpResponse = super().post_login(request, user, **lainnya)
        cara = [catatan["method"] for catatan in get_authentication_records(request, user)]
        actions.record_sign_in(user, at=timezone.now(), alamat=self.get_client_ip(request), cara=cara)
        remember_device(request, response, user=user)
        remember_tampilan(response, Tampilan(UkuranTeks(user.ukuran_teks), Kontras(user.kontras)))
        return response

    def logout(self, request: Request) -> None:
        actions.record_sign_out(request.user, at=timezone.now())
        super().logout(request)

    def set_password(self, user: User, password: str) -> None:
        sesi_ini = self.request.session.session_key
        actions.change_password(user, password, by=user, at=timezone.now(), sesi_ini=sesi_ini)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("akun:profil")

    def get_reauthentication_methods(self, user: User) -> list[dict[str, str]]:
        daftar_cara: list[dict[str, str]] = super().get_reauthentication_methods(user)
        return [{**cara, "description": CARA_MEMASTIKAN[cara["id"]]} for cara in daftar_cara]

    def send_notification_mail(self, template_prefix: str, user: User, *_: object, **__: object) -> None:
        if peristiwa := PERISTIWA.get(template_prefix):
            actions.record_security_change(user, peristiwa=peristiwa, by=user, at=timezone.now())


class MFAAdapter(DefaultMFAAdapter):  # type: ignore[misc]  # allauth has no type information
    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "cannot_generate_recovery_codes": "Pasang aplikasi autentikator atau kunci sandi dulu, baru kode pemulihan dapat dibuat.",
        "incorrect_code": AccountAdapter.error_messages["incorrect_code"],
    }

    def encrypt(self, text: str) -> str:
        return enkripsi.encrypt(text)

    def decrypt(self, encrypted_text: str) -> str:
        return enkripsi.decrypt(encrypted_text)

    def build_totp_svg(self, url: str) -> str:
        """Dark on white also where the page itself is dark: a camera needs it."""
        gambar = BytesIO()
        segno.make(url, error="m").save(
            gambar, kind="svg", xmldecl=False, scale=4, border=3, dark="#000", light="#fff"
        )
        return gambar.getvalue().decode()

    def generate_authenticator_name(self, user: User, type: str) -> str:  # noqa: A002 - allauth's name
        jumlah = Authenticator.objects.filter(user=user, type=type).count()
        return "Kunci utama" if jumlah == 0 else f"Kunci ke-{jumlah + 1}"

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        return {**super().get_public_key_credential_rp_entity(), "name": "Kinerja"}
