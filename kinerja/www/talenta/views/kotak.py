"""The nine boxes of a unit, with everybody in them and why."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from kinerja.dokumen.xlsx import KolomXLSX, LembarXLSX, tulis_xlsx
from kinerja.peraturan.talenta import Potensial, StatusKinerja
from kinerja.talenta.queries.penempatan import Peta, Titik, peta_talenta
from kinerja.www.http import Request
from kinerja.www.talenta.bacaan import choose_unit, read_aturan, scope_of
from kinerja.www.talenta.forms import BELUM, SaringTalenta
from kinerja.www.talenta.unduh import respond_xlsx

_KOLOM = (
    KolomXLSX(judul="NIP", lebar=24),
    KolomXLSX(judul="Nama", lebar=36),
    KolomXLSX(judul="Jabatan", lebar=36),
    KolomXLSX(judul="Unit kerja", lebar=36),
    KolomXLSX(judul="Predikat", lebar=18),
    KolomXLSX(judul="Potensial", lebar=12, jenis="angka"),
    KolomXLSX(judul="Kotak", lebar=8, jenis="angka"),
    KolomXLSX(judul="Saran perlakuan", lebar=60),
    KolomXLSX(judul="Belum ada", lebar=50),
)


@require_safe
def talenta_list(request: Request) -> HttpResponse:
    peta, unit, form = _read(request)
    pilih = form.nomor_kotak()
    daftar = _chosen(peta, pilih, form["cari"].value() or "")
    page = Paginator(daftar, 25).get_page(request.GET.get("halaman"))
    konteks = {
        "form": form,
        "unit": unit,
        "peta": peta,
        "pilih": pilih,
        "kotak": next((k for k in peta.aturan.talenta.daftar_kotak if k.nomor == pilih), None),
        "per_pasangan": {(k.kinerja, k.potensial): k for k in peta.aturan.talenta.daftar_kotak},
        "jumlah": {nomor: len(isi) for nomor, isi in peta.per_kotak.items()},
        "alamat": _addresses(request),
        "page": page,
        "alasan": {titik.orang.pegawai_id: peta.jelaskan(titik).daftar_langkah for titik in page.object_list},
        "status_kinerja": list(StatusKinerja),
        "potensial": list(reversed(Potensial)),
    }
    return render(request, "talenta/talenta_list.html", konteks)


@require_safe
def talenta_download(request: Request) -> HttpResponse:
    peta, _, form = _read(request)
    daftar = _chosen(peta, form.nomor_kotak(), form["cari"].value() or "")
    isi = tulis_xlsx(LembarXLSX(nama="Sembilan kotak", daftar_kolom=_KOLOM, daftar_baris=map(_row, daftar)))
    return respond_xlsx(isi, f"talenta-{peta.aturan.tahun}.xlsx")


def _read(request: Request) -> tuple[Peta, object, SaringTalenta]:
    on, jalur = timezone.localdate(), scope_of(request)
    unit, daftar_unit = choose_unit(jalur, request.GET.get("unit"))
    form = SaringTalenta(request.GET, daftar_unit=daftar_unit)
    peta = peta_talenta([unit.jalur] if unit else jalur, aturan=read_aturan(request, on=on), on=on)
    return peta, unit, form


def _chosen(peta: Peta, pilih: int | str, cari: str) -> list[Titik]:
    if pilih == BELUM:
        daftar = peta.tanpa_kotak
    elif isinstance(pilih, int) and pilih:
        daftar = peta.per_kotak[pilih]
    else:
        daftar = [titik for nomor in range(9, 0, -1) for titik in peta.per_kotak[nomor]]
    dicari = cari.casefold().strip()
    if not dicari:
        return daftar
    return [t for t in daftar if dicari in f"{t.orang.nama} {t.orang.nip} {t.orang.jabatan}".casefold()]


def _addresses(request: Request) -> dict[int | str, str]:
    """Where each box leads, the other filters kept; choosing the chosen one again shows all."""
    hasil: dict[int | str, str] = {}
    for kotak in (0, *range(1, 10), BELUM):
        isi = request.GET.copy()
        isi.pop("halaman", None)
        isi["kotak"] = str(kotak) if kotak else ""
        hasil[kotak] = f"?{isi.urlencode()}#orang"
    return hasil


def _row(titik: Titik) -> tuple[str | int | float | None, ...]:
    orang, kotak = titik.orang, titik.kotak
    return (
        orang.nip,
        orang.nama,
        orang.jabatan,
        orang.unit,
        titik.predikat.label if titik.predikat else None,
        None if titik.potensial is None else float(round(titik.potensial, 2)),
        kotak.nomor if kotak else None,
        "; ".join(kotak.daftar_perlakuan) if kotak else None,
        titik.kurang or None,
    )
