"""How people are rated: the method of a unit in plain words, read by everybody before the period starts."""

from __future__ import annotations

from collections.abc import Iterable

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from kinerja.kebijakan import actions
from kinerja.kebijakan.formulir import IsianAspek, beda, isian_dari
from kinerja.kebijakan.formulir.kalimat import kalimat_aspek
from kinerja.kebijakan.models import JenisAspek, Kebijakan, StatusKebijakan
from kinerja.kebijakan.permissions import can_manage_kebijakan
from kinerja.kebijakan.queries import SUMBER_BERFORMULIR, kebijakan_untuk
from kinerja.kepegawaian.lingkup import berlaku_pada, lingkup
from kinerja.kepegawaian.models import Penempatan, UnitKerja
from kinerja.kompetensi.queries import jangkar_kompetensi
from kinerja.sumber.queries.metode import in_levels, jangkar_bawaan
from kinerja.www.http import Request
from kinerja.www.kebijakan.pohon import daftar_versi
from kinerja.www.kebijakan.uraian import irisan, kalimat_umum, uraikan
from kinerja.www.kepegawaian.views.impor import instansi_of


@require_safe
def metode_own(request: Request) -> HttpResponse:
    """The unit of one's own post; the topmost one for who has none."""
    pegawai, on = lingkup(request.user).pegawai, timezone.localdate()
    tempat = Penempatan.objects.filter(berlaku_pada(on), pegawai=pegawai).order_by("id") if pegawai else None
    nomor = tempat.values_list("unit_kerja_id", flat=True).first() if tempat is not None else None
    if nomor is None:
        nomor = get_object_or_404(UnitKerja, instansi=instansi_of(request), induk=None).pk
    return redirect("kebijakan:metode_unit", nomor)


@require_safe
def metode_unit(request: Request, unit_id: int) -> HttpResponse:
    unit = get_object_or_404(UnitKerja.objects.visible_to(request.user), pk=unit_id)
    on = timezone.localdate()
    berlaku = kebijakan_untuk(unit, on=on)
    return render(
        request, "kebijakan/metode.html", _page(request, unit, berlaku) | {"akan": _next(unit, berlaku)}
    )


@require_safe
def metode_versi(request: Request, kebijakan_id: int) -> HttpResponse:
    """The page of one version: what an older evaluation was made under, or what will hold."""
    daftar = Kebijakan.objects.visible_to(request.user).filter(status=StatusKebijakan.DITETAPKAN)
    kebijakan = get_object_or_404(daftar.select_related("unit_kerja"), pk=kebijakan_id)
    return render(request, "kebijakan/metode.html", _page(request, kebijakan.unit_kerja, kebijakan))


def _page(request: Request, unit: UnitKerja, kebijakan: Kebijakan | None) -> dict[str, object]:
    isian, on = isian_dari(kebijakan), timezone.localdate()
    asal = kebijakan.unit_kerja if kebijakan else unit
    return {
        "unit": unit,
        "akan": None,
        "kebijakan": kebijakan,
        "isian": isian,
        "kalimat_aspek": kalimat_aspek,
        "kalimat_umum": kalimat_umum(isian),
        "jangkar": _sentences(isian.daftar_aspek, instansi_id=asal.instansi_id),
        "uraian": {uraian.bagian.value: uraian for uraian in uraikan(isian)},
        "irisan": irisan(isian.sumber_perilaku),
        "irisan_hasil": irisan(isian.sumber_hasil),
        "catatan": actions.catatan_hukum(kebijakan) if kebijakan else None,
        "riwayat": [v for v in daftar_versi(asal, request.user, on=on) if v.keadaan != "draf"],
        "kelola": can_manage_kebijakan(request.user, asal),
        "on": on,
    }


def _sentences(daftar: Iterable[IsianAspek], *, instansi_id: int) -> dict[str, tuple[str, ...]]:
    """By aspect those among which a rater chooses: for a competence, the levels of the dictionary."""
    kode = {aspek.kompetensi_kode for aspek in daftar if aspek.jenis is JenisAspek.KOMPETENSI} - {""}
    kamus = jangkar_kompetensi(instansi_id, daftar_kode=kode) if kode else {}
    return {aspek.kode: in_levels(_words(aspek), kamus.get(aspek.kompetensi_kode)) for aspek in daftar}


def _words(aspek: IsianAspek) -> tuple[str, ...]:
    """The policy's own or ours; recorded data and the public have none."""
    tanpa = aspek.jenis is JenisAspek.LAYANAN or not SUMBER_BERFORMULIR & set(aspek.sumber)
    return () if tanpa else aspek.jangkar or jangkar_bawaan(aspek.kode)


def _next(unit: UnitKerja, berlaku: Kebijakan | None) -> dict[str, object] | None:
    """The next version that is set for this unit or for one above it, unless a nearer policy keeps it away."""
    nomor = [int(bagian) for bagian in unit.jalur.strip("/").split("/")]
    daftar = Kebijakan.objects.filter(
        unit_kerja_id__in=nomor, status=StatusKebijakan.DITETAPKAN, berlaku_on__gt=timezone.localdate()
    ).select_related("unit_kerja")
    terdekat = berlaku.unit_kerja.tingkat if berlaku else 0
    calon = [k for k in daftar.order_by("id") if k.unit_kerja.tingkat >= terdekat]
    baru = min(calon, key=lambda k: (k.berlaku_on, -k.unit_kerja.tingkat, -k.versi), default=None)
    return {"kebijakan": baru, "perubahan": beda(isian_dari(berlaku), isian_dari(baru))} if baru else None
