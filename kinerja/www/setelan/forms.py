"""One field for each value of a group, and why it is changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from kinerja.setelan.actions import Dasar
from kinerja.setelan.daftar import Butir
from kinerja.setelan.queries import Keadaan, per_bagian

YA_TIDAK = (("ya", "Ya"), ("tidak", "Tidak"))
AWALAN = "n_"


class SetelanForm(forms.Form):
    """Says which values the person changed himself, so that a colleague's change a minute ago is not undone."""

    salah_satu = ("sumber", "alasan")
    sumber = forms.CharField(
        label="Sumber", required=False, max_length=300,
        help_text="Peraturan, keputusan, atau surat yang menetapkan nilai baru ini.",
    )  # fmt: skip
    alasan = forms.CharField(
        label="Alasan", required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Bila belum ada naskahnya: mengapa nilai ini yang dipakai.",
    )  # fmt: skip

    def __init__(self, *args: Any, daftar_keadaan: Sequence[Keadaan], **kwargs: Any) -> None:  # noqa: ANN401 - passed on as they are
        super().__init__(*args, **kwargs)
        self.daftar_keadaan = daftar_keadaan
        for satu in daftar_keadaan:
            self.fields[AWALAN + satu.butir.kode] = _field(satu)

    def per_bagian(self) -> list[tuple[str, list[forms.BoundField]]]:
        return [
            (nama, [self[AWALAN + satu.butir.kode] for satu in isi])
            for nama, isi in per_bagian(self.daftar_keadaan)
        ]

    def awal(self, medan: forms.BoundField) -> str:
        """What the page showed first, kept while the form comes back with an error."""
        return str(self.data.get(medan.html_initial_name, medan.initial))

    def isi(self) -> dict[str, str]:
        """What was changed on this page, by code."""
        return {
            nama.removeprefix(AWALAN): self.cleaned_data[nama]
            for nama in self.changed_data
            if nama.startswith(AWALAN)
        }

    def dasar(self) -> Dasar:
        return Dasar(sumber=self.cleaned_data["sumber"], alasan=self.cleaned_data["alasan"])


def _field(keadaan: Keadaan) -> forms.Field:
    butir = keadaan.butir
    bantuan = " ".join(bagian for bagian in (butir.bantuan, _default(keadaan)) if bagian)
    umum: dict[str, Any] = {
        "label": f"{butir.label} ({butir.satuan})" if butir.satuan else butir.label,
        "help_text": bantuan,
        "initial": butir.write(keadaan.nilai),
        "required": not isinstance(butir.bawaan, str) or bool(butir.pilihan),
        "error_messages": {
            "required": "Nilainya belum diisi.",
            "invalid_choice": "Pilih salah satu yang ada.",
        },
        "show_hidden_initial": True,
    }
    pilihan = YA_TIDAK if isinstance(butir.bawaan, bool) else butir.pilihan
    if pilihan:
        return forms.ChoiceField(choices=pilihan, **umum)
    return forms.CharField(max_length=2000, widget=_widget(butir), **umum)


def _widget(butir: Butir) -> forms.Widget:
    if isinstance(butir.bawaan, str) and len(butir.bawaan) > 24:
        return forms.Textarea(attrs={"rows": 2})
    return forms.TextInput(attrs={} if isinstance(butir.bawaan, str) else {"inputmode": "decimal"})


def _default(keadaan: Keadaan) -> str:
    rentang = (
        f"{keadaan.butir.rentang[:1].upper()}{keadaan.butir.rentang[1:]}. " if keadaan.butir.rentang else ""
    )
    return f"{rentang}Bawaan: {keadaan.teks_bawaan}."
