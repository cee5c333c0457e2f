"""What the coach says to a result that is being written, each remark under the field it speaks about."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kinerja.metode.telaah_skp import Catatan, telaah_indikator, telaah_rhk
from kinerja.perencanaan import queries
from kinerja.www.perencanaan.views import dasar

if TYPE_CHECKING:
    from django.forms.formsets import BaseFormSet

    from kinerja.perencanaan.models import SKP
    from kinerja.www.perencanaan.forms import IndikatorForm, RHKForm


def telaah_isian(
    skp: SKP, form: RHKForm, rincian: BaseFormSet[IndikatorForm]
) -> dict[str, list[dasar.Remark]]:
    """Reads what was typed, or what is stored; every place of the form has its list, empty or not.

    The places are "telaah-hasil", "telaah-0-uraian" and "telaah-0-target" (the first indicator), and so on.
    """
    konteks = queries.konteks_telaah(skp)
    tempat: dict[str, list[Catatan]] = defaultdict(list)
    tempat["telaah-hasil"] += telaah_rhk(str(form["teks"].value() or ""), konteks=konteks)
    for nomor, baris in enumerate(rincian.forms):
        indikator = _typed(skp, baris)
        uraian, target = tempat[f"telaah-{nomor}-uraian"], tempat[f"telaah-{nomor}-target"]
        for catatan in telaah_indikator(
            indikator.to_rencana(), konteks=konteks, baseline=indikator.cleaned_data.get("baseline")
        ):
            (uraian if catatan.bidang == "uraian" else target).append(catatan)
    return {letak: dasar.remarks(dict.fromkeys(daftar)) for letak, daftar in tempat.items()}


def _typed(skp: SKP, baris: IndikatorForm) -> IndikatorForm:
    if baris.is_bound:
        baris.is_valid()
        return baris
    terikat = type(baris)({nama: baris[nama].value() or "" for nama in baris.fields}, skp=skp)
    terikat.is_valid()
    return terikat
