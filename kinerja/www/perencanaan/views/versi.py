"""Two versions of a plan beside each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kinerja.jejak.models import JenisHalaman
from kinerja.metode.banding import Perubahan, banding
from kinerja.perencanaan import queries
from kinerja.perencanaan.models import VersiSKP
from kinerja.www.penglihatan import note_skp
from kinerja.www.perencanaan.views import dasar

if TYPE_CHECKING:
    from kinerja.www.http import Request

SEKARANG = "sekarang"


@require_safe
def versi_compare(request: Request, skp_id: int) -> HttpResponse:
    """Any two versions, or a version and the words as they stand now."""
    skp = dasar.find_skp(request, skp_id)
    note_skp(request, JenisHalaman.SKP, skp)
    daftar = list(skp.daftar_versi.select_related("penilai"))
    nomor = {str(v.nomor): v for v in daftar}
    awal = str(daftar[1].nomor) if len(daftar) > 1 else (str(daftar[0].nomor) if daftar else "")
    akhir = str(daftar[0].nomor) if len(daftar) > 1 else SEKARANG
    dari = request.GET.get("dari", awal) if request.GET.get("dari", awal) in nomor else awal
    ke = request.GET.get("ke", akhir) if request.GET.get("ke", akhir) in {*nomor, SEKARANG} else akhir
    perubahan: tuple[Perubahan, ...] = ()
    if dari:
        sesudah = nomor[ke].isi if ke in nomor else queries.potret_skp(queries.load_potret(skp))
        perubahan = banding(
            queries.potret_terbaca(nomor[dari].isi),
            queries.potret_terbaca(sesudah),
            label=queries.LABEL_BANDING,
        )
    konteks = {"skp": skp, "daftar_versi": daftar, "dari": dari, "ke": ke, "perubahan": perubahan}
    return render(request, "perencanaan/versi_compare.html", konteks | {"versi_ke": _versi(nomor, ke)})


def _versi(nomor: dict[str, VersiSKP], ke: str) -> VersiSKP | None:
    return nomor.get(ke)
