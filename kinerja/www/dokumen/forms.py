"""The code on a paper, typed by hand."""

from __future__ import annotations

from django import forms

from kinerja.jejak.sidik import token_dari

PANJANG = 12


class KodeForm(forms.Form):
    kode = forms.CharField(
        label="Kode pemeriksaan",
        max_length=40,
        help_text="Dua belas huruf dan angka di kaki dokumen, di samping kode QR.",
        error_messages={"required": "Tulis kode pemeriksaan yang tercetak di kaki dokumen."},
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )

    def clean_kode(self) -> str:
        kode = token_dari(self.cleaned_data["kode"])
        if len(kode) != PANJANG:
            raise forms.ValidationError(
                f"Kode pemeriksaan terdiri atas {PANJANG} huruf dan angka, misalnya K7QM-2XDA-9RTF; yang Anda tulis "
                f"{len(kode)}. Periksa lagi pada dokumen."
            )
        return kode
