"""What the pages of this area share."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from kinerja.bimbingan.actions import CannotGuide, KunciKonselingHilang
from kinerja.bimbingan.models import Bimbingan, Konseling

if TYPE_CHECKING:
    from django import forms

    from kinerja.www.http import Request


def get_bimbingan(request: Request, bimbingan_id: int) -> Bimbingan:
    daftar = Bimbingan.objects.visible_to(request.user).with_people()
    bimbingan: Bimbingan = get_object_or_404(daftar, pk=bimbingan_id)
    return bimbingan


def get_konseling(request: Request, konseling_id: int) -> Konseling:
    daftar = Konseling.objects.visible_to(request.user).with_people()
    konseling: Konseling = get_object_or_404(daftar, pk=konseling_id)
    return konseling


def attempt(request: Request, act: Callable[[], object], *, berhasil: str) -> bool:
    """One action; its refusal or its success as a message."""
    try:
        act()
    except (CannotGuide, KunciKonselingHilang) as error:
        messages.error(request, str(error))
        return False
    messages.success(request, berhasil)
    return True


def fill_in(request: Request, form: forms.Form, act: Callable[[], object]) -> bool:
    """One action from a form; its refusal stands above the form, with everything that was typed."""
    if not form.is_valid():
        return False
    try:
        act()
    except (CannotGuide, KunciKonselingHilang) as error:
        form.add_error(None, str(error))
        return False
    return True


def form_page(request: Request, form: forms.Form, **konteks: object) -> HttpResponse:
    """A page that is nothing but one form: judul, pengantar, kirim, batal, and `draf` when a browser may keep it."""
    status = 422 if form.errors else 200
    isi = {"batal": "", "draf": "", "rahasia": False, "form": form, **konteks}
    return render(request, "bimbingan/isian.html", isi, status=status)


def back_to(bimbingan: Bimbingan, bagian: str = "") -> HttpResponse:
    alamat = redirect("bimbingan:bimbingan_detail", bimbingan.pk)
    if bagian:
        alamat["Location"] += f"#{bagian}"
    return alamat
