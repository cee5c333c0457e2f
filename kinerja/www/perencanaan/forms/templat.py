"""What an admin types into an example, and what one searches it by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.forms.formsets import BaseFormSet

from kinerja.peraturan.capaian import Arah
from kinerja.peraturan.skp import Aspek, JenisHasilKerja
from kinerja.perencanaan.actions import IsiHasilTemplat, IsiIndikatorTemplat
from kinerja.www.perencanaan.forms.medan import RentangField, tulis_rentang

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.http import QueryDict

    from kinerja.perencanaan.models import HasilTemplat, IndikatorTemplat


class CariTemplatForm(forms.Form):
    cari = forms.CharField(label="Nama jabatan", required=False, max_length=80)


class TemplatForm(forms.Form):
    jabatan = forms.CharField(
        label="Nama jabatan",
        max_length=150,
        help_text="Tanpa nama unit. Jabatan lain yang mirip juga akan ditawari contoh ini.",
        error_messages={"required": "Nama jabatan belum diisi."},
    )


class HasilTemplatForm(forms.Form):
    teks = forms.CharField(
        label="Rencana hasil kerja",
        max_length=1000,
        help_text="Hasil yang dicapai, bukan kegiatannya.",
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Rencana hasil kerja belum diisi."},
    )
    jenis = forms.ChoiceField(
        label="Jenis",
        choices=JenisHasilKerja.pilihan(),
        widget=forms.RadioSelect,
        initial=JenisHasilKerja.UTAMA,
    )
    rencana_aksi = forms.CharField(
        label="Rencana aksi",
        required=False,
        max_length=3000,
        help_text="Satu baris satu langkah.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def to_isi(self, daftar_indikator: Iterable[IsiIndikatorTemplat]) -> IsiHasilTemplat:
        return IsiHasilTemplat(**self.cleaned_data, daftar_indikator=tuple(daftar_indikator))

    @staticmethod
    def initial_from(hasil: HasilTemplat) -> dict[str, Any]:
        return {nama: getattr(hasil, nama) for nama in HasilTemplatForm.base_fields}


class IndikatorTemplatForm(forms.Form):
    teks = forms.CharField(
        label="Ukuran keberhasilan", max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    aspek = forms.ChoiceField(label="Aspek", choices=Aspek.pilihan(), required=False)
    rentang = RentangField(label="Contoh target", help_text="Tidak ikut diambil ke SKP.")
    satuan = forms.CharField(label="Satuan", max_length=60, required=False)
    arah = forms.ChoiceField(label="Arah", choices=Arah.pilihan(), required=False)
    bukti_dukung = forms.CharField(label="Bukti yang lazim", max_length=200, required=False)

    def clean(self) -> dict[str, Any]:
        isi: dict[str, Any] = super().clean() or {}
        terisi = any(isi.get(nama) for nama in ("rentang", "satuan", "bukti_dukung"))
        if terisi and not isi.get("teks") and "teks" not in self.errors:
            self.add_error("teks", "Tulis ukuran keberhasilannya, atau kosongkan seluruh baris ini.")
        return isi

    def to_isi(self) -> IsiIndikatorTemplat | None:
        """None for a row that was left, or made, empty."""
        isi = self.cleaned_data
        if not isi.get("teks"):
            return None
        bawah, atas = isi["rentang"] or (None, None)
        return IsiIndikatorTemplat(
            teks=isi["teks"],
            aspek=isi["aspek"] or Aspek.KUANTITAS,
            satuan=isi["satuan"],
            arah=isi["arah"] or Arah.NAIK,
            contoh_bawah=bawah,
            contoh_atas=atas,
            bukti_dukung=isi["bukti_dukung"],
        )


_FormSet = forms.formset_factory(IndikatorTemplatForm, extra=1, max_num=10, absolute_max=10)


def daftar_indikator_templat(
    isian: QueryDict | None, *, hasil: HasilTemplat | None
) -> BaseFormSet[IndikatorTemplatForm]:
    """The rows of the result and one empty row to write the next."""
    if isian is not None:
        return _FormSet(isian, prefix="indikator")
    awal = [_initial(i) for i in hasil.daftar_indikator.all()] if hasil else []
    return _FormSet(initial=awal, prefix="indikator")


def _initial(i: IndikatorTemplat) -> dict[str, Any]:
    return {
        "teks": i.teks,
        "aspek": i.aspek,
        "rentang": tulis_rentang(i.contoh_bawah, i.contoh_atas),
        "satuan": i.satuan,
        "arah": i.arah,
        "bukti_dukung": i.bukti_dukung,
    }
