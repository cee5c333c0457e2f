"""What one person needs and what would serve it: his own page, his penilai's view of it, and the penilai's list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from kinerja.jejak.models import JenisHalaman
from kinerja.kepegawaian.lingkup import lingkup
from kinerja.kepegawaian.models import Pegawai
from kinerja.kepegawaian.permissions import is_admin
from kinerja.kepegawaian.queries.penilai import penempatan_kini
from kinerja.pengembangan import permissions
from kinerja.pengembangan.queries.halaman import halaman_pengembangan
from kinerja.pengembangan.queries.tim import tim_pengembangan
from kinerja.rekap.lingkup import terlihat
from kinerja.www.penglihatan import note_penilai_or_admin

if TYPE_CHECKING:
    from kinerja.www.http import Request


def own_pegawai(request: Request) -> Pegawai:
    pegawai = lingkup(request.user).pegawai
    if pegawai is None:
        raise Http404
    return pegawai


def sections(request: Request) -> dict[str, bool]:
    """Which parts of the area this person has; asks nothing of the database."""
    return {"memimpin": bool(getattr(request.user, "jumlah_tim", 0)), "kelola": is_admin(request.user)}


@require_safe
def pengembangan_own(request: Request) -> HttpResponse:
    return _page(request, own_pegawai(request))


@require_safe
def pengembangan_detail(request: Request, pegawai_id: int) -> HttpResponse:
    orang = Pegawai.objects.visible_to(request.user).filter(terlihat(request.user, kolom="pk"))
    pegawai = get_object_or_404(orang, pk=pegawai_id)
    note_penilai_or_admin(request, JenisHalaman.KOMPETENSI, pegawai.pk)
    return _page(request, pegawai)


@require_safe
def pengembangan_tim(request: Request) -> HttpResponse:
    on = timezone.localdate()
    daftar = tim_pengembangan(own_pegawai(request), on=on)
    return render(request, "pengembangan/tim.html", {"daftar": daftar, "tahun": on.year, **sections(request)})


def _page(request: Request, pegawai: Pegawai) -> HttpResponse:
    on, diri = timezone.localdate(), pegawai.user_id == request.user.pk
    tempat = penempatan_kini(pegawai, on=on)
    isi = halaman_pengembangan(
        pegawai,
        jabatan=tempat.jabatan if tempat else None,
        on=on,
        tertutup=not permissions.can_read_words(request.user, pegawai),
    )
    konteks = {
        "pegawai": pegawai,
        "tempat": tempat,
        "diri": diri,
        "tahun": on.year,
        "isi": isi,
        "rencana": isi.rencana if isi.rencana and (diri or isi.rencana.keadaan != "draf") else None,
        **sections(request),
    }
    return render(request, "pengembangan/pengembangan_detail.html", konteks)
