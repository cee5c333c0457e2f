"""allauth's forms in our words. What they check stays allauth's."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from allauth.account.forms import ChangePasswordForm, ReauthenticateForm, SetPasswordForm
from allauth.account.forms import LoginForm as AllauthLoginForm
from allauth.mfa.base.forms import AuthenticateForm as AllauthAuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as AllauthReauthenticateCodeForm
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm as AllauthActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm as AllauthAddWebAuthnForm
from allauth.mfa.webauthn.forms import AuthenticateWebAuthnForm, LoginWebAuthnForm, ReauthenticateWebAuthnForm
from django import forms
from django.core.exceptions import ValidationError

from kinerja.akun.backends import nip_polos

KUNCI_TAK_DIKENAL = "Kunci sandi ini tidak dikenali. Coba kunci lain, atau pakai cara masuk yang lain."
PANJANG_TERKETIK = 30  # 18 digits and the spaces people put between them


def _label(form: forms.Form, **daftar_label: str) -> None:
    """Our label above the field says it all: no placeholder, no second help text."""
    for nama, label in daftar_label.items():
        field = form.fields[nama]
        field.label = label
        field.help_text = ""
        field.widget.attrs.pop("placeholder", None)


class LoginForm(AllauthLoginForm):  # type: ignore[misc]  # allauth has no type information
    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        attrs = {"inputmode": "numeric", "autocomplete": "username webauthn", "autocapitalize": "off"}
        self.fields["login"] = forms.CharField(
            max_length=PANJANG_TERKETIK, widget=forms.TextInput(attrs=attrs)
        )
        self.order_fields(["login", "password", "remember"])
        _label(
            self, login="NIP", password="Kata sandi", remember="Tetap masuk di perangkat ini selama 12 jam"
        )

    def clean_login(self) -> str:
        nip = nip_polos(self.cleaned_data["login"])
        if not (nip.isascii() and nip.isdigit()):
            raise ValidationError("NIP hanya berisi angka. Ketik 18 angka NIP Anda; spasi boleh dipakai.")
        if len(nip) != 18:
            raise ValidationError(
                f"NIP terdiri atas 18 angka, yang terketik {len(nip)}. Periksa angka yang kurang atau lebih."
            )
        return nip


class PasswordForm(ChangePasswordForm):  # type: ignore[misc]
    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        _label(
            self,
            oldpassword="Kata sandi sekarang",
            password1="Kata sandi baru",
            password2="Ketik ulang kata sandi baru",
        )


class FirstPasswordForm(SetPasswordForm):  # type: ignore[misc]
    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        _label(self, password1="Kata sandi baru", password2="Ketik ulang kata sandi baru")

    def clean_password1(self) -> str:
        sandi: str = self.cleaned_data["password1"]
        if self.user.check_password(sandi):
            raise ValidationError(
                "Ini masih kata sandi sementara. Pilih kata sandi lain yang hanya Anda yang tahu."
            )
        return sandi


class ConfirmPasswordForm(ReauthenticateForm):  # type: ignore[misc]
    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        _label(self, password="Kata sandi")


class CodeForm(AllauthAuthenticateForm):  # type: ignore[misc]
    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        _label(self, code="Kode")


class ConfirmCodeForm(AllauthReauthenticateCodeForm):  # type: ignore[misc]
    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        _label(self, code="Kode")


class ActivateTOTPForm(AllauthActivateTOTPForm):  # type: ignore[misc]
    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs["inputmode"] = "numeric"
        _label(self, code="Kode 6 angka dari aplikasi")


@contextmanager
def _readable_passkey() -> Iterator[None]:
    """allauth expects a well-formed answer of a browser; whatever else is sent is an unknown key, not a crash."""
    try:
        yield
    except ValidationError as error:
        if error.code != "incorrect_code":
            raise
        raise ValidationError(KUNCI_TAK_DIKENAL) from error
    except (AttributeError, LookupError, TypeError, ValueError) as error:
        raise ValidationError(KUNCI_TAK_DIKENAL) from error


class _PasskeyMixin:
    def clean_credential(self) -> Authenticator:
        with _readable_passkey():
            return super().clean_credential()  # type: ignore[misc]


class LoginPasskeyForm(_PasskeyMixin, LoginWebAuthnForm):  # type: ignore[misc]
    pass


class PasskeyForm(_PasskeyMixin, AuthenticateWebAuthnForm):  # type: ignore[misc]
    pass


class ConfirmPasskeyForm(_PasskeyMixin, ReauthenticateWebAuthnForm):  # type: ignore[misc]
    pass


class AddPasskeyForm(AllauthAddWebAuthnForm):  # type: ignore[misc]
    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["passwordless"].initial = True
        _label(self, name="Nama kunci", passwordless="Boleh dipakai masuk tanpa kata sandi")

    def clean(self) -> dict[str, Any]:
        with _readable_passkey():
            isian: dict[str, Any] = super().clean()
        return isian
