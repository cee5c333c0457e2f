"""One's own account: profile, first password, other devices. Signing in itself is allauth's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allauth.account.views import PasswordChangeView
from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from kinerja.akun import actions, queries
from kinerja.kepegawaian.models import Penempatan
from kinerja.www.akun.forms import FirstPasswordForm

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse, HttpResponseBase

    from kinerja.www.http import Request


def profil(request: Request) -> HttpResponse:
    at = timezone.now()
    penempatan = Penempatan.objects.visible_to(request.user).filter(pegawai__user=request.user).with_people()
    konteks = {
        "daftar_penempatan": penempatan.berlaku(timezone.localdate(at)),
        "langkah_kedua": queries.langkah_kedua(request.user),
        "daftar_sesi": queries.daftar_sesi(request.user, sesi_ini=request.session.session_key or "", at=at),
    }
    return render(request, "akun/profil.html", konteks)


@require_POST
def keluar_perangkat_lain(request: Request) -> HttpResponse:
    sesi_ini = request.session.session_key or ""
    jumlah = actions.end_other_sessions(request.user, sesi_ini=sesi_ini, by=request.user, at=timezone.now())
    pesan = (
        f"{jumlah} perangkat lain sudah dikeluarkan."
        if jumlah
        else "Tidak ada perangkat lain yang sedang masuk."
    )
    messages.success(request, pesan)
    return redirect("akun:profil")


class FirstPasswordView(PasswordChangeView):  # type: ignore[misc]  # allauth has no type information
    """The old password is not asked again: it was typed a moment ago and somebody else has read it aloud."""

    template_name = "akun/sandi_pertama.html"

    def dispatch(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if not request.user.wajib_ganti_sandi:  # type: ignore[union-attr]  # behind the sign-in
            return redirect("account_change_password")
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response

    def get_form_class(self) -> type[FirstPasswordForm]:
        return FirstPasswordForm

    def get_default_success_url(self) -> str:
        return "/"


sandi_pertama = FirstPasswordView.as_view()
