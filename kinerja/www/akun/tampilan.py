"""Size of text and contrast: kept on the account, and in a cookie for the pages before the sign-in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.shortcuts import redirect, render
from django.utils import timezone

from kinerja.akun import actions
from kinerja.akun.istilah import Kontras, UkuranTeks

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

KUKI = "tampilan"
UMUR = 365 * 24 * 60 * 60


@dataclass(frozen=True)
class Tampilan:
    """Two attributes of <html>; the style sheet does the rest."""

    ukuran_teks: UkuranTeks = UkuranTeks.BIASA
    kontras: Kontras = Kontras.BIASA

    def __str__(self) -> str:
        return f"{self.ukuran_teks}.{self.kontras}"


def tampilan_for(request: HttpRequest) -> Tampilan:
    # A request that is turned away at the door has nobody yet.
    user = getattr(request, "user", None)
    if user is not None and user.is_authenticated:
        return Tampilan(UkuranTeks(user.ukuran_teks), Kontras(user.kontras))
    try:
        ukuran, kontras = request.COOKIES.get(KUKI, "").split(".")
        return Tampilan(UkuranTeks(ukuran), Kontras(kontras))
    except ValueError:
        return Tampilan()


def remember_tampilan(response: HttpResponse, tampilan: Tampilan) -> None:
    if tampilan == Tampilan():
        response.delete_cookie(KUKI)
        return
    aman = settings.SESSION_COOKIE_SECURE
    response.set_cookie(KUKI, str(tampilan), max_age=UMUR, httponly=True, samesite="Lax", secure=aman)


class TampilanForm(forms.Form):
    ukuran_teks = forms.ChoiceField(label="Ukuran teks", choices=UkuranTeks.choices, widget=forms.RadioSelect)
    kontras = forms.ChoiceField(label="Kontras", choices=Kontras.choices, widget=forms.RadioSelect)

    @property
    def pilihan(self) -> Tampilan:
        return Tampilan(UkuranTeks(self.cleaned_data["ukuran_teks"]), Kontras(self.cleaned_data["kontras"]))


@login_not_required
def tampilan(request: HttpRequest) -> HttpResponse:
    """Also for who cannot read the sign-in page yet: his choice then stays in his browser."""
    kini = tampilan_for(request)
    form = TampilanForm(
        request.POST or None, initial={"ukuran_teks": kini.ukuran_teks, "kontras": kini.kontras}
    )
    if request.method == "POST" and form.is_valid():
        pilihan = form.pilihan
        if request.user.is_authenticated:
            user = request.user
            actions.set_tampilan(
                user,
                ukuran_teks=pilihan.ukuran_teks,
                kontras=pilihan.kontras,
                by=user,
                at=timezone.now(),
            )
        messages.success(request, "Tampilan disimpan.")
        response = redirect("akun:tampilan")
        remember_tampilan(response, pilihan)
        return response
    status = 422 if request.method == "POST" else 200
    return render(request, "akun/tampilan.html", {"form": form}, status=status)
