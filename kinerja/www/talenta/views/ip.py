"""The index: means of units for everybody, people for the admin, one's own for oneself."""

from __future__ import annotations

from datetime import date, timedelta

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from kinerja.dokumen.xlsx import KolomXLSX, LembarXLSX, tulis_xlsx
from kinerja.jejak.models import JenisHalaman, Sebagai
from kinerja.kepegawaian.istilah import JenisPeran
from kinerja.kepegawaian.lingkup import lingkup
from kinerja.kepegawaian.models import Pegawai, UnitKerja
from kinerja.kepegawaian.permissions import is_admin
from kinerja.lib.angka import parse_nomor
from kinerja.lib.sekaligus import read_together
from kinerja.metode.ip_asn import Dimensi, MasaSertifikat, TabelIP
from kinerja.setelan.queries import nilai
from kinerja.talenta import actions
from kinerja.talenta.models import DataIP, TerbitanIP
from kinerja.talenta.permissions import can_record_talenta
from kinerja.talenta.queries.ip import IndeksUnit, TitikIP, indeks_banyak, indeks_unit, jam_setahun
from kinerja.talenta.setelan import IP_ASN, masa_sertifikat, tabel_ip
from kinerja.www.http import Request
from kinerja.www.penglihatan import note_akses
from kinerja.www.talenta.bacaan import instansi_id_of, is_admin_of, read_aturan
from kinerja.www.talenta.forms import BELUM, IPForm, SaringIP
from kinerja.www.talenta.unduh import respond_xlsx

_KOLOM = (
    KolomXLSX(judul="NIP", lebar=24),
    KolomXLSX(judul="Nama", lebar=36),
    KolomXLSX(judul="Jabatan", lebar=36),
    KolomXLSX(judul="Unit kerja", lebar=36),
    *(KolomXLSX(judul=dimensi.label, lebar=12, jenis="angka") for dimensi in Dimensi),
    KolomXLSX(judul="IP ASN", lebar=10, jenis="angka"),
    KolomXLSX(judul="Kategori", lebar=16),
    KolomXLSX(judul="Belum diketahui", lebar=60),
    KolomXLSX(judul="Data per tanggal", lebar=14, jenis="tanggal"),
    KolomXLSX(judul="Sumber", lebar=36),
)


_DILIHAT = timedelta(days=730)  # how far back the newest open publication of a unit is looked for


def _rules(request: Request) -> tuple[TabelIP, MasaSertifikat]:
    isi = nilai(instansi_id_of(request), IP_ASN)
    return tabel_ip(isi), masa_sertifikat(isi)


@require_safe
def ip_list(request: Request) -> HttpResponse:
    """The means as they were put out, and for the admin the people of his part as they are today."""
    (tabel, masa), on = _rules(request), timezone.localdate()
    instansi_id = instansi_id_of(request)
    baca = read_together(
        unit=UnitKerja.objects.filter(instansi=instansi_id, dibubarkan_on=None).order_by("jalur", "pk"),
        terbitan=TerbitanIP.objects.visible_to(request.user)
        .filter(instansi=instansi_id, per_on__gte=on - _DILIHAT)
        .order_by("-per_on"),
    )
    daftar_unit: list[UnitKerja] = baca["unit"]
    akar = [unit.jalur for unit in daftar_unit if unit.induk_id is None]
    per_unit = indeks_unit(baca["terbitan"], daftar_unit, tabel=tabel)
    semua = indeks_banyak(akar, tabel=tabel, on=on, masa=masa) if is_admin(request.user) else []
    unit = _chosen_unit(daftar_unit, request.GET.get("unit"))
    form = SaringIP(request.GET)
    orang = [t for t in semua if is_admin_of(request, t.baris.jalur)]
    tampil = _filtered(orang, form, unit)
    konteks = {
        "form": form,
        "unit": unit,
        "jalan": _way_to(daftar_unit, unit),
        "indeks": per_unit.get(unit.pk) if unit else None,
        "anak": _children(per_unit, unit),
        "kelola": is_admin(request.user),
        "page": Paginator(tampil, 25).get_page(request.GET.get("halaman")),
        "belum": sum(t.jumlah is None for t in orang),
        "jumlah": len(orang),
        "unduh": request.GET.urlencode(),
    }
    return render(request, "talenta/ip_list.html", konteks)


@require_safe
def ip_download(request: Request) -> HttpResponse:
    jalur = lingkup(request.user).jalur_peran(JenisPeran.ADMIN_INSTANSI)
    if not jalur:
        raise PermissionDenied
    on, form = timezone.localdate(), SaringIP(request.GET)
    unit = (
        UnitKerja.objects.visible_to(request.user)
        .filter(pk=parse_nomor(request.GET.get("unit")) or 0)
        .order_by("pk")
        .first()
    )
    tabel, masa = _rules(request)
    daftar = _filtered(indeks_banyak(jalur, tabel=tabel, on=on, masa=masa), form, unit)
    isi = tulis_xlsx(LembarXLSX(nama="IP ASN", daftar_kolom=_KOLOM, daftar_baris=map(_row, daftar)))
    return respond_xlsx(isi, f"ip-asn-{on:%Y-%m-%d}.xlsx")


