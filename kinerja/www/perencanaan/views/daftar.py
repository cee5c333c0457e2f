"""My plans, one plan to read, and the overview from which it is written."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from kinerja.jejak.models import JenisHalaman
from kinerja.kepegawaian.models import Penempatan
from kinerja.metode.telaah_skp import telaah_rencana
from kinerja.peraturan.alur import StatusSKP
from kinerja.peraturan.jadwal import batas_penetapan_skp
from kinerja.peraturan.perilaku import NilaiDasar
from kinerja.peraturan.skp import JenisLampiran, KategoriSKP, Perspektif, kelengkapan_skp
from kinerja.perencanaan import actions, queries
from kinerja.perencanaan.models import SKP
from kinerja.www.penglihatan import note_skp
from kinerja.www.perencanaan.forms import CatatanForm, CreateForm
from kinerja.www.perencanaan.views import dasar
from kinerja.www.perencanaan.views.langkah import next_step, timeline

if TYPE_CHECKING:
    from kinerja.www.http import Request


@require_safe
def skp_list(request: Request) -> HttpResponse:
    hari_ini = dasar.hari_ini()
    milik = list(SKP.objects.owned_by(request.user).with_people().order_by("-tahun", "-mulai_on", "-id"))
    konteks = {
        "per_tahun": [
            (tahun, [(skp, next_step(skp, on=hari_ini)) for skp in daftar])
            for tahun, daftar in groupby(milik, key=lambda skp: skp.tahun)
        ],
        "menunggu": SKP.objects.assessed_by(request.user)
        .filter(status=StatusSKP.DIAJUKAN)
        .with_people()
        .order_by("submitted_at", "id"),
        "ada_tahun_ini": any(skp.tahun == hari_ini.year for skp in milik),
        "tahun": hari_ini.year,
        "batas": batas_penetapan_skp(tahun=hari_ini.year),
    }
    return render(request, "perencanaan/skp_list.html", konteks)


@require_http_methods(["GET", "POST"])
def skp_create(request: Request) -> HttpResponse:
    at = timezone.now()
    tahun = timezone.localdate(at).year
    daftar = Penempatan.objects.visible_to(request.user).filter(pegawai__user=request.user, jenis="definitif")
    daftar = daftar.with_people().select_related("pegawai__instansi")
    form = CreateForm(request.POST or None, daftar_penempatan=daftar, tahun=tahun)
    if request.method == "POST" and form.is_valid():
        penempatan = get_object_or_404(daftar, pk=form.cleaned_data["penempatan"])
        try:
            skp = actions.create_skp(
                penempatan,
                tahun=form.cleaned_data["tahun"],
                pendekatan=form.cleaned_data["pendekatan"],
                by=request.user,
                at=at,
            )
        except actions.CannotChangeSKP as ditolak:
            form.add_error(None, str(ditolak))
        else:
            return redirect("perencanaan:skp_edit", skp.pk)
    status = 422 if form.errors else 200
    return render(request, "perencanaan/skp_create.html", {"form": form}, status=status)


@require_safe
def skp_detail(request: Request, skp_id: int) -> HttpResponse:
    skp = dasar.find_skp(request, skp_id)
    note_skp(request, JenisHalaman.SKP, skp)
    baca = queries.load_isi(
        skp,
        dialog=skp.daftar_dialog.select_related("penulis").order_by("-created_at", "-id"),
        versi=skp.daftar_versi.defer("isi").select_related("penilai"),
    )
    boleh = dasar.boleh(request, skp, on=dasar.hari_ini())
    meninjau = boleh.menetapkan or boleh.mengembalikan
    rencana = queries.rencana_dari(skp)
    catatan = telaah_rencana(rencana, konteks=queries.konteks_telaah(skp)) if meninjau else ()
    ekspektasi = {e.nilai: e.teks for e in skp.daftar_ekspektasi.all()}
    konteks = {
        "skp": skp,
        "boleh": boleh,
        "langkah": next_step(skp, on=dasar.hari_ini()) if boleh.milik else None,
        "daftar_telaah": dasar.remarks(catatan),
        "meninjau": meninjau,
        "daftar_nilai": [(nilai, ekspektasi.get(nilai, "")) for nilai in NilaiDasar],
        "lampiran": [(j, [b for b in skp.daftar_lampiran.all() if b.jenis == j]) for j in JenisLampiran],
        "perspektif": [(p, p in rencana.perspektif) for p in Perspektif],
        "pimpinan": skp.kategori == KategoriSKP.PIMPINAN,
        "linimasa": timeline(baca["dialog"]),
        "daftar_versi": baca["versi"],
        "sebelumnya": queries.skp_sebelumnya(skp) if meninjau else None,
        "rhk_pimpinan": list(queries.daftar_rhk_pimpinan(skp)) if boleh.menautkan else [],
        "form_dialog": CatatanForm(prefix="dialog"),
    }
    return render(request, "perencanaan/skp_detail.html", konteks)


@require_safe
def skp_edit(request: Request, skp_id: int) -> HttpResponse:
    """The steps of writing: where one is, what is missing, and what the coach thinks."""
    skp = dasar.find_own(request, skp_id)
    boleh = dasar.boleh(request, skp, on=dasar.hari_ini())
    if not boleh.menyunting:
        return dasar.to_detail(skp)
    queries.load_isi(skp)
    rencana = queries.rencana_dari(skp)
    umum, per_hasil = dasar.remarks_per_hasil(telaah_rencana(rencana, konteks=queries.konteks_telaah(skp)))
    konteks = {
        "skp": skp,
        "boleh": boleh,
        "pimpinan": skp.kategori == KategoriSKP.PIMPINAN,
        "kekurangan": kelengkapan_skp(rencana=rencana),
        "daftar_telaah": umum,
        "telaah_hasil": per_hasil,
        "perspektif": [(p, p in rencana.perspektif) for p in Perspektif],
        "daftar_sel": list(queries.sel_untuk(skp)),
        "sebelumnya": queries.skp_sebelumnya(skp),
        "jumlah_ekspektasi": len(skp.daftar_ekspektasi.all()),
        "jumlah_lampiran": len({b.jenis for b in skp.daftar_lampiran.all()}),
    }
    return render(request, "perencanaan/skp_edit.html", konteks)
