"""One sheet of questions, whoever answers it: what is asked, the hint on the sentence, and saving once it was seen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render

from kinerja.metode.catatan import Tingkat
from kinerja.metode.telaah_umpan_balik import telaah_umpan_balik
from kinerja.sumber.actions import CannotAnswer, KunciHilang
from kinerja.www.http import Request
from kinerja.www.sumber.forms import LembarForm

Hints = list[dict[str, str]]


def hints(teks: str) -> Hints:
    """Remarks in the shape of the component; they never block."""
    return [
        {
            "tingkat": "kekurangan" if catatan.tingkat is Tingkat.PERINGATAN else "nasihat",
            "pesan": catatan.pesan,
            "contoh": catatan.contoh,
            "rujukan": "",
        }
        for catatan in telaah_umpan_balik(teks, bidang="kalimat")
    ]


def show_lembar(
    request: Request, form: LembarForm, template: str, konteks: dict[str, Any], *, save: Callable[[], str]
) -> HttpResponse:
    """The page, or the way on after saving. A sentence with a remark is sent when its writer has seen the remark."""
    telaah = hints(form["kalimat"].value() or "")
    if request.method == "POST" and form.is_valid() and (not telaah or request.POST.get("telaah_dibaca")):
        try:
            return redirect(save())
        except (CannotAnswer, KunciHilang) as error:
            form.add_error(None, str(error))
    konteks = {
        **konteks,
        "form": form,
        "telaah": telaah,
        "tanya": request.method == "POST" and form.is_valid(),
    }
    return render(request, template, konteks, status=422 if request.method == "POST" else 200)
