"""What people type about recaps."""

from __future__ import annotations

from typing import Any

from django import forms


class SaringRekap(forms.Form):
    cari = forms.CharField(label="Nama atau NIP", required=False, max_length=150)
    tahun = forms.TypedChoiceField(label="Tahun", required=False, coerce=int, empty_value=None)

    def __init__(self, *args: Any, tahun_ini: int, **kwargs: Any) -> None:  # noqa: ANN401 - passed on as they are
        super().__init__(*args, **kwargs)
        self.fields["tahun"].choices = [(t, str(t)) for t in range(tahun_ini, tahun_ini - 5, -1)]  # type: ignore[attr-defined]


class PengaturanForm(forms.Form):
    menit_per_hari = forms.IntegerField(
        label="Menit yang dihitung sebagai satu hari",
        required=False,
        min_value=1,
        max_value=24 * 60,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        help_text="Misalnya 450 untuk 7,5 jam. Kosongkan agar menit hanya ditampilkan.",
        error_messages={
            "invalid": "Tulis angkanya saja, misalnya 450.",
            "min_value": "Paling sedikit 1 menit.",
            "max_value": "Paling banyak 1.440 menit, yaitu sehari semalam.",
        },
    )
    sumber = forms.CharField(
        label="Dasar penghitungan",
        required=False,
        max_length=300,
        help_text="Peraturan atau keputusan yang menetapkannya. Semua pegawai membacanya.",
    )
