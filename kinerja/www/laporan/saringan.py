"""The filters of a report as they stand in its address, and what was wrong with them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils import timezone

from kinerja.laporan.istilah import BentukBerkas, JenisLaporan
from kinerja.laporan.permissions import can_report
from kinerja.laporan.queries.bentuk import Saringan
from kinerja.laporan.queries.daftar import DAFTAR, Pilihan, TidakAdaInstansi, pilihan
from kinerja.lib.angka import parse_nomor
from kinerja.penilaian.queries.periode import periode_terpilih

if TYPE_CHECKING:
    from datetime import date

    from django.http import QueryDict

    from kinerja.laporan.queries.bentuk import Laporan, Sumber
    from kinerja.www.http import Request

SEMUA = "semua"
# Of the page, not of the report.
_LAIN = {"halaman", "bentuk", "lampiran", "csrfmiddlewaretoken"}
_SINGKAT = re.compile(r"[^a-z0-9]+")


class SaringLaporan(forms.Form):
    periode = forms.ChoiceField(
        label="Periode",
        required=False,
        error_messages={"invalid_choice": "Periode itu tidak ada di instansi Anda."},
    )
    tahun = forms.ChoiceField(
        label="Tahun", required=False, error_messages={"invalid_choice": "Belum ada periode pada tahun itu."}
    )
    unit = forms.ChoiceField(
        label="Unit kerja",
        required=False,
        error_messages={"invalid_choice": "Unit itu tidak ada dalam lingkup Anda."},
    )
    cakupan = forms.ChoiceField(
        label="Cakupan",
        required=False,
        choices=[("cabang", "Dengan unit di bawahnya"), ("sendiri", "Unit ini saja")],
        error_messages={"invalid_choice": "Cakupan itu tidak dikenal."},
    )

    def __init__(self, data: Mapping[str, str], *, laporan: Laporan, isi: Pilihan) -> None:
        super().__init__(data)
        unit = [(str(u.pk), "– " * max(u.tingkat, 0) + _unit_name(u)) for u in isi.daftar_unit]
        self._offer("unit", [(SEMUA, "Semua yang boleh saya lihat"), *unit])
        self._offer("periode", [(str(p.pk), p.nama) for p in isi.periode_untuk(laporan)])
        self._offer("tahun", [(str(t), str(t)) for t in isi.daftar_tahun])
        del self.fields["tahun" if laporan.per_periode else "periode"]

    def _offer(self, nama: str, daftar: list[tuple[str, str]]) -> None:
        self.fields[nama].choices = daftar  # type: ignore[attr-defined]


def _unit_name(unit: object) -> str:
    bubar = getattr(unit, "dibubarkan_on", None)
    return f"{unit} (dibubarkan {bubar:%d/%m/%Y})" if bubar else str(unit)


@dataclass(frozen=True, kw_only=True)
class Bacaan:
    """A report as it was asked for. With `peringatan` something asked for is not known, and the usual stands there."""

    laporan: Laporan
    saringan: Saringan
    form: SaringLaporan
    peringatan: tuple[str, ...]
    on: date

    def sumber(self, request: Request) -> Sumber:
        return self.laporan.susun(request.user, self.saringan, self.on)

    @property
    def isi(self) -> dict[str, str]:
        """The filters as they stand in an address."""
        s = self.saringan
        masa = (
            {"periode": str(s.periode.pk) if s.periode else ""}
            if self.laporan.per_periode
            else {"tahun": str(s.tahun)}
        )
        return {
            **masa,
            "unit": str(s.unit.pk) if s.unit else SEMUA,
            "cakupan": "cabang" if s.cabang else "sendiri",
        }

    @property
    def alamat(self) -> str:
        return urlencode(self.isi)

    @property
    def judul(self) -> str:
        s = self.saringan
        masa = s.periode.nama if s.periode else str(s.tahun)
        return ", ".join(satu for satu in (self.laporan.judul, masa, s.unit.nama if s.unit else "") if satu)

    def nama_berkas(self, bentuk: BentukBerkas) -> str:
        s = self.saringan
        bagian = (s.jenis.value, s.periode.nama if s.periode else str(s.tahun), s.unit.nama if s.unit else "")
        nama = "-".join(_SINGKAT.sub("-", satu.lower()).strip("-") for satu in bagian if satu)
        return f"{nama[:120]}.{bentuk.value}"


def read_laporan(request: Request, jenis: str, isi: QueryDict) -> Bacaan:
    """404 for a report that does not exist; an account of no instansi has nothing to report."""
    if jenis not in set(JenisLaporan):
        raise Http404
    if not can_report(request.user):
        raise PermissionDenied
    laporan, on = DAFTAR[JenisLaporan(jenis)], timezone.localdate()
    try:
        tersedia = pilihan(request.user, on=on, unit_id=parse_nomor(isi.get("unit", "")))
    except TidakAdaInstansi:
        raise PermissionDenied from None
    bawaan = _usual(laporan, tersedia, on)
    form = SaringLaporan({**bawaan, **_given(isi, bawaan)}, laporan=laporan, isi=tersedia)
    form.is_valid()
    terpilih = {nama: form.cleaned_data.get(nama) or bawaan[nama] for nama in bawaan}
    asing = sorted(set(isi) - set(bawaan) - _LAIN - {"tahun", "periode"})
    return Bacaan(
        laporan=laporan,
        saringan=_filters(laporan, tersedia, terpilih, on),
        form=form,
        peringatan=(
            *(str(pesan) for daftar in form.errors.values() for pesan in daftar),
            *(f"Saringan “{nama[:40]}” tidak dikenal, jadi tidak dipakai." for nama in asing[:3]),
        ),
        on=on,
    )


def _given(isi: QueryDict, bawaan: Mapping[str, str]) -> dict[str, str]:
    return {nama: str(isi[nama]) for nama in bawaan if isi.get(nama)}


def _usual(laporan: Laporan, tersedia: Pilihan, on: date) -> dict[str, str]:
    umum = {"unit": str(tersedia.bawaan.pk) if tersedia.bawaan else SEMUA, "cakupan": "cabang"}
    if laporan.per_periode:
        periode = periode_terpilih(tersedia.periode_untuk(laporan), "", on=on)
        return {"periode": str(periode.pk) if periode else "", **umum}
    return {
        "tahun": str(
            on.year if on.year in tersedia.daftar_tahun else max(tersedia.daftar_tahun, default=on.year)
        ),
        **umum,
    }


def _filters(laporan: Laporan, tersedia: Pilihan, isi: Mapping[str, str], on: date) -> Saringan:
    periode = next((p for p in tersedia.periode_untuk(laporan) if str(p.pk) == isi.get("periode")), None)
    return Saringan(
        jenis=laporan.jenis,
        instansi_id=tersedia.instansi_id,
        tahun=periode.tahun if periode else int(isi.get("tahun") or on.year),
        unit=next((u for u in tersedia.daftar_unit if str(u.pk) == isi["unit"]), None),
        cabang=isi["cakupan"] == "cabang",
        periode=periode,
    )