@require_safe
def ip_own(request: Request) -> HttpResponse:
    pegawai = lingkup(request.user).pegawai
    if pegawai is None:
        raise Http404
    return _page(request, pegawai.pk, diri=True)


@require_safe
def ip_detail(request: Request, pegawai_id: int) -> HttpResponse:
    if not is_admin(request.user):
        raise PermissionDenied
    respons = _page(request, pegawai_id, diri=False)
    note_akses(request, JenisHalaman.TALENTA, pegawai_id, sebagai=Sebagai.ADMIN)
    return respons


def _page(request: Request, pegawai_id: int, *, diri: bool) -> HttpResponse:
    (tabel, masa), on = _rules(request), timezone.localdate()
    daftar = indeks_banyak([], tabel=tabel, on=on, masa=masa, pegawai_id=pegawai_id)
    titik = daftar[0] if daftar else None
    if not diri and not (titik and is_admin_of(request, titik.baris.jalur)):
        raise Http404
    # Nobody keeps his own data.
    sendiri = lingkup(request.user).pegawai
    kelola = not diri and (sendiri is None or sendiri.pk != pegawai_id)
    konteks = {
        "diri": diri,
        "titik": titik,
        "kelola": kelola,
        "jam": jam_setahun(titik, masa=masa) if titik else None,
        "nilai_predikat": read_aturan(request, on=on).talenta.nilai_predikat,
    }
    return render(request, "talenta/ip_detail.html", konteks)


def ip_edit(request: Request, pegawai_id: int) -> HttpResponse:
    pegawai = get_object_or_404(Pegawai.objects.visible_to(request.user), pk=pegawai_id)
    if not can_record_talenta(request.user, pegawai, on=timezone.localdate()):
        raise PermissionDenied
    data = DataIP.objects.filter(pegawai=pegawai).order_by("pk").first()
    form = IPForm(request.POST or None, initial=IPForm.awal(data))
    if request.method == "POST" and form.is_valid():
        try:
            actions.keep_data_ip(pegawai, isian=form.isian(), by=request.user, at=timezone.now())
            messages.success(request, f"Data IP ASN {pegawai} tersimpan.")
            return redirect("talenta:ip_detail", pegawai.pk)
        except actions.CannotKeepDataIP as error:
            form.add_error(error.medan or None, str(error))
    konteks = {"form": form, "pegawai": pegawai, "data": data}
    return render(request, "talenta/ip_edit.html", konteks, status=422 if form.errors else 200)


def _chosen_unit(daftar: list[UnitKerja], diminta: str | None) -> UnitKerja | None:
    nomor = parse_nomor(diminta)
    akar = next((unit for unit in daftar if unit.induk_id is None), None)
    return next((unit for unit in daftar if unit.pk == nomor), akar)


def _way_to(daftar: list[UnitKerja], unit: UnitKerja | None) -> list[UnitKerja]:
    """The units above the chosen one, topmost first."""
    return [atas for atas in daftar if unit and unit.pk != atas.pk and unit.jalur.startswith(atas.jalur)]


def _children(per_unit: dict[int, IndeksUnit], unit: UnitKerja | None) -> list[IndeksUnit]:
    return [
        satu for satu in per_unit.values() if unit and satu.unit.induk_id == unit.pk and satu.jumlah_pegawai
    ]


def _filtered(daftar: list[TitikIP], form: SaringIP, unit: UnitKerja | None) -> list[TitikIP]:
    dicari, keadaan = (form["cari"].value() or "").casefold().strip(), form["keadaan"].value() or ""
    return [
        titik
        for titik in daftar
        if (unit is None or titik.baris.jalur.startswith(unit.jalur))
        and (not keadaan or (titik.jumlah is None) == (keadaan == BELUM))
        and dicari in f"{titik.baris.nama} {titik.baris.nip} {titik.baris.jabatan}".casefold()
    ]


def _row(titik: TitikIP) -> tuple[str | float | date | None, ...]:
    baris, hasil = titik.baris, titik.hasil
    skor = [None if s.skor is None else float(s.skor) for s in hasil.daftar_dimensi] if hasil else [None] * 4
    return (
        baris.nip,
        baris.nama,
        baris.jabatan,
        baris.unit,
        *skor,
        None if titik.jumlah is None else float(titik.jumlah),
        hasil.kategori if hasil else None,
        " ".join(titik.daftar_kurang) or None,
        baris.per_on,
        baris.sumber,
    )
