"""Rating oneself."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone

from kinerja.kebijakan.models import Periode
from kinerja.kebijakan.queries import metode_dari
from kinerja.metode.agregasi import Sumber
from kinerja.perencanaan.models import SKP
from kinerja.sumber import actions, queries
from kinerja.sumber.amplop import Jawaban
from kinerja.sumber.models import NilaiDiri
from kinerja.www.http import Request
from kinerja.www.sumber.forms import LembarForm, isian_awal
from kinerja.www.sumber.views.lembar import show_lembar


def diri_edit(request: Request, skp_id: int, periode_id: int) -> HttpResponse:
    """Only while its period takes answers; afterwards the result page shows it."""
    daftar = SKP.objects.owned_by(request.user).select_related("unit_kerja", "pegawai")
    skp = get_object_or_404(daftar, pk=skp_id)
    on = timezone.localdate()
    terisi = queries.periode_diri(skp, on=on)
    if terisi is None or terisi[0].pk != periode_id:
        raise Http404
    periode, kebijakan = terisi
    lama = NilaiDiri.objects.filter(skp=skp, periode=periode).order_by("id").first()
    metode = queries.with_kamus(metode_dari(kebijakan), instansi_id=skp.instansi_id)
    butir = queries.daftar_butir(metode, Sumber.DIRI)
    awal = isian_awal(Jawaban(langkah=lama.jawaban, kalimat=lama.kalimat)) if lama else {}
    form = LembarForm(request.POST or None, daftar_butir=butir, initial=awal)
    form.fields["kalimat"].label = "Satu kalimat tentang Anda"

    def save() -> str:
        return _save(request, skp, periode, form)

    konteks = {
        "skp": skp, "periode": periode, "lama": lama, "batas_on": queries.selesai_sumber(periode, kebijakan),
    }  # fmt: skip
    return show_lembar(request, form, "sumber/diri_edit.html", konteks, save=save)


def _save(request: Request, skp: SKP, periode: Periode, form: LembarForm) -> str:
    actions.rate_diri(skp, periode, form.jawaban, by=request.user, at=timezone.now())
    messages.success(request, "Penilaian diri tersimpan. Penilai Anda membacanya di samping penilaian lain.")
    return "sumber:tugas_list"
