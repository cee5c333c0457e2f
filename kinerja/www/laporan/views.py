"""The reports there are, one of them as a table, and one person's fields for SIASN."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from kinerja.kebijakan.models import Tahap
from kinerja.laporan.istilah import EKSPOR_BKN, TABEL, JenisLaporan
from kinerja.laporan.lingkup import cakupan, evaluasi_terbaca, sebagai
from kinerja.laporan.queries.bentuk import Saringan
from kinerja.laporan.queries.daftar import DAFTAR
from kinerja.laporan.queries.evaluasi import pelaporan
from kinerja.laporan.queries.keterangan import dissolved_remark
from kinerja.lib.angka import parse_nomor
from kinerja.tindak_lanjut.istilah import SUDAH_PASTI
from kinerja.www.laporan.saringan import read_laporan
from kinerja.www.penglihatan import note_akses

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from django.http import HttpResponse

    from kinerja.laporan.queries.bentuk import Baris, Laporan
    from kinerja.www.http import Request

SATU_HALAMAN = 25
LANGSUNG_TERBANYAK = 500
HALAMAN_TERJAUH = 1_000_000


@require_safe
def laporan_list(request: Request) -> HttpResponse:
    on = timezone.localdate()
    konteks = {
        "daftar": [satu for jenis, satu in DAFTAR.items() if jenis not in EKSPOR_BKN],
        "daftar_bkn": [satu for jenis, satu in DAFTAR.items() if jenis in EKSPOR_BKN],
        "memimpin": _leads(request, on=on),
    }
    return render(request, "laporan/laporan_list.html", konteks)


def _leads(request: Request, *, on: date) -> bool:
    """Somebody else stands in his reports."""
    return cakupan(request.user, on=on).memimpin or bool(getattr(request.user, "jumlah_tim", 0))


@require_safe
def laporan_detail(request: Request, jenis: str) -> HttpResponse:
    on = timezone.localdate()
    bacaan = read_laporan(request, jenis, request.GET)
    sumber = bacaan.sumber(request)
    diminta = parse_nomor(request.GET.get("halaman", "")) or 1
    awal = (min(max(diminta, 1), HALAMAN_TERJAUH) - 1) * SATU_HALAMAN
    jumlah, kunci = sumber.potong(awal, awal + SATU_HALAMAN)
    page = Paginator(range(jumlah), SATU_HALAMAN).get_page(request.GET.get("halaman"))
    if jumlah and not kunci:  # a page past the end: the last one
        _, kunci = sumber.potong(page.start_index() - 1, page.end_index())
    baris = sumber.baris(kunci) if kunci else []
    note_rows(request, bacaan.laporan, baris)
    laporan = bacaan.laporan
    melapor = laporan.jenis is JenisLaporan.PYB and _leads(request, on=on)
    utama = [n for n, kolom in enumerate(laporan.daftar_kolom) if kolom.utama and kolom.layar]
    konteks = {
        "bacaan": bacaan,
        "laporan": laporan,
        "daftar_kolom": [laporan.daftar_kolom[n] for n in utama],
        "daftar_baris": [(satu, [satu.sel[n] for n in utama]) for satu in baris],
        "page": page,
        "jumlah": jumlah,
        "langsung": jumlah <= LANGSUNG_TERBANYAK,
        "daftar_bentuk": TABEL,
        "dokumen": laporan.jenis is JenisLaporan.PYB,
        "pelaporan": pelaporan(request.user, bacaan.saringan, on=on) if melapor else None,
        "per_orang": laporan.jenis in (JenisLaporan.BKN_SKP, JenisLaporan.BKN_PERIODIK),
        "dibubarkan": dissolved_remark(bacaan.saringan),
    }
    return render(request, "laporan/laporan_detail.html", konteks)


@require_safe
def bkn_detail(request: Request, evaluasi_id: int) -> HttpResponse:
    """One result as SIASN asks for it, field by field, so that nobody types a code twice."""
    on = timezone.localdate()
    daftar = evaluasi_terbaca(request.user, on=on).filter(status__in=SUDAH_PASTI).exclude(predikat="")
    evaluasi = get_object_or_404(daftar.select_related("periode", "skp__pegawai"), pk=evaluasi_id)
    tahunan = evaluasi.periode.tahap == Tahap.TAHUNAN
    laporan = DAFTAR[JenisLaporan.BKN_SKP if tahunan else JenisLaporan.BKN_PERIODIK]
    saringan = Saringan(
        jenis=laporan.jenis,
        instansi_id=evaluasi.instansi_id,
        tahun=evaluasi.periode.tahun,
        periode=evaluasi.periode,
    )
    baris = laporan.susun(request.user, saringan, on).baris([evaluasi.pk])
    if not baris:
        raise Http404
    note_rows(request, laporan, baris)
    konteks = {
        "evaluasi": evaluasi,
        "laporan": laporan,
        "daftar_isian": [
            (kolom, "" if isi is None else str(isi))
            for kolom, isi in zip(laporan.daftar_kolom, baris[0].sel, strict=True)
        ],
    }
    return render(request, "laporan/bkn_detail.html", konteks)


def note_rows(request: Request, laporan: Laporan, daftar: Iterable[Baris]) -> None:
    if laporan.halaman is None:
        return
    for satu in daftar:
        if satu.pegawai_id is not None:
            peran = sebagai(request.user, penilai_id=satu.penilai_id, atasan_id=satu.atasan_id)
            note_akses(request, laporan.halaman, satu.pegawai_id, sebagai=peran)
