"""Which part of the map is drawn."""

from __future__ import annotations

from collections.abc import Mapping

from django import forms

from kinerja.kepegawaian.models import UnitKerja


class SaringPeta(forms.Form):
    tahun = forms.TypedChoiceField(label="Tahun", required=False, coerce=int)
    unit = forms.TypedChoiceField(label="Unit kerja", required=False, coerce=int, empty_value=None)
    q = forms.CharField(
        label="Kata atau nama",
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"type": "search"}),
    )

    def __init__(self, isi: Mapping[str, object], *, kini: int, daftar_unit: list[UnitKerja]) -> None:
        super().__init__(isi)
        tahun, unit = self.fields["tahun"], self.fields["unit"]
        assert isinstance(tahun, forms.ChoiceField) and isinstance(unit, forms.ChoiceField)
        tahun.choices = [(satu, str(satu)) for satu in (kini, kini + 1, kini - 1)]
        unit.choices = [
            ("", "Semua yang dapat saya lihat"),
            *((u.pk, f"{'– ' * u.tingkat}{u.nama}") for u in daftar_unit),
        ]
        if len(daftar_unit) < 2:
            del self.fields["unit"]
