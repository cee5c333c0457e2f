"""The board: what the rules proposed, and what people decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_POST

from kinerja.kebijakan.models import Periode
from kinerja.kepegawaian.lingkup import instansi_ids
from kinerja.lib.angka import parse_nomor
from kinerja.tindak_lanjut import actions, permissions, queries
from kinerja.tindak_lanjut.istilah import StatusUsulan
from kinerja.www.tindak_lanjut.forms import PutusanUsulanForm, SaringanPapanForm
from kinerja.www.tindak_lanjut.tujuan import AREA, opened_address

if TYPE_CHECKING:
    from kinerja.tindak_lanjut.actions import PutusanPapan
    from kinerja.tindak_lanjut.queries import Papan, SaringanPapan
    from kinerja.www.http import Request

SEHALAMAN = 20  # people


def papan(request: Request) -> HttpResponse:
    """GET shows it, POST decides about those that were ticked; the filters stay in the address."""
    if not permissions.can_read_papan(request.user):
        raise PermissionDenied
    form = PutusanUsulanForm(request.POST or None)
    dipilih = {nomor for kode in request.POST.getlist("usulan") if (nomor := parse_nomor(kode))}
    if request.method == "POST" and form.is_valid():
        try:
            hasil = actions.decide_usulan(dipilih, form.isian(), by=request.user, at=timezone.now())
        except actions.CannotFollowUp as error:
            form.add_error(None, str(error))
        else:
            _tell(request, hasil)
            return redirect(_address(request))
    return _page(request, form, dipilih)


def _address(request: Request, **tambahan: str) -> str:
    """The board under the same filters; ticks belong to one look only."""
    isi = request.GET.copy()
    isi.pop("centang", None)
    for nama, nilai in tambahan.items():
        isi[nama] = nilai
    return f"{request.path}?{isi.urlencode()}" if isi else request.path


def _tell(request: Request, hasil: PutusanPapan) -> None:
    if hasil.diputus:
        messages.success(
            request, f"{len(hasil.diputus)} usulan diputuskan. Pegawai membacanya di halaman hasilnya."
        )
    for _, sebab in hasil.tertahan[:8]:
        messages.warning(request, sebab)
    if len(hasil.tertahan) > 8:
        messages.warning(
            request, f"Dan {len(hasil.tertahan) - 8} usulan lain tidak diputus karena sebab serupa."
        )


@require_POST
def papan_refresh(request: Request, periode_id: int) -> HttpResponse:
    daftar = Periode.objects.filter(instansi_id__in=instansi_ids(request.user))
    periode = get_object_or_404(daftar, pk=periode_id)
    actions.request_usulan(periode, by=request.user, at=timezone.now())
    messages.success(
        request, f"Usulan {periode.nama} sedang disusun. Hasilnya tampak di papan ini dalam beberapa menit."
    )
    return redirect(f"{reverse('tindak_lanjut:papan')}?periode={periode.pk}")


def _page(request: Request, form: PutusanUsulanForm, dipilih: set[int]) -> HttpResponse:
    saring = SaringanPapanForm.read(request.GET)
    isi = queries.papan(request.user, saring)
    bentuk = SaringanPapanForm(request.GET or {}, papan=isi)
    page = Paginator(queries.orang_di_papan(isi.daftar), SEHALAMAN).get_page(request.GET.get("halaman"))
    orang = queries.usulan_per_orang(isi.daftar, list(page.object_list))
    usulan = [satu for kelompok in orang for satu in kelompok.daftar]
    if request.method == "GET" and request.GET.get("centang") == "semua":
        dipilih = {satu.pk for satu in usulan}
    konteks = {
        "centang": _address(request, centang="semua"),
        "form": form,
        "saringan": bentuk,
        "saring": saring,
        "papan": isi,
        "page": page,
        "orang": orang,
        "dipilih": dipilih,
        "hitungan": _counts(isi, saring),
        "buka": {satu.pk: opened_address(satu, pengelola=True) for satu in usulan},
        "area": AREA,
        "terpilih": next((p for p in isi.daftar_periode if p.pk == saring.periode), None),
    }
    return render(request, "tindak_lanjut/papan.html", konteks, status=422 if form.errors else 200)


def _counts(isi: Papan, saring: SaringanPapan) -> list[tuple[str, int, str, bool]]:
    """One link for each kind that occurs, with its number."""
    tetap = {"status": saring.status, "unit": saring.unit or "", "periode": saring.periode or ""}
    tetap = {nama: nilai for nama, nilai in tetap.items() if nilai not in ("", StatusUsulan.MENUNGGU.value)}

    def alamat(tindakan: str) -> str:
        return f"?{urlencode({**tetap, **({'tindakan': tindakan} if tindakan else {})})}"

    semua = ("Semua", sum(isi.jumlah.values()), alamat(""), not saring.tindakan)
    return [semua] + [
        (t.label, n, alamat(t.value), saring.tindakan == t.value)
        for t, n in isi.jumlah.items()
        if n or saring.tindakan == t.value
    ]
