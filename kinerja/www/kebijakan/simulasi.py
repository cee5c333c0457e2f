"""A draft tried on last period: read only, for whoever may put it in force."""

from __future__ import annotations

from collections.abc import Sequence

from django import forms
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from kinerja.jejak.models import JenisHalaman, Sebagai
from kinerja.kebijakan.models import Kebijakan, Periode
from kinerja.kebijakan.permissions import can_manage_kebijakan
from kinerja.lib.angka import format_angka, parse_nomor
from kinerja.metode.agregasi import Sumber
from kinerja.metode.simulasi import ArahPerubahan
from kinerja.penilaian.queries.simulasi import (
    Simulasi,
    bahan_simulasi,
    orang_berubah,
    per_unit,
    pilih_periode,
    simulasikan,
    tertutup,
)
from kinerja.peraturan.predikat import Predikat
from kinerja.www.http import Request
from kinerja.www.kebijakan.simulasi_tertutup import answer_closed
from kinerja.www.penglihatan import note_akses

SATU_HALAMAN = 20
UNIT_TERBANYAK = 15
UNIT_TERTUTUP = 50


class PeriodeForm(forms.Form):
    periode = forms.ChoiceField(label="Periode", required=False)

    def __init__(self, pilihan: Sequence[Periode], dipilih: Periode | None) -> None:
        super().__init__(initial={"periode": dipilih.pk if dipilih else ""})
        medan = self.fields["periode"]
        assert isinstance(medan, forms.ChoiceField)
        medan.choices = [(satu.pk, satu.nama) for satu in pilihan]


@require_safe
def simulasi(request: Request, kebijakan_id: int) -> HttpResponse:
    daftar = Kebijakan.objects.visible_to(request.user).select_related("unit_kerja")
    draf = get_object_or_404(daftar, pk=kebijakan_id)
    if not can_manage_kebijakan(request.user, draf.unit_kerja):
        raise PermissionDenied
    on = timezone.localdate()
    bahan = bahan_simulasi(draf, on=on)
    periode = pilih_periode(bahan, parse_nomor(request.GET.get("periode", "")), on=on)
    konteks: dict[str, object] = {"draf": draf, "periode": periode, "pilihan": bahan.pilihan}
    konteks["form"] = PeriodeForm(bahan.pilihan, periode)
    if periode is not None:
        konteks |= _outcome(request, simulasikan(bahan, periode))
    return render(request, "kebijakan/simulasi.html", konteks)


def _outcome(request: Request, hasil: Simulasi) -> dict[str, object]:
    if not hasil.jumlah or not hasil.tanpa_nama:
        return _named(request, hasil)
    isi = tertutup(hasil)
    halaman = Paginator(isi.daftar_unit, UNIT_TERTUTUP).get_page(request.GET.get("halaman"))
    return {
        "hasil": hasil,
        "jawaban": answer_closed(hasil, isi),
        "batasan": _limits(hasil),
        "tertutup": isi,
        "page": halaman,
        "daftar_unit": [],
        "orang": [],
    }


def _named(request: Request, hasil: Simulasi) -> dict[str, object]:
    unit = [satu for satu in per_unit(hasil) if satu.bergeser]
    page = Paginator(hasil.urut_berubah, SATU_HALAMAN).get_page(request.GET.get("halaman"))
    matriks = hasil.banding.matriks_predikat()
    orang = orang_berubah(hasil, list(page.object_list))
    # What a suggestion would be is news about a person's result: he reads who looked at it.
    for satu in orang:
        note_akses(request, JenisHalaman.HASIL, satu.evaluasi.skp.pegawai_id, sebagai=Sebagai.ADMIN)
    return {
        "hasil": hasil,
        "tertutup": None,
        "jawaban": _answer(hasil),
        "batasan": _limits(hasil),
        "daftar_unit": unit[:UNIT_TERBANYAK],
        "unit_lain": len(unit) - UNIT_TERBANYAK,
        "satu_unit": len(hasil.daftar_unit) == 1,
        "page": page,
        "orang": orang,
        "predikat": [*Predikat, None],
        "matriks": matriks.tolist(),
        "dulu": matriks.sum(axis=1).tolist(),
        "nanti": matriks.sum(axis=0).tolist(),
    }


def _answer(hasil: Simulasi) -> str:
    """The whole page in one sentence."""
    awal = f"Bila {'versi' if hasil.bahan.draf.ditetapkan else 'draf'} ini berlaku pada {hasil.periode.nama}, saran"
    semua = format_angka(hasil.jumlah)
    if not hasil.jumlah:
        return f"Belum ada orang di unit ini yang dapat dicoba pada {hasil.periode.nama}."
    if not hasil.berubah:
        return f"{awal} tidak berubah untuk satu pun dari {semua} orang."
    bagian = [
        (hasil.hitung(ArahPerubahan.NAIK), "predikat naik"),
        (hasil.hitung(ArahPerubahan.TURUN), "predikat turun"),
        (hasil.hitung(ArahPerubahan.MUNCUL), "menjadi ada saran"),
        (hasil.hitung(ArahPerubahan.HILANG), "menjadi tanpa saran"),
        (hasil.rating_saja, "berganti rating dengan predikat yang sama"),
    ]
    rincian = ", ".join(f"{format_angka(n)} {kata}" for n, kata in bagian if n)
    return f"{awal} berubah untuk {format_angka(hasil.berubah)} dari {semua} orang: {rincian}."


def _limits(hasil: Simulasi) -> list[str]:
    """What this trial cannot know."""
    metode = hasil.bahan.sesudah
    ditanya = {b.sumber for aspek in metode.daftar_aspek for b in aspek.bobot if b.dihitung}
    ditanya |= {b.sumber for b in metode.bobot_hasil if b.dihitung}
    daftar = [
        f"{sumber.label} belum ditanya pada {hasil.periode.nama}, jadi tidak ikut dihitung dan bobotnya terbagi ke "
        "sumber lain."
        for sumber in Sumber
        if hasil.jumlah and sumber in ditanya and not hasil.jawaban[sumber]
    ]
    if hasil.tanpa_data:
        daftar.append(
            f"{format_angka(hasil.tanpa_data)} orang belum dinilai dan sarannya belum dihitung, jadi tidak ikut dicoba."
        )
    if hasil.bahan.patok_berubah:
        daftar.append(
            "Titik patok dan target jam pelajaran yang baru tidak ikut dicoba; nilainya tetap seperti saat dinilai."
        )
    daftar.append("Keputusan pejabat penilai tidak ditiru; yang dibandingkan hanya saran.")
    return daftar
